"""The live engine driven for benchmarks: frames are taken as soon as they are there."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pixelwatt.api import Problem
    from pixelwatt_upscaler.core.frames import FrameSource, SourceInfo


class LiveLoop:
    """The engine as the panel runs it; a frame is taken as soon as it is announced."""

    def __init__(self, opener: Callable[[], FrameSource], method: str) -> None:
        from pixelwatt_upscaler.core.live import LiveEngine
        from pixelwatt_upscaler.core.live_orders import Setup
        from pixelwatt_upscaler.core.pipeline import Request

        self._ready = threading.Event()
        self._engine = LiveEngine(self, Setup(Request(Fraction(2)), (method,), "cpu"))
        self._engine.open(opener, play=False)

    def __call__(self, frames: int) -> None:
        for _ in range(frames):
            while self._engine.take() is None:
                self._ready.wait()
                self._ready.clear()

    def play(self) -> None:
        self._engine.play(True)

    def pause(self) -> None:
        self._engine.play(False)
        while not self._engine.resting:
            time.sleep(0.05)
        self._engine.take()
        self._ready.clear()

    def close(self) -> None:
        self._engine.stop()

    def frame_ready(self) -> None:
        self._ready.set()

    def opened(self, _info: SourceInfo) -> None:
        """Nothing waits for this."""

    def failed(self, problem: Problem) -> None:
        raise problem

    def notice(self, text: str) -> None:
        print(text, file=sys.stderr)

    def ended(self) -> None:
        """It never ends."""
