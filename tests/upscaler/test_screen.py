from __future__ import annotations

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


@pytest.mark.skipif(screen.platform.system() != "Linux", reason="Wayland is of Linux")
def test_wayland_says_what_to_do(monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    state = screen.availability()
    assert isinstance(state, Unavailable)
    assert "X11" in state.remedy
    with pytest.raises(Problem, match="portal"):
        screen.ScreenSource()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setenv("DISPLAY", ":0")
    assert isinstance(screen.availability(), Available)
