"""Work off the UI thread, with progress, cancel and delivery on the UI thread."""

from __future__ import annotations

import itertools
import logging
import os
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from pixelwatt import api

T = TypeVar("T")
_log = logging.getLogger(__name__)

PROGRESS_INTERVAL_S = 0.1
"""Work may report as often as it likes; the UI hears of it ten times a second."""


class RunningJob(QObject):
    """One job: implements `api.Job`, and for its work `api.Progress`."""

    progressed = Signal()
    """``fraction``, ``text`` or ``state`` changed. Emitted on any thread."""

    def __init__(self, number: int, title: str, quiet: bool) -> None:
        super().__init__()
        self.number = number
        self.title = title
        self.quiet = quiet
        self.fraction: float | None = None
        self.text = ""
        self.state = "running"
        """``running``, ``done``, ``failed`` or ``cancelled``."""
        self.started = time.monotonic()
        self.ended: float | None = None
        self._cancel = threading.Event()
        self._last_report = 0.0

    @property
    def running(self) -> bool:
        return self.state == "running"

    @property
    def cancelled(self) -> bool:
        return self._cancel.is_set()

    @property
    def remaining_s(self) -> float | None:
        """Time still needed at the pace so far; None while that cannot be known."""
        if not self.running or self.fraction is None or self.fraction < 0.01:
            return None
        elapsed = time.monotonic() - self.started
        return elapsed * (1 - self.fraction) / self.fraction

    def cancel(self) -> None:
        self._cancel.set()

    def check(self) -> None:
        if self._cancel.is_set():
            raise api.Cancelled

    def report(self, fraction: float | None, text: str = "") -> None:
        self.check()
        self.fraction = None if fraction is None else min(max(fraction, 0.0), 1.0)
        self.text = text
        now = time.monotonic()
        if now - self._last_report >= PROGRESS_INTERVAL_S:
            self._last_report = now
            self.progressed.emit()


class JobRunner(QObject):
    """Implements `api.Jobs` with a pool of threads of its own."""

    started = Signal(object)
    finished = Signal(object)
    _settled = Signal(object, object, object)

    def __init__(
        self, report_error: Callable[[str, BaseException], None], parent: QObject | None = None
    ) -> None:
        """``report_error(title, error)`` is told of a failure no ``failed`` was given for."""
        super().__init__(parent)
        self._report_error = report_error
        self._numbers = itertools.count(1)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(max(4, os.cpu_count() or 1))
        self._running: dict[RunningJob, tuple[Callable[..., None] | None, ...]] = {}
        self._closed = False
        self._settled.connect(self._deliver)

    @property
    def running(self) -> tuple[RunningJob, ...]:
        return tuple(self._running)

    def start(
        self,
        title: str,
        work: Callable[[api.Progress], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        quiet: bool = False,
    ) -> api.Job:
        job = RunningJob(next(self._numbers), title, quiet)
        self._running[job] = (done, failed)
        self.started.emit(job)
        self._pool.start(lambda: self._work(job, work))
        return cast("api.Job", job)

    def close(self, timeout_s: float = 5.0) -> bool:
        """Cancel every job and wait for it. False if one did not stop in time."""
        self._closed = True
        for job in self._running:
            job.cancel()
        return self._pool.waitForDone(int(timeout_s * 1000))

    def _work(self, job: RunningJob, work: Callable[[api.Progress], Any]) -> None:
        result: Any = None
        error: BaseException | None = None
        try:
            job.check()
            result = work(cast("api.Progress", job))
        except BaseException as raised:
            error = raised
        if not self._closed:
            self._settled.emit(job, result, error)

    @Slot(object, object, object)
    def _deliver(self, job: RunningJob, result: Any, error: BaseException | None) -> None:
        done, failed = self._running.pop(job)
        if self._closed:
            return
        job.ended = time.monotonic()
        if error is None:
            job.state, job.fraction = "done", 1.0
        else:
            job.state = "cancelled" if isinstance(error, api.Cancelled) else "failed"
            job.text = "" if job.state == "cancelled" else str(error)
        job.progressed.emit()
        self.finished.emit(job)
        if error is None:
            if done is not None:
                done(result)
        elif failed is not None:
            failed(error)
        elif not isinstance(error, api.Cancelled):
            _log.error("Job %r failed", job.title, exc_info=error)
            self._report_error(job.title, error)
