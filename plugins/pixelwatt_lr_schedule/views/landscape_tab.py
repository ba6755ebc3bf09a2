"""The schedule drives an optimiser: balls on a landscape, play, scrub, restart, basin share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Job, Progress
from pixelwatt_lr_schedule.core import presets
from pixelwatt_lr_schedule.core.landscapes import LANDSCAPES, curvature
from pixelwatt_lr_schedule.core.optimisers import (
    OPTIMISERS,
    Run,
    Settings,
    Share,
    basin_share,
    roll,
    spread_starts,
)
from pixelwatt_lr_schedule.core.schedule import Values, floats
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.landscape_view import LandscapeView
from pixelwatt_lr_schedule.views.store import Store

_MOST_UPDATES = 1000
_BALLS = 500
_FRAME_MS = 33


@dataclass(frozen=True, slots=True)
class Outcome:
    run: Run
    share: Share
    updates: Values
    """The schedule's update of each update of the run."""


class LandscapeTab(QWidget):
    """Runs of at most 1,000 updates: a longer schedule is read at 1,000 places."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._outcome: Outcome | None = None
        self._job: Job | None = None
        self._seed = 0
        self.place = QComboBox()
        for item in LANDSCAPES:
            self.place.addItem(tr(item.title), item.id)
        self.place.setAccessibleName(tr("Landscape"))
        self.optimiser = QComboBox()
        for name, title in zip(OPTIMISERS, ("SGD", tr("Momentum"), "Nesterov", "Adam", "AdamW"),
                               strict=True):  # fmt: skip
            self.optimiser.addItem(title, name)
        self.optimiser.setAccessibleName(tr("Optimiser"))
        self.noise = QDoubleSpinBox()
        self.noise.setRange(0.0, 100.0)
        self.noise.setSingleStep(0.5)
        self.noise.setValue(2.0)
        self.noise.setAccessibleName(tr("Gradient noise sigma"))
        self.batch = QSpinBox()
        self.batch.setRange(1, 1_000_000)
        self.batch.setAccessibleName(tr("Batch size"))
        self.view = LandscapeView(store.context, LANDSCAPES[0])
        self.play = QPushButton(tr("Play"))
        self.play.setCheckable(True)
        self.play.toggled.connect(self._play)
        self.again = QPushButton(tr("Restart"))
        self.again.setToolTip(tr("Roll again with other noise"))
        self.again.clicked.connect(self._restart)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Update of the run"))
        self.slider.valueChanged.connect(self._scrub)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.phase = QLabel()
        self.phase.setWordWrap(True)
        self._lay_out()
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self._next_frame)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(150)
        self._settle.timeout.connect(self._roll)
        store.changed.connect(self._changed)
        self._spec = store.spec
        self.place.currentIndexChanged.connect(self._choose_place)
        for signal in (self.optimiser.currentIndexChanged, self.noise.valueChanged,
                       self.batch.valueChanged):  # fmt: skip
            signal.connect(self._settle.start)
        self._settle.start()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Landscape"), self.place)
        form.addRow(tr("Optimiser"), self.optimiser)
        form.addRow(tr("Noise sigma"), self.noise)
        form.addRow(tr("Batch size"), self.batch)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addLayout(form)
        side.addWidget(self.answer)
        side.addWidget(self.phase)
        side.addStretch(1)
        transport = QHBoxLayout()
        transport.setSpacing(8)
        transport.addWidget(self.play)
        transport.addWidget(self.again)
        transport.addWidget(self.slider, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.view, 1)
        right.addLayout(transport)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(side, 2)
        layout.addLayout(right, 5)

    @Slot()
    def _changed(self) -> None:
        if self._store.spec is not self._spec:
            self._spec = self._store.spec
            self._settle.start()

    @Slot()
    def _choose_place(self) -> None:
        self.view.set_place(LANDSCAPES[self.place.currentIndex()])
        self._settle.start()

    @Slot()
    def _restart(self) -> None:
        self._seed += 1
        self._roll()

    @Slot()
    def _roll(self) -> None:
        schedule, steps = self._store.schedule(), self._store.spec.steps
        if schedule is None:
            return
        place = LANDSCAPES[self.place.currentIndex()]
        settings = Settings(
            self.optimiser.currentData(), noise=self.noise.value(), batch=self.batch.value(),
            seed=self._seed,
        )  # fmt: skip
        count = min(steps, schedule.ends or steps)
        updates = np.unique(np.linspace(0, count - 1, min(count, _MOST_UPDATES)).astype(np.int64))
        seed = self._seed

        def work(_progress: Progress) -> Outcome:
            lrs = floats(np.nan_to_num(schedule.lr(updates)))
            momenta = floats(schedule.momentum(updates)) if schedule.momentum else None
            run = roll(place, lrs, settings, spread_starts(place, _BALLS, seed), momenta)
            return Outcome(run, basin_share(place, run.ends), updates.astype(np.float64))

        if self._job is not None and self._job.running:
            self._job.cancel()
        self._job = self._store.context.jobs.start(
            tr("Roll balls"), work, done=self._show, quiet=True
        )

    def _show(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.view.set_run(outcome.run.path, outcome.run.ends)
        self.slider.setRange(0, len(outcome.run.path) - 1)
        self.slider.setValue(len(outcome.run.path) - 1)
        self.answer.setText(
            tr("{share} ± {error} of {runs} balls end in the basin of the global minimum.",
               share=f"{outcome.share.share:.1%}", error=f"{outcome.share.error:.1%}",
               runs=outcome.share.runs)
        )  # fmt: skip
        self._scrub(self.slider.value())

    @Slot(bool)
    def _play(self, on: bool) -> None:
        self.play.setText(tr("Pause") if on else tr("Play"))
        if on:
            if self.slider.value() >= self.slider.maximum():
                self.slider.setValue(0)
            self._frames.start()
        else:
            self._frames.stop()

    @Slot()
    def _next_frame(self) -> None:
        # The whole run in about twelve seconds.
        step = max(1, self.slider.maximum() // 360)
        self.slider.setValue(self.slider.value() + step)
        if self.slider.value() >= self.slider.maximum():
            self.play.setChecked(False)

    @Slot(int)
    def _scrub(self, now: int) -> None:
        self.view.set_now(now)
        if self._outcome is None:
            return
        updates = self._outcome.updates
        update = int(updates[min(now, len(updates) - 1)])
        self._store.set_cursor(update)
        place = LANDSCAPES[self.place.currentIndex()]
        at = self._outcome.run.path[min(now, len(self._outcome.run.path) - 1)]
        steepest = curvature(place, at) if np.all(np.abs(at) < 1e6) else 0.0
        self._store.set_stability(2 / steepest if steepest > 1e-9 else None)
        self._tell_phase(update)

    def _tell_phase(self, update: int) -> None:
        if self._store.spec.schedule != "drawn":
            self.phase.clear()
            return
        for phase in presets.phases(self._store.steps):
            if phase.start <= update < phase.end:
                self.phase.setText(f"{tr(phase.title)}: {tr(phase.says)}")

    def hideEvent(self, event: object) -> None:
        self.play.setChecked(False)
        self._store.set_stability(None)
        super().hideEvent(event)  # type: ignore[arg-type]
