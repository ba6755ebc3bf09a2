"""Optax schedules (0.2.8): arguments, defaults, refusals and edges of ``optax.schedules``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from pixelwatt_lr_schedule.core.schedule import (
    Curve,
    Refused,
    Schedule,
    Updates,
    Values,
    by_pieces,
    constant,
    floats,
    power_of,
    powers,
)

Build = Callable[[str, float, dict[str, Any]], Schedule]


def _refuse(message: str) -> Refused:
    return Refused("Optax", "ValueError", message)


def constant_schedule(_lr: float, /, *, value: float) -> Schedule:
    return Schedule(constant(value))


def polynomial_schedule(
    _lr: float,
    /,
    *,
    init_value: float,
    end_value: float,
    power: float,
    transition_steps: int,
    transition_begin: int = 0,
) -> Schedule:
    if transition_steps <= 0:
        return Schedule(constant(init_value))
    begin = max(0, transition_begin)

    def lr(k: Updates) -> Values:
        left = 1 - np.clip(k - begin, 0, transition_steps) / transition_steps
        if power == 1:
            return floats((init_value - end_value) * left + end_value)
        return floats((init_value - end_value) * left**power + end_value)

    return Schedule(lr, knots=(begin, begin + transition_steps))


def linear_schedule(
    _lr: float,
    /,
    *,
    init_value: float,
    end_value: float,
    transition_steps: int,
    transition_begin: int = 0,
) -> Schedule:
    return polynomial_schedule(
        _lr, init_value=init_value, end_value=end_value, power=1,
        transition_steps=transition_steps, transition_begin=transition_begin,
    )  # fmt: skip


def piecewise_constant_schedule(
    _lr: float,
    /,
    *,
    init_value: float,
    boundaries_and_scales: Mapping[Any, float] | None = None,
) -> Schedule:
    pairs = _pairs(boundaries_and_scales)
    if any(scale < 0 for _, scale in pairs):
        raise _refuse("`piecewise_constant_schedule` expects non-negative scale factors")
    marks = np.asarray([mark for mark, _ in pairs], dtype=np.int64)
    levels = init_value * np.cumprod([1.0, *(scale for _, scale in pairs)])
    return Schedule(
        lambda k: levels[np.searchsorted(marks, k, side="right")],
        knots=tuple(mark for mark, _ in pairs),
    )


def _pairs(boundaries: Mapping[Any, float] | None) -> list[tuple[int, float]]:
    # JSON has text keys only.
    return sorted((int(mark), float(scale)) for mark, scale in (boundaries or {}).items())


def exponential_decay(
    _lr: float,
    /,
    *,
    init_value: float,
    transition_steps: int,
    decay_rate: float,
    transition_begin: int = 0,
    staircase: bool = False,
    end_value: float | None = None,
) -> Schedule:
    if transition_steps <= 0 or decay_rate == 0:
        return Schedule(constant(init_value))
    begin = max(0, transition_begin)

    def lr(k: Updates) -> Values:
        passed = k - begin
        if staircase:
            whole = np.floor(np.maximum(passed, 0) / transition_steps).astype(np.int64)
            value = init_value * powers(decay_rate, whole)
        else:
            value = init_value * power_of(decay_rate, np.maximum(passed, 0) / transition_steps)
        if end_value is None:
            return floats(value)
        clip = np.maximum if decay_rate < 1.0 else np.minimum
        return floats(clip(value, end_value))

    step = transition_steps if staircase and float(transition_steps).is_integer() else 0
    return Schedule(lr, knots=(begin,), period=int(step), period_from=begin)


def cosine_decay_schedule(
    _lr: float,
    /,
    *,
    init_value: float,
    decay_steps: int,
    alpha: float = 0.0,
    exponent: float = 1.0,
) -> Schedule:
    if not decay_steps > 0:
        raise _refuse(
            "The cosine_decay_schedule requires positive decay_steps, got "
            f"decay_steps={decay_steps!r}."
        )

    def lr(k: Updates) -> Values:
        # A wrong boundary of `join_schedules` can ask for negative counts; a cosine is even.
        falling = 0.5 * (1 + np.cos(np.pi * np.minimum(k, decay_steps) / decay_steps))
        shaped = falling if exponent == 1 else falling**exponent
        return floats(init_value * ((1 - alpha) * shaped + alpha))

    return Schedule(lr, knots=(int(decay_steps),))


def warmup_constant_schedule(
    _lr: float, /, *, init_value: float, peak_value: float, warmup_steps: int
) -> Schedule:
    return linear_schedule(
        _lr, init_value=init_value, end_value=peak_value, transition_steps=warmup_steps
    )


def warmup_cosine_decay_schedule(
    _lr: float,
    /,
    *,
    init_value: float,
    peak_value: float,
    warmup_steps: int,
    decay_steps: int,
    end_value: float = 0.0,
    exponent: float = 1.0,
) -> Schedule:
    """``decay_steps`` includes the warm-up."""
    alpha = 0.0 if peak_value == 0.0 else end_value / peak_value
    rise = linear_schedule(
        _lr, init_value=init_value, end_value=peak_value, transition_steps=warmup_steps
    )
    fall = cosine_decay_schedule(
        _lr, init_value=peak_value, decay_steps=decay_steps - warmup_steps, alpha=alpha,
        exponent=exponent,
    )  # fmt: skip
    return join([rise, fall], [warmup_steps])


def warmup_exponential_decay_schedule(
    _lr: float,
    /,
    *,
    init_value: float,
    peak_value: float,
    warmup_steps: int,
    transition_steps: int,
    decay_rate: float,
    transition_begin: int = 0,
    staircase: bool = False,
    end_value: float | None = None,
) -> Schedule:
    rise = linear_schedule(
        _lr, init_value=init_value, end_value=peak_value, transition_steps=warmup_steps
    )
    fall = exponential_decay(
        _lr, init_value=peak_value, transition_steps=transition_steps, decay_rate=decay_rate,
        transition_begin=transition_begin, staircase=staircase, end_value=end_value,
    )  # fmt: skip
    return join([rise, fall], [warmup_steps])


def sgdr_schedule(_lr: float, /, *, cosine_kwargs: Sequence[Mapping[str, Any]]) -> Schedule:
    cycles = [warmup_cosine_decay_schedule(_lr, **kwargs) for kwargs in cosine_kwargs]
    if not cycles:
        raise Refused("Optax", "IndexError", "list index out of range")
    boundaries = np.cumsum([kwargs["decay_steps"] for kwargs in cosine_kwargs]).tolist()
    return join(cycles, boundaries[:-1])


def piecewise_interpolate_schedule(
    _lr: float,
    /,
    *,
    interpolate_type: str,
    init_value: float,
    boundaries_and_scales: Mapping[Any, float] | None = None,
) -> Schedule:
    if interpolate_type not in {"linear", "cosine"}:
        raise _refuse("`interpolate_type` must be either 'cosine' or 'linear'")
    pairs = _pairs(boundaries_and_scales)
    if any(scale < 0 for _, scale in pairs):
        raise _refuse("`piecewise_interpolate_schedule` expects non-negative scale factors")
    bounds = floats([0, *(mark for mark, _ in pairs)])
    values = init_value * np.cumprod([1.0, *(scale for _, scale in pairs)])
    sizes = np.maximum(bounds[1:] - bounds[:-1], 1)

    def lr(k: Updates) -> Values:
        if not pairs:
            return np.where(k >= 0, values[0], 0.0)
        index = np.clip(np.searchsorted(bounds, k, side="right") - 1, 0, len(sizes) - 1)
        fraction = (k - bounds[index]) / sizes[index]
        start, end = values[index], values[index + 1]
        if interpolate_type == "linear":
            between = (end - start) * fraction + start
        else:
            between = end + (start - end) / 2.0 * (np.cos(np.pi * fraction) + 1)
        return floats(np.where(k >= bounds[-1], values[-1], between))

    return Schedule(lr, knots=tuple(mark for mark, _ in pairs))


def cosine_onecycle_schedule(
    _lr: float,
    /,
    *,
    transition_steps: int,
    peak_value: float,
    pct_start: float = 0.3,
    div_factor: float = 25.0,
    final_div_factor: float = 1e4,
) -> Schedule:
    if transition_steps <= 0:
        raise _refuse("A linear onecycle schedule was set with a non-positive `transition_steps`")
    marks = {
        int(pct_start * transition_steps): div_factor,
        int(transition_steps): 1.0 / (div_factor * final_div_factor),
    }
    return piecewise_interpolate_schedule(
        _lr, interpolate_type="cosine", init_value=peak_value / div_factor,
        boundaries_and_scales=marks,
    )  # fmt: skip


def linear_onecycle_schedule(
    _lr: float,
    /,
    *,
    transition_steps: int,
    peak_value: float,
    pct_start: float = 0.3,
    pct_final: float = 0.85,
    div_factor: float = 25.0,
    final_div_factor: float = 1e4,
) -> Schedule:
    if transition_steps <= 0:
        raise _refuse("A linear onecycle schedule was set with a non-positive `transition_steps`")
    marks = {
        int(pct_start * transition_steps): div_factor,
        int(pct_final * transition_steps): 1.0 / div_factor,
        transition_steps: 1.0 / final_div_factor,
    }
    return piecewise_interpolate_schedule(
        _lr, interpolate_type="linear", init_value=peak_value / div_factor,
        boundaries_and_scales=marks,
    )  # fmt: skip


def join_schedules(
    lr: float,
    /,
    build: Build,
    *,
    schedules: Sequence[Mapping[str, Any]],
    boundaries: Sequence[int],
) -> Schedule:
    children = []
    for child in schedules:
        arguments = dict(child)
        name = arguments.pop("name", None) or arguments.pop("schedule", None)
        nested = arguments.pop("params", {})
        if not isinstance(name, str):
            raise Refused("Optax", "TypeError", f"no schedule is named in {dict(child)!r}")
        children.append(build(name, lr, {**arguments, **nested}))
    if not children:
        raise Refused("Optax", "IndexError", "list index out of range")
    return join(children, [int(b) for b in boundaries])


def _from(mark: int, schedule: Schedule) -> Curve:
    return lambda k: schedule.lr(k - mark)


def join(schedules: Sequence[Schedule], boundaries: Sequence[int]) -> Schedule:
    """``optax.join_schedules``: each schedule counts from its own boundary."""
    pairs = list(zip(boundaries, schedules[1:], strict=False))
    curves: list[Curve] = [schedules[0].lr, *(_from(mark, child) for mark, child in pairs)]
    ordered = all(a <= b for (a, _), (b, _) in pairwise(pairs))

    def lr(k: Updates) -> Values:
        if ordered:
            return by_pieces(k, [mark for mark, _ in pairs], curves)
        value = floats(curves[0](k))
        for (mark, _), curve in zip(pairs, curves[1:], strict=True):
            value = np.where(k >= mark, curve(k), value)
        return value

    knots = set(boundaries) | set(schedules[0].knots)
    for boundary, schedule in pairs:
        knots.update(boundary + k for k in schedule.knots)
    last_boundary, last = pairs[-1] if pairs else (0, schedules[0])
    return Schedule(
        lr,
        knots=tuple(sorted(knots)),
        period=last.period,
        period_from=last_boundary + last.period_from,
    )
