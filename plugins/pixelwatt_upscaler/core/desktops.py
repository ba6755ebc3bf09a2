"""The desktop that the program runs on: its screens and windows, whatever system it is.

Each system has a module that reads them; Wayland's come through the portal (`portal_source`).
"""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pixelwatt.api import Available, Unavailable
from pixelwatt_upscaler.text import tr

from . import screen_portal

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

    def within(self, whole: ScreenRegion) -> ScreenRegion | None:
        """What of it lies in ``whole``; None if nothing does.

        At some factors of the desktop's scale a screen's size comes out a pixel too large.
        """
        left, top = max(self.left, whole.left), max(self.top, whole.top)
        right, bottom = min(self.box[2], whole.box[2]), min(self.box[3], whole.box[3])
        if right <= left or bottom <= top:
            return None
        return ScreenRegion(left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class DesktopWindow:
    """A window by the desktop's own number for it."""

    id: int
    title: str


class Desktop(Protocol):
    """A system's screens and windows. One thread at a time uses it; after `close`, none."""

    system: str
    """What the person knows it by, such as "X11"."""
    limits: tuple[str, ...]
    """What the person should know of its windows' pictures."""

    def windows(self) -> list[DesktopWindow]:
        """Those on screen that have a title, without our own: a view of itself is no use."""

    def exists(self, window: int) -> bool: ...
    def picture(self, window: int) -> Rgb | None:
        """What a window shows: uint8 height x width x 3; None while it cannot be read."""

    def screen(self, region: ScreenRegion | None) -> Rgb | None:
        """What the screens show there, or all of it; None if it lies outside of them."""

    def close(self) -> None: ...


class DesktopMissing(OSError):
    """The system does not let its screen be read."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.remedy = remedy


def availability() -> Available | Unavailable:
    """Whether screens and windows can be read here; asked without reading one."""
    system = platform.system()
    if system == "Darwin":
        from . import quartz_desktop

        return quartz_desktop.permission()
    if system == "Linux":
        if screen_portal.needed():
            return screen_portal.availability()
        if not os.environ.get("DISPLAY"):
            return Unavailable(tr("there is no display"), tr("Start it from a desktop session."))
        return Available()
    if system == "Windows":
        return Available()
    return Unavailable(
        tr("Pixelwatt cannot read the screen of {system}", system=system),
        tr("Record the screen and open the recording."),
    )


def permission_request() -> Callable[[], None] | None:
    """What has the system ask the person for permission to read the screen, where it would."""
    if platform.system() != "Darwin":
        return None
    from . import quartz_desktop

    return quartz_desktop.request_permission if quartz_desktop.is_forbidden() else None


def open_desktop() -> Desktop:
    """Raises `DesktopMissing`."""
    state = availability()
    if isinstance(state, Unavailable):
        raise DesktopMissing(state.reason, state.remedy)
    if screen_portal.needed():
        raise DesktopMissing(
            tr("Wayland shows it through the desktop's portal only"),
            tr("Choose it in the desktop's dialog."),
        )
    if platform.system() == "Windows":
        from .win32_desktop import Win32Desktop

        return Win32Desktop()
    if platform.system() == "Darwin":
        from .quartz_desktop import QuartzDesktop

        return QuartzDesktop()
    from .x11_desktop import X11Desktop

    return X11Desktop()
