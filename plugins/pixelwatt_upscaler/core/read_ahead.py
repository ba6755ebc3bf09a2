"""Decodes the next frame of a file while the one before is worked on."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .frames import Frame, FrameSource, SourceInfo


class ReadAhead:
    """A source one frame ahead of its reader; what it wraps is used by one thread at a time.

    Not for live sources: a frame of a camera that was fetched early is shown late.
    """

    def __init__(self, source: FrameSource) -> None:
        self._source = source
        self._decoder = ThreadPoolExecutor(1, "upscaler-decode")
        self._ahead: Future[Frame | None] | None = None

    @property
    def info(self) -> SourceInfo:
        return self._source.info

    def read(self) -> Frame | None:
        """The next frame, or None after the last. Raises `pixelwatt.api.Problem`."""
        ahead, self._ahead = self._ahead, None
        frame = ahead.result() if ahead is not None else self._source.read()
        if frame is not None:
            self._ahead = self._decoder.submit(self._source.read)
        return frame

    def seek(self, seconds: float) -> None:
        self._drop()
        self._source.seek(seconds)

    def close(self) -> None:
        self._drop()
        self._decoder.shutdown()
        self._source.close()

    def _drop(self) -> None:
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            # A frame that nobody asked for any more may fail as it likes.
            with suppress(Exception):
                ahead.result()


def read_ahead(source: FrameSource) -> FrameSource:
    """``source`` itself where reading ahead would be of no use or would cost latency."""
    return source if source.info.still or source.info.live else ReadAhead(source)
