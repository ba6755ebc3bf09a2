"""The usable rate at which AI stops being cheaper than a way of filming.

A minute made by AI costs c / p (c: one pass over the minute, with review) plus what people cost
whatever the rate; the tier costs L. They are equal at p* = c / (L − people).
"""

from __future__ import annotations

from dataclasses import dataclass

from pixelwatt_video_budget.core.tiers import Tier


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The least usable rate at which AI is no dearer than a tier's low and high end.

    A rate is None where AI is dearer at any rate, because people alone cost as much.
    """

    tier: Tier
    compute_at_low: float | None
    compute_at_high: float | None
    with_people_at_low: float | None
    with_people_at_high: float | None


def break_even_rate(
    pass_per_minute: float, people_per_minute: float, tier_per_minute: float
) -> float | None:
    """p* = c / (L − people), or None where no rate up to 1 is enough."""
    left = tier_per_minute - people_per_minute
    if left <= 0:
        return None
    rate = pass_per_minute / left
    return rate if rate <= 1 else None


def break_even(pass_per_minute: float, people_per_minute: float, tier: Tier) -> BreakEven:
    """Break-even rates on compute and review alone, and with the people's cost."""
    high = None if tier.high is None else float(tier.high)

    def at(people: float, cost: float | None) -> float | None:
        return None if cost is None else break_even_rate(pass_per_minute, people, cost)

    return BreakEven(
        tier, at(0.0, float(tier.low)), at(0.0, high),
        at(people_per_minute, float(tier.low)), at(people_per_minute, high),
    )  # fmt: skip
