"""Pictures on their way to the screen: byte order, levels, transparency."""

from __future__ import annotations

import numpy as np
import pytest

from pixelwatt_upscaler.core.live_frames import eight_bits
from pixelwatt_upscaler.core.live_pictures import screen_picture


def test_bytes_lie_as_the_painter_reads_them():
    rgb = np.array([[[10, 20, 30]]], np.uint8)
    np.testing.assert_array_equal(screen_picture(rgb).levels[0][0, 0], [30, 20, 10, 255])


def test_large_pictures_have_halved_levels():
    sizes = [
        level.shape[:2] for level in screen_picture(np.zeros((2161, 3841, 3), np.uint8)).levels
    ]
    assert sizes == [(2161, 3841), (1080, 1920), (540, 960)]


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 5000, 3), (5000, 1, 3), (3, 7, 1)])
def test_any_shape_can_be_shown(shape):
    assert screen_picture(np.full(shape, 9, np.uint8)).levels[0].shape == (*shape[:2], 4)


def test_transparency_shows_a_chequerboard():
    clear = np.zeros((32, 32, 4), np.uint8)
    shown = screen_picture(clear).levels[0]
    assert len({tuple(pixel) for pixel in shown.reshape(-1, 4)}) == 2


def test_sixteen_bits_are_rounded_to_the_nearest_of_eight():
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256, 1)
    expected = np.rint(values.astype(float) * 255 / 65535)
    np.testing.assert_array_equal(eight_bits(values), expected)
