"""What of a schedule can be dragged: points of a drawn curve, and arguments of a library's.

A handle has a place on the plot; moving it gives the spec with the arguments that put the
curve there. Updates snap to whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from pixelwatt_lr_schedule.core.schedule import Schedule
from pixelwatt_lr_schedule.core.spec import Spec


@dataclass(frozen=True, slots=True)
class Handle:
    """``moves_update`` and ``moves_lr`` say in which directions it can be dragged."""

    name: str
    update: int
    lr: float
    moves_update: bool = True
    moves_lr: bool = True


_UPDATES = {
    "T_max", "total_iters", "step_size", "T_0", "warmup_steps", "decay_steps", "transition_steps",
    "first_decay_steps", "num_warmup_steps", "num_training_steps", "t_initial", "warmup_t",
    "total_steps", "step_size_up", "num_it", "cycle_len",
}  # fmt: skip
_PEAKS = ("max_lr", "peak_value", "warmup_target", "initial_learning_rate", "init_value", "lr",
          "value", "lr_max")  # fmt: skip


def handles(spec: Spec, schedule: Schedule) -> list[Handle]:
    """Every handle of ``spec``."""
    if spec.library == "pixelwatt" and spec.schedule == "drawn":
        return [
            Handle(f"point:{i}", int(u), float(v)) for i, (u, v) in enumerate(spec.params["points"])
        ]
    found = []
    for key, value in spec.params.items():
        if key in _UPDATES and isinstance(value, int) and 0 < value <= 4 * spec.steps:
            found.append(_at(key, value + _shift(spec, key), schedule, spec))
    for key in ("milestones", "boundaries", "decay_t"):
        marks = spec.params.get(key)
        if isinstance(marks, list):
            found.extend(
                _at(f"{key}:{i}", int(mark), schedule, spec) for i, mark in enumerate(marks)
            )
    top = _peak_update(spec, schedule)
    if top is not None:
        found.append(Handle("peak", top[0], top[1], moves_update=False))
    return found


def _shift(spec: Spec, key: str) -> int:
    """Some lengths count from the end of the warm-up."""
    if spec.library == "keras" and key == "decay_steps" and spec.params.get("warmup_target"):
        return int(spec.params.get("warmup_steps", 0))
    prefixed = spec.params.get("warmup_prefix") or spec.schedule == "WSDLRScheduler"
    if spec.library == "timm" and key == "t_initial" and prefixed:
        return int(spec.params.get("warmup_t", 0))
    return 0


def _at(name: str, update: int, schedule: Schedule, spec: Spec) -> Handle:
    k = max(0, min(update, (schedule.ends or update + 1) - 1))
    lr = float(schedule.lr(np.asarray([k], dtype=np.int64))[0])
    return Handle(name, min(update, spec.steps), lr, moves_lr=False)


def _peak_update(spec: Spec, schedule: Schedule) -> tuple[int, float] | None:
    last = min(spec.steps, schedule.ends or spec.steps) - 1
    k = np.unique(np.linspace(0, last, 400).astype(np.int64))
    knots = schedule.knots_between(0, last, 400)
    if knots is not None:
        k = np.unique(np.concatenate([k, knots]))
    lrs = schedule.lr(k)
    if not np.isfinite(lrs).any():
        return None
    index = int(np.nanargmax(lrs))
    return int(k[index]), float(lrs[index])


def moved(spec: Spec, handle: Handle, update: int, lr: float) -> Spec:
    """The spec with ``handle`` dragged to ``update`` and ``lr``, as far as it can go."""
    update, lr = max(0, update), max(0.0, lr)
    name, _, index = handle.name.partition(":")
    if name == "point":
        return _moved_point(spec, int(index), min(update, spec.steps), lr)
    if name == "peak":
        return _moved_peak(spec, handle.lr, lr)
    if index:
        marks = list(spec.params[name])
        i = int(index)
        low = marks[i - 1] + 1 if i else 1
        high = marks[i + 1] - 1 if i + 1 < len(marks) else spec.steps
        marks[i] = int(np.clip(update, low, max(low, high)))
        return spec.with_params(**{name: marks})
    return spec.with_params(**{name: max(1, update - _shift(spec, name))})


def _moved_point(spec: Spec, index: int, update: int, lr: float) -> Spec:
    points = [list(point) for point in spec.params["points"]]
    low = points[index - 1][0] if index else 0
    high = points[index + 1][0] if index + 1 < len(points) else spec.steps
    tiny = max(point[1] for point in points) * 1e-6
    points[index] = [int(np.clip(update, low, high)), max(lr, tiny)]
    return spec.with_params(points=points)


def _moved_peak(spec: Spec, old: float, new: float) -> Spec:
    new = max(new, 1e-12)
    for key in _PEAKS:
        value = spec.params.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
            return spec.with_params(**{key: value * new / old if old > 0 else new})
    return replace(spec, base_lr=spec.base_lr * new / old if old > 0 else new)


def with_point(spec: Spec, update: int, lr: float) -> Spec:
    """A drawn schedule with one point more, keeping the shape of the stretch it splits."""
    points = [list(point) for point in spec.params["points"]]
    shapes = [*spec.params.get("shapes", [])]
    shapes += ["linear"] * (len(points) - 1 - len(shapes))
    index = int(np.searchsorted([point[0] for point in points], update, side="right"))
    points.insert(index, [int(update), max(float(lr), 1e-12)])
    shapes.insert(max(0, index - 1), shapes[max(0, min(index - 1, len(shapes) - 1))] if shapes
                  else "linear")  # fmt: skip
    return spec.with_params(points=points, shapes=shapes[: len(points) - 1])


def without_point(spec: Spec, index: int) -> Spec:
    """A drawn schedule without one point; the last one stays."""
    points = [list(point) for point in spec.params["points"]]
    if len(points) <= 1:
        return spec
    shapes = [*spec.params.get("shapes", [])]
    del points[index]
    if shapes:
        del shapes[min(index, len(shapes) - 1)]
    return spec.with_params(points=points, shapes=shapes)


def drawn_over(spec: Spec, schedule: Schedule, points: int = 9) -> Spec:
    """A drawn schedule that follows ``spec``: its bends, and some points between them."""
    last = min(spec.steps, schedule.ends or spec.steps) - 1
    knots = schedule.knots_between(0, last, 24)
    wanted = {0, last, *(() if knots is None else knots.tolist())}
    if len(wanted) < points:
        wanted |= set(np.linspace(0, last, points).astype(int).tolist())
    k = np.asarray(sorted(wanted), dtype=np.int64)
    lrs = schedule.lr(k)
    pairs = [[int(u), float(v)] for u, v in zip(k, lrs, strict=True)]
    params: Mapping[str, Any] = {"points": pairs, "shapes": ["linear"] * (len(pairs) - 1)}
    return Spec("pixelwatt", "drawn", params, spec.base_lr, spec.steps)
