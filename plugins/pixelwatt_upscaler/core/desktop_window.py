"""One window of the desktop as a live source."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from time import perf_counter_ns, sleep
from typing import TYPE_CHECKING

from pixelwatt.api import Available, Problem, Unavailable
from pixelwatt_upscaler.text import tr

from . import screen
from .frames import ClosingSource, Frame, SourceInfo, size_of

if TYPE_CHECKING:
    from .frames import Rgb
    from .x11_windows import X11Desktop

LOOK_AGAIN_S = 0.1
"""While a window is minimised there is nothing new to see."""


@dataclass(frozen=True, slots=True)
class DesktopWindow:
    """A window by the desktop's own number for it."""

    id: int
    title: str


def availability() -> Available | Unavailable:
    """Whether single windows can be read here; asked without reading one."""
    if platform.system() != "Linux":
        return Unavailable(
            tr("single windows can be read on X11 only"), tr("Choose the screen instead.")
        )
    return screen.availability()


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
            title=self._window.title, size=size_of(self._last), live=True, detail="X11"
        )

    def read(self) -> Frame | None:
        now = perf_counter_ns()
        pixels = self._desktop.picture(self._window.id)
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
        self._desktop.close()

    def _refuse_closed(self) -> None:
        if not self._desktop.exists(self._window.id):
            self.close()
            raise Problem(
                tr("“{title}” was closed.", title=self._window.title),
                tr("What it showed last stays; choose another source."),
            )


def _desktop() -> X11Desktop:
    from .x11_windows import X11Desktop, XcbMissing

    state = availability()
    why, remedy = "", tr("Choose the screen instead.")
    if isinstance(state, Unavailable):
        why, remedy = state.reason, state.remedy
    else:
        try:
            return X11Desktop()
        except XcbMissing as error:
            why = str(error)
    raise Problem(tr("Windows cannot be read: {why}.", why=why), remedy)
