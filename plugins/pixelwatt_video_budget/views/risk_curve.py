"""The chance that an amount is enough, with the quantiles marked on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pixelwatt.api import Context
from pixelwatt_video_budget.core.distribution import Distribution
from pixelwatt_video_budget.core.estimate import Estimate
from pixelwatt_video_budget.core.money import SYMBOLS
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.chart import Chart, Scale, short_money, tinted


class RiskCurve(Chart):
    """A cumulative curve: the amount along, the chance that it suffices up."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Chance that an amount is enough"), QSize(280, 104))
        self._estimate: Estimate | None = None
        self._points: list[tuple[float, float]] = []

    def show_estimate(self, result: Estimate | None) -> None:
        self._estimate = result
        self._points = [] if result is None else _curve(result)
        self.update()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        result = self._estimate
        line = self.metrics.height()
        if result is None or len(self._points) < 2:
            return
        plot = area.adjusted(4, 6, -34, -line - 6)
        low, high = self._points[0][0], self._points[-1][0]
        x = Scale(low, high if high > low else low + 1, plot.left(), plot.right())
        y = Scale(0, 1, plot.bottom(), plot.top())
        for level in (0.5, 0.9):
            self.grid_line(painter, plot.left(), y(level), plot.right(), y(level))
            label = QRectF(plot.right() + 4, y(level) - line / 2, 32, line)
            self.draw_text(painter, label, f"{level:.0%}", muted=True)
        self.grid_line(painter, plot.left(), plot.bottom(), plot.right(), plot.bottom())
        path = QPainterPath(QPointF(x(self._points[0][0]), y(0)))
        for amount, chance in self._points:
            path.lineTo(x(amount), y(chance))
        filled = QPainterPath(path)
        filled.lineTo(plot.right(), plot.bottom())
        painter.fillPath(filled, tinted(self.theme.accent, 0.12))
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        budget = float(result.budget)
        confidence = float(result.plan.confidence)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(QPointF(x(budget), y(confidence)), 4, 4)
        self.marker_line(painter, x(budget), y(confidence), x(budget), plot.bottom(),
                         self.theme.accent)  # fmt: skip
        symbol = SYMBOLS.get(result.plan.currency, "")
        for tick in x.ticks(4):
            width = self.metrics.horizontalAdvance(short_money(tick, symbol)) + 8
            left = min(max(x(tick) - width / 2, area.left()), area.right() - width)
            rect = QRectF(left, plot.bottom() + 3, width, line)
            self.draw_text(painter, rect, short_money(tick, symbol), muted=True, centre=True)


def _curve(result: Estimate) -> list[tuple[float, float]]:
    source = result.distribution
    if isinstance(source, Distribution):
        cumulative = source.cumulative
        last = int(np.searchsorted(cumulative, 0.985))
        first = int(np.searchsorted(cumulative, 0.002))
        positions = np.unique(np.linspace(first, min(last, len(cumulative) - 1), 240).astype(int))
        offset, step = float(source.offset), float(source.step)
        return [(offset + step * float(k), float(cumulative[k])) for k in positions]
    chances = np.linspace(0.002, 0.985, 160)
    return [(source.cost_quantile(float(q)), float(q)) for q in chances]
