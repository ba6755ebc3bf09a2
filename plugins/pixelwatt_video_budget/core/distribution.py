"""The exact distribution of a sum of independent costs, by Fourier convolution on a lattice.

A negative binomial is a compound Poisson sum of logarithmic jumps: tries beyond the needed
clips arrive as jumps of j tries at rate r·qʲ/j. The jumps of all shots add up in one measure
ν, and the distribution of the whole film is a single transform, exp(ν̂ − ν(1)): a film of a
thousand different shots costs as much as one shot. Ranges and learnt rates multiply in as
factors of their own. Source: Grübel, Hermesmeier, "Computation of compound distributions I:
aliasing errors and exponential tilting", ASTIN Bulletin 29 (1999).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pixelwatt_video_budget.core import factors
from pixelwatt_video_budget.core.parts import (
    CappedClips,
    Clips,
    Constant,
    Part,
    Ranged,
    part_mean,
    part_variance,
)
from pixelwatt_video_budget.core.special import Array
from pixelwatt_video_budget.core.tries import FixedRate, LearntRate

EXACT_CELLS = 1 << 20
ROUNDED_CELLS = 1 << 16
FEWEST_CELLS = 1 << 12
COVERED = 0.9995
_TRANSFORMED = 1 << 22
"""Cells times transforms that a film may take: about half a second."""
_TILT = 24.0
"""Damping over the transform's length: aliases shrink by e^-24, rounding grows by e^12."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """The distribution of a cost on ``offset + step·k``."""

    offset: Fraction
    step: Fraction
    cumulative: Array
    """P(cost ≤ offset + step·k); beyond the array lies only a far tail."""
    exact: bool
    """Whether every possible cost is a lattice point (else amounts were rounded to ``step``)."""

    def quantile(self, probability: float) -> Fraction:
        """The least amount that suffices with ``probability``."""
        if len(self.cumulative) == 1:
            return self.offset
        if self.exact:
            index = int(np.searchsorted(self.cumulative, probability - 1e-10))
            return self.offset + self.step * index
        cells = np.arange(len(self.cumulative)) + 0.5
        position = float(np.interp(probability, self.cumulative, cells))
        return self.offset + self.step * Fraction(max(position, 0.0))

    def probability_at_most(self, amount: Fraction) -> float:
        """The chance that ``amount`` is enough."""
        position = float((amount - self.offset) / self.step)
        if position < 0 and (self.exact or position <= -0.5):
            return 0.0
        if self.exact:
            return float(self.cumulative[min(math.floor(position), len(self.cumulative) - 1)])
        return float(np.interp(position - 0.5, np.arange(len(self.cumulative)), self.cumulative))


def certain(amount: Fraction) -> Distribution:
    """The distribution of an amount that is known."""
    return Distribution(amount, Fraction(1), np.ones(1), exact=True)


def convolve(parts: Sequence[Part], most_rounded: int = ROUNDED_CELLS) -> Distribution:
    """The distribution of the sum of independent ``parts``.

    Where amounts have no common unit they are rounded to one of ``most_rounded`` steps.
    """
    return _convolve(tuple(parts), most_rounded)


# Undo, redo and looking at another confidence ask for sums that were just worked out.
@lru_cache(maxsize=16)
def _convolve(parts: tuple[Part, ...], most_rounded: int) -> Distribution:
    offset = sum((_least(part) for part in parts), Fraction(0))
    random = [part for part in parts if not _is_certain(part)]
    if not random:
        return certain(offset)
    span = _likely_span(random)
    unit = _common_unit(random)
    for _attempt in range(12):
        result = _on_lattice(random, offset, unit, span, most_rounded)
        if result.cumulative[-1] >= COVERED:
            break
        span *= 2
    return result


def _least(part: Part) -> Fraction:
    match part:
        case Constant(amount):
            return amount
        case Clips(needs, _):
            return sum((need.clips * need.cost for need in needs), Fraction(0))
    return Fraction(0)


