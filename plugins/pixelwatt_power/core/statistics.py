"""Frame-time statistics, each as the tool it is named after computes it.

``frame_ms`` is always a one-dimensional array of frame times in milliseconds, all above
zero. A statistic that its definition does not give for so few frames is None. Sources:
CapFrameX ``FrametimeStatisticProvider.cs``; MangoHud ``src/logging.cpp``; PresentMon's
statistics; FrameView's definition was fitted to 649 published logs and their summaries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.run import FloatArray

STUTTER_FACTOR = 2.5
SPIKE_FACTOR = 3.0
ADAPTIVE_WINDOW_MS = 500.0
FEWEST_FRAMES = 2


def fps_average(frame_ms: FloatArray) -> float | None:
    """1000 N / Σt. The mean of 1000/t is biased high and no tool's average any more."""
    return 1000.0 * len(frame_ms) / float(frame_ms.sum()) if frame_ms.size else None


def fps_average_mangohud(frame_ms: FloatArray) -> float | None:
    """1000 / (Σt / N) with the sum in single precision, as MangoHud's summary adds up.

    Over hours its rounding shows: a sum of 10^7 ms has no places after the point any more.
    """
    if not frame_ms.size:
        return None
    longest_first = np.sort(frame_ms)[::-1].astype(np.float32)
    total = np.add.accumulate(longest_first)[-1]
    return 1000.0 / float(total / np.float32(frame_ms.size))


def fps_median(frame_ms: FloatArray) -> float | None:
    return float(np.median(1000.0 / frame_ms)) if frame_ms.size else None


# -- Percentile family --------------------------------------------------------------------


def percentile_capframex(frame_ms: FloatArray, share: float) -> float | None:
    """Quantile of 1000/t by MathNet's definition (R-8), CapFrameX's "P1" for 0.01."""
    if not frame_ms.size:
        return None
    return float(np.quantile(1000.0 / frame_ms, share, method="median_unbiased"))


def percentile_mangohud(frame_ms: FloatArray, share: float) -> float | None:
    """1000 / d[int(share N - 1)] with d descending, in MangoHud's single precision.

    Below 1/share frames ``share N - 1`` lies between -1 and 0, which C++ cuts to 0: MangoHud
    then prints the slowest frame.
    """
    if not frame_ms.size:
        return None
    place = int(np.float32(share) * np.float32(frame_ms.size) - np.float32(1.0))
    return 1000.0 / _nth_longest(frame_ms, place)


def percentile_presentmon(frame_ms: FloatArray, share: float) -> float | None:
    """1000 over the (1 - share) quantile of t, linearly interpolated."""
    if not frame_ms.size:
        return None
    return 1000.0 / float(np.quantile(frame_ms, 1.0 - share))


def percentile_frameview(frame_ms: FloatArray, share: float) -> float | None:
    """1000 / d[floor(share N)], FrameView's "1% FPS" for 0.01."""
    return 1000.0 / _nth_longest(frame_ms, _floor(share, frame_ms)) if frame_ms.size else None


# -- Average family -----------------------------------------------------------------------


def low_capframex_average(frame_ms: FloatArray, share: float) -> float | None:
    """1000 over the mean of the times at or above their (1 - share) quantile (R-8)."""
    if not frame_ms.size:
        return None
    limit = np.quantile(frame_ms, 1.0 - share, method="median_unbiased")
    # Interpolation can land a rounding error above the longest frame.
    slow = frame_ms[frame_ms >= min(limit, frame_ms.max())]
    return 1000.0 / float(slow.mean())


def low_frameview(frame_ms: FloatArray, share: float) -> float | None:
    """1000 over the mean of the floor(share N) + 1 longest times; 648 of 649 logs agree."""
    if not frame_ms.size:
        return None
    count = min(_floor(share, frame_ms) + 1, frame_ms.size)
    longest = np.partition(frame_ms, frame_ms.size - count)[frame_ms.size - count :]
    return 1000.0 / float(longest.mean())


# -- Integral family ----------------------------------------------------------------------


def low_afterburner_integral(frame_ms: FloatArray, share: float) -> float | None:
    """1000 over the frame time at which the longest frames fill ``share`` of all time."""
    if not frame_ms.size:
        return None
    descending = np.sort(frame_ms)[::-1]
    filled = np.cumsum(descending)
    place = int(np.searchsorted(filled, share * filled[-1]))
    return 1000.0 / float(descending[min(place, frame_ms.size - 1)])


# -- Smoothness ---------------------------------------------------------------------------


def adaptive_std_fps(frame_ms: FloatArray, window_ms: float = ADAPTIVE_WINDOW_MS) -> float | None:
    """Standard deviation of FPS around its mean over the trailing ``window_ms`` of time."""
    return _adaptive_std(frame_ms, 1000.0 / frame_ms, window_ms)


def adaptive_std_capframex(
    frame_ms: FloatArray, window: float = ADAPTIVE_WINDOW_MS
) -> float | None:
    """As CapFrameX prints it: its window of 500 "ms" adds up *FPS values*, not times."""
    fps = 1000.0 / frame_ms
    return _adaptive_std(fps, fps, window)


def _adaptive_std(widths: FloatArray, values: FloatArray, window: float) -> float | None:
    if values.size < FEWEST_FRAMES:
        return None
    filled = np.concatenate(([0.0], np.cumsum(widths)))
    # A window that the widths fill exactly must not hang on how their sum was rounded.
    full = filled[1:] - window + 1e-9 * window
    first = np.searchsorted(filled, full, side="right") - 1
    first = np.clip(first, 0, np.arange(values.size))
    sums = np.concatenate(([0.0], np.cumsum(values)))
    last = np.arange(1, values.size + 1)
    mean = (sums[last] - sums[first]) / (last - first)
    return float(np.sqrt(np.square(values - mean).sum() / (values.size - 1)))


def stutter_time_percent(frame_ms: FloatArray, factor: float = STUTTER_FACTOR) -> float | None:
    """Share of time in frames above ``factor`` times the moving average, as CapFrameX has it.

    The average runs over round(10 sqrt(mean t)) frames, in which a frame of more than three
    times its predecessor counts as that predecessor.
    """
    if not frame_ms.size:
        return None
    calm = frame_ms.copy()
    spikes = np.flatnonzero(frame_ms[1:] > SPIKE_FACTOR * frame_ms[:-1]) + 1
    calm[spikes] = frame_ms[spikes - 1]
    window = max(1, round(10.0 * float(np.sqrt(frame_ms.mean()))))
    sums = np.concatenate(([0.0], np.cumsum(calm)))
    last = np.arange(1, frame_ms.size + 1)
    first = np.maximum(0, last - window)
    average = (sums[last] - sums[first]) / (last - first)
    stutter = frame_ms[frame_ms > factor * average].sum()
    return 100.0 * float(stutter) / float(frame_ms.sum())


def _floor(share: float, frame_ms: FloatArray) -> int:
    # 0.01 * 700 is 7.000000000000001 and 0.001 * 9000 is 9.0: the rounding error must not count.
    return min(int(share * frame_ms.size + 1e-9), frame_ms.size - 1)


def _nth_longest(frame_ms: FloatArray, place: int) -> float:
    index = frame_ms.size - 1 - place
    return float(np.partition(frame_ms, index)[index])
