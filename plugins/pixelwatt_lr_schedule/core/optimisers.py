"""Optimisers driven by a schedule, many balls at once.

Update rules and defaults of PyTorch's ``SGD``, ``Adam`` and ``AdamW``; the state of all balls
is an array ``[balls, dimensions]`` and each update is a handful of numpy operations on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.landscapes import Landscape
from pixelwatt_lr_schedule.core.schedule import Values, floats

OPTIMISERS = ("sgd", "momentum", "nesterov", "adam", "adamw")


@dataclass(frozen=True, slots=True)
class Settings:
    """``noise`` is the standard deviation of one sample's gradient; a batch of ``batch``
    samples has ``noise / sqrt(batch)``.
    """

    optimiser: str = "sgd"
    momentum: float = 0.9
    beta2: float = 0.999
    weight_decay: float = 0.01
    noise: float = 0.0
    batch: int = 1
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """``path`` holds the first ball at each update ``[updates + 1, d]``; ``ends`` all balls."""

    path: Values
    ends: Values
    losses: Values
    """Mean loss of all balls before each update and after the last."""


def roll(
    place: Landscape,
    lrs: Values,
    settings: Settings,
    starts: Values,
    momenta: Values | None = None,
) -> Run:
    """Roll balls from ``starts`` ``[balls, d]`` for ``len(lrs)`` updates.

    A ball that leaves to infinity stays at the edge of what floats hold, as a diverged run.
    """
    x = starts.astype(np.float64, copy=True)
    first, second = np.zeros_like(x), np.zeros_like(x)
    noise = _noise(settings, x.shape)
    path = np.empty((len(lrs) + 1, x.shape[1]))
    losses = np.empty(len(lrs) + 1)
    gradient, kind = place.gradient, settings.optimiser
    with np.errstate(all="ignore"):
        for k, lr in enumerate(lrs.tolist()):
            path[k] = x[0]
            losses[k] = np.mean(place.loss(x[:64]))
            slope = gradient(x)
            if noise is not None:
                slope = slope + noise(k)
            beta = settings.momentum if momenta is None else float(momenta[k])
            if kind == "sgd":
                x -= lr * slope
            elif kind in {"momentum", "nesterov"}:
                # torch.optim.SGD: the first step's buffer is the gradient itself.
                first = beta * first + slope
                x -= lr * (slope + beta * first if kind == "nesterov" else first)
            else:
                if kind == "adamw":
                    x *= 1 - lr * settings.weight_decay
                first = beta * first + (1 - beta) * slope
                second = settings.beta2 * second + (1 - settings.beta2) * slope * slope
                # torch: denom = sqrt(v) / sqrt(1 - beta2^t) + eps
                size = np.sqrt(second) / np.sqrt(1 - settings.beta2 ** (k + 1)) + 1e-8
                x -= lr / (1 - beta ** (k + 1)) * first / size
            np.clip(x, -1e12, 1e12, out=x)
        path[-1], losses[-1] = x[0], np.mean(place.loss(x[:64]))
    return Run(path, x, losses)


def _noise(settings: Settings, shape: tuple[int, ...]) -> Callable[[int], Values] | None:
    scale = settings.noise / np.sqrt(max(1, settings.batch))
    if scale == 0:
        return None
    generator = np.random.default_rng(settings.seed)
    # float32 normals are drawn twice as fast, and noise needs no more digits.
    return lambda _k: scale * generator.standard_normal(shape, dtype=np.float32).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Share:
    """The share of runs that end in the global basin, with its standard error."""

    share: float
    error: float
    runs: int


def basin_share(place: Landscape, ends: Values) -> Share:
    """How many of ``ends`` ``[balls, d]`` lie within the global basin."""
    distance = np.linalg.norm(ends - np.asarray(place.minimum), axis=1)
    share = float(np.mean(distance < place.basin))
    return Share(share, float(np.sqrt(share * (1 - share) / len(ends))), len(ends))


def spread_starts(place: Landscape, balls: int, seed: int = 0, radius: float = 0.05) -> Values:
    """Starts around the landscape's own start, the first exactly on it."""
    generator = np.random.default_rng(seed)
    size = np.asarray(place.high) - np.asarray(place.low)
    starts = np.asarray(place.start) + generator.normal(0, radius, (balls, place.dimensions)) * size
    starts[0] = place.start
    return floats(starts)
