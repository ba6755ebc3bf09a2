"""The linter: each rule on its smallest example, and silence on sound schedules."""

from __future__ import annotations

import pytest

from pixelwatt_lr_schedule.core.code_in import read_code
from pixelwatt_lr_schedule.core.lint import Training, Weight, lint
from pixelwatt_lr_schedule.core.spec import Spec


def hf(name: str, warmup: int, total: int, steps: int, **kwargs: object) -> Spec:
    params = {"num_warmup_steps": warmup, "num_training_steps": total,
              "scheduler_specific_kwargs": kwargs or None}  # fmt: skip
    return Spec("transformers", name, params, 0.001, steps)


def torch(name: str, steps: int, base: float = 0.1, **params: object) -> Spec:
    return Spec("torch", name, params, base, steps)


CONSTANT = {"name": "ConstantLR", "factor": 0.5, "total_iters": 50}
EXPONENTIAL = {"name": "ExponentialLR", "gamma": 0.9}
CASES = [
    ("zero-first-update", 0, hf("linear", 10, 100, 100), Training()),
    ("interval-epoch", 10, hf("cosine", 100, 100_000, 10), Training("epoch", 1000, 10)),
    ("interval-step", 30, torch("CosineAnnealingLR", 3000, T_max=30), Training("step", 100, 30)),
    ("peak-not-sampled", None, torch("OneCycleLR", 99, max_lr=0.1, total_steps=99), Training()),
    ("peak-not-sampled", 10, Spec("timm", "CosineLRScheduler", {"t_initial": 50, "warmup_t": 10},
                                  0.1, 50), Training()),
    ("minimum-after-end", 9, torch("PolynomialLR", 10, total_iters=10), Training()),
    ("rises-after-end", 21, torch("CosineAnnealingLR", 40, T_max=20), Training()),
    ("restart-rounding", 121, torch("CosineAnnealingWarmRestarts", 200, T_0=1, T_mult=3,
                                    explicit_epoch=True), Training()),
    ("resume-last-epoch", 0, torch("SequentialLR", 20, schedulers=[CONSTANT, EXPONENTIAL],
                                   milestones=[3], last_epoch=4), Training()),
    ("stepped-per-process", 25, hf("linear", 0, 100, 100), Training(num_processes=4)),
    ("accumulation", 125, hf("cosine", 0, 1000, 1000),
     Training("step", 100, 10, gradient_accumulation=8)),
    ("nested-sequential", 3, torch("SequentialLR", 20, milestones=[8], schedulers=[
        {"name": "SequentialLR", "milestones": [4], "schedulers": [CONSTANT, CONSTANT]},
        EXPONENTIAL]), Training()),
    ("unsorted-milestones", 9, torch("SequentialLR", 20, milestones=[9, 4],
                                     schedulers=[CONSTANT, CONSTANT, EXPONENTIAL]), Training()),
    ("chain-overwrites", 1, torch("ChainedScheduler", 20, schedulers=[
        {"name": "CosineAnnealingWarmRestarts", "T_0": 5}, EXPONENTIAL]), Training()),
    ("chain-not-product", 1, torch("ChainedScheduler", 20, schedulers=[
        {"name": "CosineAnnealingLR", "T_max": 20, "eta_min": 0.01}, CONSTANT]), Training()),
    ("zero-length", 0, torch("LinearLR", 20, total_iters=0), Training()),
    ("one-extra-step", 100, torch("OneCycleLR", 101, max_lr=0.1, total_steps=100), Training()),
    ("raises", 101, torch("OneCycleLR", 150, max_lr=0.1, total_steps=100), Training()),
    ("warmup-exceeds-run", 99, hf("linear", 4000, 10_000, 100), Training()),
    ("longer-than-run", 99, hf("cosine", 10, 1000, 100), Training()),
    ("warmup-ignored", 0, Spec("keras", "CosineDecay", {
        "initial_learning_rate": 0.1, "decay_steps": 90, "warmup_steps": 10}, 0.1, 90),
     Training()),
    ("minimum-above-base", 0, torch("CosineAnnealingLR", 20, 0.01, T_max=20, eta_min=0.1),
     Training()),
    ("plateau-patience", 4, torch("ReduceLROnPlateau", 8, patience=2, factor=0.5,
                                  metric=[1.0] * 8), Training()),
    ("metric-nan", 3, torch("ReduceLROnPlateau", 8, metric=[1, 1, 1, float("nan"), 1, 1, 1, 1]),
     Training()),
    ("range-test-length", 49, Spec("fastai", "LRFinder", {"num_it": 100}, 0.1, 50), Training()),
    ("refused", 0, torch("LinearLR", 20, start_factor=0.0), Training()),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "update", "spec", "training"), CASES)
