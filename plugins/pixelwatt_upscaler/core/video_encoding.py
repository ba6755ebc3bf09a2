"""Turns RGB pictures into a video stream: encoders, their settings, and right colours."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from av.codec.context import Flags
from av.video.reformatter import ColorRange, Colorspace

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from . import video
from .frames import Size

if TYPE_CHECKING:
    from av import Packet
    from av.container import OutputContainer
    from av.video.stream import VideoStream

    from .frames import Rgb

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


class VideoEncoder:
    """Encodes RGB pictures with timestamps in the source's own ticks, so that none is rounded.

    Colours keep the matrix, primaries and transfer of ``source``, in limited range.
    """

    def __init__(self, encoder: str, size: Size, source: VideoStream) -> None:
        self._name = encoder
        self._size = size
        self._source = source
        self._matrix = video.matrix_of(source.codec_context.colorspace, source.height)
        self._context: Any = av.CodecContext.create(encoder, "w")
        self._context.options = dict(_QUALITY_OPTIONS.get(encoder, {}))
        # The headers go beside the stream, where containers want them.
        self._context.flags |= Flags.global_header
        self._configure(self._context)

    @property
    def time_base(self) -> Fraction:
        return self._source.time_base or Fraction(1, 90_000)

    def encode(self, rgb: Rgb, pts: int) -> list[Packet[Any]]:
        name = "rgb24" if rgb.dtype == np.uint8 else "rgb48le"
        frame = av.VideoFrame.from_ndarray(rgb, format=name).reformat(
            format=self._context.pix_fmt,
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=self._matrix,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )
        frame.pts, frame.time_base = pts, self.time_base
        packets: list[Packet[Any]] = self._context.encode(frame)
        return packets

    def finish(self) -> list[Packet[Any]]:
        packets: list[Packet[Any]] = self._context.encode(None)
        return packets

    def stream_of(self, container: OutputContainer) -> Any:
        """A stream that takes what an encoder with these settings has made."""
        stream: Any = container.add_stream(
            self._name, rate=_rate(self._source), options=dict(_QUALITY_OPTIONS.get(self._name, {}))
        )
        self._configure(stream.codec_context)
        stream.time_base = self.time_base
        return stream

    def _configure(self, context: Any) -> None:
        given = self._source.codec_context
        deep = any(part.bits > 8 for part in given.format.components) if given.format else False
        context.width, context.height = self._size
        context.pix_fmt = _pixel_format(self._name, deep)
        context.framerate = _rate(self._source)
        context.time_base = self.time_base
        context.colorspace = _H273_MATRIX[self._matrix]
        context.color_range = 1
        context.color_primaries = given.color_primaries
        context.color_trc = given.color_trc


def _rate(source: VideoStream) -> Fraction:
    return source.average_rate or source.guessed_rate or Fraction(25)


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
