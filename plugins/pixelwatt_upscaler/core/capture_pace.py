"""Keeps what can be read at any time from being read more often than it can change."""

from __future__ import annotations

from time import perf_counter, sleep

PICTURES_PER_S = 60.0
"""What most screens show. Reading a small window takes a millisecond, so that without a limit
hundreds of equal pictures a second would keep a core and the painting busy."""


class CapturePace:
    """`wait` before each reading; a reading that took longer than its turn is not waited for."""

    def __init__(self, pictures_per_s: float = PICTURES_PER_S) -> None:
        self._interval_s = 1 / pictures_per_s
        self._next_s = 0.0

    def wait(self) -> None:
        now = perf_counter()
        if now < self._next_s:
            sleep(self._next_s - now)
            now = self._next_s
        self._next_s = now + self._interval_s
