"""Reading a table of accelerators, and putting several on top of each other.

The format is TOML; docs/accelerators.md describes it. A table that is wrong anywhere is
refused as a whole with one line that says where, so that nothing is half taken in.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.catalogue import (
    UNKNOWN,
    Accelerator,
    Catalogue,
    Datum,
    FigureStatus,
    Price,
    SourceRef,
)
from pixelwatt_accelerators.core.quantities import PRICE_BASES, QUANTITIES
from pixelwatt_accelerators.core.units import to_base, unit_of
from pixelwatt_accelerators.text import tr

SCHEMA = 1
_TOP_KEYS = ("schema", "compiled", "source", "accelerator")
_ROW_KEYS = ("id", "name", "vendor", "kind", "figure", "price")
_FIGURE_KEYS = ("value", "unit", "low", "high", "source", "status", "note", "also", "date")
_ALSO_KEYS = ("value", "unit", "source", "note")
_PRICE_KEYS = ("basis", "value", "unit", "provider", "source", "status", "date", "note")


@cache
def shipped_catalogue() -> Catalogue:
    """The table that comes with the program."""
    text = (files("pixelwatt_accelerators") / "data" / "accelerators.toml").read_text("utf-8")
    return parse_table(text, "accelerators.toml")


def read_table(path: Path, *, origin: str = "") -> Catalogue:
    """Read a table file.

    :raises Problem: when it cannot be read or is wrong; the text names file and place.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(
            tr("cannot read the table {name}: {error}.", name=path.name, error=error),
            tr("Check the path; tables are UTF-8 text."),
        ) from error
    return parse_table(text, path.name, origin=origin)


