"""Costs given as a low and a high figure, as probability distributions.

* lognormal: low and high are its P10 and P90 (the default);
* triangular: low and high are its ends, ``mode`` its peak;
* PERT: the same ends, a Beta with mean (low + 4·mode + high) / 6.

Without a mode the middle of low and high is taken.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.special import (
    STANDARD_NORMAL,
    Array,
    beta_quantile,
    beta_quantiles,
    normal_cdf,
)
from pixelwatt_video_budget.text import tr

_Z90 = STANDARD_NORMAL.inv_cdf(0.9)


class RangeKind(StrEnum):
    LOGNORMAL = "lognormal"
    TRIANGULAR = "triangular"
    PERT = "pert"


@dataclass(frozen=True, slots=True)
class CostRange:
    """What a low and a high figure mean; amounts in any one unit."""

    kind: RangeKind
    low: float
    high: float
    mode: float | None = None

    def scaled(self, factor: float) -> CostRange:
        """The same distribution with every amount multiplied."""
        mode = None if self.mode is None else self.mode * factor
        return CostRange(self.kind, self.low * factor, self.high * factor, mode)

    @property
    def peak(self) -> float:
        return (self.low + self.high) / 2 if self.mode is None else self.mode

    @property
    def _log_sigma(self) -> float:
        return math.log(self.high / self.low) / (2 * _Z90)

    @property
    def _pert_shape(self) -> tuple[float, float]:
        width = self.high - self.low
        return 1 + 4 * (self.peak - self.low) / width, 1 + 4 * (self.high - self.peak) / width

    @property
    def mean(self) -> float:
        match self.kind:
            case RangeKind.LOGNORMAL:
                return math.sqrt(self.low * self.high) * math.exp(self._log_sigma**2 / 2)
            case RangeKind.TRIANGULAR:
                return (self.low + self.peak + self.high) / 3
            case RangeKind.PERT:
                return (self.low + 4 * self.peak + self.high) / 6

    @property
    def variance(self) -> float:
        low, peak, high = self.low, self.peak, self.high
        match self.kind:
            case RangeKind.LOGNORMAL:
                return self.mean**2 * math.expm1(self._log_sigma**2)
            case RangeKind.TRIANGULAR:
                return (low**2 + peak**2 + high**2 - low * peak - low * high - peak * high) / 18
            case RangeKind.PERT:
                return (self.mean - low) * (high - self.mean) / 7

    def quantile(self, probability: float) -> float:
        """The amount that suffices with ``probability``."""
        if self.high <= self.low:
            return self.low
        match self.kind:
            case RangeKind.LOGNORMAL:
                z = STANDARD_NORMAL.inv_cdf(probability)
                return math.sqrt(self.low * self.high) * math.exp(self._log_sigma * z)
            case RangeKind.TRIANGULAR:
                return float(self._triangular(np.array([probability]))[0])
            case RangeKind.PERT:
                a, b = self._pert_shape
                return self.low + (self.high - self.low) * beta_quantile(a, b, probability)

    def quantiles_at(self, z: Array) -> Array:
        """Amounts at standard-normal positions ``z`` (the form that correlated draws need)."""
        if self.high <= self.low:
            return np.full(z.shape, self.low)
        match self.kind:
            case RangeKind.LOGNORMAL:
                return math.sqrt(self.low * self.high) * np.exp(self._log_sigma * z)
            case RangeKind.TRIANGULAR:
                return self._triangular(normal_cdf(z))
            case RangeKind.PERT:
                a, b = self._pert_shape
                unit = beta_quantiles(a, b, normal_cdf(z))
                return self.low + (self.high - self.low) * unit

    def _triangular(self, u: Array) -> Array:
        width, left, right = self.high - self.low, self.peak - self.low, self.high - self.peak
        rising = self.low + np.sqrt(u * width * left)
        falling = self.high - np.sqrt((1 - u) * width * right)
        return np.where(u * width < left, rising, falling)


def make_range(kind: RangeKind, low: float, high: float, mode: float | None) -> CostRange:
    """Check the three figures and return the distribution; raise `Problem` if they cannot be."""
    if low < 0 or high < low:
        raise Problem(
            tr("The range {low:g} to {high:g} runs backwards.", low=low, high=high),
            tr("Give a low figure below the high one."),
        )
    if kind is RangeKind.LOGNORMAL and low <= 0:
        raise Problem(tr("A lognormal range cannot begin at zero."), tr("Use triangular or PERT."))
    if mode is not None and kind is not RangeKind.LOGNORMAL and not low <= mode <= high:
        raise Problem(
            tr("The most likely figure {mode:g} is outside {low:g} to {high:g}.",
               mode=mode, low=low, high=high)
        )  # fmt: skip
    return CostRange(kind, low, high, mode)


@lru_cache(maxsize=512)
def atoms(cost: CostRange, count: int = 4096) -> tuple[Array, Array]:
    """``count`` amounts and their probabilities that stand for the range, with its exact mean."""
    edges = np.linspace(-7.0, 7.0, count + 1)
    weights = np.diff(normal_cdf(edges))
    weights /= weights.sum()
    amounts = cost.quantiles_at((edges[1:] + edges[:-1]) / 2)
    if cost.mean > 0:
        amounts *= cost.mean / float(weights @ amounts)
    return amounts, weights
