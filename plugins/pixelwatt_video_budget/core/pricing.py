"""From a shot to its priced part: billed lengths, cost of one try, source, and what stops it."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.billing import (
    Billing,
    Lengths,
    billed_lengths,
    clip_length,
    clip_price,
)
from pixelwatt_video_budget.core.giveup import NEVER, give_up_after
from pixelwatt_video_budget.core.parts import CappedClips, Clips, Need, Part, Ranged
from pixelwatt_video_budget.core.plan import Plan, Shot
from pixelwatt_video_budget.core.price_book import PriceBook
from pixelwatt_video_budget.core.price_rows import Freshness, PriceRow, freshness
from pixelwatt_video_budget.core.ranges import CostRange, make_range
from pixelwatt_video_budget.core.tiers import Tier, find_tier
from pixelwatt_video_budget.core.tries import Rate
from pixelwatt_video_budget.text import tr

MOST_GIVE_UP = 5_000
"""Beyond this many failures the rule makes no difference a budget could show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedShot:
    """A shot with all that its cost is made of, in the plan's currency."""

    shot: Shot
    part: Part
    notes: tuple[str, ...] = ()
    row: PriceRow | None = None
    billing: Billing | None = None
    exchange: Fraction = Fraction(1)
    price_factor: Fraction = Fraction(1)
    rate: Rate | None = None
    lengths: tuple[Fraction, ...] = ()
    """Billed seconds of each clip that one of the ``count`` shots needs."""
    review_cost: Fraction = Fraction(0)
    tier: Tier | None = None
    cost_range: CostRange | None = None
    """The range of one of the ``count`` shots, for a shot priced by tier."""
    give_up: int | None = None

    @property
    def clips(self) -> int:
        return len(self.lengths) * self.shot.count

    @property
    def one_pass_seconds(self) -> Fraction:
        """Seconds billed if every clip were kept at the first try."""
        return sum(self.lengths, Fraction(0)) * self.shot.count

    @property
    def needs(self) -> tuple[Need, ...]:
        return self.part.needs if isinstance(self.part, Clips | CappedClips) else ()


@dataclass(frozen=True, slots=True)
class Unpriced:
    """A shot that is kept out of the totals, and why."""

    shot: Shot
    reason: str
    row: PriceRow | None = None
    """The price row that waits for confirmation, if that is the reason."""


def price_shot(
    plan: Plan, shot: Shot, book: PriceBook, today: date, price_factor: Decimal = Decimal(1)
) -> PricedShot | Unpriced:
    """Price one shot; what cannot be priced comes back as `Unpriced` with its reason."""
    try:
        if shot.tier or shot.low is not None or shot.high is not None:
            return _price_by_tier(plan, shot)
        return _price_clips(plan, shot, book, today, Fraction(price_factor))
    except _WaitsForConfirmation as waiting:
        return Unpriced(shot, str(waiting), waiting.row)
    except Problem as problem:
        return Unpriced(shot, str(problem))


class _WaitsForConfirmation(Problem):
    def __init__(self, what: str, row: PriceRow) -> None:
        super().__init__(what, tr("Confirm the price to count it."))
        self.row = row


def _price_by_tier(plan: Plan, shot: Shot) -> PricedShot:
    cost_range, tier = tier_range(plan, shot.tier, shot.seconds, shot)
    return PricedShot(shot=shot, part=Ranged(cost_range, shot.count), tier=tier,
                      cost_range=cost_range, exchange=_exchange(plan, "USD"))  # fmt: skip


def tier_range(
    plan: Plan, tier_id: str, seconds: Decimal, shot: Shot
) -> tuple[CostRange, Tier | None]:
    """What ``seconds`` cost in a tier, or between the shot's own low and high per minute."""
    tier = find_tier(tier_id) if tier_id else None
    low, high = shot.low, shot.high or shot.top
    if tier is not None:
        low = tier.low if low is None else low
        high = high or tier.high
        if high is None:
            raise Problem(
                tr("{tier} is open-ended in the essay ({low}+).", tier=tier.id, low=tier.low),
                tr("Give the highest cost per minute to plan with (top)."),
            )
    if low is None or high is None:
        raise Problem(tr("A range needs both its low and its high figure."))
    minutes = float(seconds) / 60 * float(_exchange(plan, "USD") if tier else 1)
    mode = None if shot.mode is None else float(shot.mode)
    return make_range(shot.range, float(low), float(high), mode).scaled(minutes), tier


