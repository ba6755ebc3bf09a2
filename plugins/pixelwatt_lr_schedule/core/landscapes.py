"""Test functions with known minima: the landscapes balls roll on.

Formulas and minima from Surjanovic and Bingham, Virtual Library of Simulation Experiments
(sfu.ca/~ssurjano), and Jamil and Yang 2013 (arXiv 1308.4008), unless a note says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pixelwatt.api import tr_noop
from pixelwatt_lr_schedule.core.schedule import Values, floats

Loss = Callable[[Values], Values]
"""Points ``[..., d]`` to losses ``[...]``."""
Gradient = Callable[[Values], Values]
"""Points ``[..., d]`` to gradients of the same shape."""


@dataclass(frozen=True, slots=True)
class Landscape:
    """A function, its gradient, where to look at it, where balls start, its best minimum."""

    id: str
    title: str
    dimensions: int
    loss: Loss
    gradient: Gradient
    low: tuple[float, ...]
    high: tuple[float, ...]
    start: tuple[float, ...]
    minimum: tuple[float, ...]
    least: float
    basin: float
    """A ball within this distance of the minimum is in the global basin."""


def _quadratic(x: Values) -> Values:
    return 0.5 * (x[..., 0] ** 2 + 10 * x[..., 1] ** 2)


def _quadratic_slope(x: Values) -> Values:
    return floats(x * np.array([1.0, 10.0]))


def _double_well(x: Values) -> Values:
    u = x[..., 0]
    return 0.25 * u**4 - 0.5 * u**2 + 0.1 * u


def _double_well_slope(x: Values) -> Values:
    return x**3 - x + 0.1


def _ripples(x: Values) -> Values:
    u = x[..., 0]
    return 0.05 * u**2 + 0.5 * (1 - np.cos(2 * u))


def _ripples_slope(x: Values) -> Values:
    return 0.1 * x + np.sin(2 * x)


def _rosenbrock(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    return (1 - a) ** 2 + 100 * (b - a * a) ** 2


def _rosenbrock_slope(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    c = b - a * a
    return np.stack([-2 * (1 - a) - 400 * a * c, 200 * c], axis=-1)


def _rastrigin(x: Values) -> Values:
    return floats(10.0 * x.shape[-1] + np.sum(x * x - 10 * np.cos(2 * np.pi * x), axis=-1))


def _rastrigin_slope(x: Values) -> Values:
    return 2 * x + 20 * np.pi * np.sin(2 * np.pi * x)


def _himmelblau(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    return (a * a + b - 11) ** 2 + (a + b * b - 7) ** 2


def _himmelblau_slope(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    p, q = a * a + b - 11, a + b * b - 7
    return np.stack([4 * a * p + 2 * q, 2 * p + 4 * b * q], axis=-1)


def _camel(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    return (4 - 2.1 * a**2 + a**4 / 3) * a**2 + a * b + (4 * b**2 - 4) * b**2


def _camel_slope(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    return np.stack([8 * a - 8.4 * a**3 + 2 * a**5 + b, a - 8 * b + 16 * b**3], axis=-1)


def _beale(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    return (1.5 - a + a * b) ** 2 + (2.25 - a + a * b**2) ** 2 + (2.625 - a + a * b**3) ** 2


def _beale_slope(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    p, q, r = 1.5 - a + a * b, 2.25 - a + a * b**2, 2.625 - a + a * b**3
    return np.stack(
        [
            2 * p * (b - 1) + 2 * q * (b**2 - 1) + 2 * r * (b**3 - 1),
            2 * p * a + 4 * q * a * b + 6 * r * a * b**2,
        ],
        axis=-1,
    )


def _booth(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    return (a + 2 * b - 7) ** 2 + (2 * a + b - 5) ** 2


def _booth_slope(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    p, q = a + 2 * b - 7, 2 * a + b - 5
    return np.stack([2 * p + 4 * q, 4 * p + 2 * q], axis=-1)


def _saddle(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    return 0.5 * a**2 + 0.25 * b**4 - 0.5 * b**2


def _saddle_slope(x: Values) -> Values:
    a, b = x[..., 0], x[..., 1]
    return np.stack([a, b**3 - b], axis=-1)


def _ackley(x: Values) -> Values:
    radius = np.sqrt(np.mean(x * x, axis=-1))
    waves = np.mean(np.cos(2 * np.pi * x), axis=-1)
    return floats(-20 * np.exp(-0.2 * radius) - np.exp(waves) + 20 + np.e)


def _ackley_slope(x: Values) -> Values:
    d = x.shape[-1]
    radius = np.sqrt(np.mean(x * x, axis=-1, keepdims=True))
    waves = np.mean(np.cos(2 * np.pi * x), axis=-1, keepdims=True)
    pull = 4 * np.exp(-0.2 * radius) * x / (d * np.maximum(radius, 1e-12))
    return floats(pull + np.exp(waves) * 2 * np.pi * np.sin(2 * np.pi * x) / d)


def _styblinski(x: Values) -> Values:
    return floats(0.5 * np.sum(x**4 - 16 * x**2 + 5 * x, axis=-1))


def _styblinski_slope(x: Values) -> Values:
    return 0.5 * (4 * x**3 - 32 * x + 5)


LANDSCAPES: tuple[Landscape, ...] = (
    Landscape("double_well", tr_noop("Double well (1-D)"), 1, _double_well, _double_well_slope,
              (-1.8,), (1.8,), (1.5,), (-1.0466805318046022,), -0.35238607380003645,
              1.0),
    Landscape("ripples", tr_noop("Rippled bowl (1-D)"), 1, _ripples, _ripples_slope,
              (-12.0,), (12.0,), (9.0,), (0.0,), 0.0, 1.4),
    Landscape("quadratic", tr_noop("Valley, curvatures 1 and 10"), 2, _quadratic,
              _quadratic_slope, (-4.0, -2.0), (4.0, 2.0), (3.0, 1.2), (0.0, 0.0), 0.0, 0.3),
    Landscape("saddle", tr_noop("Saddle"), 2, _saddle, _saddle_slope, (-2.0, -2.0), (2.0, 2.0),
              (1.6, 0.001), (0.0, 1.0), -0.25, 0.4),
    Landscape("rosenbrock", "Rosenbrock", 2, _rosenbrock, _rosenbrock_slope, (-2.0, -1.0),
              (2.0, 3.0), (-1.2, 1.0), (1.0, 1.0), 0.0, 0.3),
    Landscape("rastrigin", "Rastrigin", 2, _rastrigin, _rastrigin_slope, (-5.12, -5.12),
              (5.12, 5.12), (3.9, 2.9), (0.0, 0.0), 0.0, 0.5),
    Landscape("himmelblau", "Himmelblau", 2, _himmelblau, _himmelblau_slope, (-5.0, -5.0),
              (5.0, 5.0), (-0.5, -0.5), (3.0, 2.0), 0.0, 0.8),
    Landscape("camel", tr_noop("Six-hump camel"), 2, _camel, _camel_slope, (-2.2, -1.2),
              (2.2, 1.2), (1.9, 0.9), (0.0898420131, -0.7126564030), -1.0316284535, 0.4),
    Landscape("beale", "Beale", 2, _beale, _beale_slope, (-4.5, -4.5), (4.5, 4.5), (1.0, 1.5),
              (3.0, 0.5), 0.0, 0.5),
    Landscape("booth", "Booth", 2, _booth, _booth_slope, (-10.0, -10.0), (10.0, 10.0),
              (-6.0, 7.0), (1.0, 3.0), 0.0, 0.5),
    Landscape("ackley", "Ackley", 2, _ackley, _ackley_slope, (-5.0, -5.0), (5.0, 5.0),
              (3.7, -2.6), (0.0, 0.0), 0.0, 0.5),
    Landscape("styblinski", "Styblinski-Tang", 2, _styblinski, _styblinski_slope, (-5.0, -5.0),
              (5.0, 5.0), (3.5, 3.5), (-2.903534027771177, -2.903534027771177),
              -78.33233140754282, 1.5),
)  # fmt: skip


def landscape(name: str) -> Landscape:
    """The landscape of that id."""
    return next(item for item in LANDSCAPES if item.id == name)


def curvature(place: Landscape, x: Values) -> float:
    """The largest eigenvalue of the Hessian at ``x`` ``[d]``, by central differences."""
    d, step = place.dimensions, 1e-4
    columns = [
        (place.gradient(x + step * np.eye(d)[i]) - place.gradient(x - step * np.eye(d)[i]))
        / (2 * step)
        for i in range(d)
    ]
    hessian = np.stack(columns)
    return float(np.max(np.linalg.eigvalsh((hessian + hessian.T) / 2)))
