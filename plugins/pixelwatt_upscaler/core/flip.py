"""FLIP: how different two pictures look when one flickers into the other.

The LDR version of Andersson, Nilsson, Akenine-Moller, Oskarsson, Astrom and Fairchild, "FLIP: A
Difference Evaluator for Alternating Images", HPG 2020, with the paper's constants: a viewer 0.7 m
from a 4K monitor 0.7 m wide, which gives 67 pixels a degree. 0 is equal, 1 the largest difference.
It takes about half a second for a megapixel: use it on a region or off the UI thread.
"""

from __future__ import annotations

from math import ceil, pi, sqrt
from typing import TYPE_CHECKING

import cv2
import numpy as np

from .metrics import comparable
from .pipeline import as_rgb

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .frames import Pixels

    Floats = NDArray[np.float32]

PIXELS_PER_DEGREE = 0.7 * (3840 / 0.7) * (pi / 180)

# The eye's contrast sensitivity as sums of Gaussians (a1, b1, a2, b2), by opponent channel.
_SENSITIVITY = ((1, 0.0047, 0, 1e-5), (1, 0.0053, 0, 1e-5), (34.1, 0.04, 13.5, 0.025))
_COLOUR_EXPONENT = 0.7
_KNEE, _KNEE_ERROR = 0.4, 0.95
_FEATURE_WIDTH = 0.082
_FEATURE_EXPONENT = 0.5

# Linear sRGB to CIE XYZ (IEC 61966-2-1), and its white.
_XYZ = np.array(
    [
        [10135552 / 24577794, 8788810 / 24577794, 4435075 / 24577794],
        [2613072 / 12288897, 8788810 / 12288897, 887015 / 12288897],
        [1425312 / 73733382, 8788810 / 73733382, 70074185 / 73733382],
    ]
)
_WHITE = _XYZ.sum(axis=1)


def flip(reference: Pixels, test: Pixels, border: int = 0) -> float:
    """Mean FLIP of a picture against its reference. Raises `Problem` as `metrics.measure`."""
    return float(flip_map(reference, test, border).mean())


def flip_map(
    reference: Pixels,
    test: Pixels,
    border: int = 0,
    pixels_per_degree: float = PIXELS_PER_DEGREE,
) -> Floats:
    """FLIP of each pixel, 0 to 1, height x width."""
    first, second, top = comparable(reference, test, border)
    one, other = (_opponent(as_rgb(each).astype(np.float64) / top) for each in (first, second))
    colour = _colour_difference(one, other, pixels_per_degree)
    feature = _feature_difference(one, other, pixels_per_degree)
    return np.asarray(colour ** (1 - feature), np.float32)


def _opponent(srgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """SRGB to linear YyCxCz: luminance, red-green and blue-yellow."""
    linear = np.where(srgb > 0.04045, ((srgb + 0.055) / 1.055) ** 2.4, srgb / 12.92)
    x, y, z = np.moveaxis(linear @ _XYZ.T / _WHITE, 2, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=2)


def _colour_difference(
    reference: NDArray[np.float64], test: NDArray[np.float64], pixels_per_degree: float
) -> NDArray[np.float64]:
    one, other = (_hunt_lab(_seen(each, pixels_per_degree)) for each in (reference, test))
    difference = _hyab(one, other) ** _COLOUR_EXPONENT
    primaries = _hunt_lab(np.array([[[0.0, 1.0, 0.0]], [[0.0, 0.0, 1.0]]]))
    largest = float(_hyab(primaries[:1], primaries[1:])[0, 0]) ** _COLOUR_EXPONENT
    knee = _KNEE * largest
    small = _KNEE_ERROR / knee * difference
    large = _KNEE_ERROR + (difference - knee) / (largest - knee) * (1 - _KNEE_ERROR)
    return np.asarray(np.where(difference < knee, small, large))


def _seen(opponent: NDArray[np.float64], pixels_per_degree: float) -> NDArray[np.float64]:
    """Blur each channel as the eye does; back to linear RGB in 0..1."""
    widest = max(max(b1, b2) for _, b1, _, b2 in _SENSITIVITY)
    radius = ceil(3 * sqrt(widest / (2 * pi**2)) * pixels_per_degree)
    degrees = np.arange(-radius, radius + 1) / pixels_per_degree
    squared = degrees[:, None] ** 2 + degrees[None, :] ** 2
    channels = []
    for channel, (a1, b1, a2, b2) in enumerate(_SENSITIVITY):
        kernel = a1 * sqrt(pi / b1) * np.exp(-(pi**2) * squared / b1)
        kernel += a2 * sqrt(pi / b2) * np.exp(-(pi**2) * squared / b2)
        channels.append(_filtered(opponent[:, :, channel], kernel / kernel.sum()))
    y = (channels[0] + 16) / 116
    xyz = np.stack([channels[1] / 500 + y, y, y - channels[2] / 200], axis=2) * _WHITE
    return np.asarray(np.clip(xyz @ np.linalg.inv(_XYZ).T, 0, 1))


def _hunt_lab(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    """CIE Lab whose colourfulness grows with lightness (the Hunt effect)."""
    ratio = linear @ _XYZ.T / _WHITE
    limit = 6 / 29
    root = np.where(ratio > limit**3, np.cbrt(ratio), ratio / (3 * limit**2) + 4 / 29)
    lightness = 116 * root[:, :, 1] - 16
    a = 500 * (root[:, :, 0] - root[:, :, 1])
    b = 200 * (root[:, :, 1] - root[:, :, 2])
    return np.stack([lightness, 0.01 * lightness * a, 0.01 * lightness * b], axis=2)


def _hyab(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    delta = one - other
    return np.asarray(np.abs(delta[:, :, 0]) + np.hypot(delta[:, :, 1], delta[:, :, 2]))


def _feature_difference(
    reference: NDArray[np.float64], test: NDArray[np.float64], pixels_per_degree: float
) -> NDArray[np.float64]:
    """Edges and points that are in one picture and not in the other."""
    lights = [(each[:, :, 0] + 16) / 116 for each in (reference, test)]
    deviation = 0.5 * _FEATURE_WIDTH * pixels_per_degree
    radius = ceil(3 * deviation)
    across = np.arange(-radius, radius + 1)[None, :].astype(np.float64)
    bell = np.exp(-(across**2 + across.T**2) / (2 * deviation**2))
    edge, point = -across * bell, (across**2 / deviation**2 - 1) * bell
    differences = []
    for kernel in (edge, point):
        weights = np.where(kernel > 0, kernel / kernel[kernel > 0].sum(), 0)
        weights += np.where(kernel < 0, kernel / -kernel[kernel < 0].sum(), 0)
        strengths = [
            np.hypot(_filtered(light, weights), _filtered(light, weights.T)) for light in lights
        ]
        differences.append(np.abs(strengths[0] - strengths[1]))
    return np.asarray((np.maximum(*differences) / sqrt(2)) ** _FEATURE_EXPONENT)


def _filtered(plane: NDArray[np.float64], kernel: NDArray[np.float64]) -> NDArray[np.float64]:
    blurred = cv2.filter2D(plane, cv2.CV_64F, kernel, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(blurred)
