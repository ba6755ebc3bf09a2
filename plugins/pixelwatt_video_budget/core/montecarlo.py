"""Simulated films: the check on the exact convolution, and the answer when shots correlate.

Correlation is a one-factor Gaussian copula: each clip's luck is √ρ·Z + √(1−ρ)·ε with one Z for
the film. Z is stratified, so that the common part carries no sampling noise. Draws are seeded:
the same plan always gives the same figures.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from pixelwatt_video_budget.core.parts import CappedClips, Clips, Constant, Part, Ranged
from pixelwatt_video_budget.core.special import (
    STANDARD_NORMAL,
    Array,
    normal_log_survival,
)
from pixelwatt_video_budget.core.tries import FixedRate, Rate

SEED = 20_260_101
_BUDGET = 2_500_000
"""Random numbers spent on one film, which keeps a thousand shots below a second."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """Sorted costs and numbers of tries of the simulated films."""

    costs: Array
    tries: Array

    def cost_quantile(self, probability: float) -> float:
        return float(np.quantile(self.costs, probability))

    def tries_quantile(self, probability: float) -> int:
        return int(np.quantile(self.tries, probability, method="higher"))


def simulate(
    parts: Sequence[Part],
    correlation: float = 0.0,
    draws: int | None = None,
    check: Callable[[], None] = lambda: None,
) -> Simulation:
    """Simulate the film ``draws`` times; ``check`` may raise to cancel between parts."""
    units = sum(_units(part) for part in parts)
    if draws is None:
        draws = max(2_000, min(20_000, _BUDGET // max(units, 1)))
    generator = np.random.default_rng(SEED)
    strata = (np.arange(draws) + 0.5) / draws
    common = np.array([STANDARD_NORMAL.inv_cdf(float(u)) for u in strata])
    luck = _Luck(generator, common * math.sqrt(correlation), math.sqrt(1 - correlation))
    costs, tries = np.zeros(draws), np.zeros(draws)
    for part in parts:
        check()
        _add(part, luck, costs, tries)
    return Simulation(np.sort(costs), np.sort(tries))


@dataclass(frozen=True, slots=True)
class _Luck:
    generator: np.random.Generator
    shared: Array
    own: float

    def next(self) -> Array:
        """One standard-normal draw for each film, correlated through the shared factor."""
        return self.shared + self.own * self.generator.standard_normal(len(self.shared))


def _units(part: Part) -> int:
    match part:
        case Clips() | CappedClips():
            return part.clips
        case Ranged(_, copies):
            return copies
    return 0


def _add(part: Part, luck: _Luck, costs: Array, tries: Array) -> None:
    match part:
        case Constant(amount):
            costs += float(amount)
        case Ranged(cost, copies):
            for _copy in range(copies):
                costs += cost.quantiles_at(luck.next())
        case Clips(needs, rate):
            log_q = _log_failure(rate, luck)
            for need in needs:
                for _clip in range(need.clips):
                    needed = _geometric(luck.next(), log_q)
                    tries += needed
                    costs += needed * float(need.cost)
        case CappedClips(needs, rate, most, fallbacks):
            log_q = _log_failure(rate, luck)
            for need, fallback in zip(needs, fallbacks, strict=True):
                for _clip in range(need.clips):
                    needed = _geometric(luck.next(), log_q)
                    made = np.minimum(needed, most)
                    tries += made
                    costs += made * float(need.cost)
                    costs += np.where(needed > most, fallback.quantiles_at(luck.next()), 0.0)


def _log_failure(rate: Rate, luck: _Luck) -> Array:
    if isinstance(rate, FixedRate):
        p = np.array([float(rate.p)])
    else:
        p = luck.generator.beta(rate.a, rate.b, len(luck.shared))
    log_failure: Array = np.log1p(-np.clip(p, 1e-9, 1 - 1e-12))
    return log_failure


def _geometric(z: Array, log_q: Array) -> Array:
    """Tries until the first kept clip; a high z is bad luck."""
    tries: Array = normal_log_survival(z) / log_q
    np.ceil(tries, out=tries)
    np.maximum(tries, 1.0, out=tries)
    return tries
