"""A figure in large digits with its name above and its error and scope below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pixelwatt.api import Context, Theme
from pixelwatt.api_qt import colour_of, follow_theme, tabular

USUAL, LARGE = 1.6, 2.4
"""Size of the digits, times the font's; one tile of a row may be the one to look at first."""


class FigureTile(QWidget):
    """``set`` shows a value; an unknown one is a dash with the reason below it."""

    def __init__(self, context: Context, title: str, colour: str, *, digits: float = USUAL) -> None:
        super().__init__()
        self._colour = colour
        self._stripe = QFrame()
        self._stripe.setFixedWidth(4)
        self._stripe.setAutoFillBackground(True)
        self._title, self._value, self._caption = QLabel(title), QLabel("–"), QLabel()
        font = tabular(self.font())
        font.setPointSizeF(font.pointSizeF() * digits)
        self._value.setFont(font)
        for label in (self._title, self._caption):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._caption.setWordWrap(True)
        text = QVBoxLayout()
        text.setSpacing(0)
        for label in (self._title, self._value, self._caption):
            label.setTextFormat(Qt.TextFormat.PlainText)
            text.addWidget(label)
        text.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self._stripe)
        layout.addLayout(text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(132)
        follow_theme(self, context, self._retheme)

    @property
    def value(self) -> str:
        return self._value.text()

    @property
    def caption(self) -> str:
        return self._caption.text()

    def set(self, value: str | None, caption: str = "") -> None:
        self._value.setText(value if value is not None else "–")
        self._caption.setText(caption)
        self.setAccessibleName(f"{self._title.text()}: {self._value.text()} {caption}".strip())

    def _retheme(self, theme: Theme) -> None:
        palette = self._stripe.palette()
        palette.setColor(QPalette.ColorRole.Window, colour_of(theme, self._colour))
        self._stripe.setPalette(palette)
