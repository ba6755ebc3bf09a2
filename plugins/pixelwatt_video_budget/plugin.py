"""What this plugin contributes, as data."""

from __future__ import annotations

from pixelwatt.api import CliCommand, hookimpl, tr_noop


@hookimpl
def pixelwatt_cli() -> list[CliCommand]:
    return [
        CliCommand(
            name="video-budget",
            help=tr_noop("what an AI film costs, with its risk"),
            add_arguments="pixelwatt_video_budget.cli:add_arguments",
            run="pixelwatt_video_budget.cli:run",
        )
    ]
