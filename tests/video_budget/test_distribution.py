from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt_video_budget.core.distribution import convolve
from pixelwatt_video_budget.core.giveup import expected_cost, give_up_after, rate_nodes
from pixelwatt_video_budget.core.montecarlo import simulate
from pixelwatt_video_budget.core.parts import (
    CappedClips,
    Clips,
    Constant,
    Need,
    Part,
    Ranged,
    part_mean,
)
from pixelwatt_video_budget.core.pilot import beta_binomial, pilot_value
from pixelwatt_video_budget.core.ranges import CostRange, RangeKind, make_range
from pixelwatt_video_budget.core.tries import FixedRate, LearntRate, Rate, probability_enough

QUANTILES = (0.5, 0.8, 0.9, 0.95)
L2 = CostRange(RangeKind.LOGNORMAL, 500, 1500)


def clips(count: int, cost: str, rate: str) -> Clips:
    return Clips((Need(count, Fraction(cost)),), FixedRate(Decimal(rate)))


def quantiles(parts: list[Part]) -> list[float]:
    total = convolve(parts)
    return [float(total.quantile(q)) for q in QUANTILES]


def test_thirty_shots_exactly() -> None:
    total = convolve([clips(1, "1.56", "0.25")] * 30)
    assert total.exact
    expected = [Fraction("185.64"), Fraction("212.16"), Fraction("226.20"), Fraction("238.68")]
    assert [total.quantile(q) for q in QUANTILES] == expected


def test_a_real_cut_of_ten_segments() -> None:
    # 58 billed seconds at $0.12 with $0.60 of review for each try, one in four kept.
    lengths = [4, 4, 4, 6, 6, 8, 8, 6, 8, 4]
    parts: list[Part] = [
        clips(1, str(Fraction(s) * Fraction("0.12") + Fraction("0.60")), "0.25") for s in lengths
    ]
    assert sum(lengths) == 58
    assert sum(part_mean(part) or 0 for part in parts) == Fraction("51.84")
    p50, _, p90, p95 = quantiles(parts)
    assert [p50, p90, p95] == pytest.approx([50.28, 70.92, 77.88], abs=1e-9)


def test_different_costs_against_direct_convolution() -> None:
    parts: list[Part] = [clips(2, "0.3", "0.5"), clips(1, "0.5", "0.25"), Constant(Fraction(2))]
    total = convolve(parts)
    direct: dict[Fraction, float] = {}
    for first in range(2, 60):
        for second in range(1, 120):
            chance = (first - 1) * 0.5**first * 0.25 * 0.75 ** (second - 1)
            cost = 2 + first * Fraction(3, 10) + second * Fraction(1, 2)
            direct[cost] = direct.get(cost, 0.0) + chance
    for limit in (Fraction(4), Fraction(5), Fraction(8), Fraction(12)):
        by_hand = sum(chance for cost, chance in direct.items() if cost <= limit)
        assert total.probability_at_most(limit) == pytest.approx(by_hand, abs=1e-9)


def test_l2_is_lognormal_p10_p90() -> None:
    assert L2.mean == pytest.approx(949.347, abs=0.0005)
    assert L2.quantile(0.95) == pytest.approx(1752.750, abs=0.0005)
    assert quantiles([Ranged(L2), Ranged(CostRange(RangeKind.PERT, 0, 0))])[3] == pytest.approx(
        1752.75, rel=2e-3
    )


def test_correlation_multiplies_the_reserve() -> None:
    # Twenty equal shots of L2: the reserve of P90 over the mean grows from $125 to about $319.
    parts: list[Part] = [Ranged(L2.scaled(1 / 20), 20)]
    assert quantiles(parts)[2] - L2.mean == pytest.approx(124.7, abs=0.5)
    correlated = simulate(parts, 0.3)
    assert correlated.cost_quantile(0.9) - L2.mean == pytest.approx(319, rel=0.04)


def test_a_shared_pilot_is_one_unknown_rate() -> None:
    # Two costs that differ by a hair must behave as thirty clips at one cost: P95 739 tries.
    needs = (Need(20, Fraction(1)), Need(10, Fraction(1001, 1000)))
    got = quantiles([Clips(needs, LearntRate(1, 8))])
    assert got == pytest.approx([165, 325, 497, 739], rel=0.01)


rates: st.SearchStrategy[Rate] = st.one_of(
    st.integers(10, 90).map(lambda percent: FixedRate(Decimal(percent) / 100)),
    st.tuples(st.integers(3, 9), st.integers(0, 20)).map(lambda p: LearntRate(p[0], p[0] + p[1])),
)
needs = st.tuples(st.integers(1, 4), st.integers(10, 300)).map(
    lambda n: Need(n[0], Fraction(n[1], 100))
)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(needs, rates), min_size=1, max_size=4), st.booleans())
def test_convolution_agrees_with_simulation(
    shots: list[tuple[Need, Rate]], with_range: bool
) -> None:
    parts: list[Part] = [Clips((need,), rate) for need, rate in shots]
    if with_range:
        parts.append(Ranged(CostRange(RangeKind.TRIANGULAR, 2, 9, 4), 2))
    exact, simulated = convolve(parts), simulate(parts, draws=8000)
    for probability in (0.5, 0.9):
        amount = exact.quantile(probability)
        below = float((simulated.costs <= float(amount) + 1e-6).mean())
        assert below >= probability - 0.025
        if with_range:
            assert below <= probability + 0.025


