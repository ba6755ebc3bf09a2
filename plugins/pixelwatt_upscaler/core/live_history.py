"""Scores over a clip's time: a point for each frame that was judged, however often."""

from __future__ import annotations

import math
from bisect import insort
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .live_judge import Scores

MOST_POINTS = 20_000
"""Enough for ten minutes at 30 frames per second, all judged."""


class Metric(StrEnum):
    PSNR = "psnr"
    SSIM = "ssim"


@dataclass(frozen=True, slots=True, order=True)
class Point:
    time_s: float
    psnr_db: float
    ssim: float | None

    def value(self, metric: Metric) -> float | None:
        """None where it is unknown or, for identical pictures, has no number."""
        if metric is Metric.SSIM:
            return self.ssim
        return None if math.isinf(self.psnr_db) else self.psnr_db


@dataclass(slots=True)
class ScoreHistory:
    """Curves by method, ordered by time; a frame judged again takes its old point's place."""

    curves: dict[str, list[Point]] = field(default_factory=dict)

    def add(self, scores: Scores) -> None:
        time_s = scores.frame.time_s
        if time_s is None:
            return
        for method, score in scores.by_method.items():
            curve = self.curves.setdefault(method, [])
            curve[:] = [point for point in curve if abs(point.time_s - time_s) > 1e-4]
            if len(curve) < MOST_POINTS:
                insort(curve, Point(time_s, score.psnr_db, score.ssim))

    def clear(self) -> None:
        self.curves.clear()

    def range(self, metric: Metric) -> tuple[float, float] | None:
        """Lowest and highest value of all curves."""
        values = [
            value
            for curve in self.curves.values()
            for point in curve
            if (value := point.value(metric)) is not None
        ]
        return (min(values), max(values)) if values else None
