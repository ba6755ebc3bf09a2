"""One application's frames in one capture, whatever tool wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping

FloatArray = NDArray[np.float64]

COVERED = 0.9
"""A log whose frame times fill less of its time than this samples frames."""
NO_FRAMES: FloatArray = np.empty(0)


@dataclass(frozen=True, slots=True, eq=False)
class PowerTrace:
    """Power of one scope as the capture logged it.

    ``watts[i]`` held for ``seconds[i]``; both have one entry for each sample. The true value
    of each sample lies within ``bound_w`` of it, as far as the file's rounding is concerned.
    """

    scope: str
    """``"gpu"`` (board), ``"cpu"`` (package), ``"battery"`` (whole system, discharging)."""
    watts: FloatArray
    seconds: FloatArray
    bound_w: float = 0.0
    label: str = ""
    """What the tool calls it, with the scope it measures."""
    dropped: int = 0
    """Implausible samples that were left out of ``watts``."""

    @property
    def energy_j(self) -> float:
        return float(np.dot(self.watts, self.seconds))

    @property
    def duration_s(self) -> float:
        return float(self.seconds.sum())

    @property
    def mean_w(self) -> float:
        """Time-weighted mean, ∫P dt / T."""
        return self.energy_j / self.duration_s


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Frame times and power of one swap chain of one process.

    ``frame_ms[i]`` is the time from the present before to that of frame ``i`` of those which
    the application rendered; frames made by frame generation are only counted.
    """

    file: str
    format: str
    frame_ms: FloatArray = field(default_factory=lambda: NO_FRAMES)
    application: str | None = None
    process_id: int | None = None
    swap_chain: str | None = None
    log_span_s: float | None = None
    """From the first to the last row by the log's own clock."""
    presented: int | None = None
    """Frames presented, generated ones included."""
    displayed: int | None = None
    dropped: int | None = None
    generated: int | None = None
    display_ms: FloatArray = field(default_factory=lambda: NO_FRAMES)
    """Time between display changes of the frames that reached the screen."""
    power: tuple[PowerTrace, ...] = ()
    reported: Mapping[str, float] = field(default_factory=dict)
    """Figures a summary states, by the dotted key of the command line's contract."""
    info: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    """The other processes and swap chains of the file, described."""
    warnings: tuple[str, ...] = ()

    @property
    def duration_s(self) -> float | None:
        """Σt of the frames; the log's own time where the log samples only some of them."""
        if not self.frame_ms.size:
            return self.reported.get("duration_s", self.log_span_s)
        if self.coverage is not None and self.coverage < COVERED:
            return self.log_span_s
        return float(self.frame_ms.sum()) / 1000.0

    @property
    def coverage(self) -> float | None:
        """The share of the logged time that the logged frame times add up to."""
        if not self.frame_ms.size or not self.log_span_s:
            return None
        return float(self.frame_ms.sum()) / 1000.0 / self.log_span_s

    def trace(self, scope: str) -> PowerTrace | None:
        return next((trace for trace in self.power if trace.scope == scope), None)
