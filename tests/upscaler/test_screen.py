from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.core import screen

from .made_media import ramp


@pytest.fixture
def desktop(monkeypatch):
    """A desktop that shows a ramp, wherever the test runs."""
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")

    def grab(bbox=None, all_screens=False):
        picture = Image.fromarray(ramp(40, 60))
        return picture.crop(bbox) if bbox else picture

    monkeypatch.setattr(screen.ImageGrab, "grab", grab)


def test_the_whole_screen_comes_frame_by_frame(desktop):
    with screen.ScreenSource() as source:
        assert source.info.live
        first, second = source.read(), source.read()
    np.testing.assert_array_equal(first.pixels, ramp(40, 60))
    assert second.index == 1
    assert second.timestamp_s > first.timestamp_s


def test_a_part_of_the_screen(desktop):
    with screen.ScreenSource(screen.ScreenRegion(10, 5, 20, 8)) as source:
        assert source.info.size == (20, 8)
        np.testing.assert_array_equal(source.read().pixels, ramp(40, 60)[5:13, 10:30])


def test_a_part_outside_the_screen_is_a_problem(desktop):
    with pytest.raises(Problem, match="60×40"):
        screen.ScreenSource(screen.ScreenRegion(60, 0, 10, 10))


def test_a_screen_that_may_not_be_read_is_a_problem(desktop, monkeypatch):
    def refuse(**_options):
        raise OSError("X get_image failed")

    monkeypatch.setattr(screen.ImageGrab, "grab", refuse)
    with pytest.raises(Problem, match="X get_image failed"):
        screen.ScreenSource()


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


@pytest.mark.skipif(screen.platform.system() != "Linux", reason="X11 is of Linux")
def test_without_a_display_it_says_so(monkeypatch):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    state = screen.availability()
    assert isinstance(state, Unavailable)
    assert "no display" in state.reason
    with pytest.raises(Problem, match="Start it from a desktop session"):
        screen.ScreenSource()
    monkeypatch.setenv("DISPLAY", ":0")
    assert isinstance(screen.availability(), Available)
