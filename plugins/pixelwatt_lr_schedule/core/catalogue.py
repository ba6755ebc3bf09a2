"""The 33 families of schedules, each with its formula and an example per library.

``k`` is the update, ``b`` the base or peak rate, ``w`` the warm-up, ``N`` the total,
``p`` the progress from 0 to 1. Versions: torch 2.13, optax 0.2.8, keras 3.15,
transformers 5.23, timm 1.0.31, schedulefree 1.4.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pixelwatt.api import tr_noop
from pixelwatt_lr_schedule.core.spec import Spec

_METRIC = [1.0, 0.9, 0.8, 0.7, 0.65, 0.62, 0.61, *[0.605] * 60, 0.5, *[0.498] * 60]


@dataclass(frozen=True, slots=True)
class Family:
    """One row of the catalogue."""

    row: int
    title: str
    formula: str
    examples: tuple[Spec, ...]


def _torch(name: str, base: float = 0.1, **params: Any) -> Spec:
    return Spec("torch", name, params, base, 1000)


def _optax(name: str, **params: Any) -> Spec:
    return Spec("optax", name, params, 0.1, 1000)


def _keras(name: str, **params: Any) -> Spec:
    return Spec("keras", name, params, 0.1, 1000)


def _hf(name: str, warmup: int | None = 100, total: int | None = 1000, **kwargs: Any) -> Spec:
    params = {"name": name, "num_warmup_steps": warmup, "num_training_steps": total,
              "scheduler_specific_kwargs": kwargs or None}  # fmt: skip
    return Spec("transformers", f"get_scheduler:{name}", params, 0.1, 1000)


def _timm(name: str, **params: Any) -> Spec:
    return Spec("timm", name, params, 0.1, 1000)


def _ours(name: str, base: float = 0.1, **params: Any) -> Spec:
    return Spec("pixelwatt", name, params, base, 1000)


def _warmup_cosine_torch() -> Spec:
    return _torch(
        "SequentialLR",
        schedulers=[
            {"name": "LinearLR", "start_factor": 0.01, "end_factor": 1.0, "total_iters": 100},
            {"name": "CosineAnnealingLR", "T_max": 900},
        ],
        milestones=[100],
    )


FAMILIES: tuple[Family, ...] = (
    Family(1, tr_noop("Constant"), "b", (
        _torch("constant"), _optax("constant_schedule", value=0.1), _keras("constant"),
        _hf("constant"))),
    Family(2, tr_noop("Constant-factor warm-up"), "b*f if k < n else b", (
        _torch("ConstantLR", factor=0.3, total_iters=100),
        _optax("piecewise_constant_schedule", init_value=0.03,
               boundaries_and_scales={"100": 10 / 3}))),
    Family(3, tr_noop("Linear warm-up"), "b*lin(s, e, min(k, n)/n)", (
        _torch("LinearLR", start_factor=0.1, end_factor=1.0, total_iters=100),
        _optax("linear_schedule", init_value=0.0, end_value=0.1, transition_steps=100),
        _optax("warmup_constant_schedule", init_value=0.0, peak_value=0.1, warmup_steps=100),
        _hf("constant_with_warmup"))),
    Family(4, tr_noop("Step"), "b*g**floor(k/size)", (
        _torch("StepLR", step_size=300, gamma=0.1),
        _optax("exponential_decay", init_value=0.1, transition_steps=300, decay_rate=0.1,
               staircase=True),
        _keras("ExponentialDecay", initial_learning_rate=0.1, decay_steps=300, decay_rate=0.1,
               staircase=True),
        _timm("StepLRScheduler", decay_t=300, decay_rate=0.1, warmup_t=50))),
    Family(5, tr_noop("Multi-step"), "b*g**(milestones passed)", (
        _torch("MultiStepLR", milestones=[500, 750], gamma=0.1),
        _optax("piecewise_constant_schedule", init_value=0.1,
               boundaries_and_scales={"500": 0.1, "750": 0.1}),
        _keras("PiecewiseConstantDecay", boundaries=[500, 750], values=[0.1, 0.01, 0.001]),
        _timm("MultiStepLRScheduler", decay_t=[500, 750], decay_rate=0.1))),
    Family(6, tr_noop("Exponential"), "b*g**k", (
        _torch("ExponentialLR", gamma=0.995),
        _optax("exponential_decay", init_value=0.1, transition_steps=100, decay_rate=0.6,
               end_value=0.001),
        _keras("ExponentialDecay", initial_learning_rate=0.1, decay_steps=100, decay_rate=0.6),
        _optax("warmup_exponential_decay_schedule", init_value=0.0, peak_value=0.1,
               warmup_steps=50, transition_steps=100, decay_rate=0.6))),
    Family(7, tr_noop("Inverse time"), "b/(1 + r*k/D)", (
        _keras("InverseTimeDecay", initial_learning_rate=0.1, decay_steps=100, decay_rate=0.5),
        _torch("LambdaLR", lr_lambda="1 / (1 + 0.5 * k / 100)"))),
    Family(8, tr_noop("Polynomial, linear to zero"), "(b - e)*(1 - min(k, D)/D)**P + e", (
        _torch("PolynomialLR", total_iters=1000, power=1.0),
        _optax("polynomial_schedule", init_value=0.1, end_value=0.0, power=2.0,
               transition_steps=1000),
        _keras("PolynomialDecay", initial_learning_rate=0.1, decay_steps=1000,
               end_learning_rate=0.0),
        _hf("polynomial", power=2.0),
        _timm("PolyLRScheduler", t_initial=1000, power=1.0))),
    Family(9, tr_noop("Cosine"), "cosi(b, eta_min, k/T)", (
        _torch("CosineAnnealingLR", T_max=1000, eta_min=0.001),
        _optax("cosine_decay_schedule", init_value=0.1, decay_steps=1000, alpha=0.01),
        _keras("CosineDecay", initial_learning_rate=0.1, decay_steps=1000, alpha=0.01),
        _hf("cosine", warmup=0),
        _timm("CosineLRScheduler", t_initial=1000))),
    Family(10, tr_noop("Cosine with warm restarts"), "cosi(b*g**i, eta_min, t/T_i)", (
        _torch("CosineAnnealingWarmRestarts", T_0=143, T_mult=2),
        _optax("sgdr_schedule", cosine_kwargs=[
            {"init_value": 0.0, "peak_value": 0.1, "warmup_steps": 20, "decay_steps": 400},
            {"init_value": 0.0, "peak_value": 0.05, "warmup_steps": 20, "decay_steps": 600}]),
        _keras("CosineDecayRestarts", initial_learning_rate=0.1, first_decay_steps=143),
        _timm("CosineLRScheduler", t_initial=250, cycle_mul=1.0, cycle_decay=0.5, cycle_limit=4))),
    Family(11, tr_noop("1cycle"), "b/div -> b -> b/(div*fdiv)", (
        _torch("OneCycleLR", max_lr=0.1, total_steps=1000),
        _optax("cosine_onecycle_schedule", transition_steps=1000, peak_value=0.1),
        _optax("linear_onecycle_schedule", transition_steps=1000, peak_value=0.1),
        Spec("fastai", "fit_one_cycle", {"total_steps": 1000}, 0.1, 1000))),
    Family(12, tr_noop("Triangular"), "base + (max - base)*tri(k)", (
        _torch("CyclicLR", base_lr=0.01, max_lr=0.1, step_size_up=125),)),
    Family(13, tr_noop("Triangular, halving"), "amplitude*2**(1 - c)", (
        _torch("CyclicLR", base_lr=0.01, max_lr=0.1, step_size_up=125, mode="triangular2"),)),
    Family(14, tr_noop("Triangular, exponential"), "amplitude*g**k", (
        _torch("CyclicLR", base_lr=0.01, max_lr=0.1, step_size_up=125, mode="exp_range",
               gamma=0.998),)),
    Family(15, tr_noop("Warm-up, then linear"), "k/w, then (N - k)/(N - w)", (
        _hf("linear"),
        _torch("SequentialLR", schedulers=[
            {"name": "LinearLR", "start_factor": 0.01, "total_iters": 100},
            {"name": "LinearLR", "start_factor": 1.0, "end_factor": 0.0, "total_iters": 900}],
            milestones=[100]),
        _optax("join_schedules", schedules=[
            {"name": "linear_schedule", "init_value": 0.0, "end_value": 0.1,
             "transition_steps": 100},
            {"name": "linear_schedule", "init_value": 0.1, "end_value": 0.0,
             "transition_steps": 900}], boundaries=[100]))),
    Family(16, tr_noop("Warm-up, then cosine"), "k/w, then cosi(b, e, (k - w)/(N - w))", (
        _hf("cosine"), _hf("cosine_with_min_lr", min_lr_rate=0.1), _warmup_cosine_torch(),
        _optax("warmup_cosine_decay_schedule", init_value=0.0, peak_value=0.1, warmup_steps=100,
               decay_steps=1000, end_value=0.001),
        _keras("CosineDecay", initial_learning_rate=0.0, decay_steps=900, warmup_target=0.1,
               warmup_steps=100),
        _timm("CosineLRScheduler", t_initial=900, warmup_t=100, warmup_lr_init=1e-5,
              warmup_prefix=True))),
    Family(17, tr_noop("Warm-up, then cosine, counted from 1"), "(k + 1)/w, then cosine", (
        _hf("cosine_warmup_with_min_lr", min_lr_rate=0.1),)),
    Family(18, tr_noop("Warm-up with hard restarts"), "(1 + cos(pi*(n*p mod 1)))/2", (
        _hf("cosine_with_restarts", num_cycles=3),)),
    Family(19, tr_noop("Inverse square root"), "k/w, then 1/sqrt((k + ts - w)/ts)", (
        _hf("inverse_sqrt", total=None),)),
    Family(20, tr_noop("Noam"), "d**-0.5*min((k+1)**-0.5, (k+1)*w**-1.5)", (
        _ours("noam", base=1.0, d_model=512, warmup_steps=400),
        _torch("LambdaLR", base=1.0,
               lr_lambda="512**-0.5 * min((k + 1)**-0.5, (k + 1) * 400**-1.5)"))),
    Family(21, tr_noop("Warm-up, stable, decay"), "k/w, then 1, then 1 - p", (
        _hf("warmup_stable_decay", num_decay_steps=200, decay_type="1-sqrt"),
        _timm("WSDLRScheduler", t_initial=900, decay_t=200, warmup_t=100),
        _torch("SequentialLR", schedulers=[
            {"name": "LinearLR", "start_factor": 0.01, "total_iters": 100},
            {"name": "ConstantLR", "factor": 1.0, "total_iters": 1},
            {"name": "LinearLR", "start_factor": 1.0, "end_factor": 0.0, "total_iters": 200}],
            milestones=[100, 800]))),
    Family(22, tr_noop("Inverse square root with cooldown"), "(1 + t/ts)**-0.5 * decay", (
        _timm("WSDLRScheduler", t_initial=900, decay_t=200, warmup_t=100, stable_fn="rsqrt",
              decay_fn="linear"),)),
    Family(23, tr_noop("Tanh"), "(1 - tanh(lb*(1 - p) + ub*p))/2", (
        _timm("TanhLRScheduler", t_initial=1000),)),
    Family(24, tr_noop("k-decay cosine"), "cosi(b, e, t**kappa/T**kappa)", (
        _timm("CosineLRScheduler", t_initial=1000, k_decay=2.0),)),
    Family(25, tr_noop("Plateau"), "factor when the metric stalls", (
        _torch("ReduceLROnPlateau", factor=0.5, patience=8, metric=_METRIC),
        _optax("contrib.reduce_on_plateau", factor=0.5, patience=8, metric=_METRIC),
        _keras("ReduceLROnPlateau", factor=0.5, patience=8, metric=_METRIC),
        _timm("PlateauLRScheduler", decay_rate=0.5, patience_t=8, mode="min", metric=_METRIC))),
    Family(26, tr_noop("Greedy"), "up while the metric improves, down else", (
        Spec("transformers", "get_scheduler:greedy",
             {"name": "greedy", "metric": _METRIC,
              "scheduler_specific_kwargs": {"factor": 0.8, "patience": 4}}, 0.1, 1000),)),
    Family(27, tr_noop("Sequence"), "child j at k - m_j", (
        _torch("SequentialLR", schedulers=[
            {"name": "ConstantLR", "factor": 0.1, "total_iters": 1000},
            {"name": "ExponentialLR", "gamma": 0.997}], milestones=[200]),
        _optax("join_schedules", schedules=[
            {"name": "constant_schedule", "value": 0.01},
            {"name": "exponential_decay", "init_value": 0.1, "transition_steps": 1,
             "decay_rate": 0.997}], boundaries=[200]))),
    Family(28, tr_noop("Chain"), "product of factors", (
        _torch("ChainedScheduler", schedulers=[
            {"name": "ConstantLR", "factor": 0.1, "total_iters": 100},
            {"name": "ExponentialLR", "gamma": 0.997}]),)),
    Family(29, tr_noop("LR range test"), "lr_min*(lr_max/lr_min)**(k/n)", (
        Spec("fastai", "LRFinder", {"start_lr": 1e-7, "end_lr": 10.0, "num_it": 100}, 0.1, 100),
        _ours("range_test", start_lr=1e-8, end_lr=1.0, num_it=100, convention="lightning"))),
    Family(30, tr_noop("Flat, then cosine"), "b for 75 %, then cosi(b, b/1e5, p)", (
        Spec("fastai", "fit_flat_cos", {"total_steps": 1000}, 0.1, 1000),
        Spec("fastai", "fit_sgdr", {"n_cycles": 3, "cycle_len": 143}, 0.1, 1000))),
    Family(31, tr_noop("Schedule-free"), "(k + 1)/w, then constant; the average decays", (
        Spec("schedulefree", "AdamWScheduleFree", {"lr": 0.0025, "warmup_steps": 100}, 0.0025,
             1000),)),
    Family(32, tr_noop("Chebyshev"), "2/((L + mu) + (L - mu)*cos((2i - 1)*pi/2n))", (
        _ours("chebyshev", mu=1.0, L=10.0, n=8),)),
    Family(33, tr_noop("Noise-optimal 1/t"), "h*m/(h**2*m + sigma**2)", (
        _ours("noise_optimal", h=1.0, sigma=0.5, m0=1.0),)),
)  # fmt: skip


def examples() -> list[Spec]:
    """Every example of the catalogue."""
    return [spec for family in FAMILIES for spec in family.examples]
