"""Writes upscaled video: each frame at its own time, sound as it is, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace

from pixelwatt.api import Problem, replacing
from pixelwatt_upscaler.text import tr

from . import video
from .deinterlacing import Deinterlacer, deinterlaced_note
from .export_pictures import write_problem
from .frames import Size, size_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from av.container import InputContainer, OutputContainer
    from av.video.stream import VideoStream

    from .frames import Rgb

    Enlarge = Callable[[Rgb], Rgb]

CONTAINERS = (".mp4", ".mkv", ".mov", ".webm", ".m4v")

CODECS = {
    "h264": ("libx264", "h264_nvenc", "h264_qsv", "h264_videotoolbox", "h264_amf", "libopenh264"),
    "hevc": ("libx265", "hevc_nvenc", "hevc_qsv", "hevc_videotoolbox", "hevc_amf"),
    "av1": ("libsvtav1", "av1_nvenc", "libaom-av1"),
    "vp9": ("libvpx-vp9",),
    "prores": ("prores_ks",),
    "ffv1": ("ffv1",),
}
"""What ``--codec`` takes, and the encoders for it in order of preference."""

_QUALITY_OPTIONS: dict[str, dict[str, str]] = {
    "libx264": {"crf": "16", "preset": "medium"},
    "libx265": {"crf": "18", "preset": "medium", "x265-params": "log-level=error"},
    "libsvtav1": {"crf": "24", "preset": "8"},
    "libaom-av1": {"crf": "22", "b:v": "0", "cpu-used": "6"},
    "libvpx-vp9": {"crf": "22", "b:v": "0", "row-mt": "1", "deadline": "good", "cpu-used": "3"},
    "prores_ks": {"profile": "3"},
}
_H273_MATRIX = {
    Colorspace.ITU709: 1,
    Colorspace.FCC: 4,
    Colorspace.ITU601: 6,
    Colorspace.SMPTE240M: 7,
    Colorspace.BT2020: 9,
}


@dataclass(slots=True)
class VideoReport:
    """What an export did."""

    frames: int = 0
    seconds: float = 0.0
    codec: str = ""
    copied_streams: int = 0
    notes: list[str] = field(default_factory=list)


def even(size: Size) -> Size:
    """Sides rounded up to even numbers, because 4:2:0 halves the chroma."""
    return Size(size.width + size.width % 2, size.height + size.height % 2)


def encoder_for(codec: str) -> str:
    """The encoder of a codec's name, or a name of an encoder itself. Raises `Problem`."""
    for name in CODECS.get(codec, (codec,)):
        if name in av.codecs_available and _can_encode(name):
            return name
    raise Problem(
        tr("There is no encoder for “{codec}” here.", codec=codec),
        tr("Codecs: {names}.", names=", ".join(CODECS)),
    )


def check_container(path: Path) -> None:
    """Raise `Problem` before long work whose result could not be written."""
    if path.suffix.lower() not in CONTAINERS:
        raise Problem(
            tr("“{suffix}” is no format that video is written in.", suffix=path.suffix),
            tr("Use one of {formats}.", formats=", ".join(CONTAINERS)),
        )
    if not path.parent.is_dir():
        raise Problem(tr("There is no folder {folder}.", folder=path.parent), tr("Make it first."))


def export_video(
    source: Path,
    target: Path,
    size: Size,
    enlarge: Enlarge,
    *,
    codec: str = "auto",
    progress: Callable[[float | None, int], None] = lambda _fraction, _frames: None,
) -> VideoReport:
    """Write ``source`` with every frame passed through ``enlarge`` to ``size``.

    Frames keep their timestamps in the source's own time base; sound and subtitles are copied
    packet by packet. ``progress`` is called after each frame and may raise to stop; then, and
    when anything fails, no file of the target's name appears. Raises `Problem`.
    """
    source, target = Path(source), Path(target)
    check_container(target)
    if codec == "auto":
        codec = "vp9" if target.suffix.lower() == ".webm" else "h264"
    encoder = encoder_for(codec)
    try:
        with replacing(target) as temporary, video.open_video(source) as container:
            return _Export(container, source, temporary, size, enlarge, encoder, progress).run()
    except av.FFmpegError as error:
        raise write_problem(target, OSError(error.errno, error.strerror)) from error
    except OSError as error:
        raise write_problem(target, error) from error


