"""What a schedule does on a quadratic, exactly: no sampling, closed sums and products.

Loss ``h x^2 / 2``; gradient descent multiplies ``x`` by ``1 - lr h`` at each update, and
gradient noise of variance ``sigma^2`` adds ``(lr sigma)^2`` to the mean square of ``x``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from pixelwatt_lr_schedule.core.schedule import Values, floats
from pixelwatt_lr_schedule.core.search import minimise


def descend(lrs: ArrayLike, h: float, x0: float = 1.0) -> float:
    """``x`` after gradient descent on ``h x^2 / 2``: ``x0 * prod(1 - lr_k h)``."""
    return float(x0 * np.prod(1.0 - floats(lrs) * h))


def momentum_stable(lr: float, h: float, beta: float) -> bool:
    """Heavy-ball momentum on curvature ``h`` is stable iff ``lr h < 2 (1 + beta)`` (Polyak)."""
    return 0 < lr * h < 2 * (1 + beta) and abs(beta) < 1


def stability_limit(h: float, beta: float = 0.0) -> float:
    """The learning rate at which curvature ``h`` starts to diverge: ``2 (1 + beta) / h``."""
    return 2 * (1 + beta) / h


def chebyshev_bound(mu: float, smoothness: float, n: int) -> float:
    """The best worst-case factor of ``n`` steps on curvatures in [mu, L]: ``1 / T_n``."""
    return float(1 / np.cosh(n * np.arccosh((smoothness + mu) / (smoothness - mu))))


def worst_factor(lrs: ArrayLike, mu: float, smoothness: float, points: int = 20_001) -> float:
    """The largest ``|prod(1 - lr_k h)|`` for curvatures ``h`` in ``[mu, L]``."""
    h = np.linspace(mu, smoothness, points)
    factor = np.ones(points)
    for lr in floats(lrs):
        factor *= 1.0 - lr * h
    return float(np.max(np.abs(factor)))


def expected_square(lrs: Values, h: float, sigma: float, m0: float) -> float:
    """Mean of ``x^2`` after the run: ``m <- (1 - lr h)^2 m + (lr sigma)^2``."""
    scale = (1.0 - lrs * h) ** 2
    after = np.concatenate([np.cumprod(scale[::-1])[::-1][1:], [1.0]])
    return float(m0 * np.prod(scale) + np.sum((lrs * sigma) ** 2 * after))


def floor(updates: int) -> float:
    """The least ``m_T / m_0`` any schedule reaches with h = sigma = m0 = 1: ``1 / (T + 1)``.

    ``1 / m`` grows by at most ``(h / sigma)^2`` per update, and by exactly that with the greedy
    rate ``h m / (h^2 m + sigma^2)``.
    """
    return 1.0 / (updates + 1)


@dataclass(frozen=True, slots=True)
class Tuned:
    """The best base rate of a shape, and what it costs over the floor."""

    scale: float
    loss: float
    over_floor: float


def tune(shape: Values) -> Tuned:
    """The factor on ``shape`` with the least expected loss at h = sigma = m0 = 1."""
    top = float(np.max(shape)) or 1.0

    def loss(log_scale: float) -> float:
        with np.errstate(all="ignore"):
            value = expected_square(np.exp(log_scale) / top * shape, 1.0, 1.0, 1.0)
        return value if np.isfinite(value) else np.inf

    best = minimise(loss, np.log(1e-5), np.log(2.5))
    value = loss(best)
    return Tuned(float(np.exp(best)) / top, value, value / floor(len(shape)))