def _is_certain(part: Part) -> bool:
    match part:
        case Constant():
            return True
        case Clips(needs, rate):
            sure = isinstance(rate, FixedRate) and rate.p >= 1
            return sure or all(need.cost == 0 for need in needs)
    return False


def _likely_span(parts: Iterable[Part]) -> float:
    """An amount above the least that is rarely exceeded; `convolve` doubles it if it is."""
    mean = variance = widest = 0.0
    for part in parts:
        part_average, part_spread = part_mean(part), part_variance(part)
        least = float(_least(part))
        if part_average is None or part_spread is None:
            mean += 4 * least
            variance += (4 * least) ** 2
        else:
            mean += float(part_average) - least
            variance += part_spread
            widest = max(widest, part_spread)
    return mean + 6 * math.sqrt(variance) + 6 * math.sqrt(widest)


def _common_unit(parts: Iterable[Part]) -> Fraction | None:
    """The largest amount of which every cost per try is a multiple; None for ranges."""
    unit = Fraction(0)
    for part in parts:
        match part:
            case Clips(needs, _):
                pass
            case CappedClips(needs, fallback=fallback) if all(cost.high == 0 for cost in fallback):
                pass
            case _:
                return None
        for need in needs:
            unit = Fraction(
                math.gcd(unit.numerator * need.cost.denominator,
                         need.cost.numerator * unit.denominator),
                unit.denominator * need.cost.denominator,
            )  # fmt: skip
    return unit


def _on_lattice(
    parts: Sequence[Part],
    offset: Fraction,
    unit: Fraction | None,
    span: float,
    most_rounded: int,
) -> Distribution:
    effort = sum(_effort(part) for part in set(parts))
    affordable = max(_TRANSFORMED // max(effort, 1), FEWEST_CELLS)
    exact = unit is not None and span / float(unit) < min(EXACT_CELLS, affordable)
    if exact:
        assert unit is not None
        step, cells = unit, math.ceil(span / float(unit)) + 2
    else:
        cells = min(most_rounded, affordable)
        step = Fraction(span) / cells
    size = 1 << (2 * cells - 1).bit_length()
    lattice = factors.Lattice(float(step), size, _TILT / size)
    transform = _transform(parts, lattice)
    tilted = np.fft.irfft(transform, size)[:cells]
    probabilities = tilted * np.exp(lattice.tilt * np.arange(cells))
    cumulative = np.minimum(np.cumsum(np.maximum(probabilities, 0.0)), 1.0)
    return Distribution(offset, step, cumulative, exact)


def _effort(part: Part) -> int:
    """How many transforms of its own a part takes: what must be paid for with coarser steps."""
    known = isinstance(part, Clips | CappedClips) and isinstance(part.rate, FixedRate)
    match part:
        case CappedClips():
            return 1 if known else factors.CAPPED_NODES * 2
        case Clips(needs, _):
            return 0 if known else (1 if len(needs) == 1 else factors.LEARNT_NODES)
    return 1


def _transform(parts: Sequence[Part], lattice: factors.Lattice) -> NDArray[np.complex128]:
    """The product of all parts' transforms; equal parts are transformed once."""
    jumps: defaultdict[tuple[float, Fraction], int] = defaultdict(int)
    alike: defaultdict[Part, int] = defaultdict(int)
    for part in parts:
        match part:
            case Clips(needs, FixedRate(p)):
                for need in needs:
                    jumps[float(p), need.cost] += need.clips
            case Ranged(cost, copies):
                alike[Ranged(cost)] += copies
            case _:
                alike[part] += 1
    plain = ((p, float(cost), clips) for (p, cost), clips in jumps.items())
    product = factors.negative_binomials(plain, lattice)
    for part, copies in alike.items():
        product *= factors.power(_own_factor(part, lattice), copies)
    return product


def _own_factor(part: Part, lattice: factors.Lattice) -> NDArray[np.complex128]:
    match part:
        case Ranged(cost, _):
            return factors.ranged(cost, lattice)
        case CappedClips():
            return factors.capped(part, lattice)
        case Clips(needs, LearntRate() as rate):
            return factors.learnt(needs, rate, lattice)
    raise AssertionError(part)