class _Export:
    def __init__(
        self,
        container: InputContainer,
        source: Path,
        target: Path,
        size: Size,
        enlarge: Enlarge,
        encoder: str,
        progress: Callable[[float | None, int], None],
    ) -> None:
        self._in = container
        self._source = source
        self._target = target
        self._size = size
        self._enlarge = enlarge
        self._encoder = encoder
        self._progress = progress
        self._stream = video.video_stream(container, source)
        self._stream.thread_type = "AUTO"
        self._time_base = self._stream.time_base or Fraction(1, 90_000)
        self._copies: dict[int, Any] = {}
        self._out_stream: VideoStream | None = None
        self._last_pts: int | None = None
        self._deinterlacer = Deinterlacer()
        self.report = VideoReport(codec=encoder)

    def run(self) -> VideoReport:
        started = perf_counter()
        container_options = {"movflags": "+faststart"} if self._is_mp4() else {}
        with av.open(str(self._target), "w", options=container_options) as out:
            self._add_copied_streams(out)
            packet: Any
            for packet in self._in.demux():
                if packet.stream is self._stream:
                    self._transcode(packet, out)
                elif packet.stream.index in self._copies and packet.dts is not None:
                    packet.stream = self._copies[packet.stream.index]
                    out.mux(packet)
            if self._out_stream is None:
                raise Problem(
                    tr("No picture of {name} can be decoded.", name=self._source.name),
                    tr("The file is cut short or damaged; copy it again."),
                )
            self._encode(self._deinterlacer.flush(), out)
            if self._deinterlacer.used:
                self.report.notes.append(deinterlaced_note())
            out.mux(self._out_stream.encode())
        self.report.seconds = perf_counter() - started
        return self.report

    def _is_mp4(self) -> bool:
        return self._target.suffix.lower() in (".mp4", ".mov", ".m4v")

    def _add_copied_streams(self, out: OutputContainer) -> None:
        # The picture comes first, as players expect; its parameters follow with the first frame.
        self._out_stream = self._add_video_stream(out)
        for stream in self._in.streams:
            if stream.type not in ("audio", "subtitle"):
                continue
            try:
                self._copies[stream.index] = out.add_stream_from_template(stream)
                self.report.copied_streams += 1
            except (ValueError, av.FFmpegError):
                self.report.notes.append(
                    tr("{kind} track {number} ({codec}) cannot be kept in {container}.",
                       kind=stream.type, number=stream.index, codec=stream.name,
                       container=self._target.suffix[1:].upper())
                )  # fmt: skip

    def _add_video_stream(self, out: OutputContainer) -> Any:
        source = self._stream.codec_context
        stream: Any = out.add_stream(
            self._encoder, rate=self._stream.average_rate or self._stream.guessed_rate or 25,
            options=dict(_QUALITY_OPTIONS.get(self._encoder, {})),
        )  # fmt: skip
        context = stream.codec_context
        context.width, context.height = self._size
        deep = any(part.bits > 8 for part in source.format.components) if source.format else False
        context.pix_fmt = _pixel_format(self._encoder, deep)
        # The source's own ticks, so that no timestamp is rounded, whatever its rate does.
        context.time_base = self._time_base
        stream.time_base = self._time_base
        self._matrix = video.matrix_of(source.colorspace, self._stream.height)
        context.colorspace = _H273_MATRIX[self._matrix]
        context.color_range = 1
        context.color_primaries = source.color_primaries
        context.color_trc = source.color_trc
        return stream

    def _transcode(self, packet: av.Packet[VideoStream], out: OutputContainer) -> None:
        try:
            frames = packet.decode()
        except av.EOFError:
            return
        except av.FFmpegError as error:
            self.report.notes.append(
                tr("A damaged part was left out: {detail}.", detail=error.strerror)
            )
            return
        for frame in frames:
            self._encode(self._deinterlacer.feed(frame), out)

    def _encode(self, frames: list[av.VideoFrame], out: OutputContainer) -> None:
        assert self._out_stream is not None
        for frame in frames:
            larger = self._enlarge(video.to_rgb(frame))
            assert size_of(larger) == self._size
            encoded = self._as_yuv(larger)
            encoded.pts = self._rising(frame)
            encoded.time_base = self._time_base
            out.mux(self._out_stream.encode(encoded))
            self.report.frames += 1
            self._progress(self._fraction(encoded.pts), self.report.frames)

    def _as_yuv(self, rgb: Rgb) -> av.VideoFrame:
        assert self._out_stream is not None
        name = "rgb24" if rgb.dtype == np.uint8 else "rgb48le"
        return av.VideoFrame.from_ndarray(rgb, format=name).reformat(
            format=self._out_stream.codec_context.pix_fmt,
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=self._matrix,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )

    def _rising(self, frame: av.VideoFrame) -> int:
        """The frame's own timestamp, or the next possible one if it is missing or goes back."""
        step = self._stream.average_rate or Fraction(25)
        ticks = max(1, round(1 / (step * self._time_base)))
        pts = frame.pts
        if self._last_pts is None:
            pts = pts if pts is not None else 0
        elif pts is None or pts <= self._last_pts:
            pts = self._last_pts + (ticks if pts is None else 1)
            note = tr("Timestamps were missing or broken and are made up.")
            if note not in self.report.notes:
                self.report.notes.append(note)
        self._last_pts = pts
        return pts

    def _fraction(self, pts: int) -> float | None:
        duration = self._stream.duration
        if not duration and self._in.duration:
            duration = int(Fraction(self._in.duration, av.time_base) / self._time_base)
        if not duration:
            return None
        return min(1.0, max(0.0, (pts - (self._stream.start_time or 0)) / duration))


def _pixel_format(encoder: str, deep: bool) -> str:
    formats: list[str] = [str(each.name) for each in av.Codec(encoder, "w").video_formats or ()]
    wanted: tuple[str, ...] = (
        ("yuv420p10le", "p010le", "yuv422p10le") if deep else ("yuv420p", "nv12")
    )
    for name in (*wanted, "yuv420p", "yuv422p10le"):
        if name in formats:
            return name
    return formats[0] if formats else "yuv420p"


def _can_encode(name: str) -> bool:
    try:
        av.Codec(name, "w")
    except (av.FFmpegError, ValueError):
        return False
    return True
