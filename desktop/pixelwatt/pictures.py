"""A widget as a picture: SVG through Qt's own generator, or PNG at twice the pixels.

pyqtgraph 0.14's SVG exporter fails on current Qt, so plots are drawn by Qt too.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from pixelwatt.api import Problem
from pixelwatt.files import replacing
from pixelwatt.ui_text import tr

SUFFIXES = (".svg", ".png")


def save_picture(widget: QWidget, path: Path, scale: float = 2.0) -> None:
    """Write ``widget`` as it looks now, in the format of the path's suffix.

    Raises Problem for another suffix and when the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise Problem(
            tr("A picture cannot be saved as {suffix}.", suffix=suffix or path.name),
            tr("Choose .svg or .png."),
        )
    try:
        with replacing(path) as temporary:
            if suffix == ".svg":
                _write_svg(widget, temporary)
            elif not picture(widget, scale).save(str(temporary), "PNG"):
                raise OSError(str(path))
    except OSError as error:
        raise Problem(
            tr("The picture could not be saved: {error}.", error=error),
            tr("Choose a folder you may write to."),
        ) from error


def picture(widget: QWidget, scale: float = 1.0) -> QPixmap:
    """The widget drawn with ``scale`` pixels for each logical one."""
    pixmap = QPixmap(widget.size() * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(widget.palette().window().color())
    painter = QPainter(pixmap)
    _render(widget, painter)
    return pixmap


def copy_picture(widget: QWidget) -> None:
    """Put the widget on the clipboard as a picture."""
    QGuiApplication.clipboard().setPixmap(picture(widget, 2.0))


def _write_svg(widget: QWidget, path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(widget.size()))
    generator.setViewBox(QRect(QPoint(), widget.size()))
    generator.setTitle(widget.accessibleName() or widget.windowTitle())
    painter = QPainter(generator)
    _render(widget, painter)


def _render(widget: QWidget, painter: QPainter) -> None:
    try:
        # Not widget.render: a QGraphicsView has another method of that name.
        QWidget.render(widget, painter, QPoint())
    finally:
        painter.end()
