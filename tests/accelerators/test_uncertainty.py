from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pixelwatt_accelerators.core.document import COMPUTED_BASIS, METRICS, Comparison
from pixelwatt_accelerators.core.pareto import frontier, iso_cost_rate
from pixelwatt_accelerators.core.uncertainty import (
    draws,
    intervals,
    probability_better,
    study,
    tornado,
    triangular,
)
from pixelwatt_accelerators.core.verdicts import lead


@pytest.fixture
def pair(catalogue):
    return study(catalogue.select(["tpu_v7", "b200_sxm"]), Comparison())


@pytest.fixture
def everything(catalogue):
    return study(list(catalogue.accelerators.values()), Comparison())


@pytest.mark.parametrize("metric", METRICS)
def test_the_interval_holds_the_value_and_every_draw(everything, metric):
    low, high = intervals(everything, metric)
    nominal = everything.nominal()[metric]
    drawn = draws(everything, 200)[metric]
    known = ~np.isnan(nominal)
    assert known.any()
    assert (low[known] <= nominal[known] * (1 + 1e-9)).all()
    assert (high[known] >= nominal[known] * (1 - 1e-9)).all()
    assert (drawn[:, known] >= low[known] * (1 - 1e-9)).all()
    assert (drawn[:, known] <= high[known] * (1 + 1e-9)).all()
    assert np.isnan(low[~known]).all()


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("basis", ["rent_3yr", COMPUTED_BASIS])
def test_at_the_break_even_both_are_equal(catalogue, metric, basis):
    comparison = Comparison()
    comparison = replace(comparison, money=replace(comparison.money, basis=basis))
    item = study(catalogue.select(["tpu_v7", "b200_sxm"]), comparison)
    bars = tornado(item, metric)
    for bar in bars:
        if bar.flips_at is None:
            continue
        ids = [a.id for a in item.accelerators]
        values = item.inputs[bar.input_id].value.copy()
        values[ids.index(bar.accelerator) if bar.accelerator else 0] = bar.flips_at
        first, second = item.evaluate({**item.nominal_values(), bar.input_id: values})[metric]
        assert first == pytest.approx(second, rel=1e-6)


def test_the_rent_that_flips_tpu_v7_against_b200_is_its_rate_times_the_speed(pair):
    """Cost per token is rent over throughput, so the break-even is a rule of three."""
    bars = {(bar.input_id, bar.accelerator): bar for bar in tornado(pair, "usd_per_mtok")}
    rates = pair.nominal()["tokens_per_s_per_chip"]
    flip = bars["price", "tpu_v7"].flips_at
    assert flip == pytest.approx(3.70 * rates[0] / rates[1])
    assert flip == pytest.approx(3.41, abs=0.005)


def test_a_tornado_is_sorted_and_says_which_bars_cross(pair):
    bars = tornado(pair, "joules_per_token")
    spans = [bar.span for bar in bars]
    assert spans == sorted(spans, reverse=True)
    assert {bar.input_id for bar in bars if bar.crosses} == {"tdp"}


def test_nothing_varies_where_one_is_unknown(catalogue):
    item = study(catalogue.select(["tpu_8t", "b200_sxm"]), Comparison())
    assert tornado(item, "usd_per_mtok") == []


def test_equal_accelerators_win_half_the_draws(catalogue):
    item = study(catalogue.select(["b200_sxm", "b200_sxm"]), Comparison())
    drawn = draws(item, 4000)["usd_per_mtok"]
    share = probability_better("usd_per_mtok", drawn[:, 0], drawn[:, 1])
    assert share == pytest.approx(0.5, abs=0.03)


def test_the_same_comparison_draws_the_same_numbers(pair):
    np.testing.assert_array_equal(draws(pair, 50)["step_s"], draws(pair, 50)["step_s"])


def test_the_triangle_has_its_mean_and_stays_inside():
    uniform = (np.arange(10_000) + 0.5)[:, None] / 10_000
    drawn = triangular(uniform, np.array([1.0]), np.array([2.0]), np.array([6.0]))
    assert drawn.min() >= 1
    assert drawn.max() <= 6
    assert drawn.mean() == pytest.approx((1 + 2 + 6) / 3, rel=1e-4)


def test_the_lead_names_best_second_and_what_flips_it(pair):
    found = lead(pair, "usd_per_mtok")
    assert (found.best, found.second) == ("tpu_v7", "b200_sxm")
    assert found.margin == pytest.approx(0.414, abs=0.001)
    assert found.flip.input_id == "price"


def test_the_lead_leaves_the_unknown_aside(catalogue):
    found = lead(study(catalogue.select(["tpu_8t", "b200_sxm"]), Comparison()), "usd_per_mtok")
    assert found.best is None
    assert found.unknown == ("tpu_8t",)


def test_a_larger_batch_trades_the_users_rate_for_the_chips(pair):
    users, chips = frontier(pair, (1.0, 8.0, 32.0))
    assert (np.diff(users, axis=0) < 0).all()
    assert (np.diff(chips, axis=0) > 0).all()


def test_a_batch_whose_cache_does_not_fit_is_no_point_of_the_frontier(pair):
    users, _ = frontier(pair, (32.0, 4096.0))
    assert np.isnan(users[1]).all()


def test_at_the_iso_cost_rate_a_million_tokens_cost_that_much(pair):
    rate = iso_cost_rate(pair, 1.0)
    hourly = pair.nominal()["usd_per_chip_hour"]
    assert hourly * 1e6 / (3600 * rate * 0.6) == pytest.approx([1.0, 1.0])
