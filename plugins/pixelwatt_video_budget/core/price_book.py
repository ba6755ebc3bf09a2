"""The price book: the rows that ship with the planner and the user's own."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pixelwatt.api import Problem, Status
from pixelwatt_video_budget.core.billing import Billing, Lengths, PerClip, PerFrame, PerSecond
from pixelwatt_video_budget.core.money import parse_decimal, parse_money
from pixelwatt_video_budget.core.price_rows import PriceRow, parse_billing, parse_day
from pixelwatt_video_budget.text import tr


@dataclass(frozen=True, slots=True)
class PricePoint:
    """A price a model had between two days; for the history chart."""

    provider: str
    model: str
    price: Decimal
    unit: str
    first_seen: str
    last_seen: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A published figure that is no price: a yield, a whole production, a latency or a quota."""

    kind: str
    title: str
    values: Mapping[str, Any]
    source: str
    status: Status

    def line(self) -> str:
        """The figure, what it is of and its source, on one line."""
        values = self.values
        match self.kind:
            case "yield" if "p" in values:
                figure = f"{Decimal(values['p']):.0%}"
            case "yield":
                figure = f"{Decimal(values['p_low']):.0%}–{Decimal(values['p_high']):.0%}"
            case "reference_case":
                figure = f"${Decimal(values['usd_per_finished_minute']):,.0f}/min"
            case "latency":
                figure = f"{values['seconds']} s"
            case _:
                figure = ""
        return f"{figure} · {self.title} · {self.source}".lstrip(" ·")


@dataclass(frozen=True, slots=True)
class PriceBook:
    """Rows by id; ``history`` and ``references`` come only with the shipped book."""

    rows: Mapping[str, PriceRow]
    stale_after_days: int = 60
    collected: str = ""
    history: tuple[PricePoint, ...] = ()
    references: tuple[Reference, ...] = ()

    def find(self, row_id: str) -> PriceRow:
        """The row called ``row_id``, or a `Problem` that offers the nearest names."""
        row = self.rows.get(row_id)
        if row is None:
            near = difflib.get_close_matches(row_id, self.rows, n=3, cutoff=0.5)
            offer = tr("Did you mean {names}?", names=", ".join(near)) if near else ""
            raise Problem(
                tr("The price book has no row “{row}”.", row=row_id[:80]),
                offer or tr("“pixelwatt video-budget prices” lists the rows."),
            )
        return row

    def published(self, kind: str) -> list[Reference]:
        """References of one kind: yield, reference_case, latency, quota or plan."""
        return [reference for reference in self.references if reference.kind == kind]

    def with_own(self, rows: Sequence[PriceRow]) -> PriceBook:
        """The book with the user's rows added; the same id replaces a shipped row."""
        if not rows:
            return self
        merged = {**self.rows, **{row.id: row for row in rows}}
        return PriceBook(
            merged, self.stale_after_days, self.collected, self.history, self.references
        )


@cache
def shipped_book() -> PriceBook:
    """The book that ships with the planner; its prices were read on public pages."""
    text = files("pixelwatt_video_budget").joinpath("data/prices.toml").read_text("utf-8")
    document = tomllib.loads(text, parse_float=Decimal)
    rows = [_shipped_row(table) for table in document["price"]]
    return PriceBook(
        {row.id: row for row in rows},
        document["stale_after_days"],
        document["collected"],
        tuple(_point(table) for table in document["history"]),
        tuple(
            _reference(kind, table)
            for kind in ("yield", "reference_case", "latency", "quota", "plan")
            for table in document[kind]
        ),
    )


def _shipped_row(table: Mapping[str, Any]) -> PriceRow:
    price = Decimal(table["price_usd"])
    implied = table.get("implied_list_usd")
    return PriceRow(
        id=table["id"], provider=table["provider"], model=table["model"], unit=table["unit"],
        price=price, billing=_shipped_billing(table, price), lengths=_lengths(table),
        resolution=table["resolution"], audio=table["audio"], date=table["date"],
        fps=Decimal(table["fps"]) if "fps" in table else None,
        source=table["source"], source_kind=table["source_kind"], status=Status(table["status"]),
        retired=table.get("retired", ""), note=table.get("note", ""),
        implied_list=None if implied is None else Decimal(implied),
        bills_failed=table.get("bills_failed"), task=table.get("task", "generate"),
    )  # fmt: skip


def _shipped_billing(table: Mapping[str, Any], price: Decimal) -> Billing | None:
    if table.get("task", "generate") != "generate":
        return None
    if table["unit"] == "second":
        return PerSecond(price)
    if table["unit"] == "clip":
        seconds = Decimal(table["clip_s"])
        if "billed per frame" in table.get("note", ""):
            frames = Decimal(table["fps"]) * seconds + 1
            return PerFrame(price / frames, Decimal(table["fps"]))
        return PerClip(price, seconds)
    return None


def _lengths(table: Mapping[str, Any]) -> Lengths:
    return Lengths(
        tuple(Decimal(value) for value in table.get("allowed_s", ())),
        Decimal(table["min_s"]) if "min_s" in table else None,
        Decimal(table["max_s"]) if "max_s" in table else None,
    )


def _point(table: Mapping[str, Any]) -> PricePoint:
    return PricePoint(
        table["provider"], table["model"], Decimal(table["price_usd"]), table["unit"],
        table["first_seen"], table["last_seen"], table.get("note", ""),
    )  # fmt: skip


def _reference(kind: str, table: Mapping[str, Any]) -> Reference:
    title = table.get("what") or table.get("name") or table.get("model") or ""
    values = {key: value for key, value in table.items() if key not in {"what", "source", "status"}}
    return Reference(kind, title, values, table["source"], Status(table["status"]))


def read_own_row(table: Mapping[str, Any], where: str) -> PriceRow:
    """Read a ``[[price]]`` table of a plan or of the user's own price file."""
    row_id = str(table.get("id", "")).strip()
    if not row_id:
        raise Problem(tr("{where} has no id.", where=where))
    billing = parse_billing(table, where)
    day = str(table.get("date", ""))
    if day:
        parse_day(day)
    whole = tuple(
        parse_decimal(v, f"{where}.whole_lengths") for v in table.get("whole_lengths", ())
    )
    price = next(
        parse_money(table[key], f"{where}.{key}")
        for key in ("per_second", "per_clip", "per_frame", "per_million_tokens", "base",
                    "credits_per_second", "credits_per_clip")
        if key in table
    )  # fmt: skip
    return PriceRow(
        id=row_id, provider=str(table.get("provider", tr("Own price"))),
        model=str(table.get("model", row_id)), unit="", price=price,
        currency=str(table.get("currency", "USD")), billing=billing, lengths=Lengths(whole),
        resolution=str(table.get("resolution", "")), audio=str(table.get("audio", "unspecified")),
        date=day, source=str(table.get("source", "")), status=Status.USER,
        note=str(table.get("note", "")), retired=str(table.get("retired", "")), own=True,
    )  # fmt: skip


def read_own_book(path: Path) -> list[PriceRow]:
    """Read a file of ``[[price]]`` tables; raise `Problem` for a file that is none."""
    try:
        document = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(
            tr("{file} cannot be read as a price book: {error}.", file=path.name, error=error)
        ) from error
    tables = document.get("price", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise Problem(tr("{file} holds no [[price]] tables.", file=path.name))
    return [read_own_row(t, f"price {index}") for index, t in enumerate(tables, start=1)]
