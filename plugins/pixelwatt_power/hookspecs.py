"""Extension points of this plugin: further sensors and further kinds of capture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.open import CaptureReader
    from pixelwatt_power.core.sensors.model import Probe

hookspec = pluggy.HookspecMarker("pixelwatt")


@hookspec
def pixelwatt_power_probes() -> list[Probe]:  # type: ignore[empty-body]
    """Look for further sensors; called on a worker thread, each time sensors are looked for."""


@hookspec
def pixelwatt_power_capture_readers() -> list[CaptureReader]:  # type: ignore[empty-body]
    """Readers that look at a file before the built-in ones."""
