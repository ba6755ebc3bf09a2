"""The picture of a landscape with its balls: a curve in one dimension, a map in two."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from pixelwatt.api import Context, Theme
from pixelwatt.api_qt import follow_theme
from pixelwatt_lr_schedule.core.landscapes import Landscape
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.scale import Scale

_MARGIN = 12
_MAP = (160, 120)
_TRAIL = 400


class LandscapeView(QWidget):
    """Paints the landscape, the first ball's trail up to now, and where all balls ended."""

    def __init__(self, context: Context, place: Landscape) -> None:
        super().__init__()
        self._theme: Theme = context.theme
        self._place = place
        self._path: Values = np.empty((0, place.dimensions))
        self._ends: Values = np.empty((0, place.dimensions))
        self._now = 0
        self._map: QImage | None = None
        self.setMinimumSize(260, 180)
        self.setAccessibleName(tr("Loss landscape with balls"))
        follow_theme(self, context, self._retheme)

    def sizeHint(self) -> QSize:
        return QSize(460, 260)

    def _retheme(self, theme: Theme) -> None:
        self._theme, self._map = theme, None
        self.update()

    def set_place(self, place: Landscape) -> None:
        self._place, self._map = place, None
        self._path = self._ends = np.empty((0, place.dimensions))
        self.update()

    def set_run(self, path: Values, ends: Values) -> None:
        self._path, self._ends = path, ends
        self.update()

    def set_now(self, now: int) -> None:
        self._now = now
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self._place.dimensions == 1:
            self._paint_line(painter, area)
        else:
            self._paint_map(painter, area)

    def _paint_line(self, painter: QPainter, area: QRectF) -> None:
        place = self._place
        xs = np.linspace(place.low[0], place.high[0], 400)
        ys = place.loss(xs[:, None])
        x = Scale(place.low[0], place.high[0], area.left(), area.right())
        margin = 0.1 * float(np.ptp(ys))
        y = Scale(float(ys.min()) - margin, float(ys.max()) + margin, area.bottom(), area.top())
        painter.setPen(QPen(QColor(self._theme.native), 2))
        pairs = zip(x.pixels(xs).tolist(), y.pixels(ys).tolist(), strict=True)
        painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in pairs]))
        self._dots(painter, x, y, self._ends[:300], self._theme.muted, 3.0)
        if len(self._path):
            now = self._path[min(self._now, len(self._path) - 1)]
            self._dots(painter, x, y, now[None, :], self._theme.accent, 7.0)

    def _dots(
        self, painter: QPainter, x: Scale, y: Scale, points: Values, colour: str, size: float
    ) -> None:
        painter.setPen(QPen(QColor(self._theme.surface), 1))
        painter.setBrush(QColor(colour))
        heights = self._place.loss(points) if points.shape[1] == 1 else points[:, 1]
        for px, py in zip(x.pixels(points[:, 0]), y.pixels(heights), strict=True):
            if np.isfinite(px) and np.isfinite(py) and abs(px) < 1e5 and abs(py) < 1e5:
                painter.drawEllipse(QPointF(px, py), size, size)

    def _paint_map(self, painter: QPainter, area: QRectF) -> None:
        place = self._place
        if self._map is None:
            self._map = _height_map(place, self._theme)
        painter.drawImage(area, self._map)
        x = Scale(place.low[0], place.high[0], area.left(), area.right())
        y = Scale(place.low[1], place.high[1], area.bottom(), area.top())
        painter.setClipRect(area)
        self._dots(painter, x, y, self._ends[:300], self._theme.muted, 2.5)
        at = QPointF(x.pixel(place.minimum[0]), y.pixel(place.minimum[1]))
        painter.setPen(QPen(QColor(self._theme.good), 2))
        painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0))
        painter.drawLine(at - QPointF(0, 6), at + QPointF(0, 6))
        if len(self._path):
            stop = min(self._now, len(self._path) - 1) + 1
            trail = self._path[max(0, stop - _TRAIL) : stop]
            painter.setPen(QPen(QColor(self._theme.accent), 1.4))
            pairs = zip(x.pixels(trail[:, 0]).tolist(), y.pixels(trail[:, 1]).tolist(),
                        strict=True)  # fmt: skip
            points = [QPointF(a, b) for a, b in pairs if abs(a) < 1e5 and abs(b) < 1e5]
            painter.drawPolyline(QPolygonF(points))
            self._dots(painter, x, y, trail[-1:], self._theme.accent, 6.0)


def _height_map(place: Landscape, theme: Theme) -> QImage:
    """Ranks of the losses as shades between surface and muted: every landscape uses them all."""
    width, height = _MAP
    x = np.linspace(place.low[0], place.high[0], width)
    y = np.linspace(place.high[1], place.low[1], height)
    points = np.stack(np.meshgrid(x, y), axis=-1)
    ranks = place.loss(points).ravel().argsort().argsort().reshape(height, width)
    # A dozen steps read as contour lines.
    part = np.floor(ranks / ranks.max() * 12) / 12
    low, high = QColor(theme.surface), QColor(theme.muted)
    start = np.array([low.red(), low.green(), low.blue()])
    end = np.array([high.red(), high.green(), high.blue()])
    colours = (start + (end - start) * part[..., None] * 0.75).astype(np.uint8)
    data = np.ascontiguousarray(colours)
    return QImage(data.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
