"""What a power sensor is, says and costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pixelwatt.api import Available, Unavailable


class Scope(StrEnum):
    """What a sensor's watts cover. Figures of different scopes are never compared silently."""

    GPU = "gpu"
    """Graphics board, or chip where the driver knows no more."""
    SOCKET = "socket"
    """CPU and GPU of an APU together: a CPU reading beside it is part of it."""
    CPU = "cpu"
    BATTERY = "battery"
    """Everything the machine draws while it runs from its battery."""


class Kind(StrEnum):
    """How a sensor arrives at its watts, from best to worst."""

    COUNTER = "counter"
    """It counts joules; nothing between two readings is missed."""
    AVERAGE = "average"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class SensorInfo:
    """A sensor's fixed properties."""

    id: str
    name: str
    source: str
    """Through what it is read: ``"NVML"``, ``"hwmon"``, ``"RAPL"``, ``"battery"``, ``"EMI"``."""
    scope: Scope
    kind: Kind
    update_s: float
    """How often the hardware brings a new value."""
    quantum: float
    """Smallest step: joules for a counter, watts otherwise."""
    counter_range_j: float | None = None
    """Where a counter starts again from zero; None: it does not in practice."""
    limit_w: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at a sensor. ``joules`` (a counter) or ``watts`` is None where unknown."""

    at_ns: int
    watts: float | None = None
    joules: float | None = None
    also: Mapping[str, float] = field(default_factory=dict)
    """``utilisation_percent``, ``temperature_c``, ``clock_mhz``, ``memory_clock_mhz``."""
    absent: str = ""
    """Why there is no value this time, for example that the GPU sleeps."""


class Sensor(Protocol):
    """An open sensor. `read` raises `OSError` where the hardware refuses."""

    @property
    def info(self) -> SensorInfo: ...
    def read(self) -> Reading: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Probe:
    """What was found of one sensor; ``open`` is None where it is unavailable."""

    id: str
    name: str
    source: str
    state: Available | Unavailable
    open: Callable[[], Sensor] | None = None
    info: SensorInfo | None = None
