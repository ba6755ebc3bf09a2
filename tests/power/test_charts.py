"""The curves that captures are drawn by."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt_power.core.captures.run import Run
from pixelwatt_power.core.charts import MOST_BINS, curves, frame_line, histogram, percentile_curve

frame_times = st.lists(st.floats(0.01, 600_000.0), min_size=1, max_size=300).map(np.array)


@settings(max_examples=150, deadline=None)
@given(times=frame_times)
def test_a_histogram_holds_every_frame_once(times):
    edges, shares = histogram(times)
    assert shares.sum() == pytest.approx(100.0)
    assert len(edges) == len(shares) + 1 <= MOST_BINS + 2
    assert edges[0] <= times.min()


def test_runs_side_by_side_have_bins_alike():
    """A steady run and a stuttering one: their bars must compare in height."""
    steady, _ = histogram(np.full(500, 8.1))
    rough, shares = histogram(np.array([8.1] * 250 + [33.3] * 250))
    assert np.diff(steady) == pytest.approx(0.25)
    assert np.diff(rough) == pytest.approx(0.25)
    assert steady[0] == rough[0] == 8.0
    assert shares[0] == shares[-1] == 50.0


def test_the_slowest_frames_share_the_last_bin():
    edges, shares = histogram(np.array([10.0] * 9999 + [5000.0]))
    assert edges.tolist() == [10.0, 10.25]
    assert shares.tolist() == [100.0]


def test_a_percentile_curve_falls_from_the_fastest_to_the_slowest():
    shares, fps = percentile_curve(np.linspace(5, 50, 2000))
    assert fps[0] == pytest.approx(200)
    assert fps[-1] == pytest.approx(20, rel=0.01)
    assert (np.diff(fps) <= 0).all()
    assert (np.diff(shares) >= 0).all()


def test_sampled_frames_are_spread_over_the_logs_time():
    at, _ = frame_line(np.full(10, 4.0), coverage=0.04)
    assert at[-1] == pytest.approx(1.0)
    whole, _ = frame_line(np.full(10, 4.0), coverage=0.99)
    assert whole[-1] == pytest.approx(0.04)


def test_a_run_without_frames_has_empty_curves():
    found = curves(Run("a", "MSI Afterburner"))
    assert found.times[0].size == found.percentiles[0].size == 0
    assert found.shares[1].tolist() == [0.0]
