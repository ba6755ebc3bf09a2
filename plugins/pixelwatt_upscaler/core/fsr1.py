"""AMD FidelityFX Super Resolution 1 in NumPy: EASU enlarges along edges, RCAS sharpens.

Written from the published description and constants of ``ffx_fsr1.h`` (MIT, 2021). EASU takes 12
taps around each output pixel, finds the edge's direction and strength from four crosses of luma,
and weighs the taps with a Lanczos-like kernel that is stretched along the edge; the result is kept
within the four nearest taps. RCAS then sharpens with a cross of five taps, as strongly as it can
without leaving the range of the neighbours. Both want perceptual values (sRGB), after tone
mapping and before grain. AMD recommends up to 2× a side; beyond that the taps do not reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .frames import Rgb, Size

    Floats = NDArray[np.float32]

LARGEST_RECOMMENDED_FACTOR = 2.0
RCAS_LIMIT = 0.25 - 1 / 16
"""Beyond this lobe the sharpening becomes unnatural (FSR_RCAS_LIMIT)."""
SHARPNESS_STOPS = 0.2
"""Halvings of the sharpness; 0 is sharpest (the sample's default)."""
_STRIP_ROWS = 64

# The twelve taps around the 2x2 nearest (f g / j k), as (row, column) from f.
_TAPS = {
    "b": (-1, 0), "c": (-1, 1),
    "e": (0, -1), "f": (0, 0), "g": (0, 1), "h": (0, 2),
    "i": (1, -1), "j": (1, 0), "k": (1, 1), "l": (1, 2),
    "n": (2, 0), "o": (2, 1),
}  # fmt: skip
# The cross around each of the four nearest taps: itself, then above, left, right and below.
_CROSSES = {
    "f": "fbegj",
    "g": "gcfhk",
    "j": "jfikn",
    "k": "kgjlo",
}


def fsr1(rgb: Rgb, size: Size, stops: float = SHARPNESS_STOPS) -> Rgb:
    """Enlarge uint8 or uint16 RGB to ``size`` with EASU and sharpen with RCAS."""
    top = float(np.iinfo(rgb.dtype).max)
    unit = rgb.astype(np.float32) / np.float32(top)
    sharp = rcas(easu(unit, size), stops)
    pixels: Rgb = np.rint(np.clip(sharp, 0, 1) * top).astype(rgb.dtype)
    return pixels


def easu(rgb: Floats, size: Size) -> Floats:
    """Edge-adaptive spatial upsampling of height x width x 3 in 0..1."""
    result = np.empty((size.height, size.width, 3), np.float32)
    for start in range(0, size.height, _STRIP_ROWS):
        rows = np.arange(start, min(start + _STRIP_ROWS, size.height))
        result[rows] = _easu_rows(rgb, size, rows)
    return result


def rcas(rgb: Floats, stops: float = SHARPNESS_STOPS) -> Floats:
    """Robust contrast-adaptive sharpening of height x width x 3 in 0..1."""
    padded = np.pad(rgb, ((1, 1), (1, 1), (0, 0)), mode="edge")
    centre = padded[1:-1, 1:-1]
    ring = (padded[:-2, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:], padded[2:, 1:-1])
    low, high = np.minimum.reduce(ring), np.maximum.reduce(ring)
    with np.errstate(divide="ignore", invalid="ignore"):
        # How far the weights can go before black or white is left, by channel.
        hit_low = np.minimum(low, centre) / (4 * high)
        hit_high = (1 - np.maximum(high, centre)) / (4 * low - 4)
    lobes = np.maximum(-np.nan_to_num(hit_low), np.nan_to_num(hit_high, neginf=-1.0))
    lobe = np.clip(lobes.max(axis=2, keepdims=True), -RCAS_LIMIT, 0) * np.float32(2.0**-stops)
    return np.asarray((lobe * sum(ring) + centre) / (4 * lobe + 1), np.float32)


def _easu_rows(rgb: Floats, size: Size, rows: NDArray[np.intp]) -> Floats:
    height, width = rgb.shape[:2]
    y = (rows + 0.5) * (height / size.height) - 0.5
    x = (np.arange(size.width) + 0.5) * (width / size.width) - 0.5
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    down = (y - top).astype(np.float32)[:, None]
    across = (x - left).astype(np.float32)[None, :]

    taps: dict[str, Floats] = {}
    for name, (row, column) in _TAPS.items():
        lines = np.clip(top + row, 0, height - 1)
        columns = np.clip(left + column, 0, width - 1)
        taps[name] = rgb[lines[:, None], columns[None, :]]
    luma = {name: tap[..., 1] + 0.5 * (tap[..., 0] + tap[..., 2]) for name, tap in taps.items()}

    direction_x, direction_y, strength = _edge(luma, across, down)
    total, weight = _weighted(taps, direction_x, direction_y, strength, across, down)
    nearest = [taps[name] for name in "fgjk"]
    low, high = np.minimum.reduce(nearest), np.maximum.reduce(nearest)
    return np.asarray(np.clip(total / weight[..., None], low, high), np.float32)


def _edge(luma: dict[str, Floats], across: Floats, down: Floats) -> tuple[Floats, Floats, Floats]:
    """The gradient's unit direction and the edge's strength (0 to 1) for each output pixel."""
    shares = {
        "f": (1 - across) * (1 - down),
        "g": across * (1 - down),
        "j": (1 - across) * down,
        "k": across * down,
    }
    shape = shares["f"].shape
    direction_x: Floats = np.zeros(shape, np.float32)
    direction_y: Floats = np.zeros(shape, np.float32)
    length: Floats = np.zeros(shape, np.float32)
    for name, cross in _CROSSES.items():
        centre, above, left, right, below = (luma[tap] for tap in cross)
        step_x, length_x = _axis(left, centre, right)
        step_y, length_y = _axis(above, centre, below)
        direction_x = direction_x + step_x * shares[name]
        direction_y = direction_y + step_y * shares[name]
        length = length + (length_x + length_y) * shares[name]
    squared = direction_x**2 + direction_y**2
    flat = squared < 1 / 32768
    scale = 1 / np.sqrt(np.where(flat, 1, squared))
    unit_x = np.asarray(np.where(flat, np.float32(1), direction_x) * scale, np.float32)
    unit_y = np.asarray(np.where(flat, np.float32(0), direction_y) * scale, np.float32)
    # Two axes of 0 to 1 each, halved and squared: weak edges count even less.
    return unit_x, unit_y, np.asarray((length * 0.5) ** 2, np.float32)


def _axis(before: Floats, centre: Floats, after: Floats) -> tuple[Floats, Floats]:
    """The gradient along one axis, and how much of a step (not a thin line) it is, squared."""
    step = after - before
    largest = np.maximum(np.abs(after - centre), np.abs(centre - before))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(largest > 0, np.abs(step) / largest, 0)
    return step, np.clip(share, 0, 1) ** 2


def _weighted(
    taps: dict[str, Floats],
    direction_x: Floats,
    direction_y: Floats,
    strength: Floats,
    across: Floats,
    down: Floats,
) -> tuple[Floats, Floats]:
    """The weighted sum of all taps and the sum of their weights."""
    largest = np.maximum(np.abs(direction_x), np.abs(direction_y))
    # A square's diagonal is sqrt(2) long: along it the kernel reaches that much further.
    stretch = (direction_x**2 + direction_y**2) / largest
    along = 1 + (stretch - 1) * strength
    across_edge = 1 - 0.5 * strength
    lobe = 0.5 + (0.25 - 0.04 - 0.5) * strength
    limit = 1 / lobe
    total = np.zeros((*strength.shape, 3), np.float32)
    weights = np.zeros(strength.shape, np.float32)
    for name, (row, column) in _TAPS.items():
        offset_x, offset_y = column - across, row - down
        turned_x = (offset_x * direction_x + offset_y * direction_y) * along
        turned_y = (offset_y * direction_x - offset_x * direction_y) * across_edge
        distance = np.minimum(turned_x**2 + turned_y**2, limit)
        weight = easu_kernel(distance, lobe)
        total += taps[name] * weight[..., None]
        weights += weight
    return total, weights


def easu_kernel(squared_distance: Floats, lobe: Floats) -> Floats:
    """``(25/16 (2/5 d^2 - 1)^2 - 9/16) (lobe d^2 - 1)^2``, which is like Lanczos 2."""
    base = np.float32(2 / 5) * squared_distance - 1
    window = lobe * squared_distance - 1
    return (np.float32(25 / 16) * base**2 - np.float32(9 / 16)) * window**2
