"""How many generations it takes until enough clips are kept.

With a known usable rate p the tries until r clips are kept are negative binomial; with a rate
learnt from a pilot (Beta a, b) they are beta-negative binomial, whose tail is heavy: its mean
is infinite for a ≤ 1 and its variance for a ≤ 2. Source: Johnson, Kemp, Kotz, Univariate
Discrete Distributions, sections 5.1 and 6.2.3.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.special import Array, incomplete_beta
from pixelwatt_video_budget.text import tr

LOWEST_RATE = Decimal("0.0001")
MOST_TRIES = 10_000_000
_TABLE_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class FixedRate:
    """A usable rate taken as known."""

    p: Decimal

    @property
    def mean(self) -> float:
        return float(self.p)


@dataclass(frozen=True, slots=True)
class LearntRate:
    """A usable rate learnt from ``kept`` of ``tried`` clips, from a uniform prior."""

    kept: int
    tried: int

    @property
    def a(self) -> int:
        return 1 + self.kept

    @property
    def b(self) -> int:
        return 1 + self.tried - self.kept

    @property
    def mean(self) -> float:
        return self.a / (self.a + self.b)


Rate = FixedRate | LearntRate


def expected_inverse(rate: Rate) -> Fraction | None:
    """E[1/p], the tries to expect for one kept clip; None when it is infinite."""
    if isinstance(rate, FixedRate):
        return 1 / Fraction(rate.p)
    if rate.a <= 1:
        return None
    return Fraction(rate.a + rate.b - 1, rate.a - 1)


def mean_tries(needed: int, rate: Rate) -> Fraction | None:
    """The mean number of tries until ``needed`` clips are kept; None when infinite."""
    inverse = expected_inverse(rate)
    return None if inverse is None else needed * inverse


def variance_of_tries(needed: int, rate: Rate) -> Fraction | None:
    """The variance of the tries; None when infinite.

    All ``needed`` clips share one unknown rate, so its part grows with the square of ``needed``.
    """
    inverse = expected_inverse(rate)
    if isinstance(rate, FixedRate):
        assert inverse is not None
        return needed * (1 - Fraction(rate.p)) * inverse**2
    if inverse is None or rate.a <= 2:
        return None
    a, b = rate.a, rate.b
    square = Fraction((a + b - 1) * (a + b - 2), (a - 1) * (a - 2))
    return needed * (square - inverse) + needed**2 * (square - inverse**2)


def negative_binomial(needed: int, p: float, size: int) -> Array:
    """P(k failures before ``needed`` kept clips) for k = 0 .. size-1."""
    failures = np.arange(1, size, dtype=np.float64)
    steps = np.log(needed - 1 + failures) - np.log(failures)
    if p < 1.0:
        steps += math.log1p(-p)
    else:
        steps[:] = -np.inf
    return np.exp(needed * math.log(p) + np.concatenate(([0.0], np.cumsum(steps))))


def beta_negative_binomial(needed: int, a: float, b: float, size: int) -> Array:
    """P(k failures before ``needed`` kept clips) for k = 0 .. size-1, p ~ Beta(a, b)."""
    first = (
        math.lgamma(a + needed) + math.lgamma(a + b)
        - math.lgamma(a) - math.lgamma(a + b + needed)
    )  # fmt: skip
    k = np.arange(size - 1, dtype=np.float64)
    steps = np.log(needed + k) + np.log(b + k) - np.log(k + 1) - np.log(a + b + needed + k)
    return np.exp(first + np.concatenate(([0.0], np.cumsum(steps))))


def probability_enough(needed: int, rate: Rate, tries: int) -> float:
    """P(``tries`` generations give at least ``needed`` kept clips)."""
    if tries < needed:
        return 0.0
    if isinstance(rate, FixedRate):
        return incomplete_beta(needed, tries - needed + 1, float(rate.p))
    return float(beta_negative_binomial(needed, rate.a, rate.b, tries - needed + 1).sum())


@lru_cache(maxsize=8192)
def tries_quantiles(needed: int, rate: Rate, probabilities: tuple[float, ...]) -> tuple[int, ...]:
    """The least number of tries that suffices with each probability.

    Raises `Problem` when the rate is so uncertain that it takes over 10 million tries.
    """
    if isinstance(rate, FixedRate):
        return _fixed_quantiles(needed, rate, probabilities)
    size = 4096
    while True:
        cumulative = np.cumsum(beta_negative_binomial(needed, rate.a, rate.b, size))
        if cumulative[-1] > max(probabilities):
            return _first_reaching(cumulative, needed, probabilities)
        size *= 4
        if size > MOST_TRIES:
            raise Problem(
                tr("{kept} kept of {tried} tried says too little about the usable rate.",
                   kept=rate.kept, tried=rate.tried),
                tr("Make a larger pilot, or give a usable rate."),
            )  # fmt: skip


def _fixed_quantiles(
    needed: int, rate: FixedRate, probabilities: tuple[float, ...]
) -> tuple[int, ...]:
    p = float(rate.p)
    if p >= 1.0:
        return (needed,) * len(probabilities)
    spread = math.sqrt(needed * (1 - p)) / p
    size = int(needed * (1 - p) / p + 10 * spread + 40 / -math.log1p(-p)) + 2
    if size <= _TABLE_LIMIT:
        return _first_reaching(np.cumsum(negative_binomial(needed, p, size)), needed, probabilities)
    return tuple(_bisect(needed, rate, probability, needed + size) for probability in probabilities)


def _first_reaching(
    cumulative: Array, needed: int, probabilities: Sequence[float]
) -> tuple[int, ...]:
    # A hair of slack: 0.67232 summed in floats must still count as having reached 0.67232.
    found = np.searchsorted(cumulative, np.array(probabilities) - 1e-12)
    return tuple(needed + int(index) for index in found)


def _bisect(needed: int, rate: FixedRate, probability: float, high: int) -> int:
    low = needed
    while low < high:
        middle = (low + high) // 2
        if probability_enough(needed, rate, middle) >= probability - 1e-12:
            high = middle
        else:
            low = middle + 1
    return low
