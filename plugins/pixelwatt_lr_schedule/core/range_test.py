"""The LR range test: raise the rate while training, and read where the loss falls and blows up.

Smith, "Cyclical Learning Rates" (arXiv 1506.01186), with the smoothing, stop rule and
suggestions of fastai (``lr_find``: beta 0.98, stop above 4 times the best).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.digits import digits
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.text import tr

_BETA = 0.98
_DIVERGED = 4.0


@dataclass(frozen=True, slots=True)
class RangeTest:
    """Rates and losses up to where the test stopped, with what they suggest."""

    lrs: Values
    losses: Values
    smoothed: Values
    steepest: float | None
    """The rate where the smoothed loss falls fastest, per factor of the rate."""
    minimum_over_ten: float | None
    diverges_at: float | None


def smooth(losses: Values) -> Values:
    """Bias-corrected exponential average; a loss that is not a number ends it."""
    average, out = 0.0, np.empty(len(losses))
    for i, loss in enumerate(losses.tolist()):
        average = _BETA * average + (1 - _BETA) * loss
        out[i] = average / (1 - _BETA ** (i + 1))
    return out


def read_curve(lrs: Values, losses: Values) -> RangeTest:
    """Read a range test: one's own, or one imported from a log."""
    if len(lrs) < 5 or len(lrs) != len(losses):
        raise Problem(
            tr("A range test needs at least 5 pairs of learning rate and loss."),
            tr("Log both at every update."),
        )
    if not (np.diff(lrs) > 0).all() or lrs[0] <= 0:
        raise Problem(
            tr("The learning rates of a range test rise from above 0."),
            tr("This log does not; is it of an ordinary run?"),
        )
    bad = np.flatnonzero(~np.isfinite(losses))
    end = int(bad[0]) if len(bad) else len(losses)
    smoothed = smooth(losses[:end])
    best = np.minimum.accumulate(smoothed)
    over = np.flatnonzero(smoothed > _DIVERGED * best)
    stop = int(over[0]) + 1 if len(over) else end
    lrs_used, shown = lrs[:stop], smoothed[:stop]
    diverged = float(lrs[stop - 1]) if len(over) else (float(lrs[end]) if len(bad) else None)
    if stop < 5:
        return RangeTest(lrs_used, losses[:stop], shown, None, None, diverged)
    slope = np.gradient(shown, np.log(lrs_used))
    lowest = int(np.argmin(shown))
    falling = slope[: max(lowest, 1)]
    steepest = float(lrs_used[int(np.argmin(falling))]) if falling.min() < 0 else None
    return RangeTest(
        lrs_used, losses[:stop], shown, steepest, float(lrs_used[lowest]) / 10, diverged
    )


def run(
    start: float = 1e-5,
    end: float = 100.0,
    updates: int = 400,
    batch: int = 64,
    seed: int = 0,
    progress: Callable[[float], None] = lambda fraction: None,
) -> RangeTest:
    """Train a 64-32-10 network on drawn digits while the rate rises from start to end."""
    pictures, labels = digits(2000, seed)
    generator = np.random.default_rng(seed)
    w1 = generator.normal(0, np.sqrt(2 / 64), (64, 32))
    w2 = generator.normal(0, np.sqrt(2 / 32), (32, 10))
    b1, b2 = np.zeros(32), np.zeros(10)
    lrs = start * np.power(end / start, np.arange(updates) / (updates - 1))
    losses = np.full(updates, np.nan)
    with np.errstate(all="ignore"):
        for k, lr in enumerate(lrs.tolist()):
            if k % 10 == 0:
                progress(k / updates)
            picked = generator.integers(0, len(pictures), batch)
            x, y = pictures[picked], labels[picked]
            hidden = np.maximum(x @ w1 + b1, 0)
            scores = hidden @ w2 + b2
            scores -= scores.max(axis=1, keepdims=True)
            chances = np.exp(scores)
            chances /= chances.sum(axis=1, keepdims=True)
            losses[k] = -np.mean(np.log(chances[np.arange(batch), y] + 1e-300))
            if not np.isfinite(losses[k]):
                break
            chances[np.arange(batch), y] -= 1
            chances /= batch
            back = (chances @ w2.T) * (hidden > 0)
            w2 -= lr * hidden.T @ chances
            b2 -= lr * chances.sum(axis=0)
            w1 -= lr * x.T @ back
            b1 -= lr * back.sum(axis=0)
    return read_curve(lrs, losses)
