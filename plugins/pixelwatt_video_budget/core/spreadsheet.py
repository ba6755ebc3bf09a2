"""The budget as XLSX with live formulas, and as CSV.

The workbook computes: change a usable rate, a pilot, a price, a number of shots or what a review
costs and its totals follow, and the seconds too where any length is sold. Only quantiles, which no
spreadsheet function gives for a whole film, are figures of the day.
"""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

from pixelwatt.api import replacing
from pixelwatt_video_budget.core.billing import ANY_LENGTH, PerClip, PerSecond
from pixelwatt_video_budget.core.estimate import Estimate, ShotEstimate
from pixelwatt_video_budget.core.markdown import price_text, source_text
from pixelwatt_video_budget.core.money import as_decimal
from pixelwatt_video_budget.core.parts import Clips
from pixelwatt_video_budget.core.pricing import PricedShot
from pixelwatt_video_budget.core.tries import FixedRate, LearntRate
from pixelwatt_video_budget.text import tr

_PLAIN_NUMBER = re.compile(r"[+-]?\d+([.,]\d*)*")
_MEAN = 14
"""The column of the mean cost, O."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutralised(text: str) -> str:
    """Text that no spreadsheet takes for a formula. Source: OWASP, "CSV Injection"."""
    if text.startswith(_FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def headings() -> list[str]:
    return [
        tr("Scene"), tr("Shot"), tr("Seconds"), "×", tr("Price or tier"), tr("Clips"),
        tr("Usable rate"), tr("Kept"), tr("Tried"), tr("Seconds a try"), tr("Price a second"),
        tr("Review of a try"), tr("Cost of a try"), tr("Tries, mean"), tr("Mean"),
        "P50", "P80", "P90", "P95", tr("Source"), tr("Notes"),
    ]  # fmt: skip


def csv_text(result: Estimate) -> str:
    """The shot list with its figures, for any spreadsheet."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(headings())
    for shot in result.shots:
        row = [_plain(value) for value in _values(shot, result)]
        writer.writerow([neutralised(v) if isinstance(v, str) else v for v in row])
    return stream.getvalue()


def _plain(value: Any) -> Any:
    return "" if value is None else value


def _values(shot: ShotEstimate, result: Estimate) -> list[Any]:
    """The cells of a shot; None where a figure is unknown."""
    priced, currency = shot.priced, result.plan.currency
    basics = [priced.shot.scene, priced.shot.name, float(priced.shot.seconds), priced.shot.count]
    if not isinstance(priced, PricedShot) or shot.cost is None:
        reason = "" if isinstance(priced, PricedShot) else priced.reason
        return [*basics, reason, *[None] * 14, "", priced.shot.notes]
    rate = priced.rate
    learnt = rate if isinstance(rate, LearntRate) else None
    tries = None if shot.tries is None or shot.tries.mean is None else float(shot.tries.mean)
    cost = shot.cost
    return [
        *basics, price_text(priced, currency), priced.clips or None,
        float(rate.p) if isinstance(rate, FixedRate) else None,
        learnt.kept if learnt else None, learnt.tried if learnt else None,
        _seconds_a_try(priced), _price_a_second(priced),
        float(priced.review_cost) if priced.needs else None,
        _average_try(priced), tries, None if cost.mean is None else float(as_decimal(cost.mean)),
        *(float(as_decimal(cost.quantiles[q])) for q in (0.5, 0.8, 0.9, 0.95)),
        source_text(priced), priced.shot.notes,
    ]  # fmt: skip


def _average_try(priced: PricedShot) -> float | None:
    needs = priced.needs
    clips = sum(need.clips for need in needs)
    return float(sum(need.clips * need.cost for need in needs) / clips) if clips else None


def _seconds_a_try(priced: PricedShot) -> float | None:
    return float(sum(priced.lengths) / len(priced.lengths)) if priced.lengths else None


def _price_a_second(priced: PricedShot) -> float | None:
    if not isinstance(priced.billing, PerSecond) or not priced.needs:
        return None
    return float(Fraction(priced.billing.price) * priced.exchange * priced.price_factor)


def _any_length(priced: PricedShot) -> bool:
    """Whether a try lasts as long as the shot, whatever that is."""
    sold = priced.row is None or priced.row.lengths == ANY_LENGTH
    return sold and priced.lengths == (Fraction(priced.shot.seconds),) and not (
        priced.shot.whole_lengths or priced.shot.clip_seconds
        or isinstance(priced.billing, PerClip)
    )  # fmt: skip


