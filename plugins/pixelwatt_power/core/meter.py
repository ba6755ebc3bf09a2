"""Frames and power together, as they happen: what a frame costs over the last seconds."""

from __future__ import annotations

import itertools
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pixelwatt.api import FrameSample, PowerSample, Telemetry, Unsubscribe
from pixelwatt_power.core.energy import Interval, power_bound
from pixelwatt_power.core.plausibility import Reason
from pixelwatt_power.core.sampler import Sample, Sampler
from pixelwatt_power.core.sensors.discover import discover
from pixelwatt_power.core.sensors.model import Probe, Scope, SensorInfo
from pixelwatt_power.core.sensors.sysfs import SYSFS

KEPT_S = 600.0
"""The longest window that can be asked for."""
MOST_FRAMES = 200_000
ENERGY_SCOPES = (Scope.GPU, Scope.SOCKET, Scope.BATTERY, Scope.CPU)
ONE_PERCENT = 0.01


class Listener(Protocol):
    """Who also wants every sample and frame, on the thread that brings it: the recorder."""

    def add_sample(self, sample: Sample) -> None: ...
    def add_frame(self, frame: FrameSample) -> None: ...


@dataclass(frozen=True, slots=True)
class SensorFigure:
    """Mean power of a sensor over the window; ``watts`` is None while nothing is believed."""

    info: SensorInfo
    watts: float | None
    bound_w: float | None
    seconds: float
    dropped: Mapping[Reason, int]
    also: Mapping[str, float]
    absent: str
    frozen: bool


@dataclass(frozen=True, slots=True)
class LiveFigures:
    """What the last ``window_s`` seconds amount to."""

    at_ns: int
    source: str
    fps: float | None
    frame_ms: float | None
    """Time of the latest frame."""
    sensors: tuple[SensorFigure, ...]
    energy_scope: Scope | None
    joules_per_frame: float | None
    joules_per_frame_bound: float | None

    def watts(self, scope: Scope) -> float | None:
        known = [s.watts for s in self.sensors if s.info.scope is scope and s.watts is not None]
        return sum(known) if known else None

    @property
    def relative_bound(self) -> float | None:
        if not self.joules_per_frame or self.joules_per_frame_bound is None:
            return None
        return self.joules_per_frame_bound / self.joules_per_frame


@dataclass(slots=True)
class _Window:
    info: SensorInfo
    intervals: deque[Interval] = field(default_factory=deque)
    sample: Sample | None = None


