"""Time of a live view: when a frame is due, and how fast frames really come."""

from __future__ import annotations

import statistics
import threading
from collections import deque
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    _Times: TypeAlias = deque[tuple[float, float]] | deque[tuple[float, float | None]]
    """When, and how many milliseconds."""

WINDOW_S = 1.0
"""Medians and rates on screen are those of the last second."""


class FrameClock:
    """Ties a source's timestamps to the time of day, so that a variable rate plays as shot.

    It stands until the first frame starts it, and is replaced where time starts anew.
    """

    def __init__(self, now: Callable[[], float] = perf_counter) -> None:
        self._now = now
        self._zero: float | None = None

    @property
    def running(self) -> bool:
        return self._zero is not None

    def start_at(self, timestamp_s: float) -> None:
        """From now on, the frame of ``timestamp_s`` is due."""
        self._zero = self._now() - timestamp_s

    def until(self, timestamp_s: float) -> float:
        """Seconds until a frame is due; negative if it is late, 0 while the clock stands."""
        return 0.0 if self._zero is None else self._zero + timestamp_s - self._now()


@dataclass(frozen=True, slots=True)
class LiveStatistics:
    """What the heads-up line says. None: nothing was measured in the last second."""

    median_ms: Mapping[str, float] = field(default_factory=dict)
    """Time to upscale one frame, for each method."""
    presented_fps: float | None = None
    skipped: int = 0
    """Frames of the source passed over since it was opened or sought."""
    latency_ms: float | None = None
    """From a frame's decoding or capture to its paint, median."""


class LiveMeter:
    """Collects times from the engine's and the painting thread."""

    def __init__(self, now: Callable[[], float] = perf_counter) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._computed: dict[str, deque[tuple[float, float]]] = {}
        self._presented: deque[tuple[float, float | None]] = deque()
        self._skipped = 0

    def computed(self, method: str, milliseconds: float) -> None:
        with self._lock:
            times = self._computed.setdefault(method, deque())
            times.append((self._now(), milliseconds))
            self._forget(times)

    def presented(self, latency_ms: float | None) -> None:
        with self._lock:
            self._presented.append((self._now(), latency_ms))
            self._forget(self._presented)

    def skipped(self, frames: int) -> None:
        with self._lock:
            self._skipped += frames

    def reset(self) -> None:
        with self._lock:
            self._computed.clear()
            self._presented.clear()
            self._skipped = 0

    def statistics(self) -> LiveStatistics:
        with self._lock:
            medians = {
                method: statistics.median(value for _, value in times)
                for method, times in self._computed.items()
                if times
            }
            self._forget(self._presented)
            latencies = [value for _, value in self._presented if value is not None]
            return LiveStatistics(
                median_ms=medians,
                presented_fps=self._rate(),
                skipped=self._skipped,
                latency_ms=statistics.median(latencies) if latencies else None,
            )

    def _rate(self) -> float | None:
        # Intervals, not frames, per second: two frames half a second apart are 2 fps, not 4.
        if len(self._presented) < 2:
            return None
        span = self._presented[-1][0] - self._presented[0][0]
        return (len(self._presented) - 1) / span if span > 0 else None

    def _forget(self, times: _Times) -> None:
        # The newest two stay whatever their age, so that one frame in three seconds has a rate.
        oldest = self._now() - WINDOW_S
        while len(times) > 2 and times[0][0] < oldest:
            times.popleft()
