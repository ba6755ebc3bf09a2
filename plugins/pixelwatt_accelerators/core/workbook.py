"""A comparison as a workbook whose winners and costs are formulas, with every source beside.

Sheets: the figures with their bounds and a winner per row; the cost and energy of a token
worked out from inputs that can be changed; the sources of all figures.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pixelwatt_accelerators.core.catalogue import Accelerator, FigureStatus
from pixelwatt_accelerators.core.compare import Row, cell_text
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.render import row_title
from pixelwatt_accelerators.core.uncertainty import Study
from pixelwatt_accelerators.core.units import from_base
from pixelwatt_accelerators.text import tr


def workbook(item: Study, rows: Sequence[Row]) -> bytes:
    """The file's content. Cached results are this program's own, so a viewer shows them too."""
    import xlsxwriter
    from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

    stream = BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "nan_inf_to_errors": False, "strings_to_formulas": False}
    )
    styles = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "unknown": book.add_format({"pattern": 14, "fg_color": "#B0B0B0"}),
        "input": book.add_format({"bg_color": "#FFF4D6"}),
        "usd": book.add_format({"num_format": "$0.000"}),
    }
    names = [xl_col_to_name, xl_rowcol_to_cell]
    _write_figures(book, styles, item.accelerators, rows, *names)
    _write_costs(book, styles, item, *names)
    _write_sources(book, styles, item.accelerators, rows)
    book.close()
    return stream.getvalue()


def _write_figures(
    book: Any, styles: dict[str, Any], accelerators: Sequence[Accelerator], rows: Sequence[Row],
    column_name: Any, _cell_name: Any,
) -> None:  # fmt: skip
    sheet = book.add_worksheet(tr("Figures"))
    count = len(accelerators)
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 3 * count + 1, 16)
    sheet.write(0, 0, tr("Quantity"), styles["head"])
    for index, accelerator in enumerate(accelerators):
        sheet.write(0, 1 + index, accelerator.name, styles["head"])
        sheet.write(0, 2 + count + index, tr("{name}, low", name=accelerator.name), styles["head"])
        high = tr("{name}, high", name=accelerator.name)
        sheet.write(0, 2 + 2 * count + index, high, styles["head"])
    sheet.write(0, 1 + count, tr("Winner"), styles["head"])
    sheet.freeze_panes(1, 1)

    def block(start: int, line: int) -> str:
        first, last = column_name(start), column_name(start + count - 1)
        return f"{first}{line + 1}:{last}{line + 1}"

    for line, row in enumerate(rows, start=1):
        sheet.write_string(line, 0, row_title(row))
        for index, cell in enumerate(row.cells):
            interval = cell.interval() if cell is not None else None
            if cell is None or cell.value is None or interval is None:
                style = None if cell is not None and cell.text else styles["unknown"]
                sheet.write_string(line, 1 + index, cell_text(cell, row.unit), style)
                continue
            sheet.write_number(line, 1 + index, from_base(cell.value, row.unit))
            for offset, end in enumerate(interval):
                column = 2 + count * (1 + offset) + index
                sheet.write_number(line, column, from_base(end, row.unit))
        formula = _winner_formula(row, block, line, count, column_name)
        if formula:
            outcome = row.verdict.outcome
            winner = next((a.name for a in accelerators if a.id == row.verdict.winner), "")
            cached = winner if outcome == "winner" else tr(str(outcome))
            sheet.write_formula(line, 1 + count, formula, None, cached)


def _winner_formula(row: Row, block: Any, line: int, count: int, column_name: Any) -> str:
    """Winner, tie or undecidable, decided on the intervals as the program does it."""
    if row.better == "neither":
        return ""
    needed = sum(cell is None or cell.status != FigureStatus.NOT_SUPPORTED for cell in row.cells)
    values, lows, highs = (block(1 + offset, line) for offset in (0, count + 1, 2 * count + 1))
    names = f"$B$1:${column_name(count)}$1"
    best = f"MAX({values})" if row.better == "higher" else f"MIN({values})"
    place = f"MATCH({best},{values},0)"
    if row.better == "higher":
        rivals = f'COUNTIF({highs},">="&INDEX({lows},{place}))'
    else:
        rivals = f'COUNTIF({lows},"<="&INDEX({highs},{place}))'
    equal = f"COUNTIF({values},{best})"
    settled = f'IF({equal}>1,"{tr("tie")}",INDEX({names},{place}))'
    decided = f'IF({rivals}>{equal},"{tr("undecidable")}",{settled})'
    return f'=IF(COUNT({values})<{max(needed, 1)},"{tr("undecidable")}",{decided})'


def _write_costs(
    book: Any, styles: dict[str, Any], item: Study, column_name: Any, cell_name: Any
) -> None:
    """Decode, cost and energy by formula; the tinted cells are inputs."""
    sheet = book.add_worksheet(tr("Cost of a token"))
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, len(item.accelerators), 20)
    use, money, fleet = item.comparison.use, item.comparison.money, item.fleet
    model = shipped_models()[use.model]
    metrics = item.nominal()
    shared = [
        (tr("Batch (sequences)"), use.batch),
        (tr("Activated parameters"), model.active),
        (tr("Bytes of weights read in a step"), fleet.weights * model.read_params(use.batch)
         / model.params),
        (tr("Bytes of cache of one sequence"), fleet.kv_bytes / use.batch),
        (tr("FLOP of attention over that cache"),
         use.context * model.decode_attention_flops_per_token),
        (tr("Achieved share of memory bandwidth"), use.hbm_efficiency),
        (tr("Hours in use"), money.utilisation),
    ]  # fmt: skip
    for line, (title, value) in enumerate(shared):
        sheet.write_string(line, 0, title)
        sheet.write_number(line, 1, float(value), styles["input"])
    batch, params, weights, cache, attention, reached, used = (
        f"$B${line + 1}" for line in range(len(shared))
    )
    head = len(shared) + 1
    sheet.write_string(head, 0, tr("Per accelerator"), styles["head"])
    inputs = [
        (tr("Chips per replica"), fleet.chips),
        (tr("Memory bandwidth (B/s)"), item.inputs["hbm_bandwidth"].value),
        (tr("Achievable rate (FLOP/s)"),
         item.inputs["flops"].value * item.inputs["achievable"].value),
        (tr("Communication of a step (s)"), metrics["communication_s"]),
        (tr("Cost of a chip-hour (USD)"), metrics["usd_per_chip_hour"]),
        (tr("Thermal design power (W)"), item.inputs["tdp"].value),
    ]  # fmt: skip
    for line, (title, _values) in enumerate(inputs, start=head + 1):
        sheet.write_string(line, 0, title)
    results = [
        (tr("Decode step (s)"), "step_s"),
        (tr("Tokens per second and chip"), "tokens_per_s_per_chip"),
        (tr("USD per million tokens"), "usd_per_mtok"),
        (tr("Joules per token"), "joules_per_token"),
    ]
    first_result = head + 1 + len(inputs)
    for line, (title, _metric) in enumerate(results, start=first_result):
        sheet.write_string(line, 0, title, styles["head"])
    for index, accelerator in enumerate(item.accelerators):
        column = 1 + index
        sheet.write_string(head, column, accelerator.name, styles["head"])
        for line, (_, values) in enumerate(inputs, start=head + 1):
            value = float(values[index])
            if math.isnan(value):
                sheet.write_string(line, column, tr("unknown"), styles["unknown"])
            else:
                sheet.write_number(line, column, value, styles["input"])
        chips, bandwidth, rate, communication, price, watts = (
            cell_name(head + 1 + offset, column) for offset in range(6)
        )
        step, per_chip = (cell_name(first_result + offset, column) for offset in range(2))
        formulas = [
            f"{batch}*MAX({cache}/({chips}*{bandwidth}*{reached}),{attention}/({chips}*{rate}))"
            f"+MAX(2*{batch}*{params}/({chips}*{rate}),{weights}/({chips}*{bandwidth}*{reached}))"
            f"+{communication}",
            f"{batch}/{step}/{chips}",
            f"{price}*1000000/(3600*{per_chip}*{used})",
            f"{watts}/{per_chip}",
        ]
        needed = [
            f"{chips},{bandwidth},{rate},{communication}", f"{step},{chips}",
            f"{price},{per_chip}", f"{watts},{per_chip}",
        ]  # fmt: skip
        for line, ((_, metric), formula, cells) in enumerate(
            zip(results, formulas, needed, strict=True), start=first_result
        ):
            value = float(metrics[metric][index])
            cached = tr("unknown") if math.isnan(value) else value
            amount = cells.count(",") + 1
            text = f'=IF(COUNT({cells})<{amount},"{tr("unknown")}",{formula})'
            sheet.write_formula(line, column, text, None, cached)


def _write_sources(
    book: Any, styles: dict[str, Any], accelerators: Sequence[Accelerator], rows: Sequence[Row]
) -> None:
    sheet = book.add_worksheet(tr("Sources"))
    titles = [
        tr("Quantity"), tr("Accelerator"), tr("As printed"), tr("Status"), tr("Source"),
        tr("Address"), tr("Date"), tr("Note"),
    ]  # fmt: skip
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, styles["head"])
        sheet.set_column(column, column, (28, 28, 18, 14, 48, 48, 14, 60)[column])
    line = 1
    for row in rows:
        for accelerator, cell in zip(accelerators, row.cells, strict=True):
            if cell is None:
                continue
            source = cell.source
            fields = (
                row.title, accelerator.name, cell.printed, str(cell.status), source.title,
                source.url, source.date, cell.note,
            )  # fmt: skip
            for column, field in enumerate(fields):
                sheet.write_string(line, column, field)
            line += 1
    sheet.freeze_panes(1, 0)
