"""From a file to a larger file: what ``pixelwatt upscale``, batches and the panel's export do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from . import bands, export_pictures, methods, metrics, pipeline, sources
from .enlarging import Enlarger, check_output_size
from .pictures import read_picture, stored_strips
from .resampling import Degradation, degrade
from .strips import Strips

if TYPE_CHECKING:
    from .frames import Frame, Rgb, Size
    from .metrics import Quality
    from .pipeline import Plan, Request
    from .upscaling import Placement

Tell = Callable[[float | None, str], None]
"""Progress: the share that is done, if known, and what is going on. May raise to stop."""

LARGE_BYTES = 96 * 2**20
"""Pictures that have more are enlarged band by band, where their formats allow it."""
_QUALITY_PIXELS = 50_000_000
"""Pictures larger than this are not compared with their reference: it would take minutes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to convert."""

    method: str
    factor: Fraction | None = None
    """None: the model's own scale, or 2."""
    output: Size | None = None
    take_down: bool = False
    degradation: Degradation = Degradation.AREA
    provider: str = "auto"
    threads: int | None = None
    codec: str = "auto"
    quality: int = 95
    memory_limit: int | None = None

    @property
    def request(self) -> Request:
        factor = self.factor or Fraction(methods.own_scale(self.method) or 2)
        return pipeline.Request(factor, self.output, self.take_down, self.degradation)


