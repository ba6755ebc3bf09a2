from __future__ import annotations

import pytest

from pixelwatt_upscaler.core import capture_pace
from pixelwatt_upscaler.core.capture_pace import CapturePace


class Clock:
    """A time that passes only when it is slept or the test says so."""

    def __init__(self):
        self.now = 100.0
        self.slept = []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    monkeypatch.setattr(capture_pace, "perf_counter", lambda: made.now)
    monkeypatch.setattr(capture_pace, "sleep", made.sleep)
    return made


def test_quick_readings_are_spread_over_the_second(clock):
    pace = CapturePace(pictures_per_s=50)
    for _reading in range(51):
        pace.wait()
        clock.now += 0.001
    assert clock.now - 100 == pytest.approx(1.001)


def test_a_slow_reading_is_not_waited_for_and_nothing_is_caught_up(clock):
    pace = CapturePace(pictures_per_s=50)
    pace.wait()
    clock.now += 0.5
    pace.wait()
    assert clock.slept == []
    clock.now += 0.005
    pace.wait()
    assert clock.slept == [pytest.approx(0.015)]
