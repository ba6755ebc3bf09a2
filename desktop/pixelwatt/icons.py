"""Line icons drawn in the colour of the text around them.

An icon is an SVG whose strokes are ``currentColor``. It is named either by its file in
``pixelwatt_resources/icons`` or, in a plugin of somebody else, as ``"package:path/in/it.svg"``.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from pixelwatt.api import Theme

FALLBACK = "panel"
SIZE = 20
_log = logging.getLogger(__name__)


@lru_cache(maxsize=256)
def source(name: str) -> str:
    """The SVG text of an icon; that of a plain panel where it cannot be read."""
    package, separator, path = name.partition(":")
    if not separator:
        package, path = "pixelwatt_resources", f"icons/{(name or FALLBACK).replace('-', '_')}.svg"
    try:
        return files(package).joinpath(path).read_text("utf-8")
    except (ImportError, OSError, ValueError, UnicodeDecodeError) as error:
        if name == FALLBACK:
            raise
        _log.warning("The icon %r cannot be read: %s", name, error)
        return source(FALLBACK)


def render(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """An icon of ``size`` logical pixels, sharp on a screen of ``ratio`` pixels for each."""
    svg = source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=512)
def icon(name: str, theme: Theme) -> QIcon:
    """An icon for actions and tabs. Ask again with the new theme when the theme changes."""
    from pixelwatt.theme import CHROMES

    result = QIcon()
    colours = {
        QIcon.Mode.Normal: theme.text,
        QIcon.Mode.Disabled: CHROMES[theme.dark].border_strong,
    }
    application = QGuiApplication.instance()
    # The highest of all screens: scaling down looks better than scaling up.
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    for mode, colour in colours.items():
        result.addPixmap(render(name, SIZE, colour, ratio), mode)
    return result


class IconWidget(QWidget):
    """An icon by itself, in a colour of the widget's palette; it follows the theme unasked."""

    def __init__(
        self,
        name: str,
        size: int = 48,
        role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour: QColor = self.palette().color(self._role)
        pixmap = render(self._name, self.width(), colour.name(), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)
