"""What a view shows while it has nothing to show: a sign, one sentence, one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pixelwatt.icons import IconWidget


class EmptyState(QWidget):
    """An icon, a title, one sentence, and a button if there is something to do."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        *,
        button: str = "",
        action: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(IconWidget(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(8)
        layout.addWidget(_centred(title, "emptyTitle"))
        self._text = _centred(text, "emptyText")
        self._text.setVisible(bool(text))
        layout.addWidget(self._text)
        self.button: QPushButton | None = None
        if button and action is not None:
            self.button = QPushButton(button)
            self.button.setProperty("primary", True)
            self.button.clicked.connect(lambda: action())
            layout.addSpacing(16)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.setAccessibleName(f"{title} {text}".strip())

    def set_text(self, text: str) -> None:
        self._text.setText(text)
        self._text.setVisible(bool(text))


def _centred(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
