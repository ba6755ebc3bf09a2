"""From readings of a sensor to energy, with its bound.

A counter's energy is the difference of two readings; power is integrated by the trapezoid
rule over the readings' own times. Either way the hardware's last update may be up to
``update_s`` old at both ends, so over a window T the mean power is uncertain by
``update_s / T`` of itself, plus the sensor's smallest step.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from pixelwatt_power.core.plausibility import Gate, Reason
from pixelwatt_power.core.sensors.model import Kind, Reading, SensorInfo


@dataclass(frozen=True, slots=True)
class Interval:
    """Mean power between two readings. ``bound_w`` is a half-width."""

    start_ns: int
    end_ns: int
    joules: float
    bound_w: float

    @property
    def seconds(self) -> float:
        return (self.end_ns - self.start_ns) / 1e9

    @property
    def watts(self) -> float:
        return self.joules / self.seconds


def power_bound(info: SensorInfo, watts: float, seconds: float) -> float:
    """How far mean power over ``seconds`` may be off by the sensor's update and step."""
    if seconds <= 0:
        return math.inf
    step = info.quantum / seconds if info.kind is Kind.COUNTER else info.quantum / 2.0
    return watts * min(1.0, info.update_s / seconds) + step


def seconds_needed(info: SensorInfo, relative: float = 0.01) -> float:
    """How long to measure until updates alone leave no more than ``relative``: 10 s for 1 %."""
    return info.update_s / relative


@dataclass(slots=True)
class EnergyMeter:
    """Turns one sensor's readings into intervals and a running total."""

    info: SensorInfo
    gate: Gate = field(init=False)
    joules: float = 0.0
    seconds: float = 0.0
    _last: Reading | None = None
    _last_watts: float | None = None

    def __post_init__(self) -> None:
        self.gate = Gate(self.info)

    def add(self, reading: Reading) -> Interval | None:
        """The interval since the reading before, None if there is none to be believed."""
        if reading.watts is None and reading.joules is None:
            self._last = self._last_watts = None
            return None
        last, self._last = self._last, reading
        if last is not None and reading.at_ns <= last.at_ns:
            self.gate.count(Reason.CLOCK)
            return None
        if self.info.kind is Kind.COUNTER:
            interval = self._from_counter(last, reading)
        else:
            interval = self._from_power(last, reading)
        if interval is not None:
            self.joules += interval.joules
            self.seconds += interval.seconds
        return interval

    @property
    def bound_w(self) -> float:
        """Bound of the mean power over everything so far."""
        mean = self.joules / self.seconds if self.seconds else 0.0
        return power_bound(self.info, mean, self.seconds)

    def _from_counter(self, last: Reading | None, reading: Reading) -> Interval | None:
        if last is None or last.joules is None or reading.joules is None:
            return None
        seconds = (reading.at_ns - last.at_ns) / 1e9
        joules = reading.joules - last.joules
        if joules < 0:
            joules = self._unwrapped(joules)
        if joules < 0:
            self.gate.count(Reason.RESET)
            return None
        if joules == 0:
            # Between two updates a counter stands still: wait for the next, keep the start.
            self._last = last
            self.gate.standing(seconds)
            return None
        if not self.gate.accepts(joules / seconds):
            return None
        bound = power_bound(self.info, joules / seconds, seconds)
        return Interval(last.at_ns, reading.at_ns, joules, bound)

    def _unwrapped(self, joules: float) -> float:
        span = self.info.counter_range_j
        return joules + span if span else joules

    def _from_power(self, last: Reading | None, reading: Reading) -> Interval | None:
        watts = reading.watts
        if watts is None or not self.gate.accepts(watts):
            self._last_watts = None
            return None
        before, self._last_watts = self._last_watts, watts
        if last is None or before is None:
            return None
        seconds = (reading.at_ns - last.at_ns) / 1e9
        joules = (before + watts) / 2.0 * seconds
        bound = power_bound(self.info, joules / seconds, seconds)
        return Interval(last.at_ns, reading.at_ns, joules, bound)
