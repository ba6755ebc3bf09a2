"""One command, ``pixelwatt probe``: what a plugin may count on is there and works."""

from __future__ import annotations

import os

from pixelwatt import api


@api.hookimpl
def pixelwatt_cli() -> list[api.CliCommand]:
    return [
        api.CliCommand(
            name="probe",
            help="look at this bundle from the inside",
            add_arguments="pixelwatt_probe.cli:add_arguments",
            run="pixelwatt_probe.cli:run",
        )
    ]


@api.hookimpl
def pixelwatt_activate(context: api.Context) -> None:
    """Called once the window has been painted: tells how long that took, or plays a scene."""
    if os.environ.get("PIXELWATT_PROBE_START"):
        from pixelwatt_probe.start import report

        report()
    scene = os.environ.get("PIXELWATT_PROBE_SCENE")
    if scene:
        from PySide6.QtCore import QTimer

        from pixelwatt_probe.scenes import play

        # The shell tells its own notices and builds its panels right after this.
        QTimer.singleShot(0, lambda: play(scene))
