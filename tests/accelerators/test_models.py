"""Properties that hold whatever the figures are."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt_accelerators.core import collectives, cost, inference, memory, roofline
from pixelwatt_accelerators.core.document import Comparison, Use
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.table import shipped_catalogue
from pixelwatt_accelerators.core.uncertainty import study

POSITIVE = st.floats(1e3, 1e15)


@given(POSITIVE, POSITIVE, st.floats(1e6, 1e12), st.floats(0, 1e10), st.integers(1, 64))
def test_throughput_never_falls_as_the_batch_grows(flops, bandwidth, params, cache, chips):
    batches = np.arange(1.0, 300.0)
    rates = inference.decode(
        batch=batches, params=params, weights=2 * params, kv_bytes_per_sequence=cache,
        chips=chips, flops_per_s=flops, hbm_bytes_per_s=bandwidth,
    ).tokens_per_s  # fmt: skip
    assert (np.diff(rates) >= -1e-9 * rates[:-1]).all()


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(sorted(shipped_models())),
    st.sampled_from(["bf16", "fp8", "fp4"]),
    st.permutations(range(26)),
)
def test_the_order_of_accelerators_changes_no_score(model, precision, order):
    rows = list(shipped_catalogue().accelerators.values())
    comparison = Comparison(use=Use(model=model, precision=precision))
    straight = study(rows, comparison).nominal()
    mixed = study([rows[i] for i in order], comparison).nominal()
    for metric, values in straight.items():
        np.testing.assert_array_equal(values[list(order)], mixed[metric])


@pytest.mark.parametrize("quantity", ["hbm_bandwidth", "fp8", "tdp"])
def test_an_undisclosed_figure_makes_its_metrics_unknown_and_no_others(catalogue, quantity):
    chip = catalogue["b200_sxm"]
    figures = {k: v for k, v in chip.figures.items() if k != quantity}
    blind = study([dataclasses.replace(chip, figures=figures)], Comparison()).nominal()
    depends = {"hbm_bandwidth": "step_s", "fp8": "training_days", "tdp": "joules_per_token"}
    assert np.isnan(blind[depends[quantity]][0])
    assert not np.isnan(blind["usd_per_chip_hour"][0])


@pytest.mark.parametrize("model", shipped_models().values(), ids=lambda model: model.id)
def test_the_published_parameter_counts_follow_from_the_shapes(model):
    total, active = model.counted_params()
    assert total == pytest.approx(model.params, rel=0.01)
    if model.experts:
        assert active == pytest.approx(model.active, rel=0.03)


def test_latent_attention_caches_one_vector_for_all_heads():
    # DeepSeek-V3, 61 layers of 512 + 64 elements: 70,272 bytes a token in bf16, against
    # 61 x 2 x 128 x 128 elements were every head to keep its own.
    model = shipped_models()["deepseek_v3"]
    assert model.kv_bytes_per_token(2.0) == 61 * 576 * 2 == 70272
    assert model.attention_width == 128 * (192 + 128) / 2


def test_attention_over_a_latent_cache_can_be_bound_by_compute():
    model = shipped_models()["deepseek_v3"]
    per_token = model.decode_attention_flops_per_token
    # 128 heads share 576 elements: 2 x 128 x (576 + 512) FLOP for 1,152 bytes.
    assert per_token / model.kv_bytes_per_token(2.0) == pytest.approx(
        2 * 128 * (576 + 512) / (576 * 2)
    )
    slow = inference.decode(
        batch=8, params=0, weights=0, kv_bytes_per_sequence=1e9, chips=1, flops_per_s=1e12,
        hbm_bytes_per_s=1e12, attention_flops_per_sequence=1e11,
    )  # fmt: skip
    assert slow.step_s == pytest.approx(0.8)  # arithmetic, not the 8 ms of reading the cache
    assert slow.memory_bound == 0


def test_a_batch_of_one_reads_the_activated_parameters_and_a_large_one_all():
    model = shipped_models()["mixtral_8x7b"]
    assert model.read_params(1) == pytest.approx(model.active)
    assert model.read_params(1000) == pytest.approx(model.params)


@given(st.floats(1e3, 1e12), st.integers(2, 1024), st.floats(1e6, 1e13))
def test_all_reduce_takes_two_all_gathers_on_every_topology(size, ranks, link):
    for build in (collectives.ring, collectives.switch, collectives.mesh):
        gather, reduce = (
            build("all_gather", size, ranks, link),
            build("all_reduce", size, ranks, link),
        )
        assert reduce == pytest.approx(2 * gather)


def test_a_torus_without_wraparound_takes_twice_as_long():
    args = ("all_gather", 1e9, [16, 16], 45e9)
    closed, opened = collectives.torus(*args), collectives.torus(*args, wraparound=False)
    assert closed == pytest.approx(1e9 / (2 * 45e9 * 2))
    assert opened == pytest.approx(2 * closed)


def test_one_direction_of_a_torus_takes_twice_as_long_as_both():
    args = ("all_gather", 1e9, [4, 4, 4], 90e9)
    one_way = collectives.torus(*args, both_ways=False)
    assert one_way == pytest.approx(2 * collectives.torus(*args))


def test_small_messages_on_a_torus_wait_for_the_hops():
    assert collectives.torus("all_gather", 1.0, [16], 45e9) == pytest.approx(8e-6)


def test_all_to_all_costs_a_quarter_of_an_all_gather_on_a_torus():
    args = (1e9, [8, 8], 45e9)
    gather, exchange = (collectives.torus(op, *args) for op in ("all_gather", "all_to_all"))
    assert exchange == pytest.approx(gather / 4)


def test_a_pair_in_a_mesh_sees_one_link_only():
    # MI300X: seven links of 64 GB/s; two ranks can use just one of them.
    assert collectives.mesh("all_gather", 2e9, 2, 64e9) == pytest.approx(1e9 / 64e9)


def test_reduction_in_the_switch_halves_an_all_reduce_at_best():
    plain = collectives.switch("all_reduce", 1e9, 8, 450e9)
    # "How to Scale Your Model", chapter 12: exactly S / w, without the (N - 1) / N.
    ideal = collectives.switch("all_reduce", 1e9, 8, 450e9, reduction="ideal")
    assert ideal == pytest.approx(1e9 / 450e9)
    assert plain / 2 <= ideal <= plain
    measured = collectives.switch("all_reduce", 1e9, 8, 450e9, reduction="measured")
    assert measured == pytest.approx(plain / 1.3)


def test_only_full_axes_of_a_2d_tpu_close_to_rings():
    assert [collectives.has_wraparound(side, 2) for side in (4, 8, 16)] == [False, False, True]
    assert [collectives.has_wraparound(side, 3) for side in (2, 4, 8)] == [False, True, True]


@given(st.floats(0.001, 0.5), st.integers(1, 20))
def test_the_annuity_pays_the_purchase_off(rate, years):
    paid = float(cost.capital_recovery_factor(rate, years))
    present = sum(paid / (1 + rate) ** year for year in range(1, years + 1))
    assert present == pytest.approx(1.0)


def test_without_interest_a_purchase_is_spread_evenly():
    assert cost.capital_recovery_factor(0.0, 5) == pytest.approx(0.2)


@given(POSITIVE, POSITIVE, st.floats(1e-3, 1e9))
def test_below_the_ridge_bandwidth_decides_and_above_it_compute(flops, bandwidth, intensity):
    ridge = float(roofline.ridge(flops, bandwidth))
    expected = intensity * bandwidth if intensity < ridge else flops
    assert roofline.attainable(intensity, flops, bandwidth) == pytest.approx(expected)


def test_the_critical_batch_of_tpu_v5e_in_bf16_is_240():
    assert roofline.critical_batch(240.0, 2.0) == 240


def test_grouped_query_attention_raises_the_intensity_of_attention():
    # Each cached bf16 element serves eight query heads: 2 * 64 / 8 / 2.
    llama = shipped_models()["llama31_70b"]  # 64 heads share 8 key-value heads of two bytes
    per_token = llama.decode_attention_flops_per_token
    assert roofline.attention_intensity(per_token, llama.kv_bytes_per_token(2)) == 8


def test_chips_come_in_powers_of_two_and_keep_a_tenth_free():
    found = memory.chips_needed(np.array([100e9, 100e9, np.nan]), np.array([90e9, 91e9, 1e9]))
    assert found[:2].tolist() == [1, 2]
    assert np.isnan(found[2])


# -- How the chips of a replica are joined ----------------------------------------------------


def communication(catalogue, **use):
    comparison = Comparison(use=dataclasses.replace(Use(chips=4), **use))
    return study(catalogue.select(["tpu_v7", "b200_sxm"]), comparison).nominal()["communication_s"]


def test_each_topology_takes_its_own_time(catalogue):
    """Two all-reduces a layer of 32 x 8,192 values of 16 bit, in 80 layers, over four chips."""
    size = 32 * 8192 * 2 * 2 * 80
    switched = communication(catalogue, topology="switch")
    assert switched == pytest.approx(2 * size * 3 / 4 / np.array([600e9, 900e9]))
    ring = communication(catalogue, topology="ring")
    assert ring == pytest.approx(2 * size * 3 / 4 / np.array([100e9, 900e9]))
    assert communication(catalogue, topology="ring_bidi") == pytest.approx(ring / 2)
    # Four chips of a 3D torus are 2 x 2: two axes, too short to close. On TPU v7's links the
    # transfer decides, on NVLink's nine times faster ones the two hops of a microsecond.
    torus = communication(catalogue, topology="torus")
    assert torus[0] == pytest.approx(2 * 2 * size / (2 * 2) / 100e9)
    assert torus[1] == pytest.approx(2 * 80 * 2 * 2 * 1e-6)
    assert communication(catalogue, topology="torus_uni")[0] == pytest.approx(2 * torus[0])


def test_beyond_a_domain_the_slower_network_sets_the_pace(catalogue):
    use = Use(model="llama31_405b", precision="bf16", chips=16)
    chosen = catalogue.select(["b200_sxm"])
    inside = study(chosen, Comparison(use=use)).nominal()
    assert np.isnan(inside["step_s"][0])
    wide = dataclasses.replace(use, scale_out_bytes_per_s=50e9)
    found = study(chosen, Comparison(use=wide)).nominal()["communication_s"]
    size = 32 * 16384 * 2 * 2 * 126
    assert found == pytest.approx([2 * size / 2 / 50e9])  # two groups of eight
