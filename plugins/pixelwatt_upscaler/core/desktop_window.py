"""One window of the desktop as a live source."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from time import perf_counter_ns, sleep
from typing import TYPE_CHECKING, Protocol

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.text import tr

from . import screen, screen_portal
from .frames import ClosingSource, Frame, SourceInfo, size_of

if TYPE_CHECKING:
    from .frames import Rgb

LOOK_AGAIN_S = 0.1
"""While a window is minimised there is nothing new to see."""


@dataclass(frozen=True, slots=True)
class DesktopWindow:
    """A window by the desktop's own number for it."""

    id: int
    title: str


class Desktop(Protocol):
    """A system's windows. Used by one thread at a time; after `close`, not at all."""

    system: str
    """What the person knows it by, such as "X11"."""
    limits: tuple[str, ...]
    """What the person should know of its pictures."""

    def windows(self) -> list[DesktopWindow]:
        """Those on screen that have a title."""

    def exists(self, window: int) -> bool: ...
    def picture(self, window: int) -> Rgb | None:
        """What a window shows: uint8 height x width x 3; None while it cannot be read."""

    def close(self) -> None: ...


class DesktopMissing(OSError):
    """The system does not let its windows be read; the text says why."""


def availability() -> Available | Unavailable:
    """Whether single windows can be read here; asked without reading one."""
    if platform.system() in ("Linux", "Windows", "Darwin"):
        return screen.availability()
    return Unavailable(
        tr("single windows cannot be read on {system}", system=platform.system()),
        tr("Record the screen and open the recording."),
    )


def list_windows() -> list[DesktopWindow]:
    """The windows on screen. Raises `Problem`."""
    desktop = _desktop()
    try:
        return desktop.windows()
    finally:
        desktop.close()


class WindowSource(ClosingSource):
    """Reads a window anew for each frame, also when it moves or changes its size.

    Minimised, it stays what it was. Raises `Problem` when it has been closed.
    """

    def __init__(self, window: DesktopWindow) -> None:
        self._window = window
        self._desktop = _desktop()
        self._open = True
        self._count = 0
        self._started_ns = perf_counter_ns()
        first = self._desktop.picture(window.id)
        if first is None:
            self._refuse_closed()
            self.close()
            raise Problem(
                tr("“{title}” cannot be read: it is minimised, or partly outside the screen.",
                   title=window.title),
                tr("Bring it to the front, whole, and choose it again."),
            )  # fmt: skip
        self._last: Rgb = first

    @property
    def info(self) -> SourceInfo:
        return SourceInfo(
            title=self._window.title,
            size=size_of(self._last),
            live=True,
            detail=self._desktop.system,
            notes=self._desktop.limits,
        )

    def read(self) -> Frame | None:
        now = perf_counter_ns()
        pixels = self._desktop.picture(self._window.id) if self._open else None
        if pixels is None:
            self._refuse_closed()
            sleep(LOOK_AGAIN_S)
        else:
            self._last = pixels
        self._count += 1
        return Frame(
            self._last,
            timestamp_s=(now - self._started_ns) / 1e9,
            index=self._count - 1,
            captured_ns=now,
        )

    def seek(self, seconds: float) -> None:
        """A window has no past."""

    def close(self) -> None:
        if self._open:
            self._open = False
            self._desktop.close()

    def _refuse_closed(self) -> None:
        if not self._open or not self._desktop.exists(self._window.id):
            self.close()
            raise Problem(
                tr("“{title}” was closed.", title=self._window.title),
                tr("What it showed last stays; choose another source."),
            )


def _desktop() -> Desktop:
    state = availability()
    if isinstance(state, Unavailable):
        raise _unreadable(state.reason, state.remedy)
    if screen_portal.needed():
        raise _unreadable(
            tr("Wayland shows them through the desktop's portal only"),
            tr("Choose it in the desktop's dialog."),
        )
    try:
        return _system_desktop()
    except DesktopMissing as error:
        raise _unreadable(str(error), tr("Choose the screen instead.")) from error


def _system_desktop() -> Desktop:
    if platform.system() == "Windows":
        from .win32_windows import Win32Desktop

        return Win32Desktop()
    if platform.system() == "Darwin":
        from .quartz_windows import QuartzDesktop

        return QuartzDesktop()
    from .x11_windows import X11Desktop

    return X11Desktop()


def _unreadable(why: str, remedy: str) -> Problem:
    return Problem(tr("Windows cannot be read: {why}.", why=why), remedy)
