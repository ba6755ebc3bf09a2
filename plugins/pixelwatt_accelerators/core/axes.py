"""Axes on which all accelerators are laid out side by side, better at the upper end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pixelwatt.api import tr_noop
from pixelwatt_accelerators.core import arrays
from pixelwatt_accelerators.core.arrays import FloatArray
from pixelwatt_accelerators.core.catalogue import Accelerator

_AXES = (
    ("memory", tr_noop("Memory"), "bytes", False),
    ("hbm_bandwidth", tr_noop("Bandwidth"), "bandwidth", False),
    ("bf16", "BF16", "flops", False),
    ("fp8", "FP8", "flops", False),
    ("fp4", "FP4", "flops", False),
    ("link_uni", tr_noop("Link"), "bandwidth", False),
    ("domain", tr_noop("Domain"), "count", False),
    ("tdp", "TDP", "power", True),
    ("usd_per_chip_hour", tr_noop("Price"), "hourly_price", True),
    ("joules_per_token", tr_noop("J/token"), "energy", True),
)


@dataclass(frozen=True, slots=True)
class Axis:
    """``values`` in base units, NaN unknown; ``positions`` 0 to 1 on a log scale, 1 best."""

    id: str
    title: str
    dimension: str
    inverted: bool
    values: FloatArray
    positions: FloatArray


def axes_of(accelerators: Sequence[Accelerator], metrics: Mapping[str, FloatArray]) -> list[Axis]:
    """One axis per quantity for which at least two values are known."""
    axes = []
    for axis_id, title, dimension, inverted in _AXES:
        values = metrics.get(axis_id)
        if values is None:
            values = arrays.column(accelerators, axis_id)
        known = values[~np.isnan(values)]
        if known.size < 2 or known.min() == known.max():
            continue
        low, high = np.log(known.min()), np.log(known.max())
        positions = (np.log(values) - low) / (high - low)
        if inverted:
            positions = 1 - positions
        axes.append(Axis(axis_id, title, dimension, inverted, values, positions))
    return axes
