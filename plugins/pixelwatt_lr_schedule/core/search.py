"""A one-dimensional search for a minimum."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

_GOLDEN = (np.sqrt(5.0) - 1) / 2


def minimise(
    loss: Callable[[float], float], low: float, high: float, grid: int = 60, rounds: int = 60
) -> float:
    """Where ``loss`` is least in ``[low, high]``: the best grid cell, then golden section."""
    points = np.linspace(low, high, grid)
    index = int(np.argmin([loss(float(p)) for p in points]))
    a, b = float(points[max(index - 1, 0)]), float(points[min(index + 1, grid - 1)])
    c, d = b - _GOLDEN * (b - a), a + _GOLDEN * (b - a)
    at_c, at_d = loss(c), loss(d)
    for _ in range(rounds):
        if at_c < at_d:
            b, d, at_d = d, c, at_c
            c = b - _GOLDEN * (b - a)
            at_c = loss(c)
        else:
            a, c, at_c = c, d, at_d
            d = a + _GOLDEN * (b - a)
            at_d = loss(d)
    return float((a + b) / 2)
