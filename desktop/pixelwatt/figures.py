"""Figures on screen: the value with its unit, how far to trust it, and where it comes from."""

from __future__ import annotations

import html
import math

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from pixelwatt.api import Context, Figure, Status
from pixelwatt.fonts import tabular
from pixelwatt.labels import STATUS_COLOURS, badge_font, paint_badge, status_name
from pixelwatt.themed import colour_of
from pixelwatt.ui_text import tr

FIGURE_ROLE = int(Qt.ItemDataRole.UserRole) + 77
"""Role under which a model returns the `Figure` of a cell."""

Index = QModelIndex | QPersistentModelIndex


def format_number(value: float) -> str:
    """Four significant digits, thousands set apart by a thin space, no needless zeros."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞" if value < 0 else "–"
    digits = 0 if abs(value) >= 1000 else 3 - math.floor(math.log10(abs(value))) if value else 0
    text = f"{value:,.{min(digits, 9)}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", "\u2009").replace("-", "−")


def format_figure(figure: Figure) -> str:
    """``"12.5 W"``, ``"10–14 W"`` where only bounds are known, ``"unknown"`` where nothing is."""
    unit = f"\u00a0{figure.unit}" if figure.unit else ""
    if figure.value is not None:
        return format_number(figure.value) + unit
    if figure.low is not None and figure.high is not None:
        return f"{format_number(figure.low)}–{format_number(figure.high)}{unit}"
    return tr("unknown")


def figure_tooltip(figure: Figure) -> str:
    """Everything known of a figure, as rich text."""
    lines = [f"<b>{html.escape(format_figure(figure))}</b> · {status_name(figure.status)}"]
    if figure.low is not None and figure.high is not None and figure.value is not None:
        bounds = f"{format_number(figure.low)}–{format_number(figure.high)} {figure.unit}"
        lines.append(html.escape(tr("between {bounds}", bounds=bounds)))
    source = figure.source
    dated = f"{source.title}, {source.date}" if source.date else source.title
    lines.append(html.escape(dated))
    if source.url:
        lines.append(html.escape(source.url))
    if figure.note:
        lines.append(html.escape(figure.note))
    return f"<div style='max-width: 420px'>{'<br>'.join(lines)}</div>"


class FigureDelegate(QStyledItemDelegate):
    """Draws the `Figure` of a cell: value at the right, its status beside it, unknown hatched."""

    def __init__(self, context: Context, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._context = context

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        figure = index.data(FIGURE_ROLE)
        if not isinstance(figure, Figure):
            super().paint(painter, option, index)
            return
        self._paint_background(painter, option, index)
        painter.save()
        cell = QRectF(option.rect).adjusted(8, 0, -8, 0)
        if figure.value is None and figure.low is None:
            self._paint_unknown(painter, cell)
        else:
            self._paint_value(painter, cell, option, figure)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        figure = index.data(FIGURE_ROLE)
        if isinstance(figure, Figure):
            metrics = option.fontMetrics
            width = metrics.horizontalAdvance(format_figure(figure))
            width += metrics.horizontalAdvance(status_name(figure.status)) + 48
            size.setWidth(max(size.width(), width))
        return size

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        figure = index.data(FIGURE_ROLE)
        if event.type() == QEvent.Type.ToolTip and isinstance(figure, Figure):
            QToolTip.showText(event.globalPos(), figure_tooltip(figure), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_background(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        widget: QWidget | None = plain.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, widget)

    def _paint_unknown(self, painter: QPainter, cell: QRectF) -> None:
        theme = self._context.theme
        gap = cell.adjusted(0, 5, 0, -5)
        painter.fillRect(gap, QBrush(QColor(theme.grid), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QColor(theme.muted))
        painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, tr("unknown"))

    def _paint_value(
        self, painter: QPainter, cell: QRectF, option: QStyleOptionViewItem, figure: Figure
    ) -> None:
        theme = self._context.theme
        font = option.font
        painter.setFont(badge_font(font))
        word = status_name(figure.status)
        width = painter.fontMetrics().horizontalAdvance(word) + 14.0
        height = painter.fontMetrics().height() + 2.0
        if cell.width() > width * 2:
            pill = QRectF(cell.right() - width, cell.center().y() - height / 2, width, height)
            colour = colour_of(theme, STATUS_COLOURS[figure.status])
            paint_badge(painter, pill, word, colour, hatched=figure.status is Status.ESTIMATED)
            cell.setRight(pill.left() - 8)
        painter.setFont(tabular(font))
        painter.setPen(QColor(theme.text))
        painter.drawText(
            cell,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            format_figure(figure),
        )


class FigureLabel(QLabel):
    """A figure in running text or a form; hovering shows its source."""

    def __init__(self, figure: Figure | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(tabular(self.font()))
        self.setTextFormat(Qt.TextFormat.PlainText)
        if figure is not None:
            self.set_figure(figure)

    def set_figure(self, figure: Figure) -> None:
        self.setText(format_figure(figure))
        self.setToolTip(figure_tooltip(figure))
        self.setProperty("unknown", figure.value is None and figure.low is None)
        self.setAccessibleName(f"{format_figure(figure)}, {status_name(figure.status)}")


def figure_at(model: QAbstractItemModel, row: int, column: int) -> Figure | None:
    """The figure a model shows in a cell, for tests and for copying."""
    figure = model.index(row, column).data(FIGURE_ROLE)
    return figure if isinstance(figure, Figure) else None
