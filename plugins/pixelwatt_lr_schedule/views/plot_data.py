"""What the plot paints: each curve at its pixel columns, the log's points, the difference."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.sampling import column_updates
from pixelwatt_lr_schedule.core.schedule import Refused, Schedule, Values, floats
from pixelwatt_lr_schedule.views.store import Store

Points = tuple[Values, Values]


@dataclass(frozen=True, slots=True)
class PlotData:
    """Updates and rates per curve (None where its library refuses it), and the y range."""

    columns: int
    curves: tuple[Points | None, ...]
    difference: Points | None
    log: Points | None
    low: float
    high: float

    def at_cursor(self, store: Store) -> float | None:
        """The edited curve's rate at the cursor."""
        schedule = store.schedule()
        if schedule is None or store.cursor >= (schedule.ends or store.cursor + 1):
            return None
        return float(schedule.lr(np.asarray([store.cursor], dtype=np.int64))[0])


def plot_data(store: Store, columns: int) -> PlotData:
    """Read every curve at its pixel columns."""
    curves = tuple(
        _curve(store.schedule(i), spec.steps, columns) for i, spec in enumerate(store.curves)
    )
    log = _log(store)
    shown = [points[1] for points in (*curves, log) if points is not None and len(points[1])]
    values = np.concatenate(shown) if shown else np.zeros(1)
    values = values[np.isfinite(values)]
    high = float(values.max(initial=0.0)) or 1.0
    if store.logarithmic:
        positive = values[values > 0]
        low = max(float(positive.min(initial=high)), high * 1e-7)
        return PlotData(columns, curves, _difference(store, columns), log, low / 1.3, high * 1.3)
    low = min(0.0, float(values.min(initial=0.0)))
    return PlotData(columns, curves, _difference(store, columns), log, low, high * 1.08)


def _curve(schedule: Schedule | None, steps: int, columns: int) -> Points | None:
    if schedule is None:
        return None
    k = column_updates(schedule, 0, steps - 1, columns)
    try:
        with np.errstate(all="ignore"):
            lrs = floats(schedule.lr(k))
    except Refused:
        return None
    known = np.isfinite(lrs)
    return floats(k)[known], lrs[known]


def _difference(store: Store, columns: int) -> Points | None:
    if len(store.curves) < 2:
        return None
    ours, other = store.schedule(0), store.schedule(1)
    if ours is None or other is None:
        return None
    last = min(store.curves[0].steps, store.curves[1].steps) - 1
    k = np.unique(np.concatenate([column_updates(s, 0, last, columns // 2) for s in (ours, other)]))
    for schedule in (ours, other):
        if schedule.ends is not None:
            k = k[k < schedule.ends]
    if not len(k):
        return None
    try:
        with np.errstate(all="ignore"):
            a, b = ours.lr(k), other.lr(k)
            part = (b - a) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-300)
    except Refused:
        return None
    known = np.isfinite(part)
    return floats(k)[known], part[known]


def _log(store: Store) -> Points | None:
    if store.log is None:
        return None
    rates = next(
        (s for name, s in store.log.series.items() if name == store.log.learning_rate().name), None
    )
    if rates is None:
        return None
    spread = np.unique(np.linspace(0, len(rates.steps) - 1, 600).astype(np.int64))
    x, y = rates.steps[spread] - store.log.usual_offset, rates.values[spread]
    known = np.isfinite(y)
    return x[known], y[known]
