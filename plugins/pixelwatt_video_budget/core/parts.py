"""The independent parts of which a film's cost is made; what the distributions are built from."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from pixelwatt_video_budget.core.giveup import (
    capped_clip_moments,
    expected_cost,
    rate_nodes,
)
from pixelwatt_video_budget.core.ranges import CostRange
from pixelwatt_video_budget.core.tries import (
    FixedRate,
    LearntRate,
    Rate,
    mean_tries,
)


@dataclass(frozen=True, slots=True)
class Need:
    """``clips`` kept clips, each try of which costs ``cost``."""

    clips: int
    cost: Fraction


@dataclass(frozen=True, slots=True)
class Clips:
    """Clips generated until enough are kept. A learnt rate is one unknown for all ``needs``."""

    needs: tuple[Need, ...]
    rate: Rate

    @property
    def clips(self) -> int:
        return sum(need.clips for need in self.needs)


@dataclass(frozen=True, slots=True)
class CappedClips:
    """As `Clips`, but each clip is given up after ``most`` failed tries for ``fallback``."""

    needs: tuple[Need, ...]
    rate: Rate
    most: int
    fallback: tuple[CostRange, ...]
    """The cost of one clip made the other way, for each of ``needs``."""

    @property
    def clips(self) -> int:
        return sum(need.clips for need in self.needs)


@dataclass(frozen=True, slots=True)
class Ranged:
    """``copies`` independent amounts from one range."""

    cost: CostRange
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Constant:
    """An amount that is certain."""

    amount: Fraction


Part = Clips | CappedClips | Ranged | Constant


@lru_cache(maxsize=8192)
def part_mean(part: Part) -> Fraction | None:
    """The mean cost of a part; None when it is infinite."""
    match part:
        case Constant(amount):
            return amount
        case Ranged(cost, copies):
            return Fraction(cost.mean) * copies
        case CappedClips():
            return Fraction(_capped_moments(part)[0])
        case Clips(needs, rate):
            one = mean_tries(1, rate)
            if one is None:
                return None
            return sum((need.cost * need.clips for need in needs), Fraction(0)) * one


def part_variance(part: Part) -> float | None:
    """The variance of a part's cost; None when it is infinite."""
    match part:
        case Constant():
            return 0.0
        case Ranged(cost, copies):
            return cost.variance * copies
        case CappedClips():
            return _capped_moments(part)[1]
        case Clips(needs, FixedRate(p)):
            each = (1 - float(p)) / float(p) ** 2
            return sum(need.clips * float(need.cost) ** 2 for need in needs) * each
        case Clips(needs, LearntRate(a=a, b=b)):
            if a <= 2:
                return None
            inverse = (a + b - 1) / (a - 1)
            square = (a + b - 1) * (a + b - 2) / ((a - 1) * (a - 2))
            own = sum(need.clips * float(need.cost) ** 2 for need in needs)
            shared = sum(need.clips * float(need.cost) for need in needs)
            return own * (square - inverse) + shared**2 * (square - inverse**2)
    raise AssertionError(part)


@lru_cache(maxsize=1024)
def _capped_moments(part: CappedClips) -> tuple[float, float]:
    """Mean and variance of capped clips, the unknown rate integrated out."""
    first = second = 0.0
    for p, weight in rate_nodes(part.rate, 64):
        mean = variance = 0.0
        for need, fallback in zip(part.needs, part.fallback, strict=True):
            one_mean, one_variance = capped_clip_moments(p, float(need.cost), part.most, fallback)
            mean += need.clips * one_mean
            variance += need.clips * one_variance
        first += weight * mean
        second += weight * (variance + mean**2)
    variance = max(second - first**2, 0.0)
    if isinstance(part.rate, LearntRate):
        first = sum(
            need.clips * expected_cost(part.rate, float(need.cost), fallback.mean, part.most)
            for need, fallback in zip(part.needs, part.fallback, strict=True)
        )
    return first, variance