def parse_table(text: str, name: str, *, origin: str = "") -> Catalogue:
    """Parse a table; ``name`` stands for it in messages, ``origin`` marks its figures."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem(
            tr("{name} is not TOML: {error}.", name=name, error=error),
            tr("Correct that line."),
        ) from error
    _check_keys(document, _TOP_KEYS, name)
    if document.get("schema") != SCHEMA:
        raise Problem(
            tr("{name}: schema is {found}.", name=name, found=document.get("schema")),
            tr("This version reads schema = {schema}.", schema=SCHEMA),
        )
    sources = _sources(document.get("source", {}), name)
    accelerators: dict[str, Accelerator] = {}
    rows = _list_of_tables(document.get("accelerator", []), f"{name}: accelerator")
    for index, row in enumerate(rows, start=1):
        accelerator = _accelerator(row, index, sources, name, origin)
        earlier = accelerators.get(accelerator.id)
        accelerators[accelerator.id] = (
            _merge_same_rank(earlier, accelerator, name) if earlier else accelerator
        )
    return Catalogue(accelerators, str(document.get("compiled", "")))


def join_tables(base: Catalogue, additions: Iterable[Catalogue], name: str) -> Catalogue:
    """Put tables of equal standing together; a figure two of them print differently is refused."""
    joined = dict(base.accelerators)
    for addition in additions:
        for accelerator in addition.accelerators.values():
            earlier = joined.get(accelerator.id)
            joined[accelerator.id] = (
                _merge_same_rank(earlier, accelerator, name) if earlier else accelerator
            )
    return Catalogue(joined, base.compiled)


def overlay(base: Catalogue, user: Catalogue) -> Catalogue:
    """Put the user's own table on top: where both have a figure, the user's holds."""
    merged = dict(base.accelerators)
    for accelerator in user.accelerators.values():
        earlier = merged.get(accelerator.id)
        if earlier is None:
            merged[accelerator.id] = accelerator
        else:
            merged[accelerator.id] = replace(
                earlier,
                figures={**earlier.figures, **accelerator.figures},
                prices=(*earlier.prices, *accelerator.prices),
            )
    return Catalogue(merged, base.compiled)


def _merge_same_rank(first: Accelerator, second: Accelerator, name: str) -> Accelerator:
    for quantity, datum in second.figures.items():
        other = first.figures.get(quantity)
        if other is not None and (other.value, other.text) != (datum.value, datum.text):
            raise Problem(
                tr(
                    "{name}: {id}.{quantity}: sources conflict: {first} ({first_source}) and "
                    "{second} ({second_source}).",
                    name=name, id=first.id, quantity=quantity,
                    first=other.printed or other.status, first_source=other.source.id,
                    second=datum.printed or datum.status, second_source=datum.source.id,
                ),
                tr("Keep one as the value and list the other under “also”."),
            )  # fmt: skip
    return replace(
        first,
        figures={**first.figures, **second.figures},
        prices=tuple(dict.fromkeys((*first.prices, *second.prices))),
    )


# -- The pieces of a table ------------------------------------------------------------------


def _check_keys(table: Mapping[str, Any], allowed: Iterable[str], place: str) -> None:
    allowed = list(allowed)
    for key in table:
        if key not in allowed:
            close = difflib.get_close_matches(key, allowed, n=1, cutoff=0.5)
            remedy = (
                tr("Did you mean “{key}”?", key=close[0])
                if close
                else tr("Known keys: {keys}.", keys=", ".join(allowed))
            )
            raise Problem(tr("{place}: unknown key “{key}”.", place=place, key=key), remedy)


def _table(value: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Problem(
            tr("{place} is not a table.", place=place), tr("Write it as an inline table.")
        )
    return value


def _list_of_tables(value: Any, place: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise Problem(
            tr("{place} is not a list of tables.", place=place), tr("Use [[double brackets]].")
        )
    return value


def _text(table: Mapping[str, Any], key: str, place: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise Problem(
            tr("{place}: {key} is missing or not a text.", place=place, key=key),
            tr('Write {key} = "...".', key=key),
        )
    return value


def _positive(value: Any, place: str, *, zero: bool = False) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e60:
        raise Problem(
            tr("{place}: {value} is not a number.", place=place, value=repr(value)),
            tr("Leave “value” out where a figure is unknown."),
        )
    if value < 0 or (value == 0 and not zero):
        what = tr("{place}: {value} is not above zero.", place=place, value=value)
        raise Problem(what, tr("Leave “value” out where a figure is unknown; never write 0."))
    return float(value)


def _sources(value: Any, name: str) -> dict[str, SourceRef]:
    sources = {}
    for source_id, entry in _table(value, f"{name}: source").items():
        place = f"{name}: source.{source_id}"
        table = _table(entry, place)
        _check_keys(table, ("title", "url", "date", "licence"), place)
        sources[source_id] = SourceRef(
            source_id,
            _text(table, "title", place),
            _text(table, "url", place, ""),
            _text(table, "date", place, ""),
            _text(table, "licence", place, ""),
        )
    return sources


def _source(table: Mapping[str, Any], sources: Mapping[str, SourceRef], place: str) -> SourceRef:
    source_id = _text(table, "source", place)
    if source_id not in sources:
        close = difflib.get_close_matches(source_id, sources, n=1, cutoff=0.5)
        raise Problem(
            tr("{place}: source “{source}” is not declared.", place=place, source=source_id),
            tr("Did you mean “{key}”?", key=close[0])
            if close
            else tr("Add [source.{source}] with its title.", source=source_id),
        )
    found = sources[source_id]
    date = _text(table, "date", place, "")
    return replace(found, date=date) if date else found


def _status(table: Mapping[str, Any], place: str) -> FigureStatus:
    word = _text(table, "status", place)
    try:
        return FigureStatus(word)
    except ValueError:
        raise Problem(
            tr("{place}: unknown status “{status}”.", place=place, status=word),
            tr("Use one of {statuses}.", statuses=", ".join(FigureStatus)),
        ) from None


def _accelerator(
    row: Mapping[str, Any],
    index: int,
    sources: Mapping[str, SourceRef],
    name: str,
    origin: str,
) -> Accelerator:
    place = tr("{name}: accelerator {index}", name=name, index=index)
    accelerator_id = _text(row, "id", place)
    place = f"{name}: {accelerator_id}"
    _check_keys(row, _ROW_KEYS, place)
    figure_rows = _table(row.get("figure", {}), f"{place}.figure")
    _check_keys(figure_rows, QUANTITIES, place)
    figures = {
        quantity: _datum(quantity, entry, sources, f"{place}.{quantity}", origin)
        for quantity, entry in figure_rows.items()
    }
    prices = tuple(
        _price(entry, sources, f"{place}: price {number}", origin)
        for number, entry in enumerate(
            _list_of_tables(row.get("price", []), f"{place}.price"), start=1
        )
    )
    kind = _text(row, "kind", place, "chip")
    if kind not in ("chip", "system"):
        raise Problem(
            tr("{place}: kind is “{kind}”.", place=place, kind=kind),
            tr("Write “chip” or “system”."),
        )
    return Accelerator(
        accelerator_id,
        _text(row, "name", place, accelerator_id),
        _text(row, "vendor", place, ""),
        kind,
        figures,
        prices,
        origin,
    )


def _datum(
    quantity: str, entry: Any, sources: Mapping[str, SourceRef], place: str, origin: str
) -> Datum:
    table = _table(entry, place)
    _check_keys(table, _FIGURE_KEYS, place)
    status = _status(table, place)
    source = _source(table, sources, place)
    note = _text(table, "note", place, "")
    if "value" not in table:
        if status not in UNKNOWN:
            raise Problem(
                tr("{place}: no value, yet status “{status}”.", place=place, status=status),
                tr("Give a value, or status undisclosed or not_supported."),
            )
        return Datum(quantity, status, source, note=note, origin=origin)
    if status in UNKNOWN:
        raise Problem(
            tr("{place}: a value with status “{status}”.", place=place, status=status),
            tr("Leave the value out, or say where it comes from."),
        )
    dimension = QUANTITIES[quantity].dimension
    if dimension in ("text", "date"):
        text = _text(table, "value", place)
        return Datum(quantity, status, source, text=text, note=note, printed=text, origin=origin)
    value, unit, printed = _measure(table, dimension, place)
    bounds = [value]
    for key in ("low", "high"):
        if key in table:
            bounds.append(to_base(_positive(table[key], f"{place}.{key}"), unit))
    for other in _list_of_tables(table.get("also", []), f"{place}.also"):
        _check_keys(other, _ALSO_KEYS, f"{place}.also")
        other_value, _, other_printed = _measure(other, dimension, f"{place}.also")
        other_source = _source(other, sources, f"{place}.also")
        bounds.append(other_value)
        reason = _text(other, "note", f"{place}.also", "")
        note = "; ".join(
            part
            for part in (
                note,
                f"{other_printed} ({other_source.title}{', ' if reason else ''}{reason})",
            )
            if part
        )
    if quantity == "hbm" and unit == "GB":
        # "GB" on a data sheet is as often 2**30 as 10**9 bytes; both are possible here.
        bounds.append(to_base(float(table["value"]), "GiB"))
    low, high = min(bounds), max(bounds)
    if not low <= value <= high:
        raise Problem(tr("{place}: low and high do not enclose the value.", place=place), "")
    bounded = len(bounds) > 1
    return Datum(
        quantity, status, source, value, unit,
        low=low if bounded else None, high=high if bounded else None,
        note=note, printed=printed, origin=origin, bounded=bounded,
    )  # fmt: skip


def _measure(table: Mapping[str, Any], dimension: str, place: str) -> tuple[float, str, str]:
    """Value in base units, unit symbol and the figure as printed."""
    printed = _positive(table.get("value"), place)
    symbol = table.get("unit")
    if symbol is None:
        raise Problem(
            tr("{place}: the unit is missing.", place=place),
            tr('Write unit = "...", exact as to GB or GiB.')
            if dimension == "bytes"
            else tr('Write unit = "...".'),
        )
    try:
        unit = unit_of(str(symbol), dimension)
    except Problem as problem:
        raise Problem(f"{place}: {problem.what}.", problem.remedy) from None
    return to_base(printed, unit.symbol), unit.symbol, f"{printed:.12g} {unit.symbol}"


def _price(
    entry: Mapping[str, Any], sources: Mapping[str, SourceRef], place: str, origin: str
) -> Price:
    _check_keys(entry, _PRICE_KEYS, place)
    basis = _text(entry, "basis", place)
    if basis not in PRICE_BASES:
        raise Problem(
            tr("{place}: unknown basis “{basis}”.", place=place, basis=basis),
            tr("Use one of {bases}.", bases=", ".join(PRICE_BASES)),
        )
    value = _positive(entry.get("value"), place)
    symbol = entry.get("unit")
    if symbol is None:
        raise Problem(
            tr("{place}: the unit is missing.", place=place),
            tr("Write unit = “USD/chip-hour”, “USD/chip” or “USD/system”."),
        )
    allowed = ("USD/chip", "USD/system") if basis == "list" else ("USD/chip-hour",)
    if symbol not in allowed:
        raise Problem(
            tr("{place}: unit “{symbol}” does not fit.", place=place, symbol=symbol),
            tr("Use {units}.", units=" / ".join(allowed)),
        )
    source = _source(entry, sources, place)
    return Price(
        basis, value, str(symbol), _text(entry, "provider", place, ""),
        _status(entry, place), source, source.date, _text(entry, "note", place, ""), origin,
    )  # fmt: skip
