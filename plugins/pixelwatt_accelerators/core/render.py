"""A comparison as JSON, Markdown, CSV: the same rows, the same sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from pixelwatt_accelerators.core.catalogue import Accelerator, Datum, Price, SourceRef
from pixelwatt_accelerators.core.compare import Row, cell_text, interval_text, verdict_text
from pixelwatt_accelerators.core.quantities import QUANTITIES
from pixelwatt_accelerators.core.units import from_base
from pixelwatt_accelerators.text import tr


def _source_json(source: SourceRef) -> dict[str, str]:
    return {"title": source.title, "url": source.url, "date": source.date}


def datum_json(datum: Datum | None, unit: str) -> dict[str, Any]:
    """A cell: value and bounds in ``unit``, None for unknown, always with its source."""
    if datum is None:
        return {"value": None, "unit": unit, "status": "undisclosed"}
    value: float | str | None = datum.text or None
    if datum.value is not None:
        value = from_base(datum.value, unit) if unit else datum.value
    interval = datum.interval()
    low, high = interval if interval is not None else (None, None)
    return {
        "value": value,
        "unit": unit,
        "low": None if low is None else from_base(low, unit) if unit else low,
        "high": None if high is None else from_base(high, unit) if unit else high,
        "bounds": "sources" if datum.bounded else "assumed" if low != high else "exact",
        "printed": datum.printed,
        "status": str(datum.status),
        "source": _source_json(datum.source),
        "note": datum.note,
        "origin": datum.origin or "pixelwatt",
    }


def price_json(price: Price) -> dict[str, Any]:
    return {
        "basis": price.basis,
        "value": price.value,
        "unit": price.unit,
        "provider": price.provider,
        "status": str(price.status),
        "date": price.date,
        "source": _source_json(price.source),
        "note": price.note,
        "origin": price.origin or "pixelwatt",
    }


def accelerator_json(accelerator: Accelerator) -> dict[str, Any]:
    return {
        "id": accelerator.id,
        "name": accelerator.name,
        "vendor": accelerator.vendor,
        "kind": accelerator.kind,
        "figures": {
            quantity: datum_json(accelerator.figures[quantity], accelerator.figures[quantity].unit)
            for quantity in QUANTITIES
            if quantity in accelerator.figures
        },
        "prices": [price_json(price) for price in accelerator.prices],
    }


def comparison_json(accelerators: Sequence[Accelerator], rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "accelerators": [
            {"id": a.id, "name": a.name, "vendor": a.vendor, "kind": a.kind} for a in accelerators
        ],
        "rows": [
            {
                "id": row.id,
                "title": row.title,
                "unit": row.unit,
                "better": row.better,
                "cells": {
                    accelerator.id: datum_json(cell, row.unit)
                    for accelerator, cell in zip(accelerators, row.cells, strict=True)
                },
                "outcome": str(row.verdict.outcome),
                "winner": row.verdict.winner if row.verdict.outcome == "winner" else None,
                "margin": row.verdict.margin if row.verdict.outcome == "winner" else None,
                "reason": row.verdict.reason,
                "tied": list(row.verdict.tied),
            }
            for row in rows
        ],
    }


def row_title(row: Row) -> str:
    return f"{row.title} ({row.unit})" if row.unit else row.title


def comparison_markdown(accelerators: Sequence[Accelerator], rows: Sequence[Row]) -> str:
    """A table with a numbered footnote for each source used."""
    names = {accelerator.id: accelerator.name for accelerator in accelerators}
    footnotes: dict[SourceRef, int] = {}
    lines = [
        "| " + " | ".join(["", *names.values(), tr("Winner")]) + " |",
        "| --- |" + " ---: |" * len(names) + " --- |",
    ]
    for row in rows:
        cells = []
        for cell in row.cells:
            text = cell_text(cell, row.unit)
            spread = interval_text(cell, row.unit)
            if spread:
                text += f" ({spread})"
            if cell is not None and cell.known:
                index = footnotes.setdefault(cell.source, len(footnotes) + 1)
                text += f" {cell.status}[^{index}]"
            cells.append(_escaped(text))
        verdict = _escaped(verdict_text(row.verdict, names))
        lines.append("| " + " | ".join([_escaped(row_title(row)), *cells, verdict]) + " |")
    lines.append("")
    lines += [
        f"[^{index}]: " + ", ".join(part for part in (s.title, s.url, s.date) if part)
        for s, index in footnotes.items()
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def comparison_csv(accelerators: Sequence[Accelerator], rows: Sequence[Row]) -> str:
    """One line per cell, so that each figure keeps its source, status and bounds."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(
        ["quantity", "accelerator", "value", "low", "high", "unit", "status", "source", "url",
         "date", "note", "outcome", "winner"]
    )  # fmt: skip
    for row in rows:
        for accelerator, cell in zip(accelerators, row.cells, strict=True):
            data = datum_json(cell, row.unit)
            source = data.get("source", {"title": "", "url": "", "date": ""})
            winner = row.verdict.winner if row.verdict.outcome == "winner" else ""
            fields = [
                row.id, accelerator.id, data["value"], data.get("low"), data.get("high"),
                row.unit, data["status"], source["title"], source["url"], source["date"],
                data.get("note", ""), row.verdict.outcome, winner,
            ]  # fmt: skip
            writer.writerow(["" if field is None else _harmless(field) for field in fields])
    return buffer.getvalue()


def _harmless(field: object) -> object:
    """Text that a spreadsheet would take for a formula gets a leading apostrophe."""
    if isinstance(field, str) and field[:1] in ("=", "+", "-", "@"):
        return "'" + field
    return field
