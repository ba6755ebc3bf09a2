"""Hugging Face ``get_scheduler`` (transformers 5.23): every name it knows, by its lambdas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from pixelwatt_lr_schedule.core import plateau
from pixelwatt_lr_schedule.core.schedule import (
    Refused,
    Schedule,
    Updates,
    Values,
    by_pieces,
    constant,
    floats,
)

LIBRARY = "transformers"
NAMES = (
    "linear", "cosine", "cosine_with_restarts", "polynomial", "constant", "constant_with_warmup",
    "inverse_sqrt", "reduce_lr_on_plateau", "cosine_with_min_lr", "cosine_warmup_with_min_lr",
    "warmup_stable_decay", "greedy",
)  # fmt: skip
FUNCTIONS = {
    "get_constant_schedule": "constant",
    "get_constant_schedule_with_warmup": "constant_with_warmup",
    "get_linear_schedule_with_warmup": "linear",
    "get_cosine_schedule_with_warmup": "cosine",
    "get_cosine_with_hard_restarts_schedule_with_warmup": "cosine_with_restarts",
    "get_polynomial_decay_schedule_with_warmup": "polynomial",
    "get_inverse_sqrt_schedule": "inverse_sqrt",
    "get_cosine_with_min_lr_schedule_with_warmup": "cosine_with_min_lr",
    "get_cosine_with_min_lr_schedule_with_warmup_lr_rate": "cosine_warmup_with_min_lr",
    "get_wsd_schedule": "warmup_stable_decay",
}
"""The functions behind `get_scheduler`, by the name it knows each under."""
COMMON = ("num_warmup_steps", "num_training_steps")


def _refuse(message: str, error: str = "ValueError") -> Refused:
    return Refused(LIBRARY, error, message)


def get_scheduler(
    lr: float,
    /,
    *,
    name: str,
    num_warmup_steps: int | None = None,
    num_training_steps: int | None = None,
    scheduler_specific_kwargs: Mapping[str, Any] | None = None,
    metric: plateau.Metric = None,
) -> Schedule:
    if name not in NAMES:
        raise _refuse(f"'{name}' is not a valid SchedulerType")
    specific = dict(scheduler_specific_kwargs or {})
    if name == "constant":
        return Schedule(constant(lr))
    if name in {"reduce_lr_on_plateau", "greedy"}:
        specific.setdefault("metric", metric)
        if name == "greedy":
            return plateau.greedy(lr, **specific)
        return plateau.torch_plateau(lr, **specific, library=LIBRARY)
    kind = f"SchedulerType.{name.upper()}"
    if num_warmup_steps is None:
        raise _refuse(f"{kind} requires `num_warmup_steps`, please provide that argument.")
    warmup = num_warmup_steps
    if name == "constant_with_warmup":
        return _warmed(lr, warmup, lambda k: np.ones(k.shape), floor=1.0)
    if name == "inverse_sqrt":
        return inverse_sqrt(lr, warmup, **specific)
    if name == "warmup_stable_decay":
        return warmup_stable_decay(lr, warmup, num_training_steps, **specific)
    if num_training_steps is None:
        raise _refuse(f"{kind} requires `num_training_steps`, please provide that argument.")
    build: Callable[..., Schedule] = {
        "linear": linear,
        "cosine": cosine,
        "cosine_with_restarts": cosine_with_restarts,
        "polynomial": polynomial,
        "cosine_with_min_lr": cosine_with_min_lr,
        "cosine_warmup_with_min_lr": cosine_warmup_with_min_lr,
    }[name]
    return build(lr, warmup, num_training_steps, **specific)


def as_get_scheduler(params: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments of one of `FUNCTIONS` as ``get_scheduler`` takes them."""
    common = {name: params[name] for name in COMMON if name in params}
    specific = {name: value for name, value in params.items() if name not in COMMON}
    return {**common, "scheduler_specific_kwargs": specific or None}


def _warmed(
    lr: float, warmup: int, after: Any, knots: tuple[int, ...] = (), floor: float = 1
) -> Schedule:
    """Linear warm-up ``k / warmup`` from exactly 0, then ``after(k)`` times the base."""
    length = float(max(floor, warmup))

    def curve(k: Updates) -> Values:
        with np.errstate(all="ignore"):
            return lr * by_pieces(k, [warmup], [lambda t: t / length, after])

    return Schedule(curve, knots=(warmup, *knots))


def _progress(k: Updates, warmup: int, total: int) -> Values:
    return floats((k - warmup) / float(max(1, total - warmup)))


def linear(lr: float, warmup: int, total: int) -> Schedule:
    return _warmed(
        lr, warmup, lambda k: np.maximum(0.0, (total - k) / float(max(1, total - warmup))), (total,)
    )


def cosine(lr: float, warmup: int, total: int, *, num_cycles: float = 0.5) -> Schedule:
    def after(k: Updates) -> Values:
        turn = np.pi * num_cycles * 2.0 * _progress(k, warmup, total)
        return np.maximum(0.0, 0.5 * (1.0 + np.cos(turn)))

    return _warmed(lr, warmup, after, (total,))


