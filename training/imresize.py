"""MATLAB's ``imresize`` with the cubic kernel, as published super-resolution scores use it.

Keys' kernel with a = -0.5, widened by the scale when shrinking (antialiasing), mirrored at
the borders, computed in double precision and rounded to 8 bits once at the end. Checked by
the known scores of Set14 taken down and brought back with it: 30.22, 27.53 and 25.99 dB at
x2, x3 and x4.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]


def cubic(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Keys' cubic convolution kernel, a = -0.5."""
    d = np.abs(distance)
    near = 1.5 * d**3 - 2.5 * d**2 + 1.0
    far = -0.5 * d**3 + 2.5 * d**2 - 4.0 * d + 2.0
    return np.where(d <= 1, near, np.where(d <= 2, far, 0.0))


def contributions(
    length: int, wanted: int, scale: float
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Weights and source indices, both (wanted, taps), of one axis."""
    stretch = min(scale, 1.0)
    width = 4.0 / stretch
    centre = (np.arange(wanted) + 0.5) / scale - 0.5
    first = np.floor(centre - width / 2)
    taps = int(np.ceil(width)) + 2
    places = (first[:, None] + np.arange(taps)).astype(np.intp)
    weights = stretch * cubic(stretch * (centre[:, None] - places))
    weights /= weights.sum(axis=1, keepdims=True)
    mirror = np.concatenate([np.arange(length), np.arange(length - 1, -1, -1)])
    return weights, mirror[places % (2 * length)]


def imresize(picture: Bytes, scale: Fraction | int) -> Bytes:
    """``picture`` (H, W) or (H, W, C) resized by ``scale``: ``Fraction(1, 2)`` halves it."""
    rows, columns = (int(np.ceil(side * Fraction(scale))) for side in picture.shape[:2])
    values = picture.astype(np.float64)
    values = np.tensordot(_matrix(picture.shape[0], rows, scale), values, (1, 0))
    values = np.tensordot(_matrix(picture.shape[1], columns, scale), values, (1, 1))
    values = values.swapaxes(0, 1)
    return np.floor(values.clip(0, 255) + 0.5).astype(np.uint8)


def _matrix(length: int, wanted: int, scale: Fraction | int) -> NDArray[np.float64]:
    """The contributions as one (wanted, length) matrix: a product is faster than gathering."""
    weights, places = contributions(length, wanted, float(scale))
    matrix = np.zeros((wanted, length))
    np.add.at(matrix, (np.arange(wanted)[:, None], places), weights)
    return matrix
