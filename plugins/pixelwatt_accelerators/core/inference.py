"""Decode and prefill as bounds of compute and memory traffic.

The formulas are those of "How to Scale Your Model", chapter 7 (transformer inference):
https://jax-ml.github.io/scaling-book/inference
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_accelerators.core.arrays import FloatArray, Number


@dataclass(frozen=True, slots=True)
class Decode:
    """One step that gives every sequence of the batch one token. Seconds."""

    step_s: FloatArray
    kv_s: FloatArray
    weights_s: FloatArray
    compute_s: FloatArray
    """The matrix products with weights."""
    attention_s: FloatArray
    """The arithmetic of attention over the cache."""
    tokens_per_s: FloatArray

    @property
    def memory_bound(self) -> FloatArray:
        """1 where memory traffic takes longer than arithmetic, 0 where not, NaN unknown."""
        memory = self.kv_s + self.weights_s
        arithmetic = self.compute_s + self.attention_s
        bound = np.where(arithmetic > memory, 0.0, 1.0)
        return np.where(np.isnan(memory + arithmetic), np.nan, bound)


def decode(
    *,
    batch: Number,
    params: Number,
    weights: Number,
    kv_bytes_per_sequence: Number,
    chips: Number,
    flops_per_s: Number,
    hbm_bytes_per_s: Number,
    attention_flops_per_sequence: Number = 0.0,
    communication_s: Number = 0.0,
) -> Decode:
    """Time of one decode step, all arguments broadcast.

    ``step = B KV / (N W) + max(2 B P / (N C), weights / (N W)) + communication``. Attention
    over a cache of key-value heads is bound by memory, so its arithmetic may be left at 0; over
    a latent cache that all heads share it may not, and the longer of the two counts. The matrix
    products overlap with loading the weights, so the longer of those two counts. ``params`` and
    ``weights`` are of the activated parameters. Rates are of one chip, in FLOP/s and B/s.
    """
    batch_array = np.asarray(batch, dtype=np.float64)
    fleet = np.asarray(chips, dtype=np.float64)
    bandwidth, rate = fleet * hbm_bytes_per_s, fleet * flops_per_s
    kv_s = batch_array * kv_bytes_per_sequence / bandwidth
    weights_s = weights / bandwidth
    compute_s = 2 * batch_array * params / rate
    attention_s = batch_array * attention_flops_per_sequence / rate
    step_s = np.maximum(kv_s, attention_s) + np.maximum(compute_s, weights_s) + communication_s
    return Decode(step_s, kv_s, weights_s, compute_s, attention_s, batch_array / step_s)


def prefill_flops(params: Number, tokens: Number) -> Number:
    """Forward pass of ``tokens`` through the matrix products: two FLOPs a parameter."""
    return 2 * params * tokens


def prefill_attention_flops(
    layers: Number, width: Number, sequence: Number, sequences: Number = 1
) -> Number:
    """Causal attention of whole sequences: ``4 L width T**2 / 2`` each, width = heads x size."""
    return 2 * layers * width * sequence**2 * sequences


def prefill_seconds(flops: Number, chips: Number, flops_per_s: Number, mfu: Number) -> FloatArray:
    return np.asarray(flops / (np.asarray(chips, dtype=np.float64) * flops_per_s * mfu))


def activated_fraction(batch: Number, experts: Number, experts_per_token: Number) -> FloatArray:
    """Expected share of a layer's experts that a batch touches, so that must be loaded.

    Each token picks ``experts_per_token`` of ``experts``; with even routing an expert is
    missed by all ``batch`` tokens with probability ``(1 - k/E)**B``.
    """
    miss = 1.0 - np.asarray(experts_per_token, dtype=np.float64) / experts
    return np.asarray(1.0 - miss ** np.asarray(batch, dtype=np.float64))
