"""Schedules driven by a metric: four libraries' plateau rules and GreedyLR.

The value at update (or epoch) ``k`` is the one in force before ``metric[k]`` is seen. The
libraries count patience differently, so the same arguments fire at different epochs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core import timm_schedules
from pixelwatt_lr_schedule.core.schedule import Refused, Schedule, floats, from_table
from pixelwatt_lr_schedule.text import tr

Metric = Sequence[float] | None


def _table(lrs: Iterator[float], metric: Sequence[float], first: float) -> Schedule:
    values = floats([first, *lrs])
    table = values[: max(1, len(metric))]
    knots = (np.flatnonzero(np.diff(table)) + 1).tolist()
    return Schedule(from_table(table), knots=tuple(knots))


def _needed(metric: Metric) -> Sequence[float]:
    if not metric:
        raise Problem(
            tr("A plateau schedule has no curve without a metric."),
            tr("Give the metric of each epoch as params.metric, for example the validation loss."),
        )
    return [float("nan") if value is None else float(value) for value in metric]


def _better(mode: str, threshold: float, relative: bool) -> Callable[[float, float], bool]:
    sign = 1.0 if mode == "max" else -1.0

    def better(value: float, best: float) -> bool:
        bar = best * (1.0 + sign * threshold) if relative else best + sign * threshold
        return value > bar if mode == "max" else value < bar

    return better


def torch_plateau(
    lr: float,
    /,
    *,
    metric: Metric = None,
    mode: str = "min",
    factor: float = 0.1,
    patience: int = 10,
    threshold: float = 1e-4,
    threshold_mode: str = "rel",
    cooldown: int = 0,
    min_lr: float = 0.0,
    eps: float = 1e-8,
    library: str = "PyTorch",
) -> Schedule:
    """``torch.optim.lr_scheduler.ReduceLROnPlateau``: fires when bad epochs exceed patience."""
    if factor >= 1.0:
        raise Refused(library, "ValueError", "Factor should be < 1.0.")
    if mode not in {"min", "max"}:
        raise Refused(library, "ValueError", f"mode {mode} is unknown!")
    if threshold_mode not in {"rel", "abs"}:
        raise Refused(library, "ValueError", f"threshold mode {threshold_mode} is unknown!")
    better = _better(mode, threshold, threshold_mode == "rel")
    metrics = _needed(metric)

    def lrs() -> Iterator[float]:
        value, best = lr, float("-inf") if mode == "max" else float("inf")
        bad = waiting = 0
        for current in metrics:
            if better(current, best):
                best, bad = current, 0
            else:
                bad += 1
            if waiting > 0:
                waiting -= 1
                bad = 0
            if bad > patience:
                lowered = max(value * factor, min_lr)
                if value - lowered > eps:
                    value = lowered
                waiting, bad = cooldown, 0
            yield value

    return _table(lrs(), metrics, lr)


def keras_plateau(
    lr: float,
    /,
    *,
    metric: Metric = None,
    monitor: str = "val_loss",
    factor: float = 0.1,
    patience: int = 10,
    verbose: int = 0,
    mode: str = "auto",
    min_delta: float = 1e-4,
    cooldown: int = 0,
    min_lr: float = 0.0,
) -> Schedule:
    """The Keras callback: fires when ``patience`` epochs have not improved, in float32."""
    del verbose
    if factor >= 1.0:
        raise Refused(
            "Keras",
            "ValueError",
            f"ReduceLROnPlateau does not support a factor >= 1.0. Received factor={factor}",
        )
    if mode not in {"min", "max"}:
        if monitor.removeprefix("val_") != "loss":
            raise Refused(
                "Keras",
                "ValueError",
                f"ReduceLROnPlateau callback received monitor={monitor}, but Keras isn't able to "
                "automatically determine whether that metric should be maximized or minimized.",
            )
        mode = "min"
    delta = abs(min_delta)
    metrics = _needed(metric)

    def better(value: float, best: float | None) -> bool:
        if best is None:
            return True
        return value - delta > best if mode == "max" else value + delta < best

    def lrs() -> Iterator[float]:
        value, best = float(np.float32(lr)), None
        wait = cooling = 0
        for current in metrics:
            if cooling > 0:
                cooling -= 1
                wait = 0
            if better(current, best):
                best, wait = current, 0
            elif cooling <= 0:
                wait += 1
                if wait >= patience and value > np.float32(min_lr):
                    value = float(np.float32(max(value * factor, min_lr)))
                    cooling, wait = cooldown, 0
            yield value

    return _table(lrs(), metrics, float(np.float32(lr)))


def optax_plateau(
    lr: float,
    /,
    *,
    metric: Metric = None,
    factor: float = 0.1,
    patience: int = 10,
    rtol: float = 1e-4,
    atol: float = 0.0,
    cooldown: int = 0,
    accumulation_size: int = 1,
    min_scale: float = 0.0,
) -> Schedule:
    """``optax.contrib.reduce_on_plateau``: scales the updates of ``lr``."""

    def refuse(message: str) -> Refused:
        return Refused("Optax", "ValueError", message)

    if factor <= 0.0 or factor >= 1.0:
        raise refuse(f"Factor must be in the range (0, 1), got factor = {factor}.")
    if rtol < 0.0 or atol < 0.0:
        raise refuse(
            f"Both rtol and atol must be non-negative, got rtol = {rtol} and atol = {atol}."
        )
    if rtol == 0.0 and atol == 0.0:
        raise refuse(
            f"At least one of rtol or atol must be positive, got rtol = {rtol} and atol = {atol}."
        )
    if rtol > 1.0:
        raise refuse(f"rtol must be less than or equal to 1.0, got rtol = {rtol}.")
    metrics = _needed(metric)

    def lrs() -> Iterator[float]:
        scale, best, mean = 1.0, float("inf"), 0.0
        plateau = cooling = count = 0
        for current in metrics:
            mean = (count * mean + current) / (count + 1)
            count += 1
            if count == accumulation_size:
                improved = mean < (1 - rtol) * best - atol
                best = mean if improved else best
                plateau = 0 if improved else plateau + 1
                if cooling > 0:
                    plateau, cooling = 0, cooling - 1
                else:
                    fires = plateau == patience
                    scale = max(scale * factor if fires else scale, min_scale)
                    plateau, cooling = (0, cooldown) if fires else (plateau, 0)
                count, mean = 0, 0.0
            yield lr * scale

    return _table(lrs(), metrics, lr)


def timm_plateau(
    lr: float,
    /,
    *,
    metric: Metric = None,
    decay_rate: float = 0.1,
    patience_t: int = 10,
    threshold: float = 1e-4,
    cooldown_t: int = 0,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    lr_min: float = 0.0,
    mode: str = "max",
    noise_range_t: object = None,
    noise_type: str = "normal",
    noise_pct: float = 0.67,
    noise_std: float = 1.0,
    noise_seed: int | None = None,
    initialize: bool = True,
) -> Schedule:
    """Timm's wrapper: linear warm-up, then PyTorch's rule from the epoch after it.

    Epoch ``k`` uses the value set by ``step(k, metric[k - 1])``; epoch 0 the constructor's.
    """
    del noise_type, noise_pct, noise_std, noise_seed
    timm_schedules.check_initialized(initialize)
    noise = timm_schedules.noise_warning(noise_range_t)
    metrics = _needed(metric)
    if not warmup_t:
        plain = torch_plateau(
            lr, metric=metrics, mode=mode, factor=decay_rate, patience=patience_t,
            threshold=threshold, cooldown=cooldown_t, min_lr=lr_min, library="timm",
        )  # fmt: skip
        return replace(plain, warnings=noise)
    rise = [warmup_lr_init + t * (lr - warmup_lr_init) / warmup_t for t in range(warmup_t + 1)]
    seen = metrics[warmup_t:]
    after = torch_plateau(
        lr, metric=seen or [0.0], mode=mode, factor=decay_rate, patience=patience_t,
        threshold=threshold, cooldown=cooldown_t, min_lr=lr_min, library="timm",
    )  # fmt: skip
    tail = after.lr(np.arange(max(len(seen), 1)))
    table = _table(iter([*rise[1:], *tail[1:].tolist()]), metrics, rise[0])
    return replace(table, warnings=noise)


def greedy(
    lr: float,
    /,
    *,
    metric: Metric = None,
    mode: str = "min",
    factor: float = 0.95,
    patience: int = 10,
    threshold: float = 1e-6,
    threshold_mode: str = "abs",
    cooldown: int = 0,
    warmup: int = 0,
    min_lr: float = 1e-3,
    max_lr: float = 1.0,
    eps: float = 1e-8,
    verbose: bool = False,
    smooth: bool = False,
    window_size: int = 50,
    reset_start: int = 500,
) -> Schedule:
    """``GreedyLR`` of transformers: raises the rate while the metric improves, lowers it else."""
    del verbose
    if factor >= 1.0:
        raise Refused("transformers", "ValueError", "Factor should be < 1.0.")
    if mode not in {"min", "max"}:
        raise Refused("transformers", "ValueError", f"mode {mode} is unknown!")
    if threshold_mode not in {"rel", "abs"}:
        raise Refused("transformers", "ValueError", f"threshold mode {threshold_mode} is unknown!")
    better = _better(mode, threshold, threshold_mode == "rel")
    worst = float("-inf") if mode == "max" else float("inf")
    metrics = _needed(metric)

    def lrs() -> Iterator[float]:
        value, best = lr, worst
        bad = good = cooling = warming = 0
        resets_in = reset_start
        window: list[float] = []
        total = 0.0
        for raw in metrics:
            current = raw
            if smooth:
                # A running sum, as theirs: its rounding decides ties with the best.
                window.append(raw)
                total += raw
                if len(window) > window_size:
                    total -= window.pop(0)
                current = total / len(window)
            if cooling > 0:
                cooling, bad, good = cooling - 1, 0, 0
            elif warming > 0:
                warming, bad, good = warming - 1, 0, 0
            else:
                improved = better(current, best)
                best = current if improved else best
                good, bad = (good + 1, 0) if improved else (0, bad + 1)
                if good > patience:
                    raised = min(value / factor, max_lr)
                    value = raised if raised - value > eps else value
                    resets_in, warming, good = reset_start, warmup, 0
                elif bad > patience:
                    lowered = max(value * factor, min_lr)
                    value = lowered if value - lowered > eps else value
                    if value <= min_lr:
                        resets_in -= 1
                        if resets_in <= 0:
                            value, best, good, warming = lr, worst, 0, 0
                            resets_in, window, total = reset_start, [], 0.0
                    cooling, bad = cooldown, 0
            yield value

    return _table(lrs(), metrics, lr)
