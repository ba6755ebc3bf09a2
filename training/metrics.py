"""PSNR and SSIM as super-resolution papers state them: BT.601 luma, borders shaved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def studio_luma(picture: NDArray[np.uint8]) -> Floats:
    """MATLAB's ``rgb2ycbcr`` luma, 16..235, rounded; a grey picture is returned as it is."""
    if picture.ndim == 2:
        return picture.astype(np.float64)
    weights = np.array([65.481, 128.553, 24.966]) / 255
    return np.floor(picture.astype(np.float64) @ weights + 16.0 + 0.5)


def psnr(reference: NDArray, test: NDArray, border: int = 0) -> float:
    """10 log10(255^2 / MSE) in dB, ``border`` pixels left out on each side."""
    error = shaved(reference, border).astype(np.float64) - shaved(test, border)
    mean_square = float(np.mean(error**2))
    return float("inf") if mean_square == 0 else 10 * float(np.log10(255**2 / mean_square))


def ssim(reference: NDArray, test: NDArray, border: int = 0) -> float:
    """Wang et al. 2004: 11x11 Gaussian of 1.5, K = 0.01 and 0.03, range 255, valid area."""
    x = shaved(reference, border).astype(np.float64)
    y = shaved(test, border).astype(np.float64)
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    mean_x, mean_y = _blurred(x), _blurred(y)
    variance_x = _blurred(x * x) - mean_x**2
    variance_y = _blurred(y * y) - mean_y**2
    covariance = _blurred(x * y) - mean_x * mean_y
    score = ((2 * mean_x * mean_y + c1) * (2 * covariance + c2)) / (
        (mean_x**2 + mean_y**2 + c1) * (variance_x + variance_y + c2)
    )
    return float(score.mean())


def shaved(picture: NDArray, border: int) -> NDArray:
    """The picture without ``border`` pixels on each side."""
    return picture[border : picture.shape[0] - border, border : picture.shape[1] - border]


def _blurred(values: Floats) -> Floats:
    taps = np.exp(-((np.arange(11) - 5.0) ** 2) / (2 * 1.5**2))
    taps /= taps.sum()
    return cv2.sepFilter2D(values, cv2.CV_64F, taps, taps)[5:-5, 5:-5]
