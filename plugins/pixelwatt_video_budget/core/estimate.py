"""A plan's cost with its risk: each shot, and the whole film."""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.distribution import Distribution, convolve
from pixelwatt_video_budget.core.montecarlo import Simulation, simulate
from pixelwatt_video_budget.core.parts import (
    CappedClips,
    Clips,
    Constant,
    Need,
    Part,
    Ranged,
    part_mean,
    part_variance,
)
from pixelwatt_video_budget.core.plan import QUANTILES, Plan
from pixelwatt_video_budget.core.price_book import PriceBook
from pixelwatt_video_budget.core.pricing import PricedShot, Unpriced, price_shot
from pixelwatt_video_budget.core.ranges import CostRange, RangeKind
from pixelwatt_video_budget.core.tries import tries_quantiles
from pixelwatt_video_budget.text import tr

Quantiles = Mapping[float, Fraction]
_NOTHING = CostRange(RangeKind.TRIANGULAR, 0.0, 0.0)
_SHOT_CELLS = 1 << 13


@dataclass(frozen=True, slots=True)
class Amounts:
    """Mean, standard deviation and quantiles; a mean or deviation that is infinite is None."""

    mean: Fraction | None
    sd: float | None
    quantiles: Quantiles


@dataclass(frozen=True, slots=True)
class ShotEstimate:
    """One shot's figures; ``cost`` and ``tries`` are None where they are unknown."""

    priced: PricedShot | Unpriced
    cost: Amounts | None = None
    tries: Amounts | None = None
    share: float = 0.0
    """The part of the film's budget, at the plan's confidence, that this shot decides."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The film."""

    plan: Plan
    cost: Amounts
    tries: Amounts
    budget: Fraction
    """What suffices with the plan's confidence."""
    shots: tuple[ShotEstimate, ...]
    warnings: tuple[str, ...]
    method: str
    """``exact``, ``rounded`` (to a lattice step) or ``simulated``."""
    step: Fraction
    distribution: Distribution | Simulation
    basis: tuple[object, ...] = ()
    """All that a shot's figures rest on beside the shot itself."""

    @property
    def priced(self) -> list[PricedShot]:
        return [s.priced for s in self.shots if isinstance(s.priced, PricedShot)]

    @property
    def known(self) -> bool:
        """Whether any shot could be priced; if none could, a total of zero would be a lie."""
        return any(isinstance(shot.priced, PricedShot) for shot in self.shots)

    @property
    def one_pass_seconds(self) -> Fraction:
        return sum((shot.one_pass_seconds for shot in self.priced), Fraction(0))

    @property
    def finished_seconds(self) -> Fraction:
        """Seconds of the film that the totals cover."""
        return Fraction(sum((p.shot.finished_seconds for p in self.priced), Decimal(0)))

    @property
    def per_finished_minute(self) -> Fraction | None:
        if self.cost.mean is None or not self.finished_seconds:
            return None
        return self.cost.mean / self.finished_seconds * 60

    def deciding(self, count: int = 3) -> list[ShotEstimate]:
        """The shots that decide the budget, the weightiest first."""
        ranked = sorted(self.shots, key=lambda shot: -shot.share)
        return [shot for shot in ranked[:count] if shot.share > 0]


