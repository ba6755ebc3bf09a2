"""Large pictures in parts that overlap by what the network can see.

Tiles all have one size, so that one session with fixed shapes serves them all, and the outer
ones end where the picture ends, so that its border is treated as in a whole run. With an overlap
of the network's halo every kept pixel is computed from the same input as in the whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .frames import Size, size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .frames import Pixels


@dataclass(frozen=True, slots=True)
class Span:
    """One tile along one axis: it covers ``start .. start + tile``, ``keep`` is used of it."""

    start: int
    keep_from: int
    keep_to: int


@dataclass(frozen=True, slots=True)
class Tile:
    vertical: Span
    horizontal: Span


def spans(length: int, tile: int, halo: int, multiple: int = 1) -> list[Span]:
    """Cut ``length`` into tiles of ``tile``; both are multiples of ``multiple``.

    Raises `ValueError` if the tile is too small for the halo.
    """
    if tile >= length:
        return [Span(0, 0, length)]
    step = (tile - 2 * halo) // multiple * multiple
    if step < 1:
        raise ValueError(f"a tile of {tile} is too small for a halo of {halo}")
    found: list[Span] = []
    start = kept = 0
    while True:
        start = min(start, length - tile)
        end = length if start + tile == length else start + tile - halo
        found.append(Span(start, kept, end))
        if end == length:
            return found
        kept, start = end, start + step


def tiles(picture: Size, tile: Size, halo: int, multiple: int = 1) -> Iterator[Tile]:
    for vertical in spans(picture.height, tile.height, halo, multiple):
        for horizontal in spans(picture.width, tile.width, halo, multiple):
            yield Tile(vertical, horizontal)


def run_tiled(
    pixels: Pixels,
    tile: Size,
    halo: int,
    scale: int,
    run: Callable[[Pixels], Pixels],
    *,
    multiple: int = 1,
) -> Pixels:
    """Enlarge ``pixels`` by ``scale`` tile by tile."""
    whole = size_of(pixels)
    out: Pixels | None = None
    for part in tiles(whole, tile, halo, multiple):
        rows, columns = part.vertical, part.horizontal
        piece = pixels[
            rows.start : rows.start + min(tile.height, whole.height),
            columns.start : columns.start + min(tile.width, whole.width),
        ]
        result = run(np.ascontiguousarray(piece))
        if out is None:
            shape = (whole.height * scale, whole.width * scale, result.shape[2])
            out = np.empty(shape, result.dtype)
        out[
            rows.keep_from * scale : rows.keep_to * scale,
            columns.keep_from * scale : columns.keep_to * scale,
        ] = result[
            (rows.keep_from - rows.start) * scale : (rows.keep_to - rows.start) * scale,
            (columns.keep_from - columns.start) * scale : (columns.keep_to - columns.start) * scale,
        ]
    assert out is not None
    return out
