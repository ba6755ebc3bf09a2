"""The panel's actions as commands of the shell: each brings the panel to the front first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixelwatt_upscaler.views import actions, batch, export, models, sources
from pixelwatt_upscaler.views.layers import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pixelwatt.api import Context
    from pixelwatt_upscaler.views.panel import UpscalerPanel

PANEL = "upscaler"


def _on_panel(action: Callable[[UpscalerPanel], None]) -> Callable[[Context], None]:
    def run(context: Context) -> None:
        action(context.show_panel(PANEL))

    return run


def _in_mode(mode: Mode) -> Callable[[Context], bool]:
    def checked(context: Context) -> bool:
        panel: UpscalerPanel | None = context.panel(PANEL)
        return panel is not None and panel.preferences.mode == mode

    return checked


def open_files(context: Context, paths: Sequence[Path]) -> None:
    context.show_panel(PANEL).open_paths(paths)


def shows_moving(context: Context) -> bool:
    panel: UpscalerPanel | None = context.panel(PANEL)
    return panel is not None and panel.info is not None and not panel.info.still


def shows_picture(context: Context) -> bool:
    panel: UpscalerPanel | None = context.panel(PANEL)
    return panel is not None and panel.frame is not None


def inspecting(context: Context) -> bool:
    panel: UpscalerPanel | None = context.panel(PANEL)
    return panel is not None and panel.canvas.inspecting


def showing_scores(context: Context) -> bool:
    panel: UpscalerPanel | None = context.panel(PANEL)
    return panel is not None and panel.preferences.show_scores


def looping(context: Context) -> bool:
    panel: UpscalerPanel | None = context.panel(PANEL)
    return panel is not None and panel.preferences.loop


play_or_pause = _on_panel(actions.play_or_pause)
frame_back = _on_panel(actions.frame_back)
frame_on = _on_panel(actions.frame_on)
second_back = _on_panel(actions.second_back)
second_on = _on_panel(actions.second_on)
to_start = _on_panel(actions.to_start)
toggle_loop = _on_panel(actions.toggle_loop)
fit = _on_panel(actions.fit)
actual_pixels = _on_panel(actions.actual_pixels)
zoom_in = _on_panel(actions.zoom_in)
zoom_out = _on_panel(actions.zoom_out)
split = _on_panel(actions.split)
split_horizontal = _on_panel(actions.split_horizontal)
side_by_side = _on_panel(actions.side_by_side)
grid = _on_panel(actions.grid)
flicker = _on_panel(actions.flicker)
difference = _on_panel(actions.difference)
toggle_scores = _on_panel(actions.toggle_scores)
inspect = _on_panel(actions.inspect)
paste = _on_panel(sources.paste)
demo_clip = _on_panel(sources.show_demo_clip)
demo_still = _on_panel(sources.show_demo_still)
blind_test = _on_panel(actions.blind_test)
keys = _on_panel(actions.keys)
upscale_folder = _on_panel(batch.choose_folders)
copy_picture = _on_panel(export.copy_picture)
copy_view = _on_panel(export.copy_view)
add_model = _on_panel(models.choose_model)
is_split = _in_mode(Mode.SPLIT)
is_split_horizontal = _in_mode(Mode.SPLIT_HORIZONTAL)
is_side_by_side = _in_mode(Mode.ROW)
is_grid = _in_mode(Mode.GRID)
is_flicker = _in_mode(Mode.FLICKER)
is_difference = _in_mode(Mode.DIFFERENCE)
