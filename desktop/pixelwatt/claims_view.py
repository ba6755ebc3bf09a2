"""How a claim looks: a line in the list, and the page beside it with its arithmetic."""

from __future__ import annotations

import html

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pixelwatt.api import Claim, Source, Theme, Verdict
from pixelwatt.claims import CheckedClaim
from pixelwatt.claims_model import PENDING, RESULT_ROLE, verdict_word
from pixelwatt.labels import badge_font, paint_badge
from pixelwatt.themed import colour_of
from pixelwatt.ui_text import tr

COLOURS = {
    str(Verdict.SUPPORTED): "good",
    str(Verdict.CONTRADICTED): "bad",
    str(Verdict.UNDECIDABLE): "warning",
    "error": "bad",
    PENDING: "muted",
}
Index = QModelIndex | QPersistentModelIndex


class ClaimDelegate(QStyledItemDelegate):
    """The verdict as a pill over the statement, which wraps to two lines."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics: QFontMetrics = option.fontMetrics
        return QSize(0, metrics.height() * 3 + 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        statement = plain.text
        plain.text = ""
        view = self.parent()
        assert isinstance(view, QListView)
        control = QStyle.ControlElement.CE_ItemViewItem
        view.style().drawControl(control, plain, painter, view)
        checked: CheckedClaim | None = index.data(RESULT_ROLE)
        verdict = checked.verdict if checked is not None else PENDING
        rect = QRect(option.rect).adjusted(12, 10, -12, -8)
        painter.save()
        painter.setFont(badge_font(option.font))
        word = verdict_word(verdict)
        metrics = painter.fontMetrics()
        pill = QRectF(rect.left(), rect.top(), metrics.horizontalAdvance(word) + 16,
                      metrics.height() + 4)  # fmt: skip
        paint_badge(painter, pill, word, colour_of(self.theme, COLOURS[verdict]))
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.text))
        text = QRect(rect)
        text.setTop(round(pill.bottom()) + 4)
        self._draw_two_lines(painter, text, statement)
        painter.setPen(QColor(self.theme.grid))
        whole: QRect = option.rect
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.restore()

    def _draw_two_lines(self, painter: QPainter, rect: QRect, text: str) -> None:
        metrics = painter.fontMetrics()
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        two_lines = metrics.height() * 2 + metrics.leading() + 2
        while (
            text
            and metrics.boundingRect(QRect(0, 0, rect.width(), 10_000), flags, text).height()
            > two_lines
        ):
            text = text[:-2].rstrip(" …,，。") + "…" if len(text) > 2 else ""
        painter.drawText(rect, flags, text)


def claim_page(
    claim: Claim, checked: CheckedClaim | None, plugin: str, theme: Theme, *, chinese: bool
) -> str:
    """The whole of a claim as rich text: both languages, verdict, arithmetic, sources."""
    first, second = claim.statement, claim.statement_zh
    if chinese and second:
        first, second = second, first
    verdict = checked.verdict if checked is not None else PENDING
    colour = colour_of(theme, COLOURS[verdict])
    sources = [claim.source]
    arithmetic = tr("The check has not run yet.")
    if checked is not None and checked.result is not None:
        arithmetic = checked.result.arithmetic
        sources += [s for s in checked.result.sources if s not in sources]
    elif checked is not None:
        arithmetic = checked.error
    topic = f"{plugin} · {claim.id}"
    return (
        f"<p style='color: {colour}; font-weight: 600; margin: 0'>"
        f"{html.escape(verdict_word(verdict))}</p>"
        f"<p style='font-size: 14pt; margin: 8px 0 4px 0'>{html.escape(first)}</p>"
        f"<p style='color: {theme.muted}; margin: 0 0 16px 0'>{html.escape(second)}</p>"
        f"{_heading(tr('Arithmetic'))}"
        f"<p style='white-space: pre-wrap; margin: 4px 0 16px 0'>{html.escape(arithmetic)}</p>"
        f"{_heading(tr('Sources'))}"
        f"<p style='margin: 4px 0 16px 0'>{'<br>'.join(_source(s, theme) for s in sources)}</p>"
        f"<p style='color: {theme.muted}; margin: 0'>{html.escape(topic)}</p>"
    )


def _heading(text: str) -> str:
    return f"<p style='font-weight: 600; margin: 0'>{html.escape(text)}</p>"


def _source(source: Source, theme: Theme) -> str:
    title = html.escape(source.title)
    if source.url:
        title = (
            f"<a href='{html.escape(source.url, quote=True)}' "
            f"style='color: {theme.accent}'>{title}</a>"
        )
    return f"{title}, {html.escape(source.date)}" if source.date else title