def test_a_thousand_different_shots_are_exact() -> None:
    draw = random.Random(1)
    parts: list[Part] = [
        clips(1, str(round(draw.uniform(2, 12), 1)), str(round(draw.uniform(0.1, 0.6), 2)))
        for _ in range(1000)
    ]
    total = convolve(parts)
    assert total.exact
    mean = float(sum(part_mean(part) or 0 for part in parts))
    assert float(total.quantile(0.5)) == pytest.approx(mean, rel=0.01)
    assert total.probability_at_most(total.quantile(0.9)) >= 0.9


def test_give_up_rule_is_the_best_by_brute_force() -> None:
    for kept, tried, try_cost, fallback in ((0, 3, 1.2, 40.0), (1, 8, 1.56, 90.0), (2, 5, 3, 11)):
        rate = LearntRate(kept, tried)
        costs = [expected_cost(rate, try_cost, fallback, most) for most in range(120)]
        assert costs[give_up_after(rate, try_cost, fallback)] == pytest.approx(min(costs))


def test_a_fixed_rate_never_turns_a_worthwhile_try_into_a_loss() -> None:
    assert give_up_after(FixedRate(Decimal("0.2")), 1.2, 5.0) == 0
    assert give_up_after(FixedRate(Decimal("0.2")), 1.2, 7.0) > 10_000


def test_capped_clips_agree_with_their_mean_and_with_simulation() -> None:
    fallback = CostRange(RangeKind.PERT, 20, 60, 30)
    part = CappedClips((Need(3, Fraction(2)),), LearntRate(2, 12), 6, (fallback,))
    mean = float(part_mean(part) or 0)
    simulated = simulate([part], draws=20_000)
    assert mean == pytest.approx(float(simulated.costs.mean()), rel=0.02)
    assert quantiles([part])[1:] == pytest.approx(
        [simulated.cost_quantile(q) for q in QUANTILES[1:]], rel=0.03
    )


@pytest.mark.parametrize("kind", list(RangeKind))
def test_ranges_have_the_moments_of_their_quantiles(kind: RangeKind) -> None:
    cost = make_range(kind, 10.0, 40.0, None if kind is RangeKind.LOGNORMAL else 15.0)
    draws = [cost.quantile((k + 0.5) / 400) for k in range(400)]
    mean = sum(draws) / len(draws)
    assert cost.mean == pytest.approx(mean, rel=1e-3)
    assert cost.variance == pytest.approx(sum((d - mean) ** 2 for d in draws) / 400, rel=0.03)


def test_the_next_pilot_is_priced() -> None:
    rate = LearntRate(1, 8)
    chances = [beta_binomial(kept, 8, rate.a, rate.b) for kept in range(9)]
    assert sum(chances) == pytest.approx(1)
    value = pilot_value(30, rate, 1.56, 8, 0.9)
    assert value.budget_now == pytest.approx(497 * 1.56)
    assert value.saving > 0
    # A rate that is already known well makes a pilot nearly worthless.
    assert pilot_value(30, LearntRate(410, 1640), 1.56, 8, 0.9).saving < value.saving / 10


@pytest.mark.parametrize(("kept", "tried"), [(0, 3), (1, 12), (41, 164)])
@pytest.mark.parametrize("needed", [1, 3, 30])
def test_the_quadrature_over_a_rate_is_the_beta_binomial_itself(
    kept: int, tried: int, needed: int
) -> None:
    rate = LearntRate(kept, tried)
    for tries in (needed, 8 * needed, 40 * needed):
        mixed = sum(
            weight * probability_enough(needed, FixedRate(Decimal(repr(p))), tries)
            for p, weight in rate_nodes(rate)
        )
        assert mixed == pytest.approx(probability_enough(needed, rate, tries), abs=1e-9)


def test_tries_under_a_give_up_rule_never_exceed_it() -> None:
    half = FixedRate(Decimal("0.05"))
    nothing = CostRange(RangeKind.TRIANGULAR, 0.0, 0.0)
    part = CappedClips((Need(2, Fraction(1)),), half, 10, (nothing,))
    total = convolve([part])
    assert total.exact
    # Each clip takes j tries with chance p·q^(j-1), or all ten: two of them, counted by hand.
    one = [0.05 * 0.95**j for j in range(9)] + [0.95**9]
    for n in (2, 10, 11, 19, 20):
        by_hand = sum(
            a * b for i, a in enumerate(one, 1) for j, b in enumerate(one, 1) if i + j <= n
        )
        assert total.probability_at_most(Fraction(n)) == pytest.approx(by_hand, abs=1e-9)
    assert total.quantile(0.95) == 20
