"""Draws a figure: the number, its status as a badge, hatching for what is estimated or unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pixelwatt.api_qt import colour_of, hatch, tabular
from pixelwatt_accelerators.core.catalogue import Datum, FigureStatus
from pixelwatt_accelerators.core.compare import Outcome, Row, interval_text
from pixelwatt_accelerators.views.table_model import (
    DATUM_ROLE,
    DELTA_ROLE,
    ROW_ROLE,
    ComparisonModel,
)
from pixelwatt_accelerators.views.words import STATUS_COLOURS, status_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pixelwatt_accelerators.views.store import Store

ROW_HEIGHT = 32
_MARGIN = 8.0


class CellDelegate(QStyledItemDelegate):
    """For the columns of accelerators."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        datum = index.data(DATUM_ROLE)
        width = size.width() + 8
        if isinstance(datum, Datum) and datum.known:
            metrics = option.fontMetrics
            row: Row = index.data(ROW_ROLE)
            width += int(0.85 * metrics.horizontalAdvance(interval_text(datum, row.unit))) + 8
            width += int(0.85 * metrics.horizontalAdvance(status_word(datum.status))) + 16
            width += metrics.horizontalAdvance(index.data(DELTA_ROLE) or "")
        return QSize(width, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self._background(painter, option, index)
        datum: Datum | None = index.data(DATUM_ROLE)
        row: Row = index.data(ROW_ROLE)
        theme = self._store.context.theme
        cell = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        font = tabular(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        if datum is None or not datum.known:
            self._unknown(painter, cell, str(index.data()))
            painter.restore()
            return
        small = QFont(font)
        small.setPointSizeF(max(font.pointSizeF() * 0.85, 7.0))
        left = self._badge(painter, cell, datum, small)
        text = QRectF(cell)
        text.setRight(left - _MARGIN)
        winner = row.verdict.outcome == Outcome.WINNER and row.verdict.winner == _column_id(index)
        bold = QFont(font)
        bold.setBold(winner)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        alignment = Qt.AlignmentFlag.AlignLeft if datum.text else Qt.AlignmentFlag.AlignRight
        shown = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, int(alignment | Qt.AlignmentFlag.AlignVCenter), shown)
        used = painter.fontMetrics().horizontalAdvance(shown)
        aside = " ".join(
            part for part in (interval_text(datum, row.unit), index.data(DELTA_ROLE)) if part
        )
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        room = text.adjusted(0, 0, -used - _MARGIN, 0)
        if not datum.text and painter.fontMetrics().horizontalAdvance(aside) <= room.width():
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), aside
            )
        painter.restore()

    def _background(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        widget = plain.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, widget)

    def _unknown(self, painter: QPainter, cell: QRectF, word: str) -> None:
        theme = self._store.context.theme
        gap = cell.adjusted(0, 5, 0, -5)
        painter.fillRect(gap, hatch(theme))
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(word) + 12
        plate = QRectF(gap.center().x() - width / 2, gap.top(), width, gap.height())
        painter.fillRect(plate, QColor(theme.surface))
        painter.setPen(QColor(theme.muted))
        painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, word)

    def _badge(self, painter: QPainter, cell: QRectF, datum: Datum, font: QFont) -> float:
        """Draw the status at the right end; returns its left edge."""
        theme = self._store.context.theme
        painter.setFont(font)
        word = status_word(datum.status)
        width = painter.fontMetrics().horizontalAdvance(word) + 14.0
        height = painter.fontMetrics().height() + 2.0
        pill = QRectF(cell.right() - width, cell.center().y() - height / 2, width, height)
        colour = QColor(colour_of(theme, STATUS_COLOURS[datum.status]))
        tint = QColor(colour)
        tint.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        if datum.status == FigureStatus.ESTIMATED:
            tint.setAlphaF(0.30)
            painter.setBrush(QBrush(tint, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(colour)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)
        return pill.left()


def _column_id(index: QModelIndex | QPersistentModelIndex) -> str:
    model = index.model()
    assert isinstance(model, ComparisonModel)
    return model.accelerators[index.column() - 1].id


class VerdictDelegate(QStyledItemDelegate):
    """For the winner's column: the winner in its colour, the undecided muted."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        row: Row = index.data(ROW_ROLE)
        theme = self._store.context.theme
        name = "muted"
        if row.verdict.outcome == Outcome.WINNER:
            name = self._store.colour_name(row.verdict.winner)
        elif row.verdict.outcome == Outcome.UNDECIDABLE:
            name = "warning"
        colour = QColor(colour_of(theme, name))
        option.palette.setColor(option.palette.ColorRole.Text, colour)
