"""Curves of a run: histogram, percentile curve, and a frame-time line thin enough to draw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_power.core.captures.run import COVERED, FloatArray, Run

BIN_MS = 0.25
MOST_BINS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """All that is drawn of a run, each as x and y."""

    times: tuple[FloatArray, FloatArray]
    shares: tuple[FloatArray, FloatArray]
    percentiles: tuple[FloatArray, FloatArray]


def curves(run: Run) -> Curves:
    """The curves of a run: a quarter of a second for a million frames, so not for the UI thread."""
    edges, shares = histogram(run.frame_ms)
    return Curves(
        frame_line(run.frame_ms, run.coverage),
        (edges[:-1], shares),
        percentile_curve(run.frame_ms),
    )


def frame_line(
    frame_ms: FloatArray, coverage: float | None = None
) -> tuple[FloatArray, FloatArray]:
    """When each frame was presented (s) and its time (ms).

    Where a log holds only the share ``coverage`` of the time, its frames are spread over all.
    """
    spread = coverage if coverage is not None and coverage < COVERED else 1.0
    return np.cumsum(frame_ms) / 1000.0 / spread, frame_ms


def histogram(frame_ms: FloatArray, width_ms: float = BIN_MS) -> tuple[FloatArray, FloatArray]:
    """Edges (ms) and the share of frames in percent; the slowest 0.1 % share the last bin.

    Bins of every run are as wide and begin at whole multiples of their width, so that runs
    side by side compare; only a run over `MOST_BINS` of them has wider ones.
    """
    if not frame_ms.size:
        return np.array([0.0, 1.0]), np.zeros(1)
    top = float(np.quantile(frame_ms, 0.999))
    first = np.floor(frame_ms.min() / width_ms)
    count = int(np.floor(top / width_ms) - first) + 1
    if count > MOST_BINS:
        return histogram(frame_ms, width_ms * np.ceil(count / MOST_BINS))
    edges = (first + np.arange(count + 1)) * width_ms
    inside = np.minimum(frame_ms, (edges[-2] + edges[-1]) / 2)
    counts, _ = np.histogram(inside, bins=edges)
    return edges, 100.0 * counts / frame_ms.size


def percentile_curve(frame_ms: FloatArray, points: int = 400) -> tuple[FloatArray, FloatArray]:
    """Percent of frames (0-100) and the FPS that as many frames reach or exceed."""
    if not frame_ms.size:
        return np.empty(0), np.empty(0)
    shares = np.concatenate(
        (np.linspace(0.0, 0.99, points // 2), 1 - np.geomspace(0.01, 1e-3, points // 2))
    )
    return 100.0 * shares, 1000.0 / np.quantile(frame_ms, shares)
