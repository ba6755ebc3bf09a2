"""Drawing one picture into one pane, by the raster painter, with no work outside of the pane."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPen

if TYPE_CHECKING:
    from pixelwatt_upscaler.core.live_difference import DifferenceView
    from pixelwatt_upscaler.views.layers import Layer
    from pixelwatt_upscaler.views.viewport import Box

SHARP_FROM = 2.0
"""From this zoom on, pixels are drawn as squares; below, a screen would blend them anyway."""

GRIP_REACH = 10
"""How near to a dividing line the pointer takes hold of it."""
MARGIN = 8
"""Between a picture's corner and its label."""


def draw_layer(painter: QPainter, layer: Layer, place: Box, clip: Box, *, sharp: bool) -> None:
    """Draw the part of ``layer`` that ``clip`` shows; ``place`` is where all of it would lie."""
    left, top = max(place.x, clip.x), max(place.y, clip.y)
    right = min(place.x + place.width, clip.x + clip.width)
    bottom = min(place.y + place.height, clip.y + clip.height)
    if right <= left or bottom <= top:
        return
    image = layer.image_for(place.width / layer.size.width)
    scale_x, scale_y = place.width / image.width(), place.height / image.height()
    # Whole source pixels only: the clip cuts, the mapping stays that of the whole picture.
    x0 = max(math.floor((left - place.x) / scale_x), 0)
    y0 = max(math.floor((top - place.y) / scale_y), 0)
    x1 = min(math.ceil((right - place.x) / scale_x), image.width())
    y1 = min(math.ceil((bottom - place.y) / scale_y), image.height())
    target = QRectF(
        place.x + x0 * scale_x, place.y + y0 * scale_y, (x1 - x0) * scale_x, (y1 - y0) * scale_y
    )
    painter.save()
    painter.setClipRect(QRectF(clip.x, clip.y, clip.width, clip.height))
    if (scale_x, scale_y) == (1.0, 1.0):
        # Pixel on pixel is a copy; the scaling painter would take four times as long for it.
        painter.drawImage(target.topLeft(), image, QRectF(x0, y0, x1 - x0, y1 - y0))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
        painter.drawImage(target, image, QRectF(x0, y0, x1 - x0, y1 - y0))
    painter.restore()


def covered(place: Box, clip: Box) -> QRect:
    """The whole device pixels that a picture at ``place`` covers of its ``clip``."""
    left, top = math.ceil(max(place.x, clip.x)), math.ceil(max(place.y, clip.y))
    right = math.floor(min(place.x + place.width, clip.x + clip.width))
    bottom = math.floor(min(place.y + place.height, clip.y + clip.height))
    return QRect(left, top, max(right - left, 0), max(bottom - top, 0))


def label_room(place: Box, clip: Box, ratio: float) -> QRectF:
    """Where a picture's label may be: inside what is seen of it, in logical pixels."""
    left = max(clip.x, place.x) / ratio + MARGIN
    top = max(clip.y, place.y) / ratio + MARGIN
    right = min(clip.x + clip.width, place.x + place.width) / ratio - MARGIN
    bottom = (clip.y + clip.height) / ratio
    return QRectF(left, top, max(right - left, 0), max(bottom - top, 0))


def draw_crosshair(painter: QPainter, pane: Box, at: QPointF, ratio: float) -> None:
    """Thin lines across a pane (device pixels) through a point of it (logical pixels)."""
    painter.setPen(QPen(QColor(255, 255, 255, 160), 0))
    top, bottom = pane.y / ratio, (pane.y + pane.height) / ratio
    left, right = pane.x / ratio, (pane.x + pane.width) / ratio
    painter.drawLine(QPointF(left, at.y()), QPointF(right, at.y()))
    painter.drawLine(QPointF(at.x(), top), QPointF(at.x(), bottom))


