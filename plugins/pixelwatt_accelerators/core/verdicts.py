"""The verdict over the chosen accelerators by one metric, with what would flip it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt.api import tr_noop
from pixelwatt_accelerators.core.assessment import LOWER_IS_BETTER
from pixelwatt_accelerators.core.uncertainty import (
    Bar,
    Study,
    draws,
    probability_better,
    study,
    tornado,
)


@dataclass(frozen=True, slots=True)
class Lead:
    """``margin`` is the lead as a share of the second's value; unknown ones are left aside."""

    best: str | None
    second: str | None
    value: float
    other: float
    margin: float
    probability: float
    flip: Bar | None
    unknown: tuple[str, ...]


def lead(item: Study, metric: str, samples: int = 1000) -> Lead:
    """Best and second among the known; the flip is the input nearest to its break-even."""
    values = item.nominal()[metric]
    known = [index for index in range(len(values)) if not np.isnan(values[index])]
    unknown = tuple(
        item.accelerators[index].id for index in range(len(values)) if index not in known
    )
    sign = 1.0 if metric in LOWER_IS_BETTER else -1.0
    ranked = sorted(known, key=lambda index: sign * values[index])
    if len(ranked) < 2:
        return Lead(None, None, np.nan, np.nan, np.nan, np.nan, None, unknown)
    best, second = ranked[:2]
    # Only these two are studied further: a lead over many costs no more than one over one.
    pair = study([item.accelerators[best], item.accelerators[second]], item.comparison)
    drawn = draws(pair, samples)[metric]
    bars = [bar for bar in tornado(pair, metric) if bar.flips_at is not None]
    flip = min(bars, key=_distance, default=None)
    return Lead(
        item.accelerators[best].id,
        item.accelerators[second].id,
        float(values[best]),
        float(values[second]),
        float(abs(values[best] - values[second]) / values[second]),
        probability_better(metric, drawn[:, 0], drawn[:, 1]),
        flip,
        unknown,
    )


def missing(item: Study, metric: str, index: int) -> tuple[str, ...]:
    """Titles of the undisclosed figures that leave an accelerator's metric unknown.

    Found by asking: with all gaps filled but one, is it still unknown? Empty where the model does
    not fit, which no figure would mend.
    """
    gaps = {
        key: entry
        for key, entry in item.inputs.items()
        if not entry.shared and np.isnan(entry.value[index])
    }
    values = item.nominal_values()
    filled = {**values, **{key: np.ones_like(values[key]) for key in gaps}}
    if np.isnan(item.evaluate(filled)[metric][index]):
        return (tr_noop("Memory"),) if np.isnan(item.fleet.hbm_bytes[index]) else ()
    return tuple(
        entry.title
        for key, entry in gaps.items()
        if np.isnan(item.evaluate({**filled, key: values[key]})[metric][index])
    )


def _distance(bar: Bar) -> float:
    """How far, in factors, the input is from where the verdict turns.

    Several are often equally far (price and bandwidth of a chip bound by memory); then the
    price is named, because it is what a buyer can move.
    """
    factors = abs(float(np.log((bar.flips_at or np.inf) / bar.value)))
    return factors - 0.02 if bar.input_id == "price" else factors