def estimate(
    plan: Plan,
    book: PriceBook,
    today: date,
    price_factor: Decimal = Decimal(1),
    check: Callable[[], None] = lambda: None,
    earlier: Estimate | None = None,
) -> Estimate:
    """Estimate a plan; ``check`` is called between steps and may raise to cancel.

    Shots that are the same object as in ``earlier`` keep its figures, if all else is equal too:
    an edit of one shot in a thousand works out one.
    """
    confidence = float(plan.confidence)
    wanted = tuple(sorted({*QUANTILES, confidence}))
    basis = (
        wanted, plan.currency, plan.pilots, plan.confirmed, plan.rates, plan.prices,
        book, today, price_factor,
    )  # fmt: skip
    book = book.with_own(plan.prices)
    kept = earlier.shots if earlier is not None and earlier.basis == basis else ()
    known = {id(shot.priced.shot): shot for shot in kept}
    shots: list[ShotEstimate] = []
    for shot in plan.shots:
        check()
        found = known.get(id(shot))
        if found is None:
            found = _estimate_shot(price_shot(plan, shot, book, today, price_factor), wanted)
        shots.append(found)
    priced = [shot.priced for shot in shots]
    counted = [shot for shot in priced if isinstance(shot, PricedShot)]
    parts = film_parts(plan, counted)
    if plan.correlation and counted:
        simulation = simulate(parts, float(plan.correlation), check=check)
        cost = _simulated(parts, simulation.cost_quantile, wanted)
        tries = _simulated(
            _tries_parts(parts), lambda q: float(simulation.tries_quantile(q)), wanted
        )
        cost = dataclasses.replace(cost, sd=float(simulation.costs.std()))
        tries = dataclasses.replace(tries, sd=float(simulation.tries.std()))
        method, step, distribution = "simulated", Fraction(0), simulation
    else:
        exact = convolve(parts)
        check()
        cost = _exact(parts, exact, wanted)
        tries_parts = _tries_parts(parts)
        tries = _exact(tries_parts, convolve(tries_parts), wanted)
        tries = dataclasses.replace(
            tries, quantiles={q: Fraction(math.ceil(v)) for q, v in tries.quantiles.items()}
        )
        method, step = ("exact" if exact.exact else "rounded"), exact.step
        distribution = exact  # type: ignore[assignment]
    budget = cost.quantiles[confidence]
    return Estimate(
        plan, cost, tries, budget, _with_shares(shots, cost.mean, budget),
        _warnings(priced, cost), method, step, distribution, basis,
    )  # fmt: skip


def film_parts(plan: Plan, priced: Sequence[PricedShot]) -> list[Part]:
    """The film's parts; shots that share a pilot become one part, for they share its rate."""
    parts: list[Part] = [Constant(Fraction(item.cost)) for item in plan.fixed]
    shared: defaultdict[str, list[Clips]] = defaultdict(list)
    for shot in priced:
        if isinstance(shot.shot.pilot, str) and isinstance(shot.part, Clips):
            shared[shot.shot.pilot].append(shot.part)
        else:
            parts.append(shot.part)
    for group in shared.values():
        clips_by_cost: defaultdict[Fraction, int] = defaultdict(int)
        for part in group:
            for need in part.needs:
                clips_by_cost[need.cost] += need.clips
        needs = tuple(Need(clips, cost) for cost, clips in clips_by_cost.items())
        parts.append(Clips(needs, group[0].rate))
    return parts


def _tries_parts(parts: Sequence[Part]) -> list[Part]:
    """The same film counted in generations instead of money."""
    counted: list[Part] = []
    for part in parts:
        match part:
            case Clips(_, rate):
                counted.append(Clips((Need(part.clips, Fraction(1)),), rate))
            case CappedClips(_, rate, most, _):
                counted.append(
                    CappedClips((Need(part.clips, Fraction(1)),), rate, most, (_NOTHING,))
                )
            case _:
                pass
    return counted


def _moments(parts: Sequence[Part]) -> tuple[Fraction | None, float | None]:
    means = [part_mean(part) for part in parts]
    variances = [part_variance(part) for part in parts]
    mean = None if None in means else sum((m for m in means if m is not None), Fraction(0))
    total = sum(v for v in variances if v is not None)
    return mean, None if None in variances else math.sqrt(total)


def _exact(parts: Sequence[Part], total: Distribution, wanted: Sequence[float]) -> Amounts:
    ranges = [part for part in parts if isinstance(part, Ranged)]
    others = [part for part in parts if not isinstance(part, Ranged | Constant)]
    mean, sd = _moments(parts)
    if len(ranges) == 1 and ranges[0].copies == 1 and not others:
        # A single range needs no lattice: its quantiles are known in closed form.
        fixed = sum((p.amount for p in parts if isinstance(p, Constant)), Fraction(0))
        cost = ranges[0].cost
        return Amounts(mean, sd, {q: fixed + Fraction(cost.quantile(q)) for q in wanted})
    return Amounts(mean, sd, {q: total.quantile(q) for q in wanted})


