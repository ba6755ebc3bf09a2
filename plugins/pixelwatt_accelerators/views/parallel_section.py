"""Parallel coordinates of all accelerators with brushing; a radar of the chosen up to three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout

from pixelwatt_accelerators.core.axes import Axis, axes_of
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.controls import Choice
from pixelwatt_accelerators.views.parallel_chart import ParallelChart
from pixelwatt_accelerators.views.radar_chart import MOST, RadarChart
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.use_controls import note
from pixelwatt_accelerators.views.words import short_name

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.store import Store


class ParallelSection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("Parallel coordinates"))
        self.form = Choice(
            tr("Form"),
            [("parallel", tr("Parallel coordinates")), ("radar", tr("Radar"))],
            self._set_form,
        )
        self.chart = ParallelChart(store)
        self.radar = RadarChart(store)
        self.chart.brushed.connect(self._count)
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.clear = QPushButton(tr("Clear the brushes"))
        self.clear.clicked.connect(self.chart.clear_brushes)
        self.compare = QPushButton(tr("Compare what is left"))
        self.compare.clicked.connect(self._compare_brushed)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.form)
        bar.addWidget(self.count, 1)
        bar.addWidget(self.clear)
        bar.addWidget(self.compare)
        self.forms = QStackedWidget()
        self.forms.addWidget(self.chart)
        self.forms.addWidget(self.radar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.forms, 1)
        layout.addWidget(
            note(
                tr(
                    "Drag along an axis to keep a range; a click clears it. Up is better on every "
                    "axis. A figure nobody knows stands below the axis, never at zero."
                )
            )
        )

    def axes(self) -> list[Axis]:
        return axes_of(self.store.everything, self.store.full_metrics)

    @Slot()
    def refresh(self) -> None:
        axes = self.axes()
        self.chart.show_axes(axes)
        self.radar.show_axes(axes)
        radar = self.form.currentData() == "radar"
        few = len(self.store.chosen) <= MOST
        self.forms.setCurrentIndex(1 if radar and few else 0)
        self._count()

    def _set_form(self, _form: str) -> None:
        self.refresh()

    @Slot()
    def _count(self) -> None:
        kept = self.chart.kept()
        self.clear.setEnabled(self.chart.has_brushes)
        self.compare.setEnabled(self.chart.has_brushes and 2 <= len(kept) <= 8)
        if self.form.currentData() == "radar" and len(self.store.chosen) > MOST:
            self.count.setText(tr("A radar misleads for more than three; choose fewer."))
        elif self.chart.has_brushes:
            names = ", ".join(short_name(self.store.everything[i]) for i in kept)
            self.count.setText(tr("{count} left: {names}", count=len(kept), names=names))
        else:
            self.count.setText("")

    @Slot()
    def _compare_brushed(self) -> None:
        chips = tuple(self.store.everything[i].id for i in self.chart.kept())
        self.store.change(chips=chips)
