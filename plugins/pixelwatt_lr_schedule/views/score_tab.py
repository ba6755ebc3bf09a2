"""Scores of the schedule, and the buttons that act on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pixelwatt.api import Figure, Job, Progress, Source, Status
from pixelwatt.api_qt import FigureLabel
from pixelwatt_lr_schedule.core import averaging
from pixelwatt_lr_schedule.core.optimise import optimise, scaled
from pixelwatt_lr_schedule.core.sampling import read_all
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.core.score import Score, score_values
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.line_plot import Line, LinePlot
from pixelwatt_lr_schedule.views.store import Store

_DECAY = 0.1
_MOST = 200_000
_EXACT = Source("Exact: m ← (1 − η)² m + η², m₀ = 1")
_BOUND = Source("Defazio et al. 2023", "https://arxiv.org/abs/2310.07831", "2023-10-11")
_POWER = Source(
    "Luo et al. 2025, multi-power law", "https://arxiv.org/abs/2503.12811", "2025-03-17"
)
_WEIGHTS = Source("Bergsma et al. 2025", "https://arxiv.org/abs/2502.15938", "2025-02-21")


@dataclass(frozen=True, slots=True)
class Scored:
    score: Score
    weights: Values


class ScoreTab(QWidget):
    """Computed off the UI thread once the curve has come to rest."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._job: Job | None = None
        self._scored: Scored | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self.best = QPushButton(tr("Use the best base rate"))
        self.best.setToolTip(tr("The factor that is best on the noisy quadratic with curvature 1"))
        self.best.clicked.connect(self._use_best)
        self.improve = QPushButton(tr("Optimise this schedule"))
        self.improve.clicked.connect(self._optimise)
        self.weights = LinePlot(
            store.context, tr("Weights of the updates in AdamW's average"), tr("update"),
            tr("share in the final weights"),
        )  # fmt: skip
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.best)
        buttons.addWidget(self.improve)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(self._grid)
        left.addLayout(buttons)
        left.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left, 3)
        layout.addWidget(self.weights, 3)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self._compute)
        self._spec: Spec | None = None
        store.changed.connect(self._changed)
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self.improve.setEnabled(self._store.spec.schedule == "drawn")
        if self._spec is not self._store.spec:
            self._spec = self._store.spec
            self._timer.start()

    @Slot()
    def _compute(self) -> None:
        schedule, spec = self._store.schedule(), self._store.spec
        if schedule is None:
            return
        count = min(spec.steps, schedule.ends or spec.steps, _MOST)

        def work(_progress: Progress) -> Scored:
            lrs = np.nan_to_num(read_all(schedule.lr, count))
            return Scored(score_values(lrs, _DECAY), averaging.weights(lrs, _DECAY))

        def done(scored: Scored) -> None:
            if spec is self._store.spec:
                self._show(scored)

        if self._job is not None and self._job.running:
            self._job.cancel()
        self._job = self._store.context.jobs.start(
            tr("Score the schedule"), work, done=done, quiet=True
        )

    def _show(self, scored: Scored) -> None:
        self._scored = scored
        found = scored.score
        rows = [
            (tr("Noisy quadratic, tuned, over its floor"),
             Figure(found.quadratic.over_floor, "×", Status.MEASURED, _EXACT,
                    note=tr("The floor 1/(T + 1) is proven: no schedule is below it."))),
            (tr("Best factor on these rates there"),
             Figure(found.quadratic.scale, "×", Status.MEASURED, _EXACT)),
            (tr("Convex bound"),
             Figure(found.convex.omega if np.isfinite(found.convex.omega) else None,
                    "DG/√T", Status.PUBLISHED, _BOUND)),
            (tr("Predicted loss of a 25M LLM"),
             Figure(found.predicted_loss, "", Status.ESTIMATED, _POWER,
                    note=tr("Known for peaks of 3e-5 to 3e-4 and 5,000 to 24,000 updates."))),
            (tr("Updates that make half of AdamW's weights"),
             Figure(float(found.average_half_life), "", Status.PUBLISHED, _WEIGHTS,
                    note=tr("Weight decay {decay}.", decay=_DECAY))),
        ]  # fmt: skip
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for row, (title, figure) in enumerate(rows):
            self._grid.addWidget(QLabel(title), row, 0)
            self._grid.addWidget(FigureLabel(figure), row, 1)
        updates = np.arange(len(scored.weights), dtype=np.float64)
        self.weights.show_lines([Line("", updates, scored.weights)])

    @Slot()
    def _use_best(self) -> None:
        if self._scored is not None:
            self._store.set_spec(scaled(self._store.spec, self._scored.score.best_base_lr))

    @Slot()
    def _optimise(self) -> None:
        spec = self._store.spec

        def work(progress: Progress) -> Spec:
            def report(fraction: float) -> None:
                progress.report(fraction)
                progress.check()

            return optimise(spec, progress=report)

        self._store.context.jobs.start(tr("Optimise the schedule"), work, done=self._store.set_spec)
