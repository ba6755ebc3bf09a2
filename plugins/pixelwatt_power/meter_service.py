"""The one meter of the program, and the service ``power.joules_per_frame`` made of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from pixelwatt.api import Figure, Source, Status
from pixelwatt_power.core.meter import Meter
from pixelwatt_power.core.scopes import scope_title
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pixelwatt.api import Context, Unsubscribe

SERVICE = "power.joules_per_frame"


class JoulesPerFrame:
    """The service: call it for what a frame cost over the last seconds.

    The first call starts measuring; until both frames and power are known, and wherever a
    sensor is missing, the figure's value is None and its note says why.
    """

    def __init__(self, meter: Meter) -> None:
        self._meter = meter

    def __call__(self, window_s: float = 10.0) -> Figure:
        if not self._meter.running:
            self._meter.start()
        found = self._meter.figures(window_s)
        source = Source(tr("this machine's sensors"))
        if found.joules_per_frame is None or found.joules_per_frame_bound is None:
            return Figure(None, "J", Status.MEASURED, source, note=self._why(found.fps))
        value, bound = found.joules_per_frame, found.joules_per_frame_bound
        scope = scope_title(found.energy_scope or "")
        return Figure(value, "J", Status.MEASURED, source, value - bound, value + bound, scope)

    def _why(self, fps: float | None) -> str:
        if self._meter.probes is None:
            return tr("Looking for sensors.")
        if not any(probe.open for probe in self._meter.probes):
            return tr("No power sensor of this machine can be read.")
        return tr("No frames arrive.") if fps is None else tr("The sensors are still settling.")


_lock = threading.Lock()
_meter: Meter | None = None
_withdraw: Unsubscribe | None = None


def meter(context: Context) -> Meter:
    """The program's meter, made when first asked for."""
    global _meter
    with _lock:
        if _meter is None:
            _meter = Meter(context.telemetry)
        return _meter


def provide(context: Context) -> None:
    """Offer the service; the meter starts when somebody asks."""
    global _withdraw
    if _withdraw is None:
        _withdraw = context.services.provide(SERVICE, JoulesPerFrame(meter(context)))


def withdraw() -> None:
    """Take the service back and stop measuring."""
    global _meter, _withdraw
    if _withdraw is not None:
        _withdraw()
        _withdraw = None
    with _lock:
        stopped, _meter = _meter, None
    if stopped is not None:
        stopped.stop()
