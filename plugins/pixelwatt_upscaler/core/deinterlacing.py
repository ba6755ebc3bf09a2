"""Makes whole frames of interlaced ones with FFmpeg's bwdif; others pass untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import av
import av.filter

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Deinterlacer:
    """Frames in, the same number of progressive frames out, one of them later."""

    def __init__(self) -> None:
        self._graph: Any = None
        self.used = False

    def feed(self, frame: av.VideoFrame) -> list[av.VideoFrame]:
        if self._graph is None:
            if not frame.interlaced_frame:
                return [frame]
            self._graph = _bwdif(frame)
            self.used = True
        self._graph.push(frame)
        return self._ready()

    def flush(self) -> list[av.VideoFrame]:
        """What is still inside; the deinterlacer can be fed anew afterwards."""
        if self._graph is None:
            return []
        self._graph.push(None)
        frames = self._ready()
        self._graph = None
        return frames

    def through(self, frames: Iterable[av.VideoFrame]) -> Iterator[av.VideoFrame]:
        for frame in frames:
            yield from self.feed(frame)
        yield from self.flush()

    def _ready(self) -> list[av.VideoFrame]:
        frames: list[av.VideoFrame] = []
        while True:
            try:
                frames.append(self._graph.pull())
            except (av.BlockingIOError, av.EOFError):
                return frames


def deinterlaced_note() -> str:
    return tr("The video is interlaced and was deinterlaced (bwdif).")


def _bwdif(frame: av.VideoFrame) -> Any:
    graph = av.filter.Graph()
    source = graph.add_buffer(
        width=frame.width, height=frame.height, format=frame.format, time_base=frame.time_base
    )
    # One frame for each frame, and only for those that say that they are interlaced.
    bwdif = graph.add("bwdif", "mode=send_frame:deint=interlaced")
    sink = graph.add("buffersink")
    source.link_to(bwdif)
    bwdif.link_to(sink)
    graph.configure()
    return graph
