"""Keras schedules (3.15), computed in float32 and in the order Keras computes them.

At the restarts of `CosineDecayRestarts` and near the end of a cosine the rounding of float32
is visible in the curve, so it is part of what the library does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pixelwatt_lr_schedule.core.schedule import (
    Refused,
    Schedule,
    Updates,
    Values,
    floats,
    power_of,
)

Single = NDArray[np.float32]
_PI = np.float32(math.pi)


def _refuse(message: str) -> Refused:
    return Refused("Keras", "ValueError", message)


def _check(argument: str, value: float) -> None:
    if value <= 0:
        raise _refuse(f"Argument `{argument}` must be > 0. Received: {argument}={value}")


def _single(k: Updates) -> Single:
    return k.astype(np.float32)


def exponential_decay(
    _lr: float,
    /,
    *,
    initial_learning_rate: float,
    decay_steps: float,
    decay_rate: float,
    staircase: bool = False,
    name: str = "ExponentialDecay",
) -> Schedule:
    del name
    _check("decay_steps", decay_steps)

    def lr(k: Updates) -> Values:
        p = _single(k) / np.float32(decay_steps)
        p = np.floor(p) if staircase else p
        # In float64 and rounded: vectorised, and within the last digit of Keras's own power.
        falling = power_of(float(np.float32(decay_rate)), floats(p)).astype(np.float32)
        return floats(np.float32(initial_learning_rate) * falling)

    return Schedule(lr, period=_staircase_period(staircase, decay_steps))


def _staircase_period(staircase: bool, decay_steps: float) -> int:
    return int(decay_steps) if staircase and float(decay_steps).is_integer() else 0


def piecewise_constant_decay(
    _lr: float,
    /,
    *,
    boundaries: Sequence[int],
    values: Sequence[float],
    name: str = "PiecewiseConstant",
) -> Schedule:
    """The step equal to a boundary still has the old value."""
    del name
    if len(boundaries) != len(values) - 1:
        raise _refuse(
            "The length of boundaries should be 1 less than the length of values. Received: "
            f"boundaries={list(boundaries)} of length {len(boundaries)}, and "
            f"values={list(values)} of length {len(values)}."
        )
    if not boundaries:
        raise Refused("Keras", "IndexError", "list index out of range")
    marks = np.asarray([int(b) for b in boundaries], dtype=np.int64)
    levels = floats(np.asarray(values, dtype=np.float32))

    def lr(k: Updates) -> Values:
        # Summed as Keras does: unsorted boundaries add up or leave gaps.
        total = np.where(k <= marks[0], levels[0], 0.0) + np.where(k > marks[-1], levels[-1], 0.0)
        for low, high, level in zip(marks[:-1], marks[1:], levels[1:-1], strict=True):
            total += np.where((k > low) & (k <= high), level, 0.0)
        return total

    return Schedule(lr, knots=tuple(int(m) + 1 for m in marks))


def polynomial_decay(
    _lr: float,
    /,
    *,
    initial_learning_rate: float,
    decay_steps: float,
    end_learning_rate: float = 1e-4,
    power: float = 1.0,
    cycle: bool = False,
    name: str = "PolynomialDecay",
) -> Schedule:
    del name
    _check("decay_steps", decay_steps)
    first, end = np.float32(initial_learning_rate), np.float32(end_learning_rate)

    def lr(k: Updates) -> Values:
        step, steps = _single(k), np.float32(decay_steps)
        if cycle:
            multiple = np.where(step == 0, np.float32(1), np.ceil(step / np.float32(decay_steps)))
            p = step / (steps * multiple.astype(np.float32))
        else:
            p = np.minimum(step, steps) / steps
        return floats((first - end) * np.power(np.float32(1) - p, np.float32(power)) + end)

    whole = float(decay_steps).is_integer()
    if cycle:
        return Schedule(lr, period=int(decay_steps) if whole else 0)
    return Schedule(lr, knots=(math.ceil(decay_steps),))


def inverse_time_decay(
    _lr: float,
    /,
    *,
    initial_learning_rate: float,
    decay_steps: float,
    decay_rate: float,
    staircase: bool = False,
    name: str = "InverseTimeDecay",
) -> Schedule:
    del name
    _check("decay_steps", decay_steps)

    def lr(k: Updates) -> Values:
        p = _single(k) / np.float32(decay_steps)
        p = np.floor(p) if staircase else p
        return floats(np.float32(initial_learning_rate) / (1 + np.float32(decay_rate) * p))

    return Schedule(lr, period=_staircase_period(staircase, decay_steps))


def cosine_decay(
    _lr: float,
    /,
    *,
    initial_learning_rate: float,
    decay_steps: float,
    alpha: float = 0.0,
    name: str = "CosineDecay",
    warmup_target: float | None = None,
    warmup_steps: float = 0,
) -> Schedule:
    """``decay_steps`` excludes the warm-up; ``alpha`` is a fraction of the peak.

    Without ``warmup_target`` Keras ignores ``warmup_steps``.
    """
    del name
    _check("decay_steps", decay_steps)
    first = np.float32(initial_learning_rate)
    steps, rise = np.float32(decay_steps), np.float32(warmup_steps)

    def fall(step: Single, peak: np.float32) -> Single:
        falling = np.float32(0.5) * (np.float32(1) + np.cos(_PI * (step / steps)))
        fallen: Single = peak * (np.float32(1 - alpha) * falling + np.float32(alpha))
        return fallen

    if warmup_target is None:
        return Schedule(
            lambda k: floats(fall(np.minimum(_single(k), steps), first)),
            knots=(math.ceil(decay_steps),),
        )
    peak = np.float32(warmup_target)

    def lr(k: Updates) -> Values:
        step = np.minimum(_single(k), steps + rise)
        warming = step < rise
        safe = rise if rise > 0 else np.float32(1)
        return floats(
            np.where(warming, (peak - first) * (step / safe) + first, fall(step - rise, peak))
        )

    return Schedule(lr, knots=(math.ceil(warmup_steps), math.ceil(warmup_steps + decay_steps)))


def cosine_decay_restarts(
    _lr: float,
    /,
    *,
    initial_learning_rate: float,
    first_decay_steps: float,
    t_mul: float = 2.0,
    m_mul: float = 1.0,
    alpha: float = 0.0,
    name: str = "SGDRDecay",
) -> Schedule:
    del name
    _check("first_decay_steps", first_decay_steps)
    first, grow = np.float32(initial_learning_rate), np.float32(t_mul)
    one = np.float32(1)

    def lr(k: Updates) -> Values:
        fraction = _single(k) / np.float32(first_decay_steps)
        if grow == one:
            cycle = np.floor(fraction)
            fraction = fraction - cycle
        else:
            with np.errstate(all="ignore"):
                cycle = np.floor(np.log(one - fraction * (one - grow)) / np.log(grow))
                passed = (one - np.power(grow, cycle)) / (one - grow)
                fraction = (fraction - passed) / np.power(grow, cycle)
        height = np.power(np.float32(m_mul), cycle)
        falling = np.float32(0.5) * height * (one + np.cos(_PI * fraction))
        return floats(first * ((one - np.float32(alpha)) * falling + np.float32(alpha)))

    if t_mul == 1.0:
        whole = float(first_decay_steps).is_integer()
        return Schedule(lr, period=int(first_decay_steps) if whole else 0)
    return Schedule(lr, knots=_restart_updates(first_decay_steps, t_mul))


def _restart_updates(first: float, growth: float) -> tuple[int, ...]:
    starts: list[int] = []
    at, length = first, first * growth
    while at < 1e9 and len(starts) < 200 and length >= 1:
        starts.append(math.ceil(at))
        at, length = at + length, length * growth
    return tuple(starts)
