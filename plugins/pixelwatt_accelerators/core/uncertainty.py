"""How sure a comparison is: intervals, tornado, Monte-Carlo, and the value that flips it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pixelwatt_accelerators.core.arrays import FloatArray
from pixelwatt_accelerators.core.assessment import (
    LOWER_IS_BETTER,
    Assessed,
    Fleet,
    Roster,
    assess,
    fleet_of,
    roster_of,
)
from pixelwatt_accelerators.core.catalogue import Accelerator, FigureStatus
from pixelwatt_accelerators.core.document import Comparison
from pixelwatt_accelerators.core.inputs import Input, Law, assumed, gather

SAMPLES = 4000
SEED = 20260102
"""Fixed, so that the same comparison always shows the same probability."""


@dataclass(frozen=True, slots=True)
class Study:
    """A comparison ready to be asked many times: inputs gathered, fleet settled."""

    accelerators: tuple[Accelerator, ...]
    comparison: Comparison
    roster: Roster
    fleet: Fleet
    inputs: Mapping[str, Input]

    def evaluate(self, values: Mapping[str, FloatArray]) -> Assessed:
        return assess(self.fleet, values, self.comparison)

    def nominal_values(self) -> dict[str, FloatArray]:
        return {key: item.value for key, item in self.inputs.items()}

    def nominal(self) -> Assessed:
        return self.evaluate(self.nominal_values())


def study(
    accelerators: Sequence[Accelerator], comparison: Comparison, earlier: Study | None = None
) -> Study:
    """Gather what is needed to ask. ``earlier`` lends what has not changed since."""
    same = earlier is not None and len(earlier.accelerators) == len(accelerators) and all(
        one is other for one, other in zip(earlier.accelerators, accelerators, strict=True)
    )  # fmt: skip
    if earlier is not None and same:
        roster = earlier.roster
        unchanged = (
            earlier.comparison.money == comparison.money
            and earlier.comparison.use.precision == comparison.use.precision
        )
        lent = earlier.inputs if unchanged else None
    else:
        roster, lent = roster_of(accelerators), None
    inputs = gather(accelerators, comparison) if lent is None else {**lent, **assumed(comparison)}
    return Study(tuple(accelerators), comparison, roster, fleet_of(roster, comparison), inputs)


def intervals(item: Study, metric: str) -> tuple[FloatArray, FloatArray]:
    """Bounds of a metric over all inputs' bounds, each of shape ``(accelerators,)``.

    Every metric is monotonic in every input, so the bounds lie at corners: for each
    accelerator and input the end that raises the metric, and the other one.
    """
    nominal = item.nominal_values()
    lowest, highest = dict(nominal), dict(nominal)
    for key, entry in item.inputs.items():
        at_low = item.evaluate({**nominal, key: entry.low})[metric]
        at_high = item.evaluate({**nominal, key: entry.high})[metric]
        rises = at_high >= at_low
        lowest[key] = np.where(rises, entry.low, entry.high)
        highest[key] = np.where(rises, entry.high, entry.low)
    return item.evaluate(lowest)[metric], item.evaluate(highest)[metric]


def draws(item: Study, samples: int = SAMPLES) -> Assessed:
    """Metrics of shape ``(samples, accelerators)`` with every input drawn from a triangle.

    The triangle runs from low over the value to high. Chips vary independently; an input all
    share (utilisation, electricity) has the same draw for all.
    """
    random = np.random.default_rng(SEED)
    values: dict[str, FloatArray] = {}
    for key, entry in item.inputs.items():
        uniform = random.random((samples, entry.value.size))
        values[key] = triangular(uniform, entry.low, entry.value, entry.high)
    return item.evaluate(values)


def triangular(
    uniform: FloatArray, low: FloatArray, mode: FloatArray, high: FloatArray
) -> FloatArray:
    """Inverse of the triangular distribution function, NaN where a bound is."""
    width = high - low
    safe = np.where(width > 0, width, 1.0)
    split = (mode - low) / safe
    left = low + np.sqrt(uniform * safe * (mode - low))
    right = high - np.sqrt((1 - uniform) * safe * (high - mode))
    drawn = np.where(uniform < split, left, right)
    return np.where(width > 0, drawn, mode)


def probability_better(metric: str, first: FloatArray, second: FloatArray) -> float:
    """Share of draws in which ``first`` is better, NaN where either is unknown."""
    if np.isnan(first).any() or np.isnan(second).any():
        return float("nan")
    wins = first < second if metric in LOWER_IS_BETTER else first > second
    return float(np.mean(wins) + 0.5 * np.mean(first == second))


# -- One pair: what moves it, and what turns it --------------------------------------------


@dataclass(frozen=True, slots=True)
class Bar:
    """A tornado bar: the ratio first/second with one input at its low and high."""

    input_id: str
    title: str
    accelerator: str
    """Whose figure it is; empty where both share it."""
    status: FigureStatus
    dimension: str
    low: float
    value: float
    high: float
    ratio_low: float
    ratio: float
    ratio_high: float
    flips_at: float | None
    """The input's value at which the two are equal, if there is one."""

    @property
    def crosses(self) -> bool:
        """Whether the input's own bounds are wide enough to turn the verdict."""
        return min(self.ratio_low, self.ratio_high) < 1 < max(self.ratio_low, self.ratio_high)

    @property
    def span(self) -> float:
        return abs(self.ratio_high - self.ratio_low)


