"""Topology: the chosen accelerators' networks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.chip_bar import FlowLayout
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.topology_sketch import SMALLEST, TopologySketch
from pixelwatt_accelerators.views.use_controls import note

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.store import Store

_SPACING = 16
_LARGEST = QSize(620, 620)


class TopologySection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("Topology"))
        self.sketches: list[TopologySketch] = []
        self._field = QWidget()
        self._flow = FlowLayout(self._field, spacing=_SPACING)
        self._area = QScrollArea()
        self._area.setWidget(self._field)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._area, 1)
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
        rates = (accelerator.value("link_uni") for accelerator in chosen)
        fastest = max((rate for rate in rates if rate is not None), default=1.0)
        self.sketches = [TopologySketch(self.store, a, fastest) for a in chosen]
        for sketch in self.sketches:
            self._flow.addWidget(sketch)
            sketch.show()
        self._size_sketches()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_sketches()

    def _size_sketches(self) -> None:
        """As large as lets all stand side by side, within bounds; more wrap into lines."""
        if not self.sketches:
            return
        room = self._area.maximumViewportSize()
        columns = min(len(self.sketches), max(1, room.width() // (SMALLEST.width() + _SPACING)))
        wrapped = columns < len(self.sketches)
        # Wrapped ones scroll, beside a bar.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) if wrapped else 0
        width = (room.width() - bar - _SPACING * (columns - 1)) // columns
        height = SMALLEST.height() if wrapped else room.height()
        size = QSize(width, height).boundedTo(_LARGEST).expandedTo(SMALLEST)
        for sketch in self.sketches:
            sketch.take_size(size)
