"""Recorded sessions without waiting for them."""

from __future__ import annotations

from pathlib import Path

from pixelwatt.api import FrameSample
from pixelwatt_power.core.energy import EnergyMeter
from pixelwatt_power.core.recorder import Recorder
from pixelwatt_power.core.sampler import Sample
from pixelwatt_power.core.sensors.model import Kind, Reading, Scope, SensorInfo

COUNTER = SensorInfo("gpu-0", "Test GPU", "test", Scope.GPU, Kind.COUNTER, 0.1, 0.001)


def record(
    path: Path, *, watts: float = 120.0, fps: int = 60, seconds: int = 10, title: str = ""
) -> int:
    """A session of constant power and frame rate, without waiting for it."""
    recorder = Recorder(path, title)
    meter = EnergyMeter(COUNTER)
    for tick in range(seconds * 10 + 1):
        reading = Reading(tick * 10**8, joules=1000 + watts * tick / 10)
        recorder.add_sample(Sample(meter, reading, meter.add(reading)))
    for frame in range(seconds * fps + 1):
        recorder.add_frame(FrameSample("upscaler", round(frame * 1e9 / fps), 2.0, 3840, 2160))
    recorder.close()
    assert recorder.error is None
    return recorder.session
