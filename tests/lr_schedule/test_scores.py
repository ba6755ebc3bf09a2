"""Exact values of scores, landscapes and experiments."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt.api import Problem, Verdict
from pixelwatt_lr_schedule import claims
from pixelwatt_lr_schedule.core import averaging, quadratic, range_test
from pixelwatt_lr_schedule.core.convex_bound import bound
from pixelwatt_lr_schedule.core.fitted import LLAMA_25M
from pixelwatt_lr_schedule.core.landscapes import LANDSCAPES, landscape
from pixelwatt_lr_schedule.core.optimise import optimise, scaled
from pixelwatt_lr_schedule.core.optimisers import (
    OPTIMISERS,
    Settings,
    basin_share,
    roll,
    spread_starts,
)
from pixelwatt_lr_schedule.core.power_law import predict
from pixelwatt_lr_schedule.core.presets import essay
from pixelwatt_lr_schedule.core.sampling import sample
from pixelwatt_lr_schedule.core.score import score
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.plugin import pixelwatt_claims

T = np.arange(100)
SHAPES = {
    "linear": 1 - T / 100,
    "cosine": 0.5 * (1 + np.cos(np.pi * T / 100)),
    "wsd": np.minimum(1, (100 - T) / 20),
    "constant": np.ones(100),
}


def test_gradient_descent_is_a_product():
    assert quadratic.descend([0.1] * 50, 4.0) == pytest.approx(8.082812774647626e-12, rel=1e-12)


@pytest.mark.parametrize(
    ("shape", "over"), [("linear", 1.265), ("cosine", 1.413), ("wsd", 1.606), ("constant", 1.761)]
)
def test_noisy_quadratic_over_its_floor(shape: str, over: float):
    assert quadratic.tune(SHAPES[shape]).over_floor == pytest.approx(over, abs=6e-4)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(0, 2), min_size=1, max_size=60))
def test_no_schedule_is_below_the_proven_floor(lrs: list[float]):
    value = quadratic.expected_square(np.array(lrs), 1.0, 1.0, 1.0)
    assert value >= quadratic.floor(len(lrs)) * (1 - 1e-12)


def test_the_greedy_schedule_reaches_the_floor():
    lrs = sample(
        Spec("pixelwatt", "noise_optimal", {"h": 1.0, "sigma": 1.0, "m0": 1.0}, 1, 100)
    ).lrs
    value = quadratic.expected_square(lrs, 1.0, 1.0, 1.0)
    assert value == pytest.approx(quadratic.floor(100), rel=1e-9)


def test_expected_loss_agrees_with_many_noisy_runs():
    lrs = 0.5 * SHAPES["linear"]
    generator = np.random.default_rng(3)
    x = np.ones(40_000)
    for lr in lrs:
        x = x - lr * (x + generator.normal(size=x.shape))
    mean = np.mean(x**2)
    error = np.std(x**2) / 200
    assert abs(mean - quadratic.expected_square(lrs, 1, 1, 1)) < 5 * error


def test_chebyshev_reaches_its_bound():
    assert quadratic.chebyshev_bound(1, 10, 8) == pytest.approx(0.0106086734716, rel=1e-10)
    lrs = sample(Spec("pixelwatt", "chebyshev", {"mu": 1.0, "L": 10.0, "n": 8}, 1, 8)).lrs
    assert quadratic.worst_factor(lrs, 1, 10) == pytest.approx(0.0106086734716, rel=1e-6)
    assert lrs.max() > 2 / 10


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_momentum_is_stable_below_two_times_one_plus_beta(beta: float):
    place = landscape("quadratic")  # its steepest curvature is 10
    limit = quadratic.stability_limit(10.0, beta)
    for factor, stable in ((0.97, True), (1.03, False)):
        lrs = np.full(2000, limit * factor)
        settings_ = Settings("momentum", momentum=beta)
        end = roll(place, lrs, settings_, np.array([[0.1, 0.1]])).ends
        assert bool(np.abs(end).max() < 1) is stable
        assert quadratic.momentum_stable(limit * factor, 10.0, beta) is stable


def test_convex_bound_prefers_linear_decay():
    omegas = {name: bound(shape).omega for name, shape in SHAPES.items()}
    assert omegas["linear"] < omegas["cosine"] < omegas["wsd"] < omegas["constant"]
    assert omegas["linear"] == pytest.approx(2.0361, abs=1e-3)


def test_power_law_sees_only_changes_of_the_rate():
    constant = np.full(20_000, 3e-4)
    dropped = np.where(np.arange(20_000) < 10_000, 3e-4, 3e-5)
    at = np.array([5_000, 19_999])
    before, after = predict(LLAMA_25M, constant, at), predict(LLAMA_25M, dropped, at)
    assert before[0] == pytest.approx(after[0])
    assert after[1] < before[1]  # a decay lowers the loss in the published runs
    assert LLAMA_25M.covers(dropped)
    assert not LLAMA_25M.covers(dropped * 10)


def test_scores_outside_the_fitted_range_are_unknown():
    found = score(essay())
    assert found.predicted_loss is None
    assert found.quadratic.over_floor > 1


def test_averaging_weights_sum_to_one_and_forget():
    weights = averaging.weights(np.full(1000, 0.1), 0.1)
    assert weights.sum() == pytest.approx(1)
    assert averaging.half_life(np.full(1000, 0.1), 0.1) == pytest.approx(np.log(2) / 0.01, rel=0.02)


@pytest.mark.parametrize("place", LANDSCAPES, ids=lambda place: place.id)
def test_gradients_and_minima_of_landscapes(place):
    generator = np.random.default_rng(0)
    x = generator.uniform(place.low, place.high, (40, place.dimensions))
    step = 1e-6 * np.eye(place.dimensions)
    numeric = np.stack([(place.loss(x + s) - place.loss(x - s)) / 2e-6 for s in step], axis=-1)
    assert place.gradient(x) == pytest.approx(numeric, rel=1e-4, abs=2e-3)
    best = np.asarray(place.minimum)
    assert float(place.loss(best)) == pytest.approx(place.least, abs=1e-6)
    assert (place.loss(x) >= place.least - 1e-6).all()


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_every_optimiser_finds_the_bottom_of_a_bowl(optimiser: str):
    place = landscape("booth")
    lrs = np.linspace(0.05, 0.0, 1500) if optimiser.startswith("adam") else np.full(1500, 0.02)
    lrs = lrs * (10 if optimiser.startswith("adam") else 1)
    run = roll(place, lrs, Settings(optimiser, weight_decay=0.0), spread_starts(place, 20))
    assert basin_share(place, run.ends).share == 1.0
    assert run.path.shape == (1501, 2)


def test_adam_moves_by_the_rate_at_first():
    run = roll(landscape("booth"), np.array([0.1]), Settings("adam"), np.array([[0.0, 0.0]]))
    assert run.ends[0] == pytest.approx([0.1, 0.1], rel=1e-6)  # torch.optim.Adam's first step


def test_optimised_schedule_is_better_and_others_are_refused():
    spec = scaled(essay(200), 3.0)
    before = quadratic.expected_square(sample(spec).lrs, 1, 1, 1)
    after = quadratic.expected_square(sample(optimise(spec, rounds=3)).lrs, 1, 1, 1)
    assert after < before
    with pytest.raises(Problem, match="drawn"):
        optimise(Spec("torch", "constant"))


def test_range_test_learns_then_diverges():
    found = range_test.run()
    assert found.losses.min() < found.losses[0] / 2
    assert found.diverges_at is not None
    assert found.steepest is not None
    assert found.steepest < found.diverges_at


def test_range_test_refuses_a_falling_rate():
    with pytest.raises(Problem, match="rise"):
        range_test.read_curve(np.linspace(1, 0.1, 20), np.ones(20))


@pytest.mark.parametrize("claim", pixelwatt_claims(), ids=lambda claim: claim.id)
def test_every_claim_is_decided_with_its_arithmetic(claim):
    result = getattr(claims, claim.check.rsplit(":", 1)[1])()
    expected = {
        "warmup_exponential": Verdict.CONTRADICTED,
        "large_rate_explodes": Verdict.SUPPORTED,
        "decay_converges": Verdict.SUPPORTED,
        "tiny_rate_overfits": Verdict.CONTRADICTED,
        "zero_rate_freezes": Verdict.SUPPORTED,
        "restart_frees": Verdict.SUPPORTED,
        "restart_only_path": Verdict.CONTRADICTED,
    }
    assert result.verdict is expected[claim.id.rsplit(".", 1)[1]]
    assert any(character.isdigit() for character in result.arithmetic)
    assert result.sources
