"""The window's font: the system's, and ours for Chinese where the system has none."""

from __future__ import annotations

import sys
from importlib.resources import as_file, files

from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

SHIPPED = "Pixelwatt Sans SC"
PREFERRED = (
    "Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC",
)  # fmt: skip
PLAIN = ("DejaVu Sans", "Bitstream Vera Sans", "Sans", "Sans Serif", "Monospace", "")
"""What a bare system falls back to; our font is the better reading there."""


def install(application: QApplication) -> None:
    """Set the application's font, with a family that can draw Chinese among its fallbacks."""
    if sys.platform not in ("win32", "darwin"):  # those draw Chinese by themselves
        _load_shipped()
    application.setFont(ui_font(application.font()))


def ui_font(system: QFont) -> QFont:
    """The system's font at its own size, then the families that draw Chinese."""
    font = QFont(system)
    own = QRawFont.fromFont(system).familyName()
    first = (SHIPPED,) if own in PLAIN else (own,)
    font.setFamilies([*first, *PREFERRED, SHIPPED])
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, so that columns and live numbers stand still."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def _load_shipped() -> None:
    resource = files("pixelwatt_resources") / "fonts" / "PixelwattSansSC.otf"
    with as_file(resource) as path:
        QFontDatabase.addApplicationFont(str(path))
