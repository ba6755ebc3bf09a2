"""One window of the desktop as a live source."""

from __future__ import annotations

from time import perf_counter_ns, sleep
from typing import TYPE_CHECKING

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .capture_pace import CapturePace
from .desktops import DesktopMissing, open_desktop
from .frames import ClosingSource, Frame, FrameStamps, SourceInfo, size_of

if TYPE_CHECKING:
    from .desktops import Desktop, DesktopWindow
    from .frames import Rgb

LOOK_AGAIN_S = 0.1
"""While a window is minimised there is nothing new to see."""


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
        self._pace = CapturePace()
        self._stamps = FrameStamps()
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
        self._pace.wait()
        now = perf_counter_ns()
        pixels = self._desktop.picture(self._window.id) if self._open else None
        if pixels is None:
            self._refuse_closed()
            sleep(LOOK_AGAIN_S)
        else:
            self._last = pixels
        return self._stamps.frame(self._last, now)

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
    try:
        return open_desktop()
    except DesktopMissing as error:
        raise Problem(tr("Windows cannot be read: {why}.", why=str(error)), error.remedy) from error
