"""The engine of the live view: one thread that takes frames, upscales them and passes them on.

Orders come from any thread and replace each other; the newest frame waits in a mailbox of one.
Decoding, making ready and a GPU's second frame go on beside it (`read_ahead`, `live_handover`,
`live_work`). Nothing queues: a slow machine shows fewer frames, never older ones.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from time import perf_counter, perf_counter_ns
from typing import TYPE_CHECKING, Protocol

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .hardware import make_way
from .live_clock import FrameClock, LiveMeter
from .live_handover import Finished, HandOver
from .live_orders import Orders, Setup
from .live_work import LiveWork, done
from .pipeline import Pipeline
from .read_ahead import read_ahead

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from .frames import Frame, FrameSource, SourceInfo
    from .live_frames import LiveFrame
    from .pipeline import Result

NICE = 2
"""The engine gives way to the interface, but not so much that other programs take its place."""
CATCH_UP_S = 0.15
"""Late frames are decoded and passed over for this long at most; then the clip falls behind the
clock instead, because a machine that only decodes shows nothing at all."""


class Listener(Protocol):
    """Told of what happens, on the engine's thread: hand over and return at once."""

    def frame_ready(self) -> None:
        """A frame lies in the mailbox; called once until it is taken."""

    def opened(self, info: SourceInfo) -> None: ...
    def failed(self, problem: Problem) -> None:
        """A source could not be opened or broke; what was shown stays."""

    def notice(self, text: str) -> None:
        """Something fell back and the view goes on."""

    def ended(self) -> None:
        """The last frame was shown and the source does not loop."""


