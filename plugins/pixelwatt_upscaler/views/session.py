"""The live engine and its judge as one object of Qt: what they say arrives as signals."""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pixelwatt_upscaler.core.live import LiveEngine
from pixelwatt_upscaler.core.live_judge import Judge
from pixelwatt_upscaler.core.live_orders import Setup

if TYPE_CHECKING:
    from pixelwatt.api import Problem
    from pixelwatt_upscaler.core.frames import SourceInfo
    from pixelwatt_upscaler.core.live_judge import Scores


LONGEST_STEP_S = 30.0
"""A frame of the largest network on a slow machine."""
JOIN_S = 2.0
"""A step that takes longer than this is left to end by itself; it touches nothing any more."""


class LiveSession(QObject):
    """Owns the engine's thread and the judge's. Signals are emitted on those threads, so Qt
    delivers them on the thread of whoever receives them.
    """

    frame_waiting = Signal()
    source_opened = Signal(object)
    source_failed = Signal(object)
    noticed = Signal(str)
    finished = Signal()
    scored = Signal(object)

    def __init__(self, setup: Setup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.engine = LiveEngine(self, setup)
        self.judge = Judge(self._deliver_scores)

    def close(self) -> None:
        """Stop both threads together; each ends after the step it is at."""
        self.engine.ask_to_stop()
        self.judge.ask_to_stop()
        for part in (self.engine, self.judge):
            if not part.stop(JOIN_S):
                # Python ends the whole program with an abort if it ends while a thread of ours
                # is inside a native library: its step is waited for then, not by the window.
                atexit.register(part.stop, LONGEST_STEP_S)

    # The engine's `Listener`, called on its thread.

    def frame_ready(self) -> None:
        self.frame_waiting.emit()

    def opened(self, info: SourceInfo) -> None:
        self.source_opened.emit(info)

    def failed(self, problem: Problem) -> None:
        self.source_failed.emit(problem)

    def notice(self, text: str) -> None:
        self.noticed.emit(text)

    def ended(self) -> None:
        self.finished.emit()

    def _deliver_scores(self, scores: Scores) -> None:
        self.scored.emit(scores)
