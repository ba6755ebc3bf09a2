"""Topology sketches: which chips are neighbours, and what a pair sees of the aggregate."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pixelwatt.api_qt import colour_of, follow_theme, tabular
from pixelwatt_accelerators.core.catalogue import Accelerator
from pixelwatt_accelerators.core.collective_scenario import topology_kind
from pixelwatt_accelerators.core.units import from_base, number
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.use_controls import note
from pixelwatt_accelerators.views.words import short_name

if TYPE_CHECKING:
    from pixelwatt.api import Context, Theme
    from pixelwatt_accelerators.views.store import Store

_CARD = QSize(340, 360)


class TopologySketch(QWidget):
    """One accelerator's scale-up network; one pair of chips and their link stand out."""

    def __init__(self, store: Store, accelerator: Accelerator) -> None:
        super().__init__()
        self._store = store
        self.accelerator = accelerator
        self.kind = topology_kind(accelerator.text("topology"))
        self.setFont(tabular(self.font()))
        self.setMinimumSize(_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(accelerator.name)
        self.setAccessibleDescription("; ".join(self._captions()))
        follow_theme(self, store.context, self._retheme)

    def _retheme(self, _theme: Theme) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return _CARD

    def _captions(self) -> list[str]:
        def rate(quantity: str) -> str:
            value = self.accelerator.value(quantity)
            return tr("unknown") if value is None else f"{number(from_base(value, 'GB/s'))} GB/s"

        pair, total = self.accelerator.value("link_pair"), self.accelerator.value("link_uni")
        lines = [
            self.accelerator.text("topology") or tr("topology unknown"),
            tr("one pair, one way: {rate}", rate=rate("link_pair")),
            tr("all links, one way: {rate}", rate=rate("link_uni")),
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
        area = QRectF(40, 52, self.width() - 80, 196)
        draw = {"torus": self._torus, "switch": self._switch, "mesh": self._mesh}
        draw.get(self.kind, self._bus)(painter, area, colour)
        painter.setPen(QColor(theme.muted))
        for line, text in enumerate(self._captions()):
            box = QRectF(16, 264 + 22 * line, self.width() - 32, 22)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(box.width())
            )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

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


class TopologySection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        from pixelwatt_accelerators.views.chip_bar import FlowLayout

        super().__init__(store, context, tr("Topology"))
        self.sketches: list[TopologySketch] = []
        self._field = QWidget()
        self._flow = FlowLayout(self._field, spacing=16)
        area = QScrollArea()
        area.setWidget(self._field)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(area, 1)
        layout.addWidget(
            note(
                tr(
                    "A torus gives each neighbour one link, a mesh each pair one link, a switch "
                    "any pair the whole. Dashed: wraparound."
                )
            )
        )
        self._shown: tuple[object, ...] = ()

    @Slot()
    def refresh(self) -> None:
        chosen = self.store.chosen
        key = (tuple(a.id for a in chosen), id(self.store.catalogue))
        if key == self._shown:
            return
        self._shown = key
        for sketch in self.sketches:
            self._flow.removeWidget(sketch)
            sketch.hide()
            sketch.deleteLater()
        self.sketches = [TopologySketch(self.store, accelerator) for accelerator in chosen]
        for sketch in self.sketches:
            self._flow.addWidget(sketch)
            sketch.show()
