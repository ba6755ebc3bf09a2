"""Statistics against values that the tools themselves give, and against their definitions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt_power.core import statistics as s

RAMP = np.arange(1.0, 201.0)
"""Frame times 1, 2, ... 200 ms: every definition can be worked out by hand."""


def test_average_is_frames_over_time_not_the_mean_of_rates():
    times = np.array([10.0, 30.0])
    assert s.fps_average(times) == pytest.approx(50.0)
    assert np.mean(1000 / times) == pytest.approx(66.7, abs=0.1), "the mistake it avoids"


def test_families_of_lows_worked_out_by_hand():
    # d = 200, 199, 198, ...; 1 % of 200 frames are 2.
    assert s.percentile_mangohud(RAMP, 0.01) == pytest.approx(1000 / 199)
    assert s.percentile_presentmon(RAMP, 0.01) == pytest.approx(1000 / (1 + 0.99 * 199))
    assert s.percentile_frameview(RAMP, 0.01) == pytest.approx(1000 / 198)
    assert s.low_frameview(RAMP, 0.01) == pytest.approx(1000 / 199)
    # R-8 at 0.99 of 200: position 200.333 * 0.99 + 1/3 = 198.663, so the two longest count.
    assert s.low_capframex_average(RAMP, 0.01) == pytest.approx(1000 / 199.5)
    # 1 % of the total 20100 ms is 201: the second longest reaches it.
    assert s.low_afterburner_integral(RAMP, 0.01) == pytest.approx(1000 / 199)


def test_capframex_percentile_is_of_rates_by_definition_8():
    rates = np.sort(1000 / RAMP)
    position = (200 + 1 / 3) * 0.01 + 1 / 3
    low = int(position)
    expected = rates[low - 1] + (position - low) * (rates[low] - rates[low - 1])
    assert s.percentile_capframex(RAMP, 0.01) == pytest.approx(expected)


def test_mangohud_prints_the_slowest_frame_below_a_hundred():
    # fps_metrics.h: uint64_t idx = 0.01f * size - 1; a value in (-1, 0) is cut to 0.
    assert s.percentile_mangohud(RAMP[:99], 0.01) == pytest.approx(1000 / 99)
    assert s.percentile_mangohud(RAMP[:5], 0.001) == pytest.approx(1000 / 5)


def test_mangohuds_places_are_those_of_single_precision():
    # 0.97f * 100 is 97.00000286 in double precision and 97.0 in single; 0.001f * 4000 - 1 is 3.
    hundred = np.arange(1.0, 101.0)
    assert s.percentile_mangohud(hundred, 0.97) == pytest.approx(1000 / (100 - 96))
    assert s.percentile_mangohud(np.arange(1.0, 4001.0), 0.001) == pytest.approx(1000 / 3997)


def test_mangohuds_average_shows_the_rounding_of_its_sum():
    assert s.fps_average_mangohud(RAMP) == pytest.approx(s.fps_average(RAMP), rel=1e-6)
    hours = np.full(2_000_000, 8.3)
    total = np.float32(0)
    step = np.float32(8.3)
    for _ in range(40_000):
        total = np.float32(total + step)
    short = np.full(40_000, 8.3)
    assert s.fps_average_mangohud(short) == pytest.approx(1000 / (float(total) / 40_000), rel=1e-6)
    assert s.fps_average_mangohud(hours) != pytest.approx(s.fps_average(hours), rel=1e-4)


def plain_adaptive_std(values, widths, window):
    """CapFrameX's TimeBasedMovingAverage and its standard deviation, loop by loop."""
    means = []
    for i in range(len(values)):
        total, width, count = 0.0, 0.0, 0
        for j in range(i, -1, -1):
            total, width, count = total + values[j], width + widths[j], count + 1
            if width >= window * (1 - 1e-9):
                break
        means.append(total / count)
    return np.sqrt(np.sum((values - np.array(means)) ** 2) / (len(values) - 1))


times_lists = st.lists(st.floats(0.5, 400.0), min_size=2, max_size=60).map(np.array)


@settings(max_examples=60, deadline=None)
@given(times=times_lists)
def test_adaptive_deviation_agrees_with_its_loop(times):
    fps = 1000 / times
    assert s.adaptive_std_capframex(times) == pytest.approx(
        plain_adaptive_std(fps, fps, 500.0), rel=1e-6, abs=1e-6
    )
    assert s.adaptive_std_fps(times) == pytest.approx(
        plain_adaptive_std(fps, times, 500.0), rel=1e-6, abs=1e-6
    )


def plain_stutter(times):
    calm = times.copy()
    for i in range(1, len(times)):
        if times[i] > 3 * times[i - 1]:
            calm[i] = times[i - 1]
    window = max(1, round(10 * np.sqrt(times.mean())))
    slow = 0.0
    for i in range(len(times)):
        average = calm[max(0, i + 1 - window) : i + 1].mean()
        slow += times[i] if times[i] > 2.5 * average else 0.0
    return 100 * slow / times.sum()


@settings(max_examples=60, deadline=None)
@given(times=times_lists)
def test_stutter_time_agrees_with_its_loop(times):
    assert s.stutter_time_percent(times) == pytest.approx(plain_stutter(times), abs=1e-9)


def test_one_long_frame_is_stutter():
    times = np.array([10.0] * 99 + [100.0])
    assert s.stutter_time_percent(times) == pytest.approx(100 * 100 / 1090)


@settings(max_examples=60, deadline=None)
@given(times=times_lists, share=st.sampled_from([0.01, 0.001, 0.05]))
def test_every_low_lies_between_the_slowest_and_the_fastest_frame(times, share):
    for compute in (
        s.percentile_capframex, s.percentile_mangohud, s.percentile_presentmon,
        s.percentile_frameview, s.low_capframex_average, s.low_frameview,
        s.low_afterburner_integral,
    ):  # fmt: skip
        value = compute(times, share)
        if value is not None:
            assert 1000 / times.max() * (1 - 1e-12) <= value <= 1000 / times.min() * (1 + 1e-12)


def test_no_frames_give_no_figures():
    nothing = np.empty(0)
    assert s.fps_average(nothing) is None
    assert s.fps_median(nothing) is None
    assert s.low_frameview(nothing, 0.01) is None
    assert s.low_afterburner_integral(nothing, 0.01) is None
    assert s.stutter_time_percent(nothing) is None
