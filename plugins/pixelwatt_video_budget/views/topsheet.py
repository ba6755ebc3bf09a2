"""The top sheet as PDF, laid out by Qt with the system's fonts (Chinese included)."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from pixelwatt.api import replacing
from pixelwatt_video_budget.core.estimate import Estimate
from pixelwatt_video_budget.core.markdown import price_text, source_text
from pixelwatt_video_budget.core.money import money_text
from pixelwatt_video_budget.core.plan import QUANTILES
from pixelwatt_video_budget.core.pricing import PricedShot
from pixelwatt_video_budget.text import tr


def write_pdf(result: Estimate, path: Path, font: QFont) -> None:
    """Write an A4 top sheet: totals, the shots by weight, warnings, sources."""
    with replacing(path) as temporary:
        writer = QPdfWriter(str(temporary))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(16, 16, 16, 16), QPageLayout.Unit.Millimeter)
        writer.setResolution(120)
        writer.setTitle(result.plan.title)
        document = QTextDocument()
        small = QFont(font)
        small.setPointSizeF(8.5)
        document.setDefaultFont(small)
        document.documentLayout().setPaintDevice(writer)
        page = writer.pageLayout().paintRectPixels(writer.resolution()).size()
        document.setPageSize(QSizeF(page))
        document.setHtml(topsheet_html(result))
        document.print_(writer)
        del writer


def topsheet_html(result: Estimate) -> str:
    """The top sheet as HTML that Qt's text document understands."""
    plan, currency = result.plan, result.plan.currency
    quantiles = "".join(
        f"<td align=right>P{q * 100:g}<br><b>{money_text(result.cost.quantiles[q], currency)}</b>"
        "</td>"
        for q in QUANTILES
    )
    ranked = sorted(result.shots, key=lambda shot: -shot.share)
    rows = []
    for shot in ranked:
        priced = shot.priced
        if not isinstance(priced, PricedShot) or shot.cost is None:
            continue
        cells = [
            priced.shot.scene, priced.shot.name, f"{priced.shot.finished_seconds:f}",
            price_text(priced, currency), money_text(shot.cost.mean, currency),
            money_text(shot.cost.quantiles[0.9], currency), f"{shot.share:.0%}",
        ]  # fmt: skip
        rows.append(_row("td", cells))
    for item in plan.fixed:
        cost = money_text(item.cost, currency)
        rows.append(_row("td", ["", item.name, "", tr("fixed cost, typed"), cost, cost, ""]))
    heads = (tr("Scene"), tr("Shot"), tr("Seconds"), tr("Price or tier"), tr("Mean"), "P90",
             tr("Share"))  # fmt: skip
    head = _row("th", list(heads))
    sources = dict.fromkeys(source_text(p) for p in result.priced)
    return "".join([
        f"<h1>{html.escape(plan.title or tr('Video budget'))}</h1>",
        "<p>", html.escape(tr("Budget at {confidence:.0%} confidence",
                              confidence=float(plan.confidence))),
        f": <big><b>{money_text(result.budget, currency)}</b></big><br>",
        html.escape(tr("Mean {mean} · {minute} a minute",
                       mean=money_text(result.cost.mean, currency),
                       minute=money_text(result.per_finished_minute, currency))),
        f"</p><table width=100% cellpadding=4><tr>{quantiles}</tr></table>",
        f"<table width=100% cellpadding=3 border=0>{head}{''.join(rows)}</table>",
        _list(tr("Not in the totals, and notes"), list(result.warnings)),
        _list(tr("Sources of prices"), list(sources)),
    ])  # fmt: skip


def _row(tag: str, cells: list[str]) -> str:
    """A row of the shot table: text to the left, figures to the right."""
    aligned = ["left", "left", "right", "left", "right", "right", "right"]
    return "<tr>" + "".join(
        f"<{tag} align={side}>{html.escape(cell)}</{tag}>"
        for side, cell in zip(aligned, cells, strict=True)
    ) + "</tr>"  # fmt: skip


def _list(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
    return f"<h3>{html.escape(title)}</h3><ul>{items}</ul>"
