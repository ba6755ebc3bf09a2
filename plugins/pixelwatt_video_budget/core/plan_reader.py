"""Reading ``*.budget.toml``: what is wrong is told line by line, the rest is kept."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.money import (
    parse_count,
    parse_decimal,
    parse_money,
    parse_positive,
)
from pixelwatt_video_budget.core.plan import (
    PLAN_VERSION,
    Actual,
    ExchangeRate,
    FixedCost,
    Forecast,
    Plan,
    Scenario,
    Schedule,
    Upscale,
)
from pixelwatt_video_budget.core.price_book import read_own_row
from pixelwatt_video_budget.core.price_rows import parse_day
from pixelwatt_video_budget.core.shot_reader import read_pilot, read_shot
from pixelwatt_video_budget.text import tr

T = TypeVar("T")
Table = Mapping[str, Any]
LARGEST_FILE = 16 * 1024 * 1024
_KNOWN = {
    "version", "title", "currency", "confidence", "correlation", "notes", "shot", "pilots",
    "confirmed", "rates", "fixed", "price", "schedule", "scenario", "forecast", "actual",
    "upscale",
}  # fmt: skip


def read_plan(path: Path) -> tuple[Plan, list[str]]:
    """Read a plan file. Returns it with one line for each thing left out or not understood.

    Raises `Problem` only if the file cannot be read as TOML at all.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Problem(tr("{file} is too large for a budget plan.", file=path.name))
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else tr("it is not UTF-8 text")
        raise Problem(
            tr("{file} cannot be read: {reason}.", file=path.name, reason=reason),
            tr("Choose a *.budget.toml file."),
        ) from error
    return parse_plan(text, path.name)


def parse_plan(text: str, name: str = "plan") -> tuple[Plan, list[str]]:
    """As `read_plan`, from text; ``name`` is used in messages."""
    try:
        document = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, ValueError, ArithmeticError, RecursionError) as error:
        raise Problem(
            tr("{file} is not a valid plan: {reason}.", file=name, reason=str(error).rstrip(".")),
            tr("Mend that line in a text editor."),
        ) from error
    warnings: list[str] = []
    reader = _Reader(document, warnings)
    version = reader.value("version", lambda v: parse_count(v, "version"), PLAN_VERSION)
    if version > PLAN_VERSION:
        warnings.append(
            tr("{file} was made by a newer Pixelwatt (version {version}); what this one does not "
               "know is kept as it is.", file=name, version=version)
        )  # fmt: skip
    unknown = {key: value for key, value in document.items() if key not in _KNOWN}
    if unknown and version <= PLAN_VERSION:
        warnings.append(tr("Not understood and kept: {keys}.", keys=", ".join(sorted(unknown))))
    return reader.plan(version, unknown), warnings


class _Reader:
    """Reads one document, noting what had to be left out."""

    def __init__(self, document: Table, warnings: list[str]) -> None:
        self.document = document
        self.warnings = warnings
        self.unread: dict[str, tuple[Table, ...]] = {}

    def value(self, key: str, parse: Callable[[Any], T], default: T) -> T:
        if key not in self.document:
            return default
        return self._tried(lambda: parse(self.document[key]), default)

    def tables(self, key: str, parse: Callable[[Table, str], T]) -> tuple[T, ...]:
        found = self.document.get(key, [])
        if not isinstance(found, list):
            self.warnings.append(tr("“{key}” is not a list of tables; left out.", key=key))
            return ()
        read = []
        for index, table in enumerate(found, start=1):
            where = tr("{key} {index}", key=key, index=index)
            if isinstance(table, dict):
                item = self._tried(lambda t=table, w=where: parse(t, w), None)  # type: ignore[misc]
                if item is None:
                    self.unread[key] = (*self.unread.get(key, ()), table)
                else:
                    read.append(item)
            else:
                self.warnings.append(tr("{where} is not a table; left out.", where=where))
        return tuple(read)

    def mapping(self, key: str, parse: Callable[[Any, str], T]) -> dict[str, T]:
        found = self.document.get(key, {})
        if not isinstance(found, dict):
            self.warnings.append(tr("“{key}” is not a table; left out.", key=key))
            return {}
        read = {}
        for name, value in found.items():
            item = self._tried(lambda v=value, n=name: parse(v, f"{key}.{n}"), None)  # type: ignore[misc]
            if item is not None:
                read[name] = item
        return read

    def _tried(self, action: Callable[[], T], default: T) -> T:
        try:
            return action()
        except Problem as problem:
            self.warnings.append(str(problem))
            return default

    def plan(self, version: int, unknown: dict[str, Any]) -> Plan:
        warnings = self.warnings
        plan = Plan(
            version=version,
            title=str(self.document.get("title", "")),
            notes=str(self.document.get("notes", "")),
            currency=self.value("currency", _currency, "USD"),
            confidence=self.value("confidence", read_confidence, Decimal("0.9")),
            correlation=self.value("correlation", _correlation, Decimal(0)),
            shots=self.tables("shot", lambda t, w: read_shot(t, w, warnings)),
            pilots=self.mapping("pilots", read_pilot),
            confirmed=self.mapping("confirmed", _day),
            rates=tuple(self.mapping("rates", _exchange_rate).values()),
            fixed=self.tables("fixed", _fixed),
            prices=self.tables("price", read_own_row),
            schedule=self.value("schedule", _schedule, Schedule()),
            scenarios=self.tables("scenario", _scenario),
            forecasts=self.tables("forecast", _forecast),
            actuals=self.tables("actual", _actual),
            upscale=self.value("upscale", _upscale, Upscale()),
            extra=unknown,
        )
        return dataclasses.replace(plan, unread=self.unread)


