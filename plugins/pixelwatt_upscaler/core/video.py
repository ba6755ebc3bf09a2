"""Video files through PyAV: real timestamps, right colours, tolerant of broken files."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter_ns
from typing import TYPE_CHECKING

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .deinterlacing import Deinterlacer, deinterlaced_note
from .frames import ClosingSource, Frame, Size, SourceInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from av.container import InputContainer
    from av.video.stream import VideoStream

    from .frames import Pixels

SUFFIXES = (".mp4", ".mkv", ".mov", ".webm", ".avi", ".m4v", ".ts", ".mpg", ".mpeg", ".y4m")

# AVColorSpace (ITU-T H.273 matrix coefficients) to the matrices that swscale knows.
_MATRICES = {
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
    10: Colorspace.BT2020,
}
_MATRIX_NAMES = {
    Colorspace.ITU709: "BT.709",
    Colorspace.FCC: "FCC",
    Colorspace.ITU601: "BT.601",
    Colorspace.SMPTE240M: "SMPTE 240M",
    Colorspace.BT2020: "BT.2020",
}
_HD_LINES = 720
"""From this height on, video that names no matrix is BT.709, below it BT.601, as players do."""

_DAMAGE_TOLERATED = 64
"""Packets in a row that may fail to decode before the file counts as broken."""


def open_video(path: Path) -> InputContainer:
    """Open a container. Raises `Problem` that says what is wrong with the file."""
    try:
        return av.open(str(path), metadata_errors="replace")
    except FileNotFoundError as error:
        raise Problem(
            tr("There is no file {path}.", path=path), tr("Check the name and the folder.")
        ) from error
    except PermissionError as error:
        raise Problem(
            tr("{path} may not be read.", path=path),
            tr("Ask its owner for permission to read it, or copy it elsewhere."),
        ) from error
    except IsADirectoryError as error:
        raise Problem(tr("{path} is a folder.", path=path), tr("Choose a video in it.")) from error
    except (av.FFmpegError, OSError, ValueError) as error:
        raise Problem(
            tr("{name} is not a video that can be read.", name=Path(path).name),
            tr("If it plays elsewhere, convert it to MP4 or MKV; else copy it again."),
        ) from error


def video_stream(container: InputContainer, path: Path) -> VideoStream:
    """The first stream of moving pictures. Raises `Problem` if there is none."""
    if not container.streams.video:
        container.close()
        raise Problem(
            tr("{name} has no video stream.", name=Path(path).name),
            tr("It may hold only sound; choose a file with pictures."),
        )
    stream = container.streams.video[0]
    if stream.codec_context is None or not stream.width or not stream.height:
        container.close()
        raise Problem(
            tr("The video stream of {name} cannot be decoded.", name=Path(path).name),
            tr("Convert it to H.264 in MP4 or MKV."),
        )
    return stream


class VideoSource(ClosingSource):
    """A video file as a source of frames, each with the time it is due."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._container = open_video(self.path)
        self._stream = video_stream(self._container, self.path)
        self._stream.thread_type = "AUTO"
        self._start_s = _seconds(self._stream.start_time, self._stream) or 0.0
        self._rate = _rate(self._stream)
        self._clock = Clock(1 / self._rate if self._rate else 1 / 25)
        self._deinterlacer = Deinterlacer()
        self._frames = self._decoded()
        self._skip_until: float | None = None
        self._index = 0
        self._turns = 0
        self._ahead: Frame | None = None
        self._ahead = self.read()
        if self._ahead is None:
            self.close()
            raise Problem(
                tr("No picture of {name} can be decoded.", name=self.path.name),
                tr("The file is cut short or damaged; copy it again."),
            )
        self._info = self._described(self._ahead)

    @property
    def info(self) -> SourceInfo:
        return self._info

    def read(self) -> Frame | None:
        if self._ahead is not None:
            frame, self._ahead = self._ahead, None
            return frame
        for decoded in self._frames:
            stamp = self._clock.stamp(_stamp(decoded, self._start_s))
            if self._skip_until is not None and stamp + self._clock.step / 2 < self._skip_until:
                continue
            self._skip_until = None
            self._index += 1
            return Frame(
                to_rgb(decoded),
                timestamp_s=stamp,
                index=self._index - 1,
                captured_ns=perf_counter_ns(),
            )
        return None

    def seek(self, seconds: float) -> None:
        target = max(0.0, seconds)
        offset = int((target + self._start_s) / float(self._stream.time_base or 1))
        try:
            self._container.seek(offset, stream=self._stream, backward=True)
        except av.FFmpegError:
            # Not every stream has an index; from the start every frame can be reached.
            self._reopen()
        self._frames = self._decoded()
        self._clock.restart()
        self._ahead = None
        self._skip_until = target
        self._index = round(target * (self._rate or 25))

    def close(self) -> None:
        self._frames = iter(())
        self._container.close()

    def _decoded(self) -> Iterator[av.VideoFrame]:
        self._deinterlacer.flush()
        frames = decoded_frames(self._container, self._stream, self.path)
        return self._deinterlacer.through(frames)

    def _reopen(self) -> None:
        self._container.close()
        self._container = open_video(self.path)
        self._stream = video_stream(self._container, self.path)
        self._stream.thread_type = "AUTO"

    def _described(self, first: Frame) -> SourceInfo:
        stream = self._stream
        context = stream.codec_context
        duration = _seconds(stream.duration, stream)
        if duration is None and self._container.duration:
            duration = self._container.duration / av.time_base
        matrix = _MATRIX_NAMES[matrix_of(context.colorspace, first.size.height)]
        guessed = "" if int(context.colorspace) in _MATRICES else tr(" (assumed)")
        limits = tr("full range") if is_full_range(context) else tr("limited range")
        notes = []
        if self._clock.repaired:
            notes.append(tr("Timestamps were missing or broken and are made up."))
        if self._deinterlacer.used:
            notes.append(deinterlaced_note())
        return SourceInfo(
            title=self.path.name,
            size=first.size,
            frame_rate=self._rate,
            duration_s=duration,
            frames=stream.frames or None,
            seekable=True,
            bits=first.bits,
            has_audio=bool(self._container.streams.audio),
            detail=f"{context.name}, {context.pix_fmt}, {matrix}{guessed}, {limits}",
            notes=tuple(notes),
        )


