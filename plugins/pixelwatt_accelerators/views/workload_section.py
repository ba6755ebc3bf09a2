"""The workload: does it fit, how fast is it, and what a larger batch buys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pixelwatt_accelerators.core.memory import largest_batch
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.pareto import (
    BATCHES,
    MOST_SEQUENCES,
    frontier,
    iso_cost_of,
    iso_cost_rate,
    largest_batch_at,
)
from pixelwatt_accelerators.core.units import number, usd, with_unit
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.figures_table import FiguresTable
from pixelwatt_accelerators.views.markers import Markers
from pixelwatt_accelerators.views.plots import (
    Framing,
    LogTicks,
    gridless_plot,
    opaque,
    set_data,
    set_text,
)
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.store import SERIES
from pixelwatt_accelerators.views.use_controls import UseControls, note, side_column
from pixelwatt_accelerators.views.words import metric_text, metric_title, sentences, short_name

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.core.arrays import FloatArray
    from pixelwatt_accelerators.core.uncertainty import Study
    from pixelwatt_accelerators.views.store import Store

Line = tuple[str, list[str | None], str]
"""A row of the table: title, a text per accelerator (None unknown), tooltip."""
_NAMED = 4
"""Most curves that carry their name."""
_STEP, _HERE = 5, 11
"""Sizes of the dots along a curve and of the chosen batch's."""


