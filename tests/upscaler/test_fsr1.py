"""FSR 1 against its published constants and against itself written pixel by pixel."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt_upscaler.core import methods
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.fsr1 import RCAS_LIMIT, easu, easu_kernel, fsr1, rcas

CROSSES = {"f": "begj", "g": "cfhk", "j": "fikn", "k": "gjlo"}
PLACES = {
    "b": (0, -1), "c": (1, -1),
    "e": (-1, 0), "f": (0, 0), "g": (1, 0), "h": (2, 0),
    "i": (-1, 1), "j": (0, 1), "k": (1, 1), "l": (2, 1),
    "n": (0, 2), "o": (1, 2),
}  # fmt: skip


def one_pixel(rgb, size, x, y):
    """EASU for one output pixel, in the order in which its description gives the steps."""
    height, width = rgb.shape[:2]
    px, py = (x + 0.5) * width / size.width - 0.5, (y + 0.5) * height / size.height - 0.5
    fx, fy = math.floor(px), math.floor(py)
    px, py = px - fx, py - fy

    def tap(name):
        dx, dy = PLACES[name]
        return rgb[min(max(fy + dy, 0), height - 1), min(max(fx + dx, 0), width - 1)].astype(float)

    def luma(name):
        r, g, b = tap(name)
        return g + 0.5 * r + 0.5 * b

    dir_x = dir_y = length = 0.0
    shares = {"f": (1 - px) * (1 - py), "g": px * (1 - py), "j": (1 - px) * py, "k": px * py}
    for name, (above, left, right, below) in CROSSES.items():
        for first, last, axis in ((left, right, "x"), (above, below, "y")):
            step = luma(last) - luma(first)
            largest = max(abs(luma(last) - luma(name)), abs(luma(name) - luma(first)))
            if axis == "x":
                dir_x += step * shares[name]
            else:
                dir_y += step * shares[name]
            share = min(abs(step) / largest, 1.0) if largest else 0.0
            length += share**2 * shares[name]
    squared = dir_x**2 + dir_y**2
    if squared < 1 / 32768:
        dir_x, dir_y = 1.0, 0.0
    else:
        dir_x, dir_y = dir_x / math.sqrt(squared), dir_y / math.sqrt(squared)
    length = (length / 2) ** 2
    stretch = (dir_x**2 + dir_y**2) / max(abs(dir_x), abs(dir_y))
    len_x, len_y = 1 + (stretch - 1) * length, 1 - 0.5 * length
    lobe = 0.5 + (0.25 - 0.04 - 0.5) * length
    colour, weight = np.zeros(3), 0.0
    for name, (dx, dy) in PLACES.items():
        ox, oy = dx - px, dy - py
        vx = (ox * dir_x + oy * dir_y) * len_x
        vy = (-ox * dir_y + oy * dir_x) * len_y
        d2 = min(vx * vx + vy * vy, 1 / lobe)
        w = (25 / 16 * (2 / 5 * d2 - 1) ** 2 - 9 / 16) * (lobe * d2 - 1) ** 2
        colour += tap(name) * w
        weight += w
    four = np.stack([tap(name) for name in "fgjk"])
    return np.clip(colour / weight, four.min(axis=0), four.max(axis=0))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 7), st.integers(2, 7))
def test_all_pixels_at_once_are_each_pixel_by_itself(seed, width, height):
    rgb = np.random.default_rng(seed).random((height, width, 3)).astype(np.float32)
    size = Size(width * 2 - 1, height + 3)
    result = easu(rgb, size)
    for y in range(size.height):
        for x in range(size.width):
            np.testing.assert_allclose(result[y, x], one_pixel(rgb, size, x, y), atol=2e-4)


def test_the_kernel_is_one_in_the_middle_and_ends_at_its_window():
    lobe = np.float32(0.25)
    values = easu_kernel(np.array([0, 1, 4], np.float32), lobe)
    assert values[0] == pytest.approx(1.0)
    assert values[1] == pytest.approx(0.0, abs=1e-6)
    assert values[2] == pytest.approx(0.0, abs=1e-6)


def test_the_kernel_is_nearly_lanczos_2():
    distance = np.linspace(0.01, 1.99, 50)
    lanczos = np.sinc(distance) * np.sinc(distance / 2)
    ours = easu_kernel(np.float32(distance**2), np.float32(0.25))
    assert np.abs(ours - lanczos).max() < 0.05


@pytest.mark.parametrize("value", [0.0, 0.3, 1.0])
def test_a_flat_picture_stays_flat(value):
    flat = np.full((5, 6, 3), value, np.float32)
    np.testing.assert_allclose(rcas(easu(flat, Size(12, 10))), value, atol=1e-6)


def test_sharpening_stays_in_range_and_follows_its_stops():
    random = np.random.default_rng(2).random((20, 20, 3)).astype(np.float32)
    assert RCAS_LIMIT == 0.1875
    sharpest, softer = rcas(random, 0.0), rcas(random, 2.0)
    assert -1e-5 <= sharpest.min() <= sharpest.max() <= 1 + 1e-5
    assert np.abs(sharpest - random).mean() > np.abs(softer - random).mean() > 0


def test_an_edge_is_steeper_than_bilinear_and_does_not_ring():
    edge = np.zeros((8, 16, 3), np.uint8)
    edge[:, 8:] = 200
    result = fsr1(edge, Size(32, 16))
    assert result.max() <= 255
    assert set(np.unique(result[:, :14])) == {0}
    bilinear = methods.create_upscaler("bilinear", Size(16, 8), Size(32, 16)).run(edge)
    middle = slice(14, 18)
    assert np.ptp(result[8, middle, 0]) >= np.ptp(bilinear[8, middle, 0])


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_it_is_a_method_like_any_other(dtype):
    rgb = np.random.default_rng(1).integers(0, 200, (6, 9, 3)).astype(dtype)
    upscaler = methods.create_upscaler("fsr1", Size(9, 6), Size(18, 12))
    assert upscaler.run(rgb).shape == (12, 18, 3)
    assert upscaler.run(rgb).dtype == dtype
