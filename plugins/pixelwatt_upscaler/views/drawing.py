"""Who draws the canvas: the processor with Qt's raster painter, or the graphics card.

The processor starts at once everywhere and needs no OpenGL. The graphics card is taken where it is
asked for, or, by the automatic choice, once the processor takes longer than a screen's refresh
leaves it: letting a window draw through the graphics card costs it about 150 ms.
"""

from __future__ import annotations

import math
import statistics
import sys
from collections import deque
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QRegion

from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.overlay import Overlay, draw_overlay
from pixelwatt_upscaler.views.painting import SHARP_FROM, covered, draw_layer

if TYPE_CHECKING:
    from pixelwatt_upscaler.views.canvas import Canvas
    from pixelwatt_upscaler.views.texture_view import PlacedPicture, TextureView

SLOW_MS = 12.0
"""Of the 16.7 ms that a screen of 60 Hz has for each picture."""
LOOKED_AT = 30
"""Pictures drawn by the processor before its time is judged."""
WITHOUT_GRAPHICS = ("offscreen", "minimal", "linuxfb", "vnc")
"""Qt's platforms that let no window draw through a graphics card."""
SURROUND = {True: "#131313", False: "#dedede"}
"""Around the pictures, dark and light: without a hue, which would tint what is judged."""


class Drawer(StrEnum):
    AUTO = "auto"
    PROCESSOR = "processor"
    GRAPHICS = "graphics"


def may_have_graphics_card() -> bool:
    """False where it would be in vain to ask, which costs a window a moment's flicker."""
    if QGuiApplication.platformName() in WITHOUT_GRAPHICS:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return any(Path("/dev/dri").glob("renderD*")) or Path("/dev/nvidia0").exists()


