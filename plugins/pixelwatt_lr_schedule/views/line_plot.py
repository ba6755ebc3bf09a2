"""A small plot of one or two curves with their axes, for losses, weights and range tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from pixelwatt.api import Context, Theme
from pixelwatt.api_qt import colour_of, follow_theme, tabular
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.views.scale import Scale, short

_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 12, 36
_MOST_POINTS = 3000


@dataclass(frozen=True, slots=True)
class Line:
    """One curve; its name stands beside it."""

    name: str
    x: Values
    y: Values
    colour: str = "accent"


@dataclass(frozen=True, slots=True)
class Mark:
    """A vertical line with its text."""

    x: float
    text: str
    colour: str = "muted"


class LinePlot(QWidget):
    """Curves with direct labels; values that are not finite are left out."""

    def __init__(
        self, context: Context, name: str, x_title: str, y_title: str, *, log_x: bool = False
    ) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._marks: list[Mark] = []
        self._top: float | None = None
        self._x_title, self._y_title, self._log_x = x_title, y_title, log_x
        self._theme: Theme = context.theme
        self.setMinimumSize(240, 140)
        self.setAccessibleName(name)
        follow_theme(self, context, self._retheme)

    def sizeHint(self) -> QSize:
        return QSize(420, 200)

    def show_lines(
        self, lines: Sequence[Line], marks: Sequence[Mark] = (), top: float | None = None
    ) -> None:
        """``top`` is the highest value shown: what diverges leaves the plot at its edge."""
        self._top = top
        self._lines = [_thinned(line) for line in lines if len(line.x)]
        self._marks = list(marks)
        self.update()

    def _retheme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        painter.setFont(tabular(self.font()))
        lines = [line for line in self._lines if len(line.x)]
        if not lines:
            return
        area = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)
        x = Scale(
            min(float(line.x.min()) for line in lines), max(float(line.x.max()) for line in lines),
            area.left(), area.right(), self._log_x,
        )  # fmt: skip
        low = min(float(line.y.min()) for line in lines)
        high = max(float(line.y.max()) for line in lines)
        high = high if self._top is None else min(high, self._top)
        margin = 0.06 * (high - low) or 0.1 * abs(high) or 1.0
        y = Scale(low - margin, high + margin, area.bottom(), area.top())
        self._axes(painter, x, y, area)
        painter.setClipRect(area)
        for line in lines:
            colour = QColor(colour_of(self._theme, line.colour))
            painter.setPen(QPen(colour, 1.8))
            points = zip(x.pixels(line.x).tolist(), y.pixels(line.y).tolist(), strict=True)
            painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in points]))
        for row, line in enumerate(lines):
            if line.name:
                painter.setPen(QColor(colour_of(self._theme, line.colour)))
                box = QRectF(area.left() + 8, area.top() + 2 + 16 * row, area.width() - 16, 16)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, line.name)
        for row, mark in enumerate(self._marks):
            painter.setPen(
                QPen(QColor(colour_of(self._theme, mark.colour)), 1, Qt.PenStyle.DashLine)
            )
            at = x.pixel(mark.x)
            painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))
            width = painter.fontMetrics().horizontalAdvance(mark.text)
            left = at + 4 if at + 4 + width < area.right() else at - 4 - width
            painter.drawText(QPointF(left, area.bottom() - 6 - 16 * row), mark.text)

    def _axes(self, painter: QPainter, x: Scale, y: Scale, area: QRectF) -> None:
        for tick in y.ticks(max(2, int(area.height() / 36))):
            at = y.pixel(tick)
            painter.setPen(QColor(self._theme.grid))
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
            painter.setPen(QColor(self._theme.muted))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, at - 9, _LEFT - 8, 18), right, short(round(tick, 12)))
        painter.setPen(QColor(self._theme.muted))
        for tick in x.ticks(max(2, int(area.width() / 80))):
            at = x.pixel(tick)
            painter.drawText(
                QRectF(at - 40, area.bottom() + 4, 80, 16), Qt.AlignmentFlag.AlignHCenter,
                short(round(tick, 12)),
            )  # fmt: skip
        title = f"{self._y_title} / {self._x_title}" if self._y_title else self._x_title
        painter.drawText(
            QRectF(area.left(), self.height() - 17, area.width(), 16),
            Qt.AlignmentFlag.AlignHCenter, title,
        )  # fmt: skip


def _thinned(line: Line) -> Line:
    known = np.isfinite(line.x) & np.isfinite(line.y)
    x, y = line.x[known], line.y[known]
    if len(x) > _MOST_POINTS:
        picked = np.linspace(0, len(x) - 1, _MOST_POINTS).astype(np.int64)
        x, y = x[picked], y[picked]
    return Line(line.name, x, y, line.colour)
