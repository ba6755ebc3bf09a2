"""Makes results ready for the screen, and hands them over when they are due.

While a frame is upscaled on the engine's thread, the one before is made ready on this one, and
the one after is decoded (`read_ahead`): three frames are in work at a time, and none waits in a
queue.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .live_frames import LiveFrame, live_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from .live_clock import FrameClock
    from .live_difference import DifferenceView
    from .pipeline import Result


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A result, and how it is to be shown."""

    result: Result
    difference: DifferenceView | None
    source: int
    skipped: int
    follows: bool
    """Whether it follows the frame handed over before, and may be compared with it."""
    clock: FrameClock | None
    """Tells when it is due; None: at once."""


class HandOver:
    """Works on one result at a time. Its methods are the engine's, unless they say otherwise.

    ``deliver`` and ``failed`` are called on the thread of the hand-over.
    """

    def __init__(
        self, deliver: Callable[[LiveFrame], None], failed: Callable[[Exception], None]
    ) -> None:
        self._deliver = deliver
        self._failed = failed
        self._thread = ThreadPoolExecutor(1, "upscaler-ready")
        self._in_work: Future[None] | None = None
        self._hurry = threading.Event()
        self._before: LiveFrame | None = None

    def submit(self, finished: Finished) -> None:
        """Take the next result once the one before is handed over."""
        self.finish()
        self._in_work = self._thread.submit(self._make_ready, finished)

    def hurry(self) -> None:
        """Something new was asked for: let no frame wait for its time. From any thread."""
        self._hurry.set()

    @property
    def idle(self) -> bool:
        """Whether nothing is in work. From any thread."""
        in_work = self._in_work
        return in_work is None or in_work.done()

    def drain(self) -> None:
        """Return when nothing is in work; frames do not wait for their time meanwhile."""
        self._hurry.set()
        self.finish()
        self._hurry.clear()

    def close(self) -> None:
        self._hurry.set()
        self._thread.shutdown()

    def finish(self) -> None:
        """Return when what is in work was handed over, at its time."""
        in_work, self._in_work = self._in_work, None
        if in_work is not None:
            in_work.result()

    def _make_ready(self, finished: Finished) -> None:
        try:
            self._deliver(self._made_ready(finished))
        except Exception as error:  # a frame too large for the memory left, say
            self._failed(error)

    def _made_ready(self, finished: Finished) -> LiveFrame:
        before = self._before if finished.follows else None
        live = live_frame(finished.result, finished.difference, finished.skipped, before)
        self._before = live = replace(live, source=finished.source)
        due = live.time_s
        if finished.clock is not None and due is not None:
            self._wait_until(due, finished.clock)
        return live

    def _wait_until(self, due: float, clock: FrameClock) -> None:
        if not clock.running:
            clock.start_at(due)
            return
        if (left := clock.until(due)) > 0:
            self._hurry.wait(left)
