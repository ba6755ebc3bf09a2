"""Optimise this schedule: the drawn points' heights with the least expected loss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.quadratic import expected_square, tune
from pixelwatt_lr_schedule.core.sampling import sample
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr


def best_scale(spec: Spec) -> float:
    """The factor on the rates of ``spec`` that is best on the noisy quadratic."""
    return tune(sample(spec).lrs).scale


def scaled(spec: Spec, factor: float) -> Spec:
    """The same schedule with every rate multiplied by ``factor``."""
    rates = {
        "max_lr", "peak_value", "init_value", "end_value", "initial_learning_rate", "eta_min",
        "warmup_target", "end_learning_rate", "lr_min", "warmup_lr_init", "value", "lr_max",
    }  # fmt: skip
    if spec.library == "transformers":
        rates = set()
    params: dict[str, Any] = {
        k: v * factor if k in rates and isinstance(v, int | float) else v
        for k, v in spec.params.items()
    }
    if spec.library == "pixelwatt" and "points" in params:
        params["points"] = [[u, v * factor] for u, v in params["points"]]
    if spec.schedule == "CyclicLR":
        params["base_lr"] = params["base_lr"] * factor
    return replace(spec, base_lr=spec.base_lr * factor, params=params)


def optimise(
    spec: Spec,
    rounds: int = 12,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Spec:
    """Move the heights of a drawn schedule, one after the other, while the loss falls.

    The loss is the exact expected loss on the noisy quadratic with h = sigma = m0 = 1, with
    the rates in units of 1 / h. Updates and shapes of the points stay.
    """
    if (spec.library, spec.schedule) != ("pixelwatt", "drawn"):
        raise Problem(
            tr("Only a drawn schedule can be optimised point by point."),
            tr("Draw one over this curve first, or use the best base rate."),
        )
    current = spec.with_params(points=[[u, max(v, 1e-9)] for u, v in spec.params["points"]])
    best = _loss(current)
    step = 2.0
    for turn in range(rounds):
        progress(turn / rounds)
        moved = False
        for index in range(len(current.params["points"])):
            for factor in (step, 1 / step):
                points = [list(point) for point in current.params["points"]]
                points[index][1] = min(points[index][1] * factor, 1.9)
                trial = current.with_params(points=points)
                value = _loss(trial)
                if value < best * (1 - 1e-9):
                    current, best, moved = trial, value, True
        if not moved:
            step = 1 + (step - 1) / 2
    return current


def _loss(spec: Spec) -> float:
    lrs: Values = sample(replace(spec, steps=min(spec.steps, 5000))).lrs
    with np.errstate(all="ignore"):
        value = expected_square(lrs, 1.0, 1.0, 1.0)
    return value if np.isfinite(value) else np.inf
