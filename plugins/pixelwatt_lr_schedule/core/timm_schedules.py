"""timm schedulers (1.0.31), stepped once per update as ``step_update(k)``.

Update 0 uses what the constructor sets: the warm-up's initial value, else the base, whatever
the formula says at 0.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from pixelwatt_lr_schedule.core.schedule import (
    Refused,
    Schedule,
    Updates,
    Values,
    by_pieces,
    floats,
    powers,
    quotient,
)
from pixelwatt_lr_schedule.text import tr

LIBRARY = "timm"
InCycle = Callable[[Values, Values, Values], Values]
"""``(updates into the cycle, the cycle's length, the cycle's peak)`` to learning rates."""


def _assert(holds: bool, condition: str) -> None:
    if not holds:
        raise Refused(LIBRARY, "AssertionError", condition)


def check_initialized(initialize: bool) -> None:
    """Without ``initialize`` timm wants rates that an earlier scheduler left in the groups."""
    if not initialize:
        message = "initial_lr missing from param_groups[0]"
        raise Refused(LIBRARY, "KeyError", message)


def noise_warning(noise_range_t: object) -> tuple[str, ...]:
    if noise_range_t is None:
        return ()
    return (tr("timm adds random noise drawn by torch here; the curve is shown without it."),)


def _warmed(
    lr: float,
    after: Callable[[Updates], Values],
    *,
    warmup_t: int,
    warmup_lr_init: float,
    warmup_prefix: bool,
    knots: Sequence[int] = (),
    period: int = 0,
    peak: float | None = None,
    noise: object = None,
) -> Schedule:
    top = lr if peak is None else peak
    shift = warmup_t if warmup_prefix else 0

    def curve(k: Updates) -> Values:
        slope = (top - warmup_lr_init) / warmup_t if warmup_t else 0.0
        value = by_pieces(
            k, [warmup_t], [lambda t: warmup_lr_init + t * slope, lambda t: after(t - shift)]
        )
        value[k == 0] = warmup_lr_init if warmup_t else lr
        return value

    return Schedule(
        curve,
        knots=tuple(sorted({1, warmup_t, *(k + shift for k in knots)})),
        period=period,
        period_from=shift,
        warnings=noise_warning(noise),
    )


def _cyclic(
    lr: float,
    shape: InCycle,
    *,
    t_initial: int,
    lr_min: float,
    cycle_mul: float,
    cycle_decay: float,
    cycle_limit: int,
) -> tuple[Callable[[Updates], Values], tuple[int, ...]]:
    def after(t: Updates) -> Values:
        if cycle_mul != 1:
            index = _cycle_by_logarithm(t, t_initial, cycle_mul)
            with np.errstate(all="ignore"):
                length = np.power(float(cycle_mul), index) * t_initial
                passed = (1 - np.power(float(cycle_mul), index)) / (1 - cycle_mul) * t_initial
        else:
            index = np.floor(t / t_initial)
            length, passed = floats(t_initial), t_initial * index
        peak = lr * powers(cycle_decay, index.astype(np.int64))
        with np.errstate(all="ignore"):
            value = shape(t - passed, length, peak)
        return np.where(index < cycle_limit, value, lr_min)

    knots, at, length = [], 0.0, float(t_initial)
    for _ in range(min(cycle_limit, 1000)):
        at, length = at + length, length * cycle_mul
        if at > 1e12:
            break
        knots.append(math.ceil(at))
    return after, tuple(knots)


def _cycle_by_logarithm(t: Updates, t_initial: int, multiplier: float) -> Values:
    """Timm's own ``floor(log(...))``, whose rounding misplaces some restarts by one cycle."""
    argument = 1 - t / t_initial * (1 - multiplier)
    with np.errstate(all="ignore"):
        exact = np.log(argument) / math.log(multiplier)
    index = np.floor(exact)
    # numpy's logarithm may round otherwise than the C library's just where it matters.
    near = np.flatnonzero(np.abs(exact - np.round(exact)) < 1e-9)
    for i in near.tolist():
        if argument[i] > 0:
            index[i] = math.floor(math.log(argument[i], multiplier))
    return floats(index)


