"""AMD and Intel GPUs through /sys/class/drm/card*/device/hwmon.

AMD reports microwatts: ``power1_average`` on cards, on APUs ``power1_input`` beside it, and
then the value (PPT, slowPPT) is that of the whole socket. Intel counts microjoules in
``energyN_input``; on a B580 under Linux 6.16 the ``card`` counter stays 0 and ``pkg`` counts.
Source: kernel documentation ``hwmon/sysfs-interface`` and snapshots of 26 GPUs (LACT, MIT).
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pixelwatt.api import Available, Unavailable
from pixelwatt_power.core.sensors.model import Kind, Probe, Reading, Scope, SensorInfo
from pixelwatt_power.core.sensors.sysfs import SYSFS, asleep, read_number, read_text
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pathlib import Path

DRIVERS = {"amdgpu": "AMD", "radeon": "AMD", "i915": "Intel", "xe": "Intel", "nouveau": "NVIDIA"}
LIMITS = ("power1_cap_max", "power1_cap", "power1_max", "power2_max")
"""AMD's limits, then Intel's of the card and of the package."""
MICRO = 1e-6


@dataclass(slots=True)
class HwmonSensor:
    """One GPU's power or energy file."""

    info: SensorInfo
    device: Path
    hwmon: Path
    file: str

    def read(self) -> Reading:
        if asleep(self.device):
            return Reading(time.perf_counter_ns(), absent=tr("asleep, and left to sleep"))
        value = read_number(self.hwmon / self.file)
        now = time.perf_counter_ns()
        if value is None:
            return Reading(now, absent=tr("the driver gives no value"))
        also = self._also()
        if self.info.kind is Kind.COUNTER:
            return Reading(now, joules=value * MICRO, also=also)
        return Reading(now, watts=value * MICRO, also=also)

    def close(self) -> None:
        """Nothing is held open between readings."""

    def _also(self) -> dict[str, float]:
        values = {
            "temperature_c": (read_number(self.hwmon / "temp1_input"), 1e-3),
            "clock_mhz": (read_number(self.hwmon / "freq1_input"), MICRO),
            "memory_clock_mhz": (read_number(self.hwmon / "freq2_input"), MICRO),
            "utilisation_percent": (read_number(self.device / "gpu_busy_percent"), 1.0),
        }
        return {name: value * scale for name, (value, scale) in values.items() if value is not None}


def probe_hwmon(root: Path = SYSFS, platform: str = sys.platform) -> list[Probe]:
    """Every GPU with a hwmon folder under ``root``/class/drm; on Linux, their absence is said."""
    found = []
    for hwmon in sorted(root.glob("class/drm/card*/device/hwmon/hwmon*")):
        driver = read_text(hwmon / "name") or ""
        if driver in DRIVERS:
            found.append(_probe_gpu(hwmon, driver))
    if not found and platform == "linux":
        state = Unavailable(
            tr("No AMD or Intel GPU shows its power in {folder}.", folder=root / "class/drm"),
            tr("If this machine has one, its kernel driver (amdgpu, i915, xe) must be loaded."),
        )
        return [Probe("hwmon", "AMD, Intel GPU", "hwmon", state)]
    return found


def _probe_gpu(hwmon: Path, driver: str) -> Probe:
    device = hwmon.parent.parent
    card = device.parent.name
    identity = f"hwmon-{card}"
    name = f"{DRIVERS[driver]} GPU {card.removeprefix('card')} ({driver})"
    if asleep(device):
        state = Unavailable(
            tr("{gpu} is asleep and is left to sleep.", gpu=name),
            tr("Start a program on it: measuring begins when it wakes."),
        )
        return Probe(identity, name, "hwmon", state)
    chosen = _energy_file(hwmon) or _power_file(hwmon)
    if chosen is None:
        state = Unavailable(
            tr("{gpu} reports no power.", gpu=name),
            tr("Its driver has no power sensor for it; a newer kernel may."),
        )
        return Probe(identity, name, "hwmon", state)
    file, kind, scope, note = chosen
    limit = next((value for each in LIMITS if (value := read_number(hwmon / each))), None)
    info = SensorInfo(
        identity, name, "hwmon", scope, kind,
        update_s=0.001 if kind is Kind.COUNTER else 0.1,
        quantum=MICRO if kind is Kind.COUNTER else _step_w(hwmon / file),
        limit_w=limit * MICRO if limit else None,
        note=note,
    )  # fmt: skip
    sensor = HwmonSensor(info, device, hwmon, file)
    return Probe(identity, name, "hwmon", Available(f"{file}, {note}"), lambda: sensor, info)


def _energy_file(hwmon: Path) -> tuple[str, Kind, Scope, str] | None:
    counters = {}
    for path in sorted(hwmon.glob("energy*_input")):
        label = read_text(path.with_name(path.name.replace("_input", "_label"))) or "card"
        value = read_number(path)
        if value:
            counters[label] = path.name
    for label, note in (("card", tr("GPU board")), ("pkg", tr("GPU package, without memory"))):
        if label in counters:
            return counters[label], Kind.COUNTER, Scope.GPU, note
    return None


def _power_file(hwmon: Path) -> tuple[str, Kind, Scope, str] | None:
    average, instant = hwmon / "power1_average", hwmon / "power1_input"
    has_average, has_instant = (read_number(path) is not None for path in (average, instant))
    if not has_average and not has_instant:
        return None
    label = read_text(hwmon / "power1_label") or ""
    socket = (has_average and has_instant) or label in ("slowPPT", "fastPPT")
    file, kind = (average.name, Kind.AVERAGE) if has_average else (instant.name, Kind.INSTANT)
    if socket:
        return file, kind, Scope.SOCKET, tr("whole APU socket, CPU included")
    return file, kind, Scope.GPU, tr("GPU; before RX 7000 the chip without its memory")


def _step_w(path: Path) -> float:
    value = read_number(path) or 0.0
    return 1.0 if value and value % 1e6 == 0 else 0.001