def _price_clips(
    plan: Plan, shot: Shot, book: PriceBook, today: date, factor: Fraction
) -> PricedShot:
    rate = shot_rate(plan, shot)
    row, billing, lengths, notes = _billing(plan, shot, book, today)
    exchange = _exchange(plan, row.currency) if row is not None else Fraction(1)
    pieces = _clip_lengths(shot, billing, lengths)
    review = Fraction(shot.review_seconds) * Fraction(shot.review_per_hour) / 3600
    costs = Counter(clip_price(billing, piece) * exchange * factor + review for piece in pieces)
    needs = tuple(Need(clips * shot.count, cost) for cost, clips in costs.items())
    part: Part = Clips(needs, rate)
    give_up = None
    if shot.fallback:
        per_clip = shot.seconds / len(pieces)
        over = dataclasses.replace(shot, low=None, high=None, mode=None, top=shot.fallback_top)
        fallback, _ = tier_range(plan, shot.fallback, per_clip, over)
        dearest = float(max(need.cost for need in needs))
        give_up = shot.give_up_after
        if give_up is None:
            give_up = give_up_after(rate, dearest, fallback.mean)
        if give_up == 0:
            part = Ranged(fallback, len(pieces) * shot.count)
        elif give_up < NEVER:
            part = CappedClips(needs, rate, min(give_up, MOST_GIVE_UP), (fallback,) * len(needs))
    return PricedShot(
        shot=shot, part=part, notes=tuple(notes), row=row, billing=billing, exchange=exchange,
        price_factor=factor, rate=rate, lengths=tuple(pieces), review_cost=review,
        give_up=give_up,
    )  # fmt: skip


def shot_rate(plan: Plan, shot: Shot) -> Rate:
    """The shot's usable rate, looking up a shared pilot by name."""
    if isinstance(shot.pilot, str):
        pilot = plan.pilots.get(shot.pilot)
        if pilot is None:
            raise Problem(tr("There is no pilot called “{name}”.", name=shot.pilot[:60]))
        return pilot
    rate = shot.rate
    if rate is None:
        raise Problem(
            tr("It has no usable rate."), tr("Give usable_rate, or a pilot's kept and tried.")
        )
    return rate


def _billing(
    plan: Plan, shot: Shot, book: PriceBook, today: date
) -> tuple[PriceRow | None, Billing, Lengths, list[str]]:
    own_lengths = Lengths(shot.whole_lengths)
    if shot.price is None:
        raise Problem(tr("It has neither a price nor a tier."))
    if not isinstance(shot.price, str):
        return None, shot.price, own_lengths, []
    row = book.find(shot.price)
    if row.billing is None:
        raise Problem(
            tr("“{row}” is billed per {unit} and does not price a generated clip.", row=row.id,
               unit=row.unit),
            tr("Choose a row billed per second or per clip."),
        )  # fmt: skip
    notes = _freshness_notes(plan, row, today, book.stale_after_days)
    return row, row.billing, own_lengths if shot.whole_lengths else row.lengths, notes


def _freshness_notes(plan: Plan, row: PriceRow, today: date, stale_after_days: int) -> list[str]:
    state = freshness(row, today, stale_after_days)
    if state is Freshness.CURRENT:
        return []
    what = {
        Freshness.RETIRED: tr("“{row}” is no longer sold since {day}.", row=row.id,
                              day=row.retired),
        Freshness.STALE: tr("The price “{row}” of {day} is over {days} days old.", row=row.id,
                            day=row.date, days=stale_after_days),
        Freshness.UNDATED: tr("The price “{row}” has no date.", row=row.id),
    }[state]  # fmt: skip
    confirmed = plan.confirmed.get(row.id)
    if confirmed is None:
        raise _WaitsForConfirmation(what, row)
    return [f"{what} {tr('Confirmed on {day}.', day=confirmed)}"]


def _exchange(plan: Plan, currency: str) -> Fraction:
    if currency == plan.currency:
        return Fraction(1)
    for known in plan.rates:
        if known.currency == currency:
            return Fraction(known.rate)
    raise Problem(
        tr("The price is in {price_currency}, the plan in {plan_currency}.",
           price_currency=currency, plan_currency=plan.currency),
        tr("Type the rate of {price_currency} with its date.", price_currency=currency),
    )  # fmt: skip


def _clip_lengths(shot: Shot, billing: Billing, lengths: Lengths) -> list[Fraction]:
    """Billed seconds of each clip one shot needs, after trimming."""
    generated = clip_length(billing)
    if generated is None and shot.clip_seconds is not None:
        pieces = billed_lengths(Fraction(shot.clip_seconds), lengths)
        if len(pieces) > 1:
            raise Problem(
                tr("Clips of {seconds} s are longer than is sold.", seconds=shot.clip_seconds)
            )
        generated_length = pieces[0]
    elif generated is not None:
        generated_length = Fraction(generated)
    elif shot.kept_seconds is not None:
        raise Problem(
            tr("It says how much of a clip is kept, but not how long clips are."),
            tr("Give clip_seconds too."),
        )
    else:
        return billed_lengths(Fraction(shot.seconds), lengths)
    kept = generated_length if shot.kept_seconds is None else Fraction(shot.kept_seconds)
    if kept > generated_length:
        raise Problem(
            tr("More seconds are kept ({kept}) than a clip has ({clip}).",
               kept=float(kept), clip=float(generated_length))
        )  # fmt: skip
    clips = math.ceil(Fraction(shot.seconds) / kept)
    if clips > 10_000:
        raise Problem(
            tr("A shot of {seconds} s needs {pieces} clips.", seconds=shot.seconds, pieces=clips),
            tr("Split it into several shots."),
        )
    return [generated_length] * clips