def cosine(
    lr: float,
    /,
    *,
    t_initial: int,
    lr_min: float = 0.0,
    cycle_mul: float = 1.0,
    cycle_decay: float = 1.0,
    cycle_limit: int = 1,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = False,
    t_in_epochs: bool = True,
    noise_range_t: object = None,
    noise_pct: float = 0.67,
    noise_std: float = 1.0,
    noise_seed: int = 42,
    initialize: bool = True,
    k_decay: float = 1.0,
) -> Schedule:
    del t_in_epochs, noise_pct, noise_std, noise_seed
    check_initialized(initialize)
    _assert(t_initial > 0, "t_initial > 0")
    _assert(lr_min >= 0, "lr_min >= 0")

    def shape(t: Values, length: Values, peak: Values) -> Values:
        part = np.power(t, k_decay) / np.power(length, k_decay) if k_decay != 1 else t / length
        turn = np.pi * part
        return floats(lr_min + 0.5 * (peak - lr_min) * (1 + np.cos(turn)))

    after, knots = _cyclic(
        lr, shape, t_initial=t_initial, lr_min=lr_min, cycle_mul=cycle_mul,
        cycle_decay=cycle_decay, cycle_limit=cycle_limit,
    )  # fmt: skip
    return _warmed(
        lr, after, warmup_t=warmup_t, warmup_lr_init=warmup_lr_init,
        warmup_prefix=warmup_prefix, knots=knots, noise=noise_range_t,
    )  # fmt: skip


def poly(
    lr: float,
    /,
    *,
    t_initial: int,
    power: float = 0.5,
    lr_min: float = 0.0,
    cycle_mul: float = 1.0,
    cycle_decay: float = 1.0,
    cycle_limit: int = 1,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = False,
    t_in_epochs: bool = True,
    noise_range_t: object = None,
    noise_pct: float = 0.67,
    noise_std: float = 1.0,
    noise_seed: int = 42,
    initialize: bool = True,
    k_decay: float = 1.0,
) -> Schedule:
    del t_in_epochs, noise_pct, noise_std, noise_seed
    check_initialized(initialize)
    _assert(t_initial > 0, "t_initial > 0")
    _assert(lr_min >= 0, "lr_min >= 0")

    def shape(t: Values, length: Values, peak: Values) -> Values:
        left = 1 - np.power(t, k_decay) / np.power(length, k_decay)
        return lr_min + (peak - lr_min) * np.power(np.maximum(left, 0.0), power)

    after, knots = _cyclic(
        lr, shape, t_initial=t_initial, lr_min=lr_min, cycle_mul=cycle_mul,
        cycle_decay=cycle_decay, cycle_limit=cycle_limit,
    )  # fmt: skip
    return _warmed(
        lr, after, warmup_t=warmup_t, warmup_lr_init=warmup_lr_init,
        warmup_prefix=warmup_prefix, knots=knots, noise=noise_range_t,
    )  # fmt: skip


def tanh(
    lr: float,
    /,
    *,
    t_initial: int,
    lb: float = -7.0,
    ub: float = 3.0,
    lr_min: float = 0.0,
    cycle_mul: float = 1.0,
    cycle_decay: float = 1.0,
    cycle_limit: int = 1,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = False,
    t_in_epochs: bool = True,
    noise_range_t: object = None,
    noise_pct: float = 0.67,
    noise_std: float = 1.0,
    noise_seed: int = 42,
    initialize: bool = True,
) -> Schedule:
    del t_in_epochs, noise_pct, noise_std, noise_seed
    check_initialized(initialize)
    _assert(t_initial > 0, "t_initial > 0")
    _assert(lr_min >= 0, "lr_min >= 0")
    _assert(lb < ub, "lb < ub")
    _assert(cycle_limit >= 0, "cycle_limit >= 0")
    _assert(warmup_t >= 0, "warmup_t >= 0")
    _assert(warmup_lr_init >= 0, "warmup_lr_init >= 0")

    def shape(t: Values, length: Values, peak: Values) -> Values:
        part = t / length
        return floats(lr_min + 0.5 * (peak - lr_min) * (1 - np.tanh(lb * (1.0 - part) + ub * part)))

    after, knots = _cyclic(
        lr, shape, t_initial=t_initial, lr_min=lr_min, cycle_mul=cycle_mul,
        cycle_decay=cycle_decay, cycle_limit=cycle_limit,
    )  # fmt: skip
    joint = np.asarray([warmup_t], np.int64)
    meets = None if warmup_prefix or not warmup_t else float(after(joint)[0])
    return _warmed(
        lr, after, warmup_t=warmup_t, warmup_lr_init=warmup_lr_init,
        warmup_prefix=warmup_prefix, knots=knots, peak=meets, noise=noise_range_t,
    )  # fmt: skip


def step(
    lr: float,
    /,
    *,
    decay_t: float,
    decay_rate: float = 1.0,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = True,
    t_in_epochs: bool = True,
    noise_range_t: object = None,
    noise_pct: float = 0.67,
    noise_std: float = 1.0,
    noise_seed: int = 42,
    initialize: bool = True,
) -> Schedule:
    del t_in_epochs, noise_pct, noise_std, noise_seed
    check_initialized(initialize)
    if decay_t == 0:
        raise Refused(LIBRARY, "ZeroDivisionError", "integer division or modulo by zero")
    whole = float(decay_t).is_integer()
    return _warmed(
        lr, lambda t: lr * powers(decay_rate, quotient(t, decay_t)), warmup_t=warmup_t,
        warmup_lr_init=warmup_lr_init, warmup_prefix=warmup_prefix,
        period=int(decay_t) if whole else 0, noise=noise_range_t,
    )  # fmt: skip