def cosine_with_restarts(lr: float, warmup: int, total: int, *, num_cycles: int = 1) -> Schedule:
    def after(k: Updates) -> Values:
        progress = _progress(k, warmup, total)
        turn = np.pi * np.mod(num_cycles * progress, 1.0)
        return np.where(progress >= 1.0, 0.0, np.maximum(0.0, 0.5 * (1.0 + np.cos(turn))))

    length = max(1, total - warmup)
    restarts = tuple(
        warmup + -(-length * i // int(num_cycles))
        for i in range(1, int(num_cycles))
        if num_cycles <= 10_000
    )
    return _warmed(lr, warmup, after, (*restarts, total))


def polynomial(
    lr: float, warmup: int, total: int, *, lr_end: float = 1e-7, power: float = 1.0
) -> Schedule:
    if not lr > lr_end:
        raise _refuse(f"lr_end ({lr_end}) must be smaller than initial lr ({lr})")
    if total == warmup:
        return Schedule(
            lambda k: lr * k / float(max(1, warmup)),
            ends=warmup,
            refusal=_refuse("division by zero", "ZeroDivisionError"),
        )

    def after(k: Updates) -> Values:
        left = np.maximum(1 - (k - warmup) / (total - warmup), 0.0)
        falling = ((lr - lr_end) * left**power + lr_end) / lr
        return np.where(k > total, lr_end / lr, falling)

    return _warmed(lr, warmup, after, (total,))


def inverse_sqrt(lr: float, warmup: int, *, timescale: float | None = None) -> Schedule:
    scale = timescale if timescale is not None else (warmup or 10_000)
    if scale == 0:
        return Schedule(
            lambda k: lr * k / float(max(1, warmup)),
            ends=warmup,
            refusal=_refuse("division by zero", "ZeroDivisionError"),
        )
    return _warmed(lr, warmup, lambda k: 1.0 / np.sqrt((k + (scale - warmup)) / scale))


def _minimum_rate(lr: float, min_lr: float | None, min_lr_rate: float | None) -> float:
    if min_lr is not None and min_lr_rate is not None:
        raise _refuse("Only one of min_lr or min_lr_rate should be set")
    if min_lr is not None:
        return min_lr / lr
    if min_lr_rate is None:
        raise _refuse(
            "One of min_lr or min_lr_rate should be set through the `lr_scheduler_kwargs`"
        )
    return min_lr_rate


def cosine_with_min_lr(
    lr: float,
    warmup: int,
    total: int,
    *,
    num_cycles: float = 0.5,
    min_lr: float | None = None,
    min_lr_rate: float | None = None,
) -> Schedule:
    rate = _minimum_rate(lr, min_lr, min_lr_rate)

    def after(k: Updates) -> Values:
        turn = np.pi * num_cycles * 2.0 * _progress(k, warmup, total)
        return np.maximum(0.0, 0.5 * (1.0 + np.cos(turn)) * (1 - rate) + rate)

    return _warmed(lr, warmup, after, (total,))


def cosine_warmup_with_min_lr(
    lr: float,
    warmup: int,
    total: int,
    *,
    num_cycles: float = 0.5,
    min_lr: float | None = None,
    min_lr_rate: float | None = None,
    warmup_lr_rate: float | None = None,
) -> Schedule:
    """The ``k + 1`` convention: never 0, the minimum on the last update, rising after it."""
    rate = _minimum_rate(lr, min_lr, min_lr_rate)

    def curve(k: Updates) -> Values:
        if warmup_lr_rate is None:
            rise = (k + 1.0) / max(1.0, warmup)
        else:
            rise = warmup_lr_rate + (1.0 - warmup_lr_rate) * k / max(1, warmup - 1)
        progress = (k - warmup + 1.0) / max(1.0, total - warmup)
        fall = 0.5 * (1.0 + np.cos(np.pi * num_cycles * 2.0 * progress)) * (1 - rate) + rate
        return floats(lr * np.where(k < warmup, rise, np.maximum(0.0, fall)))

    return Schedule(curve, knots=(warmup, total))


_SHAPES = ("linear", "cosine", "1-sqrt")


def warmup_stable_decay(
    lr: float,
    warmup: int,
    total: int | None,
    *,
    num_decay_steps: int,
    num_stable_steps: int | None = None,
    warmup_type: str = "linear",
    decay_type: str = "cosine",
    min_lr_ratio: float = 0.0,
    num_cycles: float = 0.5,
) -> Schedule:
    """``min_lr_ratio`` lifts the warm-up too: the first value is the ratio of the base."""
    if total is None and num_stable_steps is None:
        raise _refuse("Either num_training_steps or num_stable_steps must be specified.")
    for what, chosen in (("warmup", warmup_type), ("decay", decay_type)):
        if chosen not in _SHAPES:
            raise _refuse(f"Unknown {what} type: {chosen}, expected 'linear', 'cosine' or '1-sqrt'")
    stable = num_stable_steps if num_stable_steps is not None else (
        (total or 0) - warmup - num_decay_steps
    )  # fmt: skip
    decay_from, ends = warmup + stable, warmup + stable + num_decay_steps

    lifted = 1.0 - min_lr_ratio

    def rise(k: Updates) -> Values:
        up = np.clip(k / float(max(1, warmup)), 0.0, 1.0)
        if warmup_type == "cosine":
            up = 0.5 * (1.0 - np.cos(np.pi * up))
        elif warmup_type == "1-sqrt":
            up = 1.0 - np.sqrt(1.0 - up)
        return np.maximum(0.0, up * lifted + min_lr_ratio)

    def fall(k: Updates) -> Values:
        down = (k - decay_from) / float(max(1, num_decay_steps))
        if decay_type == "linear":
            left = 1.0 - down
        elif decay_type == "cosine":
            left = 0.5 * (1.0 + np.cos(np.pi * num_cycles * 2.0 * down))
        else:
            left = 1.0 - np.sqrt(down)
        return np.maximum(0.0, left * lifted + min_lr_ratio)

    def curve(k: Updates) -> Values:
        # With lengths that overlap, transformers asks in this order; later marks never go back.
        marks = np.maximum.accumulate([warmup, decay_from, ends])
        pieces = [rise, constant(1.0), fall, constant(min_lr_ratio)]
        return lr * by_pieces(k, marks.tolist(), pieces)

    return Schedule(curve, knots=(warmup, decay_from, ends))
