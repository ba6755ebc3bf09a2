"""The pixel under the crosshair in every picture: magnified surroundings and exact values."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pixelwatt_upscaler.core.frames import Size
    from pixelwatt_upscaler.views.layers import Layer

PATCH = 11
"""Side of the magnified square, in pixels of the output; odd, so that one is in the middle."""
TILE = 99.0
"""Side of the magnified square on screen, device-independent."""
GAP = 8.0
AWAY = 24.0
"""Between the pointer and the inspector, so that it never hides what it inspects."""


def values_at(layer: Layer, content: Size, x: float, y: float) -> tuple[int, int, int]:
    """R, G and B of a picture where the output has the point ``x, y``."""
    column, row = _pixel(layer, content, x, y)
    red, green, blue = (int(value) for value in layer.pixels[row, column, :3])
    return red, green, blue


def draw_inspector(
    painter: QPainter,
    layers: Sequence[Layer],
    content: Size,
    at: tuple[float, float],
    pointer: QPointF,
    view: QSize,
) -> None:
    """Draw a card beside the pointer with one magnified square for each picture."""
    metrics = painter.fontMetrics()
    line = metrics.height() + 2
    across = max(1, min(len(layers), int((view.width() - GAP) // (TILE + GAP))))
    rows = math.ceil(len(layers) / across)
    width = across * (TILE + GAP) + GAP
    height = line + GAP + rows * (TILE + 2 * line + GAP) + GAP
    left = pointer.x() + AWAY
    if left + width > view.width():
        left = max(pointer.x() - AWAY - width, 0)
    top = min(max(pointer.y() - height / 2, 0), max(view.height() - height, 0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(16, 18, 22, 225))
    painter.drawRoundedRect(QRectF(left, top, width, height), 6, 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(200, 204, 212))
    place = tr("Pixel {x}, {y}", x=math.floor(at[0]), y=math.floor(at[1]))
    painter.drawText(QPointF(left + GAP, top + GAP + metrics.ascent()), place)
    for index, layer in enumerate(layers):
        tile = QRectF(
            left + GAP + (index % across) * (TILE + GAP),
            top + line + GAP + (index // across) * (TILE + 2 * line + GAP),
            TILE,
            TILE,
        )
        _draw_tile(painter, layer, content, at, tile)
    painter.restore()


def _draw_tile(
    painter: QPainter, layer: Layer, content: Size, at: tuple[float, float], tile: QRectF
) -> None:
    column, row = _pixel(layer, content, *at)
    # A small picture shows fewer of its own pixels, so that every square shows the same scene.
    ratio = layer.size.width / content.width
    patch = max(3, round(PATCH * ratio) | 1)
    source = QRectF(column - patch // 2, row - patch // 2, patch, patch)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.fillRect(tile, QColor(0, 0, 0))
    painter.drawImage(tile, layer.images[0], source)
    cell = tile.width() / patch
    middle = QRectF(tile.left() + patch // 2 * cell, tile.top() + patch // 2 * cell, cell, cell)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0), 1))
    painter.drawRect(middle.adjusted(-1, -1, 1, 1))
    painter.setPen(QPen(QColor(255, 255, 255), 1))
    painter.drawRect(middle)
    metrics = painter.fontMetrics()
    painter.setPen(QColor(layer.colour).lighter(120))
    title = metrics.elidedText(layer.title, Qt.TextElideMode.ElideRight, int(tile.width()))
    painter.drawText(QPointF(tile.left(), tile.bottom() + metrics.ascent() + 2), title)
    painter.setPen(QColor(255, 255, 255))
    red, green, blue = values_at(layer, content, *at)
    baseline = tile.bottom() + metrics.height() + metrics.ascent() + 2
    painter.drawText(QPointF(tile.left(), baseline), f"{red:3d} {green:3d} {blue:3d}")


def _pixel(layer: Layer, content: Size, x: float, y: float) -> tuple[int, int]:
    column = math.floor(x * layer.size.width / content.width)
    row = math.floor(y * layer.size.height / content.height)
    return (
        min(max(column, 0), layer.size.width - 1),
        min(max(row, 0), layer.size.height - 1),
    )
