"""The panel's keys on one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def keys_and_actions() -> tuple[tuple[str, str], ...]:
    """Keys as they are written on the keyboard, and what they do."""
    return (
        (tr("Space"), tr("Play or pause")),
        (", .", tr("One frame back, one frame on")),
        ("← →", tr("One second back, one second on")),
        ("Home", tr("Back to the start")),
        ("L", tr("Play again at the end")),
        ("F", tr("Fit the picture")),
        ("1", tr("One picture pixel per screen pixel")),
        ("+ −", tr("Zoom in, zoom out")),
        ("S H", tr("Split, side to side or top to bottom")),
        ("[ ] \\", tr("Move the dividing line, choose the next line")),
        ("R G", tr("Side by side, grid")),
        ("X", tr("Flicker; again changes by hand")),
        ("D", tr("Difference; again for the next kind")),
        ("B", tr("Blind test")),
        ("I", tr("Inspect pixels")),
        ("T", tr("Scores of the methods")),
        ("N", tr("Blend pixels when zoomed in")),
        ("?", tr("These keys")),
    )


def show_keys(parent: QWidget) -> QDialog:
    """Open the card; it is forgotten when it is closed."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Keys of the upscaler"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for row, (keys, action) in enumerate(keys_and_actions()):
        label = QLabel(keys)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        grid.addWidget(label, row, 0)
        grid.addWidget(QLabel(action), row, 1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 24, 24, 16)
    layout.addLayout(grid)
    layout.addSpacing(8)
    layout.addWidget(buttons)
    dialog.open()
    return dialog
