"""How the price of a model moved: one step line for each model that is known at two dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pixelwatt.api import Context
from pixelwatt_video_budget.core.price_book import PriceBook, PricePoint
from pixelwatt_video_budget.core.price_rows import PriceRow, parse_day
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.chart import Chart, Scale


class HistoryChart(Chart):
    """Prices per second over time; the chosen model's line stands out."""

    def __init__(self, context: Context, book: PriceBook) -> None:
        super().__init__(context, tr("How prices moved"), QSize(320, 152))
        self._lines: dict[str, list[PricePoint]] = {}
        for point in book.history:
            self._lines.setdefault(point.model, []).append(point)
        self._chosen = ""

    def show_model(self, row: PriceRow) -> None:
        """Stress the line of the row's model, if its history is known."""
        model = row.model.removesuffix("-001").replace("_", "-")
        names = {model, model.removesuffix("-generate")}
        found = [name for name in self._lines if name.partition(" ")[0].replace("_", "-") in names]
        self._chosen = found[0] if found else ""
        self.setAccessibleDescription(self._chosen)
        self.update()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        line = self.metrics.height()
        points = [point for group in self._lines.values() for point in group]
        if not points:
            return
        first = min(parse_day(p.first_seen) for p in points)
        last = max(parse_day(p.last_seen) for p in points)
        plot = area.adjusted(44, line + 6, -208, -line - 4)
        x = Scale(first.toordinal(), last.toordinal(), plot.left(), plot.right())
        y = Scale(0, max(float(p.price) for p in points) * 1.05, plot.bottom(), plot.top())
        title = tr("Price per second, with sound")
        self.draw_text(painter, QRectF(area.left(), 2, area.width(), line), title, muted=True)
        for tick in y.ticks(4):
            self.grid_line(painter, plot.left(), y(tick), plot.right(), y(tick))
            rect = QRectF(area.left(), y(tick) - line / 2, 38, line)
            self.draw_text(painter, rect, f"${tick:.2f}", muted=True, right=True)
        for year in range(first.year, last.year + 1):
            for month in (1, 7):
                at = date(year, month, 1)
                if first <= at <= last:
                    rect = QRectF(x(at.toordinal()) - 40, plot.bottom() + 2, 80, line)
                    self.draw_text(painter, rect, f"{at:%Y-%m}", muted=True, centre=True)
        self._paint_lines(painter, x, y, area, line)

    def _paint_lines(
        self, painter: QPainter, x: Scale, y: Scale, area: QRectF, line: float
    ) -> None:
        ends: dict[str, QPointF] = {}
        for name in sorted(self._lines, key=lambda name: name == self._chosen):
            stressed = name == self._chosen
            colour = QColor(self.theme.accent if stressed else self.theme.native)
            width = 2.5 if stressed else 1.2
            painter.setPen(QPen(colour, width))
            previous: QPointF | None = None
            for point in self._lines[name]:
                start = QPointF(x(parse_day(point.first_seen).toordinal()), y(float(point.price)))
                end = QPointF(x(parse_day(point.last_seen).toordinal()), y(float(point.price)))
                if previous is not None:
                    # Between two sightings the day of the change is not known.
                    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
                    painter.drawLine(previous, start)
                    painter.setPen(QPen(colour, width))
                painter.drawLine(start, end)
                previous = ends[name] = end
        self._paint_names(painter, ends, area, line)

    def _paint_names(
        self, painter: QPainter, ends: dict[str, QPointF], area: QRectF, line: float
    ) -> None:
        """Names beside the ends of their lines, moved apart where those are close."""
        order = sorted(ends, key=lambda name: ends[name].y())
        tops = spread([ends[name].y() - line / 2 for name in order], line, area.top() + line,
                      area.bottom() - line)  # fmt: skip
        left = max(end.x() for end in ends.values()) + 22
        for name, top in zip(order, tops, strict=True):
            stressed = name == self._chosen
            painter.setPen(QPen(QColor(self.theme.accent if stressed else self.theme.grid), 1))
            painter.drawLine(ends[name] + QPointF(3, 0), QPointF(left - 4, top + line / 2))
            rect = QRectF(left, top, area.right() - left, line)
            self.draw_text(painter, rect, name, muted=not stressed)


def spread(tops: Sequence[float], height: float, first: float, last: float) -> list[float]:
    """Places of ``height`` each, in order, as near to ``tops`` as may be without overlap.

    Where ``first`` to ``last`` is too short for all, they overlap evenly.
    """
    if not tops:
        return []
    step = min(height, (last - first) / len(tops))
    placed: list[float] = []
    for top in tops:
        placed.append(max(top, placed[-1] + step if placed else first))
    limit = last - step
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - step
    return placed
