"""The output size that a machine sustains, found while playing and said on screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from .frames import Size

LEVELS = (Fraction(1), Fraction(3, 4), Fraction(1, 2))
"""Shares of the source's width and height, tried from the largest."""
WARM_UP = 1
"""The first frame of a session pays for memory and caches; it is not counted."""
SAMPLES = 6
ENOUGH_MS = 500.0
"""Frames that took this long together are proof enough, however few."""
PATIENCE = 1.25
"""A frame may take this much longer than it is shown before the picture is made smaller."""
ASSUMED_RATE = 30.0
SLOWEST_WANTED = 30.0
"""A source of more frames per second than this need not be shown in full."""


@dataclass(slots=True)
class AutomaticOutput:
    """Starts at the source's size and goes down until frames come as fast as they are shown.

    It never goes up by itself: the cause of a change of size must be plain to see.
    """

    level: int = 0
    _seen: int = 0
    _times: list[float] = field(default_factory=list)

    def restart(self) -> None:
        self.level = 0
        self._forget()

    def size(self, source: Size) -> Size:
        """The present output size for a source, with even sides."""
        if self.level == 0:
            return source
        share = LEVELS[self.level]
        return Size(*(max(2, round(side * share / 2) * 2) for side in source))

    @property
    def reduced(self) -> bool:
        return self.level > 0

    def observe(self, compute_ms: float, frame_rate: float | None) -> bool:
        """Count a frame; true if the size changed and frames must be made anew."""
        self._seen += 1
        if self._seen <= WARM_UP:
            return False
        self._times.append(compute_ms)
        if len(self._times) < SAMPLES and sum(self._times) < ENOUGH_MS:
            return False
        # The fastest frame is what the machine can do; others waited for something else.
        rate = min(frame_rate or ASSUMED_RATE, SLOWEST_WANTED)
        wanted = self._level_for(min(self._times), PATIENCE * 1000 / rate)
        self._forget()
        changed = wanted != self.level
        self.level = wanted
        return changed

    def _level_for(self, now_ms: float, budget_ms: float) -> int:
        # The time goes with the pixels, so with the square of the side.
        for level in range(self.level, len(LEVELS)):
            if now_ms * float(LEVELS[level] / LEVELS[self.level]) ** 2 <= budget_ms:
                return level
        return len(LEVELS) - 1

    def _forget(self) -> None:
        self._seen = 0
        self._times.clear()