def draw_chip(painter: QPainter, box: QRectF, title: str, detail: str, colour: str) -> QRectF:
    """A label that is read on any picture; returns the rectangle it took (logical pixels).

    ``box`` is the room there is: text that does not fit is shortened, and a label without
    room for a few letters is left out.
    """
    metrics = painter.fontMetrics()
    height = metrics.height() + 8.0
    room = box.width() - 28
    if room < 24 or box.height() < height:
        return QRectF()
    bold = painter.font()
    bold.setBold(True)
    painter.save()
    painter.setFont(bold)
    bold_metrics = painter.fontMetrics()
    title = bold_metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(room))
    title_width = bold_metrics.horizontalAdvance(title)
    rest = room - title_width - 8
    detail = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, int(rest)) if rest > 32 else ""
    detail_width = metrics.horizontalAdvance(detail) + 8 if detail else 0
    chip = QRectF(box.left(), box.top(), title_width + detail_width + 28, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(16, 18, 22, 200))
    painter.drawRoundedRect(chip, 4, 4)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(chip.left() + 8, chip.center().y() - 4, 8, 8))
    baseline = chip.top() + 4 + metrics.ascent()
    painter.setPen(QColor(255, 255, 255))
    painter.drawText(int(chip.left() + 22), int(baseline), title)
    if detail:
        regular = painter.font()
        regular.setBold(False)
        painter.setFont(regular)
        painter.setPen(QColor(200, 204, 212))
        painter.drawText(int(chip.left() + 22 + title_width + 8), int(baseline), detail)
    painter.restore()
    return chip


def draw_grip(
    painter: QPainter, at: float, ends: tuple[float, float], colour: str, *, horizontal: bool
) -> None:
    """A dividing line from one end to the other with a round handle in its middle."""
    first, last = ends
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if horizontal:
        line = QLineF(first, at, last, at)
        middle = QPointF((first + last) / 2, at)
    else:
        line = QLineF(at, first, at, last)
        middle = QPointF(at, (first + last) / 2)
    flat = Qt.PenCapStyle.FlatCap
    painter.setPen(QPen(QColor(0, 0, 0, 110), 4, Qt.PenStyle.SolidLine, flat))
    painter.drawLine(line)
    painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, flat))
    painter.drawLine(line)
    painter.setBrush(QColor(16, 18, 22, 220))
    painter.drawEllipse(middle, 14, 14)
    painter.translate(middle)
    if horizontal:
        painter.rotate(90)
    painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for side in (-1, 1):
        tip = QPointF(8.0 * side, 0)
        painter.drawLine(QPointF(4.0 * side, -4), tip)
        painter.drawLine(QPointF(4.0 * side, 4), tip)
    painter.restore()


def scale_card(metrics: QFontMetrics, size: QSize) -> QRectF:
    """Where the scale of a difference map lies in a view of ``size``."""
    width, height = 192.0, metrics.height() + 28.0
    return QRectF(size.width() - width - 8, size.height() - height - 8, width, height)


def draw_scale(painter: QPainter, size: QSize, view: DifferenceView) -> None:
    """The colours of a difference map with the values of its ends and its middle."""
    from pixelwatt_upscaler.core.live_difference import scale_colours

    metrics = painter.fontMetrics()
    card = scale_card(metrics, size)
    bar = QRectF(card.left() + 12, card.top() + 8, card.width() - 24, 10)
    ramp = QLinearGradient(bar.topLeft(), bar.topRight())
    colours = scale_colours(view)
    for step in range(17):
        red, green, blue = (int(value) for value in colours[min(step * 16, 255)])
        ramp.setColorAt(step / 16, QColor(red, green, blue))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(16, 18, 22, 220))
    painter.drawRoundedRect(card, 4, 4)
    painter.setBrush(ramp)
    painter.drawRect(bar)
    painter.setPen(QColor(255, 255, 255))
    words = QRectF(bar.left(), bar.bottom() + 2, bar.width(), metrics.height() + 2)
    low, middle, high = view.ends
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft, low)
    painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, middle)
    painter.drawText(words, Qt.AlignmentFlag.AlignRight, high)
    painter.restore()
