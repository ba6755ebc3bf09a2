"""Who draws the pictures: the processor, or the graphics card where it is wanted and can."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pixelwatt_upscaler.views import drawing
from pixelwatt_upscaler.views.overlay import overlay_state
from pixelwatt_upscaler.views.texture_view import is_software

from .live_sources import Clip

PATIENCE_MS = 20_000


@pytest.fixture
def panel(make_panel):
    return make_panel(Clip.regular(frames=40, rate=20, size=(128, 96)))


def test_the_processor_draws_first(panel):
    assert not panel.canvas.drawing.by_graphics_card


# Qt says so too.
@pytest.mark.qt_log_ignore("QRhi", "does not support propagateSizeHints")
def test_where_no_graphics_card_can_draw_it_is_said_and_the_view_goes_on(panel, context, qtbot):
    with qtbot.waitSignal(panel.canvas.drawing.changed, timeout=PATIENCE_MS) as told:
        panel.change(drawing="graphics")
    assert "so the processor does" in told.args[0]
    assert not panel.canvas.drawing.by_graphics_card
    with qtbot.waitSignal(panel.canvas.painted, timeout=PATIENCE_MS):
        panel.canvas.update()


def test_the_automatic_choice_takes_the_graphics_card_only_when_drawing_is_slow(
    panel, qtbot, monkeypatch
):
    asked = []
    canvas = panel.canvas
    monkeypatch.setattr(drawing, "may_have_graphics_card", lambda: True)
    monkeypatch.setattr(canvas.drawing, "_take_graphics_card", lambda: asked.append(True))
    monkeypatch.setattr(drawing, "SLOW_MS", 1e9)
    panel.toggle_play()
    for _picture in range(drawing.LOOKED_AT):
        canvas.repaint()
    assert not asked
    monkeypatch.setattr(drawing, "SLOW_MS", 0.0)
    canvas.repaint()
    assert asked


def test_a_driver_that_is_no_graphics_card_is_left_again(panel, qtbot, monkeypatch):
    monkeypatch.setattr(drawing, "may_have_graphics_card", lambda: True)
    monkeypatch.setattr(drawing, "SLOW_MS", 0.0)
    ours = panel.canvas.drawing
    monkeypatch.setattr(ours, "_take_graphics_card", lambda: setattr(ours, "_view", object()))
    monkeypatch.setattr(ours, "_drop_graphics_card", lambda: setattr(ours, "_view", None))
    panel.toggle_play()
    ours._take_graphics_card()
    with qtbot.waitSignal(ours.changed) as told:
        ours._name_driver("Mesa/X.org llvmpipe (LLVM 15), OpenGL")
    assert "there is no graphics card" in told.args[0]
    assert not ours.by_graphics_card
    assert ours.driver == ""


def test_what_lies_over_the_pictures_is_drawn_anew_only_when_it_changes(panel):
    canvas = panel.canvas
    panel.toggle_play()
    before = overlay_state(canvas)
    canvas.show_layers(canvas.layers, canvas.content)
    assert overlay_state(canvas) == before
    canvas.move_split(0.1)
    assert overlay_state(canvas) != before


@pytest.mark.parametrize(
    ("driver", "software"),
    [
        ("Mesa/X.org llvmpipe (LLVM 15.0.6, 256 bits)", True),
        ("Google SwiftShader", True),
        ("Microsoft Basic Render Driver", True),
        ("NVIDIA Corporation NVIDIA GeForce RTX 4090/PCIe/SSE2", False),
        ("Apple M3 Max", False),
        ("Mesa Intel(R) Arc(tm) Graphics", False),
    ],
)
def test_software_is_told_from_a_graphics_card_by_its_name(driver, software):
    assert is_software(driver) is software


@pytest.fixture(scope="module")
def drawn_twice(tmp_path_factory):
    """What ``drawn_twice.py`` found on a display of its own."""
    platform = os.environ.get("PIXELWATT_TEST_WINDOWS")
    if platform is None:
        pytest.skip("there is no display on which tests may open windows; dev.py test makes one")
    home = tmp_path_factory.mktemp("drawn")
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("drawn_twice.py")],
        env=os.environ | {"QT_QPA_PLATFORM": platform, "PIXELWATT_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    if "unavailable" in found:
        pytest.skip(f"this display draws nothing through QRhi: {found['unavailable']}")
    return found


def test_both_draw_the_same(drawn_twice):
    assert drawn_twice["copied"]["largest"] == 0, "pixel on pixel is a copy"
    # Qt's raster painter blends with 8 bits of fraction, a graphics card with more.
    assert drawn_twice["blended"]["largest"] <= 4
    # Where a pixel's middle falls on an edge between squares, either side is right.
    assert drawn_twice["squares"]["mean"] < 1
    assert drawn_twice["squares_exact"]


def test_the_driver_is_named_and_shows_each_new_picture(drawn_twice):
    said = drawn_twice["said"]
    assert ("The graphics card draws" in said) is not is_software(said)
    assert "draw" in said
    assert drawn_twice["painted_by_graphics_card"] == [True]


def test_it_moves_into_a_window_of_its_own_and_back_to_the_processor(drawn_twice):
    assert drawn_twice["moved_window"]
    assert drawn_twice["back"]
