"""A sketch of one accelerator's network, and what a pair of chips sees of the aggregate."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt.api_qt import colour_of, follow_theme, hatch, tabular
from pixelwatt_accelerators.core.catalogue import Accelerator
from pixelwatt_accelerators.core.collective_scenario import topology_kind
from pixelwatt_accelerators.core.units import from_base, number
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.words import short_name

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_accelerators.views.store import Store

SMALLEST = QSize(300, 340)
_CAPTIONS = 140.0
"""Height of the words and bars under a drawing."""


class TopologySketch(QWidget):
    """One accelerator's scale-up network; one pair of chips and their link stand out.

    ``fastest`` is the aggregate rate, in B/s, that fills a bar from end to end.
    """

    def __init__(self, store: Store, accelerator: Accelerator, fastest: float) -> None:
        super().__init__()
        self._store = store
        self._fastest = fastest
        self.accelerator = accelerator
        self.kind = topology_kind(accelerator.text("topology"))
        self.setFont(tabular(self.font()))
        self._size = SMALLEST
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(accelerator.name)
        self.setAccessibleDescription("; ".join(self._captions()))
        follow_theme(self, store.context, self._retheme)

    def _retheme(self, _theme: Theme) -> None:
        self.update()

    def take_size(self, size: QSize) -> None:
        if size != self._size:
            self._size = size
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return SMALLEST

    def _rate(self, quantity: str) -> str:
        value = self.accelerator.value(quantity)
        return tr("unknown") if value is None else f"{number(from_base(value, 'GB/s'))} GB/s"

    def _captions(self) -> list[str]:
        pair, total = self.accelerator.value("link_pair"), self.accelerator.value("link_uni")
        lines = [
            self.accelerator.text("topology") or tr("topology unknown"),
            tr("one pair, one way: {rate}", rate=self._rate("link_pair")),
            tr("all links, one way: {rate}", rate=self._rate("link_uni")),
        ]
        if pair and total:
            share = number(100 * pair / total, 3)
            lines.append(tr("a pair sees {share} % of the aggregate", share=share))
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._store.context.theme
        painter.fillRect(self.rect(), QColor(theme.surface))
        colour = QColor(colour_of(theme, self._store.colour_name(self.accelerator.id)))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(16, 28), short_name(self.accelerator))
        font.setBold(False)
        painter.setFont(font)
        area = QRectF(40, 52, self.width() - 80, self.height() - 52 - _CAPTIONS - 16)
        draw = {"torus": self._torus, "switch": self._switch, "mesh": self._mesh}
        draw.get(self.kind, self._bus)(painter, area, colour)
        self._words_and_bars(painter, self.height() - _CAPTIONS, colour)
        painter.end()

    def _words_and_bars(self, painter: QPainter, top: float, colour: QColor) -> None:
        """The topology's name, a bar for one pair, one for all links, and the share."""
        theme = self._store.context.theme
        name, pair, total, *share = self._captions()
        lines: list[tuple[str, str]] = [(name, ""), (pair, "link_pair"), (total, "link_uni")]
        lines += [(text, "") for text in share]
        room = self.width() - 32.0
        y = top
        for text, quantity in lines:
            painter.setPen(QColor(theme.muted))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(16, y, room, 20), int(Qt.AlignmentFlag.AlignVCenter), shown)
            y += 22
            if quantity:
                value = self.accelerator.value(quantity)
                bar = QRectF(16, y, room, 8)
                if value is None:
                    painter.fillRect(bar, hatch(theme))
                else:
                    painter.fillRect(bar, QColor(theme.grid))
                    bar.setWidth(max(2.0, room * min(1.0, value / self._fastest)))
                    painter.fillRect(bar, colour)
                y += 14

    def _pens(self, colour: QColor) -> tuple[QPen, QPen]:
        theme = self._store.context.theme
        return QPen(QColor(theme.muted), 1.0), QPen(colour, 3.0)

    def _chip(self, painter: QPainter, at: QPointF, colour: QColor, *, marked: bool) -> None:
        theme = self._store.context.theme
        painter.setPen(QPen(colour if marked else QColor(theme.muted), 1.5))
        painter.setBrush(colour if marked else QColor(theme.window))
        painter.drawRoundedRect(QRectF(at.x() - 9, at.y() - 9, 18, 18), 3, 3)

    def _torus(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """A 4 x 4 layer; arcs are the wraparound, stubs go to the layers above and below."""
        thin, thick = self._pens(colour)
        side = min(area.width(), area.height()) - 24
        left, top, step = area.center().x() - side / 2, area.top() + 8, side / 3

        def at(column: int, row: int) -> QPointF:
            return QPointF(left + column * step, top + row * step)

        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in range(4):
            painter.setPen(thin)
            painter.drawLine(at(0, line), at(3, line))
            painter.drawLine(at(line, 0), at(line, 3))
            painter.setPen(QPen(thin.color(), 1.0, Qt.PenStyle.DashLine))
            for start, end, bend in (
                (at(0, line), at(3, line), QPointF(0, -26)),
                (at(line, 0), at(line, 3), QPointF(-26, 0)),
            ):
                path = QPainterPath(start)
                path.cubicTo(start + bend, end + bend, end)
                painter.drawPath(path)
        if "3D" in self.accelerator.text("topology"):
            painter.setPen(thin)
            for column in range(4):
                for row in range(4):
                    painter.drawLine(at(column, row), at(column, row) + QPointF(14, 14))
        painter.setPen(thick)
        painter.drawLine(at(1, 1), at(2, 1))
        for column in range(4):
            for row in range(4):
                self._chip(
                    painter, at(column, row), colour, marked=(column, row) in ((1, 1), (2, 1))
                )

    def _switch(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """All chips on one switch plane: any pair has a chip's full rate."""
        thin, thick = self._pens(colour)
        plane = QRectF(area.left(), area.center().y() - 14, area.width(), 28)
        spots = [
            QPointF(area.left() + (index % 4 + 0.5) * area.width() / 4, area.top() + 16)
            if index < 4
            else QPointF(area.left() + (index % 4 + 0.5) * area.width() / 4, area.bottom() - 16)
            for index in range(8)
        ]
        for index, spot in enumerate(spots):
            painter.setPen(thick if index in (1, 2) else thin)
            painter.drawLine(spot, QPointF(spot.x(), plane.center().y()))
        painter.setPen(thick)
        painter.drawLine(
            QPointF(spots[1].x(), plane.center().y()), QPointF(spots[2].x(), plane.center().y())
        )
        theme = self._store.context.theme
        painter.setPen(QPen(QColor(theme.muted), 1.0))
        fill = QColor(theme.window)
        fill.setAlphaF(0.75)
        painter.setBrush(fill)
        painter.drawRoundedRect(plane, 4, 4)
        painter.setPen(QColor(theme.text))
        painter.drawText(plane, Qt.AlignmentFlag.AlignCenter, tr("switch"))
        for index, spot in enumerate(spots):
            self._chip(painter, spot, colour, marked=index in (1, 2))

    def _mesh(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Every pair has a link of its own, and only that one."""
        thin, thick = self._pens(colour)
        radius = min(area.width(), area.height()) / 2 - 12
        spots = [
            area.center()
            + QPointF(radius * math.cos(math.tau * i / 8), radius * math.sin(math.tau * i / 8))
            for i in range(8)
        ]
        painter.setPen(thin)
        for index, spot in enumerate(spots):
            for other in spots[index + 1 :]:
                painter.drawLine(spot, other)
        painter.setPen(thick)
        painter.drawLine(spots[0], spots[3])
        for index, spot in enumerate(spots):
            self._chip(painter, spot, colour, marked=index in (0, 3))

    def _bus(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """No scale-up network known: chips meet at the host, if at all."""
        thin, _ = self._pens(colour)
        host = QPointF(area.center().x(), area.top() + 20)
        spots = [
            QPointF(area.left() + (i + 0.5) * area.width() / 4, area.bottom() - 30)
            for i in range(4)
        ]
        painter.setPen(thin)
        for spot in spots:
            painter.drawLine(host, spot)
        theme = self._store.context.theme
        box = QRectF(host.x() - 40, host.y() - 14, 80, 28)
        painter.setBrush(QColor(theme.window))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr("host"))
        for spot in spots:
            self._chip(painter, spot, colour, marked=False)
