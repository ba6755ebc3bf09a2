"""Time in the live view, with a clock the test turns."""

from __future__ import annotations

import pytest

from pixelwatt_upscaler.core.live_clock import FrameClock, LiveMeter


class Hand:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def hand():
    return Hand()


def test_a_frame_is_due_its_distance_after_the_first(hand):
    clock = FrameClock(hand)
    clock.start_at(2.0)
    assert clock.until(2.5) == pytest.approx(0.5)
    hand.now += 0.75
    assert clock.until(2.5) == pytest.approx(-0.25)


def test_a_standing_clock_makes_nobody_wait(hand):
    clock = FrameClock(hand)
    assert not clock.running
    assert clock.until(10.0) == 0


def test_the_median_is_that_of_the_last_second(hand):
    meter = LiveMeter(hand)
    for milliseconds in (500, 500, 500, 10, 30, 20):
        meter.computed("m", milliseconds)
        hand.now += 0.4
    assert meter.statistics().median_ms["m"] == 20


def test_the_rate_counts_intervals(hand):
    meter = LiveMeter(hand)
    for _ in range(5):
        hand.now += 0.25
        meter.presented(8.0)
    statistics = meter.statistics()
    assert statistics.presented_fps == pytest.approx(4.0)
    assert statistics.latency_ms == 8.0


def test_a_frame_every_three_seconds_still_has_a_rate(hand):
    meter = LiveMeter(hand)
    for _ in range(3):
        hand.now += 3.0
        meter.presented(None)
    assert meter.statistics().presented_fps == pytest.approx(1 / 3)
    assert meter.statistics().latency_ms is None


def test_nothing_measured_is_unknown_and_not_zero(hand):
    statistics = LiveMeter(hand).statistics()
    assert statistics.presented_fps is None
    assert statistics.latency_ms is None
    assert statistics.median_ms == {}
