"""Zoom, pan and panes as numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.views.viewport import Box, Viewport, grid

PANE = Box(0, 0, 800, 600)
FULL_HD = Size(1920, 1080)


def test_fit_shows_the_whole_picture_in_the_middle():
    place = Viewport().place(PANE, FULL_HD)
    assert (place.x, place.width) == (0, 800)
    assert place.height == pytest.approx(450)
    assert place.y == 75


def test_one_to_one_lays_pixels_on_pixels():
    place = Viewport(1.0).place(PANE, FULL_HD)
    assert (place.width, place.height) == (1920, 1080)
    assert place.x == int(place.x)


@given(
    zoom=st.floats(0.05, 60),
    x=st.floats(10, 790),
    y=st.floats(10, 590),
    start=st.floats(0.5, 8),
)
@settings(max_examples=60)
def test_the_point_under_the_pointer_stays_when_zooming_in(zoom, x, y, start):
    before = Viewport(start)
    target = max(zoom, start)
    after = before.zoomed(PANE, FULL_HD, target, (x, y))
    was = before.picture_point(PANE, FULL_HD, x, y)
    now = after.picture_point(PANE, FULL_HD, x, y)
    if 0 <= was[0] <= 1920 and 0 <= was[1] <= 1080 and start * 1080 >= 600:
        # Both places are rounded to whole screen pixels.
        slack = 1.0 / start + 1.0 / target
        assert now == pytest.approx(was, abs=slack)


@given(dx=st.floats(-5000, 5000), dy=st.floats(-5000, 5000), zoom=st.floats(1, 64))
@settings(max_examples=60)
def test_a_picture_larger_than_its_pane_never_leaves_a_gap(dx, dy, zoom):
    place = Viewport(zoom).panned(PANE, FULL_HD, dx, dy).place(PANE, FULL_HD)
    assert place.x <= 1
    assert place.y <= 1
    assert place.x + place.width >= 799
    assert place.y + place.height >= 599


def test_steps_go_over_round_zooms_and_stop_at_the_ends():
    zooms = []
    viewport = Viewport(0.4)
    for _ in range(30):
        viewport = viewport.stepped(PANE, FULL_HD, 1)
        zooms.append(viewport.zoom)
    assert zooms[:4] == pytest.approx([0.5, 2 / 3, 1.0, 1.5])
    assert zooms[-1] == 64


@pytest.mark.parametrize(
    ("count", "size", "columns"),
    [(2, (1600, 500), 2), (2, (500, 900), 1), (4, (1600, 900), 2), (3, (1800, 350), 3)],
)
def test_the_grid_makes_pictures_as_large_as_they_can_be(count, size, columns):
    panes = grid(count, *size, aspect=16 / 9, gap=2)
    assert len({pane.x for pane in panes}) == columns
    assert len(panes) == count
    for pane in panes:
        assert pane.x + pane.width <= size[0] + 1e-6
        assert pane.y + pane.height <= size[1] + 1e-6


@pytest.mark.parametrize("size", [(1600, 500), (500, 900)])
def test_a_row_is_one_row_however_narrow_the_view(size):
    panes = grid(3, *size, aspect=16 / 9, gap=2, columns=(3,))
    assert {pane.y for pane in panes} == {0}
    assert panes[-1].x + panes[-1].width == pytest.approx(size[0])
