"""Dots on a plot, painted directly: pyqtgraph's scatter items cost a moving slider too much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from pixelwatt.api_qt import colour_of

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_accelerators.core.arrays import FloatArray


class Markers(pg.GraphicsObject):  # type: ignore[misc]
    """Round dots of one colour; positions are in view coordinates, sizes in pixels.

    They do not count for the range of the plot: they lie on curves that do.
    """

    def __init__(self, plot: Any, colour: str, size: float) -> None:
        super().__init__()
        self._size = size
        self._colour = colour
        self._spots: list[tuple[float, float, float]] = []
        self._fill, self._rim = QColor(), QPen()
        plot.addItem(self, ignoreBounds=True)
        plot.themed(self._retheme)

    @property
    def spots(self) -> list[tuple[float, float, float]]:
        """``(x, y, size)`` of every dot shown."""
        return self._spots

    def show_spots(self, x: FloatArray, y: FloatArray, sizes: FloatArray | None = None) -> None:
        """Dots at these points, none where a coordinate is NaN."""
        wide = np.full(len(x), self._size) if sizes is None else sizes
        spots = [
            spot
            for spot in zip(x.tolist(), y.tolist(), wide.tolist(), strict=True)
            if spot[0] == spot[0] and spot[1] == spot[1]
        ]
        if spots != self._spots:
            self._spots = spots
            self.update()

    def _retheme(self, theme: Theme) -> None:
        self._fill = QColor(colour_of(theme, self._colour))
        self._rim = QPen(QColor(theme.surface), 1.0)
        self._rim.setCosmetic(True)
        self.update()

    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        rect: QRectF | None = self.viewRect()
        return QRectF() if rect is None else rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        across, down = self.pixelVectors()
        if across is None or not self._spots:
            return
        width, height = across.length() / 2, down.length() / 2
        painter.setPen(self._rim)
        painter.setBrush(self._fill)
        for x, y, size in self._spots:
            painter.drawEllipse(QPointF(x, y), size * width, size * height)
