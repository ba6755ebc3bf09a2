"""Catalogue to columns: one numpy array per quantity, NaN where a figure is unknown.

Every model of this package is written for such arrays and lets NaN pass through, so an
unknown input gives an unknown output and 26 accelerators cost about as much as one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pixelwatt_accelerators.core.catalogue import Accelerator, Datum

FloatArray = npt.NDArray[np.float64]
Number = float | FloatArray
"""A scalar or an array; the models broadcast."""


def datum_for(accelerator: Accelerator, quantity: str) -> Datum | None:
    """The figure of a quantity; ``"memory"`` is the best known capacity."""
    if quantity == "memory":
        return accelerator.memory()
    return accelerator.figures.get(quantity)


def column(accelerators: Sequence[Accelerator], quantity: str) -> FloatArray:
    """Values in base units, shape ``(accelerators,)``, NaN where unknown."""
    data = [datum_for(accelerator, quantity) for accelerator in accelerators]
    return np.array(
        [np.nan if datum is None or datum.value is None else datum.value for datum in data],
        dtype=np.float64,
    )


def bounds(accelerators: Sequence[Accelerator], quantity: str) -> tuple[FloatArray, FloatArray]:
    """Low and high of `Datum.interval`, each of shape ``(accelerators,)``."""
    low = np.full(len(accelerators), np.nan)
    high = np.full(len(accelerators), np.nan)
    for index, accelerator in enumerate(accelerators):
        datum = datum_for(accelerator, quantity)
        interval = datum.interval() if datum is not None else None
        if interval is not None:
            low[index], high[index] = interval
    return low, high
