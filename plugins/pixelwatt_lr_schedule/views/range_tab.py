"""The LR range test on a small real network, or read from the open log."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pixelwatt.api import Level, Problem, Progress
from pixelwatt_lr_schedule.core import range_test
from pixelwatt_lr_schedule.core.log_types import Series
from pixelwatt_lr_schedule.core.range_test import RangeTest
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.line_plot import Line, LinePlot, Mark
from pixelwatt_lr_schedule.views.store import Store


class RangeTab(QWidget):
    """Trains while the rate rises; marks where the loss falls fastest and where it blows up."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._seed = 0
        self.run = QPushButton(tr("Run again"))
        self.run.clicked.connect(self._again)
        self.read = QPushButton(tr("Read the open log"))
        self.read.clicked.connect(self._read_log)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.plot = LinePlot(
            store.context, tr("Loss against learning rate"), tr("learning rate"), tr("loss"),
            log_x=True,
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.answer, 1)
        row.addWidget(self.read)
        row.addWidget(self.run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.plot, 1)
        store.log_changed.connect(self._log_changed)
        self._log_changed()
        self._start()

    @Slot()
    def _log_changed(self) -> None:
        self.read.setEnabled(self._store.log is not None)

    @Slot()
    def _again(self) -> None:
        self._seed += 1
        self._start()

    def _start(self) -> None:
        seed = self._seed

        def work(progress: Progress) -> RangeTest:
            def report(fraction: float) -> None:
                progress.report(fraction)
                progress.check()

            return range_test.run(seed=seed, progress=report)

        self._store.context.jobs.start(tr("LR range test"), work, done=self._show, quiet=True)

    @Slot()
    def _read_log(self) -> None:
        log = self._store.log
        if log is None:
            return
        try:
            rates, losses = log.learning_rate(), log.losses()
            if not losses:
                raise Problem(tr("The log has no loss."), tr("Open a log with a loss column."))
            self._show(range_test.read_curve(*_common(rates, losses[0])))
        except Problem as problem:
            self._store.context.notify(problem.what, level=Level.WARNING, detail=problem.remedy)

    def _show(self, found: RangeTest) -> None:
        marks = []
        if found.minimum_over_ten is not None:
            marks.append(Mark(found.minimum_over_ten, tr("minimum ÷ 10"), "good"))
        if found.steepest is not None:
            marks.append(Mark(found.steepest, tr("steepest"), "accent"))
        self.plot.show_lines(
            [
                Line(tr("each update"), found.lrs, found.losses, "muted"),
                Line(tr("smoothed"), found.lrs, found.smoothed, "accent"),
            ],
            marks,
            top=2.0 * float(found.smoothed[0]),
        )
        steepest = "–" if found.steepest is None else f"{found.steepest:.2g}"
        ten = "–" if found.minimum_over_ten is None else f"{found.minimum_over_ten:.2g}"
        end = tr("it did not diverge") if found.diverges_at is None else tr(
            "it diverges at {lr}", lr=f"{found.diverges_at:.2g}"
        )  # fmt: skip
        self.answer.setText(
            tr("A 64-32-10 network on drawn digits: the loss falls fastest at {steepest}, its "
               "minimum ÷ 10 is {ten}, {end}.", steepest=steepest, ten=ten, end=end)
        )  # fmt: skip


def _common(rates: Series, losses: Series) -> tuple[Values, Values]:
    """Rates and losses of the steps that have both."""
    _, left, right = np.intersect1d(rates.steps, losses.steps, return_indices=True)
    return rates.values[left], losses.values[right]
