"""Upscales frames in their order, two at a time where the hardware can.

A GPU takes the next picture in and gives the last one back while it computes. For that each of two
frames in work has a pipeline of its own, with buffers of its own, over sessions that both share.
On the CPU a second frame would only take the cores from the first.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from .live_fallback import working_methods

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Frame
    from .methods import Notice
    from .pipeline import Pipeline, Result

IN_FLIGHT = 2
"""Frames in work where copies and computation overlap; a third would only be later."""


class LiveWork:
    """Used by one thread, the engine's. ``tell`` may be called on others."""

    def __init__(
        self,
        methods: tuple[str, ...],
        new_pipeline: Callable[[tuple[str, ...], Notice], Pipeline],
        tell: Notice,
    ) -> None:
        self._new_pipeline = new_pipeline
        self._tell = tell
        self._told: set[str] = set()
        self._pipelines = [new_pipeline(methods, self._tell_once)]
        self._in_work: list[Future[Result] | None] = [None] * IN_FLIGHT
        self._pool: ThreadPoolExecutor | None = None
        self._count = 0
        self.in_flight = 1
        """How many frames are worked on at a time; known after the first."""

    def submit(self, frame: Frame) -> Future[Result]:
        """Upscale a frame; returns at once only while there is room for a further one."""
        if self.in_flight == 1:
            self.finish()
            return self._now(frame)
        slot = self._count % IN_FLIGHT
        self._count += 1
        self._wait_for(self._in_work[slot])
        future = self._threads().submit(self._pipeline(slot).process, frame)
        future.add_done_callback(self._learn)
        self._in_work[slot] = future
        return future

    def recover(self, frame: Frame, error: Exception) -> Result:
        """Go on without the methods that fail on ``frame``; raises ``error`` if none does alone."""
        self.finish()
        methods = self._pipelines[0].methods
        kept = working_methods(
            methods, frame, lambda alone: self._new_pipeline(alone, self._tell_once), self._tell
        )
        if kept == methods:
            raise error
        self._close_pipelines()
        self._pipelines = [self._new_pipeline(kept, self._tell_once)]
        self.in_flight = 1
        return self._pipelines[0].process(frame)

    def finish(self) -> None:
        """Return when nothing is in work."""
        for future in self._in_work:
            self._wait_for(future)
        self._in_work = [None] * IN_FLIGHT

    def close(self) -> None:
        self.finish()
        if self._pool is not None:
            self._pool.shutdown()
        self._close_pipelines()

    def _now(self, frame: Frame) -> Future[Result]:
        future: Future[Result] = Future()
        try:
            future.set_result(self._pipelines[0].process(frame))
        except Exception as error:  # whatever a runtime raises; the engine looks at it
            future.set_exception(error)
        self._learn(future)
        return future

    def _learn(self, future: Future[Result]) -> None:
        """See from where a frame was really made whether a second one can be in work beside it."""
        if future.exception() is None:
            self.in_flight = IN_FLIGHT if overlaps(future.result()) else 1

    def _pipeline(self, slot: int) -> Pipeline:
        while len(self._pipelines) <= slot:
            methods = self._pipelines[0].methods
            self._pipelines.append(self._new_pipeline(methods, self._tell_once))
        return self._pipelines[slot]

    def _threads(self) -> ThreadPoolExecutor:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(IN_FLIGHT, "upscaler-frame")
        return self._pool

    def _close_pipelines(self) -> None:
        for pipeline in self._pipelines:
            pipeline.close()

    def _tell_once(self, text: str) -> None:
        # Both pipelines meet the same limits, one after the other.
        if text not in self._told:
            self._told.add(text)
            self._tell(text)

    @staticmethod
    def _wait_for(future: Future[Result] | None) -> None:
        if future is not None:
            wait([future])


def overlaps(result: Result) -> bool:
    """Whether copying and computing went on side by side, and no network ran on the CPU."""
    placements = [output.placement for output in result.outputs]
    return any(each.overlaps for each in placements) and not any(
        each.nodes and not each.overlaps for each in placements
    )


def done(result: Result) -> Future[Result]:
    """A result that is there already, where one in work could be."""
    future: Future[Result] = Future()
    future.set_result(result)
    return future
