"""A live value over days in a fixed amount of memory.

Levels of rings, as a round-robin database has them: the finest keeps every sample, each further
one the mean of eight of the level before. At five samples a second the levels reach back 13
minutes, 1.8 hours, 14 hours and 4.8 days, in 256 KiB together.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

LEVELS = 4
FACTOR = 8


class _Ring:
    """The latest points, oldest first; kept contiguous by moving them now and then."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._points = np.empty((2, 2 * capacity))
        self._end = 0

    def add(self, time_s: float, value: float) -> None:
        if self._end == 2 * self._capacity:
            self._points[:, : self._capacity] = self._points[:, self._capacity :]
            self._end = self._capacity
        self._points[:, self._end] = time_s, value
        self._end += 1

    @property
    def points(self) -> FloatArray:
        """Times and values, shape (2, n) with n at most the capacity."""
        return self._points[:, max(0, self._end - self._capacity) : self._end]


class History:
    """Times and values, the oldest first. NaN marks a gap."""

    def __init__(self, capacity: int = 4096) -> None:
        self._rings = [_Ring(capacity) for _ in range(LEVELS)]
        self._waiting: list[list[tuple[float, float]]] = [[] for _ in range(LEVELS)]

    def __len__(self) -> int:
        return int(self._all().shape[1])

    def add(self, time_s: float, value: float) -> None:
        for ring, waiting in zip(self._rings, self._waiting, strict=True):
            ring.add(time_s, value)
            waiting.append((time_s, value))
            if len(waiting) < FACTOR:
                return
            time_s, value = _merged(waiting)
            waiting.clear()

    @property
    def times(self) -> FloatArray:
        return np.asarray(self._all()[0])

    @property
    def values(self) -> FloatArray:
        return np.asarray(self._all()[1])

    @property
    def last(self) -> tuple[float, float] | None:
        """The latest point, None if there is none or it is a gap."""
        points = self._rings[0].points
        if not points.shape[1] or np.isnan(points[1, -1]):
            return None
        return float(points[0, -1]), float(points[1, -1])

    def since(self, start_s: float) -> tuple[FloatArray, FloatArray]:
        """Times and values from ``start_s`` on."""
        times, values = self._rings[0].points
        if not times.size or times[0] > start_s:
            times, values = self._all()
        first = int(np.searchsorted(times, start_s))
        return times[first:], values[first:]

    def _all(self) -> FloatArray:
        """Of each level what is older than the next finer one reaches back."""
        parts = [self._rings[0].points]
        limit = np.inf
        for ring in self._rings[1:]:
            newer = parts[0]
            # A level that adds nothing leaves the limit where the finer ones put it.
            limit = newer[0, 0] if newer.shape[1] else limit
            points = ring.points
            parts.insert(0, points[:, : int(np.searchsorted(points[0], limit))])
        return np.concatenate(parts, axis=1)


def _merged(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean; a gap where fewer than half of the values are known."""
    times, values = np.array(points).T
    known = values[~np.isnan(values)]
    value = float(known.mean()) if 2 * known.size >= values.size else float("nan")
    return float(times.mean()), value
