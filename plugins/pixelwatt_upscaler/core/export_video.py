"""Writes upscaled video: each frame at its own time, sound as it is, whole or not at all.

Frames are encoded into parts beside the target. When all are there, they are put together with
the source's sound, packet by packet. If the machine or the program goes down in between, the
same export goes on after the last whole part.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import av

from pixelwatt.api import Problem, replacing
from pixelwatt_upscaler.text import tr

from . import video
from .deinterlacing import Deinterlacer, deinterlaced_note
from .export_parts import FRAMES_PER_PART, Parts
from .export_pictures import write_problem
from .frames import size_of
from .video_encoding import VideoEncoder, encoder_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer, OutputContainer

    from .frames import Rgb, Size

Enlarge = Callable[["Rgb"], "Rgb"]

CONTAINERS = (".mp4", ".mkv", ".mov", ".webm", ".m4v")


@dataclass(slots=True)
class VideoReport:
    """What an export did."""

    frames: int = 0
    seconds: float = 0.0
    codec: str = ""
    copied_streams: int = 0
    resumed_frames: int = 0
    """Frames that an earlier, interrupted run had made."""
    notes: list[str] = field(default_factory=list)


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
    recipe: str = "",
    progress: Callable[[float | None, int], None] = lambda _fraction, _frames: None,
) -> VideoReport:
    """Write ``source`` with every frame passed through ``enlarge`` to ``size``.

    Frames keep their timestamps in the source's own time base; sound and subtitles are copied
    packet by packet. ``progress`` is called after each frame and may raise to stop; then, and
    when anything fails, nothing is left behind. An interrupted export (the program killed, the
    power gone, Ctrl+C) goes on where it was if ``recipe``, which names everything that decides
    how ``enlarge`` works, is the same. Raises `Problem`.
    """
    source, target = Path(source), Path(target)
    check_container(target)
    if codec == "auto":
        codec = "vp9" if target.suffix.lower() == ".webm" else "h264"
    encoder = encoder_for(codec)
    parts = Parts(source, target, f"{recipe} {encoder} {size}")
    try:
        report = _Export(source, size, enlarge, encoder, parts, progress).run(target)
    except av.FFmpegError as error:
        parts.remove()
        raise write_problem(target, OSError(error.errno, error.strerror)) from error
    except OSError as error:
        parts.remove()
        raise write_problem(target, error) from error
    except Exception:
        parts.remove()
        raise
    parts.remove()
    return report


class _Export:
    def __init__(
        self,
        source: Path,
        size: Size,
        enlarge: Enlarge,
        encoder: str,
        parts: Parts,
        progress: Callable[[float | None, int], None],
    ) -> None:
        self._source = source
        self._size = size
        self._enlarge = enlarge
        self._encoder = encoder
        self._parts = parts
        self._progress = progress
        self._last_pts: int | None = None
        self.report = VideoReport(codec=encoder)

    def run(self, target: Path) -> VideoReport:
        started = perf_counter()
        with video.open_video(self._source) as container:
            self._encode(container)
        if not self.report.frames:
            raise Problem(
                tr("No picture of {name} can be decoded.", name=self._source.name),
                tr("The file is cut short or damaged; copy it again."),
            )
        with replacing(target) as temporary:
            self._assemble(temporary)
        self.report.seconds = perf_counter() - started
        return self.report

    def _encode(self, container: InputContainer) -> None:
        stream = video.video_stream(container, self._source)
        stream.thread_type = "AUTO"
        time_base = stream.time_base or Fraction(1, 90_000)
        ticks = max(1, round(1 / ((stream.average_rate or Fraction(25)) * time_base)))
        duration = _duration(container, stream, time_base)
        deinterlacer = Deinterlacer()
        frames = deinterlacer.through(
            video.decoded_frames(container, stream, self._source, self._note_damage)
        )
        done = self._parts.resume()
        self.report.resumed_frames = done * FRAMES_PER_PART
        while True:
            with self._parts.writing(done) as keep:
                encoder = VideoEncoder(self._encoder, self._size, stream)
                written = 0
                for frame in frames:
                    pts = self._rising(frame, ticks)
                    self.report.frames += 1
                    if self.report.frames > self.report.resumed_frames:
                        larger = self._enlarge(video.to_rgb(frame))
                        assert size_of(larger) == self._size
                        keep(encoder.encode(larger, pts))
                        written += 1
                    share = (pts - (stream.start_time or 0)) / duration if duration else None
                    clipped = None if share is None else min(1.0, max(0.0, share))
                    self._progress(clipped, self.report.frames)
                    if written == FRAMES_PER_PART:
                        break
                if written:
                    keep(encoder.finish())
            if written < FRAMES_PER_PART:
                break
            done += 1
        if written == 0:
            self._parts.drop(done)
        if deinterlacer.used:
            self.report.notes.append(deinterlaced_note())

    def _assemble(self, temporary: Path) -> None:
        fast_start = temporary.suffix.lower() in (".mp4", ".mov", ".m4v")
        options = {"movflags": "+faststart"} if fast_start else {}
        with (
            video.open_video(self._source) as container,
            av.open(str(temporary), "w", options=options) as out,
        ):
            stream = video.video_stream(container, self._source)
            encoder = VideoEncoder(self._encoder, self._size, stream)
            picture = encoder.stream_of(out)
            copies = self._copied_streams(container, out)
            others = _packets(container, copies) if copies else iter(())
            for _, packet in heapq.merge(
                self._pictures(encoder.time_base, picture), others, key=lambda timed: timed[0]
            ):
                out.mux(packet)

    def _pictures(self, time_base: Fraction, target: Any) -> Iterator[tuple[float, Any]]:
        for packet in self._parts.packets(time_base):
            packet.stream = target
            yield float((packet.dts or 0) * time_base), packet

    def _copied_streams(self, container: InputContainer, out: OutputContainer) -> dict[int, Any]:
        copies: dict[int, Any] = {}
        for stream in container.streams:
            if stream.type not in ("audio", "subtitle"):
                continue
            try:
                copies[stream.index] = out.add_stream_from_template(stream)
                self.report.copied_streams += 1
            except (ValueError, av.FFmpegError):
                self.report.notes.append(
                    tr("{kind} track {number} ({codec}) cannot be kept in {container}.",
                       kind=stream.type, number=stream.index, codec=stream.name,
                       container=str(out.format.name).upper())
                )  # fmt: skip
        return copies

    def _note_damage(self, detail: str) -> None:
        self.report.notes.append(tr("A damaged part was left out: {detail}.", detail=detail))

    def _rising(self, frame: av.VideoFrame, ticks: int) -> int:
        """The frame's own timestamp, or the next possible one if it is missing or goes back."""
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


def _packets(container: InputContainer, targets: dict[int, Any]) -> Iterator[tuple[float, Any]]:
    """Packets of some streams in the order of their decoding, handed to their new streams.

    Sound without durations, as Matroska may have it, takes that of the step before: else MP4 gives
    the last packet no time, and players drop it.
    """
    wanted = [container.streams[index] for index in targets]
    last: dict[int, int] = {}
    packet: Any
    for packet in container.demux(wanted):
        if packet.dts is not None:
            index = packet.stream.index
            if not packet.duration and packet.stream.type == "audio" and index in last:
                packet.duration = max(0, packet.dts - last[index])
            last[index] = packet.dts
            time = float(packet.dts * packet.time_base)
            packet.stream = targets[index]
            yield time, packet


def _duration(container: InputContainer, stream: Any, time_base: Fraction) -> int | None:
    if stream.duration:
        return int(stream.duration)
    if container.duration:
        return int(Fraction(container.duration, av.time_base) / time_base)
    return None
