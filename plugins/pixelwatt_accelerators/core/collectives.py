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
    in_network_gain: float = 1.0,
) -> FloatArray:
    """Non-blocking switch; ``link`` is what a chip sends one way into it.

    ``in_network_gain`` divides an all-reduce: 2 is the ideal of reduction in the switch,
    `SHARP_MEASURED_GAIN` what was measured, 1 none.
    """
    n = np.asarray(ranks, dtype=np.float64)
    gather = size * (n - 1) / (n * link)
    if operation == "all_to_all":
        return np.asarray(size * (n - 1) / (n**2 * link))
    if operation == "all_reduce":
        return np.asarray(2 * gather / in_network_gain)
    return np.asarray(gather)


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
    link: Number,
    *,
    wraparound: bool = True,
    both_ways: bool = True,
    hop_latency_s: float = HOP_LATENCY_S,
) -> FloatArray:
    """Torus with the given side lengths; ``link`` is one link, one way.

    An all-gather uses every axis both ways: ``S / (2 w axes)``, and at least the time of the
    hops around half the longest side. Without wraparound a chip at the edge has one
    neighbour per axis, which doubles the time.
    """
    sides = [side for side in shape if side > 1]
    if not sides:
        return np.zeros_like(np.asarray(size * 1.0 / link))
    rate = np.asarray(link, dtype=np.float64) * (2.0 if both_ways else 1.0)
    penalty = 1.0 if wraparound else 2.0
    transfer = penalty * size / (rate * len(sides))
    hops = max(sides) / 2 if wraparound and both_ways else max(sides) - 1
    gather = np.maximum(transfer, hops * hop_latency_s)
    gather = np.where(np.isnan(transfer), np.nan, gather)
    if operation == "all_to_all":
        return np.asarray(gather / 4)
    return np.asarray(gather * _passes(operation))


def hierarchy(
    operation: Operation, size: Number, levels: Sequence[tuple[int, Number]]
) -> FloatArray:
    """Switches above switches, inner level first: ``(degree, bytes per second)`` each.

    The slowest level sets the pace: ``bandwidth = min D w / (D - 1)``.
    """
    rates = [
        degree * np.asarray(bandwidth, dtype=np.float64) / (degree - 1)
        for degree, bandwidth in levels
        if degree > 1
    ]
    if not rates:
        return np.zeros_like(np.asarray(size, dtype=np.float64))
    slowest = rates[0]
    for rate in rates[1:]:
        slowest = np.minimum(slowest, rate)
    gather = size / slowest
    if operation == "all_to_all":
        return np.asarray(gather / math.prod(degree for degree, _ in levels))
    return np.asarray(gather * _passes(operation))


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