def multi_step(
    lr: float,
    /,
    *,
    decay_t: Sequence[int],
    decay_rate: float = 1.0,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = True,
    t_in_epochs: bool = True,
    noise_range_t: object = None,
    noise_pct: float = 0.67,
    noise_std: float = 1.0,
    noise_seed: int = 42,
    initialize: bool = True,
) -> Schedule:
    """Changes at ``decay_t - 1``: timm compares with ``t + 1`` on purpose (timm#2745)."""
    del t_in_epochs, noise_pct, noise_std, noise_seed
    check_initialized(initialize)
    marks = floats(decay_t)

    def after(t: Updates) -> Values:
        return lr * powers(decay_rate, np.searchsorted(marks, t + 1, side="right"))

    return _warmed(
        lr, after, warmup_t=warmup_t, warmup_lr_init=warmup_lr_init,
        warmup_prefix=warmup_prefix, knots=[max(0, int(m) - 1) for m in decay_t],
        noise=noise_range_t,
    )  # fmt: skip


_STABLE = ("constant", "rsqrt", "power")
_DECAY = ("linear", "1-sqrt", "cosine", "power", "exp")


def wsd(
    lr: float,
    /,
    *,
    t_initial: int,
    decay_t: int,
    lr_min: float = 0.0,
    stable_fn: str = "constant",
    stable_timescale: float | None = None,
    stable_power: float = 0.5,
    decay_fn: str = "1-sqrt",
    decay_power: float = 0.5,
    decay_ratio: float = 0.1,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    t_in_epochs: bool = True,
    noise_range_t: object = None,
    noise_pct: float = 0.67,
    noise_std: float = 1.0,
    noise_seed: int = 42,
    initialize: bool = True,
) -> Schedule:
    """``t_initial`` counts the stable and decay updates, not the warm-up."""
    del t_in_epochs, noise_pct, noise_std, noise_seed
    check_initialized(initialize)
    timescale = warmup_t if stable_timescale is None else stable_timescale
    faults = {
        f"Invalid t_initial ({t_initial}), must be > 0.": t_initial <= 0,
        f"Invalid decay_t ({decay_t}), must be in (0, t_initial] w/ t_initial={t_initial}.": not (
            0 < decay_t <= t_initial
        ),
        f"Invalid lr_min ({lr_min}), must be >= 0.": lr_min < 0,
        f"Invalid stable_fn ({stable_fn}), must be one of {_STABLE}.": stable_fn not in _STABLE,
        f"Invalid decay_fn ({decay_fn}), must be one of {_DECAY} or a callable.": decay_fn
        not in _DECAY,
        f"Invalid decay_ratio ({decay_ratio}), must be in (0, 1).": not 0.0 < decay_ratio < 1.0,
        f"Invalid decay_power ({decay_power}), must be > 0.": decay_power <= 0,
        f"Invalid stable_power ({stable_power}), must be > 0.": stable_power <= 0,
        f"stable_fn={stable_fn} requires a positive stable_timescale, it defaults to warmup_t "
        f"({warmup_t}), set it explicitly when there is no warmup.": stable_fn != "constant"
        and timescale <= 0,
    }
    for message, wrong in faults.items():
        if wrong:
            raise Refused(LIBRARY, "ValueError", message)
    power = 0.5 if stable_fn == "rsqrt" else stable_power
    decay_from = t_initial - decay_t

    def after(t: Updates) -> Values:
        plain = stable_fn == "constant"
        stable = np.ones(t.shape) if plain else (1.0 + t / timescale) ** (-power)
        held = np.maximum(lr * stable, lr_min)
        fraction = np.clip((t - decay_from) / decay_t, 0.0, 1.0)
        decay = _wsd_decay(fraction, decay_fn, decay_power, decay_ratio)
        return np.where(t <= decay_from, held, lr_min + (held - lr_min) * decay)

    return _warmed(
        lr, after, warmup_t=warmup_t, warmup_lr_init=warmup_lr_init, warmup_prefix=True,
        knots=[decay_from, t_initial], noise=noise_range_t,
    )  # fmt: skip


def _wsd_decay(fraction: Values, name: str, power: float, ratio: float) -> Values:
    match name:
        case "linear":
            return 1.0 - fraction
        case "1-sqrt":
            return 1.0 - np.sqrt(fraction)
        case "cosine":
            return 0.5 * (1.0 + np.cos(np.pi * fraction))
        case "power":
            return 1.0 - fraction**power
    return (ratio**fraction - ratio) / (1.0 - ratio)
