"""PyTorch schedulers that set the learning rate themselves: restarts, 1cycle, cyclic.

Arguments and refusals are those of ``torch.optim.lr_scheduler`` (2.13).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from pixelwatt_lr_schedule.core import expression
from pixelwatt_lr_schedule.core.schedule import (
    Refused,
    Schedule,
    Updates,
    Values,
    floats,
    power_of,
    powers,
)
from pixelwatt_lr_schedule.core.torch_factors import LIBRARY, value_error


def cycle_starts(first: int, multiplier: int, last: int) -> Updates:
    """Starts of cycles of lengths first, first*m, first*m^2... up to update ``last``."""
    starts, length = [0], first
    while starts[-1] <= last:
        starts.append(starts[-1] + length)
        length *= multiplier
    return np.asarray(starts, dtype=np.int64)


def position_in_cycle(k: Updates, first: int, multiplier: int) -> tuple[Values, Values]:
    """Updates since the last restart, and the length of the present cycle (integer exact)."""
    if multiplier == 1:
        return floats(k % first), np.full(k.shape, float(first))
    starts = cycle_starts(first, multiplier, int(np.max(k, initial=0)))
    index = np.searchsorted(starts, k, side="right") - 1
    return floats(k - starts[index]), floats(starts[index + 1] - starts[index])


def check_restarts(t_0: int, t_mult: int) -> None:
    if t_0 <= 0 or not isinstance(t_0, int):
        raise value_error(f"Expected positive integer T_0, but got {t_0}")
    if t_mult < 1 or not isinstance(t_mult, int):
        raise value_error(f"Expected integer T_mult >= 1, but got {t_mult}")


def warm_restarts(
    base_lr: float,
    /,
    *,
    T_0: int,  # noqa: N803
    T_mult: int = 1,  # noqa: N803
    eta_min: float = 0.0,
    explicit_epoch: bool = False,
) -> Schedule:
    """``CosineAnnealingWarmRestarts``; ``explicit_epoch`` follows calls of ``step(epoch)``.

    With an explicit epoch PyTorch finds the cycle by a floating-point logarithm, which misses
    some restarts by one cycle (``math.log(243, 3)`` is 4.999...); that is reproduced.
    """
    check_restarts(T_0, T_mult)

    def lr(k: Updates) -> Values:
        if explicit_epoch and T_mult > 1:
            current, length = _by_logarithm(k, T_0, T_mult)
        else:
            current, length = position_in_cycle(k, T_0, T_mult)
        return eta_min + (base_lr - eta_min) * (1 + np.cos(np.pi * current / length)) / 2

    if T_mult == 1:
        return Schedule(lr, period=T_0)
    return Schedule(lr, knots=tuple(int(s) for s in cycle_starts(T_0, T_mult, 10**12)[1:]))


def _by_logarithm(k: Updates, t_0: int, t_mult: int) -> tuple[Values, Values]:
    current, length = floats(k).copy(), np.full(k.shape, float(t_0))
    for i, epoch in enumerate(k.tolist()):
        if epoch >= t_0:
            n = int(math.log(epoch / t_0 * (t_mult - 1) + 1, t_mult))
            current[i] = epoch - t_0 * (t_mult**n - 1) / (t_mult - 1)
            length[i] = t_0 * t_mult**n
    return current, length


def one_cycle(
    base_lr: float,
    /,
    *,
    max_lr: float,
    total_steps: int | None = None,
    epochs: int | None = None,
    steps_per_epoch: int | None = None,
    pct_start: float = 0.3,
    anneal_strategy: str = "cos",
    cycle_momentum: bool = True,
    base_momentum: float = 0.85,
    max_momentum: float = 0.95,
    div_factor: float = 25.0,
    final_div_factor: float = 1e4,
    three_phase: bool = False,
) -> Schedule:
    """``OneCycleLR``. The optimizer's own learning rate (``base_lr``) is ignored by PyTorch."""
    total = _total_steps(total_steps, epochs, steps_per_epoch)
    if pct_start < 0 or pct_start > 1 or not isinstance(pct_start, float):
        raise value_error(f"Expected float between 0 and 1 pct_start, but got {pct_start}")
    if anneal_strategy not in {"cos", "linear"}:
        raise value_error(
            f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}"
        )
    initial = max_lr / div_factor
    minimum = initial / final_div_factor
    rise_ends = float(pct_start * total) - 1
    ends: list[float] = [rise_ends, float(total - 1)]
    lrs = [(initial, max_lr), (max_lr, minimum)]
    momenta = [(max_momentum, base_momentum), (base_momentum, max_momentum)]
    if three_phase:
        ends = [rise_ends, float(2 * pct_start * total) - 2, float(total - 1)]
        lrs = [(initial, max_lr), (max_lr, initial), (initial, minimum)]
        momenta = [*momenta, (max_momentum, max_momentum)]
    curve = partial(_phases, ends=ends, linear=anneal_strategy == "linear")
    broken = _first_zero_length(ends, total)
    if broken is not None:
        refusal = Refused(LIBRARY, "ZeroDivisionError", "float division by zero")
        if broken == 0:
            raise refusal
    else:
        refusal = value_error(
            f"Tried to step {total + 1} times. The specified number of total steps is {total}"
        )
    return Schedule(
        partial(curve, pairs=lrs),
        knots=tuple(sorted({max(0, k) for e in ends for k in (math.floor(e), math.ceil(e))})),
        momentum=partial(curve, pairs=momenta) if cycle_momentum else None,
        ends=total + 1 if broken is None else broken,
        refusal=refusal,
    )