def test_rule_fires_at_its_update(rule: str, update: int | None, spec: Spec, training: Training):
    found = {finding.rule: finding for finding in lint(spec, training)}
    assert rule in found
    if update is not None:
        assert found[rule].update == update
    assert found[rule].message
    assert found[rule].remedy


SOUND = [
    torch("constant", 100),
    torch("StepLR", 100, step_size=30),
    torch("MultiStepLR", 100, milestones=[50, 75]),
    torch("ExponentialLR", 100, gamma=0.99),
    torch("CosineAnnealingLR", 1000, T_max=1000),
    torch("CosineAnnealingWarmRestarts", 700, T_0=100, T_mult=2),
    torch("OneCycleLR", 1000, max_lr=0.1, total_steps=1000),
    torch("CyclicLR", 800, base_lr=0.01, max_lr=0.1, step_size_up=100),
    torch("LinearLR", 100, start_factor=0.1, total_iters=10),
    torch("PolynomialLR", 1000, total_iters=1000),
    torch("SequentialLR", 1000, milestones=[100], schedulers=[
        {"name": "LinearLR", "start_factor": 0.01, "total_iters": 100},
        {"name": "CosineAnnealingLR", "T_max": 900}]),
    torch("ChainedScheduler", 100, schedulers=[CONSTANT, EXPONENTIAL]),
    torch("LambdaLR", 100, lr_lambda="1 / (1 + k)"),
    hf("cosine", 0, 1000, 1000),
    hf("cosine_warmup_with_min_lr", 100, 1000, 1000, min_lr_rate=0.1),
    Spec("optax", "warmup_cosine_decay_schedule", {
        "init_value": 1e-4, "peak_value": 0.1, "warmup_steps": 100, "decay_steps": 1000},
        0.1, 1000),
    Spec("optax", "exponential_decay", {
        "init_value": 0.1, "transition_steps": 100, "decay_rate": 0.5}, 0.1, 1000),
    Spec("keras", "ExponentialDecay", {
        "initial_learning_rate": 0.1, "decay_steps": 100, "decay_rate": 0.5}, 0.1, 1000),
    Spec("timm", "CosineLRScheduler", {
        "t_initial": 900, "warmup_t": 100, "warmup_lr_init": 1e-4, "warmup_prefix": True},
        0.1, 1000),
    Spec("schedulefree", "AdamWScheduleFree", {"warmup_steps": 10}, 0.0025, 100),
]  # fmt: skip


@pytest.mark.parametrize("spec", SOUND, ids=lambda spec: spec.title)
def test_no_alarm_on_sound_schedules(spec: Spec):
    training = Training("step", 100, 10)
    assert [f.rule for f in lint(spec, training) if f.weight is not Weight.NOTE] == []


def test_a_loop_that_steps_the_scheduler_first_is_named():
    head = (
        "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"
        "scheduler = lr_scheduler.StepLR(optimizer, 10)\nfor update in range(100):\n"
    )
    wrong = read_code(head + "    scheduler.step()\n    optimizer.step()\n")
    right = read_code(head + "    optimizer.step()\n    scheduler.step()\n")
    assert wrong.scheduler_first
    assert not right.scheduler_first
    rules = [f.rule for f in lint(wrong.spec, Training(scheduler_first=True))]
    assert rules == ["step-order"]
