"""PyTorch schedulers that scale the optimizer's own learning rate.

Each function takes the arguments of the class of the same name in
``torch.optim.lr_scheduler`` (2.13) and gives its curve in closed form. PyTorch itself steps
recursively; where its recursion and its closed form differ (a length of 0), the recursion
is followed, because that is what a training loop gets.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from pixelwatt_lr_schedule.core import expression
from pixelwatt_lr_schedule.core.schedule import (
    Refused,
    Schedule,
    constant,
    floats,
    power_of,
    powers,
    quotient,
)

LIBRARY = "PyTorch"


def zero_division(message: str = "integer modulo by zero") -> Refused:
    return Refused(LIBRARY, "ZeroDivisionError", message)


def value_error(message: str) -> Refused:
    return Refused(LIBRARY, "ValueError", message)


def check_constant(factor: float) -> None:
    if factor > 1.0 or factor < 0:
        raise value_error("Constant multiplicative factor expected to be between 0 and 1.")


def check_linear(start_factor: float, end_factor: float) -> None:
    if start_factor > 1.0 or start_factor <= 0:
        raise value_error(
            "Starting multiplicative factor expected to be greater than 0 and less or equal to 1."
        )
    if end_factor > 1.0 or end_factor < 0:
        raise value_error("Ending multiplicative factor expected to be between 0 and 1.")


def constant_lr(base_lr: float, /, *, factor: float = 1 / 3, total_iters: int = 5) -> Schedule:
    check_constant(factor)
    if total_iters <= 0 or total_iters != int(total_iters):
        # PyTorch lifts the factor at the update equal to `total_iters`, which never comes.
        return Schedule(constant(base_lr * factor))
    if factor == 0:
        return Schedule(
            constant(0.0), ends=total_iters, refusal=zero_division("float division by zero")
        )
    return Schedule(
        lambda k: np.where(k < total_iters, base_lr * factor, base_lr), knots=(total_iters,)
    )


def linear_lr(
    base_lr: float,
    /,
    *,
    start_factor: float = 1 / 3,
    end_factor: float = 1.0,
    total_iters: int = 5,
) -> Schedule:
    check_linear(start_factor, end_factor)
    if total_iters <= 0:
        return Schedule(constant(base_lr * start_factor))
    slope = (end_factor - start_factor) / total_iters
    # A fractional length is never quite reached: PyTorch stops at the last whole update in it.
    last = int(total_iters)
    return Schedule(lambda k: base_lr * (start_factor + slope * np.minimum(k, last)), knots=(last,))


def step_lr(base_lr: float, /, *, step_size: int, gamma: float = 0.1) -> Schedule:
    if step_size == 0:
        return Schedule(constant(base_lr), ends=1, refusal=zero_division())
    size = abs(step_size)
    return Schedule(lambda k: base_lr * powers(gamma, quotient(k, size)), period=int(size))


def multi_step_lr(base_lr: float, /, *, milestones: Sequence[int], gamma: float = 0.1) -> Schedule:
    reached = np.sort(floats([m for m in milestones if m >= 0 and m == int(m)]))
    return Schedule(
        lambda k: base_lr * powers(gamma, np.searchsorted(reached, k, side="right")),
        knots=tuple(int(m) for m in reached),
    )


def exponential_lr(base_lr: float, /, *, gamma: float) -> Schedule:
    return Schedule(lambda k: base_lr * power_of(gamma, floats(k)))


def polynomial_lr(base_lr: float, /, *, total_iters: int = 5, power: float = 1.0) -> Schedule:
    if total_iters <= 0:
        return Schedule(constant(base_lr))
    last = int(total_iters)
    return Schedule(
        lambda k: base_lr * (1.0 - np.minimum(k, last) / total_iters) ** power, knots=(last,)
    )


def cosine_annealing_lr(base_lr: float, /, *, T_max: int, eta_min: float = 0.0) -> Schedule:  # noqa: N803
    if T_max == 0:
        return Schedule(constant(base_lr), ends=1, refusal=zero_division())
    return Schedule(
        lambda k: eta_min + (base_lr - eta_min) * (1 + np.cos(np.pi * k / T_max)) / 2,
        period=int(abs(T_max)),
    )


def lambda_lr(base_lr: float, /, *, lr_lambda: str, **constants: Any) -> Schedule:
    """``lr_lambda`` is a formula of the update ``k``; further numbers are its constants."""
    formula = expression.parse(lr_lambda, "k", constants)
    return Schedule(lambda k: base_lr * formula(floats(k)))


def multiplicative_lr(base_lr: float, /, *, lr_lambda: str, **constants: Any) -> Schedule:
    """Each step multiplies by the formula at that step; the first value is the base."""
    formula = expression.parse(lr_lambda, "k", constants)

    def lr(k: np.typing.NDArray[np.int64]) -> np.typing.NDArray[np.float64]:
        factors = formula(np.arange(1, int(np.max(k, initial=0)) + 1, dtype=np.float64))
        return floats(base_lr * np.concatenate([[1.0], np.cumprod(factors)])[k])

    return Schedule(lr)
