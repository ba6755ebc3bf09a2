"""A metric over a clip's time, one line for each method, with a cursor that seeks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt.api_qt import tabular
from pixelwatt_upscaler.core.live_history import Metric, ScoreHistory
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.play_bar import clock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pixelwatt.api import Theme

LEFT, RIGHT, TOP, BOTTOM = 56.0, 12.0, 8.0, 20.0


class ScoreCurve(QWidget):
    """Click goes to a place in time; double-click changes between PSNR and SSIM."""

    sought = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._history = ScoreHistory()
        self._colours: Mapping[str, str] = {}
        self._duration_s = 0.0
        self._now_s: float | None = None
        self.curve_of = Metric.PSNR
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Score over time"))
        self.setToolTip(
            tr("Scores over the clip: the longer it plays, the more frames are judged. "
               "Click to go there; double-click for the other metric.")
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(320, 120)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_history(
        self,
        history: ScoreHistory,
        colours: Mapping[str, str],
        duration_s: float | None,
        now_s: float | None,
    ) -> None:
        self._history, self._colours = history, colours
        self._duration_s, self._now_s = duration_s or 0.0, now_s
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        area = self._area()
        if self._duration_s and event.button() == Qt.MouseButton.LeftButton:
            share = (event.position().x() - area.left()) / area.width()
            self.sought.emit(min(max(share, 0.0), 1.0) * self._duration_s)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.curve_of = Metric.SSIM if self.curve_of is Metric.PSNR else Metric.PSNR
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Left open by an exception, a painter would take the whole program down with it.
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(tabular(self.font()))
        area = self._area()
        span = self._history.range(self.curve_of)
        if span is None or not self._duration_s:
            painter.setPen(QColor(self._theme.muted))
            text = tr("Scores over time appear while a clip with an original plays.")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, text)
            return
        low, high = _rounded(*span)
        self._paint_axes(painter, area, low, high)
        for method, curve in self._history.curves.items():
            if method not in self._colours:
                continue
            points = [
                QPointF(
                    area.left() + area.width() * point.time_s / self._duration_s,
                    area.bottom() - area.height() * (value - low) / (high - low),
                )
                for point in curve
                if (value := point.value(self.curve_of)) is not None
            ]
            colour = QColor(self._colours[method])
            painter.setPen(QPen(colour, 1.5))
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            if len(points) < 80:
                for point in points:
                    painter.drawEllipse(point, 2.5, 2.5)
        if self._now_s is not None:
            x = area.left() + area.width() * min(self._now_s / self._duration_s, 1.0)
            painter.setPen(QPen(QColor(self._theme.text), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _paint_axes(self, painter: QPainter, area: QRectF, low: float, high: float) -> None:
        unit, digits = ("dB", 1) if self.curve_of is Metric.PSNR else ("", 3)
        metrics = painter.fontMetrics()
        for value in (low, (low + high) / 2, high):
            y = area.bottom() - area.height() * (value - low) / (high - low)
            painter.setPen(QPen(QColor(self._theme.grid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(self._theme.muted))
            text = f"{value:.{digits}f}"
            label = QRectF(0, y - metrics.height() / 2, LEFT - 6, metrics.height())
            painter.drawText(label, Qt.AlignmentFlag.AlignRight, text)
        name = f"{self.curve_of.upper()} {unit}".strip()
        foot = QRectF(area.left(), area.bottom() + 2, area.width(), BOTTOM)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, f"{name} · {clock(0)}")
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, clock(self._duration_s))

    def _area(self) -> QRectF:
        return QRectF(
            LEFT, TOP, max(self.width() - LEFT - RIGHT, 1), max(self.height() - TOP - BOTTOM, 1)
        )


def _rounded(low: float, high: float) -> tuple[float, float]:
    """Round limits around a range, at least a tenth of its magnitude's step apart."""
    span = max(high - low, 1e-3)
    step = 10 ** math.floor(math.log10(span))
    bottom, top = math.floor(low / step) * step, math.ceil(high / step) * step
    return (bottom, top) if top > bottom else (bottom, bottom + step)
