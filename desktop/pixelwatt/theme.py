"""Light and dark: the colours of the window and of the data, following the system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from pixelwatt.api import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from pixelwatt.api import Unsubscribe


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Chrome:
    """Colours of the controls, which no panel needs to know."""

    border: str
    border_strong: str
    raised: str
    hover: str
    pressed: str
    field: str
    selection: str
    on_accent: str
    accent_hover: str


# The data colours keep their hue in both themes: grey, sky blue and amber first (they differ
# in lightness too, so they survive every kind of colour blindness), then Okabe and Ito's,
# https://jfly.uni-koeln.de/color/ , lightened or darkened to stand out 3:1 from the surface.
DARK = Theme(
    dark=True,
    window="#14161a", surface="#1c1f25", text="#e7eaef", muted="#9aa4b2", grid="#2b303a",
    accent="#57b6f2", native="#a3abb8", power="#f5ab3d",
    good="#35c49f", bad="#ff8066", warning="#ecc94b",
    series=("#dc8fbd", "#35c49f", "#f07f4f", "#8f9dff", "#e8dc5a", "#c7a17a"),
)  # fmt: skip
LIGHT = Theme(
    dark=False,
    window="#f1f3f6", surface="#ffffff", text="#1b1f26", muted="#5b6573", grid="#e2e6ec",
    accent="#0a68c4", native="#66707e", power="#a85a00",
    good="#00755a", bad="#c0351a", warning="#866000",
    series=("#a5407c", "#00755a", "#bf4a0f", "#4350c9", "#7d6c00", "#7c5630"),
)  # fmt: skip

CHROMES = {
    True: Chrome(
        border="#2d323c", border_strong="#464d5a", raised="#272b33", hover="#30353f",
        pressed="#1f232a", field="#15171c", selection="#24455f", on_accent="#08131c",
        accent_hover="#7cc6f6",
    ),
    False: Chrome(
        border="#d9dee6", border_strong="#a9b2bf", raised="#ffffff", hover="#e9edf3",
        pressed="#dde3eb", field="#ffffff", selection="#cfe3f8", on_accent="#ffffff",
        accent_hover="#2a80d6",
    ),
}  # fmt: skip


def system_is_dark() -> bool:
    """What the system prefers; light where it does not say."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def theme_for(dark: bool) -> Theme:
    return DARK if dark else LIGHT


class ThemeKeeper(QObject):
    """Keeps the application in the chosen theme and tells listeners of each change."""

    changed = Signal()

    def __init__(
        self, application: QApplication, choice: ThemeChoice, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._choice = choice
        self.theme = DARK if self._wants_dark() else LIGHT
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._refresh()

    def subscribe(self, callback: Callable[[Theme], None]) -> Unsubscribe:
        """Call ``callback`` with the new theme at each change, until unsubscribed."""

        def notify() -> None:
            callback(self.theme)

        connections = [self.changed.connect(notify)]

        def unsubscribe() -> None:
            while connections:
                self.changed.disconnect(connections.pop())

        return unsubscribe

    def _wants_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return system_is_dark()
        return self._choice is ThemeChoice.DARK

    @Slot()
    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        wanted = theme_for(self._wants_dark())
        if wanted is not self.theme:
            self.theme = wanted
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        from pixelwatt.stylesheet import stylesheet

        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(stylesheet(self.theme))


def palette(theme: Theme) -> QPalette:
    """Fusion's palette; what the style sheet leaves alone is drawn with it."""
    chrome = CHROMES[theme.dark]
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: chrome.field,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: chrome.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.bad,
        role.ToolTipBase: chrome.raised,
        role.ToolTipText: theme.text,
        role.Highlight: chrome.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: chrome.hover,
        role.Midlight: chrome.raised,
        role.Mid: chrome.border,
        role.Dark: chrome.border_strong,
        role.Shadow: "#000000",
    }
    result = QPalette()
    for name, colour in colours.items():
        result.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(chrome.border_strong))
    return result
