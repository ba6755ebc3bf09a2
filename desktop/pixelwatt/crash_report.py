"""The stacks of the last run's crash, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.failure_page import program_line, trace_view
from pixelwatt.ui_text import tr


class CrashReport(QDialog):
    """What `faulthandler` wrote when the program died, under the versions it ran with."""

    def __init__(self, stacks: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Crash report"))
        self.text = trace_view(f"{program_line()}\n\n{stacks.strip()}\n", tr("Crash report"))
        what = QLabel(
            tr("What Pixelwatt was doing when it crashed. Nothing of this was sent anywhere.")
        )
        what.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy = buttons.addButton(tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.text.toPlainText())
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(what)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.resize(760, 480)
