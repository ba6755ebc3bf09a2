"""Scores what is shown, on a thread of its own and never at the cost of the picture.

One frame is scored at a time; while that lasts, only the newest one waits. While playing, the
judge rests four times as long as it worked, so that it takes a fifth of one core at most.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

import cv2

from .live_difference import flip_region
from .live_frames import ORIGINAL, LiveFrame, made_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .frames import Rgb

REST = 4.0


@dataclass(frozen=True, slots=True)
class Score:
    """Fidelity of one picture to the original, over R, G and B with no border left out."""

    psnr_db: float
    """Infinite for identical pictures."""
    ssim: float | None
    """None if the picture is smaller than the metric's window."""
    ms_ssim: float | None = None
    """None while playing, because it takes long, and for small pictures."""
    flip: float | None = None
    """Mean over `live_difference.flip_region`; None while playing."""


def fidelity(original: Rgb, test: Rgb, thorough: bool) -> Score:
    """Definitions are in `metrics`; ``thorough`` adds what takes long."""
    from .flip import flip
    from .metrics import ms_ssim, psnr, ssim

    quick = Score(psnr(original, test), ssim(original, test))
    if not thorough:
        return quick
    region = flip_region(*original.shape[:2])
    return replace(
        quick, ms_ssim=ms_ssim(original, test), flip=flip(original[region], test[region])
    )


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores of one frame by method."""

    frame: LiveFrame
    by_method: Mapping[str, Score]


class Judge:
    """Scores the newest submitted frame. ``deliver`` is called on the judge's thread."""

    def __init__(
        self, score: Callable[[Rgb, Rgb, bool], Score], deliver: Callable[[Scores], None]
    ) -> None:
        self._score = score
        self._deliver = deliver
        self._changed = threading.Condition()
        self._waiting: LiveFrame | None = None
        self._restful = True
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="upscaler-judge", daemon=True)
        self._thread.start()

    def submit(self, frame: LiveFrame, *, restful: bool) -> None:
        """Score ``frame`` next; ``restful`` while more frames are coming."""
        if ORIGINAL not in frame.pixels:
            return
        with self._changed:
            self._waiting, self._restful = frame, restful
            self._changed.notify()

    def stop(self, timeout_s: float = 5.0) -> bool:
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (frame := self._next()) is not None:
            started = perf_counter()
            original = frame.pixels[ORIGINAL]
            by_method: dict[str, Score] = {}
            for output in frame.result.outputs:
                if self._stopping:
                    return
                test = frame.pixels[output.method]
                try:
                    by_method[output.method] = self._score(original, test, not self._restful)
                except (MemoryError, cv2.error):
                    # Too large to be judged: its score stays unknown, the picture stays on screen.
                    continue
            self._deliver(Scores(frame, by_method))
            self._rest(REST * (perf_counter() - started), frame)

    def _next(self) -> LiveFrame | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting is not None or self._stopping)
            frame, self._waiting = self._waiting, None
            return None if self._stopping else frame

    def _rest(self, seconds: float, judged: LiveFrame) -> None:
        """Rest, unless what is shown is made in another way by now or has come to a stop."""
        until = perf_counter() + seconds
        with self._changed:
            while not self._stopping and (
                self._waiting is None or (self._restful and made_alike(self._waiting, judged))
            ):
                left = until - perf_counter()
                if left <= 0 or not self._changed.wait(left):
                    return
