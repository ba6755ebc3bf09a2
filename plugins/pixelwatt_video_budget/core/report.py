"""The estimate and the readings as plain data: the contract of ``--json`` (docs/video-budget.md).

Money is rounded half up to six decimals here and nowhere before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from pixelwatt_video_budget.core.estimate import Amounts, Estimate, ShotEstimate
from pixelwatt_video_budget.core.money import as_decimal
from pixelwatt_video_budget.core.price_book import PriceBook
from pixelwatt_video_budget.core.price_rows import PriceRow, billing_text, freshness
from pixelwatt_video_budget.core.pricing import PricedShot
from pixelwatt_video_budget.core.timeline import TimelineReading

Json = dict[str, Any]


def plan_report(result: Estimate, warnings: Sequence[str] = ()) -> Json:
    """What ``plan --json`` prints."""
    return {
        **_amounts(result.cost),
        "tries": _amounts(result.tries),
        "confidence": float(result.plan.confidence),
        "budget": _number(result.budget),
        "billed_seconds": _number(result.one_pass_seconds),
        "expected_billed_seconds": _number(_expected_seconds(result)),
        "finished_seconds": _number(result.finished_seconds),
        "per_finished_minute": _number(result.per_finished_minute),
        "deciding": [shot.priced.shot.name for shot in result.deciding()],
        "method": result.method,
        "step": _number(result.step),
        "shots": [_shot(shot) for shot in result.shots],
        "currency": result.plan.currency,
        "warnings": [*warnings, *result.warnings],
    }


def _shot(shot: ShotEstimate) -> Json:
    priced = shot.priced
    report: Json = {
        "name": priced.shot.name,
        "scene": priced.shot.scene,
        "count": priced.shot.count,
        "seconds": _number(Fraction(priced.shot.seconds)),
        "in_totals": isinstance(priced, PricedShot),
    }
    if not isinstance(priced, PricedShot):
        return {**report, "reason": priced.reason}
    assert shot.cost is not None
    return {
        **report,
        **_amounts(shot.cost),
        "tries": None if shot.tries is None else _amounts(shot.tries),
        "clips": priced.clips,
        "billed_seconds": _number(priced.one_pass_seconds),
        "try_costs": sorted({_number(need.cost) for need in priced.needs} - {None}),
        "price": priced.row.id if priced.row else None,
        "tier": priced.shot.tier or None,
        "give_up_after": priced.give_up,
        "share": round(shot.share, 6),
    }


def _amounts(amounts: Amounts) -> Json:
    return {
        "mean": _number(amounts.mean),
        "sd": _number(amounts.sd),
        "quantiles": {f"{q:g}": _number(value) for q, value in amounts.quantiles.items()},
    }


def _expected_seconds(result: Estimate) -> Fraction | None:
    total = Fraction(0)
    for shot in result.shots:
        priced = shot.priced
        if not isinstance(priced, PricedShot) or shot.tries is None or not priced.clips:
            continue
        if shot.tries.mean is None:
            return None
        total += priced.one_pass_seconds * shot.tries.mean / priced.clips
    return total


def _number(value: Fraction | float | None) -> float | int | None:
    if value is None:
        return None
    number = as_decimal(value, 6)
    return int(number) if number == number.to_integral_value() else float(number)


def timeline_report(reading: TimelineReading) -> Json:
    """What ``timeline --json`` prints."""
    return {
        "name": reading.name,
        "rate": _number(reading.rate),
        "count": reading.count,
        "clips": len(reading.events),
        "seconds": _number(reading.seconds),
        "timeline_seconds": _number(reading.timeline_seconds),
        "flattened_seconds": _number(reading.flattened_seconds),
        "all_seconds": _number(reading.all_seconds),
        "track_seconds": [_number(seconds) for seconds in reading.track_seconds],
        "events": [
            {
                "name": event.name,
                "track": event.track,
                "start": _number(event.start),
                "seconds": _number(event.seconds),
                "source": event.source,
            }
            for event in reading.events
        ],
        "warnings": list(reading.warnings),
    }


def prices_report(book: PriceBook, today: date) -> Json:
    """What ``prices --json`` prints."""
    return {
        "collected": book.collected,
        "stale_after_days": book.stale_after_days,
        "prices": [_price(row, today, book.stale_after_days) for row in book.rows.values()],
    }


def _price(row: PriceRow, today: date, stale_after_days: int) -> Json:
    return {
        "id": row.id,
        "provider": row.provider,
        "model": row.model,
        "resolution": row.resolution,
        "audio": row.audio,
        "unit": row.unit,
        "price": str(row.price),
        "currency": row.currency,
        "billing": billing_text(row.billing, row.currency) if row.billing else None,
        "whole_lengths": [float(value) for value in row.lengths.whole],
        "date": row.date,
        "freshness": str(freshness(row, today, stale_after_days)),
        "retired": row.retired or None,
        "status": str(row.status),
        "source_kind": row.source_kind,
        "source": row.source,
        "note": row.note,
    }
