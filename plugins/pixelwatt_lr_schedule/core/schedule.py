"""What every library's schedule becomes here: a function of the update's index.

Update ``k`` counts from 0; a value belongs to the update that *uses* it, so ``lr(0)`` is the
learning rate in force before the scheduler was ever stepped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.text import tr

Updates = NDArray[np.int64]
Values = NDArray[np.float64]
Curve = Callable[[Updates], NDArray[np.floating[Any]]]


class Refused(Problem):
    """The library itself would raise on this schedule, at construction or while stepping."""

    def __init__(self, library: str, error: str, message: str) -> None:
        super().__init__(
            tr("{library} raises {error}: {message}", library=library, error=error, message=message)
        )
        self.library = library
        self.error = error
        self.message = message


@dataclass(frozen=True, slots=True)
class Schedule:
    """A learning-rate curve that can be read at any updates, in any order.

    ``knots`` are the updates where the curve starts a new piece; with ``period`` every
    multiple of it (after ``period_from``) is one too. ``ends`` is the number of values the
    library gives before it raises ``refusal``; None where it goes on for ever.
    """

    lr: Curve
    knots: tuple[int, ...] = ()
    period: int = 0
    period_from: int = 0
    momentum: Curve | None = None
    ends: int | None = None
    refusal: Refused | None = None
    warnings: tuple[str, ...] = field(default=())

    def knots_between(self, first: int, last: int, at_most: int) -> Updates | None:
        """Knots in ``[first, last]``, or None if there are more than ``at_most``."""
        chosen = [k for k in self.knots if first <= k <= last]
        if self.period > 0:
            start = max(first, self.period_from)
            count = (last - start) // self.period + 1
            if count > at_most:
                return None
            offset = -(start - self.period_from) % self.period
            chosen.extend(range(start + offset, last + 1, self.period))
        if len(chosen) > at_most:
            return None
        return np.unique(np.asarray(chosen, dtype=np.int64))


def lerp(start: float, end: float, fraction: Values) -> Values:
    """A straight line from ``start`` at 0 to ``end`` at 1."""
    return start + (end - start) * fraction


def cosine(start: float, end: float, fraction: Values) -> Values:
    """Half a cosine from ``start`` at 0 to ``end`` at 1."""
    return end + (start - end) / 2.0 * (1.0 + np.cos(np.pi * fraction))


def constant(value: float) -> Curve:
    return lambda k: np.full(k.shape, value, dtype=np.float64)


def floats(values: ArrayLike) -> Values:
    return np.asarray(values, dtype=np.float64)


def from_table(table: Values) -> Curve:
    """A curve read from values computed once; the last one holds beyond the table."""
    return lambda k: table[np.minimum(k, len(table) - 1)]


def by_pieces(k: Updates, marks: Sequence[float], curves: Sequence[Curve]) -> Values:
    """``curves[i]`` of the updates from ``marks[i - 1]`` on, each read only where it holds."""
    which = np.searchsorted(np.asarray(marks), k, side="right")
    present = np.unique(which) if len(k) else which
    if len(present) == 1:
        return floats(curves[int(present[0])](k))
    value = np.empty(k.shape)
    for index in present.tolist():
        chosen = which == index
        value[chosen] = curves[index](k[chosen])
    return value


def powers(base: float, exponents: Updates) -> Values:
    """``base ** exponents`` for whole exponents, most of which are alike."""
    low, high = int(np.min(exponents, initial=0)), int(np.max(exponents, initial=0))
    if high - low > len(exponents):
        return np.power(float(base), exponents.astype(np.float64))
    return np.power(float(base), np.arange(low, high + 1, dtype=np.float64))[exponents - low]


def power_of(base: float, exponent: Values) -> Values:
    """``base ** exponent``; by the exponential function, which numpy has in vector form."""
    if base > 0:
        return floats(np.exp(np.log(base) * exponent))
    return floats(np.power(float(base), exponent))


def quotient(k: Updates, divisor: float) -> Updates:
    """``k // divisor`` for updates below 2**53; dividing floats is far faster than integers."""
    return np.floor(k / divisor).astype(np.int64)
