"""NVIDIA GPUs through NVML (the ``nvidia-ml-py`` package, imported when first asked).

The energy counter (Volta and later) misses nothing between readings; on A100 and H100 it
still samples a quarter of the time (arXiv 2312.02741). Without it, GetPowerUsage is a one
second average on Ampere and later. An open NVML handle keeps a laptop's GPU awake (5-7 W),
so a GPU that may sleep is let go after half a minute of idleness.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Available, Unavailable
from pixelwatt_power.core.sensors.model import Kind, Probe, Reading, Scope, SensorInfo
from pixelwatt_power.core.sensors.sysfs import SYSFS, asleep, read_text
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pathlib import Path

MILLI = 1e-3
COUNTER_UPDATE_S = 0.1
AVERAGE_S = 1.0
LET_GO_AFTER_S = 30.0
LOOK_AGAIN_S = 60.0
INSTANT_UPDATE_S = 0.1
GA100 = ("A100", "A30", "A800")
NVIDIA = "0x10de"


@dataclass(slots=True)
class NvmlSensor:
    """One NVIDIA GPU."""

    info: SensorInfo
    index: int
    pci: Path | None
    may_sleep: bool
    _nvml: Any = None
    _handle: Any = None
    _busy_ns: int = field(default_factory=time.perf_counter_ns)
    _released_ns: int = 0

    def read(self) -> Reading:
        now = time.perf_counter_ns()
        if self.pci is not None and asleep(self.pci):
            self._release(now)
            return Reading(now, absent=tr("asleep, and left to sleep"))
        if self._handle is None and not self._open(now):
            return Reading(now, absent=tr("idle, let go so that it may sleep"))
        nvml = self._nvml
        try:
            if self.info.kind is Kind.COUNTER:
                joules = nvml.nvmlDeviceGetTotalEnergyConsumption(self._handle) * MILLI
                reading = Reading(time.perf_counter_ns(), joules=joules, also=self._also())
            else:
                watts = nvml.nvmlDeviceGetPowerUsage(self._handle) * MILLI
                reading = Reading(time.perf_counter_ns(), watts=watts, also=self._also())
        except nvml.NVMLError as error:
            return Reading(now, absent=str(error))
        if reading.also.get("utilisation_percent", 1.0) > 0:
            self._busy_ns = now
        elif self.may_sleep and now - self._busy_ns > LET_GO_AFTER_S * 1e9:
            self._release(now)
        return reading

    def close(self) -> None:
        self._release(time.perf_counter_ns())

    def _open(self, now: int) -> bool:
        if self._released_ns and now - self._released_ns < LOOK_AGAIN_S * 1e9:
            return False
        import pynvml

        pynvml.nvmlInit()
        self._nvml, self._busy_ns, self._released_ns = pynvml, now, 0
        self._handle = pynvml.nvmlDeviceGetHandleByIndex(self.index)
        return True

    def _release(self, now: int) -> None:
        if self._handle is not None:
            self._handle = None
            self._released_ns = now
            with contextlib.suppress(self._nvml.NVMLError):
                self._nvml.nvmlShutdown()

    def _also(self) -> dict[str, float]:
        nvml, handle = self._nvml, self._handle
        asked: dict[str, Callable[[], Any]] = {
            "utilisation_percent": lambda: nvml.nvmlDeviceGetUtilizationRates(handle).gpu,
            "temperature_c": lambda: nvml.nvmlDeviceGetTemperature(handle, 0),
            "clock_mhz": lambda: nvml.nvmlDeviceGetClockInfo(handle, nvml.NVML_CLOCK_GRAPHICS),
            "memory_clock_mhz": lambda: nvml.nvmlDeviceGetClockInfo(handle, nvml.NVML_CLOCK_MEM),
        }
        values = {}
        for name, ask in asked.items():
            with contextlib.suppress(nvml.NVMLError):
                values[name] = float(ask())
        return values


def probe_nvml(root: Path = SYSFS) -> list[Probe]:
    """Every NVIDIA GPU; none is asked while all of them sleep, because that wakes them."""
    cards = _pci_cards(root)
    if cards and all(asleep(card) for card in cards):
        state = Unavailable(
            tr("The NVIDIA GPU is asleep and is left to sleep."),
            tr("Start a program on it: measuring begins when it wakes."),
        )
        return [Probe("nvml", "NVIDIA GPU", "NVML", state)]
    try:
        import pynvml
    except ImportError:
        return [_missing(tr("The package nvidia-ml-py is not installed."),
                         tr("Install it with: pip install nvidia-ml-py"))]  # fmt: skip
    try:
        pynvml.nvmlInit()
    except pynvml.NVMLError as error:
        return [_missing(
            tr("NVML does not answer: {error}.", error=error),
            tr("Install NVIDIA's driver, if this machine has an NVIDIA GPU."),
        )]  # fmt: skip
    try:
        return [_probe_gpu(pynvml, index, root) for index in range(pynvml.nvmlDeviceGetCount())]
    except pynvml.NVMLError as error:
        return [_missing(tr("NVML cannot list the GPUs: {error}.", error=error), "")]
    finally:
        with contextlib.suppress(pynvml.NVMLError):
            pynvml.nvmlShutdown()


def _missing(reason: str, remedy: str) -> Probe:
    return Probe("nvml", "NVIDIA GPU", "NVML", Unavailable(reason, remedy))


def _probe_gpu(nvml: Any, index: int, root: Path) -> Probe:
    identity = f"nvml-{index}"
    try:
        handle = nvml.nvmlDeviceGetHandleByIndex(index)
        name = _text(nvml.nvmlDeviceGetName(handle))
    except nvml.NVMLError as error:
        return Probe(identity, f"NVIDIA GPU {index}", "NVML", Unavailable(str(error)))
    kind = _kind(nvml, handle)
    if kind is None:
        state = Unavailable(
            tr("{gpu} reports neither energy nor power.", gpu=name),
            tr("Virtual and some GeForce laptop GPUs do not; a newer driver may."),
        )
        return Probe(identity, name, "NVML", state)
    limit = None
    with contextlib.suppress(nvml.NVMLError):
        limit = nvml.nvmlDeviceGetPowerManagementLimit(handle) * MILLI
    note = {
        Kind.COUNTER: tr("GPU board, energy counter"),
        Kind.AVERAGE: tr("GPU board, average of a second"),
        Kind.INSTANT: tr("GPU board, instantaneous"),
    }[kind]
    update_s = {
        Kind.COUNTER: COUNTER_UPDATE_S, Kind.AVERAGE: AVERAGE_S, Kind.INSTANT: INSTANT_UPDATE_S,
    }  # fmt: skip
    info = SensorInfo(
        identity, name, "NVML", Scope.GPU, kind,
        update_s=update_s[kind],
        quantum=MILLI, limit_w=limit, note=note,
    )  # fmt: skip
    pci = _pci_path(nvml, handle, root)
    may_sleep = pci is not None and read_text(pci / "power" / "control") == "auto"
    return Probe(
        identity, name, "NVML", Available(note),
        lambda: NvmlSensor(info, index, pci, may_sleep), info,
    )  # fmt: skip


def _kind(nvml: Any, handle: Any) -> Kind | None:
    """The best way to measure; an energy counter that stands at 0 is none."""
    with contextlib.suppress(nvml.NVMLError):
        if nvml.nvmlDeviceGetTotalEnergyConsumption(handle) > 0:
            return Kind.COUNTER
    with contextlib.suppress(nvml.NVMLError):
        nvml.nvmlDeviceGetPowerUsage(handle)
        return Kind.AVERAGE if _averages(nvml, handle) else Kind.INSTANT
    return None


def _averages(nvml: Any, handle: Any) -> bool:
    """Whether GetPowerUsage is a one second average: on Ampere and later, but not on GA100."""
    with contextlib.suppress(nvml.NVMLError):
        if nvml.nvmlDeviceGetArchitecture(handle) < nvml.NVML_DEVICE_ARCH_AMPERE:
            return False
    words = _text(nvml.nvmlDeviceGetName(handle)).replace("-", " ").split()
    return not any(chip in words for chip in GA100)


def _pci_path(nvml: Any, handle: Any, root: Path) -> Path | None:
    try:
        address = _text(nvml.nvmlDeviceGetPciInfo(handle).busId).lower()
    except nvml.NVMLError:
        return None
    # NVML writes the PCI domain with eight digits, sysfs with four.
    domain, _, rest = address.partition(":")
    path = root / "bus" / "pci" / "devices" / f"{domain[-4:]}:{rest}"
    return path if path.exists() else None


def _pci_cards(root: Path) -> list[Path]:
    return [
        device
        for device in sorted((root / "bus" / "pci" / "devices").glob("*"))
        if read_text(device / "vendor") == NVIDIA
        and (read_text(device / "class") or "").startswith("0x03")
    ]


def _text(value: str | bytes) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