class Clock:
    """Turns a stream's timestamps into a rising sequence, making up what is missing."""

    def __init__(self, step: float) -> None:
        self.step = step
        self.repaired = 0
        self._last: float | None = None

    def restart(self) -> None:
        self._last = None

    def stamp(self, given: float | None) -> float:
        if self._last is None:
            stamp = given if given is not None else 0.0
            self.repaired += given is None
        elif given is None or given <= self._last:
            stamp = self._last + self.step
            self.repaired += 1
        else:
            stamp = given
        self._last = stamp
        return stamp


def decoded_frames(
    container: InputContainer,
    stream: VideoStream,
    path: Path,
    damaged: Callable[[str], None] = lambda _detail: None,
) -> Iterator[av.VideoFrame]:
    """Decode packet by packet, stepping over damaged ones, which ``damaged`` is told of.

    Raises `Problem` when too many in a row are damaged.
    """
    failures = 0
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except av.FFmpegError:
            return  # the container ends in the middle of a packet: keep what came before
        try:
            frames = packet.decode()
        except av.EOFError:
            return
        except av.FFmpegError as error:
            failures += 1
            damaged(str(error.strerror))
            if failures > _DAMAGE_TOLERATED:
                raise Problem(
                    tr("{name} is damaged: {detail}.", name=path.name, detail=error.strerror),
                    tr("What came before stays; copy the file again."),
                ) from error
            continue
        if frames:
            failures = 0
        yield from frames


def matrix_of(colorspace: int, height: int) -> Colorspace:
    """Return swscale's matrix for an AVColorSpace; unknown ones follow the picture's height."""
    named = _MATRICES.get(int(colorspace))
    if named is not None:
        return named
    return Colorspace.ITU709 if height >= _HD_LINES else Colorspace.ITU601


def is_full_range(context: object) -> bool:
    pix_fmt = str(getattr(context, "pix_fmt", "") or "")
    return int(getattr(context, "color_range", 0) or 0) == ColorRange.JPEG or pix_fmt.startswith(
        ("yuvj", "rgb", "bgr", "gbr")
    )


def to_rgb(frame: av.VideoFrame) -> Pixels:
    """RGB pixels of a decoded frame: uint8, or uint16 for anything deeper than 8 bits."""
    components = frame.format.components
    deep = max((part.bits for part in components), default=8) > 8
    converted = frame.reformat(
        format="rgb48le" if deep else "rgb24",
        src_colorspace=matrix_of(frame.colorspace, frame.height),
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG if is_full_range_frame(frame) else ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
    )
    pixels: Pixels = converted.to_ndarray()
    turns = round((getattr(frame, "rotation", 0) or 0) / 90) % 4
    return np.ascontiguousarray(np.rot90(pixels, turns)) if turns else pixels


def is_full_range_frame(frame: av.VideoFrame) -> bool:
    name = frame.format.name
    return int(frame.color_range) == ColorRange.JPEG or name.startswith(
        ("yuvj", "rgb", "bgr", "gbr")
    )


def _stamp(frame: av.VideoFrame, start_s: float) -> float | None:
    return None if frame.time is None else float(frame.time) - start_s


def _seconds(ticks: int | None, stream: VideoStream) -> float | None:
    if ticks is None or stream.time_base is None:
        return None
    return float(ticks * stream.time_base)


def _rate(stream: VideoStream) -> float | None:
    rate = stream.average_rate or stream.guessed_rate or stream.base_rate
    return float(rate) if rate else None


def size_of_stream(stream: VideoStream) -> Size:
    return Size(stream.width, stream.height)