def _total_steps(total: int | None, epochs: int | None, per_epoch: int | None) -> int:
    if total is not None:
        if total <= 0 or not isinstance(total, int):
            raise value_error(f"Expected positive integer total_steps, but got {total}")
        return total
    if epochs is None or per_epoch is None:
        raise value_error("You must define either total_steps OR (epochs AND steps_per_epoch)")
    if not isinstance(epochs, int) or epochs <= 0:
        raise value_error(f"Expected positive integer epochs, but got {epochs}")
    if not isinstance(per_epoch, int) or per_epoch <= 0:
        raise value_error(f"Expected positive integer steps_per_epoch, but got {per_epoch}")
    return epochs * per_epoch


def _phase_of(k: Values, ends: list[float]) -> Updates:
    return np.minimum(np.searchsorted(_running_maximum(ends), k, side="left"), len(ends) - 1)


def _running_maximum(ends: list[float]) -> Values:
    # PyTorch takes the first phase whose end is not yet passed, even if ends are not sorted.
    return np.maximum.accumulate(floats(ends))


def _first_zero_length(ends: list[float], total: int) -> int | None:
    """The first update whose phase has no length: PyTorch divides by zero there."""
    starts = [0.0, *ends[:-1]]
    for k in sorted({0, 1, *(max(0, math.ceil(e)) for e in ends), total}):
        if k <= total:
            phase = int(_phase_of(floats([k]), ends)[0])
            if ends[phase] == starts[phase]:
                return k
    return None


def _phases(
    k: Updates, *, ends: list[float], linear: bool, pairs: list[tuple[float, float]]
) -> Values:
    position = floats(k)
    phase = _phase_of(position, ends)
    starts = floats([0.0, *ends[:-1]])
    bounds = floats(pairs)
    with np.errstate(all="ignore"):
        fraction = (position - starts[phase]) / (floats(ends)[phase] - starts[phase])
    start, end = bounds[phase, 0], bounds[phase, 1]
    if linear:
        return floats((end - start) * fraction + start)
    return floats(end + (start - end) / 2.0 * (np.cos(np.pi * fraction) + 1))


def cyclic(
    _optimizer_lr: float,
    /,
    *,
    base_lr: float,
    max_lr: float,
    step_size_up: int = 2000,
    step_size_down: int | None = None,
    mode: str = "triangular",
    gamma: float = 1.0,
    scale_fn: str | None = None,
    scale_mode: str = "cycle",
    cycle_momentum: bool = True,
    base_momentum: float = 0.8,
    max_momentum: float = 0.9,
) -> Schedule:
    """``CyclicLR``: ``base_lr`` is its own argument and replaces the optimizer's rate."""
    if mode not in {"triangular", "triangular2", "exp_range"} and scale_fn is None:
        raise value_error("mode is invalid and scale_fn is None")
    up = float(step_size_up)
    down = float(step_size_down) if step_size_down is not None else up
    if up + down == 0:
        raise Refused(LIBRARY, "ZeroDivisionError", "float division by zero")
    total, ratio = up + down, up / (up + down)
    scale, per_cycle = _cyclic_scale(mode, gamma, scale_fn, scale_mode)

    def height(k: Updates) -> Values:
        cycle = floats(np.floor(1 + k / total))
        x = 1.0 + k / total - cycle
        with np.errstate(all="ignore"):
            rise = np.where(x <= ratio, x / ratio, (x - 1) / (ratio - 1))
        return floats(rise * scale(cycle if per_cycle else floats(k)))

    return Schedule(
        lambda k: base_lr + (max_lr - base_lr) * height(k),
        period=int(total / 2) if up == down and total % 2 == 0 else 0,
        knots=()
        if up == down and total % 2 == 0
        else tuple(int(n * total + d) for n in range(2000) for d in (0, up)),
        momentum=(lambda k: max_momentum - (max_momentum - base_momentum) * height(k))
        if cycle_momentum
        else None,
    )


def _cyclic_scale(
    mode: str, gamma: float, scale_fn: str | None, scale_mode: str
) -> tuple[Callable[[Values], Values], bool]:
    if scale_fn is not None:
        return expression.parse(scale_fn, "x"), scale_mode == "cycle"
    if mode == "triangular2":
        return lambda c: powers(0.5, (c - 1).astype(np.int64)), True
    if mode == "exp_range":
        return lambda k: power_of(gamma, k), False
    return lambda c: np.ones_like(floats(c)), True
