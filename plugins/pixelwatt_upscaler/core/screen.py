"""The screen, or a part of it, as a live source, through Pillow (X11, Windows, macOS)."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from time import perf_counter_ns
from typing import TYPE_CHECKING

import numpy as np
from PIL import ImageGrab

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.text import tr

from .frames import ClosingSource, Frame, Size, SourceInfo, size_of

if TYPE_CHECKING:
    from .frames import Rgb


@dataclass(frozen=True, slots=True)
class ScreenRegion:
    """A rectangle of the desktop in its own (physical) pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        return (self.left, self.top, self.left + self.width, self.top + self.height)


def availability() -> Available | Unavailable:
    """Whether the screen can be read here; asked without reading it."""
    if platform.system() != "Linux":
        return Available()
    if os.environ.get("WAYLAND_DISPLAY"):
        return Unavailable(
            tr("Wayland lets no program read the screen without the desktop's portal, which "
               "Pixelwatt does not speak"),
            tr("Log in to an X11 session, or record the screen and open the recording."),
        )  # fmt: skip
    if not os.environ.get("DISPLAY"):
        return Unavailable(tr("there is no display"), tr("Start it from a desktop session."))
    return Available()


class ScreenSource(ClosingSource):
    """Reads the whole desktop, or ``region`` of it, anew for each frame. Raises `Problem`."""

    def __init__(self, region: ScreenRegion | None = None) -> None:
        state = availability()
        if isinstance(state, Unavailable):
            raise Problem(tr("The screen cannot be read: {why}.", why=state.reason), state.remedy)
        self._region: ScreenRegion | None = None
        whole = size_of(self._grabbed())
        if region and (region.left >= whole.width or region.top >= whole.height):
            raise Problem(
                tr("The chosen part lies outside the screen of {size}.", size=whole),
                tr("Choose a part on the screen."),
            )
        self._region = region
        self._count = 0
        self._started_ns = perf_counter_ns()
        self._size = size_of(self._grabbed())

    @property
    def info(self) -> SourceInfo:
        return SourceInfo(
            title=tr("Screen") if self._region is None else tr("Part of the screen"),
            size=Size(*self._size),
            live=True,
            detail=platform.system(),
        )

    def read(self) -> Frame | None:
        now = perf_counter_ns()
        pixels = self._grabbed()
        self._count += 1
        return Frame(
            pixels,
            timestamp_s=(now - self._started_ns) / 1e9,
            index=self._count - 1,
            captured_ns=now,
        )

    def seek(self, seconds: float) -> None:
        """A screen has no past."""

    def _grabbed(self) -> Rgb:
        box = self._region.box if self._region else None
        try:
            picture = ImageGrab.grab(bbox=box, all_screens=True)
        except OSError as error:
            raise Problem(
                tr("The screen cannot be read: {why}.", why=error),
                tr("Allow screen recording in the system's settings, or start it from a desktop."),
            ) from error
        return np.array(picture.convert("RGB"))