def _currency(value: Any) -> str:
    text = str(value).strip().upper()
    if not (len(text) == 3 and text.isascii() and text.isalpha()):
        raise Problem(
            tr("“{value}” is not a currency.", value=str(value)[:20]),
            tr("Use a three-letter code such as USD."),
        )
    return text


def read_confidence(value: Any) -> Decimal:
    """A confidence from 0.01 to 0.99."""
    number = parse_decimal(value, "confidence")
    if not Decimal("0.01") <= number <= Decimal("0.99"):
        raise Problem(
            tr("confidence must be from 0.01 to 0.99: {value}.", value=number),
            tr("0.9 is used instead."),
        )
    return number


def _correlation(value: Any) -> Decimal:
    number = parse_decimal(value, "correlation")
    if not 0 <= number < 1:
        raise Problem(
            tr("correlation must be from 0 to below 1: {value}.", value=number),
            tr("0 is used instead."),
        )
    return number


def _day(value: Any, where: str) -> str:
    parse_day(str(value))
    return str(value)


def _exchange_rate(value: Any, where: str) -> ExchangeRate:
    table = value if isinstance(value, dict) else {"rate": value}
    day = str(table.get("date", ""))
    if day:
        parse_day(day)
    currency = _currency(where.rpartition(".")[2])
    return ExchangeRate(currency, parse_positive(table.get("rate"), f"{where}.rate"), day)


def _fixed(table: Table, where: str) -> FixedCost:
    return FixedCost(str(table.get("name", where)), parse_money(table.get("cost"), f"{where}.cost"))


def _schedule(value: Any) -> Schedule:
    table = _table(value, "schedule")
    default = Schedule()
    limit = table.get("requests_per_minute")
    return Schedule(
        parse_count(table.get("slots", default.slots), "schedule.slots", 10_000),
        parse_positive(
            table.get("latency_seconds", default.latency_seconds), "schedule.latency_seconds"
        ),
        None if limit is None else parse_positive(limit, "schedule.requests_per_minute"),
        parse_count(table.get("reviewers", default.reviewers), "schedule.reviewers", 10_000),
        parse_count(table.get("tries_per_round", 1), "schedule.tries_per_round", 100),
        parse_positive(table.get("hours_per_day", 8), "schedule.hours_per_day"),
    )


def _scenario(table: Table, where: str) -> Scenario:
    correlation = table.get("correlation")
    return Scenario(
        str(table.get("name", where)),
        parse_positive(table.get("usable_rate_factor", 1), f"{where}.usable_rate_factor"),
        parse_money(table.get("price_factor", 1), f"{where}.price_factor"),
        str(table.get("price", "")),
        None if correlation is None else _correlation(correlation),
    )


def _forecast(table: Table, where: str) -> Forecast:
    mean = table.get("mean")
    values = table.get("quantiles", [])
    if not isinstance(values, list) or len(values) != 4:
        raise Problem(tr("{where} needs its four quantiles (P50, P80, P90, P95).", where=where))
    return Forecast(
        str(table.get("shot", "")), str(table.get("made", "")),
        None if mean is None else parse_money(mean, f"{where}.mean"),
        tuple(parse_money(value, f"{where}.quantiles") for value in values),
        str(table.get("version", "")),
    )  # fmt: skip


def _actual(table: Table, where: str) -> Actual:
    tries, kept = table.get("tries"), table.get("kept")
    return Actual(
        str(table.get("shot", "")), parse_money(table.get("cost"), f"{where}.cost"),
        None if tries is None else parse_count(tries, f"{where}.tries"),
        None if kept is None else int(parse_money(kept, f"{where}.kept")),
    )  # fmt: skip


def _upscale(value: Any) -> Upscale:
    table = _table(value, "upscale")
    speed, joules = table.get("frames_per_second"), table.get("joules_per_frame")
    return Upscale(
        str(table.get("draft", "")),
        str(table.get("full", "")),
        parse_positive(table.get("fps", 24), "upscale.fps"),
        None if speed is None else parse_positive(speed, "upscale.frames_per_second"),
        None if joules is None else parse_money(joules, "upscale.joules_per_frame"),
        parse_money(table.get("per_kwh", "0.30"), "upscale.per_kwh"),
    )


def _table(value: Any, where: str) -> Table:
    if not isinstance(value, dict):
        raise Problem(tr("“{key}” is not a table; left out.", key=where))
    return value
