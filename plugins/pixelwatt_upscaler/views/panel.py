"""The upscaler's panel: pictures, one row of controls, the heads-up line and the play bar."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pixelwatt.api import Level, Problem
from pixelwatt_upscaler.core.frames import SourceInfo
from pixelwatt_upscaler.core.live_auto import AutomaticOutput
from pixelwatt_upscaler.core.live_frames import made_alike
from pixelwatt_upscaler.preferences import UpscalerPreferences
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views import models, sources
from pixelwatt_upscaler.views.blind_bar import BlindBar
from pixelwatt_upscaler.views.canvas import Canvas
from pixelwatt_upscaler.views.choices import chosen_methods, known_methods, setup_for
from pixelwatt_upscaler.views.controls import Controls
from pixelwatt_upscaler.views.drawing import Drawer
from pixelwatt_upscaler.views.heads_up import HeadsUp
from pixelwatt_upscaler.views.keys import handle_key
from pixelwatt_upscaler.views.layers import Mode
from pixelwatt_upscaler.views.measures import Measures, speed_of
from pixelwatt_upscaler.views.play_bar import PlayBar
from pixelwatt_upscaler.views.readings import (
    difference_view,
    judged,
    layers_of,
    readings_of,
)
from pixelwatt_upscaler.views.scoreboard import Scoreboard
from pixelwatt_upscaler.views.session import LiveSession

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QHideEvent,
        QKeyEvent,
        QShowEvent,
    )

    from pixelwatt.api import Context, Theme
    from pixelwatt_upscaler.core.frames import FrameSource
    from pixelwatt_upscaler.core.live_frames import LiveFrame
    from pixelwatt_upscaler.core.live_judge import Scores

READINGS_EVERY_MS = 250


class UpscalerPanel(QWidget):
    """Opens on the demo clip, playing. Everything slow happens in its `LiveSession`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.preferences = context.settings.get(UpscalerPreferences)
        self.automatic = AutomaticOutput()
        self.info: SourceInfo | None = None
        self.frame: LiveFrame | None = None
        self.scores: Scores | None = None
        self.path: Path | None = None
        """The file that is shown, where it is one."""
        self._opened: Path | None = None
        self._settled = 0
        """The number of the source whose picture is on screen, or which failed."""
        self._sources_shown = 0
        self._unpainted: LiveFrame | None = None
        self._paused_by_hiding = False
        self._revision = 0
        known_methods.cache_clear()
        self._build(context.theme)
        self.session = LiveSession(setup_for(self.preferences, None), self)
        self.measures = Measures(context, lambda: speed_of(self))
        self._connect()
        self._show_preferences()
        sources.open_first(self)

    # -- For the shell and for commands -----------------------------------------------------

    def content_ready(self) -> bool:
        """True once an upscaled frame is on screen and the line under it says how it was made."""
        engine = self.session.engine
        opened = engine.sources_opened
        asked_for = not engine.opening and opened == self._sources_shown == self._settled
        if not asked_for or self.frame is None or not self.heads_up.readings:
            return False
        moving = self.session.engine.playing
        measured = self.session.engine.meter.statistics().presented_fps is not None
        complete = judged(self.frame, self.scores) and (measured or not moving)
        if complete:
            # The line is written a few times a second only; what is looked at must be current.
            self._show_readings()
        return complete

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open the first of some pictures or videos."""
        if paths:
            self.open(sources.file_opener(paths[0]), paths[0].name, paths[0])

    def open(self, opener: Callable[[], FrameSource], title: str, path: Path | None = None) -> None:
        """Open a source; until it is there, and if it cannot be, what is shown stays."""
        self.controls.source.setToolTip(tr("Opening {title}", title=title))

        def open_it() -> FrameSource:
            # On the engine's thread: this path is that of the source announced last.
            source = opener()
            self._opened = path
            return source

        self.session.engine.open(open_it)

    def add_method(self, method_id: str) -> None:
        """Run a further method beside the chosen ones; it may be new to the program."""
        known_methods.cache_clear()
        chosen = dict.fromkeys((*chosen_methods(self.preferences), method_id))
        self.change(methods=",".join(chosen))

    def remake(self) -> None:
        """Make everything anew, because what is known of a model has changed."""
        self._revision += 1
        self.automatic.restart()
        self._forget_scores()
        self._reconfigure()

    def change(self, **fields: object) -> None:
        """Change and remember preferences by their names."""
        self.context.settings.put(dataclasses.replace(self.preferences, **fields))  # type: ignore[arg-type]

    def toggle_play(self) -> None:
        self.session.engine.play(not self.session.engine.playing)
        self._show_playing()

    def step(self, frames: int) -> None:
        self.session.engine.step(frames)
        self._show_playing()

    def seek_by(self, seconds: float) -> None:
        if self.frame is not None and self.frame.time_s is not None:
            self.session.engine.seek(self.frame.time_s + seconds)

    # -- Building ---------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.controls = Controls(theme)
        self.canvas = Canvas(theme)
        self.heads_up = HeadsUp(theme)
        self.play_bar = PlayBar(theme)
        self.scoreboard = Scoreboard(theme)
        self.blind_bar = BlindBar(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.controls)
        layout.addWidget(self.blind_bar)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.scoreboard)
        layout.addWidget(self.heads_up)
        layout.addWidget(self.play_bar)
        self.controls.set_source_menu(sources.source_menu(self))
        self.setAcceptDrops(True)
        self.setFocusProxy(self.canvas)
        self.canvas.setFocus()
        self._readings_timer = QTimer(self)
        self._readings_timer.setInterval(READINGS_EVERY_MS)

    def _connect(self) -> None:
        session, queued = self.session, Qt.ConnectionType.QueuedConnection
        session.frame_waiting.connect(self._take_frame, queued)
        session.source_opened.connect(self._show_source, queued)
        session.source_failed.connect(self._show_failure, queued)
        session.noticed.connect(self._show_notice, queued)
        session.finished.connect(self._show_playing, queued)
        session.scored.connect(self._take_scores, queued)
        self.controls.changed.connect(lambda fields: self.change(**fields))
        self.controls.model_asked.connect(lambda: models.choose_model(self))
        self.controls.about_model_asked.connect(lambda name: models.show_model(self, name))
        self.controls.inspecting.connect(self.canvas.set_inspecting)
        self.controls.fit_asked.connect(self.canvas.fit)
        self.controls.zoom_asked.connect(lambda zoom: self.canvas.zoom_to(zoom))
        self.canvas.viewport_changed.connect(self._show_zoom)
        self.canvas.painted.connect(self._count_painted)
        self.canvas.drawing.changed.connect(self.context.notify)
        self.play_bar.play_toggled.connect(self.toggle_play)
        self.play_bar.stepped.connect(self.step)
        self.play_bar.sought.connect(session.engine.seek)
        self.scoreboard.curve.sought.connect(session.engine.seek)
        self.play_bar.loop_changed.connect(lambda loop: self.change(loop=loop))
        self._readings_timer.timeout.connect(self._show_readings)
        self._unsubscribe = [
            self.context.settings.subscribe(UpscalerPreferences, self._preferences_changed),
            self.context.subscribe_theme(self._retheme),
            self.measures.close,
        ]

    # -- What the session says --------------------------------------------------------------

    @Slot()
    def _take_frame(self) -> None:
        frame = self.session.engine.take()
        if frame is None:
            return
        before, self.frame = self.frame, frame
        self._unpainted = frame
        if before is not None and not (before.source == frame.source and made_alike(before, frame)):
            # Scores of what was shown before may have come since it was told to go.
            self._forget_scores()
        self._show_layers()
        self.session.judge.submit(frame, restful=self.session.engine.playing)
        self.play_bar.show_time(frame.time_s)
        if self._adapts() and self.automatic.observe(
            sum(output.upscale_ms for output in frame.result.outputs),
            self.info.frame_rate if self.info else None,
        ):
            self._reconfigure()

    @Slot(object)
    def _show_source(self, info: SourceInfo) -> None:
        self.info, self.path = info, self._opened
        self._sources_shown += 1
        self._forget_scores()
        self.automatic.restart()
        self._reconfigure()
        self.controls.show_source(info.title)
        self.play_bar.show_source(info)
        self._show_playing()
        if self.frame is None:
            self.canvas.show_hint(tr("Preparing {title}…", title=info.title))
        for note in info.notes:
            self.context.notify(f"{info.title}: {note}")

    @Slot(object)
    def _show_failure(self, problem: Problem) -> None:
        self._settled = self.session.engine.sources_opened
        self.context.notify(problem.what, level=Level.ERROR, detail=problem.remedy)
        self.controls.show_source(self.info.title if self.info else tr("Source"))
        self._show_playing()

    @Slot(str)
    def _show_notice(self, text: str) -> None:
        self.context.notify(text, level=Level.WARNING)

    @Slot(object)
    def _take_scores(self, scores: Scores) -> None:
        shown, judged_frame = self.frame, scores.frame
        if shown is None or shown.source != judged_frame.source:
            return
        if made_alike(judged_frame, shown):
            self.scores = scores
            self.scoreboard.history.add(scores)
            if not self.session.engine.playing:
                self._show_layers()

    @Slot()
    def _count_painted(self) -> None:
        frame, self._unpainted = self._unpainted, None
        if frame is None or self.info is None:
            return
        latency = self.session.engine.presented(frame)
        self._settled = frame.source
        self.measures.publish(frame, self.info, latency)

    # -- Showing ----------------------------------------------------------------------------

    def _show_layers(self) -> None:
        if self.frame is None:
            return
        layers = layers_of(self.frame, self.preferences, self.context.theme, self.scores)
        self.canvas.show_layers(layers, self.frame.result.plan.output)
        showing_maps = self.preferences.mode == Mode.DIFFERENCE and bool(self.frame.differences)
        self.canvas.set_scale_bar(difference_view(self.preferences) if showing_maps else None)

    @Slot()
    def _show_readings(self) -> None:
        if self.frame is None or self.info is None:
            return
        self.heads_up.show_readings(
            readings_of(
                self.frame,
                self.info,
                self.session.engine.meter.statistics(),
                self.scores,
                self.preferences,
                self.context.theme,
                reduced=self.automatic.reduced and self._adapts(),
            )
        )
        if self.scoreboard.isVisible():
            self.scoreboard.show_scores(
                self.frame,
                self.info,
                self.session.engine.meter.statistics(),
                self.scores,
                self.measures.watts(),
                self.context.theme,
            )

    @Slot()
    def _show_playing(self) -> None:
        playing = self.session.engine.playing
        self.play_bar.show_playing(playing)
        if not playing and self.frame is not None:
            # The frame that stays deserves the metrics that take long.
            self.session.judge.submit(self.frame, restful=False)

    @Slot()
    def _show_zoom(self) -> None:
        self.controls.show_zoom(self.canvas.scale, fitted=self.canvas.viewport.zoom is None)

    def _show_preferences(self) -> None:
        self.controls.show_preferences(self.preferences)
        self.controls.show_methods(
            tuple(known_methods().values()), chosen_methods(self.preferences), self.preferences
        )
        self.scoreboard.setVisible(self.preferences.show_scores)
        self.play_bar.show_loop(self.preferences.loop)
        self.session.engine.set_loop(self.preferences.loop)
        self.canvas.set_smooth(self.preferences.smooth)
        self.canvas.drawing.choose(Drawer(self.preferences.drawing))
        self.canvas.flicker.set_rate(self.preferences.flicker_hz)
        if self.canvas.mode != self.preferences.mode:
            self.canvas.set_mode(Mode(self.preferences.mode))

    def _preferences_changed(self, preferences: UpscalerPreferences) -> None:
        work = ("preset", "taken_down", "methods", "output", "provider")
        if any(getattr(preferences, f) != getattr(self.preferences, f) for f in work):
            self.automatic.restart()
            self._forget_scores()
        self.preferences = preferences
        self._show_preferences()
        self._reconfigure()
        self._show_layers()

    def _forget_scores(self) -> None:
        self.scores = None
        self.scoreboard.history.clear()

    def _adapts(self) -> bool:
        """Whether the output may become smaller; a source upscaled as it is has no smaller one."""
        left_to_us = self.preferences.output == "auto" and self.preferences.taken_down != "none"
        return left_to_us and bool(self.info and not self.info.still)

    def _reconfigure(self) -> None:
        source = self.info.size if self.info else None
        reduced = self.automatic.reduced and self._adapts()
        automatic = self.automatic.size(source) if source and reduced else None
        setup = setup_for(self.preferences, automatic, self._revision)
        self.session.engine.configure(setup)
        if source is not None:
            self.controls.show_sizes(source, setup.request, self.automatic.size(source))

    def _retheme(self, theme: Theme) -> None:
        parts = (self.controls, self.canvas, self.scoreboard, self.heads_up, self.play_bar)
        for part in parts:
            part.set_theme(theme)
        self._show_layers()
        self._show_readings()

    # -- Events -----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self._readings_timer.start()
        if self._paused_by_hiding:
            self._paused_by_hiding = False
            self.session.engine.play()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._readings_timer.stop()
        if self.session.engine.playing:
            self._paused_by_hiding = True
            self.session.engine.play(False)
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._unsubscribe = []
        self.session.close()
        self.canvas.drawing.close()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.blind_bar.handle_key(event.key()) and not handle_key(self, event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sources.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if sources.take(self, event.mimeData()):
            event.acceptProposedAction()
