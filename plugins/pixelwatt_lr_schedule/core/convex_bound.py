"""The last-iterate bound for convex Lipschitz losses, and the best base rate for a shape.

Defazio et al., "Optimal Linear Decay Learning Rate Schedules and Further Refinements"
(arXiv 2310.07831), as used by Schaipp et al. (arXiv 2501.18965): with gradients bounded by G
and ``D`` the distance to the optimum, after ``T`` updates of rates ``lr_t``

    D^2 / (2 S_1) + G^2 / 2 * [ sum lr_t^2 / S_1
        + sum_{k<T} lr_k / S_{k+1} * (sum_{t>=k} lr_t^2) / S_k ],    S_k = sum_{t>=k} lr_t.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.schedule import Values


@dataclass(frozen=True, slots=True)
class Bound:
    """``omega`` in units of ``D G / sqrt(T)`` at the best scale; ``scale`` for D = G = 1."""

    omega: float
    scale: float


def bound(lrs: Values) -> Bound:
    """The bound of the shape of ``lrs`` at its best base rate; needs a positive sum."""
    rates = lrs[: int(np.flatnonzero(lrs > 0)[-1]) + 1] if (lrs > 0).any() else lrs[:0]
    if len(rates) == 0:
        return Bound(np.inf, np.nan)
    tail = np.cumsum(rates[::-1])[::-1]
    squares = np.cumsum((rates**2)[::-1])[::-1]
    noise = squares[0] / tail[0] + np.sum(rates[:-1] / tail[1:] * squares[:-1] / tail[:-1])
    distance = 1.0 / tail[0]
    # distance / s + noise * s is least at s = sqrt(distance / noise), where it is twice the root.
    value = float(np.sqrt(distance * noise))
    return Bound(value * float(np.sqrt(len(lrs))), float(np.sqrt(distance / noise)))