def write_xlsx(result: Estimate, path: Path) -> None:
    """Write the workbook: a top sheet, the shots with live formulas, and the warnings."""
    import xlsxwriter

    with replacing(path) as temporary:
        # Strings stay strings: nothing a user typed may become a formula or a link.
        options = {"strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(str(temporary), options)
        top = book.add_worksheet(tr("Top sheet"))
        shots = book.add_worksheet(tr("Shots"))
        money = book.add_format({"num_format": "#,##0.00", "align": "right"})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        # Seen as text even after somebody edits the cell.
        quoted = book.add_format({"quote_prefix": True})
        _write_shots(shots, result, money, bold, quoted)
        _write_top(top, result, book, money)
        book.close()


def _write_shots(sheet: Any, result: Estimate, money: Any, bold: Any, quoted: Any) -> None:
    for column, title in enumerate(headings()):
        sheet.write_string(0, column, title, bold)
    for row, shot in enumerate(result.shots, start=1):
        for column, value in enumerate(_values(shot, result)):
            if isinstance(value, str):
                harmless = neutralised(value) == value
                sheet.write_string(row, column, value, None if harmless else quoted)
            elif value is not None:
                sheet.write_number(row, column, value, money if column >= 12 else None)
        _write_formulas(sheet, row, shot, money)
    last = len(result.shots) + 1
    sheet.write_string(last, 1, tr("Sum of shots"), bold)
    total = float(sum(s.cost.mean for s in result.shots if s.cost and s.cost.mean is not None))
    sheet.write_formula(last, _MEAN, f"=SUM(O2:O{last})", money, total)
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 28)
    sheet.set_column(4, 4, 32)
    sheet.set_column(9, 18, 12)
    sheet.set_column(19, 20, 40)


def _write_formulas(sheet: Any, row: int, shot: ShotEstimate, money: Any) -> None:
    priced = shot.priced
    if not isinstance(priced, PricedShot) or not isinstance(priced.part, Clips):
        return
    at = f"{row + 1}"
    sheet.write_formula(row, 5, f"=D{at}*{len(priced.lengths)}", None, priced.clips)
    if _any_length(priced):
        sheet.write_formula(row, 9, f"=C{at}", None, _seconds_a_try(priced))
    each = _average_try(priced) or 0.0
    if isinstance(priced.billing, PerSecond):
        generated = f"J{at}*K{at}"
    else:
        generated = repr(each - float(priced.review_cost))
    sheet.write_formula(row, 12, f"={generated}+L{at}", money, each)
    if shot.tries is None or shot.cost is None or shot.tries.mean is None:
        return
    # Mean of 1/p under Beta(1 + kept, 1 + tried - kept): (tried + 1) / kept.
    learnt = f"=F{at}*(I{at}+1)/H{at}"
    tries = f"=F{at}/G{at}" if isinstance(priced.rate, FixedRate) else learnt
    sheet.write_formula(row, 13, tries, money, float(shot.tries.mean))
    if shot.cost.mean is not None:
        sheet.write_formula(row, _MEAN, f"=N{at}*M{at}", money, float(shot.cost.mean))


def _write_top(sheet: Any, result: Estimate, book: Any, money: Any) -> None:
    plan = result.plan
    title = book.add_format({"bold": True, "font_size": 16, "quote_prefix": True})
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 16)
    sheet.write_string(0, 0, plan.title or tr("Video budget"), title)
    quoted = book.add_format({"quote_prefix": True})
    sheet.write_string(1, 0, tr("Currency"))
    sheet.write_string(1, 1, plan.currency)
    lines: list[tuple[str, Any]] = [
        (tr("Budget at {confidence:.0%} confidence", confidence=float(plan.confidence)),
         float(result.budget)),
        *((f"P{q * 100:g}", float(value)) for q, value in result.cost.quantiles.items()),
    ]  # fmt: skip
    row = 2
    for item in plan.fixed:
        sheet.write_string(row, 0, item.name, quoted)
        sheet.write_number(row, 1, float(item.cost), money)
        row += 1
    last = len(result.shots) + 2
    name = tr("Shots").replace("'", "''")
    fixed = f"+SUM(B3:B{row})" if plan.fixed else ""
    mean = None if result.cost.mean is None else float(result.cost.mean)
    sheet.write_string(row, 0, tr("Mean"))
    if mean is not None:
        sheet.write_formula(row, 1, f"='{name}'!O{last}{fixed}", money, mean)
    for text, value in lines:
        row += 1
        sheet.write_string(row, 0, text)
        sheet.write_number(row, 1, value, money)
    for warning in result.warnings:
        row += 1
        sheet.write_string(row + 1, 0, warning)