def _simulated(
    parts: Sequence[Part], quantile: Callable[[float], float], wanted: Sequence[float]
) -> Amounts:
    mean, sd = _moments(parts)
    return Amounts(mean, sd, {q: Fraction(quantile(q)) for q in wanted})


@lru_cache(maxsize=4096)
def _alone(part: Part) -> Distribution:
    """One part's distribution; kept, so that an edit elsewhere does not work it out again."""
    return convolve([part], _SHOT_CELLS)


def _estimate_shot(priced: PricedShot | Unpriced, wanted: tuple[float, ...]) -> ShotEstimate:
    if isinstance(priced, Unpriced):
        return ShotEstimate(priced)
    part = priced.part
    mean, sd = _moments([part])
    if isinstance(part, Clips) and len(part.needs) == 1:
        need = part.needs[0]
        counts = tries_quantiles(need.clips, part.rate, wanted)
        quantiles = {q: need.cost * n for q, n in zip(wanted, counts, strict=True)}
        cost = Amounts(mean, sd, quantiles)
    else:
        cost = _exact([part], _alone(part), wanted)
    return ShotEstimate(priced, cost, _shot_tries(part, wanted))


def _shot_tries(part: Part, wanted: tuple[float, ...]) -> Amounts | None:
    counted = _tries_parts([part])
    if not counted:
        return None
    mean, sd = _moments(counted)
    if isinstance(part, Clips):
        counts = tries_quantiles(part.clips, part.rate, wanted)
        return Amounts(mean, sd, {q: Fraction(n) for q, n in zip(wanted, counts, strict=True)})
    total = _alone(counted[0])
    return Amounts(mean, sd, {q: Fraction(math.ceil(total.quantile(q))) for q in wanted})


def _with_shares(
    shots: Sequence[ShotEstimate], mean: Fraction | None, budget: Fraction
) -> tuple[ShotEstimate, ...]:
    """Split the budget: each shot's mean, and of the reserve its share of the variance.

    Where a mean or variance is infinite, the median and the squared P90 - P50 stand in.
    """
    centres, spreads = [], []
    for shot in shots:
        if shot.cost is None:
            centres.append(0.0)
            spreads.append(0.0)
            continue
        median, high = float(shot.cost.quantiles[0.5]), float(shot.cost.quantiles[0.9])
        infinite = shot.cost.mean is None or shot.cost.sd is None or mean is None
        centres.append(median if infinite else float(shot.cost.mean or 0))
        spreads.append((high - median) ** 2 if infinite else (shot.cost.sd or 0.0) ** 2)
    reserve = max(float(budget) - sum(centres), 0.0)
    whole = sum(centres) + reserve
    total_spread = sum(spreads) or 1.0
    if whole <= 0:
        return tuple(shots)
    return tuple(
        dataclasses.replace(shot, share=(centre + reserve * spread / total_spread) / whole)
        for shot, centre, spread in zip(shots, centres, spreads, strict=True)
    )


def _warnings(priced: Sequence[PricedShot | Unpriced], cost: Amounts) -> tuple[str, ...]:
    lines = []
    for shot in priced:
        name = shot.shot.name
        if isinstance(shot, Unpriced):
            lines.append(
                tr("Shot “{name}” is not in the totals: {reason}", name=name, reason=shot.reason)
            )
        else:
            lines += [tr("Shot “{name}”: {note}", name=name, note=note) for note in shot.notes]
    if cost.mean is None:
        lines.append(
            tr("With no clip kept in a pilot the mean has no limit; read the quantiles instead.")
        )
    elif cost.sd is None:
        lines.append(
            tr("With under two clips kept in a pilot the standard deviation has no limit.")
        )
    return tuple(dict.fromkeys(lines))


def require_priced(result: Estimate) -> Estimate:
    """Return ``result``, or raise the first `Problem` if no shot of it could be priced."""
    if result.plan.shots and not result.known:
        raise Problem(result.warnings[0])
    return result
