"""Looking for every sensor of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pixelwatt.api import Available, DiagnosticItem, Unavailable
from pixelwatt_power import extensions
from pixelwatt_power.core.sensors.apple import probe_apple
from pixelwatt_power.core.sensors.battery import probe_battery
from pixelwatt_power.core.sensors.emi import probe_emi
from pixelwatt_power.core.sensors.hwmon import probe_hwmon
from pixelwatt_power.core.sensors.model import Probe, SensorInfo
from pixelwatt_power.core.sensors.nvml import probe_nvml
from pixelwatt_power.core.sensors.rapl import probe_rapl
from pixelwatt_power.core.sensors.sysfs import SYSFS
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def discover(root: Path = SYSFS) -> list[Probe]:
    """All sensors, found and missing. A probe that fails is reported as its own absence."""
    probes: list[Probe] = []
    places: tuple[tuple[str, Callable[[], list[Probe]]], ...] = (
        ("NVML", lambda: probe_nvml(root)),
        ("hwmon", lambda: probe_hwmon(root)),
        ("RAPL", lambda: probe_rapl(root)),
        ("battery", lambda: probe_battery(root)),
        ("EMI", probe_emi),
        ("IOReport", probe_apple),
        ("plugins", extensions.probes),
    )
    for name, look in places:
        try:
            probes += look()
        except Exception as error:
            state = Unavailable(tr("{sensor} failed: {error}", sensor=name, error=error))
            probes.append(Probe(name.lower(), name, name, state))
    return probes or [_nothing()]


def _nothing() -> Probe:
    state = Unavailable(
        tr("This machine shows no power sensor."),
        tr("Virtual machines and containers have none; on a PC, install the GPU's driver."),
    )
    return Probe("none", tr("Power sensors"), "", state)


def describe(probe: Probe) -> dict[str, Any]:
    """One entry of ``pixelwatt sensors --json``."""
    available = isinstance(probe.state, Available)
    state = probe.state
    return {
        "id": probe.id,
        "name": probe.name,
        "source": probe.source or None,
        "available": available,
        "detail": state.detail if isinstance(state, Available) else None,
        "reason": state.reason if isinstance(state, Unavailable) else None,
        "remedy": (state.remedy or None) if isinstance(state, Unavailable) else None,
        **_properties(probe.info),
    }


def _properties(info: SensorInfo | None) -> dict[str, Any]:
    return {
        "scope": info.scope.value if info else None,
        "kind": info.kind.value if info else None,
        "update_s": info.update_s if info else None,
        "limit_w": info.limit_w if info else None,
    }


def diagnostics() -> list[DiagnosticItem]:
    """The lines of ``pixelwatt doctor``."""
    return [DiagnosticItem(probe.name, probe.state) for probe in discover()]
