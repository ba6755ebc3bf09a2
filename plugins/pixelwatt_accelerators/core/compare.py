"""The table's rows: a cell per accelerator, and who wins by how much, if it can be told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pixelwatt_accelerators.core.catalogue import Accelerator, Datum, FigureStatus, SourceRef
from pixelwatt_accelerators.core.document import Show
from pixelwatt_accelerators.core.quantities import PRICE_BASES, QUANTITIES, Better
from pixelwatt_accelerators.core.units import DISPLAY_UNITS, from_base, number
from pixelwatt_accelerators.text import tr


class Outcome(StrEnum):
    WINNER = "winner"
    TIE = "tie"
    UNDECIDABLE = "undecidable"
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``margin`` is the winner's lead over the next: 0.07 for 7 % more, or 7 % less of a cost."""

    outcome: Outcome
    winner: str = ""
    margin: float | None = None
    reason: str = ""
    unknown: tuple[str, ...] = ()
    """Accelerators whose undisclosed figure leaves the row open."""
    tied: tuple[str, ...] = ()
    """Those that share the best value, where there is more than one."""


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    title: str
    group: str
    dimension: str
    unit: str
    better: Better
    cells: tuple[Datum | None, ...]
    verdict: Verdict


def judge(ids: Sequence[str], cells: Sequence[Datum | None], better: Better) -> Verdict:
    """Who is best, decided on intervals: overlapping ones decide nothing.

    An accelerator that does not support a rate at all loses that row; one whose figure is
    undisclosed could be anything, so it leaves the row undecidable.
    """
    if better == "neither" or len(cells) < 2:
        return Verdict(Outcome.NOT_COMPARED)
    unknown = [
        ids[index]
        for index, cell in enumerate(cells)
        if cell is None or (cell.value is None and cell.status != FigureStatus.NOT_SUPPORTED)
    ]
    known = [
        (ids[index], cell, cell.interval())
        for index, cell in enumerate(cells)
        if cell is not None and cell.value is not None
    ]
    if unknown:
        reason = tr("not known: {ids}", ids=", ".join(unknown))
        return Verdict(Outcome.UNDECIDABLE, reason=reason, unknown=tuple(unknown))
    if not known:
        return Verdict(Outcome.NOT_COMPARED)
    sign = 1.0 if better == "higher" else -1.0
    ranked = sorted(known, key=lambda entry: sign * _value(entry[1]), reverse=True)
    best_id, best, best_interval = ranked[0]
    if len(ranked) == 1:
        return Verdict(Outcome.WINNER, best_id, None, tr("the only one that supports it"))
    second = _value(ranked[1][1])
    tied = [chip for chip, cell, _ in ranked if math.isclose(_value(best), _value(cell))]
    if best_interval is None:
        return Verdict(Outcome.UNDECIDABLE)
    overlapping = [
        rival_id
        for rival_id, _, interval in ranked
        if rival_id not in tied
        and interval is not None
        and (interval[1] >= best_interval[0] if sign > 0 else interval[0] <= best_interval[1])
    ]
    margin = abs(_value(best) - second) / second
    if overlapping:
        reason = tr("the intervals overlap")
        return Verdict(Outcome.UNDECIDABLE, best_id, margin, reason)
    if len(tied) > 1:
        return Verdict(Outcome.TIE, margin=0.0, tied=tuple(tied))
    return Verdict(Outcome.WINNER, best_id, margin)


def _value(datum: Datum) -> float:
    return math.nan if datum.value is None else datum.value


_SYSTEM = ("chips", "system_hbm", "system_power")
_RATES = ("bf16", "fp16", "fp8", "fp4", "int8")
_NOTHING = SourceRef("none", "")


