"""Schedules against values that the libraries themselves printed.

Numbers marked "torch", "optax"... were read from torch 2.13, optax 0.2.8, keras 3.15.1,
transformers 5.23.0, timm 1.0.31 and schedulefree 1.4.1.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixelwatt_lr_schedule.core.catalogue import FAMILIES, examples
from pixelwatt_lr_schedule.core.registry import build
from pixelwatt_lr_schedule.core.sampling import column_updates, sample
from pixelwatt_lr_schedule.core.schedule import Refused
from pixelwatt_lr_schedule.core.spec import Spec

METRIC = [1.0, *[0.9] * 6, *[0.8] * 4, 0.79999, 0.79998, 0.79997, *[0.7] * 16]


def lrs(library: str, schedule: str, base: float, steps: int, **params: object) -> np.ndarray:
    return sample(Spec(library, schedule, params, base, steps)).lrs


def test_the_catalogue_has_33_families_and_every_example_has_a_curve():
    assert [family.row for family in FAMILIES] == list(range(1, 34))
    for spec in examples():
        values = sample(Spec(spec.library, spec.schedule, spec.params, spec.base_lr, 90)).lrs
        assert np.isfinite(values).all()
        assert (values >= 0).all()


def test_torch_linear_warmup_never_starts_at_zero():
    values = lrs("torch", "LinearLR", 0.1, 10, start_factor=0.25, total_iters=4)
    assert values[:5] == pytest.approx([0.025, 0.04375, 0.0625, 0.08125, 0.1])


def test_hugging_face_linear_starts_at_zero_and_ends_one_short():
    values = lrs("transformers", "linear", 5e-5, 105, num_warmup_steps=10, num_training_steps=100)
    assert values[0] == 0
    assert values[99] == pytest.approx(5e-5 / 90)
    assert values[100] == 0


def test_steps_change_at_m_in_torch_and_optax_one_later_in_keras_one_earlier_in_timm():
    torch = lrs("torch", "MultiStepLR", 1.0, 40, milestones=[10], gamma=0.1)
    optax = lrs("optax", "piecewise_constant_schedule", 1.0, 40, init_value=1.0,
                boundaries_and_scales={"10": 0.1})  # fmt: skip
    keras = lrs("keras", "PiecewiseConstantDecay", 1.0, 40, boundaries=[10], values=[1.0, 0.1])
    timm = lrs("timm", "MultiStepLRScheduler", 1.0, 40, decay_t=[10], decay_rate=0.1)
    first = [int(np.flatnonzero(values < 0.5)[0]) for values in (torch, optax, keras, timm)]
    assert first == [10, 10, 11, 9]


def test_one_cycle_peaks_at_29_in_torch_and_30_in_optax():
    torch = sample(Spec("torch", "OneCycleLR", {"max_lr": 0.1, "total_steps": 100}, 0.123, 101))
    optax = lrs("optax", "cosine_onecycle_schedule", 0.1, 103, transition_steps=100, peak_value=0.1)
    assert int(np.argmax(torch.lrs)) == 29
    assert int(np.argmax(optax)) == 30
    assert torch.lrs[0] == pytest.approx(0.004)
    assert torch.lrs[99] == pytest.approx(4e-7)
    assert torch.lrs[100] == pytest.approx(5.074647154757325e-05)  # torch: it rises again
    assert torch.momentum is not None
    assert torch.momentum[1] == pytest.approx(0.9497068978577179)  # torch


def test_one_cycle_raises_as_torch_does():
    spec = Spec("torch", "OneCycleLR", {"max_lr": 0.1, "total_steps": 100}, 0.1, 102)
    with pytest.raises(Refused, match="Tried to step 101 times") as refused:
        sample(spec)
    assert refused.value.error == "ValueError"


@pytest.mark.parametrize(
    ("schedule", "params", "error"),
    [
        ("StepLR", {"step_size": 0}, "ZeroDivisionError"),
        ("CosineAnnealingLR", {"T_max": 0}, "ZeroDivisionError"),
        ("ConstantLR", {"factor": 0.0, "total_iters": 5}, "ZeroDivisionError"),
        ("ConstantLR", {"factor": 1.5}, "ValueError"),
        ("StepLR", {"step_size": 3, "last_epoch": 4}, "KeyError"),
        ("LinearLR", {"start_factor": 0.0}, "ValueError"),
        ("LinearLR", {"slope": 3}, "TypeError"),
        ("CosineAnnealingWarmRestarts", {"T_0": 0}, "ValueError"),
        ("CosineAnnealingWarmRestarts", {"T_0": 5, "T_mult": 1.5}, "ValueError"),
        ("OneCycleLR", {"max_lr": 0.1}, "ValueError"),
        ("OneCycleLR", {"max_lr": 0.1, "total_steps": 10, "pct_start": 0.1}, "ZeroDivisionError"),
        ("CyclicLR", {"base_lr": 0.1, "max_lr": 1.0, "mode": "square"}, "ValueError"),
        ("ReduceLROnPlateau", {"factor": 1.0, "metric": [1.0]}, "ValueError"),
        ("SequentialLR", {"schedulers": [{"name": "ExponentialLR", "gamma": 0.9}],
                          "milestones": [3]}, "ValueError"),
        ("SequentialLR", {"schedulers": [], "milestones": []}, "ValueError"),
        ("ChainedScheduler", {"schedulers": [{"name": "ReduceLROnPlateau"}]}, "ValueError"),
    ],
)  # fmt: skip
def test_torch_refusals(schedule: str, params: dict[str, object], error: str):
    with pytest.raises(Refused) as refused:
        sample(Spec("torch", schedule, params, 0.1, 50))
    assert refused.value.error == error


@pytest.mark.parametrize(
    ("library", "schedule", "params"),
    [
        ("optax", "cosine_decay_schedule", {"init_value": 0.1, "decay_steps": 0}),
        ("optax", "contrib.reduce_on_plateau", {"factor": 1.0, "metric": [1.0]}),
        ("keras", "CosineDecay", {"initial_learning_rate": 0.1, "decay_steps": 0}),
        ("keras", "PiecewiseConstantDecay", {"boundaries": [3], "values": [0.1]}),
        ("transformers", "polynomial", {"num_warmup_steps": 0, "num_training_steps": 9,
                                        "scheduler_specific_kwargs": {"lr_end": 1.0}}),
        ("transformers", "linear", {"num_warmup_steps": None}),
        ("transformers", "nonsense", {}),
        ("timm", "WSDLRScheduler", {"t_initial": 10, "decay_t": 20}),
    ],
)  # fmt: skip
def test_refusals_of_other_libraries(library: str, schedule: str, params: dict[str, object]):
    with pytest.raises(Refused, match="ValueError"):
        sample(Spec(library, schedule, params, 0.1, 30))


def test_three_libraries_count_patience_differently():
    common = {"factor": 0.5, "patience": 2, "cooldown": 1, "metric": METRIC}
    torch = lrs("torch", "ReduceLROnPlateau", 0.1, 30, min_lr=0.005, **common)
    keras = lrs("keras", "ReduceLROnPlateau", 0.1, 30, min_lr=0.005, **common)
    optax = lrs("optax", "reduce_on_plateau", 0.1, 30, min_scale=0.05, **common)
    drops = [(np.flatnonzero(np.diff(values) < 0) + 1).tolist() for values in (torch, keras, optax)]
    assert drops == [[5, 11, 18, 22, 26], [4, 6, 10, 12, 14], [4, 7, 10, 13, 17]]


def test_torch_zero_lengths_stay_at_the_start():
    assert lrs("torch", "LinearLR", 0.1, 5, start_factor=0.5, total_iters=0) == pytest.approx(0.05)
    assert lrs("optax", "linear_schedule", 0.3, 5, init_value=0.3, end_value=0.0,
               transition_steps=0) == pytest.approx(0.3)  # fmt: skip


@pytest.mark.parametrize(
    ("schedule", "params", "last"),
    [
        # torch 2.13: the end of a fractional length is never stepped on.
        ("ConstantLR", {"factor": 0.5, "total_iters": 2.5}, 0.5),
        ("LinearLR", {"start_factor": 1e-8, "end_factor": 1.0, "total_iters": 2.5}, 0.8),
        ("LinearLR", {"start_factor": 1 / 3, "end_factor": 1.0, "total_iters": 2.5}, 0.86666667),
        ("PolynomialLR", {"total_iters": 7.5, "power": 0.5}, 0.25819889),
        ("SequentialLR", {"milestones": [], "schedulers": [
            {"name": "ConstantLR", "total_iters": 2.5, "last_epoch": -1}]}, 1 / 3),
    ],
)  # fmt: skip
def test_torch_fractional_lengths_stop_short(schedule: str, params: dict[str, object], last: float):
    assert lrs("torch", schedule, 1.0, 60, **params)[-1] == pytest.approx(last, rel=1e-7)


def test_arguments_that_change_no_curve_are_taken_as_their_libraries_take_them():
    plain = lrs("torch", "StepLR", 0.1, 9, step_size=3)
    assert lrs("torch", "StepLR", 0.1, 9, step_size=3, last_epoch=-1) == pytest.approx(plain)
    plain = lrs("timm", "CosineLRScheduler", 0.1, 9, t_initial=9)
    assert lrs("timm", "CosineLRScheduler", 0.1, 9, t_initial=9, t_in_epochs=False,
               initialize=True) == pytest.approx(plain)  # fmt: skip
    with pytest.raises(Refused, match="KeyError"):
        lrs("timm", "CosineLRScheduler", 0.1, 9, t_initial=9, initialize=False)
    noisy = sample(Spec("timm", "PlateauLRScheduler",
                        {"metric": METRIC, "noise_range_t": [5, 9]}, 0.1, 30))  # fmt: skip
    assert "noise" in noisy.warnings[0]


def test_hugging_face_schedules_go_by_their_functions_too():
    by_name = lrs("transformers", "cosine_with_min_lr", 0.1, 50, num_warmup_steps=5,
                  num_training_steps=50, scheduler_specific_kwargs={"min_lr": 0.01})  # fmt: skip
    by_function = lrs("transformers", "get_cosine_with_min_lr_schedule_with_warmup", 0.1, 50,
                      num_warmup_steps=5, num_training_steps=50, min_lr=0.01)  # fmt: skip
    assert by_function == pytest.approx(by_name)


def test_a_formula_may_be_written_as_a_lambda():
    assert lrs("torch", "MultiplicativeLR", 1.0, 4, lr_lambda="lambda step: 0.5 if step else 1"
               ).tolist() == [1.0, 0.5, 0.25, 0.125]  # fmt: skip


def test_greedy_smoothing_rounds_as_a_running_sum():
    metric = [0.3, 0.2, 0.1, 0.3, 0.1, 0.1, 0.1, 0.1]
    values = lrs("transformers", "greedy", 0.1, 8, metric=metric, scheduler_specific_kwargs={
        "factor": 0.8, "patience": 0, "smooth": True, "window_size": 3,
        "threshold": 0.0})  # fmt: skip
    # transformers 5.24: the last mean, 0.1 but for rounding, is no better than the one before.
    assert values == pytest.approx(
        [0.1, 0.125, 0.15625, 0.1953125, 0.244140625, 0.30517578125, 0.244140625, 0.30517578125]
    )


def test_cosine_rises_after_its_length_in_torch_and_holds_in_optax():
    torch = lrs("torch", "CosineAnnealingLR", 0.1, 65, T_max=20, eta_min=0.001)
    optax = lrs("optax", "cosine_decay_schedule", 0.1, 65, init_value=0.1, decay_steps=20)
    assert torch[20] == pytest.approx(0.001)
    assert torch[64] == pytest.approx(0.010453658778440001)  # torch
    assert (optax[20:] == optax[20]).all()


def test_restart_multiplier_is_exact_except_with_an_explicit_epoch():
    exact = lrs("torch", "CosineAnnealingWarmRestarts", 0.1, 122, T_0=1, T_mult=3)
    explicit = lrs("torch", "CosineAnnealingWarmRestarts", 0.1, 122, T_0=1, T_mult=3,
                   explicit_epoch=True)  # fmt: skip
    assert exact[121] == pytest.approx(0.1)
    assert explicit[121] == pytest.approx(0.0)  # torch: log(243, 3) is 4.999...


def test_sequential_evaluates_a_child_from_its_milestone():
    values = lrs(
        "torch", "SequentialLR", 0.1, 55, milestones=[5],
        schedulers=[{"name": "LinearLR", "start_factor": 0.1, "total_iters": 5},
                    {"name": "CosineAnnealingLR", "T_max": 45}],
    )  # fmt: skip
    assert values[5] == pytest.approx(0.1)
    assert values[54] == pytest.approx(0.0019369152030841437)  # torch


def test_nested_sequential_runs_one_step_ahead():
    inner = {"name": "SequentialLR", "milestones": [4], "schedulers": [
        {"name": "ConstantLR", "factor": 0.1, "total_iters": 100},
        {"name": "ConstantLR", "factor": 0.5, "total_iters": 100}]}  # fmt: skip
    values = lrs("torch", "SequentialLR", 1.0, 8, milestones=[6],
                 schedulers=[inner, {"name": "ExponentialLR", "gamma": 0.9}])  # fmt: skip
    # torch 2.13: [0.1, 0.1, 0.1, 0.5, 0.5, 0.5, 1.0, 0.9]
    assert values == pytest.approx([0.1, 0.1, 0.1, 0.5, 0.5, 0.5, 1.0, 0.9])


def test_chain_is_a_product_and_restarts_overwrite_it():
    product = lrs("torch", "ChainedScheduler", 1.0, 12, schedulers=[
        {"name": "ConstantLR", "factor": 0.1, "total_iters": 2},
        {"name": "ExponentialLR", "gamma": 0.9}])  # fmt: skip
    assert product[:3] == pytest.approx([0.1, 0.09, 0.81])
    restarts = lrs("torch", "ChainedScheduler", 1.0, 8, schedulers=[
        {"name": "CosineAnnealingWarmRestarts", "T_0": 4},
        {"name": "MultiStepLR", "milestones": [2], "gamma": 0.1}])  # fmt: skip
    # The milestone acts for one update only (pytorch#129565).
    assert restarts[2] == pytest.approx(0.05)
    assert restarts[4] == pytest.approx(1.0)


def test_keras_ignores_warmup_without_a_target_and_counts_decay_after_it():
    plain = lrs("keras", "CosineDecay", 0.1, 20, initial_learning_rate=0.1, decay_steps=10,
                warmup_steps=5)  # fmt: skip
    warmed = lrs("keras", "CosineDecay", 0.1, 110, initial_learning_rate=0.0, decay_steps=90,
                 alpha=0.1, warmup_target=0.1, warmup_steps=10)  # fmt: skip
    assert plain[0] == pytest.approx(0.1)
    assert warmed[10] == pytest.approx(0.1)
    assert warmed[100] == pytest.approx(0.01, rel=5e-6)


def test_timm_overlaid_warmup_never_reaches_the_peak():
    values = lrs("timm", "CosineLRScheduler", 0.1, 55, t_initial=50, warmup_t=10,
                 warmup_lr_init=1e-5)  # fmt: skip
    assert values.max() == pytest.approx(0.0904508497)


def test_schedule_free_counts_from_one_and_never_decays():
    values = lrs("schedulefree", "AdamWScheduleFree", 0.0025, 12, lr=0.0025, warmup_steps=5)
    assert values[:3] == pytest.approx([0.0005, 0.001, 0.0015])
    assert values[11] == 0.0025


def test_noam_in_words_and_as_a_lambda_agree():
    named = lrs("pixelwatt", "noam", 1.0, 100, d_model=512, warmup_steps=40)
    written = lrs("torch", "LambdaLR", 1.0, 100, d=512, w=40,
                  lr_lambda="d**-0.5*min((k+1)**-0.5,(k+1)*w**-1.5)")  # fmt: skip
    assert named == pytest.approx(written)
    assert named[0] == pytest.approx(0.00017469281074217107)  # torch


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(range(len(examples()))), st.integers(1, 5000), st.integers(10, 300))
def test_pixel_columns_show_the_same_extremes(index: int, steps: int, columns: int):
    spec = examples()[index]
    schedule = build(spec)
    k = column_updates(schedule, 0, steps - 1, columns)
    last = min(steps, schedule.ends or steps) - 1
    assert (np.diff(k) > 0).all()
    assert k[0] >= 0
    assert k[-1] <= last
    knots = schedule.knots_between(0, last, 2 * columns)
    if knots is not None:
        assert set(knots.tolist()) <= set(k.tolist()) | {last + 1}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(range(len(examples()))), st.lists(st.integers(0, 5000), max_size=20))
def test_a_schedule_reads_alike_in_any_order(index: int, updates: list[int]):
    schedule = build(examples()[index])
    wanted = np.asarray([k for k in updates if k < (schedule.ends or 5001)], dtype=np.int64)
    if not len(wanted):
        return
    whole = schedule.lr(np.arange(int(wanted.max()) + 1, dtype=np.int64))
    assert schedule.lr(wanted) == pytest.approx(whole[wanted], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("library", "schedule", "params", "last"),
    [
        ("torch", "ExponentialLR", {"gamma": 2.0}, np.inf),
        ("torch", "StepLR", {"step_size": 1, "gamma": 4.0}, np.inf),
        ("torch", "CyclicLR", {"base_lr": 0.1, "max_lr": 1.0, "mode": "exp_range", "gamma": 3.0,
                               "step_size_up": 7}, np.inf),
        ("optax", "exponential_decay", {"init_value": 0.1, "transition_steps": 1,
                                        "decay_rate": 2.0}, np.inf),
        ("keras", "ExponentialDecay", {"initial_learning_rate": 0.1, "decay_steps": 1,
                                       "decay_rate": 2.0}, np.inf),
        ("pixelwatt", "range_test", {"start_lr": 1e-8, "end_lr": 1.0, "num_it": 100}, np.inf),
    ],
)  # fmt: skip
def test_rates_too_large_for_a_float_are_infinite_without_a_warning_of_numpy(
    library: str, schedule: str, params: dict[str, object], last: float
):
    # Under `filterwarnings = error` an overflow would raise here.
    values = build(Spec(library, schedule, params, 0.1)).lr(np.asarray([0, 9000], dtype=np.int64))
    assert np.isfinite(values[0])
    assert values[1] == last
