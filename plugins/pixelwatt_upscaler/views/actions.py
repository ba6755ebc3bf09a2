"""What the keys, menus and palette do to the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixelwatt_upscaler.core.live_difference import DifferenceKind
from pixelwatt_upscaler.views.key_help import show_keys
from pixelwatt_upscaler.views.layers import Mode

if TYPE_CHECKING:
    from pixelwatt_upscaler.views.panel import UpscalerPanel


def play_or_pause(panel: UpscalerPanel) -> None:
    panel.toggle_play()


def frame_back(panel: UpscalerPanel) -> None:
    panel.step(-1)


def frame_on(panel: UpscalerPanel) -> None:
    panel.step(1)


def second_back(panel: UpscalerPanel) -> None:
    panel.seek_by(-1.0)


def second_on(panel: UpscalerPanel) -> None:
    panel.seek_by(1.0)


def to_start(panel: UpscalerPanel) -> None:
    panel.session.engine.seek(0.0)


def toggle_loop(panel: UpscalerPanel) -> None:
    panel.change(loop=not panel.preferences.loop)


def fit(panel: UpscalerPanel) -> None:
    panel.canvas.fit()


def actual_pixels(panel: UpscalerPanel) -> None:
    panel.canvas.zoom_to(1.0)


def zoom_in(panel: UpscalerPanel) -> None:
    panel.canvas.zoom_step(1)


def zoom_out(panel: UpscalerPanel) -> None:
    panel.canvas.zoom_step(-1)


def split(panel: UpscalerPanel) -> None:
    panel.change(mode=Mode.SPLIT.value)


def split_horizontal(panel: UpscalerPanel) -> None:
    panel.change(mode=Mode.SPLIT_HORIZONTAL.value)


def side_by_side(panel: UpscalerPanel) -> None:
    panel.change(mode=Mode.ROW.value)


def grid(panel: UpscalerPanel) -> None:
    panel.change(mode=Mode.GRID.value)


def flicker(panel: UpscalerPanel) -> None:
    """Go to the flicker view; there, change the picture by hand."""
    if panel.preferences.mode == Mode.FLICKER:
        panel.canvas.flicker.turn()
    else:
        panel.change(mode=Mode.FLICKER.value)


def difference(panel: UpscalerPanel) -> None:
    """Go to the difference view; there, to the next kind of map."""
    if panel.preferences.mode == Mode.DIFFERENCE:
        kinds = [kind.value for kind in DifferenceKind]
        following = (kinds.index(panel.preferences.difference) + 1) % len(kinds)
        panel.change(difference=kinds[following])
    else:
        panel.change(mode=Mode.DIFFERENCE.value)


def inspect(panel: UpscalerPanel) -> None:
    panel.controls.inspect.toggle()


def toggle_smooth(panel: UpscalerPanel) -> None:
    panel.change(smooth=not panel.preferences.smooth)


def toggle_scores(panel: UpscalerPanel) -> None:
    panel.change(show_scores=not panel.preferences.show_scores)


def blind_test(panel: UpscalerPanel) -> None:
    """Ask which two pictures to tell apart without their names."""
    if panel.preferences.mode == Mode.DIFFERENCE:
        panel.change(mode=Mode.SPLIT.value)
    panel.blind_bar.ask(panel.canvas.layers)


def keys(panel: UpscalerPanel) -> None:
    show_keys(panel)
