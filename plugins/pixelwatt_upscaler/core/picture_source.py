"""A still picture as a source of one frame, taken down while it is read if it is very large."""

from __future__ import annotations

from math import ceil, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

from pixelwatt_upscaler.text import tr

from .colour import in_srgb
from .frames import ClosingSource, Frame, Size, SourceInfo
from .hardware import memory_limit
from .pictures import jpeg_size, read_picture, stored_strips, upright_pixels
from .resampling import Degradation, degrade

if TYPE_CHECKING:
    from .frames import Pixels
    from .strips import Strips

MOST_PIXELS = 64_000_000
"""Of a picture that is shown whole: 8,000 × 8,000."""
BYTES_PER_PIXEL = 90
"""What the original, what is made of it, their copies for the screen and the scores take at most,
as measured with 44 million pixels."""
MEMORY_SHARE = 0.8
"""Of `hardware.memory_limit`."""


class PictureSource(ClosingSource):
    """In sRGB, because that is how frames are shown. Raises `Problem`."""

    def __init__(self, path: Path) -> None:
        stored, self._true_size = read_reduced(path)
        self._frame, self._profile = in_srgb(stored)
        self._given = False
        self.path = Path(path)

    @property
    def info(self) -> SourceInfo:
        frame = self._frame
        kind = {1: tr("grey"), 3: tr("RGB"), 4: tr("RGB with alpha")}[frame.channels]
        return SourceInfo(
            title=self.path.name,
            size=frame.size,
            frames=1,
            still=True,
            seekable=True,
            bits=frame.bits,
            channels=frame.channels,
            detail=f"{self.path.suffix[1:].upper()}, {frame.bits}-bit, {kind}, {self._profile}",
            notes=self._notes(),
        )

    def read(self) -> Frame | None:
        if self._given:
            return None
        self._given = True
        return self._frame

    def seek(self, seconds: float) -> None:
        self._given = False

    def _notes(self) -> tuple[str, ...]:
        if self._true_size == self._frame.size:
            return ()
        return (
            tr("With {size} the picture is too large to be compared whole; it is shown at {shown}. "
               "Export reads the whole file.",
               size=self._true_size, shown=self._frame.size),
        )  # fmt: skip


def most_pixels() -> int:
    """Pixels of the largest picture that is shown whole, by the memory there is."""
    return min(MOST_PIXELS, int(memory_limit() * MEMORY_SHARE / BYTES_PER_PIXEL))


def read_reduced(path: Path) -> tuple[Frame, Size]:
    """A picture of at most `most_pixels`, and its true size. Raises `Problem`.

    Each pixel of a reduced picture is the mean of the square it stands for.
    """
    path = Path(path)
    stored = stored_strips(path)
    if stored is not None:
        size = stored.picture.size
        factor = factor_for(size)
        if 1 < factor <= min(size):
            small = upright_pixels(reduced(stored.picture, factor), stored.orientation)
            turned = stored.orientation in (5, 6, 7, 8)
            upright = Size(size.height, size.width) if turned else size
            return Frame(small, icc=stored.icc, exif=stored.exif, xmp=stored.xmp), upright
    sides = jpeg_size(path)
    if sides is None or factor_for(sides[0]) == 1:
        frame = read_picture(path)
        true = frame.size
    else:
        frame = read_picture(path, least=_divided(sides[0], factor_for(sides[0])))
        true = sides[1]
    small = degrade(frame.pixels, _divided(true, factor_for(true)), Degradation.AREA)
    return frame.with_pixels(small), true


def _divided(size: Size, factor: int) -> Size:
    return Size(max(1, size.width // factor), max(1, size.height // factor))


def factor_for(size: Size) -> int:
    """By how much each side must be divided."""
    return max(1, ceil(sqrt(size.pixels / most_pixels())))


def reduced(picture: Strips, factor: int) -> Pixels:
    """The picture with each side divided by ``factor``; an incomplete last row or column of
    squares is left out.
    """
    width, height = _divided(picture.size, factor)
    small = np.empty((height, width, picture.channels), picture.dtype)
    rows = max(1, 2**23 // max(1, picture.row_bytes * factor)) * factor
    top = 0
    for strip in picture.cut(rows):
        count = strip.shape[0] // factor
        whole = np.ascontiguousarray(strip[: count * factor, : width * factor])
        if count:
            mean = cv2.resize(whole, (width, count), interpolation=cv2.INTER_AREA)
            small[top : top + count] = mean.reshape(count, width, picture.channels)
        top += count
    return small
