"""What is written and drawn over the pictures: labels, dividing lines, values, a crosshair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from pixelwatt_upscaler.views.dividers import visible_span
from pixelwatt_upscaler.views.inspector import draw_inspector
from pixelwatt_upscaler.views.painting import (
    GRIP_REACH,
    draw_chip,
    draw_crosshair,
    draw_grip,
    draw_scale,
    label_room,
    scale_card,
)

if TYPE_CHECKING:
    from pixelwatt_upscaler.views.canvas import Canvas


class Overlay(QWidget):
    """Lies over pictures that the graphics card draws; repaints only where something changed."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._state: object = None
        self._region = QRegion()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def refresh(self) -> None:
        """Repaint what differs from what is shown; a picture alone that changed is not it."""
        canvas = self._canvas
        state = overlay_state(canvas)
        if state != self._state:
            before, self._region = self._region, covered_region(canvas)
            self._state = state
            self.update(before.united(self._region))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_overlay(painter, self._canvas)


def draw_overlay(painter: QPainter, canvas: Canvas) -> None:
    """Draw everything but the pictures, in device-independent pixels."""
    if canvas.content is None:
        painter.setPen(QColor(canvas.theme.muted))
        painter.drawText(
            canvas.rect().adjusted(24, 24, -24, -24),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            canvas.hint,
        )
        return
    for placed, room in _labels(canvas):
        draw_chip(painter, room, *placed)
    if canvas.is_split:
        _draw_grips(painter, canvas)
    if canvas.scale_bar is not None:
        draw_scale(painter, canvas.size(), canvas.scale_bar)
    if canvas.inspected is not None:
        _draw_inspector(painter, canvas, canvas.inspected)


def overlay_state(canvas: Canvas) -> object:
    """Equal as long as `draw_overlay` draws the same."""
    if canvas.content is None:
        return (canvas.hint, canvas.theme, canvas.size())
    labels = tuple((text, room.getRect()) for text, room in _labels(canvas))
    # The inspector shows values of pictures, which are other objects whenever they change.
    inspected = (canvas.inspected, canvas.layers) if canvas.inspected is not None else None
    return (labels, _grips(canvas), canvas.scale_bar, inspected, canvas.theme, canvas.size())


def covered_region(canvas: Canvas) -> QRegion:
    """Where `draw_overlay` draws at most."""
    if canvas.content is None or canvas.inspected is not None:
        return QRegion(canvas.rect())
    region = QRegion()
    height = canvas.fontMetrics().height() + 8
    for _text, room in _labels(canvas):
        region += QRectF(room.left(), room.top(), room.width(), height).toAlignedRect()
    for at, (first, last), _colour in _grips(canvas):
        reach = GRIP_REACH + 6
        across = QRect(round(at) - reach, round(first) - 1, 2 * reach, round(last - first) + 2)
        if canvas.horizontal:
            across = QRect(across.y(), across.x(), across.height(), across.width())
        region += across
    if canvas.scale_bar is not None:
        region += scale_card(canvas.fontMetrics(), canvas.size()).toAlignedRect()
    return region


def _labels(canvas: Canvas) -> list[tuple[tuple[str, str, str], QRectF]]:
    assert canvas.content is not None
    ratio = canvas.devicePixelRatioF()
    return [
        (
            (layer.title, layer.detail, layer.colour),
            label_room(canvas.viewport.place(pane, canvas.content), clip, ratio),
        )
        for layer, pane, clip in canvas.regions()
    ]


def _grips(canvas: Canvas) -> list[tuple[float, tuple[float, float], str]]:
    """Each dividing line: where it is, where it begins and ends, and its colour."""
    if not canvas.is_split or canvas.content is None:
        return []
    ratio = canvas.devicePixelRatioF()
    span = canvas.split_span()
    pane = canvas.panes()[0]
    place = canvas.viewport.place(pane, canvas.content)
    # The line is as long as the picture it divides.
    beside = visible_span(place, pane, horizontal=not canvas.horizontal)
    ends = beside.at(0) / ratio, beside.at(1) / ratio
    return [
        (
            span.at(fraction) / ratio,
            ends,
            canvas.theme.accent if canvas.holds_divider(index) else "#ffffff",
        )
        for index, fraction in enumerate(canvas.dividers.fractions)
    ]


def _draw_grips(painter: QPainter, canvas: Canvas) -> None:
    for at, ends, colour in _grips(canvas):
        draw_grip(painter, at, ends, colour, horizontal=canvas.horizontal)


def _draw_inspector(painter: QPainter, canvas: Canvas, pointer: QPointF) -> None:
    assert canvas.content is not None
    ratio = canvas.devicePixelRatioF()
    pane, (at_x, at_y) = canvas.pane_at(pointer)
    x, y = canvas.viewport.picture_point(pane, canvas.content, at_x, at_y)
    if not (0 <= x < canvas.content.width and 0 <= y < canvas.content.height):
        return
    for other in canvas.panes():
        shift = QPointF((other.x - pane.x) / ratio, (other.y - pane.y) / ratio)
        draw_crosshair(painter, other, pointer + shift, ratio)
    # In a blind test, only what is shown, under the name it is shown by.
    draw_inspector(painter, canvas.shown(), canvas.content, (x, y), pointer, canvas.size())
