from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.units import (
    UNITS,
    from_base,
    number,
    to_base,
    unit_of,
    usd,
    with_unit,
)


@given(st.floats(1e-6, 1e15), st.sampled_from(sorted(UNITS)))
def test_a_value_survives_the_way_to_base_units_and_back(value, symbol):
    assert from_base(to_base(value, symbol), symbol) == pytest.approx(value, rel=1e-12)


def test_binary_and_decimal_units_differ_as_they_should():
    assert to_base(192, "GiB") == 206_158_430_208
    assert to_base(180, "GiB") == 193_273_528_320
    assert to_base(192, "GB") == 192e9


def test_bits_per_second_are_eighths_of_bytes():
    assert to_base(80, "Gb/s") == 10e9


def test_an_unknown_unit_is_refused_with_the_nearest():
    with pytest.raises(Problem, match="GiB"):
        unit_of("Gib", "bytes")


def test_a_unit_of_another_dimension_is_refused():
    with pytest.raises(Problem, match="does not fit"):
        unit_of("W", "bytes")


@pytest.mark.parametrize(
    ("value", "text"),
    [(206.158430208, "206.2"), (2250.0, "2,250"), (0.0317, "0.0317"), (9216, "9,216"), (0, "0")],
)
def test_numbers_show_four_figures_and_no_needless_zeros(value, text):
    assert number(value) == text


def test_a_value_takes_the_unit_that_suits_its_size():
    assert with_unit(8e12, "bandwidth") == "8 TB/s"
    assert with_unit(900e9, "bandwidth") == "900 GB/s"


@pytest.mark.parametrize(
    ("value", "text"),
    [(2.0, "$2.00"), (3.7, "$3.70"), (0.95, "$0.950"), (0.0123, "$0.0123"), (45833.3, "$45,833"),
     (0, "$0")],
)  # fmt: skip
def test_amounts_of_money_show_cents_from_a_dollar_up_and_three_figures_below(value, text):
    assert usd(value) == text
