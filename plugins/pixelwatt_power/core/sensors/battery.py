"""What the machine draws from its batteries, from /sys/class/power_supply.

The kernel's ABI says that current is negative while discharging; drivers follow at least
three conventions (positive always, negative discharging, negative charging), so only the
absolute value and ``status`` are used. Several batteries add up.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pixelwatt.api import Available, Unavailable
from pixelwatt_power.core.sensors.model import Kind, Probe, Reading, Scope, SensorInfo
from pixelwatt_power.core.sensors.sysfs import SYSFS, read_number, read_text
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pathlib import Path

MICRO = 1e-6
UPDATE_S = 2.0
LARGEST_W = 300.0


@dataclass(slots=True)
class BatterySensor:
    """All system batteries together."""

    info: SensorInfo
    batteries: tuple[Path, ...]

    def read(self) -> Reading:
        now = time.perf_counter_ns()
        discharging = [path for path in self.batteries if _status(path) == "discharging"]
        if not discharging:
            return Reading(now, absent=tr("not discharging"))
        watts = [power for path in discharging if (power := battery_watts(path)) is not None]
        if len(watts) != len(discharging):
            return Reading(now, absent=tr("a battery gives no value"))
        return Reading(now, watts=sum(watts))

    def close(self) -> None:
        """Nothing is held open between readings."""


def battery_watts(battery: Path) -> float | None:
    """|power_now|, else |current_now * voltage_now|, in watts."""
    power = read_number(battery / "power_now")
    if power is not None:
        return abs(power) * MICRO
    current = read_number(battery / "current_now")
    voltage = read_number(battery / "voltage_now")
    return None if current is None or voltage is None else abs(current * voltage) * 1e-12


def battery_capacity_wh(root: Path = SYSFS) -> float | None:
    """What the batteries hold when full today, in watt-hours; None where unknown."""
    total = 0.0
    for battery in _system_batteries(root):
        energy = read_number(battery / "energy_full")
        if energy is None:
            charge = read_number(battery / "charge_full")
            voltage = read_number(battery / "voltage_min_design") or read_number(
                battery / "voltage_now"
            )
            energy = charge * voltage * MICRO if charge and voltage else None
        if energy is None:
            return None
        total += energy * MICRO
    return total or None


def probe_battery(root: Path = SYSFS) -> list[Probe]:
    """The machine's own batteries; those of mice and headsets have scope ``Device``."""
    batteries = _system_batteries(root)
    if not batteries:
        return []
    name = tr("Battery") if len(batteries) == 1 else tr("{n} batteries", n=len(batteries))
    known = [path for path in batteries if battery_watts(path) is not None]
    if len(known) != len(batteries):
        state = Unavailable(
            tr("{name}: neither power_now nor current_now can be read.", name=name),
            tr("The battery's driver reports no power; a newer kernel may."),
        )
        return [Probe("battery", name, "battery", state)]
    info = SensorInfo(
        "battery", name, "battery", Scope.BATTERY, Kind.AVERAGE, UPDATE_S, 0.01,
        limit_w=LARGEST_W / 1.5, note=tr("whole machine, while discharging"),
    )  # fmt: skip
    sensor = BatterySensor(info, batteries)
    discharging = any(_status(path) == "discharging" for path in batteries)
    detail = info.note if discharging else tr("on mains now; measures while discharging")
    return [Probe("battery", name, "battery", Available(detail), lambda: sensor, info)]


def _system_batteries(root: Path) -> tuple[Path, ...]:
    return tuple(
        path
        for path in sorted((root / "class" / "power_supply").glob("*"))
        if (read_text(path / "type") or "").lower() == "battery"
        and (read_text(path / "scope") or "").lower() != "device"
    )


def _status(battery: Path) -> str:
    return (read_text(battery / "status") or "").lower()