def tornado(item: Study, metric: str, first: int = 0, second: int = 1) -> list[Bar]:
    """Bars for every input of the two accelerators, widest first; none if either is unknown."""
    base = item.evaluate(item.nominal_values())[metric]
    if np.isnan(base[[first, second]]).any():
        return []
    bars = []
    for entry in item.inputs.values():
        owners = [None] if entry.shared else [first, second]
        for owner in owners:
            bar = _bar(item, metric, entry, owner, first, second)
            if bar is not None and bar.span > 1e-9:
                bars.append(bar)
    return sorted(bars, key=lambda bar: bar.span, reverse=True)


def _bar(
    item: Study, metric: str, entry: Input, owner: int | None, first: int, second: int
) -> Bar | None:
    index = owner or 0
    if np.isnan([entry.low[index], entry.value[index], entry.high[index]]).any():
        return None

    def pair(value: float) -> tuple[float, float]:
        values = entry.value.copy()
        values[index] = value
        metrics = item.evaluate({**item.nominal_values(), entry.id: values})[metric]
        return float(metrics[first]), float(metrics[second])

    def ratio(value: float) -> float:
        one, other = pair(value)
        return one / other

    at = float(entry.value[index])
    return Bar(
        entry.id, entry.title,
        item.accelerators[owner].id if owner is not None else "",
        entry.statuses[index], entry.dimension,
        float(entry.low[index]), at, float(entry.high[index]),
        ratio(float(entry.low[index])), ratio(at), ratio(float(entry.high[index])),
        break_even(pair, at, entry.law, metric),
    )  # fmt: skip


def break_even(
    pair: Callable[[float], tuple[float, float]], at: float, law: Law, metric: str
) -> float | None:
    """The input's value at which both metrics are equal, in closed form.

    Costs, times and energies are straight lines in a price or a power, and in the reciprocal
    of a rate; rates and efficiencies are reciprocals of such lines. So the difference is
    linear in the right variable and two evaluations give its root. A root where another
    resource has become the bottleneck is not one; it is checked by evaluating there.
    """
    inverse_metric = metric not in LOWER_IS_BETTER

    def difference(transformed: float) -> float:
        one, other = pair(1 / transformed if law == "reciprocal" else transformed)
        return 1 / one - 1 / other if inverse_metric else one - other

    start = 1 / at if law == "reciprocal" else at
    for factor in (1.01, 3.0, 0.3):
        slope_to = start * factor
        here, there = difference(start), difference(slope_to)
        slope = (there - here) / (slope_to - start)
        if slope == 0 or not np.isfinite(slope):
            continue
        # From the far point, so that a line beyond a bend of the roofline is found too.
        root = slope_to - there / slope if factor == 1.01 else _line_root(difference, slope_to)
        if root is None or not np.isfinite(root) or root <= 0:
            continue
        value = 1 / root if law == "reciprocal" else root
        one, other = pair(value)
        if np.isclose(one, other, rtol=1e-6):
            return float(value)
    return None


def _line_root(difference: Callable[[float], float], at: float) -> float | None:
    here, there = difference(at), difference(at * 1.01)
    slope = (there - here) / (at * 0.01)
    return at - here / slope if slope else None
