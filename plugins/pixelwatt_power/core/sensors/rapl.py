"""CPU packages through Linux's powercap (RAPL energy counters).

Root only since Linux 5.10 (CVE-2020-8694). The counter starts again at
``max_energy_range_uj``: after 17 minutes at 253 W. Only top-level packages are read: psys
contains them, core and uncore are parts of them, and ``intel-rapl-mmio`` repeats them.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pixelwatt.api import Available, Unavailable
from pixelwatt_power.core.sensors.model import Kind, Probe, Reading, Scope, SensorInfo
from pixelwatt_power.core.sensors.sysfs import SYSFS, read_number, read_text, readable
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pathlib import Path

MICRO = 1e-6
UPDATE_S = 0.001
FINEST_J = 61e-6
"""The usual energy unit of Intel's counters, 2^-14 J."""


@dataclass(slots=True)
class RaplSensor:
    """One package's energy counter."""

    info: SensorInfo
    zone: Path

    def read(self) -> Reading:
        value = read_number(self.zone / "energy_uj")
        now = time.perf_counter_ns()
        # A read error must stay an absence: taken for 0 it would look like a wrap.
        if value is None:
            return Reading(now, absent=tr("the counter cannot be read"))
        return Reading(now, joules=value * MICRO)

    def close(self) -> None:
        """Nothing is held open between readings."""


def probe_rapl(root: Path = SYSFS, platform: str = sys.platform) -> list[Probe]:
    """Every CPU package of ``root``/class/powercap; on Linux, their absence is said."""
    zones = [
        zone
        for zone in sorted((root / "class" / "powercap").glob("intel-rapl:*"))
        if zone.name.count(":") == 1 and (read_text(zone / "name") or "").startswith("package")
    ]
    if not zones and platform == "linux":
        state = Unavailable(
            tr("The kernel shows no energy counter of the CPU (RAPL)."),
            tr("Load it with: sudo modprobe intel_rapl_msr. Virtual machines have none."),
        )
        return [Probe("rapl", tr("CPU package"), "RAPL", state)]
    return [_probe_zone(zone) for zone in zones]


def _probe_zone(zone: Path) -> Probe:
    package = (read_text(zone / "name") or "").removeprefix("package-")
    name = tr("CPU package {number}", number=package)
    identity = f"rapl-{package}"
    counter = zone / "energy_uj"
    if not readable(counter):
        state = Unavailable(
            tr("{name}: {file} may be read by root only.", name=name, file=counter),
            tr("Allow it until the next start with: sudo chmod a+r {file}", file=counter),
        )
        return Probe(identity, name, "RAPL", state)
    span = read_number(zone / "max_energy_range_uj")
    limit = read_number(zone / "constraint_1_power_limit_uw") or read_number(
        zone / "constraint_0_power_limit_uw"
    )
    info = SensorInfo(
        identity, name, "RAPL", Scope.CPU, Kind.COUNTER, UPDATE_S, FINEST_J,
        counter_range_j=span * MICRO if span else None,
        limit_w=limit * MICRO if limit else None,
        note=tr("CPU package"),
    )  # fmt: skip
    sensor = RaplSensor(info, zone)
    return Probe(identity, name, "RAPL", Available(info.note), lambda: sensor, info)
