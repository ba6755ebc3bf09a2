"""A small antialiased painter: masks drawn large and averaged down, colours in linear light."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable

Floats = NDArray[np.float32]
Polygon = NDArray[np.floating]

SUPERSAMPLING = 4
_SHIFT_BITS = 4


def linear(colour: str | Floats) -> Floats:
    """sRGB, as ``"#rrggbb"`` or values in [0, 1], to linear light (IEC 61966-2-1)."""
    if isinstance(colour, str):
        digits = colour.removeprefix("#")
        colour = np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)
    return np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4).astype(
        np.float32
    )


def encoded(light: Floats) -> Floats:
    """Linear light to sRGB in [0, 1]."""
    light = np.clip(light, 0, 1)
    low = light * 12.92
    high = 1.055 * np.maximum(light, 0.0031308) ** np.float32(1 / 2.4) - 0.055
    return np.where(light <= 0.0031308, low, high).astype(np.float32)


def ramp(stops: dict[float, str], places: Floats) -> Floats:
    """Colours at ``places`` between the ``stops``, mixed as sRGB, in linear light."""
    keys = sorted(stops)
    digits = [stops[key].removeprefix("#") for key in keys]
    values = np.array([[int(d[i : i + 2], 16) / 255 for i in (0, 2, 4)] for d in digits])
    mixed = np.stack([np.interp(places, keys, values[:, c]) for c in range(3)], axis=-1)
    return linear(mixed.astype(np.float32))


@dataclass(slots=True)
class Canvas:
    """A picture in linear light whose units are those of a ``1280 x 720`` design."""

    width: int
    height: int
    light: Floats = field(init=False)
    _mask: NDArray[np.uint8] = field(init=False)

    def __post_init__(self) -> None:
        self.light = np.zeros((self.height, self.width, 3), np.float32)
        shape = (self.height * SUPERSAMPLING, self.width * SUPERSAMPLING)
        self._mask = np.zeros(shape, np.uint8)

    @property
    def unit(self) -> float:
        """Pixels to one design unit."""
        return self.height / 720

    def rows(self) -> Floats:
        """The design's y at each row's centre, shape (height, 1)."""
        return ((np.arange(self.height, dtype=np.float32) + 0.5) / self.unit)[:, None]

    def columns(self) -> Floats:
        """The design's x at each column's centre, shape (1, width)."""
        return ((np.arange(self.width, dtype=np.float32) + 0.5) / self.unit)[None, :]

    def coverage(self, polygons: Iterable[Polygon]) -> Floats:
        """How much of each pixel the union of ``polygons`` (x, y in units) covers, 0..1."""
        shapes = list(polygons)
        drawn = np.zeros((self.height, self.width), np.float32)
        ys = np.concatenate([np.asarray(shape)[:, 1] for shape in shapes]) * self.unit
        top = int(np.clip(np.floor(ys.min()) - 1, 0, self.height))
        bottom = int(np.clip(np.ceil(ys.max()) + 1, 0, self.height))
        if bottom <= top:
            return drawn
        band = self._mask[top * SUPERSAMPLING : bottom * SUPERSAMPLING]
        band[:] = 0
        factor = self.unit * SUPERSAMPLING * (1 << _SHIFT_BITS)
        for shape in shapes:
            points = np.rint(np.asarray(shape) * factor - (1 << _SHIFT_BITS) / 2)
            points[:, 1] -= top * SUPERSAMPLING << _SHIFT_BITS
            cv2.fillPoly(band, [points.astype(np.int32)], 255, shift=_SHIFT_BITS)
        drawn[top:bottom] = self.averaged(band)
        return drawn

    def averaged(self, mask: NDArray[np.uint8]) -> Floats:
        """A mask drawn at ``SUPERSAMPLING`` times the size, taken down to pixels, 0..1."""
        size = (mask.shape[1] // SUPERSAMPLING, mask.shape[0] // SUPERSAMPLING)
        small = cv2.resize(mask, size, interpolation=cv2.INTER_AREA)
        return small.astype(np.float32) / np.float32(255)

    def paint(self, coverage: Floats, colour: str | Floats, opacity: float = 1.0) -> None:
        """Lay ``colour`` (one, or linear light for each pixel) over what is there."""
        light = linear(colour) if isinstance(colour, str) else colour
        # Most things cover little of the picture: touch their pixels only.
        touched = np.flatnonzero(coverage)
        pixels = self.light.reshape(-1, 3)
        alpha = coverage.reshape(-1)[touched, None] * np.float32(opacity)
        if light.ndim > 1:
            light = np.broadcast_to(light, self.light.shape).reshape(-1, 3)[touched]
        pixels[touched] += alpha * (light - pixels[touched])

    def fill(self, polygons: Iterable[Polygon], colour: str | Floats, opacity: float = 1.0) -> None:
        """Paint the union of polygons."""
        self.paint(self.coverage(polygons), colour, opacity)

    def glow(self, strength: Floats, colour: str) -> None:
        """Add light: ``strength`` of ``colour`` for each pixel."""
        self.light += strength[..., None] * linear(colour)

    def picture(self, dither: Floats) -> NDArray[np.uint8]:
        """The finished 8-bit sRGB picture; ``dither`` (-0.5..0.5) hides the gradients' steps."""
        return np.rint(encoded(self.light) * 255 + dither[..., None]).clip(0, 255).astype(np.uint8)


def stroke(points: Polygon, widths: float | NDArray[np.floating]) -> Polygon:
    """The outline of a curve drawn with a pen of the given width (or width at each point)."""
    points = np.asarray(points, np.float64)
    direction = np.gradient(points, axis=0)
    direction /= np.maximum(np.linalg.norm(direction, axis=1, keepdims=True), 1e-9)
    normal = np.stack([-direction[:, 1], direction[:, 0]], axis=1)
    half = np.broadcast_to(np.asarray(widths, np.float64), (len(points),))[:, None] / 2
    return np.concatenate([points + normal * half, (points - normal * half)[::-1]])


def disc(x: float, y: float, radius: float, corners: int = 48) -> Polygon:
    """A circle as a polygon."""
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return np.stack([x + radius * np.cos(angle), y + radius * np.sin(angle)], axis=1)


def box(left: float, top: float, right: float, bottom: float) -> Polygon:
    """A rectangle as a polygon."""
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
