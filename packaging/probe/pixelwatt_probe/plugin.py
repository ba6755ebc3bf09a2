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
    """Called once the window has been painted: tells the benchmarks how long that took."""
    if os.environ.get("PIXELWATT_PROBE_START"):
        from pixelwatt_probe.start import report

        report()
