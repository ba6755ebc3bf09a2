"""Taking pictures down and up with fixed filters, through OpenCV and Pillow."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import cv2
import numpy as np

from .frames import Size, size_of

if TYPE_CHECKING:
    from .frames import Pixels


class Degradation(StrEnum):
    """How a picture is taken down to the render size."""

    AREA = "area"
    """Each render pixel is the mean of the area it covers, as a camera's sensor sees."""
    BICUBIC = "bicubic"
    """Widened cubic filter, a = -0.5, as MATLAB's imresize: the papers' convention."""
    POINT = "point"
    """One sample at each render pixel's centre, aliased as a game renders without AA."""


FILTERS = {
    "nearest": cv2.INTER_NEAREST_EXACT,
    "bilinear": cv2.INTER_LINEAR,
    "bicubic": cv2.INTER_CUBIC,
    "lanczos": cv2.INTER_LANCZOS4,
}
"""OpenCV's filters for enlarging. Its nearest is the exact one, which is centred."""


def degrade(pixels: Pixels, render: Size, how: Degradation) -> Pixels:
    """Take ``pixels`` down to ``render``; the values stay in the picture's own (gamma) space."""
    if size_of(pixels) == render:
        return pixels
    if how is Degradation.POINT:
        return _resized(pixels, render, cv2.INTER_NEAREST_EXACT)
    if how is Degradation.BICUBIC:
        return _pillow_bicubic(pixels, render)
    return _resized(pixels, render, cv2.INTER_AREA)


def enlarge(pixels: Pixels, size: Size, method: str) -> Pixels:
    """Resample to ``size`` with one of `FILTERS`; shrinking sides are area-filtered first."""
    if size_of(pixels) == size:
        return pixels
    current = size_of(pixels)
    if method != "nearest" and (size.width < current.width or size.height < current.height):
        smaller = Size(min(size.width, current.width), min(size.height, current.height))
        pixels = _resized(pixels, smaller, cv2.INTER_AREA)
    return _resized(pixels, size, FILTERS[method])


def _resized(pixels: Pixels, size: Size, interpolation: int) -> Pixels:
    if size_of(pixels) == size:
        return pixels
    resized: Pixels = cv2.resize(pixels, (size.width, size.height), interpolation=interpolation)
    return resized[:, :, None] if resized.ndim == 2 else resized


def _pillow_bicubic(pixels: Pixels, size: Size) -> Pixels:
    # Pillow widens the kernel when it shrinks, OpenCV does not; its float mode keeps 16 bits.
    from PIL import Image

    top = np.iinfo(pixels.dtype).max
    planes = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(pixels[:, :, channel], np.float32)).resize(
                (size.width, size.height), Image.Resampling.BICUBIC
            )
        )
        for channel in range(pixels.shape[2])
    ]
    result: Pixels = np.clip(np.rint(np.stack(planes, axis=2)), 0, top).astype(pixels.dtype)
    return result
