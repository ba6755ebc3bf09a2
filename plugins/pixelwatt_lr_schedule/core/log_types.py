"""Logged training curves, whatever file they came from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.schedule import Values, floats
from pixelwatt_lr_schedule.text import tr


@dataclass(frozen=True, slots=True)
class Series:
    """Values by step, in order of steps, each step once (the last value written counts)."""

    name: str
    steps: Values
    values: Values

    @property
    def missing(self) -> int:
        """How many values are not finite numbers."""
        return int(np.count_nonzero(~np.isfinite(self.values)))


def series(name: str, steps: ArrayLike, values: ArrayLike) -> Series:
    """Sort by step and keep the last value of each."""
    at, what = floats(steps), floats(values)
    known = np.isfinite(at)
    at, what = at[known], what[known]
    order = np.argsort(at, kind="stable")
    at, what = at[order], what[order]
    last = np.append(np.diff(at) > 0, True) if len(at) else np.zeros(0, dtype=bool)
    return Series(name, at[last], what[last])


@dataclass(frozen=True, slots=True)
class Log:
    """A log: its format, its series by name, and what was wrong with it.

    ``usual_offset`` is how many updates before the logged step its learning rate was used.
    """

    format: str
    series: dict[str, Series]
    usual_offset: int = 0
    planned_steps: int | None = None
    warnings: tuple[str, ...] = ()

    def learning_rate(self) -> Series:
        """The series of learning rates; raise `Problem` if there is none."""
        names = sorted(self.series, key=_likeness, reverse=True)
        for name in names:
            found = self.series[name]
            if _likeness(name) > 0 and np.isfinite(found.values).sum() >= 2:
                return found
        raise Problem(
            tr("The log has no learning rate; its columns are {names}.",
               names=", ".join(sorted(self.series)) or "-"),
            tr("Log the learning rate too, in a column named lr or learning_rate."),
        )  # fmt: skip

    def losses(self) -> list[Series]:
        """Training and validation losses, as far as they are logged."""
        return [s for name, s in sorted(self.series.items()) if "loss" in name.lower()]


def _likeness(name: str) -> int:
    lowered = name.lower().replace(" ", "_").replace("-", "_")
    last = lowered.replace(".", "/").rsplit("/", 1)[-1]
    if last in {"lr", "learning_rate"}:
        return 3
    if last.startswith(("lr_", "learning_rate")) or last.endswith(("_lr", "learning_rate")):
        return 2
    return 1 if "learning_rate" in lowered else 0
