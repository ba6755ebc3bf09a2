"""Why a number is what it is: a tree from the film's total down to price row, source and date."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pixelwatt_video_budget.core.estimate import Estimate, ShotEstimate
from pixelwatt_video_budget.core.money import money_text, unit_price_text
from pixelwatt_video_budget.core.parts import CappedClips, Clips
from pixelwatt_video_budget.core.price_rows import billing_text
from pixelwatt_video_budget.core.pricing import PricedShot
from pixelwatt_video_budget.core.tries import FixedRate, LearntRate
from pixelwatt_video_budget.text import tr


@dataclass(frozen=True, slots=True)
class Explanation:
    """One line: what it is, its value, how it came about, and what it rests on."""

    label: str
    value: str
    how: str = ""
    children: tuple[Explanation, ...] = ()


def explain(result: Estimate) -> Explanation:
    """The whole tree of an estimate."""
    currency = result.plan.currency
    shots = tuple(_shot(shot, currency) for shot in result.shots)
    fixed = tuple(
        Explanation(item.name, money_text(item.cost, currency), tr("fixed cost, typed"))
        for item in result.plan.fixed
    )
    confidence = float(result.plan.confidence)
    return Explanation(
        tr("Budget at {confidence:.0%} confidence", confidence=confidence),
        money_text(result.budget if result.known else None, currency),
        _method(result, currency),
        (
            Explanation(
                tr("Mean"), money_text(result.cost.mean if result.known else None, currency),
                tr("sum of the means of shots and fixed costs, unrounded"), (*shots, *fixed),
            ),
            Explanation(
                tr("Reserve above the mean"),
                money_text(_reserve(result), currency),
                tr("budget less mean; split over the shots by their variance"),
            ),
            *_rounding(result, currency),
        ),
    )  # fmt: skip


def _reserve(result: Estimate) -> Fraction | None:
    if result.cost.mean is None or not result.known:
        return None
    return result.budget - result.cost.mean


def _method(result: Estimate, currency: str) -> str:
    if result.method == "exact":
        return tr("exact convolution of all shots, in steps of {step}",
                  step=unit_price_text(result.step, currency))  # fmt: skip
    if result.method == "rounded":
        return tr("convolution of all shots, amounts rounded to steps of {step}",
                  step=unit_price_text(result.step, currency))  # fmt: skip
    return tr("simulated, for shots correlate by {correlation}",
              correlation=result.plan.correlation)  # fmt: skip


def _rounding(result: Estimate, currency: str) -> tuple[Explanation, ...]:
    shown = [shot.cost.mean for shot in result.shots if shot.cost and shot.cost.mean is not None]
    rounded = sum((Fraction(round(mean * 100), 100) for mean in shown), Fraction(0))
    gap = rounded - sum(shown, Fraction(0))
    return (
        Explanation(
            tr("Rounding"), f"{float(gap):+.4f}",
            tr("by which the shown means differ from their exact sum; totals are rounded only "
               "when shown, half up to cents"),
        ),
    )  # fmt: skip


def _shot(shot: ShotEstimate, currency: str) -> Explanation:
    priced = shot.priced
    label = " · ".join(filter(None, (priced.shot.scene, priced.shot.name)))
    if not isinstance(priced, PricedShot) or shot.cost is None:
        reason = "" if isinstance(priced, PricedShot) else priced.reason
        return Explanation(label, "–", tr("not in the totals: {reason}", reason=reason))
    value = money_text(shot.cost.mean, currency)
    if priced.cost_range is not None:
        return Explanation(label, value, tr("mean of a range"), _tier_lines(priced, currency))
    clips = Explanation(
        tr("Clips to keep"), str(priced.clips),
        tr("{seconds} s × {count} from clips of {lengths} s", seconds=priced.shot.seconds,
           count=priced.shot.count, lengths=_lengths(priced)),
    )  # fmt: skip
    return Explanation(
        label, value, tr("clips × tries for each × cost of a try"),
        (clips, _tries_line(shot, priced), *_cost_lines(priced, currency),
         *_quantile_lines(shot, currency), *_notes(priced)),
    )  # fmt: skip


def _lengths(priced: PricedShot) -> str:
    return " + ".join(f"{float(length):g}" for length in priced.lengths[:12]) + (
        " …" if len(priced.lengths) > 12 else ""
    )


def _tries_line(shot: ShotEstimate, priced: PricedShot) -> Explanation:
    match priced.rate:
        case FixedRate(p):
            how = tr("usable rate {rate}: 1 / {rate} tries for a kept clip", rate=p)
        case LearntRate(kept, tried):
            how = tr("{kept} of {tried} kept in the pilot: Beta({a}, {b}) from a uniform prior",
                     kept=kept, tried=tried, a=kept + 1, b=tried - kept + 1)  # fmt: skip
        case _:
            how = ""
    if isinstance(priced.part, CappedClips):
        how += " · " + tr("given up after {count} failures, then {tier}",
                          count=priced.part.most, tier=priced.shot.fallback)  # fmt: skip
    if shot.tries is None:
        return Explanation(tr("Tries"), "0", tr("the fallback is cheaper from the first try"))
    mean = shot.tries.mean
    return Explanation(tr("Tries, mean"), "∞" if mean is None else f"{float(mean):.2f}", how)


def _cost_lines(priced: PricedShot, currency: str) -> tuple[Explanation, ...]:
    lines = [
        Explanation(
            tr("Cost of a try"), unit_price_text(need.cost, currency),
            tr("clips: {clips}", clips=need.clips), _price_lines(priced, currency),
        )
        for need in priced.needs
    ]  # fmt: skip
    return tuple(lines)


def _price_lines(priced: PricedShot, currency: str) -> tuple[Explanation, ...]:
    lines = []
    row = priced.row
    if row is not None and priced.billing is not None:
        source = Explanation(
            tr("Source"), row.date or "–",
            f"{row.source} · {row.status} · {row.kind_of_source()}".rstrip(" ·"),
        )  # fmt: skip
        lines.append(
            Explanation(row.title(), billing_text(priced.billing, row.currency), row.id, (source,))
        )
    elif priced.billing is not None:
        lines.append(
            Explanation(tr("Own price"), billing_text(priced.billing, currency), tr("typed"))
        )
    if priced.exchange != 1:
        lines.append(Explanation(tr("Exchange rate"), f"{float(priced.exchange):g}", tr("typed")))
    if priced.price_factor != 1:
        lines.append(
            Explanation(tr("What-if factor on prices"), f"× {float(priced.price_factor):g}")
        )
    if priced.review_cost:
        lines.append(
            Explanation(
                tr("Review of a try"), unit_price_text(priced.review_cost, currency),
                tr("{seconds} s at {rate} an hour", seconds=priced.shot.review_seconds,
                   rate=money_text(priced.shot.review_per_hour, currency)),
            )
        )  # fmt: skip
    return tuple(lines)


def _quantile_lines(shot: ShotEstimate, currency: str) -> tuple[Explanation, ...]:
    if shot.cost is None or shot.tries is None:
        return ()
    counts = shot.tries.quantiles
    exact = isinstance(shot.priced, PricedShot) and isinstance(shot.priced.part, Clips)
    how = tr("exact") if exact else tr("rounded")
    return tuple(
        Explanation(f"P{q * 100:g}", money_text(value, currency),
                    tr("{tries} tries are enough, {how}", tries=int(counts[q]), how=how))
        for q, value in shot.cost.quantiles.items()
    )  # fmt: skip


def _tier_lines(priced: PricedShot, currency: str) -> tuple[Explanation, ...]:
    cost, tier = priced.cost_range, priced.tier
    assert cost is not None
    lines = [
        Explanation(
            tr("Range of one shot"),
            f"{money_text(cost.low, currency)} – {money_text(cost.high, currency)}",
            tr("{kind}; {seconds} s of a cost per finished minute", kind=str(cost.kind),
               seconds=priced.shot.seconds),
        )
    ]  # fmt: skip
    if tier is not None:
        high = "+" if tier.high is None else f" – {money_text(tier.high, 'USD')}"
        lines.append(
            Explanation(
                f"{tier.id} {tier.name_en}", f"{money_text(tier.low, 'USD')}{high}",
                tr("per finished minute, the essay's table (2026-01); no source of its own"),
            )
        )  # fmt: skip
    return tuple(lines)


def _notes(priced: PricedShot) -> tuple[Explanation, ...]:
    return tuple(Explanation(tr("Note"), "", note) for note in priced.notes)
