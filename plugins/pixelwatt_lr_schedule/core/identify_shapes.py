"""Families a logged curve is compared with: their shape, and how they become a spec.

A shape is evaluated at updates ``k`` for integer settings ``theta``; the curve is then
``peak * rise + floor * rest``, linear in peak and floor, which are fitted by least squares.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.core.spec import Spec

Basis = Callable[[Values, Values], tuple[Values, Values]]
"""``(k, theta)`` to the weights of peak and floor."""


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    basis: Basis
    theta: tuple[str, ...]
    """Names of the settings: ``w`` warm-up, ``d`` where the decay starts, ``N`` the end..."""
    to_spec: Callable[[dict[str, int], float, float, int], Spec]
    has_floor: bool = True
    cost: int = 0
    """Ranks equal fits: the simpler first."""


def _warm(k: Values, w: float) -> Values:
    return np.clip(k / max(w, 1.0), 0.0, 1.0) if w > 0 else np.ones_like(k)


def _with_floor(
    k: Values, w: float, rise: Values, *, lifted: bool = False
) -> tuple[Values, Values]:
    """``lifted``: the warm-up starts from the floor, as in `warmup_stable_decay`, not from 0."""
    before, warm = k < w, _warm(k, w)
    start = 1.0 - warm if lifted else np.zeros_like(k)
    return np.where(before, warm, rise), np.where(before, start, 1.0 - rise)


def _part(k: Values, start: float, end: float) -> Values:
    return np.clip((k - start) / max(end - start, 1.0), 0.0, 1.0)


def _cosine(k: Values, theta: Values) -> tuple[Values, Values]:
    return _with_floor(k, theta[0], 0.5 * (1 + np.cos(np.pi * _part(k, theta[0], theta[1]))))


def _linear(k: Values, theta: Values) -> tuple[Values, Values]:
    return _with_floor(k, theta[0], 1 - _part(k, theta[0], theta[1]))


def _square(k: Values, theta: Values) -> tuple[Values, Values]:
    return _with_floor(k, theta[0], (1 - _part(k, theta[0], theta[1])) ** 2)


def _flat(k: Values, theta: Values) -> tuple[Values, Values]:
    return _warm(k, theta[0]), np.zeros_like(k)


def _inverse_sqrt(k: Values, theta: Values) -> tuple[Values, Values]:
    w, scale = theta
    after = 1 / np.sqrt(np.maximum((k + scale - w) / max(scale, 1.0), 1e-12))
    return np.where(k < w, _warm(k, w), after), np.zeros_like(k)


def _stable(fall: Callable[[Values], Values]) -> Basis:
    def basis(k: Values, theta: Values) -> tuple[Values, Values]:
        return _with_floor(k, theta[0], fall(_part(k, theta[1], theta[2])), lifted=True)

    return basis


def _restarts(k: Values, theta: Values) -> tuple[Values, Values]:
    rise = 0.5 * (1 + np.cos(np.pi * np.mod(k, max(theta[0], 1.0)) / max(theta[0], 1.0)))
    return rise, 1 - rise


def _doubling(k: Values, theta: Values) -> tuple[Values, Values]:
    first = max(theta[0], 1.0)
    cycle = np.floor(np.log2(np.maximum(k, 0) / first + 1 + 1e-12))
    start, length = first * (2**cycle - 1), first * 2**cycle
    rise = 0.5 * (1 + np.cos(np.pi * (k - start) / length))
    return rise, 1 - rise


def _triangle(k: Values, theta: Values) -> tuple[Values, Values]:
    half = max(theta[0], 1.0)
    x = np.mod(k, 2 * half) / half
    rise = np.where(x <= 1, x, 2 - x)
    return rise, 1 - rise


def _hf(name: str, peak: float, w: int, total: int | None, steps: int, **kwargs: object) -> Spec:
    params = {"name": name, "num_warmup_steps": w, "num_training_steps": total,
              "scheduler_specific_kwargs": dict(kwargs) or None}  # fmt: skip
    return Spec("transformers", f"get_scheduler:{name}", params, peak, steps)


def _cosine_spec(t: dict[str, int], peak: float, floor: float, steps: int) -> Spec:
    if t["w"] == 0:
        return Spec("torch", "CosineAnnealingLR", {"T_max": t["N"], "eta_min": floor}, peak, steps)
    if floor == 0:
        return _hf("cosine", peak, t["w"], t["N"], steps)
    return _hf("cosine_with_min_lr", peak, t["w"], t["N"], steps, min_lr=floor)


def _linear_spec(t: dict[str, int], peak: float, floor: float, steps: int) -> Spec:
    if floor == 0:
        return _hf("linear", peak, t["w"], t["N"], steps)
    return _hf("polynomial", peak, t["w"], t["N"], steps, lr_end=floor, power=1.0)


def _stable_spec(kind: str) -> Callable[[dict[str, int], float, float, int], Spec]:
    def spec(t: dict[str, int], peak: float, floor: float, steps: int) -> Spec:
        return _hf(
            "warmup_stable_decay", peak, t["w"], None, steps, num_stable_steps=t["d"] - t["w"],
            num_decay_steps=t["N"] - t["d"], decay_type=kind, min_lr_ratio=floor / peak,
        )  # fmt: skip

    return spec


SHAPES: tuple[Shape, ...] = (
    Shape("warm-up", _flat, ("w",),
          lambda t, peak, floor, n: _hf("constant_with_warmup", peak, t["w"], None, n),
          has_floor=False, cost=1),
    Shape("linear", _linear, ("w", "N"), _linear_spec, cost=2),
    Shape("cosine", _cosine, ("w", "N"), _cosine_spec, cost=2),
    Shape("restarts", _restarts, ("T",), lambda t, peak, floor, n: Spec(
          "torch", "CosineAnnealingWarmRestarts", {"T_0": t["T"], "eta_min": floor}, peak, n),
          cost=2),
    Shape("doubling restarts", _doubling, ("T",), lambda t, peak, floor, n: Spec(
          "torch", "CosineAnnealingWarmRestarts",
          {"T_0": t["T"], "T_mult": 2, "eta_min": floor}, peak, n), cost=2),
    Shape("triangular", _triangle, ("T",), lambda t, peak, floor, n: Spec(
          "torch", "CyclicLR", {"base_lr": floor, "max_lr": peak, "step_size_up": t["T"]},
          peak, n), cost=2),
    Shape("polynomial", _square, ("w", "N"), lambda t, peak, floor, n: _hf(
          "polynomial", peak, t["w"], t["N"], n, lr_end=floor, power=2.0), cost=3),
    Shape("inverse sqrt", _inverse_sqrt, ("w", "S"), lambda t, peak, floor, n: _hf(
          "inverse_sqrt", peak, t["w"], None, n, timescale=t["S"]), has_floor=False, cost=3),
    Shape("stable, linear", _stable(lambda p: 1 - p), ("w", "d", "N"),
          _stable_spec("linear"), cost=4),
    Shape("stable, cosine", _stable(lambda p: 0.5 * (1 + np.cos(np.pi * p))), ("w", "d", "N"),
          _stable_spec("cosine"), cost=4),
    Shape("stable, 1-sqrt", _stable(lambda p: 1 - np.sqrt(p)), ("w", "d", "N"),
          _stable_spec("1-sqrt"), cost=4),
)  # fmt: skip
