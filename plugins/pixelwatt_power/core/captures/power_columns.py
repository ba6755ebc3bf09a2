"""Watts that a capture logs beside its frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pixelwatt_power.core.captures.run import FloatArray, PowerTrace
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WATTS = 3000.0
"""No card, package or console draws more: 563 212 W and 2.9 MW have been logged."""


def trace_of(
    scope: str, watts: FloatArray, seconds: FloatArray, label: str, bound_w: float = 0.0
) -> PowerTrace | None:
    """A trace of the believable samples, None where there is none.

    A sample that is not known (NaN) is left out silently; one that cannot be true (negative,
    above 3 kW) is counted. Readings that are zero throughout mean that the tool could not
    read the sensor: they are no power of 0 W.
    """
    known = np.isfinite(watts) & np.isfinite(seconds) & (seconds > 0)
    with np.errstate(invalid="ignore"):
        good = known & (watts >= 0) & (watts <= MOST_WATTS)
    if not good.any() or not watts[good].any():
        return None
    dropped = int((known & ~good).sum())
    return PowerTrace(scope, watts[good], seconds[good], bound_w, label, dropped)


def dropped_warnings(traces: Iterable[PowerTrace]) -> list[str]:
    return [
        tr("{count} implausible {scope} power samples were left out.",
           count=trace.dropped, scope=trace.scope.upper())
        for trace in traces
        if trace.dropped
    ]  # fmt: skip


def recover_truncated(
    watts: FloatArray, frame_ms: FloatArray, frames_per_joule: FloatArray
) -> tuple[FloatArray, float]:
    """FrameView's watts before it cut them to whole numbers, and the mean half-width left.

    Its F/J column holds 1000 / (t * W) with the full W, rounded to three decimals, so W lies
    both in [column, column + 1) and between 1000 / (t * (F/J ± 0.0005)). Where the two
    disagree (a column that lags), the first alone is used.
    """
    low, high = watts.copy(), watts + 1.0
    with np.errstate(divide="ignore", invalid="ignore"):
        from_ratio_low = 1000.0 / (frame_ms * (frames_per_joule + 0.0005))
        from_ratio_high = 1000.0 / (frame_ms * (frames_per_joule - 0.0005))
    tighter_low = np.fmax(low, from_ratio_low)
    tighter_high = np.where(frames_per_joule > 0.0005, np.fmin(high, from_ratio_high), high)
    agrees = tighter_low <= tighter_high
    low, high = np.where(agrees, tighter_low, low), np.where(agrees, tighter_high, high)
    half = (high - low) / 2.0
    known = half[np.isfinite(half)]
    return (low + high) / 2.0, float(known.mean()) if known.size else 0.5
