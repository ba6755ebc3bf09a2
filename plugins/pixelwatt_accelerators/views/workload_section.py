"""The workload: does it fit, how fast is it, and what a larger batch buys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pixelwatt_accelerators.core.pareto import frontier, iso_cost_rate
from pixelwatt_accelerators.core.units import number, with_unit
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.figures_table import FiguresTable
from pixelwatt_accelerators.views.plots import gridless_plot
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.store import SERIES
from pixelwatt_accelerators.views.use_controls import UseControls, note, side_column
from pixelwatt_accelerators.views.words import metric_text, metric_title, short_name

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.store import Store

ISO_COST = 1.0
"""USD per million tokens of the dashed lines."""


class WorkloadSection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("Workload"))
        self.table = FiguresTable(store, tr("What each accelerator does with the workload"))
        self.plot = gridless_plot(
            context, x=tr("Tokens per second and user"), y=tr("Tokens per second and chip"),
            name=tr("Latency against throughput"),
        )  # fmt: skip
        self.curves = [self.plot.line(colour, width=2.5) for colour in SERIES]
        self.steps = [self.plot.points(colour, size=5) for colour in SERIES]
        self.here = [self.plot.points(colour, size=11) for colour in SERIES]
        self.iso = [self.plot.line(colour, width=1.0, dashed=True) for colour in SERIES]
        self._used: set[int] = set()
        self._labels = [self.plot.label("", 0.0, 0.0, colour) for colour in SERIES]
        drawing = QWidget()
        column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.plot, 1)
        column.addWidget(
            note(
                tr(
                    "Each curve runs through batches from 512 (left) to 1; the large dot is the "
                    "chosen batch. Above its dashed line an accelerator makes a million tokens "
                    "for less than $1."
                )
            )
        )
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(drawing)
        split.setSizes([260, 320])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(split, 1)
        layout.addWidget(side_column(UseControls(store, training=True)))

    @Slot()
    def refresh(self) -> None:
        self._fill_table()
        self._draw_frontier()

    def _fill_table(self) -> None:
        item = self.store.chosen_study
        metrics = item.nominal()
        fleet, use = item.fleet, self.store.comparison.use
        columns = [(short_name(a), self.store.colour_name(a.id)) for a in self.store.chosen]

        def texts(values: Any, show: Any) -> list[str | None]:
            return [None if math.isnan(value) else show(float(value)) for value in values]

        total = fleet.weights + fleet.kv_bytes
        fits: list[str | None] = []
        for capacity, chips in zip(fleet.hbm_bytes, fleet.chips, strict=True):
            if math.isnan(capacity):
                fits.append(None)
            elif math.isnan(chips):
                fits.append(tr("does not fit"))
            else:
                full = number(100 * total / (capacity * chips), 3)
                fits.append(tr("×{chips}, {share} % full", chips=int(chips), share=full))
        share = metrics["communication_s"] / metrics["step_s"]
        weights, cache = with_unit(fleet.weights, "bytes"), with_unit(fleet.kv_bytes, "bytes")
        rows = [
            (tr("Smallest replica"), fits,
             tr("{weights} of weights and {cache} of cache, a tenth of the memory kept free; "
                "powers of two within the scale-up domain", weights=weights, cache=cache)),
            (metric_title("step_s"), texts(metrics["step_s"], lambda v: metric_text("step_s", v)),
             tr("Cache and weights read once, matrix products overlapped, then communication")),
            (tr("of it communication"), texts(share, lambda v: f"{number(100 * v, 3)} %"),
             tr("Two all-reduces a layer over the chip's own topology")),
            (metric_title("tokens_per_user_s"),
             texts(metrics["tokens_per_user_s"], lambda v: number(v, 3)), ""),
            (metric_title("tokens_per_s_per_chip"),
             texts(metrics["tokens_per_s_per_chip"], lambda v: number(v, 3)), ""),
            (metric_title("ttft_s"), texts(metrics["ttft_s"], lambda v: metric_text("ttft_s", v)),
             tr("Prefill of one prompt with attention at the utilisation, and a step")),
            (metric_title("training_days"),
             texts(metrics["training_days"], lambda v: metric_text("training_days", v)),
             tr("6 FLOP a parameter and token on {chips} chips", chips=use.training_chips)),
        ]  # fmt: skip
        self.table.show_rows(columns, rows)

    def _draw_frontier(self) -> None:
        item = self.store.chosen_study
        users, chips = frontier(item)
        metrics = item.nominal()
        iso = iso_cost_rate(item, ISO_COST)
        known = users[~np.isnan(users)]
        ends = np.array([known.min(), known.max()]) if known.size else np.array([])
        for slot in range(len(SERIES)):
            if slot >= len(self.store.chosen):
                if slot in self._used:
                    self._clear(slot)
                continue
            self._used.add(slot)
            sound = ~np.isnan(users[:, slot])
            x, y = users[sound, slot], chips[sound, slot]
            self.curves[slot].setData(x, y)
            self.steps[slot].setData(x, y)
            at = [metrics["tokens_per_user_s"][slot]], [metrics["tokens_per_s_per_chip"][slot]]
            self.here[slot].setData(*(([], []) if math.isnan(at[0][0]) else at))
            priced = ends.size and not math.isnan(iso[slot])
            self.iso[slot].setData(ends if priced else [], [iso[slot]] * 2 if priced else [])
            label = self._labels[slot]
            label.setVisible(bool(x.size))
            if x.size:
                label.setText(short_name(self.store.chosen[slot]))
                label.setAnchor((0.0, 1.0) if slot % 2 else (1.0, 0.0))
                label.setPos(x[len(x) // 2], y[len(y) // 2])

    def _clear(self, slot: int) -> None:
        self._used.discard(slot)
        self._labels[slot].setVisible(False)
        for items in (self.curves, self.steps, self.here, self.iso):
            items[slot].setData([], [])
