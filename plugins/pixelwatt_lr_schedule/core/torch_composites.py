"""``SequentialLR`` and ``ChainedScheduler`` of PyTorch 2.13, with their known surprises.

Reproduced as they are: a child continues from the learning rate the one before left where it
has no closed form; a nested ``SequentialLR`` runs one step ahead (pytorch#196243);
``last_epoch=`` does not resume (pytorch#162591); restarts overwrite what other children of a
chain did (pytorch#129565).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from pixelwatt_lr_schedule.core.affine import Maps, joined, run
from pixelwatt_lr_schedule.core.schedule import (
    Curve,
    Refused,
    Schedule,
    Updates,
    Values,
    by_pieces,
    floats,
)
from pixelwatt_lr_schedule.core.torch_factors import LIBRARY, value_error
from pixelwatt_lr_schedule.core.torch_stepping import Group, Stepper, leaf

Build = Callable[[str, float, dict[str, Any]], Schedule]
"""``(name, optimizer's lr, arguments)`` to the curve of a scheduler alone."""
_COMPOSITES = {"SequentialLR", "ChainedScheduler"}
_CLOSED = {
    "ConstantLR", "LinearLR", "StepLR", "MultiStepLR", "ExponentialLR", "PolynomialLR",
    "CosineAnnealingLR", "CosineAnnealingWarmRestarts", "LambdaLR",
}  # fmt: skip
_PRODUCTS = {"ConstantLR", "LinearLR", "StepLR", "MultiStepLR", "ExponentialLR", "PolynomialLR"}


@dataclass(slots=True)
class Sequential:
    """The stepper of ``SequentialLR``."""

    children: list[Stepper]
    milestones: list[int]
    group: Group
    last_epoch: int = 0
    _initial: list[Maps] = field(default_factory=list)

    def construct(self) -> None:
        assert self.group.initial_lr is not None
        self.group.lr = self.group.initial_lr
        for child in self.children:
            child.undo()
        self.group.apply(self._child(0).initial_step())

    def _child(self, epoch: int) -> Stepper:
        return self.children[bisect_right(self.milestones, epoch)]

    def initial_step(self) -> Maps:
        return self.advance(1)

    def advance(self, count: int) -> Maps:
        parts: list[Maps] = []
        done = 0
        while done < count:
            epoch = self.last_epoch + 1
            index = bisect_right(self.milestones, epoch)
            if index > 0 and self.milestones[index - 1] == epoch:
                parts.append(self.children[index].restart())
                self.last_epoch += 1
                done += 1
                continue
            later = [m for m in self.milestones if m > epoch]
            same = min([count - done, *(m - epoch for m in later)])
            parts.append(self.children[index].advance(same))
            self.last_epoch += same
            done += same
        return joined(parts)

    def restart(self) -> Maps:
        raise Refused(LIBRARY, "NotImplementedError", "SequentialLR.get_lr")

    def undo(self) -> None:
        # PyTorch undoes the leaves only: the nested scheduler's own count stays one ahead.
        for child in self.children:
            child.undo()


@dataclass(slots=True)
class Chained:
    """The stepper of ``ChainedScheduler``."""

    children: list[Stepper]

    def initial_step(self) -> Maps:
        return self.advance(1)

    def advance(self, count: int) -> Maps:
        maps = self.children[0].advance(count)
        for child in self.children[1:]:
            maps = maps.then(child.advance(count))
        return maps

    def restart(self) -> Maps:
        raise Refused(LIBRARY, "NotImplementedError", "ChainedScheduler.get_lr")

    def undo(self) -> None:
        for child in self.children:
            child.undo()


def sequential(
    base_lr: float,
    /,
    build: Build,
    *,
    schedulers: Sequence[dict[str, Any]],
    milestones: Sequence[int],
    last_epoch: int = -1,
) -> Schedule:
    children = [_split(child) for child in schedulers]
    _check_children("SequentialLR", children)
    if len(milestones) != len(children) - 1:
        raise value_error(
            "Sequential Schedulers expects number of schedulers provided to be one more than "
            f"the number of milestone points, but got number of schedulers {len(children)} "
            f"and the number of milestones to be equal to {len(milestones)}"
        )
    marks = [int(m) for m in milestones]
    ordered = all(a < b for a, b in zip([-1, *marks], marks, strict=False))
    if ordered and last_epoch == -1 and all(_plain(name, args) for name, args in children):
        return _joined(base_lr, build, children, marks)
    group = Group(base_lr)
    stepper = _stepper(
        "SequentialLR", base_lr, build, _arguments(children, marks, last_epoch), group
    )
    return _by_stepping(group.lr, stepper, tuple(marks))


def chained(base_lr: float, /, build: Build, *, schedulers: Sequence[dict[str, Any]]) -> Schedule:
    children = [_split(child) for child in schedulers]
    _check_children("ChainedScheduler", children)
    curves = [build(name, base_lr, args) for name, args in children if name not in _COMPOSITES]
    knots = tuple(sorted({k for curve in curves for k in curve.knots}))
    if (
        all(name in _PRODUCTS for name, _ in children)
        and not any(c.ends for c in curves)
        and base_lr
    ):
        period = max((curve.period for curve in curves), default=0)

        def product(k: Updates) -> Values:
            value = np.full(k.shape, float(base_lr))
            for curve in curves:
                value = value * (curve.lr(k) / base_lr)
            return value

        return Schedule(product, knots=knots, period=period)
    group = Group(base_lr)
    stepper = _stepper("ChainedScheduler", base_lr, build, {"schedulers": list(schedulers)}, group)
    return _by_stepping(group.lr, stepper, knots)


def _arguments(
    children: list[tuple[str, dict[str, Any]]], marks: list[int], last_epoch: int
) -> dict[str, Any]:
    return {
        "schedulers": [{"name": name, **args} for name, args in children],
        "milestones": marks,
        "last_epoch": last_epoch,
    }


def _split(child: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    arguments = dict(child)
    name = arguments.pop("name", None) or arguments.pop("schedule", None)
    if not isinstance(name, str):
        raise Refused(LIBRARY, "TypeError", f"no scheduler is named in {child!r}")
    arguments.update(arguments.pop("params", {}))
    if name not in _COMPOSITES and arguments.get("last_epoch") == -1:
        del arguments["last_epoch"]
    return name, arguments


def _check_children(owner: str, children: list[tuple[str, dict[str, Any]]]) -> None:
    if not children:
        verb = " to be chained" if owner == "ChainedScheduler" else ""
        raise value_error(f"{owner} expects at least one scheduler{verb}, but got no scheduler.")
    for index, (name, _) in enumerate(children):
        if name == "ReduceLROnPlateau":
            raise value_error(
                f"{owner} does not support `ReduceLROnPlateau` scheduler as it requires "
                "additional kwargs to be specified when calling `step`, but got one at index "
                f"{index} in the given schedulers sequence."
            )


def _plain(name: str, arguments: dict[str, Any]) -> bool:
    """Whether the child is the same started by a milestone as alone, from its base."""
    return name in _CLOSED and arguments.get("total_iters", 1) > 0


def _from(mark: int, schedule: Schedule) -> Curve:
    return lambda k: schedule.lr(k - mark)


def _joined(
    base_lr: float, build: Build, children: list[tuple[str, dict[str, Any]]], marks: list[int]
) -> Schedule:
    curves = [build(name, base_lr, args) for name, args in children]
    starts = [0, *marks]
    moved = [_from(start, curve) for start, curve in zip(starts, curves, strict=True)]

    def lr(k: Updates) -> Values:
        return by_pieces(k, marks, moved)

    knots = set(marks)
    ends: int | None = None
    refusal = None
    for index, curve in enumerate(curves):
        start, stop = starts[index], marks[index] if index < len(marks) else 1 << 40
        knots.update(start + k for k in curve.knots if start + k < stop)
        if curve.ends is not None and start + curve.ends < stop and ends is None:
            ends, refusal = start + curve.ends, curve.refusal
    last = curves[-1]
    return Schedule(
        lr,
        knots=tuple(sorted(knots)),
        period=last.period,
        period_from=starts[-1],
        ends=ends,
        refusal=refusal,
    )


def _stepper(
    name: str, base_lr: float, build: Build, arguments: dict[str, Any], group: Group
) -> Stepper:
    """Construct a scheduler on ``group``, its children first, as a program would."""
    if name not in _COMPOSITES:
        return leaf(name, arguments, group, build(name, base_lr, arguments))
    children = [_split(child) for child in arguments["schedulers"]]
    _check_children(name, children)
    made = [_stepper(child, base_lr, build, args, group) for child, args in children]
    if name == "ChainedScheduler":
        return Chained(made)
    marks = [int(m) for m in arguments["milestones"]]
    sequence = Sequential(made, marks, group, last_epoch=arguments.get("last_epoch", -1) + 1)
    sequence.construct()
    return sequence


def _by_stepping(first: float, stepper: Stepper, knots: tuple[int, ...]) -> Schedule:
    """A curve whose values are stepped once, as far as they are asked for, and kept."""
    kept: dict[str, Values] = {"lrs": floats([first])}

    def lr(k: Updates) -> Values:
        missing = int(np.max(k, initial=0)) + 1 - len(kept["lrs"])
        if missing > 0:
            new = run(float(kept["lrs"][-1]), stepper.advance(missing))
            kept["lrs"] = np.concatenate([kept["lrs"], new[1:]])
        return kept["lrs"][k]

    return Schedule(lr, knots=knots)
