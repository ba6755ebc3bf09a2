"""Makes results ready for the screen, and hands them over when they are due.

While a frame is upscaled, the one before is made ready on this thread, and the one after is decoded
(`read_ahead`): three frames are in work at a time, four where a GPU works on two (`live_work`), and
none waits in a queue.
"""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .live_frames import LiveFrame, live_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Frame
    from .live_clock import FrameClock
    from .live_difference import DifferenceView
    from .pipeline import Result


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A result, and how it is to be shown."""

    frame: Frame
    result: Future[Result]
    """May be in work still."""
    difference: DifferenceView | None
    source: int
    skipped: int
    follows: bool
    """Whether it follows the frame handed over before, and may be compared with it."""
    clock: FrameClock | None
    """Tells when it is due; None: at once."""


class HandOver:
    """Works on one result at a time. Its methods are the engine's, unless they say otherwise.

    ``deliver``, ``failed`` (a result could not be made ready) and ``retry`` (a frame could not be
    upscaled) are called on the thread of the hand-over.
    """

    def __init__(
        self,
        deliver: Callable[[LiveFrame], None],
        failed: Callable[[Exception], None],
        retry: Callable[[Frame, Exception], None],
    ) -> None:
        self._deliver = deliver
        self._failed = failed
        self._retry = retry
        self._thread = ThreadPoolExecutor(1, "upscaler-ready")
        self._in_work: deque[Future[None]] = deque()
        self._hurry = threading.Event()
        self._before: LiveFrame | None = None

    def submit(self, finished: Finished, in_flight: int = 1) -> None:
        """Take the next result once no more than ``in_flight`` are on their way with it."""
        while len(self._in_work) >= in_flight:
            self._in_work.popleft().result()
        self._in_work.append(self._thread.submit(self._make_ready, finished))

    def hurry(self) -> None:
        """Something new was asked for: let no frame wait for its time. From any thread."""
        self._hurry.set()

    @property
    def idle(self) -> bool:
        """Whether nothing is in work. From any thread."""
        return all(each.done() for each in tuple(self._in_work))

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
        while self._in_work:
            self._in_work.popleft().result()

    def _make_ready(self, finished: Finished) -> None:
        try:
            result = finished.result.result()
        except Exception as error:  # whatever a runtime raises
            self._retry(finished.frame, error)
            return
        try:
            self._deliver(self._made_ready(result, finished))
        except Exception as error:  # a frame too large for the memory left, say
            self._failed(error)

    def _made_ready(self, result: Result, finished: Finished) -> LiveFrame:
        before = self._before if finished.follows else None
        live = live_frame(result, finished.difference, finished.skipped, before)
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
