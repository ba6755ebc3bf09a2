"""The picture area: every picture of the comparison, laid against the others."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.dividers import Dividers, Span, visible_span
from pixelwatt_upscaler.views.drawing import Drawing
from pixelwatt_upscaler.views.flicker import Flicker
from pixelwatt_upscaler.views.layers import Layer, Mode
from pixelwatt_upscaler.views.painting import GRIP_REACH
from pixelwatt_upscaler.views.viewport import Box, Viewport, grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QKeyEvent,
        QMouseEvent,
        QNativeGestureEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from pixelwatt.api import Theme
    from pixelwatt_upscaler.core.frames import Size
    from pixelwatt_upscaler.core.live_difference import DifferenceView

GAP = 2
"""Device-independent pixels between two panes."""
BESIDE = (Mode.ROW, Mode.GRID, Mode.DIFFERENCE)
"""Modes with a pane for each picture."""


class Canvas(QWidget):
    """Shows layers under one viewport. Painting only copies; pictures come ready-made."""

    viewport_changed = Signal()
    mode_changed = Signal(str)
    painted = Signal()
    """The pictures set last are on screen now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.viewport = Viewport()
        self.mode = Mode.SPLIT
        self.dividers = Dividers()
        self.inspecting = False
        self.smooth = False
        self._layers: tuple[Layer, ...] = ()
        self._alone: tuple[str, str] | None = None
        self.content: Size | None = None
        self._fresh = False
        self.hint = ""
        self.scale_bar: DifferenceView | None = None
        self._pointer: QPointF | None = None
        self._dragging: int | None = None
        self._pan_from: QPointF | None = None
        self.drawing = Drawing(self)
        self.drawing.drawn.connect(self._tell_painted)
        self.flicker = Flicker(self)
        self.flicker.turned.connect(self.drawing.refresh)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        self.setAccessibleName(tr("Pictures compared"))

    # -- What is shown ----------------------------------------------------------------------

    @property
    def layers(self) -> tuple[Layer, ...]:
        return self._layers

    def show_layers(self, layers: Sequence[Layer], content: Size) -> None:
        """Show pictures of one scene; ``content`` is the size that a zoom of 1 refers to."""
        if len(layers) != len(self._layers):
            self.dividers.spread(len(layers))
        resized = content != self.content
        self._layers, self.content = tuple(layers), content
        self._fresh = True
        self.setAccessibleDescription(", ".join(layer.title for layer in layers))
        if resized:
            self.viewport_changed.emit()
        self.drawing.refresh()

    def show_alone(self, key: str | None, label: str = "") -> None:
        """Show one picture only, under ``label`` instead of its name; None shows all again."""
        self._alone = None if key is None else (key, label)
        self.drawing.refresh()

    def show_hint(self, text: str) -> None:
        """What to read where there is no picture yet."""
        self.hint = text
        self.drawing.refresh()

    def set_mode(self, mode: Mode) -> None:
        self.mode = mode
        self.flicker.run(mode is Mode.FLICKER)
        self.mode_changed.emit(mode)
        self.drawing.refresh()

    def set_scale_bar(self, view: DifferenceView | None) -> None:
        """Draw the colours of a difference map with their values."""
        self.scale_bar = view

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.drawing.refresh()

    def set_inspecting(self, inspecting: bool) -> None:
        self.inspecting = inspecting
        self.setCursor(Qt.CursorShape.CrossCursor if inspecting else Qt.CursorShape.ArrowCursor)
        self.drawing.refresh()

    def set_smooth(self, smooth: bool) -> None:
        """Blend pixels when zoomed in instead of showing them as squares."""
        self.smooth = smooth
        self.drawing.refresh()

    @property
    def inspected(self) -> QPointF | None:
        """Where the pixel inspector is, while it is on and the pointer is over the pictures."""
        return self._pointer if self.inspecting and self._layers else None

    # -- Zoom and pan -----------------------------------------------------------------------

    @property
    def scale(self) -> float | None:
        """Device pixels for each picture pixel, if there is a picture."""
        if self.content is None:
            return None
        return self.viewport.scale(self.panes()[0], self.content)

    def set_viewport(self, viewport: Viewport) -> None:
        if viewport != self.viewport:
            self.viewport = viewport
            self.viewport_changed.emit()
            self.drawing.refresh()

    def fit(self) -> None:
        self.set_viewport(Viewport())

    def zoom_step(self, direction: int, at: QPointF | None = None) -> None:
        if self.content is not None:
            pane, anchor = self._anchor(at)
            self.set_viewport(self.viewport.stepped(pane, self.content, direction, anchor))

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Device pixels for each picture pixel, keeping the place under ``at``."""
        if self.content is not None:
            pane, anchor = self._anchor(at)
            self.set_viewport(self.viewport.zoomed(pane, self.content, zoom, anchor))

    def pane_at(self, point: QPointF) -> tuple[Box, tuple[float, float]]:
        """The pane under a point, and the point itself in device pixels."""
        ratio = self.devicePixelRatioF()
        x, y = point.x() * ratio, point.y() * ratio
        pane = next((pane for pane in self.panes() if pane.contains(x, y)), self.panes()[0])
        return pane, (x, y)

    def _anchor(self, at: QPointF | None) -> tuple[Box, tuple[float, float] | None]:
        return (self.panes()[0], None) if at is None else self.pane_at(at)

    def pan(self, dx: float, dy: float) -> None:
        """Move the pictures by device-independent pixels."""
        if self.content is not None:
            ratio = self.devicePixelRatioF()
            pane = self.panes()[0]
            self.set_viewport(self.viewport.panned(pane, self.content, dx * ratio, dy * ratio))

    # -- Layout, in device pixels -----------------------------------------------------------

    def panes(self) -> list[Box]:
        """Where each picture may be; the split and the flicker share one pane."""
        ratio = self.devicePixelRatioF()
        width, height = self.width() * ratio, self.height() * ratio
        count = len(self.shown())
        if self.mode in BESIDE and count > 1 and self.content is not None:
            aspect = self.content.width / self.content.height
            columns = (count,) if self.mode is Mode.ROW else None
            return grid(count, width, height, aspect, GAP * ratio, columns)
        return [Box(0, 0, width, height)]

    def shown(self) -> tuple[Layer, ...]:
        if self._alone is None:
            return self._layers
        key, label = self._alone
        chosen = [layer for layer in self._layers if layer.key == key]
        return tuple(replace(layer, title=label, detail="", colour="#ffffff") for layer in chosen)

    @property
    def horizontal(self) -> bool:
        return self.mode is Mode.SPLIT_HORIZONTAL

    @property
    def is_split(self) -> bool:
        return self._alone is None and self.mode in (Mode.SPLIT, Mode.SPLIT_HORIZONTAL)

    def split_span(self) -> Span:
        """What the dividing lines divide: the picture's visible part."""
        pane = self.panes()[0]
        place = self.viewport.place(pane, self.content) if self.content else pane
        return visible_span(place, pane, horizontal=self.horizontal)

    def _divider_at(self, point: QPointF) -> int | None:
        if not self.is_split:
            return None
        ratio = self.devicePixelRatioF()
        along = point.y() if self.horizontal else point.x()
        return self.dividers.near(along * ratio, self.split_span(), GRIP_REACH * ratio)

    def move_split(self, by: float) -> None:
        """Move the chosen dividing line by a fraction of the picture."""
        self.dividers.nudge(by)
        self.drawing.refresh()

    # -- Painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self.drawing.paint()

    def regions(self) -> list[tuple[Layer, Box, Box]]:
        """Each picture with its pane and the part of the pane it may paint."""
        if self.content is None:
            return []
        panes = self.panes()
        layers = self.shown()
        if self._alone is not None:
            return [(layer, panes[0], panes[0]) for layer in layers]
        if self.is_split:
            clips = self.dividers.clips(panes[0], self.split_span(), horizontal=self.horizontal)
            return [(layer, panes[0], clip) for layer, clip in zip(layers, clips, strict=True)]
        if self.mode is Mode.FLICKER or len(panes) < len(layers):
            return [(layers[self.flicker.count % len(layers)], panes[0], panes[0])]
        return [(layer, pane, pane) for layer, pane in zip(layers, panes, strict=True)]

    def holds_divider(self, index: int) -> bool:
        """Whether a dividing line is held by the pointer, or is the keyboard's."""
        chosen = self.hasFocus() and index == self.dividers.chosen
        return chosen or self._dragging == index

    def _tell_painted(self) -> None:
        if self._fresh:
            self._fresh = False
            self.painted.emit()

    # -- Pointer and keys -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = self._divider_at(point)
        if self._dragging is None and event.button() in (
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.MiddleButton,
        ):
            self._pan_from = point

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self._pointer = point
        if self._dragging is not None:
            along = (point.y() if self.horizontal else point.x()) * self.devicePixelRatioF()
            self.dividers.move(self._dragging, self.split_span().fraction(along))
            self.drawing.refresh()
        elif self._pan_from is not None:
            self.pan(point.x() - self._pan_from.x(), point.y() - self._pan_from.y())
            self._pan_from = point
        elif not self.inspecting:
            self._show_cursor(point)
        if self.inspecting:
            self.drawing.refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = self._pan_from = None
        self.drawing.refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.viewport.zoom is None:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.drawing.fit()
        self.viewport_changed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.drawing.refresh()

    def wheelEvent(self, event: QWheelEvent) -> None:
        scale = self.scale
        if scale is None:
            return
        turned = event.angleDelta().y() or event.pixelDelta().y()
        # 120 is one notch of a wheel; a fine wheel or touchpad gives fractions of it.
        self.zoom_to(scale * math.pow(1.25, turned / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture:
            gesture: QNativeGestureEvent = event  # type: ignore[assignment]
            scale = self.scale
            if gesture.gestureType() == Qt.NativeGestureType.ZoomNativeGesture and scale:
                self.zoom_to(scale * (1 + gesture.value()), gesture.position())
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = 0.002 if fine else 0.02
        key = event.key()
        if key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BraceLeft):
            self.move_split(-step)
        elif key in (Qt.Key.Key_BracketRight, Qt.Key.Key_BraceRight):
            self.move_split(step)
        elif key == Qt.Key.Key_Backslash:
            self.dividers.choose_next()
            self.drawing.refresh()
        else:
            super().keyPressEvent(event)

    def _show_cursor(self, point: QPointF) -> None:
        if self._divider_at(point) is None:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        elif self.horizontal:
            self.setCursor(Qt.CursorShape.SplitVCursor)
        else:
            self.setCursor(Qt.CursorShape.SplitHCursor)
