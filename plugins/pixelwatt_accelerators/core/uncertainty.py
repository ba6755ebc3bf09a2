"""How sure a comparison is: intervals, tornado, Monte-Carlo, and the value that flips it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

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
from pixelwatt_accelerators.core.inputs import Input, assumed, gather

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
    base = item.nominal()[metric]
    if np.isnan(base[[first, second]]).any():
        return []
    changes = [
        Change(entry, owner)
        for entry in item.inputs.values()
        for owner in ([None] if entry.shared else [first, second])
        if not np.isnan([bound[owner or 0] for bound in (entry.low, entry.value, entry.high)]).any()
    ]

    def pair(values: FloatArray) -> tuple[FloatArray, FloatArray]:
        metrics = _perturbed(item, metric, changes, values)
        return metrics[:, first], metrics[:, second]

    def bounds(name: str) -> FloatArray:
        return np.array([getattr(change.entry, name)[change.index] for change in changes])

    low, value, high = bounds("low"), bounds("value"), bounds("high")
    at_low, ratio, at_high = (np.divide(*pair(values)) for values in (low, value, high))
    reciprocal = np.array([change.entry.law == "reciprocal" for change in changes])
    flips = break_evens(pair, value, reciprocal, metric)
    bars = [
        Bar(
            change.entry.id, change.entry.title,
            "" if change.owner is None else item.accelerators[change.owner].id,
            change.entry.statuses[change.index], change.entry.dimension,
            float(low[k]), float(value[k]), float(high[k]),
            float(at_low[k]), float(ratio[k]), float(at_high[k]),
            None if np.isnan(flips[k]) else float(flips[k]),
        )
        for k, change in enumerate(changes)
    ]  # fmt: skip
    return sorted((bar for bar in bars if bar.span > 1e-9), key=lambda bar: bar.span, reverse=True)


@dataclass(frozen=True, slots=True)
class Change:
    """One input that is varied: of one accelerator, or (``owner`` None) of all together."""

    entry: Input
    owner: int | None

    @property
    def index(self) -> int:
        return self.owner or 0


def _perturbed(
    item: Study, metric: str, changes: Sequence[Change], values: FloatArray
) -> FloatArray:
    """The metric of shape ``(changes, accelerators)``: row k has only change k made."""
    rows = {key: np.tile(entry.value, (len(changes), 1)) for key, entry in item.inputs.items()}
    for k, change in enumerate(changes):
        rows[change.entry.id][k, change.index] = values[k]
    metrics = item.evaluate(rows)[metric]
    return np.broadcast_to(metrics, (len(changes), len(item.accelerators)))


def break_evens(
    pair: Callable[[FloatArray], tuple[FloatArray, FloatArray]],
    at: FloatArray,
    reciprocal: npt.NDArray[np.bool_],
    metric: str,
) -> FloatArray:
    """For each input the value at which both metrics are equal, in closed form; NaN for none.

    Costs, times and energies are straight lines in a price or a power, and in the reciprocal
    of a rate; rates and efficiencies are reciprocals of such lines. So the difference is
    linear in the right variable and two evaluations give its root. A root where another
    resource has become the bottleneck is not one, so each is checked by evaluating there;
    lines beyond a bend of the roofline are looked for at a third and at three times the value.
    """

    def value_of(variable: FloatArray) -> FloatArray:
        return np.where(reciprocal, 1 / variable, variable)

    def difference(variable: FloatArray) -> FloatArray:
        one, other = pair(value_of(variable))
        return 1 / one - 1 / other if metric not in LOWER_IS_BETTER else one - other

    start = value_of(at)
    found = np.full(at.shape, np.nan)
    for factor in (1.0, 3.0, 0.3):
        here = difference(start * factor)
        with np.errstate(divide="ignore", invalid="ignore"):
            slope = (difference(start * factor * 1.01) - here) / (start * factor * 0.01)
            root = start * factor - here / slope
        sound = np.isfinite(root) & (root > 0) & np.isnan(found)
        one, other = pair(value_of(np.where(sound, root, start)))
        equal = sound & np.isclose(one, other, rtol=1e-6)
        found[equal] = value_of(np.where(sound, root, start))[equal]
    return found
