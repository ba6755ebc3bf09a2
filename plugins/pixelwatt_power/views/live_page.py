"""Live: figures with their error, plots, recording, and following a log."""

from __future__ import annotations

import time
from pathlib import Path

import psutil
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context, Level, Problem
from pixelwatt_power.core.energy import seconds_needed
from pixelwatt_power.core.follow import LogFollower
from pixelwatt_power.core.meter import LiveFigures, Meter, SensorFigure
from pixelwatt_power.core.number_text import plain, with_bound
from pixelwatt_power.core.plausibility import explain
from pixelwatt_power.core.recorder import Recorder
from pixelwatt_power.core.scopes import scope_title, total_watts
from pixelwatt_power.core.sensors.model import Scope
from pixelwatt_power.settings import PowerSettings
from pixelwatt_power.text import tr
from pixelwatt_power.views.figure_tile import LARGE, FigureTile
from pixelwatt_power.views.idle_view import IdleView
from pixelwatt_power.views.live_plots import EVERYTHING, LivePlots, third_choices

TICK_MS = 200
AVERAGED_S = 12.0
ENOUGH = 0.01


class LivePage(QWidget):
    """Measures while it is on; what it measures can be recorded."""

    def __init__(
        self,
        context: Context,
        meter: Meter,
        *,
        open_captures: object,
        show_essay: object,
        sessions_path: Path,
        recorded: object,
    ) -> None:
        super().__init__()
        self._context, self._meter = context, meter
        self._sessions_path, self._recorded = sessions_path, recorded
        self._recorder: Recorder | None = None
        self._opening = False
        self._follower: LogFollower | None = None
        self._shown_probes: object = None
        self._marks = 0
        self._zero_ns = time.perf_counter_ns()
        self.measure = self._toggle(tr("Measure"), self.set_measuring)
        self.record = self._toggle(tr("Record"), self.set_recording)
        self.pause = self._toggle(tr("Pause plots"), lambda _on: None)
        self.sensors = self._toggle(tr("Sensors"), self._show_sensors)
        self.sensors.setToolTip(tr("What can be measured here, and how to get the rest"))
        self.follow = QPushButton(tr("Follow a log…"))
        self.follow.clicked.connect(lambda: self.ask_log())
        self.window_choice = QComboBox()
        self.window_choice.setAccessibleName(tr("Time shown"))
        for title, seconds in (
            (tr("last 10 s"), 10.0), (tr("last minute"), 60.0), (tr("last 10 minutes"), 600.0),
            (tr("last hour"), 3600.0), (tr("everything"), EVERYTHING),
        ):  # fmt: skip
            self.window_choice.addItem(title, seconds)
        self.third_choice = QComboBox()
        self.third_choice.setAccessibleName(tr("Third plot"))
        for key, (title, _unit) in third_choices().items():
            self.third_choice.addItem(title, key)
        self._status = QLabel()
        self._status.setWordWrap(True)
        self.tiles = {
            "joules": FigureTile(context, tr("Energy per frame"), "accent", digits=LARGE),
            "fps": FigureTile(context, tr("Frame rate"), "accent"),
            "gpu": FigureTile(context, tr("GPU"), "power"),
            "cpu": FigureTile(context, tr("CPU package"), "series3"),
            "whole": FigureTile(context, tr("Whole machine"), "series1"),
        }
        self.idle = IdleView(context, open_captures, show_essay)  # type: ignore[arg-type]
        self.plots = LivePlots(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.idle)
        self.stack.addWidget(self.plots)
        self.stack.currentChanged.connect(lambda _index: self._offer_plot_choices())
        self._lay_out()
        self._offer_plot_choices()
        self.window_choice.setCurrentIndex(1)
        self.third_choice.currentIndexChanged.connect(self._choose_third)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def _toggle(self, title: str, action: object) -> QPushButton:
        button = QPushButton(title)
        button.setCheckable(True)
        button.toggled.connect(action)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.measure, self.record, self.follow):
            bar.addWidget(widget)
        bar.addStretch(1)
        for choice in (self.sensors, self.pause, self.window_choice, self.third_choice):
            bar.addWidget(choice)
        tiles = QHBoxLayout()
        tiles.setSpacing(16)
        for name, tile in self.tiles.items():
            tiles.addWidget(tile, 3 if name == "joules" else 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addLayout(tiles)
        layout.addWidget(self._status)
        layout.addWidget(self.stack, 1)

    @Slot(bool)
    def _show_sensors(self, on: bool) -> None:
        self.stack.setCurrentWidget(self.idle if on else self.plots)

    def _offer_plot_choices(self) -> None:
        self.sensors.setVisible(
            self.stack.currentWidget() is self.plots or self.sensors.isChecked()
        )
        for choice in (self.pause, self.window_choice, self.third_choice):
            choice.setVisible(self.stack.currentWidget() is self.plots)

    # -- what the user does ----------------------------------------------------------------

    @Slot(bool)
    def set_measuring(self, on: bool) -> None:
        self.measure.setChecked(on)
        if on:
            self._meter.start(self._context.settings.get(PowerSettings).samples_per_second)
            self._timer.start()
        else:
            self.set_recording(False)
            self._timer.stop()
            self._meter.stop(wait=False)

    @Slot(bool)
    def set_recording(self, on: bool) -> None:
        self.record.setChecked(on)
        if on and self._recorder is None and not self._opening:
            self.set_measuring(True)
            self._opening = True
            path = self._sessions_path
            self._context.jobs.start(
                tr("Begin the recording"),
                lambda _progress: Recorder(path),
                done=self._begin,
                failed=self._not_begun,
                quiet=True,
            )
        elif not on and self._recorder is not None:
            recorder, self._recorder = self._recorder, None
            self._meter.listener = None
            self._context.jobs.start(
                tr("Finish the recording"),
                lambda _progress: recorder.close(),
                done=lambda _none: self._finished(recorder),
                quiet=True,
            )

    def _begin(self, recorder: Recorder) -> None:
        self._opening = False
        self._recorder = recorder
        self._meter.listener = recorder
        if not self.record.isChecked():  # pressed again while the file was being opened
            self.set_recording(False)

    def _not_begun(self, error: BaseException) -> None:
        self._opening = False
        self.record.setChecked(False)
        what, detail = str(error), ""
        if isinstance(error, Problem):
            what, detail = error.what, error.remedy
        self._context.notify(what, level=Level.ERROR, detail=detail)

    def _finished(self, recorder: Recorder) -> None:
        if recorder.error is not None:
            self._context.notify(
                tr("The recording ended early: {error}", error=recorder.error), level=Level.ERROR
            )
        self._recorded()  # type: ignore[operator]

    def add_marker(self) -> None:
        self._marks += 1
        self.plots.mark(self._now_s(), str(self._marks))

    def ask_log(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Follow a log being written"), "", tr("Logs (*.csv)")
        )
        if name:
            self.follow_log(Path(name))

    def follow_log(self, path: Path) -> None:
        """Take frames from a MangoHud or PresentMon log as it grows."""
        self._follower = LogFollower(path)
        self.set_measuring(True)

    # -- what happens by itself --------------------------------------------------------------

    @Slot()
    def tick(self) -> None:
        """Take a look at the meter and show it."""
        self._read_log()
        self._show_probes()
        found = self._meter.figures(AVERAGED_S)
        now = self._now_s()
        self.plots.add(now, self._meter.figures(1.0), psutil.cpu_percent())
        idle = self.stack.currentWidget() is self.idle and not self.sensors.isChecked()
        if idle and _has_data(found):
            self.stack.setCurrentWidget(self.plots)
        self._show_tiles(found)
        if self.stack.currentWidget() is self.plots and not self.pause.isChecked():
            self.plots.show_until(now, self.window_choice.currentData())

    def _read_log(self) -> None:
        if self._follower is None:
            return
        try:
            times = self._follower.poll()
        except Problem as problem:
            self._follower = None
            self._context.notify(problem.what, level=Level.WARNING, detail=problem.remedy)
            return
        if times:
            self._meter.add_log_frames(self._follower.path.name, times)

    def _show_probes(self) -> None:
        probes = self._meter.probes
        if probes is not None and probes is not self._shown_probes:
            self._shown_probes = probes
            self.idle.show_probes(probes)

    def _show_tiles(self, found: LiveFigures) -> None:
        fps = f"{found.fps:.1f}" if found.fps is not None else None
        self.tiles["fps"].set(fps, found.source or tr("no frames yet"))
        self.tiles["joules"].set(*self._joules(found))
        self.tiles["gpu"].set(*_scope_text(found, (Scope.GPU,)))
        self.tiles["cpu"].set(*_scope_text(found, (Scope.CPU, Scope.SOCKET)))
        self.tiles["whole"].set(*_whole_text(found))
        self._status.setText(_remarks(found))
        self._status.setVisible(bool(self._status.text()))

    def _joules(self, found: LiveFigures) -> tuple[str | None, str]:
        if found.joules_per_frame is None:
            unread = found.fps is not None and found.energy_scope is not None
            return None, tr("no reading to believe") if unread else tr("needs frames and a sensor")
        scope = scope_title(found.energy_scope or "")
        value = with_bound(found.joules_per_frame, found.joules_per_frame_bound, "J")
        return value, f"{plain(1 / found.joules_per_frame)} FPS/W, {scope}"

    @Slot(int)
    def _choose_third(self, index: int) -> None:
        self.plots.choose_third(self.third_choice.itemData(index))

    def _now_s(self) -> float:
        return (time.perf_counter_ns() - self._zero_ns) / 1e9

    def shut(self) -> None:
        """End timer, recording and measurement; called when the panel closes."""
        self._timer.stop()
        self.record.blockSignals(True)
        self.record.setChecked(False)
        if self._recorder is not None:
            self._meter.listener = None
            self._recorder.close()
            self._recorder = None
        self._meter.stop()


def _has_data(found: LiveFigures) -> bool:
    return found.fps is not None or any(sensor.watts is not None for sensor in found.sensors)


def _scope_text(found: LiveFigures, scopes: tuple[Scope, ...]) -> tuple[str | None, str]:
    sensors = [sensor for sensor in found.sensors if sensor.info.scope in scopes]
    known = [sensor for sensor in sensors if sensor.watts is not None]
    if not known:
        return None, next((s.absent for s in sensors if s.absent), tr("no sensor"))
    watts = sum(sensor.watts or 0.0 for sensor in known)
    bound = sum(sensor.bound_w or 0.0 for sensor in known)
    return with_bound(watts, bound, "W"), "; ".join(sensor.info.note for sensor in known)


def _whole_text(found: LiveFigures) -> tuple[str | None, str]:
    value, caption = _scope_text(found, (Scope.BATTERY,))
    if value is not None:
        return value, caption
    both = total_watts((s.info.scope, s.watts) for s in found.sensors if s.watts is not None)
    if "cpu+gpu" in both:
        bound = sum(s.bound_w or 0.0 for s in found.sensors if s.info.scope is not Scope.BATTERY)
        return with_bound(both["cpu+gpu"], bound, "W"), scope_title("cpu+gpu")
    return None, caption


def _remarks(found: LiveFigures) -> str:
    """What was dropped, what stands still, and whether the window is long enough."""
    remarks = [remark for sensor in found.sensors for remark in _dropped(sensor)]
    relative = found.relative_bound
    if relative is not None and relative > ENOUGH:
        needed = max(
            seconds_needed(sensor.info, ENOUGH)
            for sensor in found.sensors
            if sensor.info.scope is found.energy_scope
        )
        remarks.append(
            tr("The error is {percent} %: {seconds} s are needed for 1 %.",
               percent=f"{100 * relative:.1f}", seconds=f"{needed:.0f}")
        )  # fmt: skip
    return "  ".join(remarks)


def _dropped(sensor: SensorFigure) -> list[str]:
    if not sensor.dropped:
        return []
    reasons = ", ".join(f"{count} × {explain(reason)}" for reason, count in sensor.dropped.items())
    return [tr("{sensor}: dropped {reasons}.", sensor=sensor.info.name, reasons=reasons)]
