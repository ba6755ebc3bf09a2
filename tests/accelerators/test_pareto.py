"""Latency against throughput: the curves, the largest batch that is quick enough, lines of cost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pixelwatt_accelerators.core.document import Comparison, Use
from pixelwatt_accelerators.core.pareto import (
    BATCHES,
    MOST_SEQUENCES,
    frontier,
    iso_cost_of,
    iso_cost_rate,
    largest_batch_at,
)
from pixelwatt_accelerators.core.uncertainty import study


def item_of(catalogue, *chips, **use):
    return study(catalogue.select(chips), replace(Comparison(), use=Use(**use)))


def test_the_curve_passes_through_the_chosen_batch(catalogue):
    item = item_of(catalogue, "tpu_v7", "b200_sxm", batch=32.0)
    users, chips = frontier(item)
    row = BATCHES.index(32.0)
    metrics = item.nominal()
    np.testing.assert_allclose(users[row], metrics["tokens_per_user_s"])
    np.testing.assert_allclose(chips[row], metrics["tokens_per_s_per_chip"])


@pytest.mark.parametrize("model", ["llama31_70b", "qwen3_235b", "deepseek_v3"])
def test_the_largest_batch_is_quick_enough_and_one_more_is_not(catalogue, model):
    wanted = 40.0
    chips = ("tpu_v7", "b200_sxm", "mi355x")
    found = largest_batch_at(item_of(catalogue, *chips, model=model, context=2048.0), wanted)
    for index, batch in enumerate(found):
        assert 0 < batch < MOST_SEQUENCES
        item = item_of(catalogue, *chips, model=model, context=2048.0)
        for count, quick in ((batch, True), (batch + 1, False)):
            # The replica stays the one of the comparison's batch.
            use = replace(
                item.comparison.use, batch=float(count), chips=int(item.fleet.chips[index])
            )
            asked = study(item.accelerators, replace(item.comparison, use=use))
            rate = asked.nominal()["tokens_per_user_s"][index]
            assert bool(rate >= wanted) is quick  # NaN, where one more does not fit, is not


def test_no_batch_is_quick_enough_for_what_no_chip_can_do(catalogue):
    found = largest_batch_at(item_of(catalogue, "tpu_v7", "tpu_8t"), 1e6)
    assert found[0] == 0
    assert np.isnan(found[1])  # its memory bandwidth is undisclosed


def test_on_its_line_of_cost_an_accelerator_makes_a_million_tokens_for_that(catalogue):
    item = item_of(catalogue, "tpu_v7", "b200_sxm")
    rate = iso_cost_rate(item, 0.5)
    hourly, used = item.nominal()["usd_per_chip_hour"], item.comparison.money.utilisation
    np.testing.assert_allclose(hourly / (rate * 3600 * used) * 1e6, 0.5)


@pytest.mark.parametrize(
    ("costs", "line"),
    [([0.557, 0.95], 1.0), ([1.19, 1.94], 2.0), ([8.0, np.nan], 10.0), ([0.031], 0.02)],
)
def test_the_line_is_at_a_round_cost_near_the_accelerators(costs, line):
    assert iso_cost_of(np.array(costs)) == pytest.approx(line)


def test_there_is_no_line_where_no_cost_is_known():
    assert np.isnan(iso_cost_of(np.array([np.nan])))
