"""Schedules of fastai, Lightning's range test and schedule-free, and those of papers.

fastai reads a schedule at the position ``k / n`` in ``[0, 1]``.
"""

from __future__ import annotations

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.schedule import (
    Schedule,
    Updates,
    Values,
    constant,
    cosine,
    floats,
    from_table,
    lerp,
    power_of,
)
from pixelwatt_lr_schedule.text import tr


def schedule_free(
    base: float, /, *, lr: float | None = None, warmup_steps: int = 0, **_others: float
) -> Schedule:
    """``AdamWScheduleFree``: warm-up by ``(k + 1) / warmup_steps``, then constant for ever."""
    top = base if lr is None else lr
    if warmup_steps <= 0:
        return Schedule(constant(top))
    return Schedule(
        lambda k: top * np.where(k < warmup_steps, (k + 1) / warmup_steps, 1.0),
        knots=(warmup_steps - 1,),
    )


def noam(base: float, /, *, d_model: int, warmup_steps: int, factor: float = 1.0) -> Schedule:
    """Attention Is All You Need, counted from 1: update ``k`` is step ``k + 1``."""
    _positive("d_model", d_model)
    _positive("warmup_steps", warmup_steps)

    def lr(k: Updates) -> Values:
        step = k + 1.0
        rise = step * float(warmup_steps) ** -1.5
        return floats(base * factor * d_model**-0.5 * np.minimum(step**-0.5, rise))

    return Schedule(lr, knots=(warmup_steps - 1,))


def fastai_one_cycle(
    base: float,
    /,
    *,
    total_steps: int,
    lr_max: float | None = None,
    div: float = 25.0,
    div_final: float = 1e5,
    pct_start: float = 0.25,
    moms: tuple[float, float, float] = (0.95, 0.85, 0.95),
) -> Schedule:
    """``fit_one_cycle``: the final value is relative to ``lr_max``, not to the first value."""
    _positive("total_steps", total_steps)
    top = base if lr_max is None else lr_max
    low, middle, high = moms
    turn = int(np.ceil(pct_start * total_steps))
    return Schedule(
        lambda k: _combined_cosine(k / total_steps, pct_start, top / div, top, top / div_final),
        knots=(turn, total_steps),
        momentum=lambda k: _combined_cosine(k / total_steps, pct_start, low, middle, high),
    )


def fastai_flat_cosine(
    base: float,
    /,
    *,
    total_steps: int,
    lr: float | None = None,
    div_final: float = 1e5,
    pct_start: float = 0.75,
) -> Schedule:
    """``fit_flat_cos``: flat for ``pct_start`` of the run, then half a cosine."""
    _positive("total_steps", total_steps)
    top = base if lr is None else lr
    turn = int(np.ceil(pct_start * total_steps))
    return Schedule(
        lambda k: _combined_cosine(k / total_steps, pct_start, top, top, top / div_final),
        knots=(turn, total_steps),
    )


def _combined_cosine(
    position: Values, turn: float, start: float, middle: float, end: float
) -> Values:
    at = np.clip(position, 0.0, 1.0)
    if turn >= 1:
        return cosine(start, middle, floats(at / turn))
    # A cosine is dear: each update takes one, not both.
    value = np.empty(at.shape)
    rising = at < turn
    value[rising] = cosine(start, middle, floats(at[rising] / turn))
    falling = ~rising
    value[falling] = cosine(middle, end, floats((at[falling] - turn) / (1 - turn)))
    return value


def fastai_sgdr(
    base: float,
    /,
    *,
    n_cycles: int,
    cycle_len: int,
    lr_max: float | None = None,
    cycle_mult: int = 2,
) -> Schedule:
    """``fit_sgdr`` in updates: cycles of ``cycle_len * cycle_mult**i``, each to 0."""
    _positive("n_cycles", n_cycles)
    _positive("cycle_len", cycle_len)
    top = base if lr_max is None else lr_max
    lengths = floats([cycle_len * cycle_mult**i for i in range(n_cycles)])
    starts = np.concatenate([[0.0], np.cumsum(lengths)])

    def lr(k: Updates) -> Values:
        index = np.minimum(np.searchsorted(starts, k, side="right") - 1, n_cycles - 1)
        return cosine(top, 0.0, np.minimum((k - starts[index]) / lengths[index], 1.0))

    return Schedule(lr, knots=tuple(int(s) for s in starts[1:]))


def range_test(
    base: float,
    /,
    *,
    start_lr: float = 1e-7,
    end_lr: float = 10.0,
    num_it: int = 100,
    mode: str = "exponential",
    convention: str = "fastai",
) -> Schedule:
    """The rising curve of an LR finder: fastai reads ``k / n``, Lightning ``(k + 1) / n``."""
    del base
    _positive("num_it", num_it)
    _positive("start_lr", start_lr)
    _positive("end_lr", end_lr)
    shift = 1 if convention == "lightning" else 0

    def lr(k: Updates) -> Values:
        position = np.where(k == 0, 0.0, (k + shift) / num_it)
        if mode == "linear":
            return lerp(start_lr, end_lr, floats(position))
        return start_lr * power_of(end_lr / start_lr, position)

    return Schedule(lr, knots=(num_it,))


def chebyshev(
    _base: float,
    /,
    *,
    mu: float,
    L: float,  # noqa: N803
    n: int,
    order: str = "fractal",
) -> Schedule:
    """Optimal steps for a quadratic with curvatures in ``[mu, L]`` (arXiv 2103.01338).

    Some steps exceed ``2 / L``; the fractal order (``n`` a power of 2) keeps them harmless.
    """
    _positive("mu", mu)
    _positive("n", n)
    if mu > L:
        raise Problem(
            tr("mu = {mu} is larger than L = {L}.", mu=mu, L=L),
            tr("mu is the smallest curvature, L the largest."),
        )
    i = np.arange(1, n + 1)
    steps = 2.0 / ((L + mu) + (L - mu) * np.cos((2 * i - 1) * np.pi / (2 * n)))
    if order == "fractal":
        if n & (n - 1):
            raise Problem(
                tr("The fractal order needs n to be a power of 2, not {n}.", n=n),
                tr('Choose another n, or order "increasing".'),
            )
        steps = steps[fractal_order(n)]
    return Schedule(lambda k: steps[k % n], period=n)


def fractal_order(n: int) -> Updates:
    """The permutation of ``n = 2**m`` steps that keeps partial products small."""
    order = np.asarray([1], dtype=np.int64)
    while len(order) < n:
        mirrored = 2 * len(order) + 1 - order
        order = np.stack([order, mirrored], axis=1).reshape(-1)
    return order - 1


def noise_optimal(
    _base: float, /, *, h: float, sigma: float, m0: float, steps: int = 100_000
) -> Schedule:
    """The greedy optimum on ``h x^2 / 2`` with gradient noise: ``h m / (h^2 m + sigma^2)``."""
    _positive("h", h)
    _positive("m0", m0)
    table, m = np.empty(steps), m0
    for k in range(steps):
        table[k] = h * m / (h * h * m + sigma * sigma)
        m = (1 - table[k] * h) ** 2 * m + (table[k] * sigma) ** 2
    return Schedule(from_table(table))


def _positive(name: str, value: float) -> None:
    if not value > 0:
        raise Problem(tr("{name} = {value} is not positive.", name=name, value=value),
                      tr("Give a number above 0."))  # fmt: skip
