"""Time of collective operations over rings, switches, meshes, tori and hierarchies.

``size`` is the number of bytes of the whole (gathered, unsharded) array; bandwidths are in
B/s of one chip. Formulas: "How to Scale Your Model", chapters 3 and 12
(https://jax-ml.github.io/scaling-book/sharding and .../gpus).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np

from pixelwatt_accelerators.core.arrays import FloatArray, Number

Operation = Literal["all_gather", "all_reduce", "reduce_scatter", "all_to_all"]
OPERATIONS: tuple[Operation, ...] = ("all_gather", "all_reduce", "reduce_scatter", "all_to_all")
TOPOLOGIES = ("ring", "switch", "mesh", "torus", "hierarchy")

Reduction = Literal["none", "measured", "ideal"]
REDUCTIONS: tuple[Reduction, ...] = ("none", "measured", "ideal")
"""Of an all-reduce in the switch itself (NVIDIA's SHARP)."""

HOP_LATENCY_S = 1e-6
"""About one microsecond a hop over a TPU's links ("How to Scale Your Model", chapter 3)."""

SHARP_MEASURED_GAIN = 1.3
"""In-network reduction halves the traffic in theory; NVIDIA's SHARP measured about +30 %."""


def _passes(operation: Operation) -> int:
    """An all-reduce is a reduce-scatter followed by an all-gather."""
    return 2 if operation == "all_reduce" else 1


def ring(
    operation: Operation, size: Number, ranks: Number, link: Number, *, both_ways: bool = False
) -> FloatArray:
    """Ring whose links carry ``link`` each way; ``both_ways`` sends halves around both sides."""
    n = np.asarray(ranks, dtype=np.float64)
    rate = link * (2.0 if both_ways else 1.0)
    gather = size * (n - 1) / (n * rate)
    if operation == "all_to_all":
        # Pieces travel n/2 hops on average one way round, n/4 when both ways are open.
        return np.asarray(gather / (4.0 if both_ways else 2.0))
    return np.asarray(gather * _passes(operation))


def switch(
    operation: Operation,
    size: Number,
    ranks: Number,
    link: Number,
    *,
    reduction: Reduction = "none",
) -> FloatArray:
    """Non-blocking switch; ``link`` is what a chip sends one way into it.

    ``reduction`` says whether the switch adds up an all-reduce by itself. Ideally each chip
    then receives just the array, ``S / w``; measured, it gains `SHARP_MEASURED_GAIN`.
    """
    n = np.asarray(ranks, dtype=np.float64)
    gather = size * (n - 1) / (n * link)
    if operation == "all_to_all":
        return np.asarray(gather / n)
    if operation != "all_reduce":
        return np.asarray(gather)
    if reduction == "ideal":
        return np.asarray(np.where(n > 1, size / (link * np.ones_like(n)), 0.0))
    return np.asarray(2 * gather / (SHARP_MEASURED_GAIN if reduction == "measured" else 1.0))


def mesh(operation: Operation, size: Number, ranks: Number, pair_link: Number) -> FloatArray:
    """Every pair has its own link of ``pair_link``, and no switch: few ranks use few links."""
    n = np.asarray(ranks, dtype=np.float64)
    exchange = np.where(n > 1, size / (n * pair_link), 0.0)
    if operation == "all_to_all":
        return np.asarray(exchange / n)
    return np.asarray(exchange * _passes(operation))


def torus(
    operation: Operation,
    size: Number,
    shape: Sequence[int],
    link: Number | Sequence[float],
    *,
    wraparound: bool = True,
    both_ways: bool = True,
    hop_latency_s: float = HOP_LATENCY_S,
) -> FloatArray:
    """Torus with the given side lengths; ``link`` is one link, one way, of all axes or of each.

    An all-gather uses every axis both ways: ``S / (2 w axes)``, and at least the time of the
    hops along the longest path, half of every side. Without wraparound a chip at the edge has
    one neighbour per axis, which doubles the time. An all-to-all sends pieces part of the way
    only: a quarter of an all-gather, half of it where all go one way round.
    """
    rates = [link] * len(shape) if isinstance(link, float | int | np.ndarray) else list(link)
    axes = [(side, rate) for side, rate in zip(shape, rates, strict=True) if side > 1]
    if not axes:
        return np.zeros_like(np.asarray(size * 1.0 / rates[0] if rates else size * 1.0))
    total = sum(np.asarray(rate, dtype=np.float64) for _, rate in axes)
    penalty = 1.0 if wraparound else 2.0
    transfer = np.asarray(penalty * size / (total * (2.0 if both_ways else 1.0)))
    if operation == "all_to_all":
        transfer = transfer / (4 if both_ways else 2)
    halved = wraparound and both_ways
    hops = sum(side / 2 if halved else side - 1 for side, _ in axes)
    once = np.where(np.isnan(transfer), np.nan, np.maximum(transfer, hops * hop_latency_s))
    return np.asarray(once * _passes(operation))


def hierarchy(
    operation: Operation, size: Number, levels: Sequence[tuple[int, Number]]
) -> FloatArray:
    """Switches above switches, inner level first: ``(degree, bytes per second)`` each.

    The slowest level sets the pace. A gather passes each level once, ``S (D - 1) / (D w)``. In
    an all-to-all the pieces of every chip below a link cross it by themselves: with ``M``
    groups as large as the one below it, ``S (M - 1) / (M**2 w)``.
    """
    ranks = math.prod(degree for degree, _ in levels)
    slowest = np.zeros_like(np.asarray(size, dtype=np.float64))
    below = 1
    for degree, bandwidth in levels:
        if degree > 1:
            rate = np.asarray(bandwidth, dtype=np.float64)
            groups = ranks / below
            share = (groups - 1) / groups**2 if operation == "all_to_all" else (degree - 1) / degree
            slowest = np.maximum(slowest, size * share / rate)
        below *= degree
    return np.asarray(slowest * _passes(operation))


def has_wraparound(side: int, dimensions: int) -> bool:
    """Whether a slice's axis closes to a ring.

    2D TPUs (v5e, v6e) close only the full 16; 3D TPUs close any multiple of 4 through the
    optical switches.
    """
    return side == 16 if dimensions == 2 else side % 4 == 0


def tensor_parallel_bytes(
    batch_tokens: Number, hidden: Number, bytes_per_element: Number
) -> Number:
    """Activation that each of a layer's two all-reduces moves."""
    return batch_tokens * hidden * bytes_per_element


ALL_REDUCES_PER_LAYER = 2
"""One after attention, one after the feed-forward block (Shoeybi et al., Megatron-LM, 2019)."""
