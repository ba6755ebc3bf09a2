"""Our own schedule: a curve drawn through points, each stretch with a shape.

``points`` are ``[update, lr]`` pairs in order of updates. Two points at one update are a jump:
from that update on the later one counts. After the last point its learning rate holds.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.schedule import Schedule, Updates, Values, floats
from pixelwatt_lr_schedule.text import tr

SHAPES = ("linear", "cosine", "exponential", "1-sqrt", "hold")


def stretch(shape: str, start: float, end: float, fraction: Values) -> Values:
    """The value at ``fraction`` of a stretch from ``start`` to ``end``."""
    match shape:
        case "linear":
            return start + (end - start) * fraction
        case "cosine":
            return end + (start - end) / 2.0 * (1.0 + np.cos(np.pi * fraction))
        case "exponential":
            return start * np.power(end / start, fraction)
        case "1-sqrt":
            return end + (start - end) * (1.0 - np.sqrt(fraction))
    return np.full(np.shape(fraction), start)


def drawn(
    _base: float,
    /,
    *,
    points: Sequence[Sequence[float]],
    shapes: Sequence[str] = (),
) -> Schedule:
    """``shapes`` has one name per stretch; missing ones are linear."""
    updates, lrs = _checked(points)
    names = [*shapes, *["linear"] * (len(updates) - 1 - len(shapes))][: len(updates) - 1]
    for index, name in enumerate(names):
        if name not in SHAPES:
            raise Problem(
                tr("Stretch {index} has the unknown shape {name}.", index=index, name=name),
                tr("Use one of {names}.", names=", ".join(SHAPES)),
            )
        if name == "exponential" and not (lrs[index] > 0 and lrs[index + 1] > 0):
            raise Problem(
                tr("Stretch {index} is exponential but touches 0.", index=index),
                tr("Give both its ends a learning rate above 0."),
            )

    def lr(k: Updates) -> Values:
        which = np.searchsorted(updates, k, side="right") - 1
        value = np.full(k.shape, lrs[-1])
        value[which < 0] = lrs[0]
        for index, name in enumerate(names):
            chosen = which == index
            if chosen.any():
                length = updates[index + 1] - updates[index]
                fraction = floats((k[chosen] - updates[index]) / length)
                value[chosen] = stretch(name, lrs[index], lrs[index + 1], fraction)
        return value

    return Schedule(lr, knots=tuple(sorted({int(u) for u in updates})))


def _checked(points: Sequence[Sequence[float]]) -> tuple[Updates, Values]:
    if len(points) < 1:
        raise Problem(tr("The drawn schedule has no points."), tr("Give at least one."))
    for point in points:
        if len(point) != 2 or not all(np.isfinite(part) for part in point):
            raise Problem(
                tr("{point} is not a point of a schedule.", point=point),
                tr("A point is an update and a learning rate."),
            )
        if point[0] < 0 or point[1] < 0:
            raise Problem(
                tr("The point {point} is negative.", point=point),
                tr("Updates and learning rates start at 0."),
            )
    updates = np.asarray([int(point[0]) for point in points], dtype=np.int64)
    if (np.diff(updates) < 0).any():
        raise Problem(
            tr("The points of the schedule are not in order of their updates."),
            tr("Sort them by update."),
        )
    return updates, floats([point[1] for point in points])
