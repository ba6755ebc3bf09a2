from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixelwatt.api import UsageError
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.pipeline import Request, plan
from pixelwatt_upscaler.core.presets import OUTPUTS, PRESETS, fit, preset, render_size

sizes = st.builds(Size, st.integers(1, 5000), st.integers(1, 5000))


@pytest.mark.parametrize(
    ("name", "output", "expected"),
    [
        ("dlaa", "1080p", (1920, 1080)),
        ("quality", "4k", (2560, 1440)),
        ("balanced", "1080p", (1114, 626)),
        ("balanced", "1440p", (1485, 835)),
        ("balanced", "4k", (2227, 1253)),
        ("performance", "4k", (1920, 1080)),
        ("ultra-performance", "1440p", (853, 480)),
        ("custom-6x", "1080p", (320, 180)),
        ("custom-9x", "4k", (427, 240)),
    ],
)
def test_render_sizes_follow_the_true_factors(name, output, expected):
    assert preset(name).render_size(OUTPUTS[output]) == expected


def test_pixel_share_is_the_square_of_the_linear_share():
    shares = {each.id: (each.linear_share, each.pixel_share) for each in PRESETS}
    assert shares["performance"] == (0.5, 0.25)
    assert shares["balanced"] == pytest.approx((0.58, 0.3364))
    assert shares["custom-9x"][1] == pytest.approx(1 / 81)


def test_an_unknown_preset_names_the_known_ones():
    with pytest.raises(UsageError, match="ultra-performance"):
        preset("hyper")


@given(sizes, sizes)
def test_fitting_keeps_the_shape_and_touches_the_box(size, box):
    fitted = fit(size, box)
    assert fitted.width <= box.width
    assert fitted.height <= box.height
    assert fitted.width == box.width or fitted.height == box.height


@given(sizes, st.fractions(1, 16))
def test_a_render_size_is_never_empty_and_never_larger(size, factor):
    render = render_size(size, factor)
    assert 1 <= render.width <= size.width
    assert 1 <= render.height <= size.height


def test_a_large_source_is_its_own_reference():
    planned = plan(Size(3840, 2160), Request(Fraction(2), OUTPUTS["1080p"]))
    assert planned.input == (960, 540)
    assert planned.output == (1920, 1080)
    assert planned.has_reference


def test_a_source_below_the_render_size_is_used_as_it_is_and_said():
    planned = plan(Size(640, 360), Request(Fraction(2), OUTPUTS["4k"]))
    assert planned.input == (640, 360)
    assert planned.output == (3840, 2160)
    assert not planned.has_reference
    assert "640×360" in planned.note


def test_without_taking_down_the_factor_enlarges_the_source():
    planned = plan(Size(101, 50), Request(Fraction(3, 2), take_down=False))
    assert planned.input == (101, 50)
    assert planned.output == (152, 75)
    assert not planned.has_reference
