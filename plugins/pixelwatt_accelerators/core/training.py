"""Training time from model FLOPs, and the model FLOPs utilisation a measured run reached."""

from __future__ import annotations

import numpy as np

from pixelwatt_accelerators.core.arrays import FloatArray, Number

SECONDS_PER_DAY = 86_400.0


def training_flops(params: Number, tokens: Number) -> Number:
    """``6 P T``: two FLOPs a parameter and token forward, four backward.

    Kaplan et al., Scaling Laws for Neural Language Models, 2020, section 2.1.
    """
    return 6 * params * tokens


def attention_training_flops(
    layers: Number, width: Number, sequence: Number, tokens: Number
) -> Number:
    """Attention scores and their use, not counted by `training_flops`.

    ``12 L h s`` a token, where ``width`` = heads x head size. No discount for the causal
    mask, as in the Megatron count below.
    """
    return 12 * layers * width * sequence * tokens


def transformer_iteration_flops(
    *, batch: Number, layers: Number, sequence: Number, hidden: Number, vocabulary: Number
) -> Number:
    """Model FLOPs of one iteration with attention and logits.

    ``72 B L s h**2 (1 + s / 6h + V / 12hL)``: Narayanan et al., Efficient Large-Scale Language
    Model Training on GPU Clusters, 2021, appendix; without activation recomputation, as in
    Korthikanti et al., 2022 (https://arxiv.org/abs/2205.05198), where MFU is defined.
    """
    corrections = 1 + sequence / (6 * hidden) + vocabulary / (12 * hidden * layers)
    return 72 * batch * layers * sequence * hidden**2 * corrections


def training_seconds(flops: Number, chips: Number, flops_per_s: Number, mfu: Number) -> FloatArray:
    return np.asarray(flops / (np.asarray(chips, dtype=np.float64) * flops_per_s * mfu))


def model_flops_utilisation(
    flops: Number, chips: Number, flops_per_s: Number, seconds: Number
) -> FloatArray:
    """Model FLOPs done over what the chips could have done in that time."""
    return np.asarray(flops / (np.asarray(chips, dtype=np.float64) * flops_per_s * seconds))
