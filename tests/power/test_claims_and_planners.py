"""The essay's numbers reckoned again, cost, handhelds, texture memory, experiments."""

from __future__ import annotations

import importlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Verdict
from pixelwatt_power.claims import claims
from pixelwatt_power.core import essay, handheld, textures
from pixelwatt_power.core.cost import fleet, room_warming_k_per_hour, running_cost
from pixelwatt_power.core.experiment import (
    Measurement,
    Trial,
    evaluate,
    order,
    scopes_of,
    t_quantile,
    trials_of,
)
from pixelwatt_power.core.handheld import Handheld
from pixelwatt_power.core.number_text import plain, signed, with_bound
from pixelwatt_power.core.textures import Resolution, TextureSet

# -- The essay's table ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "exact", "joules", "verdict", "rounded"),
    [
        ("native", 0.0938, 10.67, "rounded", "0.09"),
        ("overclocked", 0.0754, 13.27, "truncated", "0.08"),
        ("dlss-1080p", 0.3594, 2.78, "rounded", "0.36"),
        ("l-720p", 0.6364, 1.57, "truncated", "0.64"),
        ("l-240p", 1.2667, 0.79, "truncated", "1.27"),
    ],
)
def test_each_row_of_the_table(row, exact, joules, verdict, rounded):
    found = essay.find(row)
    assert found.frames_per_joule == pytest.approx(exact, abs=5e-5)
    assert found.joules_per_frame == pytest.approx(joules, abs=5e-3)
    assert (found.verdict, found.rounded) == (verdict, rounded)


def test_overclocking_costs_42_watts_a_frame():
    marginal = essay.marginal_watts(essay.find("native"), essay.find("overclocked"))
    assert marginal == pytest.approx(42.5)


def test_rows_held_to_120_hz_at_the_same_energy_per_frame():
    assert essay.capped(essay.find("l-720p"), 120) == pytest.approx(188.57, abs=0.01)
    assert essay.capped(essay.find("l-240p"), 120) == pytest.approx(94.74, abs=0.01)
    assert essay.capped(essay.find("native"), 120) is None


def test_no_measurement_halves_power_and_triples_frames_at_once():
    assert not essay.does_both(essay.UNCAPPED)
    assert not essay.does_both(essay.CAPPED_30)
    assert not essay.does_both(essay.UNCAPPED_CPU_AND_GPU)
    assert essay.does_both(essay.Measured(0.46, 3.2, 7.0, games=1, low=0.4, high=0.5))


def test_the_essays_own_pair_as_ratios():
    found = essay.claimed()
    assert (found.watts, found.fps) == pytest.approx((220 / 480, 140 / 45))
    assert round(found.frames_per_joule, 1) == 6.8


def test_every_claim_checks_itself_and_shows_its_arithmetic():
    found = claims()
    assert len({claim.id for claim in found}) == len(found) >= 12
    verdicts = {}
    for claim in found:
        module, _, name = claim.check.partition(":")
        result = getattr(importlib.import_module(module), name)()
        assert any(letter.isdigit() for letter in result.arithmetic), claim.id
        assert result.sources
        assert claim.statement_zh
        verdicts[claim.id] = result.verdict
    assert verdicts["power.table-column"] is Verdict.CONTRADICTED
    assert verdicts["power.overclocking"] is Verdict.SUPPORTED
    assert verdicts["power.measured-elsewhere"] is Verdict.CONTRADICTED
    assert verdicts["power.target-120"] is Verdict.UNDECIDABLE
    assert verdicts["power.handheld-budget"] is Verdict.CONTRADICTED
    assert verdicts["power.texture-memory"] is Verdict.SUPPORTED


# -- Money, heat, battery -------------------------------------------------------------------


def test_480_watts_three_hours_a_day():
    found = running_cost(480, 3, 0.30)
    assert found.kwh_per_year == pytest.approx(525.6)
    assert found.money_per_year == pytest.approx(157.68)
    assert found.heat_btu_per_hour == pytest.approx(1637.8, abs=0.1)
    assert room_warming_k_per_hour(480, 40) == pytest.approx(36.0, abs=0.3)


