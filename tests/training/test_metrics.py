from __future__ import annotations

import math

import numpy as np
import pytest
from training.metrics import psnr, ssim, studio_luma


@pytest.mark.parametrize(
    ("colour", "luma"),
    # rgb2ycbcr's documented range and BT.601's primaries, rounded as MATLAB does.
    [
        ((0, 0, 0), 16),
        ((255, 255, 255), 235),
        ((255, 0, 0), 81),
        ((0, 255, 0), 145),
        ((0, 0, 255), 41),
    ],
)
def test_studio_luma_of_the_primaries(colour, luma):
    assert studio_luma(np.full((2, 2, 3), colour, np.uint8))[0, 0] == luma


def test_grey_pictures_are_scored_as_they_are():
    assert studio_luma(np.array([[0, 255]], np.uint8)).tolist() == [[0.0, 255.0]]


def test_psnr_of_one_grey_level_off_is_48_13_db():
    reference = np.full((20, 20), 100, np.uint8)
    assert psnr(reference, reference + 1) == pytest.approx(48.1308, abs=1e-4)
    assert math.isinf(psnr(reference, reference))


def test_psnr_leaves_the_border_out():
    reference = np.full((20, 20), 100, np.uint8)
    test = reference.copy()
    test[0] = 0
    assert math.isinf(psnr(reference, test, border=1))


def test_ssim_of_flat_pictures_is_the_luminance_term_alone():
    c1 = (0.01 * 255) ** 2
    x, y = np.full((16, 16), 100.0), np.full((16, 16), 120.0)
    assert ssim(x, y) == pytest.approx((2 * 100 * 120 + c1) / (100**2 + 120**2 + c1))


def test_ssim_of_one_window_by_its_definition():
    rng = np.random.default_rng(4)
    x, y = rng.uniform(0, 255, (11, 11)), rng.uniform(0, 255, (11, 11))
    taps = np.exp(-((np.arange(11) - 5) ** 2) / (2 * 1.5**2))
    window = np.outer(taps, taps) / taps.sum() ** 2
    mx, my = (window * x).sum(), (window * y).sum()
    vx, vy = (window * (x - mx) ** 2).sum(), (window * (y - my) ** 2).sum()
    cov = (window * (x - mx) * (y - my)).sum()
    c1, c2 = 2.55**2, 7.65**2
    expected = (2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (vx + vy + c2))
    assert ssim(x, y) == pytest.approx(expected)
