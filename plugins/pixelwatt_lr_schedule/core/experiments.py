"""The experiments behind the claims: many balls, fixed seeds, a standard error with each share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.landscapes import landscape
from pixelwatt_lr_schedule.core.optimisers import Settings, Share, basin_share, roll
from pixelwatt_lr_schedule.core.schedule import Values

_BALLS = 2000
_NOISE = 2.0
"""Makes the barrier crossable at the peak rate and not at a hundredth of it."""


def _anneal(updates: int, peak: float) -> Values:
    return peak * 0.5 * (1 + np.cos(np.pi * np.arange(updates) / updates))


def _cycles(updates: int, peak: float, count: int) -> Values:
    return np.concatenate([_anneal(updates // count, peak)] * count)


def survive(lrs: Values, seed: int = 1, balls: int = _BALLS) -> Share:
    """The share of noisy SGD runs that end in the deeper well, all started in the other."""
    place = landscape("double_well")
    starts = np.full((balls, 1), 0.9456)
    ends = roll(place, lrs, Settings(noise=_NOISE, seed=seed), starts).ends
    return basin_share(place, ends)


@dataclass(frozen=True, slots=True)
class Restarts:
    """Shares that reach the deeper well: frozen, frozen then restarted, and at equal budget
    one anneal against several restarts.
    """

    frozen: Share
    restarted: Share
    one_anneal: Share
    restarts: Share
    updates: int


def compare_restarts(peak: float = 0.2, updates: int = 400) -> Restarts:
    """Runs of ``updates`` each; the frozen one has a hundredth of the peak."""
    frozen = np.full(updates, peak / 100)
    freed = np.concatenate([frozen[: updates // 2], _anneal(updates - updates // 2, peak)])
    return Restarts(
        survive(frozen),
        survive(freed),
        survive(_anneal(updates, peak)),
        survive(_cycles(updates, peak, 8)),
        updates,
    )


def last_loss(lrs: Values, seed: int = 2) -> tuple[float, float]:
    """Mean loss of noisy SGD on the valley after the run, with its standard error."""
    place = landscape("quadratic")
    starts = np.tile(np.array([[1.0, 1.0]]), (_BALLS, 1))
    ends = roll(place, lrs, Settings(noise=1.0, seed=seed), starts).ends
    losses = place.loss(ends)
    return float(np.mean(losses)), float(np.std(losses) / np.sqrt(len(losses)))
