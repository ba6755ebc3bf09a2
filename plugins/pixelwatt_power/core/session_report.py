"""What a recorded session amounts to: FPS, watts per scope, joules per frame, with bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from pixelwatt_power.core.capture_energy import FrameEnergy
from pixelwatt_power.core.sessions import FrameSpan, Recording, SensorSeries

SCOPES = ("gpu", "socket", "battery", "cpu")
"""Which scope energy per frame is of, the first that was measured."""


@dataclass(frozen=True, slots=True)
class ScopePower:
    """Mean power of one sensor over a session; ``bound_w`` is a half-width."""

    sensor: str
    name: str
    scope: str
    watts: float
    bound_w: float
    joules: float
    seconds: float
    dropped: int


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A sensor that was read and gave nothing to believe; ``dropped`` samples say how often."""

    sensor: str
    name: str
    scope: str
    dropped: int


@dataclass(frozen=True, slots=True)
class SessionReport:
    title: str
    duration_s: float
    frames: int | None
    fps: float | None
    power: tuple[ScopePower, ...]
    energy_scope: str | None
    joules_per_frame: float | None
    joules_per_frame_bound: float | None
    unmeasured: tuple[Unmeasured, ...] = ()

    def watts(self, scope: str) -> float | None:
        values = [entry.watts for entry in self.power if entry.scope == scope]
        return sum(values) if values else None


def report(recording: Recording) -> SessionReport:
    """J/frame is the energy during the frames over their number; never a mean of ratios."""
    power = tuple(entry for series in recording.sensors if (entry := _power(series)) is not None)
    # Two sources at once are two pictures; the busier one is the subject.
    frames = max(recording.frames, key=lambda span: span.count, default=None)
    length = frames.last_s - frames.first_s if frames is not None else 0.0
    fps = (frames.count - 1) / length if frames is not None and length > 0 else None
    ends = [float(series.end_s[-1]) for series in recording.sensors if series.end_s.size]
    ends += [span.last_s for span in recording.frames]
    scope = next((s for s in SCOPES if any(entry.scope == s for entry in power)), None)
    joules = bound = None
    if fps is not None and frames is not None and scope is not None:
        joules, bound = _per_frame(recording, scope, frames, fps)
    return SessionReport(
        recording.session.title,
        float(max(ends, default=0.0)),
        frames.count if frames is not None else None,
        fps,
        power,
        scope if joules is not None else None,
        joules,
        bound,
        tuple(
            Unmeasured(series.sensor, series.name, series.scope, sum(series.dropped.values()))
            for series in recording.sensors
            if not series.seconds.sum() > 0
        ),
    )


def session_energy(found: SessionReport) -> FrameEnergy | None:
    """The same figures in the form that captures have, None where no scope was measured."""
    main = [entry for entry in found.power if entry.scope == found.energy_scope]
    if not main:
        return None
    return FrameEnergy(
        main[0].scope,
        main[0].name,
        sum(entry.watts for entry in main),
        sum(entry.bound_w for entry in main),
        sum(entry.joules for entry in main),
        found.joules_per_frame,
        found.joules_per_frame_bound,
    )


def _power(series: SensorSeries) -> ScopePower | None:
    seconds = float(series.seconds.sum())
    if seconds <= 0:
        return None
    joules = float(series.joules.sum())
    watts = joules / seconds
    return ScopePower(
        series.sensor, series.name, series.scope, watts,
        window_bound(series, watts, seconds), joules, seconds, sum(series.dropped.values()),
    )  # fmt: skip


def window_bound(series: SensorSeries, watts: float, seconds: float) -> float:
    """As `energy.power_bound`, from what a session keeps of a sensor."""
    step = series.quantum / seconds if series.kind == "counter" else series.quantum / 2.0
    return watts * min(1.0, series.update_s / seconds) + step


def _per_frame(
    recording: Recording, scope: str, frames: FrameSpan, fps: float
) -> tuple[float | None, float | None]:
    joules = bound = 0.0
    for series in recording.sensors:
        if series.scope != scope:
            continue
        energy, seconds = energy_between(series, frames.first_s, frames.last_s)
        if seconds <= 0:
            return None, None
        watts = energy / seconds
        joules += watts / fps
        bound += window_bound(series, watts, seconds) / fps
    return joules, bound


def energy_between(series: SensorSeries, start_s: float, end_s: float) -> tuple[float, float]:
    """Joules and measured seconds within a window; intervals at its ends count in part."""
    begin = series.end_s - series.seconds
    overlap = np.minimum(series.end_s, end_s) - np.maximum(begin, start_s)
    overlap = np.clip(overlap, 0.0, None)
    return float((series.joules / series.seconds * overlap).sum()), float(overlap.sum())


def as_json(found: SessionReport) -> dict[str, Any]:
    """The session as ``pixelwatt record --json`` prints it; unknown values are None."""
    return {
        "title": found.title,
        "duration_s": found.duration_s,
        "frames": found.frames,
        "fps_average": found.fps,
        "energy_scope": found.energy_scope,
        "joules_per_frame": found.joules_per_frame,
        "joules_per_frame_bound": found.joules_per_frame_bound,
        "frames_per_joule": 1 / found.joules_per_frame if found.joules_per_frame else None,
        "sensors": [
            {
                "id": entry.sensor,
                "name": entry.name,
                "scope": entry.scope,
                "watts": entry.watts,
                "bound_w": entry.bound_w,
                "energy_j": entry.joules,
                "measured_s": entry.seconds,
                "dropped_samples": entry.dropped,
            }
            for entry in found.power
        ]
        + [
            {
                "id": entry.sensor,
                "name": entry.name,
                "scope": entry.scope,
                "watts": None,
                "bound_w": None,
                "energy_j": None,
                "measured_s": 0.0,
                "dropped_samples": entry.dropped,
            }
            for entry in found.unmeasured
        ],
    }
