"""Pictures cut into tiles that any graphics card takes as textures, and where each tile goes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pixelwatt_upscaler.views.viewport import Box

if TYPE_CHECKING:
    from pixelwatt_upscaler.core.frames import Size

TILE = 1024
"""Side of a tile. Only what is seen is uploaded, so a tile is no larger than a pane needs."""
APRON = 1
"""Texels of its neighbours around a tile, for a filter that blends over its edge."""
CORE = TILE - 2 * APRON


@dataclass(frozen=True, slots=True)
class TilePart:
    """A rectangle of the screen, and the part of one tile that it shows."""

    column: int
    row: int
    target: Box
    """Device pixels."""
    texels: Box
    """Fractions (0 to 1) of the tile, apron included, as graphics cards count."""


def tile_source(picture: Size, column: int, row: int) -> tuple[int, int, int, int]:
    """Left, top, width and height of what a tile holds, its apron included."""
    left, width = _held(picture.width, column)
    top, height = _held(picture.height, row)
    return left, top, width, height


def visible_parts(picture: Size, place: Box, clip: Box) -> list[TilePart]:
    """What ``clip`` shows of a picture whose whole lies at ``place``, tile by tile.

    The clip cuts, and the mapping stays that of the whole picture, so that neighbouring parts
    meet without a seam.
    """
    parts = []
    for row, (top, bottom) in _spans(picture.height, place.y, place.height, clip.y, clip.height):
        for column, (left, right) in _spans(
            picture.width, place.x, place.width, clip.x, clip.width
        ):
            x, y, width, height = tile_source(picture, column, row)
            scale_x, scale_y = place.width / picture.width, place.height / picture.height
            parts.append(
                TilePart(
                    column,
                    row,
                    Box(
                        place.x + left * scale_x,
                        place.y + top * scale_y,
                        (right - left) * scale_x,
                        (bottom - top) * scale_y,
                    ),
                    Box(
                        (left - x) / width,
                        (top - y) / height,
                        (right - left) / width,
                        (bottom - top) / height,
                    ),
                )
            )
    return parts


def _held(length: int, index: int) -> tuple[int, int]:
    start = max(index * CORE - APRON, 0)
    return start, min((index + 1) * CORE + APRON, length) - start


def _spans(
    length: int, origin: float, extent: float, clip: float, clip_extent: float
) -> list[tuple[int, tuple[float, float]]]:
    """Along one axis: each visible tile with what is seen of it, in pixels of the picture."""
    scale = extent / length
    first = max((clip - origin) / scale, 0.0)
    last = min((clip + clip_extent - origin) / scale, float(length))
    if last <= first:
        return []
    return [
        (index, (max(first, index * CORE), min(last, min((index + 1) * CORE, length))))
        for index in range(int(first) // CORE, math.ceil(last / CORE))
        if min(last, (index + 1) * CORE) > max(first, index * CORE)
    ]
