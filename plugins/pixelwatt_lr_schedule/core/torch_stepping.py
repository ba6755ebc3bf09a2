"""PyTorch schedulers as they step: the state each keeps and the map each step applies.

Composition (`SequentialLR`, `ChainedScheduler`) is defined by this stepping and nothing else:
children share one learning rate, and what a child does depends on what the others left. So
composites are computed from these steppers; a scheduler alone has its closed form.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from pixelwatt_lr_schedule.core import expression, torch_cycles, torch_factors
from pixelwatt_lr_schedule.core.affine import Maps, replacing, scaling
from pixelwatt_lr_schedule.core.schedule import Refused, Schedule, Values, floats

StepMaps = Callable[[Values], Maps]


@dataclass(slots=True)
class Group:
    """The parameter group all schedulers of an optimizer write to."""

    lr: float
    initial_lr: float | None = None

    def apply(self, maps: Maps) -> None:
        for scale, shift in zip(maps.scale.tolist(), maps.shift.tolist(), strict=True):
            self.lr = scale * self.lr + shift


class Stepper(Protocol):
    """A scheduler being stepped. Counts of steps are whole batches, computed at once."""

    def initial_step(self) -> Maps: ...
    def advance(self, count: int) -> Maps: ...
    def restart(self) -> Maps:
        """What ``SequentialLR`` does to a child at its milestone."""

    def undo(self) -> None:
        """Take back the step made at construction, as ``SequentialLR`` does."""


@dataclass(slots=True)
class Leaf:
    """A scheduler without children."""

    stepped: StepMaps
    at_zero: Values | None
    """The value ``restart`` sets; None where PyTorch has no closed form there."""
    initial_factor: float | None = 1.0
    """The factor of the initial step; None where it is an ordinary step at 0."""
    raises_at: int | None = None
    refusal: Refused | None = None
    last_epoch: int = -1

    def initial_step(self) -> Maps:
        if self.initial_factor is None:
            return self.advance(1)
        self.last_epoch += 1
        return scaling(floats([self.initial_factor]))

    def advance(self, count: int) -> Maps:
        start = self.last_epoch + 1
        if self.raises_at is not None and start <= self.raises_at < start + count:
            assert self.refusal is not None
            raise self.refusal
        self.last_epoch += count
        with np.errstate(all="ignore"):
            return self.stepped(np.arange(start, start + count, dtype=np.float64))

    def restart(self) -> Maps:
        self.last_epoch = 0
        if self.at_zero is None:
            return self.stepped(np.zeros(1))
        if not np.isfinite(self.at_zero[0]):
            raise torch_factors.zero_division("division by zero")
        return replacing(self.at_zero)

    def undo(self) -> None:
        self.last_epoch -= 1


def leaf(name: str, arguments: dict[str, Any], group: Group, schedule: Schedule) -> Leaf:
    """The stepper of a scheduler just constructed on ``group``; ``schedule`` is its curve."""
    overriding = {"OneCycleLR", "CyclicLR"}
    if name == "CyclicLR":
        group.lr = arguments["base_lr"]
    if name == "OneCycleLR":
        group.initial_lr = arguments["max_lr"] / arguments.get("div_factor", 25.0)
    if group.initial_lr is None:
        group.initial_lr = group.lr
    base = group.initial_lr
    if name in overriding or name == "CosineAnnealingWarmRestarts" or name == "LambdaLR":
        made = _absolute(name, arguments, base, schedule)
    elif name == "CosineAnnealingLR":
        made = _cosine(base, **arguments)
    else:
        made = _FACTORS[name](base, **arguments)
    group.apply(made.initial_step())
    if name == "CyclicLR":
        # Its constructor steps once before it takes its own base_lr over the group's.
        group.lr = base
    return made


def _absolute(name: str, arguments: dict[str, Any], base: float, schedule: Schedule) -> Leaf:
    if name == "LambdaLR":
        lr = torch_factors.lambda_lr(base, **arguments).lr
    elif name == "CosineAnnealingWarmRestarts":
        lr = torch_cycles.warm_restarts(base, **arguments).lr
    else:
        lr = schedule.lr
    return Leaf(
        lambda t: replacing(floats(lr(np.maximum(t, 0).astype(np.int64)))),
        at_zero=None,
        initial_factor=None,
        raises_at=schedule.ends,
        refusal=schedule.refusal,
    )


def _multiplicative(_base: float, *, lr_lambda: str, **constants: Any) -> Leaf:
    formula = expression.parse(lr_lambda, "k", constants)
    return Leaf(lambda t: scaling(formula(t)), at_zero=None)


def _step(base: float, *, step_size: int, gamma: float = 0.1) -> Leaf:
    def stepped(t: Values) -> Maps:
        return scaling(np.where((t != 0) & (np.mod(t, step_size) == 0), gamma, 1.0))

    broken = 1 if step_size == 0 else None
    return Leaf(stepped, floats([base]), None, broken, torch_factors.zero_division())


def _multi_step(base: float, *, milestones: list[int], gamma: float = 0.1) -> Leaf:
    marks, counts = np.unique(floats(milestones), return_counts=True)

    def stepped(t: Values) -> Maps:
        index = np.minimum(np.searchsorted(marks, t), max(len(marks) - 1, 0))
        if len(marks) == 0:
            return scaling(np.ones(len(t)))
        repeats = np.where(marks[index] == t, counts[index], 0)
        return scaling(np.power(float(gamma), repeats))

    reached = int(np.sum(floats(milestones) <= 0))
    return Leaf(stepped, floats([base * gamma**reached]), None)


def _constant(base: float, *, factor: float = 1 / 3, total_iters: int = 5) -> Leaf:
    torch_factors.check_constant(factor)

    def stepped(t: Values) -> Maps:
        back = 1.0 / factor if factor else np.inf
        return scaling(np.where(t == 0, factor, np.where(t == total_iters, back, 1.0)))

    restarted = base * (factor + (total_iters <= 0) * (1 - factor))
    reached = total_iters > 0 and total_iters == int(total_iters)
    broken = total_iters if factor == 0 and reached else None
    refusal = torch_factors.zero_division("float division by zero")
    return Leaf(stepped, floats([restarted]), None, broken, refusal)


def _linear(
    base: float,
    *,
    start_factor: float = 1 / 3,
    end_factor: float = 1.0,
    total_iters: int = 5,
) -> Leaf:
    torch_factors.check_linear(start_factor, end_factor)
    rise = end_factor - start_factor

    def stepped(t: Values) -> Maps:
        step = 1.0 + rise / (total_iters * start_factor + (t - 1) * rise)
        return scaling(np.where(t == 0, start_factor, np.where(t > total_iters, 1.0, step)))

    restarted = base * start_factor if total_iters else np.nan
    return Leaf(stepped, floats([restarted]), start_factor)


def _exponential(base: float, *, gamma: float) -> Leaf:
    return Leaf(lambda t: scaling(np.full(len(t), gamma)), floats([base]))


def _polynomial(base: float, *, total_iters: int = 5, power: float = 1.0) -> Leaf:
    def stepped(t: Values) -> Maps:
        before = 1.0 - (t - 1) / total_iters if total_iters else np.ones(len(t))
        now = 1.0 - t / total_iters if total_iters else np.ones(len(t))
        return scaling(np.where(t > total_iters, 1.0, (now / before) ** power))

    broken = None if total_iters else 0
    restarted = floats([base if total_iters else np.nan])
    refusal = torch_factors.zero_division("division by zero")
    return Leaf(stepped, restarted, 1.0, broken, refusal)


def _cosine(base: float, *, T_max: int, eta_min: float = 0.0) -> Leaf:  # noqa: N803
    def stepped(t: Values) -> Maps:
        turn = np.mod(t - 1 - T_max, 2 * T_max) == 0
        before = 1 + np.cos(np.pi * (t - 1) / T_max)
        ratio = np.where(turn, 1.0, (1 + np.cos(np.pi * t / T_max)) / np.where(turn, 1.0, before))
        lift = (base - eta_min) * (1 - np.cos(np.pi / T_max)) / 2
        return Maps(ratio, np.where(turn, lift, eta_min * (1 - ratio)))

    broken = 1 if T_max == 0 else None
    return Leaf(stepped, floats([base]), 1.0, broken, torch_factors.zero_division())


_FACTORS: dict[str, Callable[..., Leaf]] = {
    "MultiplicativeLR": _multiplicative,
    "StepLR": _step,
    "MultiStepLR": _multi_step,
    "ConstantLR": _constant,
    "LinearLR": _linear,
    "ExponentialLR": _exponential,
    "PolynomialLR": _polynomial,
}
