"""Single keys of the panel. They work while the panel has the focus, so that typing elsewhere
never starts a film; every one of them is a command in the palette too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pixelwatt_upscaler.views import actions

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from pixelwatt_upscaler.views.panel import UpscalerPanel

KEYS: dict[Qt.Key, Callable[[UpscalerPanel], None]] = {
    Qt.Key.Key_Space: actions.play_or_pause,
    Qt.Key.Key_Comma: actions.frame_back,
    Qt.Key.Key_Period: actions.frame_on,
    Qt.Key.Key_Left: actions.second_back,
    Qt.Key.Key_Right: actions.second_on,
    Qt.Key.Key_Home: actions.to_start,
    Qt.Key.Key_L: actions.toggle_loop,
    Qt.Key.Key_F: actions.fit,
    Qt.Key.Key_1: actions.actual_pixels,
    Qt.Key.Key_Plus: actions.zoom_in,
    Qt.Key.Key_Equal: actions.zoom_in,
    Qt.Key.Key_Minus: actions.zoom_out,
    Qt.Key.Key_S: actions.split,
    Qt.Key.Key_H: actions.split_horizontal,
    Qt.Key.Key_R: actions.side_by_side,
    Qt.Key.Key_G: actions.grid,
    Qt.Key.Key_X: actions.flicker,
    Qt.Key.Key_D: actions.difference,
    Qt.Key.Key_I: actions.inspect,
    Qt.Key.Key_T: actions.toggle_scores,
    Qt.Key.Key_B: actions.blind_test,
    Qt.Key.Key_Question: actions.keys,
    Qt.Key.Key_N: actions.toggle_smooth,
}


def handle_key(panel: UpscalerPanel, event: QKeyEvent) -> bool:
    """Do what the key stands for; false if it stands for nothing here."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    action = KEYS.get(Qt.Key(event.key())) if not held else None
    if action is None:
        return False
    action(panel)
    return True
