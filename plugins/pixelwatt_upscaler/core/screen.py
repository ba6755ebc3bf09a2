"""The screen, or a part of it, as a live source."""

from __future__ import annotations

from time import perf_counter_ns
from typing import TYPE_CHECKING

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .capture_pace import CapturePace
from .desktops import DesktopMissing, open_desktop
from .frames import ClosingSource, Frame, FrameStamps, SourceInfo, size_of

if TYPE_CHECKING:
    from .desktops import Desktop, ScreenRegion
    from .frames import Rgb


class ScreenSource(ClosingSource):
    """Reads the whole desktop, or ``region`` of it, anew for each frame. Raises `Problem`."""

    def __init__(self, region: ScreenRegion | None = None) -> None:
        try:
            self._desktop: Desktop = open_desktop()
        except DesktopMissing as error:
            raise _unreadable(str(error), error.remedy) from error
        self._open = True
        self._region = region
        self._pace = CapturePace()
        self._stamps = FrameStamps()
        try:
            self._size = size_of(self._picture())
        except Problem:
            self.close()
            raise

    @property
    def info(self) -> SourceInfo:
        return SourceInfo(
            title=tr("Screen") if self._region is None else tr("Part of the screen"),
            size=self._size,
            live=True,
            detail=self._desktop.system,
        )

    def read(self) -> Frame | None:
        self._pace.wait()
        now = perf_counter_ns()
        pixels = self._picture()
        return self._stamps.frame(pixels, now)

    def seek(self, seconds: float) -> None:
        """A screen has no past."""

    def close(self) -> None:
        if self._open:
            self._open = False
            self._desktop.close()

    def _picture(self) -> Rgb:
        pixels = self._desktop.screen(self._region)
        if pixels is not None:
            return pixels
        whole = self._desktop.screen(None) if self._region is not None else None
        if whole is None:
            raise _unreadable(
                tr("the system gives no picture"), tr("Start Pixelwatt from the desktop.")
            )
        raise Problem(
            tr("The chosen part lies outside the screen of {size}.", size=size_of(whole)),
            tr("Choose a part on the screen."),
        )


def _unreadable(why: str, remedy: str) -> Problem:
    return Problem(tr("The screen cannot be read: {why}.", why=why), remedy)
