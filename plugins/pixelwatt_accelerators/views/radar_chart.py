"""A radar for up to three accelerators: a summary, not a measure.

Its area depends on the order of the axes, so it is offered second and only for few.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from pixelwatt.api_qt import colour_of, follow_theme, tabular
from pixelwatt_accelerators.core.axes import Axis
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.words import short_name

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_accelerators.views.store import Store

MOST = 3


class RadarChart(QWidget):
    """Positions on each axis among all accelerators; an unknown figure opens the outline."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._axes: Sequence[Axis] = ()
        self.setFont(tabular(self.font()))
        self.setMinimumSize(320, 260)
        self.setAccessibleName(tr("Radar"))
        follow_theme(self, store.context, self._retheme)

    def _retheme(self, _theme: Theme) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def show_axes(self, axes: Sequence[Axis]) -> None:
        self._axes = axes
        self.update()

    def _at(self, index: int, share: float) -> QPointF:
        radius = max(40.0, min(self.width(), self.height()) / 2 - 48) * share
        angle = math.tau * index / max(1, len(self._axes)) - math.pi / 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        return centre + QPointF(radius * math.cos(angle), radius * math.sin(angle))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._store.context.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.grid), 1.0))
        for share in (0.25, 0.5, 0.75, 1.0):
            ring = [self._at(index, share) for index in range(len(self._axes))]
            painter.drawPolygon(QPolygonF(ring))
        for index, axis in enumerate(self._axes):
            painter.setPen(QPen(QColor(theme.grid), 1.0))
            painter.drawLine(self._at(index, 0), self._at(index, 1))
            painter.setPen(QColor(theme.muted))
            spot = self._at(index, 1.16)
            box = QRectF(spot.x() - 60, spot.y() - 9, 120, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr(axis.title))
        positions = {a.id: i for i, a in enumerate(self._store.everything)}
        for line, accelerator in enumerate(self._store.chosen[:MOST]):
            colour = QColor(colour_of(theme, self._store.colour_name(accelerator.id)))
            self._outline(painter, positions[accelerator.id], colour)
            painter.setPen(colour)
            painter.drawText(QPointF(16, 24 + 20 * line), short_name(accelerator))
        painter.end()

    def _outline(self, painter: QPainter, row: int, colour: QColor) -> None:
        painter.setPen(QPen(colour, 2.0))
        count = len(self._axes)
        shares = [float(axis.positions[row]) for axis in self._axes]
        for index, share in enumerate(shares):
            following = (index + 1) % count
            if np.isnan(share) or np.isnan(shares[following]):
                continue
            start = self._at(index, 0.1 + 0.9 * share)
            painter.drawLine(start, self._at(following, 0.1 + 0.9 * shares[following]))
        painter.setBrush(colour)
        for index, share in enumerate(shares):
            if not np.isnan(share):
                painter.drawEllipse(self._at(index, 0.1 + 0.9 * share), 3, 3)
