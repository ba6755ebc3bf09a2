from __future__ import annotations

import itertools
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.special import beta_quantile, incomplete_beta, normal_cdf
from pixelwatt_video_budget.core.tries import (
    FixedRate,
    LearntRate,
    beta_negative_binomial,
    mean_tries,
    negative_binomial,
    probability_enough,
    tries_quantiles,
    variance_of_tries,
)

QUANTILES = (0.5, 0.8, 0.9, 0.95)
FIFTH = FixedRate(Decimal("0.2"))


def test_one_clip_at_one_in_five() -> None:
    assert mean_tries(1, FIFTH) == 5
    assert tries_quantiles(1, FIFTH, QUANTILES) == (4, 8, 11, 14)
    assert probability_enough(1, FIFTH, 5) == pytest.approx(0.67232, abs=1e-12)


def test_thirty_clips_at_a_quarter() -> None:
    assert mean_tries(30, FixedRate(Decimal("0.25"))) == 120
    assert tries_quantiles(30, FixedRate(Decimal("0.25")), QUANTILES) == (119, 136, 145, 153)


def test_an_unknown_rate_beats_luck() -> None:
    # One kept in eight (Beta 2, 8) against the same rate taken as known, for thirty clips.
    assert tries_quantiles(30, LearntRate(1, 8), (0.5, 0.95)) == (165, 739)
    assert tries_quantiles(30, FIFTH, (0.95,)) == (193,)
    assert tries_quantiles(30, LearntRate(41, 164), (0.95,)) == (167,)


def test_heavy_tails_are_told_as_infinite() -> None:
    assert mean_tries(1, LearntRate(0, 8)) is None
    assert variance_of_tries(1, LearntRate(1, 8)) is None
    assert mean_tries(1, LearntRate(1, 8)) == 9
    assert variance_of_tries(1, LearntRate(2, 8)) is not None


def test_a_pilot_that_says_nothing_is_refused() -> None:
    with pytest.raises(Problem, match="says too little"):
        tries_quantiles(100_000, LearntRate(0, 90_000), (0.999,))


@pytest.mark.parametrize("needed", [1, 3])
def test_negative_binomial_counts_every_sequence(needed: int) -> None:
    """Against enumeration of all outcomes of a few tries."""
    p, tries = 0.3, 7
    by_hand = sum(
        math.prod(p if kept else 1 - p for kept in outcome)
        for outcome in itertools.product((False, True), repeat=tries)
        if sum(outcome) >= needed
    )
    assert probability_enough(needed, FixedRate(Decimal("0.3")), tries) == pytest.approx(by_hand)
    summed = negative_binomial(needed, p, tries - needed + 1).sum()
    assert float(summed) == pytest.approx(by_hand)


def test_beta_negative_binomial_is_the_mixture_over_the_rate() -> None:
    a, b, needed, failures = 3.0, 9.0, 4, 6
    p = (np.arange(200_000) + 0.5) / 200_000
    density = p ** (a - 1) * (1 - p) ** (b - 1)
    density /= density.sum()
    chance = math.comb(needed + failures - 1, failures) * p**needed * (1 - p) ** failures
    mixed = float((chance * density).sum())
    assert beta_negative_binomial(needed, a, b, 10)[failures] == pytest.approx(mixed, rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 99))
def test_a_quantile_is_the_least_number_that_suffices(needed: int, percent: int) -> None:
    rate = FixedRate(Decimal(percent) / 100)
    for probability, tries in zip(QUANTILES, tries_quantiles(needed, rate, QUANTILES), strict=True):
        assert probability_enough(needed, rate, tries) >= probability - 1e-9
        assert probability_enough(needed, rate, tries - 1) < probability


def test_tiny_rates_need_no_table() -> None:
    rate = FixedRate(Decimal("0.0001"))
    (median,) = tries_quantiles(30, rate, (0.5,))
    assert median == pytest.approx(300_000, rel=0.02)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 30), st.integers(1, 30), st.floats(0.01, 0.99))
def test_incomplete_beta_is_a_binomial_tail(a: int, b: int, x: float) -> None:
    n = a + b - 1
    tail = sum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert incomplete_beta(a, b, x) == pytest.approx(tail, abs=1e-10)
    assert incomplete_beta(a, b, beta_quantile(a, b, 0.4)) == pytest.approx(0.4, abs=1e-9)


def test_normal_cdf_matches_erf() -> None:
    z = np.array([-3.0, -0.5, 0.0, 1.2816, 4.0])
    expected = [0.5 * math.erfc(-float(v) / math.sqrt(2)) for v in z]
    assert normal_cdf(z) == pytest.approx(expected, abs=2e-7)


def test_moments_are_exact_fractions() -> None:
    assert variance_of_tries(2, FIFTH) == 2 * Fraction(4, 5) / Fraction(1, 5) ** 2
