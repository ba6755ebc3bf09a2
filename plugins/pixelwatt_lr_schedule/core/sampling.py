"""Reading a schedule: every update for numbers, pixel columns for pictures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.registry import build
from pixelwatt_lr_schedule.core.schedule import Curve, Schedule, Updates, Values
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr

_BLOCK = 1 << 15


@dataclass(frozen=True, slots=True)
class Sample:
    """The values of updates ``0 .. len(lrs) - 1``; ``momentum`` where it is scheduled."""

    lrs: Values
    momentum: Values | None
    warnings: tuple[str, ...]


def sample(spec: Spec) -> Sample:
    """All ``spec.steps`` values; raise `Refused` where the library raises before the end."""
    schedule = build(spec)
    if schedule.ends is not None and spec.steps > schedule.ends:
        assert schedule.refusal is not None
        raise schedule.refusal
    return sample_schedule(schedule, spec.steps)


def sample_schedule(schedule: Schedule, steps: int) -> Sample:
    lrs = read_all(schedule.lr, steps)
    momentum = read_all(schedule.momentum, steps) if schedule.momentum else None
    warnings = list(schedule.warnings)
    wrong = np.flatnonzero(~np.isfinite(lrs))
    if len(wrong):
        warnings.append(
            tr("The learning rate is not a finite number at update {update}.", update=int(wrong[0]))
        )
    negative = np.flatnonzero(lrs < 0)
    if len(negative):
        warnings.append(
            tr("The learning rate is negative at update {update}.", update=int(negative[0]))
        )
    return Sample(lrs, momentum, tuple(warnings))


def read_all(curve: Curve, steps: int) -> Values:
    """Updates ``0 .. steps - 1`` of a curve, in blocks that stay in the processor's cache."""
    values = np.empty(steps)
    with np.errstate(all="ignore"):
        for start in range(0, steps, _BLOCK):
            stop = min(start + _BLOCK, steps)
            values[start:stop] = curve(np.arange(start, stop, dtype=np.int64))
    return values


def column_updates(schedule: Schedule, first: int, last: int, columns: int) -> Updates:
    """Updates to read so that a picture ``columns`` pixels wide shows every bend and jump.

    Both ends of each pixel column, and each knot with the update before it. Where there are
    more knots than pixels, several updates spread over each column stand for them.
    """
    last = max(first, last)
    if schedule.ends is not None:
        last = min(last, schedule.ends - 1)
    if last < first:
        return np.empty(0, dtype=np.int64)
    if last - first < 4 * columns:
        return np.arange(first, last + 1, dtype=np.int64)
    knots = schedule.knots_between(first, last, at_most=2 * columns)
    if knots is None:
        # An irrational stride cannot fall into step with a periodic schedule.
        spread = first + np.arange(6 * columns) * ((last - first) / (6 * columns)) * 1.0
        jitter = np.modf(np.arange(6 * columns) * 0.6180339887498949)[0]
        inside = spread + jitter * ((last - first) / (6 * columns))
        return np.unique(np.clip(inside, first, last).astype(np.int64))
    grid = np.linspace(first, last, 2 * columns + 1).astype(np.int64)
    near = np.concatenate([knots - 1, knots])
    return np.unique(np.concatenate([grid, near[(near >= first) & (near <= last)]]))
