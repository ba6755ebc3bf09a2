"""The few special functions the planner needs, so that it can do without scipy."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STANDARD_NORMAL: Final = NormalDist()
_REACH: Final = 9.0
"""The tables of the normal distribution reach nine standard deviations to either side."""


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction.

    Source: Press et al., Numerical Recipes, section 6.4.
    """
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - incomplete_beta(b, a, 1.0 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
        + a * math.log(x) + b * math.log1p(-x)
    )  # fmt: skip
    return front * _beta_fraction(a, b, x) / a


def _beta_fraction(a: float, b: float, x: float) -> float:
    tiny = 1e-300
    c, d = 1.0, 1.0 / _away_from_zero(1.0 - (a + b) * x / (a + 1.0), tiny)
    value = d
    for m in range(1, 20_000):
        even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0))
        step = 1.0
        for term in (even, odd):
            d = 1.0 / _away_from_zero(1.0 + term * d, tiny)
            c = _away_from_zero(1.0 + term / c, tiny)
            step *= c * d
        value *= step
        if abs(step - 1.0) < 1e-15:
            break
    return value


def _away_from_zero(value: float, tiny: float) -> float:
    return tiny if abs(value) < tiny else value


def beta_quantile(a: float, b: float, probability: float) -> float:
    """The x at which I_x(a, b) reaches ``probability``, by bisection."""
    low, high = 0.0, 1.0
    for _ in range(80):
        middle = (low + high) / 2
        if incomplete_beta(a, b, middle) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@lru_cache(maxsize=256)
def _beta_table(a: float, b: float) -> tuple[Array, Array]:
    # Evenly spaced angles crowd the points towards both ends, where a pilot's density piles up.
    x = np.sin(np.linspace(0.0, math.pi / 2, 1201)) ** 2
    cumulative = np.array([incomplete_beta(a, b, float(v)) for v in x])
    return np.maximum.accumulate(cumulative), x


def beta_quantiles(a: float, b: float, probabilities: Array) -> Array:
    """`beta_quantile` for many probabilities at once, by interpolation (error below 1e-6)."""
    cumulative, x = _beta_table(a, b)
    return np.interp(probabilities, cumulative, x)


@cache
def _normal_table() -> tuple[Array, Array, Array]:
    z = np.linspace(-_REACH, _REACH, 18_001)
    upper = np.array([0.5 * math.erfc(float(v) / math.sqrt(2.0)) for v in z])
    return z, upper[::-1].copy(), np.log(upper)


def normal_cdf(z: Array) -> Array:
    """The standard normal distribution function of an array (error below 1e-7)."""
    grid, cumulative, _ = _normal_table()
    return np.interp(z, grid, cumulative)


def normal_log_survival(z: Array) -> Array:
    """log(1 − Φ(z)) of an array, accurate far into the tail."""
    grid, _, log_upper = _normal_table()
    return np.interp(z, grid, log_upper)
