"""A live value over hours in a fixed amount of memory.

When the store is full, its older half is halved in resolution. The latest minutes keep every
sample, an hour ago one in a few, and a day takes no more memory than ten minutes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class History:
    """Times and values, the oldest first. NaN marks a gap and is kept as one."""

    def __init__(self, capacity: int = 8192) -> None:
        self._times = np.empty(capacity)
        self._values = np.empty(capacity)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, time_s: float, value: float) -> None:
        if self._count == len(self._times):
            self._thin_out()
        self._times[self._count] = time_s
        self._values[self._count] = value
        self._count += 1

    def clear(self) -> None:
        self._count = 0

    @property
    def times(self) -> FloatArray:
        return self._times[: self._count]

    @property
    def values(self) -> FloatArray:
        return self._values[: self._count]

    @property
    def last(self) -> float | None:
        if not self._count or np.isnan(self._values[self._count - 1]):
            return None
        return float(self._values[self._count - 1])

    def since(self, start_s: float) -> tuple[FloatArray, FloatArray]:
        first = int(np.searchsorted(self.times, start_s))
        return self.times[first:], self.values[first:]

    def _thin_out(self) -> None:
        half = self._count // 4 * 2
        # The mean of a pair with a gap in it is a gap: a gap never becomes narrower.
        times = self._times[:half].reshape(-1, 2).mean(axis=1)
        values = self._values[:half].reshape(-1, 2).mean(axis=1)
        kept = self._count - half
        self._times[half // 2 : half // 2 + kept] = self._times[half : self._count].copy()
        self._values[half // 2 : half // 2 + kept] = self._values[half : self._count].copy()
        self._times[: half // 2], self._values[: half // 2] = times, values
        self._count = half // 2 + kept
