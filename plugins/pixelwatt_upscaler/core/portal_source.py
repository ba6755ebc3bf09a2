"""A screen or a window that a Wayland desktop shares, as a live source."""

from __future__ import annotations

import weakref
from contextlib import suppress
from time import perf_counter, perf_counter_ns
from typing import TYPE_CHECKING

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .frames import ClosingSource, Frame, FrameStamps, SourceInfo, size_of
from .pipewire_stream import PipeWireStream, StreamFailed
from .screen_portal import PortalSession, SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Rgb
    from .screen_portal import Granted

CONNECT_S = 10.0
"""PipeWire's session manager connects a stream in milliseconds, if it runs at all."""
_LOOK_UP_S = 0.1
"""A desktop gives a picture when something has changed; what rests is shown again this often."""


def choose(waiting: Callable[[str], None], token: str = "") -> PortalSource:
    """Have the person choose in the desktop's dialog; blocks until they did.

    ``waiting`` is told several times a second what is waited for, and may raise to give up. With
    the ``token`` of an earlier source there is no dialog, as long as the desktop still takes it.
    Raises `Problem`.
    """
    session = PortalSession.connect()
    try:
        granted = session.ask(lambda: waiting(tr("Choose in the desktop's dialog")), token)
        stream = PipeWireStream(granted.fd, granted.node)
    except StreamFailed as error:
        session.close()
        raise _unreadable(str(error)) from error
    except BaseException:
        session.close()
        raise
    source = PortalSource(session, stream, granted)
    try:
        source.wait_for_first(waiting)
    except BaseException:
        source.close()
        raise
    return source


class PortalSource(ClosingSource):
    """Raises `Problem` when the sharing has ended; forgotten without `close`, it ends it too."""

    def __init__(self, session: PortalSession, stream: PipeWireStream, granted: Granted) -> None:
        self.token = granted.token
        """Single use: a new one comes with each source."""
        self._session = session
        self._stream = stream
        self._title = tr("Shared window") if granted.kind is SourceKind.WINDOW else (
            tr("Shared screen")
        )  # fmt: skip
        self._last: Rgb | None = None
        self._stamps = FrameStamps()
        # Nobody opens a source that was chosen when another was asked for meanwhile.
        self._finish = weakref.finalize(self, _end, session, stream)

    @property
    def info(self) -> SourceInfo:
        assert self._last is not None
        return SourceInfo(title=self._title, size=size_of(self._last), live=True, detail="Wayland")

    def wait_for_first(self, waiting: Callable[[str], None]) -> None:
        """Some desktops give the first picture only when something moves. Raises `Problem`."""
        deadline_s = perf_counter() + CONNECT_S
        while self._last is None:
            waiting(tr("Waiting until something moves there"))
            self._last = self._newest()
            if not self._stream.agreed and perf_counter() > deadline_s:
                raise Problem(
                    tr("PipeWire does not connect what was chosen."),
                    tr("Start its session manager, WirePlumber, or log in again."),
                )

    def read(self) -> Frame | None:
        pixels = self._newest()
        now = perf_counter_ns()
        if pixels is not None:
            self._last = pixels
        assert self._last is not None
        return self._stamps.frame(self._last, now)

    def seek(self, seconds: float) -> None:
        """A screen has no past."""

    def close(self) -> None:
        self._finish()

    def _newest(self) -> Rgb | None:
        try:
            if self._finish.alive and not self._session.ended():
                return self._stream.picture(_LOOK_UP_S)
        except StreamFailed:
            pass
        self.close()
        raise Problem(
            tr("“{title}” is not shared any more.", title=self._title),
            tr("The desktop or the window ended it; what it showed last stays. Choose it again."),
        )


def _end(session: PortalSession, stream: PipeWireStream) -> None:
    stream.close()
    with suppress(OSError):
        session.close()


def _unreadable(why: str) -> Problem:
    return Problem(
        tr("What was chosen cannot be read: {why}.", why=why),
        tr("If it is minimised, bring it to the front; then choose it again."),
    )
