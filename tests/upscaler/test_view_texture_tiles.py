"""Tiles cover what is seen exactly once, and each shows its own part of the picture."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.views.texture_tiles import APRON, CORE, TILE, tile_source, visible_parts
from pixelwatt_upscaler.views.viewport import Box, Viewport

sizes = st.builds(Size, st.integers(1, 4200), st.integers(1, 3100))
panes = st.builds(
    Box, st.integers(0, 500), st.integers(0, 300), st.integers(1, 700), st.integers(1, 500)
)
fractions = st.floats(0, 1)
viewports = st.builds(Viewport, st.none() | st.floats(1 / 32, 64), fractions, fractions)


@given(picture=sizes, pane=panes, viewport=viewports)
def test_each_seen_pixel_comes_from_its_own_place_of_the_picture(picture, pane, viewport):
    place = viewport.place(pane, picture)
    seen = {}
    for part in visible_parts(picture, place, pane):
        left, top, width, height = tile_source(picture, part.column, part.row)
        for x in _centres(part.target.x, part.target.width, pane.x, pane.width):
            for y in _centres(part.target.y, part.target.height, pane.y, pane.height):
                u = part.texels.x + (x - part.target.x) / part.target.width * part.texels.width
                v = part.texels.y + (y - part.target.y) / part.target.height * part.texels.height
                assert (x, y) not in seen, "two tiles show one place of the screen"
                seen[x, y] = (left + u * width, top + v * height)
    scale_x, scale_y = place.width / picture.width, place.height / picture.height
    for (x, y), found in seen.items():
        wanted = ((x - place.x) / scale_x, (y - place.y) / scale_y)
        np.testing.assert_allclose(found, wanted, atol=1e-6 * TILE)


@given(picture=sizes, pane=panes, viewport=viewports)
def test_nothing_that_is_seen_is_left_out(picture, pane, viewport):
    place = viewport.place(pane, picture)
    parts = visible_parts(picture, place, pane)
    covered = sum(part.target.width * part.target.height for part in parts)
    width = min(place.x + place.width, pane.x + pane.width) - max(place.x, pane.x)
    height = min(place.y + place.height, pane.y + pane.height) - max(place.y, pane.y)
    np.testing.assert_allclose(covered, max(width, 0) * max(height, 0), rtol=1e-9, atol=1e-9)


@given(picture=sizes)
def test_tiles_hold_the_whole_picture_and_their_neighbours_edges(picture):
    columns = -(-picture.width // CORE)
    held = [tile_source(picture, column, 0) for column in range(columns)]
    assert held[0][0] == 0
    assert held[-1][0] + held[-1][2] == picture.width
    assert all(width <= TILE for _left, _top, width, _height in held)
    for before, after in pairwise(held):
        assert before[0] + before[2] - after[0] == 2 * APRON


def _centres(start: float, length: float, clip: float, clip_length: float) -> list[float]:
    """A few of the screen's pixel centres inside a part, its first and its last among them."""
    first = int(np.ceil(max(start, clip) - 0.5))
    last = int(np.ceil(min(start + length, clip + clip_length) - 0.5)) - 1
    return sorted(
        {float(n) + 0.5 for n in (first, (first + last) // 2, last) if first <= n <= last}
    )
