"""When to stop trying, and what a clip costs under such a rule.

With a rate learnt as Beta(a, b), the next try after m failures succeeds with probability
a / (a + b + m). Trying on is worth it while that chance times the fallback's cost F exceeds
the try's cost g, so the last worthwhile number of failures is m* = ⌈aF/g − (a + b)⌉.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from pixelwatt_video_budget.core.ranges import CostRange
from pixelwatt_video_budget.core.special import beta_quantile
from pixelwatt_video_budget.core.tries import FixedRate, LearntRate, Rate

NEVER = 1_000_000
"""Stands for "never give up" where a number of tries is wanted."""
_TAIL = 1e-13
"""Chance of the unknown rate left out at either end."""


def give_up_after(rate: Rate, try_cost: float, fallback_cost: float) -> int:
    """The number of failures after which the fallback is cheaper; 0: do not even begin.

    A fixed rate never changes with failures: its answer is 0 or `NEVER`.
    """
    if try_cost <= 0:
        return NEVER
    if isinstance(rate, FixedRate):
        return NEVER if float(rate.p) * fallback_cost > try_cost else 0
    stop = math.ceil(rate.a * fallback_cost / try_cost - (rate.a + rate.b))
    return min(max(stop, 0), NEVER)


def expected_cost(rate: LearntRate, try_cost: float, fallback_cost: float, most: int) -> float:
    """The mean cost of one clip that is given up after ``most`` failures."""
    a, b = float(rate.a), float(rate.b)
    still_open, total = 1.0, 0.0
    for failures in range(most):
        total += still_open * try_cost
        still_open *= (b + failures) / (a + b + failures)
    return total + still_open * fallback_cost


def capped_clip_moments(
    p: float, try_cost: float, most: int, fallback: CostRange
) -> tuple[float, float]:
    """Mean and variance of one clip's cost at a known rate."""
    q = 1.0 - p
    tries = np.arange(1, most + 1, dtype=np.float64)
    chance = p * q ** (tries - 1)
    given_up = q**most
    spent = most * try_cost
    mean = float(chance @ tries) * try_cost + given_up * (spent + fallback.mean)
    square = float(chance @ tries**2) * try_cost**2 + given_up * (
        (spent + fallback.mean) ** 2 + fallback.variance
    )
    return mean, max(square - mean**2, 0.0)


def rate_nodes(rate: Rate, count: int = 128) -> list[tuple[float, float]]:
    """Rates and weights that stand for what is known of p: one, or a quadrature of ``count``.

    Gauss-Legendre in the angle θ with p = sin² θ, in which a Beta density has no spike at its
    ends. With 128 nodes the chance that n tries are enough for 30 clips is exact to 1e-12.
    """
    if isinstance(rate, FixedRate):
        return [(float(rate.p), 1.0)]
    return _beta_nodes(float(rate.a), float(rate.b), count)


@lru_cache(maxsize=256)
def _beta_nodes(a: float, b: float, count: int) -> list[tuple[float, float]]:
    first, last = (math.asin(math.sqrt(beta_quantile(a, b, tail))) for tail in (_TAIL, 1.0 - _TAIL))
    nodes, widths = np.polynomial.legendre.leggauss(count)
    angles = (last - first) / 2 * nodes + (last + first) / 2
    log_density = (2 * a - 1) * np.log(np.sin(angles)) + (2 * b - 1) * np.log(np.cos(angles))
    weights = widths * np.exp(log_density - log_density.max())
    weights /= weights.sum()
    return [(float(p), float(w)) for p, w in zip(np.sin(angles) ** 2, weights, strict=True)]
