"""Pictures on their way to the screen: byte order, levels, transparency, profiles."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from pixelwatt_upscaler.core.live_colour import for_screen
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


# Adobe RGB (1998), adapted to D50 as ICC profiles are, and the matrix of XYZ (D50) to sRGB:
# http://www.brucelindbloom.com/index.html?Eqn_RGB_XYZ_Matrix.html
ADOBE_TO_XYZ = np.array(
    [[0.6097559, 0.2052401, 0.1492240], [0.3111242, 0.6256560, 0.0632197],
     [0.0194811, 0.0608902, 0.7448387]]
)  # fmt: skip
XYZ_TO_SRGB = np.array(
    [[3.1338561, -1.6168667, -0.4906146], [-0.9787684, 1.9161415, 0.0334540],
     [0.0719453, -0.2289914, 1.4052427]]
)  # fmt: skip


def adobe_profile():
    """A matrix profile of version 2.1 with a gamma of 2.19921875, by ICC.1:2001-04."""

    def fixed(value):
        return round(value * 65536) & 0xFFFFFFFF

    def xyz(values):
        return struct.pack(">4sI3I", b"XYZ ", 0, *(fixed(v) for v in values))

    text = b"wide"
    tags = {
        b"desc": struct.pack(">4sII", b"desc", 0, len(text) + 1) + text + b"\0" + b"\0" * 78,
        b"wtpt": xyz((0.9642, 1.0, 0.8249)),
        b"rXYZ": xyz(ADOBE_TO_XYZ[:, 0]),
        b"gXYZ": xyz(ADOBE_TO_XYZ[:, 1]),
        b"bXYZ": xyz(ADOBE_TO_XYZ[:, 2]),
    }
    curve = struct.pack(">4sIIHxx", b"curv", 0, 1, round(2.19921875 * 256))
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        content += b"\0" * (-len(content) % 4)
        table += struct.pack(">4sII", name, start + len(data), len(content))
        data += content
    size = start + len(data)
    header = struct.pack(
        ">I4sI4s4s4s12x4s4x4s4s4s8xI3I4s44x",
        size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp", b"\0" * 4,
        b"\0" * 4, b"\0" * 4, 0, fixed(0.9642), fixed(1.0), fixed(0.8249), b"\0" * 4,
    )  # fmt: skip
    return header + struct.pack(">I", len(tags)) + table + data


@pytest.mark.parametrize("colour", [(200, 120, 110), (90, 160, 100), (128, 128, 128)])
def test_a_profile_is_honoured_on_screen(colour):
    linear = (np.array(colour) / 255) ** 2.19921875
    srgb = np.clip(XYZ_TO_SRGB @ (ADOBE_TO_XYZ @ linear), 0, 1)
    encoded = np.where(srgb <= 0.0031308, 12.92 * srgb, 1.055 * srgb ** (1 / 2.4) - 0.055)
    shown = for_screen(np.array([[colour]], np.uint8), adobe_profile())
    np.testing.assert_allclose(shown[0, 0].astype(float), encoded * 255, atol=1.5)


def test_a_damaged_profile_changes_nothing():
    rgb = np.array([[[10, 200, 30]]], np.uint8)
    assert for_screen(rgb, b"no profile") is rgb
    assert for_screen(rgb, None) is rgb
