"""Maps of where two pictures differ, in perceptual colours with a scale.

The absolute map is the BT.601-weighted mean of the three channels' absolute differences, the
signed map the difference of the two lumas, both in steps of 1/255; signed maps are red where
the test is brighter than the reference and blue where it is darker. The SSIM map is 1 - SSIM
of the luma. The temporal map is the absolute luma of what changed from the frame before in the
test and not in the reference, or the other way round: flicker and ghosting. Colours: OpenCV's
``INFERNO`` and a blue-white-red ramp.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .frames import Rgb


class DifferenceKind(StrEnum):
    ABSOLUTE = "absolute"
    SIGNED = "signed"
    SSIM = "ssim"
    FLIP = "flip"
    """Of the middle of large pictures, because it takes half a second for a megapixel."""
    TEMPORAL = "temporal"


FLIP_PIXELS = 500_000


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """What to map, and which difference takes the end of the colour scale."""

    kind: DifferenceKind = DifferenceKind.ABSOLUTE
    full_scale: int = 64
    """In steps of 1/255, for the absolute and the signed map."""

    @property
    def ends(self) -> tuple[str, str, str]:
        """Lowest, middle and highest value of the scale, as written beside it."""
        if self.kind is DifferenceKind.SSIM:
            return "0", "0.5", "≥ 1"
        if self.kind is DifferenceKind.FLIP:
            return "0", "0.5", "1"
        if self.kind is DifferenceKind.SIGNED:
            return f"−{self.full_scale}", "0", f"+{self.full_scale}"
        return "0", f"{self.full_scale // 2}", f"≥ {self.full_scale}"


def difference_map(test: Rgb, reference: Rgb, view: DifferenceView) -> NDArray[np.uint8]:
    """Colour the difference of two uint8 RGB pictures of one size: H x W x 3, RGB."""
    if view.kind is DifferenceKind.SSIM:
        level = _ssim_level(test, reference)
        return _coloured(level, _inferno())
    if view.kind is DifferenceKind.FLIP:
        return _coloured(_flip_level(test, reference), _inferno())
    if view.kind is DifferenceKind.SIGNED:
        signed = cv2.subtract(_luma(test), _luma(reference), dtype=cv2.CV_16S)
        # 128 is the middle of the ramp; what is beyond the scale's ends is clipped to them.
        level = cv2.add(cv2.multiply(signed, 127 / view.full_scale), 128, dtype=cv2.CV_8U)
        return _coloured(level, _diverging())
    level = cv2.convertScaleAbs(_luma(cv2.absdiff(test, reference)), alpha=255 / view.full_scale)
    return _coloured(level, _inferno())


def temporal_map(
    test: tuple[Rgb, Rgb], reference: tuple[Rgb, Rgb], view: DifferenceView
) -> NDArray[np.uint8]:
    """Colour what changes differently; each pair is the frame before and the present one."""
    changes = [
        cv2.subtract(_luma(now), _luma(before), dtype=cv2.CV_16S)
        for before, now in (test, reference)
    ]
    level = cv2.convertScaleAbs(cv2.absdiff(*changes), alpha=255 / view.full_scale)
    return _coloured(level, _inferno())


def scale_colours(view: DifferenceView) -> NDArray[np.uint8]:
    """The 256 colours of the scale, lowest value first: 256 x 3, RGB."""
    ramp = _diverging() if view.kind is DifferenceKind.SIGNED else _inferno()
    return ramp.reshape(256, 3)


def _coloured(level: NDArray[np.uint8], ramp: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(cv2.applyColorMap(level, ramp), dtype=np.uint8)


def _luma(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def flip_region(height: int, width: int) -> tuple[slice, slice]:
    """Rows and columns of the middle that FLIP is computed on: at most half a megapixel."""
    share = min(1.0, (FLIP_PIXELS / (height * width)) ** 0.5)
    rows, columns = max(round(height * share), 1), max(round(width * share), 1)
    top, left = (height - rows) // 2, (width - columns) // 2
    return slice(top, top + rows), slice(left, left + columns)


def _flip_level(test: Rgb, reference: Rgb) -> NDArray[np.uint8]:
    from .flip import flip_map

    level = np.zeros(test.shape[:2], np.uint8)
    region = flip_region(*test.shape[:2])
    level[region] = np.rint(np.clip(flip_map(reference[region], test[region]), 0, 1) * 255)
    return level


def _ssim_level(test: Rgb, reference: Rgb) -> NDArray[np.uint8]:
    """1 - SSIM of the luma as 0 to 255, with the window and constants of Wang et al. 2004."""
    # Single precision, unlike `metrics`: a map that moves needs to be fast, and 1e-4 is no colour.
    x, y = _luma(test).astype(np.float32), _luma(reference).astype(np.float32)
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    mean_x, mean_y = _window(x), _window(y)
    variance_x = _window(x * x) - mean_x * mean_x
    variance_y = _window(y * y) - mean_y * mean_y
    covariance = _window(x * y) - mean_x * mean_y
    ssim = ((2 * mean_x * mean_y + c1) * (2 * covariance + c2)) / (
        (mean_x * mean_x + mean_y * mean_y + c1) * (variance_x + variance_y + c2)
    )
    return np.asarray(np.clip((1 - ssim) * 255, 0, 255), dtype=np.uint8)


def _window(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(cv2.GaussianBlur(plane, (11, 11), 1.5), dtype=np.float32)


@cache
def _inferno() -> NDArray[np.uint8]:
    ramp = cv2.applyColorMap(np.arange(256, dtype=np.uint8)[None, :], cv2.COLORMAP_INFERNO)
    return np.ascontiguousarray(ramp[:, :, ::-1].reshape(256, 1, 3), dtype=np.uint8)


@cache
def _diverging() -> NDArray[np.uint8]:
    """Blue over near-white to red; the lightness falls evenly to both sides."""
    low, middle, high = (33, 102, 172), (247, 247, 247), (178, 24, 43)
    at = np.arange(256)
    channels = [np.interp(at, (0, 128, 255), ends) for ends in zip(low, middle, high, strict=True)]
    return np.rint(np.stack(channels, axis=1)).astype(np.uint8)[:, None, :]
