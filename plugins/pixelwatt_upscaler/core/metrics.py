"""How near a picture is to its reference: PSNR, SSIM and MS-SSIM.

PSNR is ``10 log10(range^2 / MSE)`` over all channels. SSIM is that of Wang, Bovik, Sheikh and
Simoncelli (IEEE TIP 13(4), 2004): an 11×11 Gaussian of sigma 1.5, K1 = 0.01, K2 = 0.03,
population covariance, only windows that lie wholly inside; the mean over channels. MS-SSIM is
that of Wang, Simoncelli and Bovik (Asilomar 2003) with its five weights. The luma variants use
BT.601 luma from 16 to 235, rounded as MATLAB's ``rgb2ycbcr`` does it, with the same data range:
the convention of the super-resolution papers. Values are compared as stored, in gamma space.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .frames import size_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .frames import Pixels

    Plane = NDArray[np.float32] | NDArray[np.float64]

WINDOW = 11
SIGMA = 1.5
K1, K2 = 0.01, 0.03
MS_SSIM_WEIGHTS = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)
MS_SSIM_SMALLEST_SIDE = WINDOW * 2 ** (len(MS_SSIM_WEIGHTS) - 1)


@dataclass(frozen=True, slots=True)
class Quality:
    """Of a picture against its reference. PSNR of equal pictures is infinite."""

    psnr_db: float
    ssim: float | None
    """None if the picture is smaller than the window."""
    psnr_y_db: float
    ssim_y: float | None

    def to_json(self) -> dict[str, float | None]:
        """Infinite values become None, because JSON has no infinity."""
        values = {
            "psnr_db": self.psnr_db,
            "ssim": self.ssim,
            "psnr_y_db": self.psnr_y_db,
            "ssim_y": self.ssim_y,
        }
        return {
            name: None if value is None or math.isinf(value) else value
            for name, value in values.items()
        }


def measure(reference: Pixels, test: Pixels, border: int = 0) -> Quality:
    """Compare two pictures of one size, leaving out ``border`` pixels on each side.

    Alpha is left out; a grey picture beside a colour one counts as three equal channels; 8 bits
    beside 16 are stretched. Raises `Problem` if the sizes differ or the border takes all.
    """
    reference, test, top = comparable(reference, test, border)
    colour = (psnr(reference, test, top), ssim(reference, test, top))
    if reference.shape[2] == 1:
        return Quality(*colour, *colour)
    reference_y, test_y = luma(reference, top), luma(test, top)
    return Quality(*colour, psnr(reference_y, test_y, top), ssim(reference_y, test_y, top))


def comparable(reference: Pixels, test: Pixels, border: int = 0) -> tuple[Pixels, Pixels, float]:
    """Both pictures shaved and in one type and channel count, and their data range."""
    if reference.shape[:2] != test.shape[:2]:
        raise Problem(
            tr("The pictures differ in size: {first} and {second}.",
               first=size_of(reference), second=size_of(test)),
            tr("Compare pictures of one size."),
        )  # fmt: skip
    height, width = reference.shape[:2]
    if border < 0 or 2 * border >= min(height, width):
        raise Problem(
            tr("A border of {border} leaves nothing of {size}.", border=border,
               size=size_of(reference)),
            tr("Choose a smaller border."),
        )  # fmt: skip
    inner = (slice(border, height - border), slice(border, width - border))
    reference, test = reference[inner][:, :, :3], test[inner][:, :, :3]
    if reference.dtype != test.dtype:
        reference, test = _as_sixteen_bits(reference), _as_sixteen_bits(test)
    if reference.shape[2] != test.shape[2]:
        reference = np.broadcast_to(reference, (*reference.shape[:2], 3))
        test = np.broadcast_to(test, (*test.shape[:2], 3))
    return reference, test, float(np.iinfo(reference.dtype).max)


def psnr(reference: Pixels, test: Pixels, data_range: float | None = None) -> float:
    """Peak signal-to-noise ratio in dB; infinite for equal pictures.

    ``data_range`` is that of the pictures' type if it is not given, here and below.
    """
    data_range = data_range or _range_of(reference)
    error = float(np.mean(np.square(reference.astype(np.float64) - test)))
    return math.inf if error == 0 else 10 * math.log10(data_range**2 / error)


def ssim(reference: Pixels, test: Pixels, data_range: float | None = None) -> float | None:
    """Mean structural similarity; None if a side is shorter than the window."""
    if min(reference.shape[:2]) < WINDOW:
        return None
    return float(np.mean(ssim_map(reference, test, data_range)))


def ssim_map(
    reference: Pixels, test: Pixels, data_range: float | None = None
) -> NDArray[np.float64]:
    """SSIM of each window that lies inside: 10 less than the picture on each axis."""
    data_range = data_range or _range_of(reference)
    structure, luminance = _ssim_parts(reference, test, data_range)
    return np.asarray(structure * luminance)


def ms_ssim(reference: Pixels, test: Pixels, border: int = 0) -> float | None:
    """Multi-scale SSIM, mean over channels; None if a side is shorter than 176 pixels."""
    first, second, data_range = comparable(reference, test, border)
    if min(first.shape[:2]) < MS_SSIM_SMALLEST_SIDE:
        return None
    channels = []
    for channel in range(first.shape[2]):
        a = first[:, :, channel].astype(np.float64)
        b = second[:, :, channel].astype(np.float64)
        channels.append(_ms_ssim_plane(a, b, data_range))
    return float(np.mean(channels))


def luma(pixels: Pixels, data_range: float) -> Pixels:
    """BT.601 luma of RGB from 16/255 to 235/255 of the range, rounded to its whole steps."""
    unit = data_range / 255
    weights = np.array([65.481, 128.553, 24.966]) / 255
    y = np.rint(pixels.astype(np.float64) @ weights + 16 * unit)
    return y[:, :, None]


def _ms_ssim_plane(a: Plane, b: Plane, data_range: float) -> float:
    result = 1.0
    for level, weight in enumerate(MS_SSIM_WEIGHTS):
        structure, luminance = _ssim_parts(a, b, data_range)
        last = level == len(MS_SSIM_WEIGHTS) - 1
        mean = float(np.mean(structure * luminance if last else structure))
        result *= max(mean, 0.0) ** weight
        if not last:
            a, b = _halved(a), _halved(b)
    return result


def _halved(plane: Plane) -> Plane:
    height, width = (side // 2 * 2 for side in plane.shape[:2])
    even = plane[:height, :width]
    return (even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]) / 4


def _ssim_parts(
    reference: Pixels | Plane, test: Pixels | Plane, data_range: float
) -> tuple[Any, Any]:
    """The contrast-structure term and the luminance term of each whole window."""
    a, b = reference.astype(np.float64), test.astype(np.float64)
    c1, c2 = (K1 * data_range) ** 2, (K2 * data_range) ** 2
    mean_a, mean_b = _windowed(a), _windowed(b)
    variance_a = _windowed(a * a) - mean_a**2
    variance_b = _windowed(b * b) - mean_b**2
    covariance = _windowed(a * b) - mean_a * mean_b
    structure = (2 * covariance + c2) / (variance_a + variance_b + c2)
    luminance = (2 * mean_a * mean_b + c1) / (mean_a**2 + mean_b**2 + c1)
    return structure, luminance


def _windowed(values: Any) -> Any:
    blurred = cv2.GaussianBlur(values, (WINDOW, WINDOW), SIGMA, borderType=cv2.BORDER_REFLECT)
    edge = WINDOW // 2
    return blurred.reshape(values.shape)[edge:-edge, edge:-edge]


def _range_of(pixels: Pixels) -> float:
    return float(np.iinfo(pixels.dtype).max)


def _as_sixteen_bits(pixels: Pixels) -> Pixels:
    return pixels if pixels.dtype == np.uint16 else pixels.astype(np.uint16) * np.uint16(257)
