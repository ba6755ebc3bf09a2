"""What the panel tells other plugins, and the power that the meter tells it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from pixelwatt.api import FrameSample, PowerSample
from pixelwatt_upscaler.views.readings import headline

if TYPE_CHECKING:
    from collections.abc import Callable

    from pixelwatt.api import Context
    from pixelwatt_upscaler.core.frames import SourceInfo
    from pixelwatt_upscaler.core.live_frames import LiveFrame
    from pixelwatt_upscaler.views.panel import UpscalerPanel

SPEED_SERVICE = "upscaler.speed"
POWER_GOOD_FOR_S = 5.0
"""A meter that has been silent for longer does not speak of the frame on screen."""


def speed_of(panel: UpscalerPanel) -> float | None:
    """Seconds of compute for each second of the source at present; None if unknown."""
    info, frame = panel.info, panel.frame
    rate = info.frame_rate if info and not info.still else None
    if rate is None or frame is None:
        return None
    times = panel.session.engine.meter.statistics().median_ms
    per_frame = sum(times.get(each.method, 0.0) for each in frame.result.outputs)
    return per_frame / 1000 * rate if per_frame else None


class Measures:
    """Publishes presented frames, offers the speed service, and listens for power."""

    def __init__(self, context: Context, speed: Callable[[], float | None]) -> None:
        self._telemetry = context.telemetry
        self._power: PowerSample | None = None
        self._undo = [
            context.services.provide(SPEED_SERVICE, speed),
            context.telemetry.subscribe(PowerSample, self._take_power),
        ]

    def close(self) -> None:
        for undo in self._undo:
            undo()
        self._undo = []

    def publish(self, frame: LiveFrame, info: SourceInfo, latency_ms: float | None) -> None:
        """Tell of a frame that was painted just now."""
        main = headline(frame)
        if main is None:
            return
        size = frame.result.plan.output
        self._telemetry.publish(
            FrameSample(
                source=info.title,
                presented_ns=time.perf_counter_ns(),
                compute_ms=main.upscale_ms,
                width=size.width,
                height=size.height,
                skipped=frame.skipped,
                latency_ms=latency_ms,
            )
        )

    def watts(self) -> float | None:
        """The newest mean power; None without a meter."""
        sample = self._power
        if sample is None:
            return None
        age_s = (time.perf_counter_ns() - sample.at_ns) / 1e9
        return sample.watts if age_s < POWER_GOOD_FOR_S else None

    def _take_power(self, sample: PowerSample) -> None:
        # On the meter's thread: one reference is replaced, nothing else.
        self._power = sample
