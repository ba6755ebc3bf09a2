"""What this program is, of which version, under which licence."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pixelwatt.icons import render
from pixelwatt.ui_text import tr
from pixelwatt.version import program_version

if TYPE_CHECKING:
    from pixelwatt.workbench import Workbench


class AboutDialog(QDialog):
    """Name, purpose, versions, licences."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Pixelwatt"))
        picture = QLabel()
        picture.setPixmap(render("pixelwatt", 88, "#000000", self.devicePixelRatioF()))
        picture.setAccessibleName("Pixelwatt")
        name = QLabel(f"Pixelwatt {program_version()}")
        name.setObjectName("pageTitle")
        purpose = _text(tr("Check what AI compute really buys, on your own machine."))
        versions = _text(
            f"Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}"
        )
        versions.setObjectName("muted")
        licences = _text(
            tr(
                "MIT licence. Qt is used under the LGPL; the shipped font is a subset of Noto "
                "Sans CJK SC under the SIL Open Font License."
            )
        )
        licences.setObjectName("muted")
        texts = QVBoxLayout()
        texts.setSpacing(8)
        for label in (name, purpose, versions, licences):
            texts.addWidget(label)
        texts.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        copy = buttons.addButton(tr("Copy diagnostics"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        window = workbench.window
        if window is not None:
            copy.clicked.connect(lambda: window.commands.run("shell.diagnostics"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addWidget(buttons)
        self.setFixedWidth(560)


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
