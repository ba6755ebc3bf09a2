"""Words for what the core names by id: statuses, metrics, and values with their units."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

from pixelwatt_accelerators.core.catalogue import Accelerator, Datum, FigureStatus
from pixelwatt_accelerators.core.compare import cell_text, interval_text
from pixelwatt_accelerators.core.document import Money
from pixelwatt_accelerators.core.quantities import PRICE_BASES
from pixelwatt_accelerators.core.uncertainty import Bar
from pixelwatt_accelerators.core.units import number, usd, with_unit
from pixelwatt_accelerators.text import tr

STATUS_COLOURS = {
    FigureStatus.MEASURED: "good",
    FigureStatus.PUBLISHED: "accent",
    FigureStatus.ANNOUNCED: "series3",
    FigureStatus.ESTIMATED: "warning",
    FigureStatus.ESSAY: "series0",
    FigureStatus.USER: "native",
    FigureStatus.UNDISCLOSED: "muted",
    FigureStatus.NOT_SUPPORTED: "muted",
}
"""As the shell colours `Status`; the two kinds of absence are grey."""


def status_word(status: FigureStatus) -> str:
    return {
        FigureStatus.MEASURED: tr("measured"),
        FigureStatus.PUBLISHED: tr("published"),
        FigureStatus.ANNOUNCED: tr("announced"),
        FigureStatus.ESTIMATED: tr("estimated"),
        FigureStatus.ESSAY: tr("essay"),
        FigureStatus.USER: tr("yours"),
        FigureStatus.UNDISCLOSED: tr("undisclosed"),
        FigureStatus.NOT_SUPPORTED: tr("not supported"),
    }[status]


def sentences(*parts: str) -> str:
    """Sentences one after the other, as the language sets them apart; empty ones left out."""
    text = ""
    for part in parts:
        text = tr("{one} {other}", one=text, other=part) if text and part else text or part
    return text


def missing_text(figures: Sequence[str], money: Money) -> str:
    """Titles of missing figures; a missing price says of which kind, since others may be known."""
    price = tr("Price of a chip-hour")
    shown = [tr(title) for title in figures]
    if money.basis in PRICE_BASES:
        kind = tr("price “{kind}”", kind=tr(PRICE_BASES[money.basis]))
        shown = [kind if title == price else title for title in shown]
    return ", ".join(shown)


def metric_title(metric: str) -> str:
    return {
        "usd_per_mtok": tr("Cost of a million tokens"),
        "usd_per_chip_hour": tr("Cost of a chip-hour"),
        "usd_per_eflop": tr("Cost of 10¹⁸ FLOP"),
        "joules_per_token": tr("Energy of a token"),
        "tokens_per_s_per_mw": tr("Tokens per second and megawatt"),
        "tokens_per_s_per_chip": tr("Tokens per second and chip"),
        "tokens_per_user_s": tr("Tokens per second and user"),
        "ttft_s": tr("Time to first token"),
        "step_s": tr("Decode step"),
        "prefill_s": tr("Prefill of a prompt"),
        "training_days": tr("Training time"),
        "training_usd": tr("Cost of the training"),
        "peak_per_watt": tr("Peak rate over TDP"),
        "achievable_per_watt": tr("Achievable rate over TDP"),
    }[metric]


def metric_text(metric: str, value: float) -> str:
    """A metric's value with its unit, or the word for unknown."""
    if math.isnan(value):
        return tr("unknown")
    if metric == "training_usd":
        return f"{usd(value / 1e6)} M"
    if metric.startswith("usd"):
        return usd(value)
    if metric == "joules_per_token":
        return f"{number(value, 3)} J"
    if metric in ("ttft_s", "step_s", "prefill_s"):
        return f"{number(value * 1e3, 3)} ms" if value < 10 else f"{number(value, 3)} s"
    if metric == "training_days":
        return tr("{days} days", days=number(value, 3))
    if metric.endswith("per_watt"):
        return f"{number(value / 1e12, 3)} TFLOP/s/W"
    return f"{number(value, 3)} tok/s"


def input_text(dimension: str, value: float) -> str:
    """An input's value in the unit a person would write it in."""
    if dimension == "share":
        return f"{number(100 * value, 3)} %"
    if dimension == "hourly_price":
        return f"{usd(value)}/h"
    if dimension == "purchase_price":
        return usd(value)
    if dimension == "energy_price":
        return f"{usd(value)}/kWh"
    if dimension == "years":
        return tr("{years} years", years=number(value, 3))
    if dimension == "ratio":
        return number(value, 3)
    return with_unit(value, dimension, 3)


def short_name(accelerator: Accelerator) -> str:
    """The name without what stands in brackets, for labels in plots."""
    return accelerator.name.split(" (")[0]


def datum_tooltip(datum: Datum | None, accelerator: Accelerator, title: str, unit: str) -> str:
    """Everything known of a cell, as rich text: value, bounds, status, page, date, note."""
    heading = f"<b>{html.escape(accelerator.name)}: {html.escape(title)}</b>"
    if datum is None:
        return f"{heading}<br>{html.escape(tr('No figure in the table.'))}"
    shown = f"{cell_text(datum, unit)} {unit if datum.value is not None else ''}".strip()
    lines = [heading, f"{html.escape(shown)} · {html.escape(status_word(datum.status))}"]
    spread = interval_text(datum, unit)
    if spread:
        origin = tr("by its sources") if datum.bounded else tr("assumed for its status")
        lines.append(html.escape(f"{spread} {unit} ({origin})"))
    if datum.printed and datum.value is not None:
        lines.append(html.escape(tr("printed as {printed}", printed=datum.printed)))
    source = datum.source
    lines.append(html.escape(", ".join(part for part in (source.title, source.date) if part)))
    if source.url:
        lines.append(html.escape(source.url))
    if datum.note:
        lines.append(html.escape(datum.note))
    if datum.origin:
        lines.append(html.escape(tr("from the table {origin}", origin=datum.origin)))
    return f"<div style='max-width: 420px'>{'<br>'.join(lines)}</div>"


def flip_text(bar: Bar, names: dict[str, str]) -> str:
    """``"Flips above $3.41/h: Price of a chip-hour (TPU v7)."``, empty where nothing flips."""
    if bar.flips_at is None:
        return ""
    whose = names.get(bar.accelerator, "")
    named = f"{tr(bar.title)} ({whose})" if whose else tr(bar.title)
    value = input_text(bar.dimension, bar.flips_at)
    if bar.flips_at > bar.value:
        return tr("Flips above {value}: {input}.", value=value, input=named)
    return tr("Flips below {value}: {input}.", value=value, input=named)
