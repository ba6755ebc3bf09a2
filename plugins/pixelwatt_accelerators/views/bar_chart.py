"""Ranked bars with whiskers, drawn directly: unknown ones are hatched to the end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt.api_qt import colour_of, follow_theme, hatch, tabular

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_accelerators.views.store import Store

_LINE = 22
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class BarItem:
    """``value`` NaN is unknown; ``low`` and ``high`` NaN draw no whisker."""

    name: str
    value: float
    text: str
    colour: str
    chosen: bool
    estimated: bool = False
    low: float = math.nan
    high: float = math.nan


class BarChart(QWidget):
    """One bar a line; the longest known whisker or bar fills the width."""

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        self._store = store
        self._items: Sequence[BarItem] = ()
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(name)
        follow_theme(self, store.context, self._retheme)

    def _retheme(self, _theme: Theme) -> None:
        self.update()

    def show_items(self, items: Sequence[BarItem]) -> None:
        if len(items) != len(self._items):
            self.setMinimumHeight(len(items) * _LINE + 8)
        self._items = items
        self.setAccessibleDescription("; ".join(f"{item.name}: {item.text}" for item in items))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, len(self._items) * _LINE + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        names = max((metrics.horizontalAdvance(i.name) for i in self._items), default=0) + _GAP
        texts = max((metrics.horizontalAdvance(i.text) for i in self._items), default=0) + _GAP
        room = max(40.0, self.width() - names - texts - _GAP)
        top = max(
            (
                i.value if math.isnan(i.high) else min(i.high, 2.5 * i.value)
                for i in self._items
                if not math.isnan(i.value)
            ),
            default=1.0,
        )
        for line, item in enumerate(self._items):
            self._paint_item(painter, item, line, names, room, top)
        painter.end()

    def _paint_item(
        self, painter: QPainter, item: BarItem, line: int, names: float, room: float, top: float
    ) -> None:
        theme = self._store.context.theme
        y = 4.0 + line * _LINE
        middle = Qt.AlignmentFlag.AlignVCenter
        font = painter.font()
        font.setBold(item.chosen)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if item.chosen else theme.muted))
        name_box = QRectF(0, y, names - _GAP, _LINE)
        painter.drawText(name_box, int(Qt.AlignmentFlag.AlignRight | middle), item.name)
        bar = QRectF(names, y + 4, room, _LINE - 8)
        text_left = names + room + _GAP
        if math.isnan(item.value):
            painter.fillRect(bar, hatch(theme))
        else:
            bar.setWidth(max(2.0, room * min(1.0, item.value / top)))
            colour = QColor(colour_of(theme, item.colour if item.chosen else "grid"))
            if item.estimated:
                faint = QColor(colour)
                faint.setAlphaF(0.45)
                painter.fillRect(bar, faint)
                painter.fillRect(bar, hatch(theme, item.colour if item.chosen else "muted"))
            else:
                painter.fillRect(bar, colour)
            if not math.isnan(item.low) and item.high > item.low:
                self._whisker(painter, item, names, room / top, bar.center().y())
        text_box = QRectF(text_left, y, self.width() - text_left, _LINE)
        painter.setPen(QColor(theme.text if item.chosen else theme.muted))
        painter.drawText(text_box, int(Qt.AlignmentFlag.AlignLeft | middle), item.text)

    def _whisker(
        self, painter: QPainter, item: BarItem, left: float, scale: float, y: float
    ) -> None:
        end = min(item.high * scale, self.width() - left)
        painter.setPen(QPen(QColor(self._store.context.theme.text), 1.2))
        x0, x1 = left + item.low * scale, left + end
        painter.drawLine(int(x0), int(y), int(x1), int(y))
        painter.drawLine(int(x0), int(y - 3), int(x0), int(y + 3))
        painter.drawLine(int(x1), int(y - 3), int(x1), int(y + 3))
