"""Transforms of the single parts of a film's cost, on one tilted lattice.

A lattice value k carries the weight e^(-tilt·k): it keeps what wraps around the transform's
end from mattering (Grübel and Hermesmeier 1999).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pixelwatt_video_budget.core.giveup import rate_nodes
from pixelwatt_video_budget.core.parts import CappedClips, Need
from pixelwatt_video_budget.core.ranges import CostRange, atoms
from pixelwatt_video_budget.core.special import Array
from pixelwatt_video_budget.core.tries import LearntRate, beta_negative_binomial

Transform = NDArray[np.complex128]
LEARNT_NODES = 128
CAPPED_NODES = 64
"""Rates that stand for an unknown one under a give-up rule, which cuts the tail off."""
_NEGLIGIBLE = 1e-17


@dataclass(frozen=True, slots=True)
class Lattice:
    """Points ``step·k`` for k = 0 .. size-1."""

    step: float
    size: int
    tilt: float

    @property
    def reach(self) -> float:
        return self.step * self.size

    def transform(self, weights: Array) -> Transform:
        """The transform of a measure on the lattice, tilted."""
        return np.fft.rfft(weights * np.exp(-self.tilt * np.arange(self.size)))

    def place(self, amounts: Array, weights: Array) -> Array:
        """Put weights at amounts; one between two points is shared so that the mean holds."""
        position = amounts / self.step
        nearest = np.rint(position)
        # Exact multiples must not be smeared by the last bit of a division.
        position = np.where(np.abs(position - nearest) < 1e-6, nearest, position)
        inside = position < self.size - 1
        position, weights = position[inside], weights[inside]
        below = position.astype(np.int64)
        share = position - below
        placed = np.zeros(self.size)
        placed += np.bincount(below, weights * (1 - share), self.size)
        placed += np.bincount(below + 1, weights * share, self.size)
        return placed


def negative_binomials(plain: Iterable[tuple[float, float, int]], lattice: Lattice) -> Transform:
    """Failures of all clips at known rates: (p, cost of a try, clips) each."""
    amounts: list[Array] = []
    rates: list[Array] = []
    total = 0.0
    for p, cost, clips in plain:
        if p >= 1.0 or cost <= 0.0:
            continue
        log_q = math.log1p(-p)
        most = int(min(lattice.reach / cost, math.log(_NEGLIGIBLE) / log_q)) + 2
        lengths = np.arange(1, most, dtype=np.float64)
        amounts.append(lengths * cost)
        rates.append(clips * np.exp(lengths * log_q) / lengths)
        total -= clips * math.log(p)
    if not amounts:
        return np.ones(lattice.size // 2 + 1, np.complex128)
    jumps = lattice.place(np.concatenate(amounts), np.concatenate(rates))
    return np.exp(lattice.transform(jumps) - total)


def ranged(cost: CostRange, lattice: Lattice) -> Transform:
    """One amount from a range."""
    return lattice.transform(lattice.place(*atoms(cost)))


def learnt(needs: Sequence[Need], rate: LearntRate, lattice: Lattice) -> Transform:
    """Failures of clips that share one unknown rate."""
    costs = {need.cost for need in needs}
    if len(costs) == 1:
        cost = float(costs.pop())
        clips = sum(need.clips for need in needs)
        size = int(min(lattice.reach / cost + 2, 20_000_000))
        chances = beta_negative_binomial(clips, rate.a, rate.b, size)
        return lattice.transform(lattice.place(np.arange(size, dtype=np.float64) * cost, chances))
    tries = _single_tries(needs, lattice)
    mixture = np.zeros(lattice.size // 2 + 1, np.complex128)
    for p, weight in rate_nodes(rate, LEARNT_NODES):
        product = np.full_like(mixture, weight)
        for need, one_try in zip(needs, tries, strict=True):
            product *= power(p / (1 - (1 - p) * one_try), need.clips)
        mixture += product
    return mixture


def _single_tries(needs: Sequence[Need], lattice: Lattice) -> list[Transform]:
    one = np.ones(1)
    return [lattice.transform(lattice.place(one * float(need.cost), one)) for need in needs]


def power(base: Transform, exponent: int) -> Transform:
    """``base`` to a whole power by squaring: numpy's complex power is far slower."""
    result = None
    while exponent:
        if exponent & 1:
            result = base if result is None else result * base
        exponent >>= 1
        if exponent:
            base = base * base
    return np.ones_like(base) if result is None else result


def capped(part: CappedClips, lattice: Lattice) -> Transform:
    """Whole cost of clips that are given up after some failures.

    With w the transform of one try, a clip is Σ p·qʲ⁻¹·wʲ for j = 1 .. m, a geometric series,
    plus (q·w)ᵐ times the fallback's.
    """
    tries = _single_tries(part.needs, lattice)
    fallbacks = [ranged(cost, lattice) for cost in part.fallback]
    mixture = np.zeros(lattice.size // 2 + 1, np.complex128)
    for p, weight in rate_nodes(part.rate, CAPPED_NODES):
        product = np.full_like(mixture, weight)
        hopeless = (1 - p) ** part.most > _NEGLIGIBLE
        for need, one_try, fallback in zip(part.needs, tries, fallbacks, strict=True):
            failed = (1 - p) * one_try
            clip = p * one_try / (1 - failed)
            if hopeless:
                all_failed = power(failed, part.most)
                clip = clip * (1 - all_failed) + all_failed * fallback
            product *= power(clip, need.clips)
        mixture += product
    return mixture
