"""Apple Silicon through the optional package ``zeus-apple-silicon`` (IOReport, no sudo).

macOS 27 leaves the CPU's energy at 0 (macmon issue 76): a counter that never moves is taken
for no data by the meter, never for 0 W.
"""

from __future__ import annotations

import importlib
import sys
import time
from dataclasses import dataclass
from typing import Any

from pixelwatt.api import Available, Unavailable
from pixelwatt_power.core.sensors.model import Kind, Probe, Reading, Scope, SensorInfo
from pixelwatt_power.text import tr

MILLI = 1e-3
FIELDS = {Scope.CPU: "cpu_total_mj", Scope.GPU: "gpu_mj"}


@dataclass(slots=True)
class AppleSensor:
    """One counter of the chip's energy model."""

    info: SensorInfo
    monitor: Any

    def read(self) -> Reading:
        value = getattr(self.monitor.get_cumulative_energy(), FIELDS[self.info.scope], None)
        now = time.perf_counter_ns()
        if value is None:
            return Reading(now, absent=tr("the counter cannot be read"))
        return Reading(now, joules=float(value) * MILLI)

    def close(self) -> None:
        """The monitor frees itself."""


def probe_apple(platform: str = sys.platform) -> list[Probe]:
    if platform != "darwin":
        return []
    try:
        monitor = importlib.import_module("zeus_apple_silicon").AppleEnergyMonitor()
    except (ImportError, RuntimeError, OSError) as error:
        state = Unavailable(
            tr("Apple's energy counters are not read: {error}.", error=error),
            tr("Install the reader with: pip install zeus-apple-silicon"),
        )
        return [Probe("apple", "Apple Silicon", "IOReport", state)]
    return [_probe(monitor, scope) for scope in FIELDS]


def _probe(monitor: Any, scope: Scope) -> Probe:
    name = f"Apple Silicon {scope.upper()}"
    info = SensorInfo(
        f"apple-{scope}", name, "IOReport", scope, Kind.COUNTER, 0.1, MILLI,
        note=tr("estimated by the chip's energy model"),
    )  # fmt: skip
    sensor = AppleSensor(info, monitor)
    return Probe(info.id, name, "IOReport", Available(info.note), lambda: sensor, info)