def test_ten_thousand_machines():
    found = fleet(480, 10_000, 1.3, 0.5, 0.10)
    assert found.megawatts == pytest.approx(6.24)
    assert found.gwh_per_year == pytest.approx(27.33, abs=0.01)
    assert found.money_per_year == pytest.approx(2.733e6, rel=1e-3)


def test_the_essays_handheld_paragraphs():
    assert handheld.battery_needed_wh() == (40, 60)
    assert handheld.left_for_the_rest_w() == (-3, 2)
    assert Handheld(50, 5, 0, 3, 2, usable=1.0).hours == pytest.approx(5.0)
    assert Handheld(50, 0, 0, 0, 0).hours is None


# -- Texture memory -------------------------------------------------------------------------


def test_full_mip_chains_by_hand():
    # BC1, 8x8: 4 blocks; 4x4: 1; 2x2 and 1x1 still take one block each: 7 blocks of 8 bytes.
    assert textures.texture_bytes(8, "BC1") == 56
    assert textures.texture_bytes(8, "BC7") == 112
    assert textures.texture_bytes(4, "RGBA8") == 4 * (16 + 4 + 1)
    assert textures.texture_bytes(4096, "BC7") == pytest.approx(4096**2 * 4 / 3, rel=1e-4)
    assert textures.texture_bytes(4096, "BC7", 1) == textures.texture_bytes(2048, "BC7")


def test_the_mip_bias_keeps_textures_as_large_as_native():
    low, high = Resolution(1280, 720), Resolution(3840, 2160)
    assert textures.mip_bias(low, high) == pytest.approx(-1.585, abs=1e-3)
    plan = textures.plan(TextureSet(100), low, high, neural_ratio=5)
    assert plan.upscaled.textures == plan.native.textures
    assert plan.upscaled.render_targets < plan.native.render_targets
    assert plan.upscaled_blurred.textures == pytest.approx(plan.native.textures / 4, rel=1e-3)
    assert plan.upscaled_neural.textures == pytest.approx(plan.native.textures / 5)


@settings(max_examples=60, deadline=None)
@given(size=st.integers(1, 8192), texture_format=st.sampled_from(["BC1", "BC5", "BC7", "RGBA8"]))
def test_a_chain_is_about_a_third_more_than_its_finest_level(size, texture_format):
    chain = textures.texture_bytes(size, texture_format)
    finest = chain - textures.texture_bytes(size, texture_format, 1)
    assert finest <= chain
    assert chain - finest <= finest / 2 + 16 * size.bit_length()


# -- Experiments ----------------------------------------------------------------------------


def test_the_order_favours_neither_set_up():
    assert order(4) == "ABBABAAB"
    for pairs in (2, 4, 8):
        places = {setup: [i for i, s in enumerate(order(pairs)) if s == setup] for setup in "AB"}
        assert sum(places["A"]) == sum(places["B"]), "the same mean time: linear drift cancels"


def trials(values):
    return [Trial(setup, fps, watts) for setup, (fps, watts) in zip(order(9), values, strict=False)]


def test_differences_with_their_intervals():
    # Pairs AB, BA: differences in FPS are 10 and 12, so mean 11, s = sqrt 2, t(1) = 12.706.
    outcome = evaluate(trials([(50, 100), (60, 120), (63, 118), (51, 100)]))
    assert outcome.fps.mean == pytest.approx(11)
    assert outcome.fps.high - outcome.fps.mean == pytest.approx(12.706 * 2**0.5 / 2**0.5)
    assert outcome.watts.mean == pytest.approx(19)
    assert not outcome.matched


def test_a_certain_difference_has_a_price_per_frame():
    outcome = evaluate(
        trials([(45, 480), (49, 650), (49.1, 651), (45, 479), (49, 649), (45.1, 481)])
    )
    assert outcome.fps.certain
    assert outcome.watts_per_fps == pytest.approx(42.5, rel=0.02)
    assert outcome.watts_per_fps_low < 42.5 < outcome.watts_per_fps_high


