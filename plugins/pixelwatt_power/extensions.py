"""What other plugins add through this plugin's hooks, each called in isolation."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pluggy

    from pixelwatt_power.core.captures.open import CaptureReader
    from pixelwatt_power.core.sensors.model import Probe

_log = logging.getLogger(__name__)
_manager: pluggy.PluginManager | None = None


def use(manager: pluggy.PluginManager) -> None:
    """Open the extension points; called once by the shell."""
    global _manager
    from pixelwatt_power import hookspecs

    manager.add_hookspecs(hookspecs)
    _manager = manager


def probes() -> list[Probe]:
    return _collect("pixelwatt_power_probes")


def capture_readers() -> list[CaptureReader]:
    return _collect("pixelwatt_power_capture_readers")


def _collect(hook: str) -> list[Any]:
    if _manager is None:
        return []
    found: list[Any] = []
    for implementation in getattr(_manager.hook, hook).get_hookimpls():
        try:
            found += implementation.function()
        except Exception:
            # A stranger's fault must not cost our own sensors and readers.
            _log.exception("%s of %s", hook, implementation.plugin_name)
    return found
