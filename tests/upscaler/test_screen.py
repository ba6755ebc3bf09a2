from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.core import desktops, screen
from pixelwatt_upscaler.core.desktops import ScreenRegion

from .made_media import ramp


class Desktop:
    """A desktop that shows a ramp of 60 x 40 pixels."""

    system = "Test"
    limits = ()

    def __init__(self):
        self.shown = ramp(40, 60)
        self.closed = False

    def screen(self, region):
        if self.shown is None:
            return None
        height, width = self.shown.shape[:2]
        area = region.within(ScreenRegion(0, 0, width, height)) if region else None
        if region is not None and area is None:
            return None
        left, top, right, bottom = area.box if area else (0, 0, width, height)
        return self.shown[top:bottom, left:right]

    def close(self):
        self.closed = True


@pytest.fixture
def desktop(monkeypatch):
    made = Desktop()
    monkeypatch.setattr(screen, "open_desktop", lambda: made)
    return made


def test_the_whole_screen_comes_frame_by_frame(desktop):
    with screen.ScreenSource() as source:
        assert source.info.live
        first, second = source.read(), source.read()
    np.testing.assert_array_equal(first.pixels, ramp(40, 60))
    assert second.index == 1
    assert second.timestamp_s > first.timestamp_s
    assert desktop.closed


def test_a_part_of_the_screen(desktop):
    with screen.ScreenSource(ScreenRegion(10, 5, 20, 8)) as source:
        assert source.info.size == (20, 8)
        np.testing.assert_array_equal(source.read().pixels, ramp(40, 60)[5:13, 10:30])


def test_a_part_outside_the_screen_is_a_problem(desktop):
    with pytest.raises(Problem, match="60×40"):
        screen.ScreenSource(ScreenRegion(60, 0, 10, 10))
    assert desktop.closed


def test_a_part_that_is_outside_after_the_screen_changed_is_a_problem(desktop):
    with screen.ScreenSource(ScreenRegion(40, 0, 20, 20)) as source:
        desktop.shown = ramp(30, 40)
        with pytest.raises(Problem, match="40×30"):
            source.read()


def test_a_screen_that_may_not_be_read_is_a_problem(desktop):
    desktop.shown = None
    with pytest.raises(Problem, match="the system gives no picture"):
        screen.ScreenSource()
    assert desktop.closed


@given(st.lists(st.integers(-50, 50), min_size=8, max_size=8))
def test_what_lies_within_is_what_both_have(numbers):
    one, other = (
        ScreenRegion(left, top, abs(width), abs(height))
        for left, top, width, height in (numbers[:4], numbers[4:])
    )
    points = [
        {(x, y) for x in range(each.left, each.box[2]) for y in range(each.top, each.box[3])}
        for each in (one, other)
    ]
    both = points[0] & points[1]
    area = one.within(other)
    if area is None:
        assert not both
    else:
        left, top, right, bottom = area.box
        assert both == {(x, y) for x in range(left, right) for y in range(top, bottom)}


REGIONS = """
import sys
from PySide6.QtGui import QGuiApplication
from pixelwatt_upscaler.views.sources import _region_of
application = QGuiApplication([])
for screen in application.screens():
    print(*_region_of(screen).box)
"""


@pytest.mark.skipif(sys.platform == "darwin", reason="on macOS regions are in points")
@pytest.mark.parametrize("factor", ["1", "1.5", "2"])
def test_screens_are_found_at_any_scale_of_the_desktop(tmp_path, factor):
    """Two screens side by side, the second a little lower, in the desktop's own pixels."""
    screens = [
        {"name": name, "x": x, "y": y, "width": width, "height": height,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, y, width, height in (("A", 0, 0, 1920, 1080), ("B", 1920, 60, 1260, 1050))
    ]  # fmt: skip
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={config.name}",
        "QT_SCALE_FACTOR": factor,
    }
    done = subprocess.run(
        [sys.executable, "-c", REGIONS],
        env=environment, cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split("\n")[:2] == ["0 0 1920 1080", "1920 60 3180 1110"]


@pytest.mark.skipif(desktops.platform.system() != "Linux", reason="X11 is of Linux")
def test_without_a_display_it_says_so(monkeypatch):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    state = desktops.availability()
    assert isinstance(state, Unavailable)
    assert "no display" in state.reason
    with pytest.raises(Problem, match="Start it from a desktop session"):
        screen.ScreenSource()
    monkeypatch.setenv("DISPLAY", ":0")
    assert isinstance(desktops.availability(), Available)