def test_indistinguishable_frame_rates_have_no_price():
    outcome = evaluate(trials([(60, 100), (60.1, 60), (59.9, 61), (60, 101)]))
    assert outcome.matched
    assert outcome.watts_per_fps is None


@pytest.mark.parametrize(("pairs", "drift"), [(2, 0.0), (4, 0.0), (4, 1.0), (12, 1.0)])
def test_intervals_hold_the_truth_nineteen_times_in_twenty(pairs, drift):
    """Noise and a drifting card, many times over: 95 % must mean 95 %, with or without drift."""
    random = np.random.default_rng(5)
    repeats, fps_gain, watts_gain = 1500, 20.0, -30.0
    held = dict.fromkeys(("fps", "watts", "price"), 0)
    for _ in range(repeats):
        trials = []
        for place, setup in enumerate(order(pairs)):
            is_b = setup == "B"
            fps = 100 + fps_gain * is_b - 0.3 * drift * place + random.normal(0, 1)
            watts = 200 + watts_gain * is_b + 0.8 * drift * place + random.normal(0, 2)
            trials.append(Trial(setup, fps, watts))
        outcome = evaluate(trials)
        held["fps"] += outcome.fps.low <= fps_gain <= outcome.fps.high
        held["watts"] += outcome.watts.low <= watts_gain <= outcome.watts.high
        # Two pairs now and then cannot tell the divisor from zero: then there is no price.
        held["price"] += outcome.watts_per_fps is None or (
            outcome.watts_per_fps_low <= watts_gain / fps_gain <= outcome.watts_per_fps_high
        )
    for count in held.values():
        assert 0.93 <= count / repeats <= 0.975


def test_scopes_are_judged_where_every_trial_read_them():
    every = [
        Measurement("A", 50, {"cpu": 60, "gpu": 300, "cpu+gpu": 360}),
        Measurement("B", 90, {"gpu": 310, "cpu": 80, "cpu+gpu": 390, "battery": 9}),
    ]
    assert scopes_of(every) == ["gpu", "cpu+gpu"]
    assert scopes_of([]) == []
    assert scopes_of([Measurement("A", 50, {"cpu": 60})]) == ["cpu"]
    assert trials_of(every, "cpu+gpu") == [Trial("A", 50, 360), Trial("B", 90, 390)]


def test_one_pair_has_means_but_no_interval():
    outcome = evaluate(trials([(60, 100), (70, 90)]))
    assert outcome.watts.mean == -10
    assert outcome.watts.low is None
    assert evaluate(trials([(60, 100)])) is None


def test_students_t():
    assert t_quantile(10) == pytest.approx(2.228)
    assert t_quantile(60) == pytest.approx(2.000, abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(
        st.tuples(st.floats(1, 500), st.floats(1, 900)), min_size=2, max_size=18
    )
)  # fmt: skip
def test_any_trials_give_an_ordered_outcome(values):
    outcome = evaluate(trials(values))
    for difference in (outcome.fps, outcome.watts, outcome.joules_per_frame):
        if difference.low is not None:
            assert difference.low <= difference.mean <= difference.high
    if outcome.watts_per_fps is not None:
        assert outcome.watts_per_fps_low <= outcome.watts_per_fps_high


# -- Numbers with their error ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "bound", "text"),
    [
        (142.31, 2.06, "142.3 ± 2.1\u00a0W"),
        (13.4776, 0.0951, "13.478 ± 0.095\u00a0W"),
        (480.0, 12.0, "480 ± 12\u00a0W"),
        (62.7, 0.0001, "62.70\u00a0W ± <0.1 %"),
        (5.0, None, "5.000\u00a0W"),
        (None, 1.0, "unknown"),
        (float("nan"), 1.0, "unknown"),
    ],
)
def test_values_are_written_as_far_as_their_error_goes(value, bound, text):
    assert with_bound(value, bound, "W") == text


def test_plain_and_signed_numbers():
    assert plain(0.093751) == "0.09375"
    assert plain(1234.5) == "1234"
    assert signed(-2.743, "W") == "−2.74\u00a0W"
