"""The Gantt chart of the shots, and the frontier of time against money."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from pixelwatt.api import Context
from pixelwatt_video_budget.core.money import SYMBOLS
from pixelwatt_video_budget.core.schedule import Bar, FrontierPoint, duration_text
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.chart import Chart, Scale, short_money, tinted

MOST_BARS = 40


class GanttChart(Chart):
    """One bar for each shot: generating, then waiting for the last look."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Gantt chart"), QSize(480, 240))
        self._bars: list[Bar] = []

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = list(bars[:MOST_BARS])
        line = self.metrics.height()
        self.setMinimumHeight(int(len(self._bars) * (line + 8) + line) + 16)
        self.update()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        if not self._bars:
            return
        line = self.metrics.height()
        names = min(area.width() * 0.28, 184.0)
        end = max(bar.end for bar in self._bars) or 1.0
        plot = area.adjusted(names, 4, -72, -line - 6)
        unit = 60.0 if end < 5400 else 3600.0
        x = Scale(0, end / unit, plot.left(), plot.right())
        height = min(plot.height() / len(self._bars), line + 8)
        plot.setHeight(height * len(self._bars))
        for tick in x.ticks(6):
            self.grid_line(painter, x(tick), plot.top(), x(tick), plot.bottom())
            text = tr("{value:g} min", value=tick) if unit == 60 else tr("{value:g} h", value=tick)
            rect = QRectF(x(tick) - 40, plot.bottom() + 2, 80, line)
            self.draw_text(painter, rect, text, muted=True, centre=True)
        for index, bar in enumerate(self._bars):
            row = QRectF(plot.left(), plot.top() + index * height, plot.width(), height)
            name = QRectF(area.left(), row.top(), names - 8, height)
            self.draw_text(painter, name, bar.name)
            thick = max(height - 8, 6)
            top = row.center().y() - thick / 2
            left, made, seen = x(bar.start / unit), x(bar.generated / unit), x(bar.end / unit)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tinted(self.theme.accent, 0.35))
            painter.drawRoundedRect(QRectF(left, top, max(seen - left, 2), thick), 3, 3)
            painter.setBrush(QColor(self.theme.accent))
            painter.drawRoundedRect(QRectF(left, top, max(made - left, 2), thick), 3, 3)
            note = QRectF(seen + 6, row.top(), area.right() - seen - 6, height)
            self.draw_text(painter, note, tr("{tries} tries", tries=bar.tries), muted=True)


class FrontierChart(Chart):
    """Mean cost against time, one dot for each number of tries per round."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Time against money"), QSize(320, 240))
        self._points: list[FrontierPoint] = []
        self._now = 1
        self._currency = "USD"

    def show_points(self, points: Sequence[FrontierPoint], now: int, currency: str) -> None:
        self._points, self._now, self._currency = list(points), now, currency
        self.update()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        if not self._points:
            return
        line = self.metrics.height()
        symbol = SYMBOLS.get(self._currency, "")
        plot = area.adjusted(60, line + 10, -24, -line - 8)
        slow = max(point.seconds for point in self._points)
        dear = max(point.cost for point in self._points)
        unit, name = (60.0, "min") if slow < 5400 else (3600.0, "h")
        x = Scale(0, slow / unit * 1.1 or 1, plot.left(), plot.right())
        y = Scale(0, dear * 1.1 or 1, plot.bottom(), plot.top())
        title = tr("Mean cost against time; the number is tries a round")
        self.draw_text(painter, QRectF(area.left(), 2, area.width(), line), title, muted=True)
        for tick in y.ticks(4):
            self.grid_line(painter, plot.left(), y(tick), plot.right(), y(tick))
            rect = QRectF(area.left(), y(tick) - line / 2, 54, line)
            self.draw_text(painter, rect, short_money(tick, symbol), muted=True, right=True)
        for tick in x.ticks(5):
            rect = QRectF(x(tick) - 40, plot.bottom() + 4, 80, line)
            self.draw_text(painter, rect, f"{tick:g} {name}", muted=True, centre=True)
        places = [QPointF(x(p.seconds / unit), y(p.cost)) for p in self._points]
        painter.setPen(QPen(QColor(self.theme.native), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        labelled: list[QPointF] = []
        for point, place in zip(self._points, places, strict=True):
            now = point.tries_per_round == self._now
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent if now else self.theme.native))
            painter.drawEllipse(place, 5 if now else 3.5, 5 if now else 3.5)
            near = any((place - other).manhattanLength() < line * 1.6 for other in labelled)
            if near and not now:
                continue
            labelled.append(place)
            rect = QRectF(place.x() + 7, place.y() - line / 4, 160, line)
            text = str(point.tries_per_round)
            if now:
                text += f" · {duration_text(point.seconds)}"
            self.draw_text(painter, rect, text, muted=not now)
