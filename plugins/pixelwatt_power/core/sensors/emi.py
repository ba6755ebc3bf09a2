"""CPU packages through the Energy Meter Interface of Windows, with ctypes alone.

No kernel driver is shipped or needed. Energies are in picowatt-hours. Structures and control
codes after Microsoft's ``emi.h``; channel names such as ``RAPL_Package0_PKG``.
"""

from __future__ import annotations

import ctypes
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from pixelwatt.api import Available, Unavailable
from pixelwatt_power.core.sensors.model import Kind, Probe, Reading, Scope, SensorInfo
from pixelwatt_power.text import tr

INTERFACE = "{45BD8344-7ED6-49CF-A440-C276C933B053}"
GET_VERSION, GET_METADATA_SIZE, GET_METADATA, GET_MEASUREMENT = (
    0x224000, 0x224004, 0x224008, 0x22400C,
)  # fmt: skip
JOULES_PER_PICOWATT_HOUR = 3.6e-9
VERSION_2 = 2
OEM_AND_MODEL = 2 * 16 * 2
GENERIC_READ, SHARE_READ_WRITE, OPEN_EXISTING = 0x80000000, 3, 3

Control = Callable[[int, int], bytes]
"""Sends a control code to the meter and returns at most so many bytes."""


@dataclass(slots=True)
class EmiSensor:
    """One channel of one energy meter."""

    info: SensorInfo
    control: Control
    channel: int
    channels: int

    def read(self) -> Reading:
        energies = parse_measurement(self.control(GET_MEASUREMENT, 16 * self.channels))
        now = time.perf_counter_ns()
        if self.channel >= len(energies):
            return Reading(now, absent=tr("the counter cannot be read"))
        return Reading(now, joules=energies[self.channel])

    def close(self) -> None:
        """The handle is closed when the process ends; a meter costs nothing while not asked."""


def parse_metadata(data: bytes) -> list[str]:
    """Channel names of an ``EMI_METADATA_V2``."""
    header = OEM_AND_MODEL + 4
    if len(data) < header:
        return []
    (count,) = struct.unpack_from("<H", data, header - 2)
    names, position = [], header
    for _ in range(count):
        if position + 6 > len(data):
            break
        _unit, size = struct.unpack_from("<IH", data, position)
        raw = data[position + 6 : position + 6 + size]
        names.append(raw.decode("utf-16-le", "replace").rstrip("\0"))
        position += 6 + size
    return names


def parse_measurement(data: bytes) -> list[float]:
    """Joules of each channel: pairs of absolute energy (pWh) and time (100 ns)."""
    return [
        energy * JOULES_PER_PICOWATT_HOUR
        for energy, _time in struct.iter_unpack("<QQ", data[: len(data) // 16 * 16])
    ]


def probe_emi(
    platform: str = sys.platform, meters: Callable[[], list[Control]] | None = None
) -> list[Probe]:
    """CPU package channels of every energy meter of a Windows machine."""
    if platform != "win32":
        return []
    try:
        found = (meters or _open_meters)()
    except OSError as error:
        return [_missing(tr("Windows lists no energy meters: {error}.", error=error))]
    probes = [probe for control in found for probe in _probe_meter(control)]
    return probes or [_missing(tr("Windows reports no energy meter for this CPU."))]


def _missing(reason: str) -> Probe:
    remedy = tr("Recent Intel and AMD laptops have one; desktops often do not.")
    return Probe("emi", tr("CPU package"), "EMI", Unavailable(reason, remedy))


def _probe_meter(control: Control) -> list[Probe]:
    try:
        if struct.unpack("<H", control(GET_VERSION, 2))[0] < VERSION_2:
            return []
        (size,) = struct.unpack("<I", control(GET_METADATA_SIZE, 4))
        names = parse_metadata(control(GET_METADATA, size))
    except (OSError, struct.error):
        return []
    return [
        _probe_channel(control, channel, names)
        for channel, name in enumerate(names)
        if name.startswith("RAPL_Package") and name.endswith("_PKG")
    ]


def _probe_channel(control: Control, channel: int, names: list[str]) -> Probe:
    number = names[channel].removeprefix("RAPL_Package").removesuffix("_PKG")
    info = SensorInfo(
        f"emi-{number}", tr("CPU package {number}", number=number), "EMI", Scope.CPU,
        Kind.COUNTER, 0.1, JOULES_PER_PICOWATT_HOUR, note=tr("CPU package"),
    )  # fmt: skip
    sensor = EmiSensor(info, control, channel, len(names))
    return Probe(info.id, info.name, "EMI", Available(info.note), lambda: sensor, info)


def _open_meters() -> list[Control]:
    """Handles of all energy meters, as functions that send a control code."""
    windll = ctypes.WinDLL  # type: ignore[attr-defined]
    manager, kernel = windll("cfgmgr32"), windll("kernel32", use_last_error=True)
    guid = (ctypes.c_byte * 16)()
    windll("ole32").CLSIDFromString(INTERFACE, guid)
    length = ctypes.c_ulong()
    if manager.CM_Get_Device_Interface_List_SizeW(ctypes.byref(length), guid, None, 0):
        raise OSError("CM_Get_Device_Interface_List_Size")
    buffer = ctypes.create_unicode_buffer(length.value)
    if manager.CM_Get_Device_Interface_ListW(guid, None, buffer, length, 0):
        raise OSError("CM_Get_Device_Interface_List")
    paths = [path for path in ctypes.wstring_at(buffer, length.value).split("\0") if path]
    kernel.CreateFileW.restype = ctypes.c_void_p
    handles = [
        kernel.CreateFileW(path, GENERIC_READ, SHARE_READ_WRITE, None, OPEN_EXISTING, 0, None)
        for path in paths
    ]
    invalid = ctypes.c_void_p(-1).value
    return [_control(kernel, handle) for handle in handles if handle not in (None, invalid)]


def _control(kernel: ctypes.CDLL, handle: int) -> Control:
    def send(code: int, size: int) -> bytes:
        answer, returned = ctypes.create_string_buffer(size), ctypes.c_ulong()
        done = kernel.DeviceIoControl(
            ctypes.c_void_p(handle), code, None, 0, answer, size, ctypes.byref(returned), None
        )
        if not done:
            raise OSError(f"DeviceIoControl {code:#x}")
        return answer.raw[: returned.value]

    return send