class Meter:
    """Measures while started. All methods may be called on any thread."""

    def __init__(self, telemetry: Telemetry, root: Path = SYSFS) -> None:
        self._telemetry = telemetry
        self._root = root
        self._lock = threading.Lock()
        self._sampler: Sampler | None = None
        self._unsubscribe: Unsubscribe | None = None
        self._windows: dict[str, _Window] = {}
        self._frames: dict[str, deque[int]] = {}
        self.listener: Listener | None = None

    @property
    def running(self) -> bool:
        return self._sampler is not None

    @property
    def probes(self) -> tuple[Probe, ...] | None:
        """The sensors found; None before they were looked for."""
        return self._sampler.probes if self._sampler is not None else None

    def start(self, samples_per_second: float = 5.0) -> None:
        if self._sampler is not None:
            return
        self._sampler = Sampler(lambda: discover(self._root), self._sampled, 1 / samples_per_second)
        self._unsubscribe = self._telemetry.subscribe(FrameSample, self.add_frame)
        self._sampler.start()

    def stop(self, *, wait: bool = True) -> None:
        """End the measurement; without ``wait``, the reading in progress ends by itself."""
        sampler, self._sampler = self._sampler, None
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if sampler is not None:
            sampler.stop() if wait else sampler.ask_to_stop()
        with self._lock:
            self._windows.clear()
            self._frames.clear()

    def add_frame(self, frame: FrameSample) -> None:
        with self._lock:
            frames = self._frames.setdefault(frame.source, deque(maxlen=MOST_FRAMES))
            frames.append(frame.presented_ns)
            _forget(frames, frame.presented_ns)
        if self.listener is not None:
            self.listener.add_frame(frame)

    def add_log_frames(self, source: str, frame_ms: Sequence[float]) -> None:
        """Frames read from a log just now; the last one is taken to be of this moment."""
        moment = time.perf_counter_ns() - int(sum(frame_ms) * 1e6)
        for duration in frame_ms:
            moment += int(duration * 1e6)
            self.add_frame(FrameSample(source, moment, duration, 0, 0))

    def figures(self, window_s: float = 10.0) -> LiveFigures:
        now = time.perf_counter_ns()
        start = now - int(window_s * 1e9)
        with self._lock:
            frames = {source: _since(moments, start) for source, moments in self._frames.items()}
            sensors = tuple(_figure(window, start) for window in self._windows.values())
        source = max(frames, key=lambda name: len(frames[name]), default="")
        moments = frames.get(source, [])
        fps = _rate(moments)
        scope, joules, bound = per_frame(sensors, fps)
        latest = (moments[-1] - moments[-2]) / 1e6 if len(moments) > 1 else None
        return LiveFigures(now, source, fps, latest, sensors, scope, joules, bound)

    def _sampled(self, sample: Sample) -> None:
        info, interval = sample.meter.info, sample.interval
        with self._lock:
            window = self._windows.setdefault(info.id, _Window(info))
            window.sample = sample
            if interval is not None:
                window.intervals.append(interval)
                while interval.end_ns - window.intervals[0].end_ns > KEPT_S * 1e9:
                    window.intervals.popleft()
        if interval is not None:
            self._telemetry.publish(
                PowerSample(
                    info.scope.value, interval.end_ns, interval.watts, interval.seconds,
                    interval.bound_w,
                )
            )  # fmt: skip
        if self.listener is not None:
            self.listener.add_sample(sample)


def _forget(moments: deque[int], now_ns: int) -> None:
    while moments and now_ns - moments[0] > KEPT_S * 1e9:
        moments.popleft()


def _since(moments: deque[int], start_ns: int) -> list[int]:
    recent = list(itertools.takewhile(lambda moment: moment >= start_ns, reversed(moments)))
    return recent[::-1]


def _figure(window: _Window, start_ns: int) -> SensorFigure:
    recent = list(
        itertools.takewhile(lambda each: each.end_ns > start_ns, reversed(window.intervals))
    )
    seconds = sum(interval.seconds for interval in recent)
    watts = sum(interval.joules for interval in recent) / seconds if seconds else None
    sample = window.sample
    gate = sample.meter.gate if sample is not None else None
    return SensorFigure(
        window.info,
        watts,
        power_bound(window.info, watts, seconds) if watts is not None else None,
        seconds,
        dict(gate.dropped) if gate is not None else {},
        sample.reading.also if sample is not None else {},
        sample.reading.absent if sample is not None else "",
        gate.frozen if gate is not None else False,
    )


def _rate(moments: Sequence[int]) -> float | None:
    """Frames per second between the first and the last of them; None if they ceased."""
    if len(moments) < 2 or moments[-1] <= moments[0]:
        return None
    ceased = time.perf_counter_ns() - moments[-1] > 2e9
    return None if ceased else (len(moments) - 1) * 1e9 / (moments[-1] - moments[0])


def _gives(sensor: SensorFigure) -> bool:
    """Whether a sensor can be counted on: neither asleep, on mains, nor standing still."""
    return sensor.watts is not None or not (sensor.absent or sensor.frozen)


def per_frame(
    sensors: Sequence[SensorFigure], fps: float | None
) -> tuple[Scope | None, float | None, float | None]:
    """Scope, joules per frame and their bound, of the best scope that gives readings at all."""
    for scope in ENERGY_SCOPES:
        there = [s for s in sensors if s.info.scope is scope and _gives(s)]
        if not there:
            continue
        if not fps or any(s.watts is None for s in there):
            # A dropped reading leaves the figure unknown: another scope's watts are no substitute.
            return scope, None, None
        watts = sum(s.watts or 0.0 for s in there)
        return scope, watts / fps, sum(s.bound_w or 0.0 for s in there) / fps
    return None, None, None