class WorkloadSection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("Workload"))
        self.occupied = note("")
        self.table = FiguresTable(store, tr("What each accelerator does with the workload"))
        self.plot = gridless_plot(
            context, x=tr("Tokens per second and user"), y=tr("Tokens per second and chip"),
            name=tr("Latency against throughput"),
        )  # fmt: skip
        # A mixture of experts is ten times as quick for one user as for many.
        self.plot.setLogMode(True, True)
        self._ticks = LogTicks(self.plot)
        self._framing = Framing(self.plot)
        self.curves = [self.plot.line(colour, width=2.5) for colour in SERIES]
        self.dots = [Markers(self.plot, colour, _STEP) for colour in SERIES]
        self.iso = [self.plot.line(colour, width=1.0, dashed=True) for colour in SERIES]
        self._labels = [self.plot.label("", 0.0, 0.0, colour) for colour in SERIES]
        self._iso_label = self.plot.label("", 0.0, 0.0, "muted", anchor=(1.0, 1.0))
        for label in (*self._labels, self._iso_label):
            opaque(self.plot, label)
        self.wanted = self.plot.guide(0.0, colour="text", text=tr("wanted"))
        self._used = set(range(len(SERIES)))
        self._reading = note("")
        above, drawing = QWidget(), QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.occupied)
        column.addWidget(self.table, 1)
        column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.plot, 1)
        column.addWidget(self._reading)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(above)
        split.addWidget(drawing)
        split.setSizes([340, 320])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(split, 1)
        layout.addWidget(side_column(UseControls(store, training=True)))

    @Slot()
    def refresh(self) -> None:
        self._say_what_is_occupied()
        self._fill_table()
        self._draw_frontier()

    # -- The table ---------------------------------------------------------------------------

    def _say_what_is_occupied(self) -> None:
        use, fleet = self.store.comparison.use, self.store.chosen_study.fleet
        per_token = shipped_models()[use.model].kv_bytes_per_token(use.kv_bytes)
        self.occupied.setText(
            tr(
                "{weights} of weights and {cache} of cache: {token} a token, {sequence} a "
                "sequence, {batch} sequences.",
                weights=with_unit(fleet.weights, "bytes"), cache=with_unit(fleet.kv_bytes, "bytes"),
                token=with_unit(per_token, "bytes"),
                sequence=with_unit(per_token * use.context, "bytes"), batch=number(use.batch),
            )
        )  # fmt: skip

    def _fill_table(self) -> None:
        item = self.store.chosen_study
        metrics = item.nominal()
        use = self.store.comparison.use
        columns = [(short_name(a), self.store.colour_name(a.id)) for a in self.store.chosen]

        def texts(values: Any, show: Any) -> list[str | None]:
            return [None if math.isnan(value) else show(float(value)) for value in values]

        def line(metric: str, tip: str = "") -> Line:
            def show(value: float) -> str:
                counted = metric.startswith("tokens")
                return number(value, 3) if counted else metric_text(metric, value)

            return metric_title(metric), texts(metrics[metric], show), tip

        share = metrics["communication_s"] / metrics["step_s"]
        most = largest_batch(
            item.fleet.hbm_bytes, item.fleet.chips, item.fleet.weights,
            item.fleet.kv_bytes / use.batch,
        )  # fmt: skip
        rows = [
            (tr("Smallest replica"), self._fits(item),
             tr("A tenth of the memory is kept free; powers of two within the scale-up domain")),
            line("step_s",
                 tr("Cache and weights read once, matrix products overlapped, then communication")),
            (tr("of it communication"), texts(share, lambda v: f"{number(100 * v, 3)} %"),
             tr("Two all-reduces a layer over the chip's own topology")),
            line("tokens_per_user_s"),
            line("tokens_per_s_per_chip"),
            (tr("Largest batch that fits"), texts(most, lambda v: number(v, 6)),
             tr("Sequences whose cache the replica holds beside the weights")),
        ]  # fmt: skip
        if use.wanted_per_user_s:
            rows.append(self._batch_at(item, use.wanted_per_user_s))
        rows += [
            line("prefill_s", tr("One prompt with attention, at the utilisation")),
            line("ttft_s", tr("Prefill of one prompt and a decode step; no queue")),
            line("training_days",
                 tr("6 FLOP a parameter and token on {chips} chips", chips=use.training_chips)),
        ]  # fmt: skip
        self.table.show_rows(columns, rows)

    def _fits(self, item: Study) -> list[str | None]:
        fleet = item.fleet
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
        return fits

    def _batch_at(self, item: Study, wanted: float) -> Line:
        def show(batch: float) -> str:
            if not batch:
                return tr("too slow even for one")
            return f"≥ {MOST_SEQUENCES}" if batch == MOST_SEQUENCES else number(batch)

        found = largest_batch_at(item, wanted)
        return (
            tr("Largest batch at {rate} tokens/s", rate=number(wanted)),
            [None if math.isnan(batch) else show(float(batch)) for batch in found],
            tr("With which every user still gets the wanted tokens a second"),
        )

    # -- The drawing -------------------------------------------------------------------------

    def _draw_frontier(self) -> None:
        item = self.store.chosen_study
        users, chips = frontier(item)
        metrics = item.nominal()
        at = metrics["tokens_per_user_s"], metrics["tokens_per_s_per_chip"]
        cost = iso_cost_of(metrics["usd_per_mtok"][: len(SERIES)])
        iso = iso_cost_rate(item, cost)[: len(SERIES)]
        shown = users[:, : len(SERIES)]
        known = shown[~np.isnan(shown)]
        ends = np.array([known.min(), known.max()]) if known.size else np.array([])
        for slot in range(len(SERIES)):
            if slot < len(self.store.chosen):
                self._draw_curve(slot, users[:, slot], chips[:, slot], (at[0][slot], at[1][slot]))
                priced = ends.size and not math.isnan(iso[slot])
                level = np.full(2, iso[slot])
                set_data(self.iso[slot], *((ends, level) if priced else (ends[:0], ends[:0])))
            elif slot in self._used:
                self._clear(slot)
        self._say_iso_cost(cost, iso, ends)
        wanted = self.store.comparison.use.wanted_per_user_s
        self.wanted.setVisible(bool(wanted))
        if wanted:
            self.wanted.setValue(math.log10(wanted))
        drawn = chips[:, : len(SERIES)]
        lines = np.tile(iso, (2, 1)) if ends.size else np.empty((0, iso.size))
        self._framing.fit(
            np.log10(np.concatenate([shown.ravel(), np.repeat(ends, iso.size)])),
            np.log10(np.concatenate([drawn.ravel(), lines.ravel()])),
        )

    def _draw_curve(
        self, slot: int, users: FloatArray, chips: FloatArray, here: tuple[float, float]
    ) -> None:
        self._used.add(slot)
        sound = ~np.isnan(users)
        x, y = users[sound], chips[sound]
        for items in (self.curves, self.dots, self.iso):
            items[slot].setVisible(True)
        set_data(self.curves[slot], x, y)
        sizes = np.append(np.full(x.size, float(_STEP)), _HERE)
        spots = np.append(x, here[0]), np.append(y, here[1])
        self.dots[slot].show_spots(np.log10(spots[0]), np.log10(spots[1]), sizes)
        label = self._labels[slot]
        # Among more than a few curves names run into each other; the table's head has the colours.
        named = bool(x.size) and len(self.store.chosen) <= _NAMED
        label.setVisible(named)
        if named:
            set_text(label, short_name(self.store.chosen[slot]))
            label.setAnchor((0.0, 1.0) if slot % 2 else (1.0, 0.0))
            middle = len(x) // 2
            label.setPos(math.log10(x[middle]), math.log10(y[middle]))

    def _say_iso_cost(self, cost: float, iso: FloatArray, ends: FloatArray) -> None:
        """One label for all dashed lines, at the highest: they are of the same cost."""
        priced = bool(ends.size) and not math.isnan(cost)
        self._iso_label.setVisible(priced)
        reading = tr(
            "Each curve runs through batches from {most} (left) to 1; the large dot is the "
            "chosen batch.", most=number(BATCHES[-1]),
        )  # fmt: skip
        if priced:
            amount = usd(cost)
            set_text(self._iso_label, tr("{cost} a million tokens", cost=amount))
            self._iso_label.setPos(math.log10(ends[1]), math.log10(np.nanmax(iso)))
            line = tr(
                "Above its dashed line an accelerator makes a million tokens for less than {cost}.",
                cost=amount,
            )
            reading = sentences(reading, line)
        self._reading.setText(reading)

    def _clear(self, slot: int) -> None:
        self._used.discard(slot)
        self._labels[slot].setVisible(False)
        for items in (self.curves, self.dots, self.iso):
            items[slot].setVisible(False)
