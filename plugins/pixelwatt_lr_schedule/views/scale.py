"""Mapping between a plot's values and its pixels, and the ticks of its axes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.schedule import Values


@dataclass(frozen=True, slots=True)
class Scale:
    """One axis: values ``[low, high]`` onto pixels ``[start, end]``, linear or logarithmic."""

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    def pixel(self, value: float) -> float:
        return float(self.pixels(np.asarray([value]))[0])

    def pixels(self, values: Values) -> Values:
        low, high = self.low, self.high
        if self.logarithmic:
            low, high = math.log10(low), math.log10(high)
            values = np.log10(np.maximum(values, self.low * 1e-3))
        span = (high - low) or 1.0
        return self.start + (values - low) / span * (self.end - self.start)

    def value(self, pixel: float) -> float:
        part = (pixel - self.start) / ((self.end - self.start) or 1.0)
        if self.logarithmic:
            low, high = math.log10(self.low), math.log10(self.high)
            return float(10 ** (low + part * (high - low)))
        return float(self.low + part * (self.high - self.low))

    def ticks(self, wanted: int) -> list[float]:
        """Round values inside the axis, about ``wanted`` of them."""
        if self.logarithmic:
            first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
            step = max(1, round((last - first + 1) / max(1, wanted)))
            return [10.0**e for e in range(first, last + 1, step)]
        span = self.high - self.low
        if span <= 0 or not math.isfinite(span):
            return [self.low]
        raw = span / max(1, wanted)
        power = 10 ** math.floor(math.log10(raw))
        step = next(m * power for m in (1, 2, 5, 10) if m * power >= raw)
        first = math.ceil(self.low / step - 1e-9)
        count = int((self.high - first * step) / step + 1e-9)
        return [(first + i) * step for i in range(max(0, count) + 1)]


def short(value: float) -> str:
    """``1.2M``, ``40k``, ``0.0375``, ``3e-05``: a tick's text."""
    size = abs(value)
    if value == 0:
        return "0"
    if size >= 1e15:
        return f"{value:.3g}"
    for limit, unit in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")):
        if size >= limit:
            return f"{value / (1e3 if unit == 'k' else limit):.6g}{unit}"
    if size >= 1e-3:
        return f"{value:.6g}"
    mantissa, exponent = (
        f"{value:.3g}".split("e")
        if "e" in f"{value:.3g}"
        else (
            f"{value / 10 ** math.floor(math.log10(size)):.3g}",
            f"{math.floor(math.log10(size))}",
        )
    )
    return f"{mantissa}e{int(exponent)}".replace("-", "−")
