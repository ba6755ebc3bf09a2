"""The roofline: what arithmetic intensity buys on a chip.

Williams, Waterman, Patterson: Roofline, CACM 52(4), 2009.
"""

from __future__ import annotations

import numpy as np

from pixelwatt_accelerators.core.arrays import FloatArray, Number


def ridge(flops_per_s: Number, hbm_bytes_per_s: Number) -> FloatArray:
    """FLOP per byte from which the chip is bound by compute."""
    return np.asarray(np.asarray(flops_per_s, dtype=np.float64) / hbm_bytes_per_s)


def attainable(intensity: Number, flops_per_s: Number, hbm_bytes_per_s: Number) -> FloatArray:
    """``min(C, I W)`` in FLOP/s."""
    return np.asarray(np.minimum(flops_per_s, intensity * np.asarray(hbm_bytes_per_s)))


def critical_batch(ridge_flops_per_byte: Number, bytes_per_param: Number) -> FloatArray:
    """Batch from which the matrix products of decode are bound by compute: ``ridge b / 2``."""
    return np.asarray(np.asarray(ridge_flops_per_byte) * bytes_per_param / 2)


def decode_intensity(
    batch: Number, params: Number, weights: Number, kv_bytes_per_sequence: Number
) -> FloatArray:
    """FLOP per byte of a decode step: every weight and every cache is read once."""
    traffic = weights + np.asarray(batch, dtype=np.float64) * kv_bytes_per_sequence
    return np.asarray(2 * np.asarray(batch) * params / traffic)


def attention_intensity(flops_per_cached_token: Number, bytes_per_cached_token: Number) -> Number:
    """FLOP per byte of attention over the cache in decode; batch does not help.

    With key-value heads ``2 heads / (KV heads x bytes)``: each cached element is multiplied and
    added once per query head that shares it.
    """
    return flops_per_cached_token / bytes_per_cached_token


def prefill_intensity(
    tokens: Number, params: Number, weights: Number, kv_bytes_per_token: Number
) -> FloatArray:
    """FLOP per byte of a prefill: weights read once for all tokens, cache written once."""
    traffic = weights + np.asarray(tokens, dtype=np.float64) * kv_bytes_per_token
    return np.asarray(2 * np.asarray(tokens) * params / traffic)