class Drawing(QObject):
    """Draws a canvas, and changes to the graphics card and back without losing a picture."""

    drawn = Signal()
    """What the canvas was given last is on screen."""
    changed = Signal(str)
    """A sentence for the user: who draws now, and why."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._wanted = Drawer.PROCESSOR
        self._view: TextureView | None = None
        self._overlay: Overlay | None = None
        self._times_ms: deque[float] = deque(maxlen=LOOKED_AT)
        self._decided = False
        """Whether the automatic choice has been made."""
        self.driver = ""
        """The graphics driver that draws; empty while the processor does."""

    @property
    def by_graphics_card(self) -> bool:
        return self._view is not None

    def choose(self, drawer: Drawer) -> None:
        """Let the processor or the graphics card draw, or whoever this machine needs."""
        if drawer == self._wanted:
            return
        self._wanted, self._decided = drawer, False
        self._times_ms.clear()
        if drawer is Drawer.GRAPHICS:
            self._take_graphics_card()
        elif self._view is not None:
            self._drop_graphics_card()

    def refresh(self) -> None:
        """Something of the canvas changed; draw it anew soon."""
        if self._view is None or self._overlay is None:
            self._canvas.update()
            return
        self._view.show_pictures(self._placed(), QColor(SURROUND[self._canvas.theme.dark]))
        self._overlay.refresh()

    def fit(self) -> None:
        """The canvas has another size."""
        for part in (self._view, self._overlay):
            if part is not None:
                part.setGeometry(self._canvas.rect())
        self.refresh()

    def paint(self) -> None:
        """The canvas's paint event."""
        if self._overlay is not None:
            self._overlay.refresh()
            return
        started = perf_counter()
        # Left open by an exception, a painter would take the whole program down with it.
        with QPainter(self._canvas) as painter:
            self._paint_pictures(painter)
            draw_overlay(painter, self._canvas)
        self._times_ms.append((perf_counter() - started) * 1000)
        self.drawn.emit()
        if self._wanted is Drawer.AUTO and not self._decided and self._is_slow():
            # Once: looking for a graphics card with every picture would slow the slow down.
            self._decided = True
            if may_have_graphics_card():
                self._take_graphics_card()

    def close(self) -> None:
        """Give back what is on the graphics card, which must not outlive its window."""
        if self._view is not None:
            self._view.releaseResources()

    def _is_slow(self) -> bool:
        times = self._times_ms
        return len(times) == LOOKED_AT and statistics.median(times) > SLOW_MS

    def _paint_pictures(self, painter: QPainter) -> None:
        canvas, content = self._canvas, self._canvas.content
        ratio = canvas.devicePixelRatioF()
        surround = QColor(SURROUND[canvas.theme.dark])
        if content is None:
            painter.fillRect(canvas.rect(), surround)
            return
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        placed = [
            (layer, canvas.viewport.place(pane, content), clip)
            for layer, pane, clip in canvas.regions()
        ]
        around = QRegion(
            0, 0, math.ceil(canvas.width() * ratio), math.ceil(canvas.height() * ratio)
        )
        for _layer, place, clip in placed:
            around -= covered(place, clip)
        # A 4K view would take a third longer if what pictures cover were filled first.
        for rectangle in around:  # type: ignore[attr-defined]
            painter.fillRect(rectangle, surround)
        for layer, place, clip in placed:
            draw_layer(painter, layer, place, clip, sharp=self._sharp())
        painter.restore()

    def _placed(self) -> list[PlacedPicture]:
        from pixelwatt_upscaler.views.texture_view import PlacedPicture

        content = self._canvas.content
        if content is None:
            return []
        placed = []
        for layer, pane, clip in self._canvas.regions():
            place = self._canvas.viewport.place(pane, content)
            image = layer.image_for(place.width / layer.size.width)
            one_to_one = (place.width, place.height) == (image.width(), image.height())
            sharp = self._sharp() or one_to_one
            placed.append(PlacedPicture(image, place, clip, sharp))
        return placed

    def _sharp(self) -> bool:
        """A small picture fitted to a large view is looked at as a whole, not by its pixels."""
        return not self._canvas.smooth and (self._canvas.viewport.zoom or 0) >= SHARP_FROM

    def _take_graphics_card(self) -> None:
        from pixelwatt_upscaler.views.texture_view import TextureView

        queued = Qt.ConnectionType.QueuedConnection
        view = TextureView()
        view.drawn_by.connect(self._name_driver, queued)
        view.failed.connect(self._give_up, queued)
        view.frameSubmitted.connect(self.drawn, queued)
        self._view, self._overlay = view, Overlay(self._canvas)
        view.setParent(self._canvas)
        view.show()
        self._overlay.show()
        self._overlay.raise_()
        self.fit()

    def _drop_graphics_card(self) -> None:
        view, overlay = self._view, self._overlay
        self._view = self._overlay = None
        self.driver = ""
        if view is not None and overlay is not None:
            view.releaseResources()
            for part in (view, overlay):
                part.hide()
                part.deleteLater()
        self._canvas.update()

    def _name_driver(self, driver: str) -> None:
        from pixelwatt_upscaler.views.texture_view import is_software

        if self._view is None:
            return
        if self._wanted is Drawer.AUTO and is_software(driver):
            self._drop_graphics_card()
            self.changed.emit(
                tr("The processor goes on drawing the pictures: there is no graphics card, only "
                   "{driver}.", driver=driver)
            )  # fmt: skip
            return
        if driver == self.driver:
            return  # the same as before, for a window of its own
        self.driver = driver
        if is_software(driver):
            self.changed.emit(
                tr("{driver} draws the pictures. It is no graphics card: the processor does its "
                   "work.", driver=driver)
            )  # fmt: skip
        else:
            self.changed.emit(
                tr("The graphics card draws the pictures now: {driver}.", driver=driver)
            )

    def _give_up(self, why: str) -> None:
        if self._view is None:
            return
        self._drop_graphics_card()
        reason = why or tr("this window has none")
        self.changed.emit(
            tr("The graphics card cannot draw the pictures, so the processor does: {reason}.",
               reason=reason)
        )  # fmt: skip
