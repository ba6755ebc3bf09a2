"""Where a picture lies in a pane: zoom and centre, shared by every pane of the comparison.

All lengths on screen are device pixels, so that a zoom of 1 shows one picture pixel on one
pixel of the screen whatever the desktop's scale factor is.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pixelwatt_upscaler.core.frames import Size

MOST_ZOOM = 64.0
LEAST_ZOOM = 1.0 / 32.0
ZOOM_STEPS = (1 / 16, 1 / 8, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0,
              12.0, 16.0, 24.0, 32.0, 48.0, 64.0)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width and height."""

    x: float
    y: float
    width: float
    height: float

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Viewport:
    """Zoom and centre. ``zoom=None`` fits the picture into the pane.

    The centre is a fraction of the picture (0 to 1), so it means the same place when the
    output size changes.
    """

    zoom: float | None = None
    x: float = 0.5
    y: float = 0.5

    def scale(self, pane: Box, picture: Size) -> float:
        """Device pixels for each picture pixel."""
        if self.zoom is not None:
            return self.zoom
        fit = min(pane.width / picture.width, pane.height / picture.height)
        return max(fit, 1e-6)

    def place(self, pane: Box, picture: Size) -> Box:
        """The whole picture's rectangle on screen, mostly outside of ``pane`` when zoomed in."""
        scale = self.scale(pane, picture)
        width, height = picture.width * scale, picture.height * scale
        left = pane.x + pane.width / 2 - self._held(self.x, width, pane.width) * width
        top = pane.y + pane.height / 2 - self._held(self.y, height, pane.height) * height
        # A fraction of a pixel would blur or shear what is meant to be seen pixel by pixel.
        return Box(float(round(left)), float(round(top)), width, height)

    def picture_point(self, pane: Box, picture: Size, x: float, y: float) -> tuple[float, float]:
        """The picture coordinates under a point on screen; they may lie outside."""
        place = self.place(pane, picture)
        scale = self.scale(pane, picture)
        return (x - place.x) / scale, (y - place.y) / scale

    def panned(self, pane: Box, picture: Size, dx: float, dy: float) -> Viewport:
        """Moved with the pointer by ``dx, dy`` device pixels."""
        scale = self.scale(pane, picture)
        width, height = picture.width * scale, picture.height * scale
        x = self._held(self.x, width, pane.width) - dx / width
        y = self._held(self.y, height, pane.height) - dy / height
        return dataclasses.replace(self, x=min(max(x, 0.0), 1.0), y=min(max(y, 0.0), 1.0))

    def zoomed(
        self, pane: Box, picture: Size, zoom: float, at: tuple[float, float] | None = None
    ) -> Viewport:
        """At another zoom; the picture point under ``at`` (default: the pane's middle) stays."""
        zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        middle = (pane.x + pane.width / 2, pane.y + pane.height / 2)
        anchor = at or middle
        px, py = self.picture_point(pane, picture, *anchor)
        x = (px - (anchor[0] - middle[0]) / zoom) / picture.width
        y = (py - (anchor[1] - middle[1]) / zoom) / picture.height
        return Viewport(zoom, min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def stepped(
        self, pane: Box, picture: Size, direction: int, at: tuple[float, float] | None = None
    ) -> Viewport:
        """The next round zoom upwards (``direction > 0``) or downwards."""
        now = self.scale(pane, picture)
        if direction > 0:
            zoom = next((step for step in ZOOM_STEPS if step > now * 1.001), MOST_ZOOM)
        else:
            zoom = next(
                (step for step in reversed(ZOOM_STEPS) if step < now * 0.999), ZOOM_STEPS[0]
            )
        return self.zoomed(pane, picture, zoom, at)

    @staticmethod
    def _held(centre: float, length: float, pane: float) -> float:
        """Keep a picture smaller than its pane in the middle, a larger one without a gap."""
        if length <= pane:
            return 0.5
        half = pane / 2 / length
        return min(max(centre, half), 1 - half)


def grid(
    count: int,
    width: float,
    height: float,
    aspect: float,
    gap: float,
    columns: Iterable[int] | None = None,
) -> list[Box]:
    """Panes for ``count`` pictures of ``aspect`` (width / height), as large as they can be.

    ``columns`` are the numbers of columns to choose from; all that make sense by default.
    """
    best: list[Box] = []
    best_scale = 0.0
    for across in columns or range(1, count + 1):
        rows = -(-count // across)
        pane_width = (width - gap * (across - 1)) / across
        pane_height = (height - gap * (rows - 1)) / rows
        scale = min(pane_width / aspect, pane_height)
        if scale > best_scale * 1.001:
            best_scale = scale
            best = [
                Box((i % across) * (pane_width + gap), (i // across) * (pane_height + gap),
                    pane_width, pane_height)
                for i in range(count)
            ]  # fmt: skip
    return best or [Box(0, 0, width, height)] * count
