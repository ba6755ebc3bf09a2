"""When to stop trying, and what a clip costs under such a rule.

With a rate learnt as Beta(a, b), the next try after m failures succeeds with probability
a / (a + b + m). Trying on is worth it while that chance times the fallback's cost F exceeds
the try's cost g, so the last worthwhile number of failures is m* = ⌈aF/g − (a + b)⌉.
"""

from __future__ import annotations

import math

import numpy as np

from pixelwatt_video_budget.core.ranges import CostRange
from pixelwatt_video_budget.core.special import Array, beta_quantiles
from pixelwatt_video_budget.core.tries import FixedRate, LearntRate, Rate

NEVER = 1_000_000
"""Stands for "never give up" where a number of tries is wanted."""


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


def rate_nodes(rate: Rate, count: int = 256) -> list[tuple[float, float]]:
    """Rates and weights that stand for what is known of p: one, or ``count`` equally likely."""
    if isinstance(rate, FixedRate):
        return [(float(rate.p), 1.0)]
    middles: Array = (np.arange(count) + 0.5) / count
    values = beta_quantiles(float(rate.a), float(rate.b), middles)
    return [(max(float(p), 1e-6), 1.0 / count) for p in values]
