"""Reading one ``[[shot]]``, from a plan file or a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.billing import Billing
from pixelwatt_video_budget.core.money import (
    parse_count,
    parse_decimal,
    parse_money,
    parse_positive,
)
from pixelwatt_video_budget.core.plan import Shot
from pixelwatt_video_budget.core.price_rows import parse_billing
from pixelwatt_video_budget.core.ranges import RangeKind
from pixelwatt_video_budget.core.tiers import find_tier
from pixelwatt_video_budget.core.tries import LOWEST_RATE, LearntRate
from pixelwatt_video_budget.text import tr

_KEYS = {
    "name", "scene", "seconds", "count", "usable_rate", "pilot", "price", "whole_lengths",
    "clip_seconds", "kept_seconds", "review_seconds", "review_per_hour", "tier", "range", "low",
    "high", "mode", "top", "fallback", "fallback_top", "give_up_after", "notes",
}  # fmt: skip


def read_shot(table: Mapping[str, Any], where: str, warnings: list[str]) -> Shot:
    """Read a shot; raise `Problem`, naming the shot and field, if it cannot be priced."""
    name = str(table.get("name", "")).strip() or where
    where = tr("Shot “{name}”", name=name[:60])
    unknown = {key: value for key, value in table.items() if key not in _KEYS}
    if unknown:
        warnings.append(
            tr("{where}: not understood and kept: {keys}.", where=where,
               keys=", ".join(sorted(unknown)))
        )  # fmt: skip
    if "seconds" not in table:
        raise Problem(tr("{where} has no seconds.", where=where))
    tier = str(table.get("tier", "")).strip().upper()
    fallback = str(table.get("fallback", "")).strip().upper()
    for name_of_tier in (tier, fallback):
        if name_of_tier:
            _known_tier(name_of_tier, where)
    for used, passed_over in (("pilot", "usable_rate"), ("tier", "price")):
        if used in table and passed_over in table:
            warnings.append(
                tr("{where}: {used} and {passed_over} are both given; {used} counts.",
                   where=where, used=used, passed_over=passed_over)
            )  # fmt: skip

    def money(key: str) -> Decimal | None:
        return parse_money(table[key], f"{where}: {key}") if key in table else None

    def positive(key: str) -> Decimal | None:
        return parse_positive(table[key], f"{where}: {key}") if key in table else None

    return Shot(
        name=name, scene=str(table.get("scene", "")),
        seconds=parse_seconds(table["seconds"], f"{where}: seconds"),
        count=parse_count(table.get("count", 1), f"{where}: count"),
        usable_rate=(
            parse_rate(table["usable_rate"], f"{where}: usable_rate")
            if "usable_rate" in table else None
        ),
        pilot=_pilot(table.get("pilot"), where),
        price=_price(table.get("price"), where),
        whole_lengths=parse_lengths(table.get("whole_lengths", ()), where),
        clip_seconds=positive("clip_seconds"), kept_seconds=positive("kept_seconds"),
        review_seconds=money("review_seconds") or Decimal(0),
        review_per_hour=money("review_per_hour") or Decimal(0),
        tier=tier, range=parse_range_kind(table.get("range", RangeKind.LOGNORMAL), where),
        low=money("low"), high=money("high"), mode=money("mode"), top=positive("top"),
        fallback=fallback, fallback_top=positive("fallback_top"),
        give_up_after=(
            parse_count(table["give_up_after"], f"{where}: give_up_after", 10_000)
            if "give_up_after" in table else None
        ),
        notes=str(table.get("notes", "")), extra=unknown,
    )  # fmt: skip


def _known_tier(tier: str, where: str) -> None:
    try:
        find_tier(tier)
    except Problem as problem:
        raise Problem(f"{where}: {problem.what}", problem.remedy) from None


def parse_seconds(value: Any, where: str) -> Decimal:
    """Seconds as a number, or as ``m:ss`` or ``h:mm:ss``; above zero and below 100 hours."""
    if isinstance(value, str) and ":" in value:
        total = Decimal(0)
        for field in value.split(":"):
            total = total * 60 + parse_money(field, where)
        value = total
    seconds = parse_positive(value, where)
    if seconds > 360_000:
        raise Problem(tr("{name} is out of range: {value}.", name=where, value=seconds))
    return seconds


def parse_rate(value: Any, where: str) -> Decimal:
    """A usable rate above 0 and up to 1; ``20%`` is read as 0.2."""
    percent = isinstance(value, str) and value.strip().endswith("%")
    number = parse_decimal(str(value).strip().rstrip("%") if percent else value, where)
    number = number / 100 if percent else number
    if not LOWEST_RATE <= number <= 1:
        raise Problem(
            tr("{name} must be above 0 and at most 1: {value}.", name=where, value=number),
            tr("0.2 means that one clip in five is kept."),
        )
    return number


def read_pilot(value: Any, where: str) -> LearntRate:
    """``{ kept = 1, tried = 8 }``."""
    if not isinstance(value, dict) or not {"kept", "tried"} <= value.keys():
        raise Problem(
            tr("{where} needs kept and tried.", where=where),
            tr("Write it as {example}.", example="{ kept = 1, tried = 8 }"),
        )
    kept = parse_money(value["kept"], f"{where}.kept")
    tried = parse_count(value["tried"], f"{where}.tried")
    if kept != kept.to_integral_value() or kept > tried:
        raise Problem(
            tr("{where}: {kept} of {tried} cannot have been kept.", where=where, kept=kept,
               tried=tried)
        )  # fmt: skip
    return LearntRate(int(kept), tried)


def parse_lengths(value: Any, where: str) -> tuple[Decimal, ...]:
    if not isinstance(value, list | tuple):
        raise Problem(tr("{where}: whole_lengths is not a list of seconds.", where=where))
    if len(value) > 16:
        raise Problem(tr("{where}: more than 16 whole lengths.", where=where))
    return tuple(parse_positive(item, f"{where}: whole_lengths") for item in value)


def parse_range_kind(value: Any, where: str) -> RangeKind:
    try:
        return RangeKind(str(value).strip().lower())
    except ValueError:
        raise Problem(
            tr("{where}: there is no range “{value}”.", where=where, value=str(value)[:40]),
            tr("Ranges are {names}.", names=", ".join(RangeKind)),
        ) from None


def _pilot(value: Any, where: str) -> LearntRate | str | None:
    if value is None:
        return None
    return value if isinstance(value, str) else read_pilot(value, f"{where}: pilot")


def _price(value: Any, where: str) -> Billing | str | None:
    if value is None or isinstance(value, str):
        return value or None
    if not isinstance(value, dict):
        raise Problem(
            tr("{where}: price is neither a row of the price book nor a table.", where=where)
        )
    return parse_billing(value, f"{where}: price")
