"""What menus, the palette and the exporters run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pixelwatt_power.text import tr
from pixelwatt_power.views import panel as pages

if TYPE_CHECKING:
    from pixelwatt.api import ClaimResult, Context
    from pixelwatt_power.views.panel import PowerPanel


def toggle_measuring(context: Context) -> None:
    live = _shown(context).live
    live.set_measuring(not live.measure.isChecked())


def is_measuring(context: Context) -> bool:
    panel: PowerPanel | None = context.panel("power")
    return panel is not None and panel.live.measure.isChecked()


def toggle_recording(context: Context) -> None:
    live = _shown(context).live
    live.set_recording(not live.record.isChecked())


def is_recording(context: Context) -> bool:
    panel: PowerPanel | None = context.panel("power")
    return panel is not None and panel.live.record.isChecked()


def add_marker(context: Context) -> None:
    _shown(context).live.add_marker()


def open_captures(context: Context) -> None:
    panel = _shown(context)
    panel.show_page(pages.CAPTURES)
    panel.captures.ask_files()


def open_paths(context: Context, paths: Sequence[Path]) -> None:
    _shown(context).open_captures(paths)


def import_sessions(context: Context, paths: Sequence[Path]) -> None:
    _shown(context).import_sessions(paths)


def follow_log(context: Context) -> None:
    panel = _shown(context)
    panel.show_page(pages.LIVE)
    panel.live.ask_log()


def show_essay(context: Context) -> None:
    _shown(context).show_page(pages.ESSAY)


def show_planners(context: Context) -> None:
    _shown(context).show_page(pages.PLANNERS)


def check_by_experiment(context: Context, finished: Callable[[ClaimResult], None]) -> None:
    """Judge the claim by the A/B page's trials, or lead there while there are too few."""
    from pixelwatt_power.claims import by_experiment

    panel = _shown(context)
    panel.show_page(pages.EXPERIMENT)
    outcome = next(iter(panel.experiment.outcomes().values()), None)
    if outcome is not None and outcome.pairs > 1:
        finished(by_experiment(outcome))
    else:
        context.notify(
            tr("Measure two pairs or more: A native, B upscaled. Then check the claim again.")
        )


def has_captures(context: Context) -> bool:
    panel: PowerPanel | None = context.panel("power")
    return panel is not None and bool(panel.captures.model.entries)


def export_captures_csv(context: Context, path: Path) -> None:
    _shown(context).captures.export_csv(path)


def export_captures_json(context: Context, path: Path) -> None:
    _shown(context).captures.export_json(path)


def _shown(context: Context) -> PowerPanel:
    panel: PowerPanel = context.show_panel("power")
    return panel
