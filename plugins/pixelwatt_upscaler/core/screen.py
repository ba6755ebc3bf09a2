"""The screen, or a part of it, as a live source: through Pillow on X11 and Windows.

On macOS Pillow starts a program and reads a PNG for each picture, so Core Graphics is asked there.
Wayland's screen comes through the desktop's portal: `portal_source`.
"""

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

from . import screen_portal
from .frames import ClosingSource, Frame, Size, SourceInfo, size_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Rgb


@dataclass(frozen=True, slots=True)
class ScreenRegion:
    """A rectangle of the desktop in its own (physical) pixels; on macOS in points."""

    left: int
    top: int
    width: int
    height: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        return (self.left, self.top, self.left + self.width, self.top + self.height)


def availability() -> Available | Unavailable:
    """Whether the screen can be read here; asked without reading it."""
    if platform.system() == "Darwin":
        from . import quartz_windows

        return quartz_windows.permission()
    if platform.system() != "Linux":
        return Available()
    if screen_portal.needed():
        return screen_portal.availability()
    if not os.environ.get("DISPLAY"):
        return Unavailable(tr("there is no display"), tr("Start it from a desktop session."))
    return Available()


def permission_request() -> Callable[[], None] | None:
    """What has the system ask the person for permission to read the screen, where it would."""
    if platform.system() != "Darwin":
        return None
    from . import quartz_windows

    return quartz_windows.request_permission if quartz_windows.is_forbidden() else None


class ScreenSource(ClosingSource):
    """Reads the whole desktop, or ``region`` of it, anew for each frame. Raises `Problem`."""

    def __init__(self, region: ScreenRegion | None = None) -> None:
        state = availability()
        if isinstance(state, Unavailable):
            raise _unreadable(state.reason, state.remedy)
        if screen_portal.needed():
            raise _unreadable(
                tr("Wayland shows it through the desktop's portal only"),
                tr("Choose it in the desktop's dialog."),
            )
        if platform.system() == "Darwin":
            self._grab = _through_quartz()
        else:
            self._grab = _through_pillow
            whole = size_of(self._grab(None))
            if region and (region.left >= whole.width or region.top >= whole.height):
                raise _outside(whole)
        self._region = region
        self._count = 0
        self._started_ns = perf_counter_ns()
        self._size = size_of(self._grab(region))

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
        pixels = self._grab(self._region)
        self._count += 1
        return Frame(
            pixels,
            timestamp_s=(now - self._started_ns) / 1e9,
            index=self._count - 1,
            captured_ns=now,
        )

    def seek(self, seconds: float) -> None:
        """A screen has no past."""


def _through_pillow(region: ScreenRegion | None) -> Rgb:
    try:
        picture = ImageGrab.grab(bbox=region.box if region else None, all_screens=True)
    except OSError as error:
        raise _unreadable(
            str(error),
            tr("Allow screen recording in the system's settings, or start it from a desktop."),
        ) from error
    return np.array(picture.convert("RGB"))


def _through_quartz() -> Callable[[ScreenRegion | None], Rgb]:
    from .quartz_windows import QuartzDesktop

    desktop = QuartzDesktop()

    def grab(region: ScreenRegion | None) -> Rgb:
        area = (region.left, region.top, region.width, region.height) if region else None
        pixels = desktop.screen(area)
        if pixels is None:
            raise Problem(
                tr("That part of the screen is not there any more."),
                tr("Choose a part on the screen."),
            )
        return pixels

    return grab


def _outside(whole: Size) -> Problem:
    return Problem(
        tr("The chosen part lies outside the screen of {size}.", size=whole),
        tr("Choose a part on the screen."),
    )


def _unreadable(why: str, remedy: str) -> Problem:
    return Problem(tr("The screen cannot be read: {why}.", why=why), remedy)
