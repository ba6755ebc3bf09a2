"""Name the schedule behind a logged learning rate: family, settings, offset, largest error."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.identify_shapes import SHAPES, Shape
from pixelwatt_lr_schedule.core.log_types import Log
from pixelwatt_lr_schedule.core.registry import build
from pixelwatt_lr_schedule.core.schedule import Updates, Values, floats
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr

_MOST_POINTS = 200
_MOST_ROUNDS = 120
_GOOD = 3e-6
"""Errors below this share of the peak are rounding of the log (float32, printed digits)."""


@dataclass(frozen=True, slots=True)
class Identified:
    """The best match. ``offset``: logged step minus update; ``max_abs_error`` over all points."""

    spec: Spec
    offset: int
    max_abs_error: float
    points: int

    @property
    def certain(self) -> bool:
        """Whether the error is no more than the rounding of a log."""
        return self.max_abs_error <= 20 * _GOOD * abs(self.spec.base_lr)


def identify(log: Log) -> Identified:
    """Try every family at offsets 0 and 1; raise `Problem` if there is too little to go by."""
    logged = log.learning_rate()
    known = np.isfinite(logged.values) & (logged.steps >= 0)
    steps, lrs = logged.steps[known], logged.values[known]
    if len(steps) < 3:
        raise Problem(
            tr("The log has {count} learning rates.", count=len(steps)),
            tr("At least 3 are needed to name a schedule."),
        )
    planned = log.planned_steps
    offsets = [log.usual_offset, 1 - log.usual_offset]
    peak = float(np.max(np.abs(lrs))) or 1.0
    candidates: list[tuple[int, Identified, float]] = []
    for offset in offsets:
        if (steps - offset >= 0).all():
            candidates.extend(_at_offset(steps - offset, lrs, offset, planned))
        if candidates and min(error for _, _, error in candidates) <= _GOOD * peak:
            break
    if not candidates:
        raise Problem(tr("No schedule fits the log."), tr("See its learning rates in the plot."))
    best = min(error for _, _, error in candidates)
    close = [c for c in candidates if c[2] <= max(4 * best, _GOOD * peak)]
    _, found, error = min(close, key=lambda c: (c[0], c[1].offset != log.usual_offset, c[2]))
    return replace(found, max_abs_error=error)


def _at_offset(
    k: Values, lrs: Values, offset: int, planned: int | None
) -> Iterator[tuple[int, Identified, float]]:
    total = planned or int(k[-1]) + 1
    for cost, spec in _candidates(k, lrs, total):
        error = _error(spec, k.astype(np.int64), lrs)
        if error is not None:
            yield cost, Identified(spec, offset, error, len(k)), error


def _error(spec: Spec, k: Updates, lrs: Values) -> float | None:
    try:
        schedule = build(spec)
        if schedule.ends is not None and int(k[-1]) >= schedule.ends:
            return None
        return float(np.max(np.abs(schedule.lr(k) - lrs)))
    except Problem:
        return None


def _candidates(k: Values, lrs: Values, total: int) -> Iterator[tuple[int, Spec]]:
    middle = float(np.median(lrs))
    if np.ptp(lrs) <= _GOOD * abs(middle):
        yield 0, Spec("torch", "constant", {}, middle, total)
        return
    yield from _staircase(k, lrs, total)
    yield from _exponential(k, lrs, total)
    yield from _one_cycle(k, lrs, total)
    yield from _stable_exponential(k, lrs, total)
    picked = _thin(k, lrs)
    for shape in SHAPES:
        # To zero first: a floor can make up for an end that is one update off.
        for with_floor in (False, True) if shape.has_floor else (False,):
            tried = replace(shape, has_floor=with_floor)
            spec = _fit(tried, k[picked], lrs[picked], total)
            if spec is not None:
                yield shape.cost + with_floor, spec
                error = _error(spec, k.astype(np.int64), lrs)
                if error is not None and error <= _GOOD * float(np.max(lrs)):
                    break


def _thin(k: Values, lrs: Values) -> Updates:
    if len(k) <= _MOST_POINTS:
        return np.arange(len(k))
    even = np.linspace(0, len(k) - 1, _MOST_POINTS).astype(np.int64)
    bends = np.argsort(np.abs(np.diff(lrs, n=2)))[-40:] + 1
    return np.unique(np.concatenate([even, bends]))


def _staircase(k: Values, lrs: Values, total: int) -> Iterator[tuple[int, Spec]]:
    change = np.abs(np.diff(lrs)) > 1e-6 * np.max(lrs)
    jumps = np.flatnonzero(change) + 1
    held = np.diff([0, *jumps, len(k)])
    if not 0 < len(jumps) <= max(1, len(k) // 4) or lrs[0] == 0 or np.median(held) < 3:
        return
    marks = [int(k[j]) for j in jumps]
    levels = [float(lrs[0]), *(float(lrs[j]) for j in jumps)]
    ratios = floats(levels[1:]) / np.maximum(floats(levels[:-1]), 1e-300)
    if np.ptp(ratios) <= 1e-4 * ratios[0]:
        gamma = float(f"{np.exp(np.mean(np.log(ratios))):.6g}")
        sizes = np.diff([0, *marks])
        if len(marks) > 1 and np.ptp(sizes) == 0:
            yield 1, Spec("torch", "StepLR", {"step_size": marks[0], "gamma": gamma}, levels[0],
                          total)  # fmt: skip
        yield 2, Spec("torch", "MultiStepLR", {"milestones": marks, "gamma": gamma}, levels[0],
                      total)  # fmt: skip
    table = {"boundaries": [m - 1 for m in marks], "values": levels}
    yield 3, Spec("keras", "PiecewiseConstantDecay", table, levels[0], total)


def _exponential(k: Values, lrs: Values, total: int) -> Iterator[tuple[int, Spec]]:
    if (lrs <= 0).any():
        return
    slope, intercept = np.polyfit(k, np.log(lrs), 1)
    gamma = float(np.exp(slope))
    rounded = float(f"{gamma:.9g}")
    base = float(np.exp(intercept))
    yield 1, Spec("torch", "ExponentialLR", {"gamma": rounded}, _tidy(base), total)


def _stable_exponential(k: Values, lrs: Values, total: int) -> Iterator[tuple[int, Spec]]:
    """A flat stretch, then an exponential decay: drawn, because no library has it whole."""
    top = float(np.max(lrs))
    flat = np.flatnonzero(lrs >= top * (1 - 1e-9))
    last = int(flat[-1])
    if len(flat) < 3 or last > len(k) - 4 or (lrs[last:] <= 0).any():
        return
    slope, intercept = np.polyfit(k[last + 1 :], np.log(lrs[last + 1 :]), 1)
    if slope >= 0:
        return
    start = round((np.log(top) - intercept) / slope)
    end = float(np.exp(intercept + slope * total))
    points = [[0, _tidy(top)], [start, _tidy(top)], [total, end]]
    yield 4, Spec("pixelwatt", "drawn", {"points": points, "shapes": ["hold", "exponential"]},
                  top, total)  # fmt: skip


def _one_cycle(k: Values, lrs: Values, total: int) -> Iterator[tuple[int, Spec]]:
    top = int(np.argmax(lrs))
    if not 0 < top < len(k) - 1 or lrs[0] <= 0:
        return
    peak = float(lrs[top])
    for size, turn, shape in itertools.product(
        {total, int(k[-1]) + 1}, (0.1, 0.2, 0.25, 0.3, 0.4, 0.5), ("cos", "linear")
    ):
        if abs(turn * size - 1 - k[top]) > max(2.0, 3 * float(np.max(np.diff(k)))):
            continue
        params = {"max_lr": _tidy(peak), "total_steps": size, "pct_start": turn,
                  "anneal_strategy": shape}  # fmt: skip
        first = lrs[0] if k[0] == 0 else peak / 25
        div = float(f"{peak / first:.4g}")
        yield 2, Spec("torch", "OneCycleLR", {**params, "div_factor": div}, 0.1, size)


def _fit(shape: Shape, k: Values, lrs: Values, total: int) -> Spec | None:
    best: tuple[float, Values, float, float] | None = None
    for start in _starts(shape, k, lrs, total):
        found = _descend(shape, k, lrs, floats(start))
        if best is None or found[0] < best[0]:
            best = found
        if best[0] <= _GOOD * float(np.max(lrs)):
            break
    if best is None:
        return None
    _, theta, peak, floor = best
    if peak <= 0 or floor < -1e-6 * peak:
        return None
    low = 0.0 if abs(floor) < 1e-4 * peak else _tidy(floor)
    settings = {name: int(value) for name, value in zip(shape.theta, theta, strict=True)}
    return shape.to_spec(settings, _tidy(peak), low, total)


def _tidy(value: float) -> float:
    """The rounder number where it is the same to the precision of a log."""
    for digits in range(1, 8):
        short = float(f"{value:.{digits}g}")
        if abs(short - value) <= 2e-6 * abs(value):
            return short
    return value


def _starts(shape: Shape, k: Values, lrs: Values, total: int) -> Iterator[list[float]]:
    last = float(max(total, k[-1] + 1))
    top = float(k[int(np.argmax(lrs))])
    warm = [0.0, top] if top > k[0] else [0.0, float(k[0])]
    if shape.theta[0] == "T":
        for parts in (1, 2, 3, 4, 5, 6, 8, 10, 3.5, 7, 15, 31):
            yield [max(1.0, round(last / parts))]
        return
    ends = [last, last - 1] if total else [last]
    flat = np.flatnonzero(lrs >= np.max(lrs) * (1 - 1e-6))
    for w in warm:
        if shape.theta == ("w",):
            yield [max(w, 1.0)]
        elif shape.theta == ("w", "S"):
            yield from ([w, max(w, 1.0)], [w, last / 10])
        elif shape.theta == ("w", "N"):
            yield from ([w, end] for end in ends)
        else:
            yield from ([w, float(k[flat[-1]]), end] for end in ends)


def _solve(shape: Shape, k: Values, lrs: Values, theta: Values) -> tuple[float, float, float]:
    """The largest error, and the peak and floor of the least-squares fit."""
    rise, rest = shape.basis(k, theta)
    rr, rf, ff = float(rise @ rise), float(rise @ rest), float(rest @ rest)
    ry, fy = float(rise @ lrs), float(rest @ lrs)
    determinant = rr * ff - rf * rf
    if shape.has_floor and determinant > 1e-12 * rr * ff:
        peak, floor = (ff * ry - rf * fy) / determinant, (rr * fy - rf * ry) / determinant
    else:
        peak, floor = (ry / rr if rr else 0.0), 0.0
    error = float(np.max(np.abs(peak * rise + floor * rest - lrs)))
    return (error if np.isfinite(error) else np.inf), peak, floor


def _descend(
    shape: Shape, k: Values, lrs: Values, theta: Values
) -> tuple[float, Values, float, float]:
    """Pattern search over whole settings, with steps from a tenth of the run down to 1."""
    low = np.zeros(len(theta))
    low[-1] = 1.0
    error, peak, floor = _solve(shape, k, lrs, theta)
    step = max(1, int(k[-1] // 10))
    for _ in range(_MOST_ROUNDS):
        moved = False
        for change in _moves(len(theta)):
            trial = np.maximum(theta + change * step, low)
            if (np.diff(trial) < 0).any() and "S" not in shape.theta:
                continue
            tried = _solve(shape, k, lrs, trial)
            if tried[0] < error * (1 - 1e-9):
                theta, (error, peak, floor), moved = trial, tried, True
        if not moved:
            if step == 1:
                return error, theta, peak, floor
            step = max(1, step // 2)
    return error, theta, peak, floor


def _moves(count: int) -> list[Values]:
    single = [sign * np.eye(count)[i] for i in range(count) for sign in (1.0, -1.0)]
    together = [np.ones(count), -np.ones(count)] if count > 1 else []
    return [*single, *together]
