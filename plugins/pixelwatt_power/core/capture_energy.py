"""Energy, joules per frame and their bounds from a capture's logged watts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt_power.core.statistics import fps_average

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.run import PowerTrace, Run

SCOPES = ("gpu", "battery", "cpu")
"""Which scope the energy of a run is given for, the first that was logged."""


@dataclass(frozen=True, slots=True)
class FrameEnergy:
    """What a run's frames cost, of one scope. Bounds are half-widths."""

    scope: str
    label: str
    watts: float
    watts_bound: float
    energy_j: float
    joules_per_frame: float | None
    joules_per_frame_bound: float | None

    @property
    def frames_per_joule(self) -> float | None:
        return None if self.joules_per_frame is None else 1.0 / self.joules_per_frame


@dataclass(frozen=True, slots=True)
class CostRatio:
    """How many times as much a frame of one run costs as one of another; a half-width bound."""

    ratio: float
    bound: float

    @property
    def certain(self) -> bool:
        return abs(self.ratio - 1.0) > self.bound


def cost_ratio(dear: FrameEnergy, cheap: FrameEnergy) -> CostRatio | None:
    """Energy per frame of ``dear`` over ``cheap``; None across scopes, which do not compare."""
    if dear.scope != cheap.scope or not dear.joules_per_frame or not cheap.joules_per_frame:
        return None
    ratio = dear.joules_per_frame / cheap.joules_per_frame
    relative = sum(
        (each.joules_per_frame_bound or 0.0) / (each.joules_per_frame or 1.0)
        for each in (dear, cheap)
    )
    return CostRatio(ratio, ratio * relative)


def average_fps(run: Run) -> float | None:
    own = fps_average(run.frame_ms)
    return own if own is not None else run.reported.get("fps_average")


def mean_watts(run: Run, scope: str) -> float | None:
    trace = run.trace(scope)
    return trace.mean_w if trace is not None else run.reported.get(f"power.{scope}_w")


def frame_energy(run: Run) -> FrameEnergy | None:
    """Energy over the run and J/frame = W / FPS, None where no watts were logged.

    Where the log holds every frame, that is ∫P dt / N; where it samples one frame in many,
    both W and FPS are means over the same time. The bound adds what the file's rounding
    leaves open to how far the samples' mean may miss the true one (two standard errors, with
    each run of equal readings counted as one sample, because a sensor is slower than frames).
    """
    for scope in SCOPES:
        watts = mean_watts(run, scope)
        if watts is not None:
            break
    else:
        return None
    trace = run.trace(scope)
    bound = _bound_w(trace) if trace is not None else run.reported.get("power_bound_w", 1.0)
    duration = max((run.duration_s or 0.0, trace.duration_s if trace is not None else 0.0))
    fps = average_fps(run)
    if not duration:
        return None
    per_frame = watts / fps if fps else None
    label = trace.label if trace is not None else run.format
    return FrameEnergy(
        scope, label, watts, bound, watts * duration, per_frame, bound / fps if fps else None
    )


def _bound_w(trace: PowerTrace) -> float:
    changed = np.flatnonzero(np.diff(trace.watts)) + 1
    readings = np.concatenate(([0], changed))
    if readings.size < 2:
        return max(trace.bound_w, 1e-3 * trace.mean_w)
    energy = np.add.reduceat(trace.watts * trace.seconds, readings)
    seconds = np.add.reduceat(trace.seconds, readings)
    level, weight = energy / seconds, seconds / seconds.sum()
    variance = float((weight * np.square(level - trace.mean_w)).sum())
    effective = 1.0 / float(np.square(weight).sum())
    return trace.bound_w + 2.0 * float(np.sqrt(variance / effective))
