"""Scores what is shown, on a thread of its own and never at the cost of the picture.

One frame is scored at a time, quick metrics first; while that lasts, only the newest frame
waits. While playing, the judge rests four times as long as it worked, so that it takes a fifth
of one core at most.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

import cv2

from .hardware import make_way
from .live_difference import flip_region
from .live_frames import ORIGINAL, LiveFrame, made_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .frames import Rgb

    Stage = Callable[[Rgb, Rgb, "Score | None"], "Score"]

REST = 4.0
NICE = 5
"""Scores wait for pictures, never the other way round."""


@dataclass(frozen=True, slots=True)
class Score:
    """Fidelity of one picture to the original, over R, G and B with no border left out."""

    psnr_db: float
    """Infinite for identical pictures."""
    ssim: float | None = None
    """None until it is known, and if the picture is smaller than the metric's window."""
    ms_ssim: float | None = None
    """None while playing, because it takes long, and for small pictures."""
    flip: float | None = None
    """Mean over `live_difference.flip_region`; None while playing."""


def at_once(original: Rgb, test: Rgb, _so_far: Score | None) -> Score:
    """Some milliseconds for a full HD picture; definitions, here and below, in `metrics`."""
    from .metrics import psnr

    return Score(psnr(original, test))


def soon(original: Rgb, test: Rgb, so_far: Score | None) -> Score:
    """About a second for a full HD picture."""
    from .metrics import ssim

    return replace(so_far or at_once(original, test, None), ssim=ssim(original, test))


def at_rest(original: Rgb, test: Rgb, so_far: Score | None) -> Score:
    """Some seconds: for a frame that stays."""
    from .flip import flip
    from .metrics import ms_ssim

    region = flip_region(*original.shape[:2])
    return replace(
        so_far or at_once(original, test, None),
        ms_ssim=ms_ssim(original, test),
        flip=flip(original[region], test[region]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores of one frame by method."""

    frame: LiveFrame
    by_method: Mapping[str, Score]
    final: bool = False
    """Whether nothing more will be computed of this frame."""

    @property
    def quick(self) -> bool:
        """Whether PSNR and SSIM are known, or will not be."""
        return self.final or all(score.ssim is not None for score in self.by_method.values())


class Judge:
    """Scores the newest submitted frame. ``deliver`` is called on the judge's thread."""

    def __init__(self, deliver: Callable[[Scores], None]) -> None:
        self._deliver = deliver
        self._changed = threading.Condition()
        self._waiting: LiveFrame | None = None
        self._restful = True
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="upscaler-judge", daemon=True)
        self._thread.start()

    def submit(self, frame: LiveFrame, *, restful: bool) -> None:
        """Score ``frame`` next; ``restful`` while more frames are coming."""
        if ORIGINAL not in frame.pixels:
            return
        with self._changed:
            self._waiting, self._restful = frame, restful
            self._changed.notify()

    def ask_to_stop(self) -> None:
        with self._changed:
            self._stopping.set()
            self._changed.notify()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """End the thread; true if it ended in time."""
        self.ask_to_stop()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        make_way(NICE)
        while (frame := self._next()) is not None:
            started = perf_counter()
            scores: Mapping[str, Score] = {}
            stages = (at_once, soon) if self._restful else (at_once, soon, at_rest)
            for stage in stages:
                if self._stopping.is_set() or self._overtaken(frame):
                    break
                scores = _scored(frame, stage, scores)
                if self._stopping.is_set():
                    return
                self._deliver(Scores(frame, scores, final=stage is stages[-1]))
            self._rest(REST * (perf_counter() - started), frame)

    def _overtaken(self, frame: LiveFrame) -> bool:
        """Whether what is shown by now is made in another way, so that this says nothing."""
        waiting = self._waiting
        return waiting is not None and not made_alike(waiting, frame)

    def _next(self) -> LiveFrame | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting is not None or self._stopping.is_set())
            frame, self._waiting = self._waiting, None
            return None if self._stopping.is_set() else frame

    def _rest(self, seconds: float, judged: LiveFrame) -> None:
        """Rest, unless what is shown is made in another way by now or has come to a stop."""
        until = perf_counter() + seconds
        with self._changed:
            while not self._stopping.is_set() and (
                self._waiting is None or (self._restful and made_alike(self._waiting, judged))
            ):
                left = until - perf_counter()
                if left <= 0 or not self._changed.wait(left):
                    return


def _scored(frame: LiveFrame, stage: Stage, so_far: Mapping[str, Score]) -> Mapping[str, Score]:
    """The next stage for every method; one that cannot be judged keeps what is known of it."""
    original = frame.pixels[ORIGINAL]
    result = dict(so_far)
    for output in frame.result.outputs:
        known = so_far.get(output.method)
        try:
            result[output.method] = stage(original, frame.pixels[output.method], known)
        except (MemoryError, cv2.error):
            continue
    return result
