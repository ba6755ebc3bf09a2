"""The clock of PresentMon's logs, whose unit its column's name does not always tell.

``CPUStartTime`` is seconds or milliseconds by version, ``TimeInSeconds`` holds milliseconds under
``--qpc_time_ms`` in 2.3.1 and later, and a performance counter ticks at 10 MHz on current Windows
but not on every one. Frame times are always milliseconds, so the rows themselves tell the unit.
Source: GameTechDev/PresentMon ``CsvOutput.cpp``, versions 1.10 to 2.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.run import FloatArray

CLOCKS: dict[str, float] = {
    "timeinseconds": 1.0, "timeinms": 1e-3, "timeinqpc": 1e-7,
    "cpustarttimeinms": 1e-3, "cpustarttimeinseconds": 1.0, "cpustarttime": 1e-3,
    "cpustartqpctimeinms": 1e-3, "cpustartqpctime": 1e-3, "cpustartqpc": 1e-7, "qpctime": 1e-7,
}  # fmt: skip
"""Columns that tell the time, the best first, with the seconds of one unit by their name."""

UNITS = (1.0, 1e-3, 1e-7)
ALIKE = 5.0
"""A unit fits if it makes the rows' steps as long as their frame times within this factor."""
QPC_SAME = 1.1
QPC_HZ = (1e6, 32e6)
"""Performance counters tick between these rates."""


def seconds_of(name: str, raw: FloatArray, frame_ms: FloatArray) -> FloatArray:
    """The clock column ``raw`` in seconds; ``frame_ms`` is NaN where it says nothing of the clock.

    The named unit is kept unless another makes the steps between rows what the frame times say
    they are; a log that holds one frame in many fits none and keeps it too.
    """
    named = CLOCKS[name]
    with np.errstate(divide="ignore", invalid="ignore"):
        units = frame_ms[1:] / 1000.0 / np.diff(raw)
    units = units[np.isfinite(units) & (units > 0)]
    if not units.size:
        return raw * named
    measured = float(np.median(units))
    if "qpc" in name and QPC_HZ[0] <= 1.0 / measured <= QPC_HZ[1]:
        return raw * (named if _alike(measured, named, QPC_SAME) else measured)
    fitting = [unit for unit in (named, *UNITS) if _alike(measured, unit, ALIKE)]
    return raw * (fitting[0] if fitting else named)


def _alike(measured: float, unit: float, factor: float) -> bool:
    return 1.0 / factor <= measured / unit <= factor
