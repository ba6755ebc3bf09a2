"""What a further pilot is worth before it is made (preposterior analysis).

A pilot of m tries keeps k clips with a beta-binomial chance; each outcome sharpens the rate
and so changes the budget that the wanted confidence asks for. Clips kept in the pilot are
used. What the pilot saves is today's budget less the average of those budgets, the pilot's
own price included. Source: Raiffa, Schlaifer, Applied Statistical Decision Theory, ch. 4-5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from pixelwatt_video_budget.core.tries import LearntRate, tries_quantiles

SIZES = (2, 4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class PilotValue:
    """Budgets in the unit of ``try_cost``; ``saving`` may be negative."""

    size: int
    price: float
    budget_now: float
    budget_expected: float

    @property
    def saving(self) -> float:
        return self.budget_now - self.budget_expected


def pilot_value(
    needed: int, rate: LearntRate, try_cost: float, size: int, confidence: float
) -> PilotValue:
    """The expected budget at ``confidence`` if ``size`` more tries are looked at first."""
    now = tries_quantiles(needed, rate, (confidence,))[0] * try_cost
    expected = 0.0
    for kept in range(size + 1):
        chance = beta_binomial(kept, size, rate.a, rate.b)
        remaining = max(needed - kept, 0)
        later = LearntRate(rate.kept + kept, rate.tried + size)
        more = tries_quantiles(remaining, later, (confidence,))[0] if remaining else 0
        expected += chance * (size + more) * try_cost
    return PilotValue(size, size * try_cost, now, expected)


def best_pilot(
    needed: int, rate: LearntRate, try_cost: float, confidence: float
) -> list[PilotValue]:
    """The value of pilots of several sizes, in order of size."""
    return [pilot_value(needed, rate, try_cost, size, confidence) for size in SIZES]


def beta_binomial(kept: int, size: int, a: float, b: float) -> float:
    """P(``kept`` of ``size``) when the rate is Beta(a, b)."""
    return math.comb(size, kept) * math.exp(
        math.lgamma(a + kept) + math.lgamma(b + size - kept) - math.lgamma(a + b + size)
        + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    )  # fmt: skip
