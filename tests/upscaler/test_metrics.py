"""Metrics against values that scikit-image 0.26.0 computed of the same two pictures.

``structural_similarity(gaussian_weights=True, sigma=1.5, use_sample_covariance=False)`` and
``peak_signal_noise_ratio``, data range 255; luma by its ``rgb2ycbcr``, rounded.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_upscaler.core.flip import flip, flip_map
from pixelwatt_upscaler.core.metrics import measure, ms_ssim, psnr, ssim


def scene(height=96, width=128):
    y, x = np.mgrid[0:height, 0:width]
    red = 127 + 100 * np.sin(x / 7.0) * np.cos(y / 11.0)
    green = x * 255 / (width - 1)
    blue = ((x // 8 + y // 8) % 2) * 200 + 20
    return np.clip(np.rint(np.stack([red, green, blue], 2)), 0, 255).astype(np.uint8)


def disturbed(picture):
    y, x = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]]
    noise = ((x * 37 + y * 71 + (x * y) % 13 * 5) % 41) - 20
    noisy = picture.astype(int) + noise[:, :, None] * np.array([1, -1, 1])
    return np.clip(noisy, 0, 255).astype(np.uint8)


def test_values_are_those_of_scikit_image():
    quality = measure(scene(), disturbed(scene()))
    assert quality.psnr_db == pytest.approx(26.730979042980966, abs=1e-9)
    assert quality.ssim == pytest.approx(0.6780907559095897, abs=1e-9)
    assert quality.psnr_y_db == pytest.approx(42.7926057451065, abs=1e-9)
    assert quality.ssim_y == pytest.approx(0.9829850613850284, abs=1e-9)


def test_a_border_is_shaved_on_each_side():
    quality = measure(scene(), disturbed(scene()), border=4)
    assert quality.psnr_db == pytest.approx(26.6862104713609, abs=1e-9)
    assert quality.ssim == pytest.approx(0.6777084571862448, abs=1e-9)


def test_one_step_everywhere_is_48_13_db():
    grey = np.full((20, 20, 1), 100, np.uint8)
    assert psnr(grey, grey + 1, 255) == pytest.approx(48.1308, abs=1e-4)


def test_equal_pictures_are_infinite_and_null_in_json():
    quality = measure(scene(), scene())
    assert math.isinf(quality.psnr_db)
    assert quality.to_json() == {"psnr_db": None, "ssim": 1.0, "psnr_y_db": None, "ssim_y": 1.0}


def test_sixteen_bits_stretched_from_eight_measure_the_same():
    deep = [each.astype(np.uint16) * 257 for each in (scene(), disturbed(scene()))]
    assert measure(*deep).psnr_db == pytest.approx(26.730979042980966, abs=1e-9)
    assert measure(deep[0], disturbed(scene())).ssim == pytest.approx(0.67809075590, abs=1e-9)


def test_grey_counts_as_three_equal_channels_beside_colour():
    grey = scene()[:, :, :1]
    assert math.isinf(measure(grey, np.repeat(grey, 3, axis=2)).psnr_db)


def test_pictures_below_the_window_have_no_ssim():
    tiny = np.zeros((10, 40, 3), np.uint8)
    assert measure(tiny, tiny + 1).ssim is None


@pytest.mark.parametrize("border", [48, 100, -1])
def test_a_border_that_leaves_nothing_is_refused(border):
    with pytest.raises(Problem, match="border"):
        measure(scene(), scene(), border)


def test_different_sizes_are_refused():
    with pytest.raises(Problem, match="128×96 and 64×96"):
        measure(scene(), scene()[:, :64])


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1))
def test_ssim_is_symmetric_and_at_most_one(seed):
    random = np.random.default_rng(seed)
    a, b = (random.integers(0, 256, (16, 19, 3), np.uint8) for _ in range(2))
    assert ssim(a, b, 255) == pytest.approx(ssim(b, a, 255))
    assert ssim(a, b, 255) <= 1
    assert psnr(a, b, 255) == psnr(b, a, 255)


def test_ms_ssim_needs_five_scales():
    assert ms_ssim(scene(), scene()) is None
    large = scene(200, 256)
    assert ms_ssim(large, large) == pytest.approx(1.0)


def test_ms_ssim_is_that_of_pytorch_msssim():
    """``pytorch_msssim.ms_ssim`` 1.0.0 on float64 tensors; its window is rounded to float32."""
    picture = scene(256, 320)
    assert ms_ssim(picture, disturbed(picture)) == pytest.approx(0.9330682012733886, abs=5e-6)


def test_flip_is_that_of_its_authors():
    """``flip_evaluator.evaluate(..., "LDR")`` 1.7 of the same two pictures: its mean and map."""
    picture = scene(256, 320)
    found = flip_map(picture, disturbed(picture))
    assert float(found.mean()) == pytest.approx(0.09861581772565842, abs=1e-6)
    for (row, column), value in {
        (10, 10): 0.050479267,
        (100, 200): 0.12451963,
        (255, 0): 0.13301599,
    }.items():
        assert found[row, column] == pytest.approx(value, abs=5e-6)


def test_flip_of_equal_pictures_is_zero_and_of_black_and_white_is_one():
    black = np.zeros((40, 40, 3), np.uint8)
    assert flip(scene(), scene()) == 0
    assert flip(black, black + 255) > 0.95