class LiveEngine:
    """Plays a source through a `Pipeline` on a thread of its own.

    Every public method may be called on any thread and returns at once, except `stop`.
    """

    def __init__(self, listener: Listener, setup: Setup | None = None) -> None:
        self.meter = LiveMeter()
        self.sources_opened = 0
        self._listener = listener
        self._changed = threading.Condition()
        self._orders = Orders()
        self._playing = False
        self._loop = True
        self._ended = False
        self._opening = False
        self._resting = False
        self._mailbox: LiveFrame | None = None
        self._clock = FrameClock()
        self._setup = setup or Setup()
        self._work = self._new_work()
        self._source: FrameSource | None = None
        self._frame: Frame | None = None
        self._result: Result | None = None
        self._skipped, self._shown_before = 0, False
        self._hand_over = HandOver(self._deliver, self._stopped_by, self._retry)
        self._thread = threading.Thread(target=self._run, name="upscaler-live", daemon=True)
        self._thread.start()

    # -- Orders ---------------------------------------------------------------------------

    def open(self, opener: Callable[[], FrameSource], *, play: bool = True) -> None:
        """Open a source on the engine's thread; only if that succeeds the old one closes."""
        with self._changed:
            self._orders.open, self._orders.play = opener, play
            self._orders.seek_s, self._orders.steps = None, 0
            self._notify()

    def configure(self, setup: Setup) -> None:
        with self._changed:
            self._orders.setup = setup
            self._notify()

    def play(self, playing: bool = True) -> None:
        """Play on, from the start if the end was reached; or pause."""
        with self._changed:
            if playing and self._ended and self._orders.seek_s is None:
                self._orders.seek_s = 0.0
            self._playing = playing
            self._changed.notify()

    def seek(self, seconds: float) -> None:
        with self._changed:
            self._orders.seek_s, self._orders.steps = max(seconds, 0.0), 0
            self._notify()

    def step(self, frames: int) -> None:
        """Pause and go on, or back, by whole frames."""
        with self._changed:
            self._playing = False
            self._orders.steps += frames
            self._notify()

    def set_loop(self, loop: bool) -> None:
        with self._changed:
            self._loop = loop

    def ask_to_stop(self) -> None:
        with self._changed:
            self._orders.stop = True
            self._notify()

    def _notify(self) -> None:
        self._changed.notify()
        self._hand_over.hurry()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """End the thread and close the source; true if it ended in time."""
        self.ask_to_stop()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # -- What the view asks -----------------------------------------------------------------

    @property
    def playing(self) -> bool:
        return self._playing

    @property
    def opening(self) -> bool:
        """Whether a source was asked for and has neither opened nor failed."""
        with self._changed:
            return self._opening or self._orders.open is not None

    @property
    def resting(self) -> bool:
        """Whether it is paused, with nothing in work or asked for: no further frame will come."""
        with self._changed:
            idle = self._resting and self._hand_over.idle
            return idle and not self._orders.any and not self._playing

    @property
    def frame_waits(self) -> bool:
        """Whether a frame lies in the mailbox."""
        return self._mailbox is not None

    @property
    def looping(self) -> bool:
        return self._loop

    def take(self) -> LiveFrame | None:
        """The newest frame nobody has taken yet."""
        with self._changed:
            frame, self._mailbox = self._mailbox, None
            return frame

    def presented(self, frame: LiveFrame) -> float | None:
        """Say that ``frame`` was painted just now; returns its latency in milliseconds."""
        captured = frame.result.frame.captured_ns
        latency = None if captured is None else (perf_counter_ns() - captured) / 1e6
        self.meter.presented(latency)
        return latency

    # -- The thread -------------------------------------------------------------------------

    def _run(self) -> None:
        make_way(NICE)
        try:
            while (orders := self._next_orders()) is not None:
                try:
                    self._obey(orders)
                except Problem as problem:
                    self._give_up(problem)
                except Exception as error:  # a codec or runtime may raise anything
                    self._stopped_by(error)
        finally:
            self._hand_over.close()
            self._work.close()
            self._close_source()

    def _next_orders(self) -> Orders | None:
        """Wait until there is something to do; None means stop."""
        with self._changed:
            while not self._orders.any and not (self._playing and self._source is not None):
                self._clock = FrameClock()
                self._resting = True
                self._changed.wait()
            self._resting = False
            orders, self._orders = self._orders, Orders()
            self._opening = orders.open is not None
            return None if orders.stop else orders

    def _obey(self, orders: Orders) -> None:
        if orders.any:
            self._hand_over.drain()
        redo = False
        if orders.setup is not None and orders.setup != self._setup:
            self._change_setup(orders.setup)
            redo = True
        if orders.open is not None:
            self._open(orders.open, orders.play)
        if self._source is None:
            return
        if orders.retry is not None and not redo and orders.open is None:
            failed, error = orders.retry
            self._hand(failed, done(self._work.recover(failed, error)))
        if orders.seek_s is not None:
            self._source.seek(orders.seek_s)
            self._ended = False
            self._clock = FrameClock()
        elif orders.steps < 0:
            self._step_back(-orders.steps)
        wants_frame = (
            self._playing or self._frame is None or orders.steps > 0 or orders.seek_s is not None
        )
        frame = self._frame
        if redo and not self._playing and frame is not None:
            self._show(frame, again=True)
        elif wants_frame or orders.steps < 0:
            frame = self._read(max(orders.steps, 1))
            if frame is not None:
                self._show(frame)

    def _open(self, opener: Callable[[], FrameSource], play: bool) -> None:
        try:
            source = read_ahead(opener())
        except Problem as problem:
            self._opening = False
            self._listener.failed(problem)
            return
        self._close_source()
        self._source, self._frame, self._result, self._skipped = source, None, None, 0
        self._shown_before = False
        with self._changed:
            self._playing = play and not source.info.still
            self._ended = False
            self._mailbox = None
        self._clock = FrameClock()
        self.meter.reset()
        self.sources_opened += 1
        self._opening = False
        self._listener.opened(source.info)

    def _change_setup(self, setup: Setup) -> None:
        same_work = replace(setup, difference=None) == replace(self._setup, difference=None)
        self._setup = setup
        if not same_work:
            self._work.close()
            self._work = self._new_work()
            self._result = None
            self.meter.reset()
            self._clock = FrameClock()

    def _new_work(self) -> LiveWork:
        request, provider = self._setup.request, self._setup.provider
        return LiveWork(
            self._setup.methods,
            lambda methods, notice: Pipeline(request, methods, provider, notice),
            self._tell,
        )

    def _tell(self, text: str) -> None:
        """Pass on a notice, unless whoever listened has gone while a long step went on."""
        if not self._orders.stop:
            self._listener.notice(text)

    def _step_back(self, frames: int) -> None:
        if self._frame is None or self._frame.timestamp_s is None or self._source is None:
            return
        rate = self._source.info.frame_rate or 25.0
        # Half a frame early lands inside the wanted frame whatever the rounding.
        self._source.seek(max(self._frame.timestamp_s - (frames - 0.5) / rate, 0.0))

    def _read(self, count: int) -> Frame | None:
        """The next frame that is not late, or the ``count``-th next while paused."""
        assert self._source is not None
        chase_until = perf_counter() + CATCH_UP_S
        while (frame := self._source.read()) is not None:
            if not self._playing:
                count -= 1
                if count <= 0:
                    break
                continue
            if not self._late(frame):
                break
            if perf_counter() > chase_until:
                self._clock = FrameClock()
                break
            self._skipped += 1
            self.meter.skipped(1)
        else:
            return self._at_end()
        self._frame = frame
        return frame

    def _late(self, frame: Frame) -> bool:
        if frame.timestamp_s is None or self._source is None or self._source.info.live:
            return False
        rate = self._source.info.frame_rate or 25.0
        return self._clock.until(frame.timestamp_s) < -(frame.duration_s or 1 / rate)

    def _at_end(self) -> Frame | None:
        assert self._source is not None
        self._clock = FrameClock()
        if self._source.info.still or not self._loop or not self._source.info.seekable:
            self._hand_over.finish()
            with self._changed:
                self._playing = False
                self._ended = not self._source.info.still
            self._listener.ended()
            return None
        self._source.seek(0.0)
        self._frame = self._source.read()
        return self._frame

    def _show(self, frame: Frame, *, again: bool = False) -> None:
        if again and self._result is not None:
            self._hand(frame, done(self._result), again=True)
            return
        future = self._work.submit(frame)
        error = future.exception() if future.done() else None
        if isinstance(error, Exception):
            future = done(self._work.recover(frame, error))
        future.add_done_callback(self._count_work)
        self._hand(frame, future, again=again)

    def _hand(self, frame: Frame, result: Future[Result], *, again: bool = False) -> None:
        # What comes live is due when it comes: the wait for the first frame's model, kept as a
        # distance from its timestamps, would be added to the latency of every later one.
        live = self._source is not None and self._source.info.live
        timed = self._playing and frame.timestamp_s is not None and not live
        self._hand_over.submit(
            Finished(
                frame,
                result,
                self._setup.difference,
                self.sources_opened,
                self._skipped,
                follows=self._shown_before and not again,
                clock=self._clock if timed else None,
            ),
            self._work.in_flight,
        )
        self._skipped, self._shown_before = 0, True

    def _count_work(self, future: Future[Result]) -> None:
        if future.exception() is None:
            for output in future.result().outputs:
                self.meter.computed(output.method, output.upscale_ms)

    def _deliver(self, frame: LiveFrame) -> None:
        """Put a frame into the mailbox; on the thread of the hand-over."""
        with self._changed:
            announce = self._mailbox is None and not self._orders.stop
            self._mailbox, self._result = frame, frame.result
        if announce:
            self._listener.frame_ready()

    def _retry(self, frame: Frame, error: Exception) -> None:
        """A frame failed while the next was in work; on the thread of the hand-over."""
        with self._changed:
            self._orders.retry = (frame, error)
            self._changed.notify()

    def _stopped_by(self, error: Exception) -> None:
        self._give_up(
            Problem(
                tr("The live view stopped: {error}.", error=error),
                tr("Open the source again, or choose another method."),
            )
        )

    def _give_up(self, problem: Problem) -> None:
        with self._changed:
            self._playing = self._opening = False
        self._clock = FrameClock()
        if not self._orders.stop:
            self._listener.failed(problem)

    def _close_source(self) -> None:
        if self._source is not None:
            self._source.close()
            self._source = None
