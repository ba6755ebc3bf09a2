"""Difference maps: which colour stands for which difference."""

from __future__ import annotations

import numpy as np
import pytest

from pixelwatt_upscaler.core.live_difference import (
    DifferenceKind,
    DifferenceView,
    difference_map,
    scale_colours,
    temporal_map,
)
from pixelwatt_upscaler.core.metrics import ssim_map


def grey(value, size=(32, 32)):
    return np.full((*size, 3), value, np.uint8)


@pytest.mark.parametrize("kind", DifferenceKind)
def test_equal_pictures_show_the_colour_of_no_difference(kind):
    view = DifferenceView(kind)
    colours = scale_colours(view)
    none = colours[128] if kind is DifferenceKind.SIGNED else colours[0]
    np.testing.assert_array_equal(difference_map(grey(90), grey(90), view)[16, 16], none)


def test_the_end_of_the_scale_is_the_last_colour_and_holds_beyond():
    view = DifferenceView(DifferenceKind.ABSOLUTE, full_scale=50)
    last = scale_colours(view)[255]
    for value in (150, 200):
        np.testing.assert_array_equal(difference_map(grey(value), grey(100), view)[0, 0], last)


def test_a_brighter_test_is_red_and_a_darker_one_blue():
    view = DifferenceView(DifferenceKind.SIGNED, full_scale=64)
    brighter = difference_map(grey(140), grey(100), view)[0, 0].astype(int)
    darker = difference_map(grey(60), grey(100), view)[0, 0].astype(int)
    assert brighter[0] > brighter[2]
    assert darker[2] > darker[0]


def test_half_the_scale_takes_the_middle_colour():
    view = DifferenceView(DifferenceKind.ABSOLUTE, full_scale=100)
    shown = difference_map(grey(150), grey(100), view)[0, 0].astype(int)
    np.testing.assert_allclose(shown, scale_colours(view)[128].astype(int), atol=4)


def test_the_ssim_map_agrees_with_the_metric():
    random = np.random.default_rng(4)
    reference = random.integers(0, 256, (40, 40, 1), np.uint8).repeat(3, axis=2)
    test = np.clip(reference.astype(int) + random.integers(-20, 21, (40, 40, 1)), 0, 255)
    test = test.astype(np.uint8)
    view = DifferenceView(DifferenceKind.SSIM)
    expected = ssim_map(reference[:, :, :1], test[:, :, :1])[:, :, 0]
    level = np.clip((1 - expected) * 255, 0, 255).astype(int)
    shown = difference_map(test, reference, view)[5:-5, 5:-5]
    wanted = scale_colours(view)[level]
    assert np.abs(shown.astype(int) - wanted.astype(int)).max() <= 8


def test_what_changes_alike_is_no_flicker():
    view = DifferenceView(DifferenceKind.TEMPORAL)
    moved = temporal_map((grey(50), grey(90)), (grey(60), grey(100)), view)
    np.testing.assert_array_equal(moved[0, 0], scale_colours(view)[0])


def test_what_changes_in_the_test_alone_is_flicker():
    view = DifferenceView(DifferenceKind.TEMPORAL, full_scale=64)
    flickering = temporal_map((grey(100), grey(132)), (grey(100), grey(100)), view)
    shown = flickering[0, 0].astype(int)
    np.testing.assert_allclose(shown, scale_colours(view)[128].astype(int), atol=4)