@dataclass(frozen=True, slots=True)
class Report:
    """What was made, and by what."""

    kind: str
    """``picture`` or ``video``."""
    source: Path
    target: Path
    plan: Plan
    method: str
    placement: Placement
    frames: int
    seconds: float
    upscale_ms: float
    """Mean time of the method alone for one frame."""
    quality: Quality | None
    notes: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The document that ``pixelwatt upscale --json`` prints."""
        return {
            "kind": self.kind,
            "input": str(self.source),
            "output": str(self.target),
            "method": self.method,
            "source_size": list(self.plan.source),
            "input_size": list(self.plan.input),
            "output_size": list(self.plan.output),
            "provider": self.placement.provider,
            "provider_reason": self.placement.reason or None,
            "nodes": self.placement.nodes,
            "nodes_on_provider": self.placement.nodes_on_provider,
            "operators": dict(self.placement.operators),
            "frames": self.frames,
            "seconds": round(self.seconds, 3),
            "upscale_ms": round(self.upscale_ms, 3),
            "quality": self.quality.to_json() if self.quality else None,
            "notes": list(self.notes),
        }


def convert(source: Path, target: Path, settings: Settings, tell: Tell) -> Report:
    """Upscale a picture or a video file. Raises `Problem`; then ``target`` is as it was."""
    source, target = Path(source), Path(target)
    if source.exists() and target.exists() and source.samefile(target):
        raise Problem(
            tr("{path} is both the input and the output.", path=source), tr("Give another name.")
        )
    if source.is_dir():
        raise Problem(
            tr("{path} is a folder.", path=source),
            tr("Use `pixelwatt batch` for all files of a folder, or name one of them."),
        )
    if sources.is_picture(source) or not source.exists():
        return _picture(source, target, settings, tell)
    return _video(source, target, settings, tell)


def _picture(source: Path, target: Path, settings: Settings, tell: Tell) -> Report:
    tell(None, tr("Reading {name}", name=source.name))
    stored = stored_strips(source)
    if stored is not None and stored.orientation == 1:
        plan = pipeline.plan(stored.picture.size, settings.request)
        if _in_bands(stored.picture, plan, target):
            origin = _Origin(source, stored.icc, stored.exif, stored.xmp)
            return _large_picture(origin, stored.picture, plan, target, settings, tell)
    frame = read_picture(source, memory_limit=settings.memory_limit)
    picture = Strips.of(frame.pixels)
    plan = pipeline.plan(frame.size, settings.request)
    if _in_bands(picture, plan, target):
        origin = _Origin(source, frame.icc, frame.exif, frame.xmp)
        return _large_picture(origin, picture, plan, target, settings, tell)
    return _whole_picture(source, frame, plan, target, settings, tell)


def _in_bands(picture: Strips, plan: Plan, target: Path) -> bool:
    """Whether the picture is large, and can be enlarged and written band by band."""
    return (
        picture.nbytes > LARGE_BYTES
        and plan.input == plan.source
        and bands.possible(plan.input, plan.output)
        and target.suffix.lower() in export_pictures.STRIP_SUFFIXES
    )


@dataclass(frozen=True, slots=True)
class _Origin:
    path: Path
    icc: bytes | None
    exif: bytes | None
    xmp: bytes | None


def _large_picture(
    origin: _Origin, picture: Strips, plan: Plan, target: Path, settings: Settings, tell: Tell
) -> Report:
    """Read, enlarged and written band by band; what it takes does not grow with the picture."""
    check_output_size(plan.output)
    export_pictures.check_writable(target, plan.output)
    notes: dict[str, None] = {}  # each band's enlarger may say the same

    def enlarger(size: Size, larger: Size) -> Enlarger:
        return Enlarger(
            settings.method, size, larger,
            provider=settings.provider, bits=picture.dtype.itemsize * 8, threads=settings.threads,
            notice=lambda text: notes.update({text: None}), memory_limit=settings.memory_limit,
        )  # fmt: skip

    reach = methods.reach(settings.method, plan.factor)
    work = bands.BandEnlarger(picture, plan.output, reach, enlarger)
    started = perf_counter()
    losses = export_pictures.save_strips(
        work.strips(), target, icc=origin.icc, exif=origin.exif, xmp=origin.xmp,
        progress=lambda done: tell(done, tr("Upscaling {name}", name=origin.path.name)),
    )  # fmt: skip
    assert work.placement is not None
    return Report(
        "picture", origin.path, target, plan, settings.method, work.placement, 1,
        perf_counter() - started, work.seconds * 1000, None, (*notes, *losses),
    )  # fmt: skip


def _whole_picture(
    source: Path, frame: Frame, plan: Plan, target: Path, settings: Settings, tell: Tell
) -> Report:
    notes: list[str] = []
    export_pictures.check_writable(target, plan.output)
    if plan.note:
        notes.append(plan.note)
    small = frame.with_pixels(degrade(frame.pixels, plan.input, settings.degradation))
    enlarger = Enlarger(
        settings.method, plan.input, plan.output,
        provider=settings.provider, bits=frame.bits, threads=settings.threads, notice=notes.append,
        memory_limit=settings.memory_limit,
    )  # fmt: skip
    tell(None, tr("Upscaling {name}", name=source.name))
    started = perf_counter()
    result = enlarger.run(small)
    elapsed = perf_counter() - started
    placement = enlarger.placement
    enlarger.close()
    tell(None, tr("Writing {name}", name=target.name))
    notes += export_pictures.save_picture(result, target, quality=settings.quality)
    return Report(
        "picture", source, target, plan, settings.method, placement, 1, elapsed, elapsed * 1000,
        _quality(frame, result, plan), tuple(notes),
    )  # fmt: skip


def _quality(frame: Frame, result: Frame, plan: Plan) -> Quality | None:
    if not plan.has_reference or plan.output.pixels > _QUALITY_PIXELS:
        return None
    reference = degrade(frame.pixels, plan.output, Degradation.AREA)
    return metrics.measure(reference, result.pixels)


def _video(source: Path, target: Path, settings: Settings, tell: Tell) -> Report:
    from .export_video import check_container, export_video
    from .video import VideoSource
    from .video_encoding import even

    check_container(target)
    with VideoSource(source) as opened:
        info = opened.info
    notes = list(info.notes)
    plan = pipeline.plan(info.size, settings.request)
    output = even(plan.output)
    if output != plan.output:
        notes.append(
            tr("{size} was rounded up to {even}: 4:2:0 video has even sides.",
               size=plan.output, even=output)
        )  # fmt: skip
        plan = replace(plan, output=output)
    enlarger = Enlarger(
        settings.method, plan.input, output,
        provider=settings.provider, bits=info.bits, threads=settings.threads, notice=notes.append,
    )  # fmt: skip
    spent = 0.0

    def enlarge(rgb: Rgb) -> Rgb:
        nonlocal spent
        small = degrade(rgb, plan.input, settings.degradation)
        started = perf_counter()
        larger = enlarger.run_pixels(small)
        spent += perf_counter() - started
        return larger

    def progress(done: float | None, frames: int) -> None:
        tell(done, tr("Upscaling {name}: {frames} frames", name=source.name, frames=frames))

    written = export_video(
        source, target, output, enlarge,
        codec=settings.codec, recipe=_recipe(settings, plan), progress=progress,
    )  # fmt: skip
    placement = enlarger.placement
    enlarger.close()
    if written.resumed_frames:
        notes.append(
            tr("{frames} frames were there already: an earlier run was interrupted.",
               frames=written.resumed_frames)
        )  # fmt: skip
    return Report(
        "video", source, target, plan, settings.method, placement, written.frames,
        written.seconds, spent * 1000 / max(1, written.frames - written.resumed_frames), None,
        (*notes, *written.notes),
    )  # fmt: skip


def _recipe(settings: Settings, plan: Plan) -> str:
    """All that decides what becomes of a frame, so that no film is made of two methods."""
    made_by = methods.identity(settings.method, plan.factor)
    taken_down = settings.degradation if plan.input != plan.source else "as it is"
    return f"{made_by}, {plan.source} {taken_down} {plan.input} to {plan.output}"
