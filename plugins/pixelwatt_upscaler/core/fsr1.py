"""AMD FidelityFX Super Resolution 1 in NumPy: EASU enlarges along edges, RCAS sharpens.

Written from the published description and constants of ``ffx_fsr1.h`` (MIT, 2021). EASU takes 12
taps around each output pixel, finds the edge's direction and strength from four crosses of luma,
and weighs the taps with a Lanczos-like kernel that is stretched along the edge; the result is kept
within the four nearest taps. RCAS then sharpens with a cross of five taps, as strongly as it can
without leaving the range of the neighbours. Both want perceptual values (sRGB), after tone
mapping and before grain. AMD recommends up to 2× a side; beyond that the taps do not reach.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .hardware import physical_cores

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from .frames import Rgb, Size

    Floats = NDArray[np.float32]

LARGEST_RECOMMENDED_FACTOR = 2.0
RCAS_LIMIT = 0.25 - 1 / 16
"""Beyond this lobe the sharpening becomes unnatural (FSR_RCAS_LIMIT)."""
SHARPNESS_STOPS = 0.2
"""Halvings of the sharpness; 0 is sharpest (the sample's default)."""
_STRIP_PIXELS = 24_000
"""Of the result, made at a time: few enough for every step's planes to stay in the L2 cache."""
_REACH = 2
"""Source pixels that the taps reach beyond the picture; its border is repeated there."""
_TINY = np.float32(1e-12)
"""Keeps 0 / 0 at 0 and is lost in every other denominator."""

# The twelve taps around the 2x2 nearest (f g / j k), as (row, column) from f.
_TAPS = {
    "b": (-1, 0), "c": (-1, 1),
    "e": (0, -1), "f": (0, 0), "g": (0, 1), "h": (0, 2),
    "i": (1, -1), "j": (1, 0), "k": (1, 1), "l": (1, 2),
    "n": (2, 0), "o": (2, 1),
}  # fmt: skip
_OFFSETS = (-1, 0, 1, 2)


def fsr1(rgb: Rgb, size: Size, stops: float = SHARPNESS_STOPS) -> Rgb:
    """Enlarge uint8 or uint16 RGB to ``size`` with EASU and sharpen with RCAS."""
    top = float(np.iinfo(rgb.dtype).max)
    planes = _planes(rgb.astype(np.float32) / np.float32(top))
    result: Rgb = np.empty((size.height, size.width, 3), rgb.dtype)
    sharpened = np.pad(_easu(planes, size), ((0, 0), (1, 1), (1, 1)), mode="edge")

    def strip(rows: slice) -> None:
        sharp = _rcas_rows(sharpened[:, rows.start : rows.stop + 2], stops)
        result[rows] = np.rint(np.clip(sharp, 0, 1) * top).transpose(1, 2, 0)

    _in_strips(strip, size.height, size.width)
    return result


def easu(rgb: Floats, size: Size) -> Floats:
    """Edge-adaptive spatial upsampling of height x width x 3 in 0..1."""
    return np.ascontiguousarray(_easu(_planes(rgb), size).transpose(1, 2, 0))


def rcas(rgb: Floats, stops: float = SHARPNESS_STOPS) -> Floats:
    """Robust contrast-adaptive sharpening of height x width x 3 in 0..1."""
    padded = np.pad(_planes(rgb), ((0, 0), (1, 1), (1, 1)), mode="edge")
    return np.ascontiguousarray(_rcas_rows(padded, stops).transpose(1, 2, 0))


def _planes(rgb: Floats) -> Floats:
    """3 x height x width: NumPy is several times faster along rows than over three channels."""
    return np.ascontiguousarray(rgb.transpose(2, 0, 1))


def _in_strips(work: Callable[[slice], None], height: int, width: int) -> None:
    """Do ``work`` on strips of rows, on all cores; NumPy lets go of the interpreter meanwhile."""
    rows = max(8, _STRIP_PIXELS // width)
    strips = [slice(top, min(top + rows, height)) for top in range(0, height, rows)]
    with ThreadPoolExecutor(min(physical_cores(), len(strips)), "pixelwatt-fsr") as pool:
        list(pool.map(work, strips))


def _rcas_rows(padded: Floats, stops: float) -> Floats:
    """Sharpen planes that have one row and column more on each side."""
    centre = padded[:, 1:-1, 1:-1]
    above, below = padded[:, :-2, 1:-1], padded[:, 2:, 1:-1]
    left, right = padded[:, 1:-1, :-2], padded[:, 1:-1, 2:]
    low = np.minimum(np.minimum(above, below), np.minimum(left, right))
    high = np.maximum(np.maximum(above, below), np.maximum(left, right))
    # How far the weights can go before black or white is left, by channel.
    hit_low = np.minimum(low, centre) / (4 * high + _TINY)
    hit_high = (1 - np.maximum(high, centre)) / (4 * low - 4 - _TINY)
    lobes = np.maximum(-hit_low, hit_high)
    lobe = np.clip(lobes.max(axis=0), -RCAS_LIMIT, 0) * np.float32(2.0**-stops)
    ring = above + left + right + below
    return np.asarray((lobe * ring + centre) / (4 * lobe + 1), np.float32)


@dataclass(frozen=True, slots=True)
class _Edges:
    """At each source pixel and one around the picture: gradient, and how much of a step it is."""

    step_x: Floats
    step_y: Floats
    length: Floats

    @classmethod
    def of(cls, padded: Floats) -> _Edges:
        """From planes with `_REACH` more pixels on each side. Luma is doubled, as in the source."""
        luma = padded[1] + 0.5 * (padded[0] + padded[2])
        centre = luma[1:-1, 1:-1]
        step_x, length_x = _axis(luma[1:-1, :-2], centre, luma[1:-1, 2:])
        step_y, length_y = _axis(luma[:-2, 1:-1], centre, luma[2:, 1:-1])
        return cls(step_x, step_y, length_x + length_y)


def _axis(before: Floats, centre: Floats, after: Floats) -> tuple[Floats, Floats]:
    """The gradient along one axis, and how much of a step (not a thin line) it is, squared."""
    step = after - before
    largest = np.maximum(np.abs(after - centre), np.abs(centre - before))
    share = np.minimum(np.abs(step) / (largest + _TINY), 1)
    return step, share**2


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where output pixels fall: the nearest source pixel above and to the left, and beyond it."""

    first: NDArray[np.intp]
    beyond: Floats

    @classmethod
    def of(cls, source: int, output: int) -> _Grid:
        at = (np.arange(output) + 0.5) * (source / output) - 0.5
        first = np.floor(at).astype(np.intp)
        return cls(first, (at - first).astype(np.float32))


def _easu(planes: Floats, size: Size) -> Floats:
    padded = np.pad(planes, ((0, 0), (_REACH, _REACH), (_REACH, _REACH)), mode="edge")
    edges = _Edges.of(padded)
    rows = _Grid.of(planes.shape[1], size.height)
    columns = _Grid.of(planes.shape[2], size.width)
    result = np.empty((3, size.height, size.width), np.float32)

    def strip(wanted: slice) -> None:
        part = _Grid(rows.first[wanted], rows.beyond[wanted])
        direction_x, direction_y, strength = _direction(edges, part, columns)
        result[:, wanted] = _weighted(padded, part, columns, direction_x, direction_y, strength)

    _in_strips(strip, size.height, size.width)
    return result


def _direction(edges: _Edges, rows: _Grid, columns: _Grid) -> tuple[Floats, Floats, Floats]:
    """The gradient's unit direction and the edge's strength (0 to 1) for each output pixel.

    Each is that of the four nearest pixels, weighted bilinearly.
    """
    step_x, step_y, length = (
        _bilinear(each, rows, columns) for each in (edges.step_x, edges.step_y, edges.length)
    )
    squared = step_x**2 + step_y**2
    flat = squared < 1 / 32768
    scale = 1 / np.sqrt(np.where(flat, np.float32(1), squared))
    unit_x = np.asarray(np.where(flat, np.float32(1), step_x) * scale, np.float32)
    unit_y = np.asarray(np.where(flat, np.float32(0), step_y) * scale, np.float32)
    # Two axes of 0 to 1 each, halved and squared: weak edges count even less.
    return unit_x, unit_y, np.asarray((length * 0.5) ** 2, np.float32)


def _bilinear(values: Floats, rows: _Grid, columns: _Grid) -> Floats:
    """Between the four nearest of ``values``, which begin one pixel outside the picture."""
    top = int(rows.first[0]) + 1
    part = values[top : int(rows.first[-1]) + 3]
    first = part[:, columns.first + 1]
    along = first + (part[:, columns.first + 2] - first) * columns.beyond
    above = along[rows.first + 1 - top]
    return np.asarray(
        above + (along[rows.first + 2 - top] - above) * rows.beyond[:, None], np.float32
    )


def _weighted(
    padded: Floats,
    rows: _Grid,
    columns: _Grid,
    direction_x: Floats,
    direction_y: Floats,
    strength: Floats,
) -> Floats:
    """The mean of all taps by the turned and stretched kernel, kept within the four nearest."""
    largest = np.maximum(np.abs(direction_x), np.abs(direction_y))
    # A square's diagonal is sqrt(2) long: along it the kernel reaches that much further.
    stretch = (direction_x**2 + direction_y**2) / largest
    along = 1 + (stretch - 1) * strength
    across = 1 - 0.5 * strength
    lobe = 0.5 + (0.25 - 0.04 - 0.5) * strength
    limit = 1 / lobe
    along_x, along_y = direction_x * along, direction_y * along
    across_x, across_y = direction_x * across, direction_y * across
    # A tap's place in the turned kernel is a sum of a term of its column and one of its row.
    by_column = {c: (along_x * x, across_y * x) for c in _OFFSETS for x in [c - columns.beyond]}
    by_row = {r: (along_y * y, across_x * y) for r in _OFFSETS for y in [r - rows.beyond[:, None]]}

    top = int(rows.first[0]) + _REACH - 1
    part = padded[:, top : int(rows.first[-1]) + _REACH + 3]
    gathered = {c: part[:, :, columns.first + _REACH + c] for c in _OFFSETS}
    total = np.zeros((3, *strength.shape), np.float32)
    weights = np.zeros(strength.shape, np.float32)
    nearest = []
    for name, (row, column) in _TAPS.items():
        tap = gathered[column][:, rows.first + _REACH + row - top]
        if name in "fgjk":
            nearest.append(tap)
        turned_x = by_column[column][0] + by_row[row][0]
        turned_y = by_row[row][1] - by_column[column][1]
        turned_x *= turned_x
        turned_y *= turned_y
        turned_x += turned_y
        weight = easu_kernel(np.minimum(turned_x, limit, out=turned_x), lobe)
        weights += weight
        total += tap * weight
    total /= weights
    low = np.minimum(np.minimum(nearest[0], nearest[1]), np.minimum(nearest[2], nearest[3]))
    high = np.maximum(np.maximum(nearest[0], nearest[1]), np.maximum(nearest[2], nearest[3]))
    return np.asarray(np.clip(total, low, high, out=total), np.float32)


def easu_kernel(squared_distance: Floats, lobe: Floats) -> Floats:
    """``(25/16 (2/5 d^2 - 1)^2 - 9/16) (lobe d^2 - 1)^2``, which is like Lanczos 2."""
    base = np.float32(2 / 5) * squared_distance - 1
    window = lobe * squared_distance - 1
    return (np.float32(25 / 16) * base**2 - np.float32(9 / 16)) * window**2
