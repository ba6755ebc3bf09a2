"""Writing ``*.budget.toml`` so that people can read and diff it: one line for each fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from pixelwatt_video_budget.core.plan import Plan, Shot
from pixelwatt_video_budget.core.price_rows import PriceRow, billing_table
from pixelwatt_video_budget.core.tries import LearntRate

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SHOT_ORDER = (
    "scene", "name", "seconds", "count", "usable_rate", "pilot", "price", "whole_lengths",
    "clip_seconds", "kept_seconds", "review_seconds", "review_per_hour", "tier", "range", "low",
    "high", "mode", "top", "fallback", "fallback_top", "give_up_after", "notes",
)  # fmt: skip


class PlanWriter:
    """Writes one plan again and again; a shot that did not change is not written anew."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Shot, str]] = {}

    def write(self, plan: Plan) -> str:
        known = self._known
        texts: dict[int, tuple[Shot, str]] = {}
        for shot in plan.shots:
            # The shot is kept beside its text, so that its id cannot pass to another.
            texts[id(shot)] = known.get(id(shot)) or (shot, _shot_text(shot))
        self._known = texts
        return write_plan(plan, lambda shot: texts[id(shot)][1])


def _shot_text(shot: Shot) -> str:
    return _tables("shot", [_shot(shot)])[0]


def write_plan(plan: Plan, shot_text: Callable[[Shot], str] = _shot_text) -> str:
    """The text of a plan. Reading it back gives an equal plan."""
    top: dict[str, Any] = {"version": plan.version}
    if plan.title:
        top["title"] = plan.title
    top["currency"] = plan.currency
    top["confidence"] = plan.confidence
    if plan.correlation:
        top["correlation"] = plan.correlation
    if plan.notes:
        top["notes"] = plan.notes
    top |= {key: value for key, value in plan.extra.items() if not _is_tables(value)}
    blocks = [_lines(top)]
    blocks += _table("confirmed", plan.confirmed)
    blocks += _table("rates", {r.currency: {"rate": r.rate, "date": r.date} for r in plan.rates})
    blocks += _table("pilots", plan.pilots)
    blocks += _table("schedule", _changed(plan.schedule))
    blocks += _table("upscale", _changed(plan.upscale))
    kinds: dict[str, Iterable[str]] = {
        "price": _tables("price", map(_price_row, plan.prices)),
        "fixed": _tables("fixed", map(_changed, plan.fixed)),
        "shot": map(shot_text, plan.shots),
        "scenario": _tables("scenario", map(_changed, plan.scenarios)),
        "forecast": _tables("forecast", map(_changed, plan.forecasts)),
        "actual": _tables("actual", map(_changed, plan.actuals)),
    }
    for name, written in kinds.items():
        blocks += written
        blocks += _tables(name, plan.unread.get(name, ()))
    for key, value in plan.extra.items():
        if _is_tables(value):
            blocks += _tables(key, value)
    return "\n".join(blocks)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _table(name: str, table: Mapping[str, Any]) -> list[str]:
    return [f"[{_key(name)}]\n{_lines(table)}"] if table else []


def _tables(name: str, tables: Iterable[Mapping[str, Any]]) -> list[str]:
    return [f"[[{_key(name)}]]\n{_lines(table)}" for table in tables]


def _lines(table: Mapping[str, Any]) -> str:
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in table.items())


def _changed(item: Any) -> dict[str, Any]:
    """The fields of a dataclass that differ from their defaults, in order."""
    return {
        field.name: getattr(item, field.name)
        for field in fields(item)
        if getattr(item, field.name) is not None
        and (field.default is MISSING or getattr(item, field.name) != field.default)
    }


def _shot(shot: Shot) -> dict[str, Any]:
    changed = _changed(shot)
    changed.pop("extra", None)
    ordered = {key: changed[key] for key in _SHOT_ORDER if key in changed}
    return ordered | dict(shot.extra)


def _price_row(row: PriceRow) -> dict[str, Any]:
    table: dict[str, Any] = {"id": row.id, "provider": row.provider, "model": row.model}
    if row.billing is not None:
        table |= billing_table(row.billing)
    if row.lengths.whole:
        table["whole_lengths"] = row.lengths.whole
    optional = {
        "currency": row.currency, "resolution": row.resolution, "audio": row.audio,
        "date": row.date, "source": row.source, "retired": row.retired, "note": row.note,
    }  # fmt: skip
    return table | {key: value for key, value in optional.items() if value}


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case LearntRate(kept, tried):
            return f"{{ kept = {kept}, tried = {tried} }}"
        case Enum():
            return _text(str(value.value))
        case int():
            return str(value)
        case Decimal() | float():
            return _number(Decimal(str(value)))
        case str():
            return _text(value)
        case datetime() | date() | time():
            return value.isoformat()
        case Mapping():
            inner = ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
    return _inline_billing(value)


def _inline_billing(value: Any) -> str:
    # Money is written as a string, so that no TOML reader turns it into a float.
    table = {
        key: str(v) if key.startswith(("per_", "base", "credit_price")) else v
        for key, v in billing_table(value).items()
    }
    return _value(table)


def _number(number: Decimal) -> str:
    if not number.is_finite():
        return str(number).lower().replace("infinity", "inf")
    if number == number.to_integral_value() and abs(number) < 10**15:
        return str(int(number))
    return f"{number:f}"


def _text(text: str) -> str:
    escaped = "".join(_ESCAPES.get(c, c) for c in text)
    safe = "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped)
    return f'"{safe}"'
