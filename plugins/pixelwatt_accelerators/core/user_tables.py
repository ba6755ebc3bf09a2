"""The user's own accelerators and prices: a table of theirs, written in the same format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.catalogue import (
    Accelerator,
    Catalogue,
    Datum,
    FigureStatus,
    Price,
    SourceRef,
)
from pixelwatt_accelerators.core.quantities import QUANTITIES
from pixelwatt_accelerators.core.table import SCHEMA, parse_table
from pixelwatt_accelerators.core.units import DISPLAY_UNITS, from_base
from pixelwatt_accelerators.text import tr

OWN = "user"
"""Origin of figures and prices that the user entered."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure as the user types it: a number with unit, or words."""

    value: float | str
    unit: str = ""


def with_accelerator(
    own: Catalogue,
    accelerator_id: str,
    name: str,
    vendor: str,
    entries: Mapping[str, Entry],
    source: str,
    date: str,
) -> Catalogue:
    """``own`` with an accelerator added or its entered figures replaced.

    :raises Problem: for an empty id or a figure that is no positive number in a fitting unit.
    """
    if not accelerator_id.strip() or not source.strip():
        raise Problem(
            tr("an accelerator needs an id and a source."),
            tr("Say where the figures are from, even if it is your own measurement."),
        )
    figures: dict[str, Any] = {}
    for quantity, entry in entries.items():
        row: dict[str, Any] = {"value": entry.value, "source": "mine", "status": "user"}
        if entry.unit:
            row["unit"] = entry.unit
        figures[quantity] = row
    document = {
        "schema": SCHEMA,
        "source": {"mine": {"title": source, "date": date}},
        "accelerator": [
            {"id": accelerator_id.strip(), "name": name.strip() or accelerator_id.strip(),
             "vendor": vendor.strip(), "kind": "chip", "figure": figures}
        ],
    }  # fmt: skip
    added = parse_table(_toml(document), tr("your accelerator"), origin=OWN)
    accelerator = added.accelerators[accelerator_id.strip()]
    earlier = own.accelerators.get(accelerator.id)
    if earlier is not None:
        accelerator = replace(
            accelerator,
            figures={**earlier.figures, **accelerator.figures},
            prices=earlier.prices,
        )
    return Catalogue({**own.accelerators, accelerator.id: accelerator})


def with_price(
    own: Catalogue, chip: Accelerator, basis: str, value: float, provider: str, source: str,
    date: str,
) -> Catalogue:  # fmt: skip
    """``own`` with a price for ``chip``; it replaces the user's earlier one of that basis."""
    if not value > 0:
        raise Problem(tr("a price must be above zero."), tr("Enter what you pay."))
    if not source.strip():
        raise Problem(tr("a price needs a source."), tr("An offer, an invoice, a page."))
    unit = "USD/chip" if basis == "list" else "USD/chip-hour"
    reference = SourceRef("mine", source.strip(), "", date.strip())
    price = Price(
        basis, value, unit, provider.strip(), FigureStatus.USER, reference, date.strip(), "", OWN
    )
    earlier = own.accelerators.get(chip.id) or Accelerator(
        chip.id, chip.name, chip.vendor, chip.kind, {}, (), OWN
    )
    kept = tuple(p for p in earlier.prices if p.basis != basis)
    return Catalogue({**own.accelerators, chip.id: replace(earlier, prices=(*kept, price))})


def without_accelerator(own: Catalogue, accelerator_id: str) -> Catalogue:
    rest = {key: value for key, value in own.accelerators.items() if key != accelerator_id}
    return Catalogue(rest)


def dumps(own: Catalogue) -> str:
    """The user's table as TOML, readable again by `parse_table`."""
    sources: dict[str, SourceRef] = {}

    def source_id(source: SourceRef) -> str:
        for key, known in sources.items():
            if known == source:
                return key
        key = f"source{len(sources) + 1}"
        sources[key] = source
        return key

    rows = [
        {
            "id": accelerator.id,
            "name": accelerator.name,
            "vendor": accelerator.vendor,
            "kind": accelerator.kind,
            "figure": {
                quantity: _figure(datum, source_id(datum.source))
                for quantity, datum in accelerator.figures.items()
            },
            "price": [
                _present(
                    basis=price.basis, value=price.value, unit=price.unit,
                    provider=price.provider, source=source_id(price.source),
                    status=str(price.status), date=price.date, note=price.note,
                )
                for price in accelerator.prices
            ],
        }
        for accelerator in own.accelerators.values()
    ]  # fmt: skip
    declared = {
        key: _present(title=source.title, url=source.url, date=source.date, licence=source.licence)
        for key, source in sources.items()
    }
    return _toml({"schema": SCHEMA, "source": declared, "accelerator": rows})


def _figure(datum: Datum, source: str) -> dict[str, Any]:
    value: float | str | None = datum.text or None
    if datum.value is not None:
        value = from_base(datum.value, datum.unit)
    bounds = {}
    if datum.low is not None and datum.high is not None:
        bounds = {
            "low": from_base(datum.low, datum.unit),
            "high": from_base(datum.high, datum.unit),
        }
    row = _present(
        unit=datum.unit, source=source, status=str(datum.status), note=datum.note, **bounds
    )
    return row if value is None else {"value": value, **row}


def _present(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "")}


def _toml(document: dict[str, Any]) -> str:
    import tomli_w

    return tomli_w.dumps(document)


def usual_unit(quantity: str) -> str:
    """The unit offered first for a quantity, empty for words."""
    dimension = QUANTITIES[quantity].dimension
    if quantity.startswith("link_") and dimension == "bandwidth":
        return "GB/s"
    return DISPLAY_UNITS.get(dimension, "")