def table_rows(accelerators: Sequence[Accelerator], show: Show) -> list[Row]:
    """Rows in the order of the essay's table and beyond it, under the chosen units."""
    ids = [accelerator.id for accelerator in accelerators]
    rows = []
    for row_id in _row_ids(show):
        quantity = QUANTITIES["hbm" if row_id == "memory" else row_id]
        cells = tuple(_cell(accelerator, row_id, show) for accelerator in accelerators)
        known = sum(cell is not None and cell.known for cell in cells)
        if row_id in ("fp16", *_SYSTEM) and not known:
            continue
        unit = DISPLAY_UNITS.get(quantity.dimension, "")
        if row_id == "memory":
            unit = show.memory_unit
        elif row_id == "system_hbm":
            unit = "TB" if show.memory_unit == "GB" else "TiB"
        elif quantity.id.startswith("link_") and quantity.dimension == "bandwidth":
            unit = "GB/s"
        title = tr("Memory") if row_id == "memory" else tr(quantity.title)
        if row_id in _RATES and show.sparsity == "sparse":
            title = tr("{rate}, sparse", rate=title)
        # A rack beside single chips has nobody to be compared with.
        alone = row_id in _SYSTEM and known < 2
        verdict = judge(ids, cells, "neither" if alone else quantity.better)
        rows.append(
            Row(row_id, title, quantity.group, quantity.dimension, unit, quantity.better,
                cells, verdict)
        )  # fmt: skip
    return rows + _domain_rows(accelerators, ids, show) + _price_rows(accelerators, ids)


def _row_ids(show: Show) -> list[str]:
    link = {"uni": "link_uni", "bidi": "link_bidi", "pair": "link_pair"}[show.link]
    others = [name for name in ("link_bidi", "link_uni", "link_pair") if name != link]
    return [
        "release", "process", "memory", "hbm_bandwidth", "bf16", "fp16", "fp8", "fp4", "int8",
        "matmul_bf16", "matmul_fp8", "link_name", link, *others, "domain", "topology", "tdp",
        "all_in_power", "chips", "system_hbm", "system_power",
    ]  # fmt: skip


def _cell(accelerator: Accelerator, row_id: str, show: Show) -> Datum | None:
    datum = accelerator.memory() if row_id == "memory" else accelerator.figures.get(row_id)
    if datum is None and row_id in _SYSTEM and accelerator.kind == "chip":
        note = tr("The table has it as a single chip, not as a system.")
        return Datum(row_id, FigureStatus.NOT_SUPPORTED, _NOTHING, note=note)
    if row_id in _RATES and show.sparsity == "sparse" and datum is not None and datum.known:
        return sparse(datum, accelerator.figures.get("sparse_speedup"))
    return datum


def sparse(dense: Datum, speedup: Datum | None) -> Datum:
    """The rate with structured sparsity, unknown where nobody published the factor."""
    if speedup is None or speedup.value is None:
        status = speedup.status if speedup is not None else FigureStatus.UNDISCLOSED
        source = speedup.source if speedup is not None else _NOTHING
        return Datum(dense.quantity, status, source, note=speedup.note if speedup else "")
    assert dense.value is not None
    factor = speedup.value
    return Datum(
        dense.quantity, dense.status, dense.source, dense.value * factor, dense.unit,
        low=None if dense.low is None else dense.low * factor,
        high=None if dense.high is None else dense.high * factor,
        note=f"{dense.printed} x {factor:g}; {speedup.note}", printed=dense.printed,
        origin=dense.origin, bounded=dense.bounded,
    )  # fmt: skip


def _domain_rows(accelerators: Sequence[Accelerator], ids: Sequence[str], show: Show) -> list[Row]:
    """A whole scale-up domain beside single chips: a pod of 9,216 against a rack of 72."""
    rows = []
    for row_id, title, quantity, unit in (
        ("domain_memory", tr("Memory of a whole domain"), "memory",
         "TB" if show.memory_unit == "GB" else "TiB"),
        ("domain_fp8", tr("FP8 of a whole domain"), "fp8", "PFLOP/s"),
    ):  # fmt: skip
        cells = tuple(domain_total(accelerator, quantity) for accelerator in accelerators)
        dimension = QUANTITIES["hbm" if quantity == "memory" else quantity].dimension
        verdict = judge(ids, cells, "higher")
        rows.append(Row(row_id, title, tr("System"), dimension, unit, "higher", cells, verdict))
    return rows


_TRUST = list(FigureStatus)
"""From best to least trusted, as the statuses are declared."""


