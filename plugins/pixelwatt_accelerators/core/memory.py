"""What a model occupies: weights and key-value cache, and how many chips hold it."""

from __future__ import annotations

import numpy as np

from pixelwatt_accelerators.core.arrays import FloatArray, Number


def weights_bytes(params: Number, bytes_per_param: Number) -> Number:
    """All parameters, also the experts that are idle: they occupy memory all the same."""
    return params * bytes_per_param


def kv_bytes_per_token(
    layers: Number, kv_heads: Number, head_dim: Number, bytes_per_element: Number
) -> Number:
    """Key and value of one token in every layer.

    ``kv_heads`` counts key-value heads: with grouped-query attention fewer than query heads.
    """
    return 2 * layers * kv_heads * head_dim * bytes_per_element


def latent_kv_bytes_per_token(
    layers: Number, latent: Number, rotary: Number, bytes_per_element: Number
) -> Number:
    """Multi-head latent attention: one compressed vector and one rotary key for all heads.

    DeepSeek-V2, 2024, section 2.1 (https://arxiv.org/abs/2405.04434): ``(d_c + d_h^R) l``.
    """
    return layers * (latent + rotary) * bytes_per_element


def largest_batch(
    hbm_bytes: Number, chips: Number, weights: Number, kv_bytes_per_sequence: Number
) -> FloatArray:
    """Most sequences whose cache fits beside the weights; 0 if not even the weights do."""
    room = np.asarray(hbm_bytes * np.asarray(chips, dtype=np.float64) - weights)
    with np.errstate(divide="ignore", invalid="ignore"):
        # A tolerance of a millionth keeps 15.999999 of exact inputs at 16.
        batch = np.floor(room / kv_bytes_per_sequence + 1e-6)
    return np.where(np.isnan(batch), np.nan, np.maximum(batch, 0.0))


def chips_needed(hbm_bytes: Number, total_bytes: Number, usable: float = 0.9) -> FloatArray:
    """Smallest power of two of chips whose memory holds ``total_bytes``.

    ``usable`` leaves room for activations and the runtime. Powers of two, because tensor
    parallelism divides heads evenly.
    """
    ratio = np.asarray(total_bytes / (np.asarray(hbm_bytes, dtype=np.float64) * usable))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(2.0 ** np.ceil(np.log2(np.maximum(ratio, 1.0)) - 1e-9))


TRAINING_BYTES_PER_PARAM = 16.0
"""Mixed-precision Adam: bf16 weight and gradient (2 + 2), fp32 master, two moments (4 + 4 + 4).

Rajbhandari et al., ZeRO, 2020, section 3.1 (https://arxiv.org/abs/1910.02054).
"""
