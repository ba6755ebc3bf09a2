"""The plan: a film's shots and what is believed of them. Immutable; every edit is a new plan."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pixelwatt_video_budget.core.billing import Billing
from pixelwatt_video_budget.core.price_rows import PriceRow
from pixelwatt_video_budget.core.ranges import RangeKind
from pixelwatt_video_budget.core.tries import FixedRate, LearntRate

PLAN_VERSION = 1
QUANTILES = (0.5, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One row of the shot list: ``count`` like shots of ``seconds`` each."""

    name: str
    seconds: Decimal
    scene: str = ""
    count: int = 1
    usable_rate: Decimal | None = None
    pilot: LearntRate | str | None = None
    """Clips kept and tried, or the name of a pilot that several shots share."""
    price: Billing | str | None = None
    """The shot's own price, or the id of a price-book row."""
    whole_lengths: tuple[Decimal, ...] = ()
    clip_seconds: Decimal | None = None
    kept_seconds: Decimal | None = None
    """How much of each kept clip reaches the film: trimming, apart from the usable rate."""
    review_seconds: Decimal = Decimal(0)
    review_per_hour: Decimal = Decimal(0)
    tier: str = ""
    range: RangeKind = RangeKind.LOGNORMAL
    low: Decimal | None = None
    high: Decimal | None = None
    mode: Decimal | None = None
    top: Decimal | None = None
    """The upper figure asked for where a tier is open-ended."""
    fallback: str = ""
    fallback_top: Decimal | None = None
    give_up_after: int | None = None
    """Failures after which the fallback tier is taken; None: where it pays to."""
    notes: str = ""
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """Keys this version does not know; they are written back as they came."""

    @property
    def finished_seconds(self) -> Decimal:
        return self.seconds * self.count

    @property
    def rate(self) -> FixedRate | LearntRate | None:
        """The shot's own rate; None if it is another's pilot, or none is given."""
        if isinstance(self.pilot, LearntRate):
            return self.pilot
        return None if self.usable_rate is None else FixedRate(self.usable_rate)


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """``rate`` units of the plan's currency for one of ``currency``, as the user typed it."""

    currency: str
    rate: Decimal
    date: str


@dataclass(frozen=True, slots=True)
class FixedCost:
    """A cost that does not depend on tries: people, rent, a subscription."""

    name: str
    cost: Decimal


@dataclass(frozen=True, slots=True)
class Schedule:
    """What limits how fast clips are made and looked at."""

    slots: int = 4
    latency_seconds: Decimal = Decimal(73)
    requests_per_minute: Decimal | None = None
    reviewers: int = 1
    tries_per_round: int = 1
    hours_per_day: Decimal = Decimal(8)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A what-if: factors on the plan, and a price row for every generated shot if named."""

    name: str
    usable_rate_factor: Decimal = Decimal(1)
    price_factor: Decimal = Decimal(1)
    price: str = ""
    correlation: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was forecast for a shot (or the film, with an empty name), to be scored later."""

    shot: str
    made: str
    mean: Decimal | None
    quantiles: tuple[Decimal, ...]
    version: str = ""


@dataclass(frozen=True, slots=True)
class Actual:
    """What a shot really took."""

    shot: str
    cost: Decimal
    tries: int | None = None
    kept: int | None = None


@dataclass(frozen=True, slots=True)
class Upscale:
    """The second stage: kept drafts are enlarged on this machine, or by a priced service."""

    draft: str = ""
    full: str = ""
    fps: Decimal = Decimal(24)
    frames_per_second: Decimal | None = None
    joules_per_frame: Decimal | None = None
    per_kwh: Decimal = Decimal("0.30")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole budget document."""

    title: str = ""
    currency: str = "USD"
    confidence: Decimal = Decimal("0.9")
    correlation: Decimal = Decimal(0)
    shots: tuple[Shot, ...] = ()
    pilots: Mapping[str, LearntRate] = dataclasses.field(default_factory=dict)
    confirmed: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Stale or retired price rows the user has confirmed, with the day of it."""
    rates: tuple[ExchangeRate, ...] = ()
    fixed: tuple[FixedCost, ...] = ()
    prices: tuple[PriceRow, ...] = ()
    schedule: Schedule = Schedule()
    scenarios: tuple[Scenario, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    actuals: tuple[Actual, ...] = ()
    upscale: Upscale = Upscale()
    notes: str = ""
    version: int = PLAN_VERSION
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    unread: Mapping[str, tuple[Mapping[str, Any], ...]] = dataclasses.field(default_factory=dict)
    """Tables, by their kind, that could not be read; they are written back as they came."""

    @property
    def finished_seconds(self) -> Decimal:
        return sum((shot.finished_seconds for shot in self.shots), Decimal(0))

    def with_shots(self, shots: Sequence[Shot]) -> Plan:
        return dataclasses.replace(self, shots=tuple(shots))


def apply_scenario(plan: Plan, scenario: Scenario) -> Plan:
    """The plan as it would be under a what-if (price factors are applied when it is estimated)."""
    shots = []
    for shot in plan.shots:
        if shot.tier:
            shots.append(shot)
            continue
        changed = dataclasses.replace(shot, pilot=_scaled_pilot(shot.pilot, scenario))
        if shot.usable_rate is not None:
            rate = min(shot.usable_rate * scenario.usable_rate_factor, Decimal(1))
            changed = dataclasses.replace(changed, usable_rate=rate)
        if scenario.price:
            changed = dataclasses.replace(changed, price=scenario.price)
        shots.append(changed)
    correlation = plan.correlation if scenario.correlation is None else scenario.correlation
    pilots = {name: scale_pilot(p, scenario.usable_rate_factor) for name, p in plan.pilots.items()}
    return dataclasses.replace(plan, shots=tuple(shots), pilots=pilots, correlation=correlation)


def _scaled_pilot(pilot: LearntRate | str | None, scenario: Scenario) -> LearntRate | str | None:
    if isinstance(pilot, LearntRate):
        return scale_pilot(pilot, scenario.usable_rate_factor)
    return pilot


def scale_pilot(pilot: LearntRate, factor: Decimal) -> LearntRate:
    """The pilot whose mean rate is ``factor`` times as high: as many kept, of more or fewer."""
    tried = int((pilot.tried + 2) / factor + Decimal("0.5")) - 2
    return LearntRate(pilot.kept, max(tried, pilot.kept, 1))