def domain_total(accelerator: Accelerator, quantity: str) -> Datum | None:
    """A chip's figure times the chips of its domain, no better trusted than either."""
    each = accelerator.memory() if quantity == "memory" else accelerator.figures.get(quantity)
    domain = accelerator.figures.get("domain")
    if each is None or domain is None or each.value is None or domain.value is None:
        return each if each is not None and each.value is None else None
    low, high = each.interval() or (each.value, each.value)
    status = max(each.status, domain.status, key=_TRUST.index)
    source = SourceRef("derived", tr("Arithmetic on other figures of this table"))
    return Datum(
        f"domain_{quantity}", status, source, each.value * domain.value, "",
        low=low * domain.value, high=high * domain.value,
        note=f"{number(domain.value)} x {each.printed} ({each.source.title})", bounded=True,
    )  # fmt: skip


def _price_rows(accelerators: Sequence[Accelerator], ids: Sequence[str]) -> list[Row]:
    rows = []
    for basis, title in PRICE_BASES.items():
        cells = tuple(price_datum(accelerator, basis) for accelerator in accelerators)
        if all(cell is None for cell in cells):
            continue
        dimension = "purchase_price" if basis == "list" else "hourly_price"
        rows.append(
            Row(f"price_{basis}", tr(title), tr("Price"), dimension, DISPLAY_UNITS[dimension],
                "lower", cells, judge(ids, cells, "lower"))
        )  # fmt: skip
    return rows


def price_datum(accelerator: Accelerator, basis: str) -> Datum | None:
    """The cheapest price of a basis as a cell; dearer ones of the basis bound it above."""
    if basis == "list":
        fitting = accelerator.prices_of(basis, "USD/chip")
        best = accelerator.purchase_price()
    else:
        fitting, best = accelerator.prices_of(basis), accelerator.price(basis)
    if best is None:
        return None
    others = [price for price in fitting if price is not best]
    note = "; ".join(
        part
        for part in (
            best.provider,
            best.note,
            *(f"{price.provider}: {price.value:g} {price.unit}" for price in others),
        )
        if part
    )
    dear = max([best.value, *(price.value for price in others)])
    source = SourceRef(best.source.id, best.source.title, best.source.url, best.date)
    return Datum(
        f"price_{basis}", best.status, source, best.value, best.unit,
        low=best.value if others else None, high=dear if others else None, note=note,
        printed=f"{best.value:g} {best.unit}", origin=best.origin, bounded=bool(others),
    )  # fmt: skip


def cell_text(datum: Datum | None, unit: str) -> str:
    """The number alone, in the row's unit; a word for what is unknown."""
    if datum is None:
        return tr("not known")
    if datum.status == FigureStatus.NOT_SUPPORTED:
        return tr("no system") if datum.quantity in _SYSTEM else tr("not supported")
    if datum.text:
        return datum.text
    if datum.value is None:
        return tr("undisclosed")
    return number(from_base(datum.value, unit))


def interval_text(datum: Datum | None, unit: str) -> str:
    """``"600 to 1,040"`` where the interval has a width, else empty."""
    interval = datum.interval() if datum is not None else None
    if interval is None or interval[0] == interval[1]:
        return ""
    low, high = (number(from_base(end, unit)) for end in interval)
    return tr("{low} to {high}", low=low, high=high)


def verdict_text(verdict: Verdict, names: dict[str, str]) -> str:
    """``"TPU v7 +6.7 %"``, ``"tie"``, ``"undecidable: ..."`` or empty."""
    if verdict.outcome == Outcome.NOT_COMPARED:
        return ""
    if verdict.outcome == Outcome.TIE:
        if len(verdict.tied) == len(names):
            return tr("tie")
        return tr("tie of {names}", names=", ".join(names.get(chip, chip) for chip in verdict.tied))
    if verdict.outcome == Outcome.UNDECIDABLE:
        reason = verdict.reason
        if verdict.unknown:
            unknown = ", ".join(names.get(chip, chip) for chip in verdict.unknown)
            reason = tr("not known: {ids}", ids=unknown)
        return tr("undecidable: {reason}", reason=reason)
    name = names.get(verdict.winner, verdict.winner)
    if verdict.margin is None:
        return f"{name} ({verdict.reason})"
    if verdict.margin >= 1:
        return tr("{name}, {factor} times", name=name, factor=number(1 + verdict.margin, 3))
    return tr("{name}, by {margin} %", name=name, margin=number(100 * verdict.margin, 3))
