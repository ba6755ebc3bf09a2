"""How sure: what moves the verdict, how likely it is, and the value at which it turns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout

from pixelwatt.api_qt import SectionHeader
from pixelwatt_accelerators.core.assessment import LOWER_IS_BETTER
from pixelwatt_accelerators.core.uncertainty import draws, probability_better, study, tornado
from pixelwatt_accelerators.preferences import Preferences
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.controls import Choice, labelled
from pixelwatt_accelerators.views.plots import gridless_plot
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.tornado_chart import TornadoChart
from pixelwatt_accelerators.views.use_controls import note
from pixelwatt_accelerators.views.words import metric_title, short_name

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.store import Store

_CALM_MS = 60
_BINS = 60


class CertaintySection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("How sure"))
        self.first = Choice(tr("First accelerator"), [], self._set_first)
        self.second = Choice(tr("Second accelerator"), [], self._set_second)
        self._pair = ("", "")
        self.probability = QLabel()
        self.probability.setWordWrap(True)
        self.tornado = TornadoChart(store)
        area = QScrollArea()
        area.setWidget(self.tornado)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self.plot = gridless_plot(
            context, x=tr("Ratio of the two"), y=tr("Draws"), y_unit="%",
            name=tr("Distribution of the ratio"),
        )  # fmt: skip
        self.histogram = self.plot.line("accent", width=1.5, filled=True)
        self.plot.guide(1.0, colour="text", text=tr("equal"))
        self.plot.setMinimumHeight(130)
        self.plot.setMaximumHeight(220)
        area.setMinimumHeight(130)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(labelled(tr("Compare"), self.first))
        bar.addWidget(labelled(tr("with"), self.second))
        bar.addWidget(self.probability, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(SectionHeader(tr("What moves the verdict")))
        layout.addWidget(area, 3)
        layout.addWidget(SectionHeader(tr("Monte-Carlo")))
        layout.addWidget(self.plot, 1)
        layout.addWidget(
            note(
                tr(
                    "Each input is drawn from a triangle over its interval. Intervals are those of "
                    "the sources; where they give none, ±15 % for estimates and ±10 % for "
                    "announcements are assumed."
                )
            )
        )
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._study_pair)

    def _set_first(self, chip: str) -> None:
        other = self._pair[1] if chip != self._pair[1] else self._pair[0]
        self._pair = (chip, other)
        self.refresh()

    def _set_second(self, chip: str) -> None:
        other = self._pair[0] if chip != self._pair[0] else self._pair[1]
        self._pair = (other, chip)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        chips = self.store.comparison.chips
        if not set(self._pair) <= set(chips) or self._pair[0] == self._pair[1]:
            self._pair = (chips[0], chips[1])
        options = [(a.id, short_name(a)) for a in self.store.chosen]
        for choice, chip in ((self.first, self._pair[0]), (self.second, self._pair[1])):
            if choice.count() != len(options) or any(
                choice.findData(value) < 0 for value, _ in options
            ):
                choice.set_options(options)
            choice.show_value(chip)
        self._calm.start()

    @Slot()
    def _study_pair(self) -> None:
        metric = self.store.comparison.metric
        pair = self.store.catalogue.select(self._pair)
        item = study(pair, self.store.comparison)
        names = {a.id: short_name(a) for a in pair}
        self.tornado.show_bars(tornado(item, metric), names)
        samples = self.context.settings.get(Preferences).samples
        drawn = draws(item, samples)[metric]
        self._draw_histogram(drawn[:, 0], drawn[:, 1])
        probability = probability_better(metric, drawn[:, 0], drawn[:, 1])
        one, other = names[self._pair[0]], names[self._pair[1]]
        if math.isnan(probability):
            self.probability.setText(tr("Not known for one of the two."))
            return
        better = tr("lower") if metric in LOWER_IS_BETTER else tr("higher")
        self.probability.setText(
            tr(
                "{metric} of {first} is {better} than of {second} in {share} % of {count} draws.",
                metric=metric_title(metric), first=one, second=other, better=better,
                share=f"{100 * probability:.1f}", count=samples,
            )
        )  # fmt: skip

    def _draw_histogram(self, first: np.ndarray, second: np.ndarray) -> None:
        if np.isnan(first).any() or np.isnan(second).any():
            self.histogram.setData([], [])
            return
        ratio = first / second
        counts, edges = np.histogram(ratio, bins=_BINS)
        centres = (edges[:-1] + edges[1:]) / 2
        self.histogram.setData(centres, 100 * counts / len(ratio))
