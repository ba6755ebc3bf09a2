"""Reading an edit: which seconds of which clips a film shows, through OpenTimelineIO.

OpenTimelineIO and its adapters are optional and imported only here, when a file is read.
"""

from __future__ import annotations

import io
import warnings as python_warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Problem, UsageError
from pixelwatt_video_budget.core.timeline_walk import Segment, Walk
from pixelwatt_video_budget.text import tr

if TYPE_CHECKING:
    import types

SUFFIXES = (".otio", ".otioz", ".edl", ".xml", ".fcpxml")
LARGEST_FILE = 64 * 1024 * 1024
_DEEPEST = 400


@dataclass(frozen=True, slots=True)
class Event:
    """One piece of a clip in the edit; seconds are of the timeline."""

    name: str
    track: int
    """From 1, the lowest video track."""
    start: Fraction
    seconds: Fraction
    source: str = ""


@dataclass(frozen=True, slots=True)
class TimelineReading:
    """What was read. ``events`` are those that count, under the chosen way of counting."""

    name: str
    rate: Fraction | None
    count: str
    events: tuple[Event, ...]
    timeline_seconds: Fraction
    flattened_seconds: Fraction
    all_seconds: Fraction
    track_seconds: tuple[Fraction, ...]
    warnings: tuple[str, ...]

    @property
    def seconds(self) -> Fraction:
        """Sum of the events that count."""
        return sum((event.seconds for event in self.events), Fraction(0))


def needs_rate(path: Path) -> bool:
    """Whether the file's format leaves the frame rate out, so that it must be asked for."""
    return path.suffix.lower() == ".edl"


def read_timeline(
    path: Path, rate: Fraction | None = None, count: str = "flattened"
) -> TimelineReading:
    """Read a timeline and list what counts: ``flattened``, ``all`` or ``track:N``.

    Raises `UsageError` for an EDL without a rate, and `Problem` for whatever cannot be read.
    """
    wanted_track = _wanted_track(count)
    if path.suffix.lower() not in SUFFIXES:
        raise Problem(
            tr("{file} is not a timeline that is read here.", file=path.name),
            tr("Timelines are {names}.", names=", ".join(SUFFIXES)),
        )
    if needs_rate(path) and rate is None:
        raise UsageError(
            tr("{file}: an EDL does not say its frame rate.", file=path.name),
            tr("Give it, for example --rate 24."),
        )
    walk = Walk()
    walk.read(_load(path, rate))
    if rate is not None and not needs_rate(path) and walk.rates - {float(rate)}:
        walk.warn(tr("The file states its own frame rate; the given one was not used."))
    flattened = walk.flattened()
    tracks = walk.tracks
    everything = [segment for track in tracks for segment in track]
    if wanted_track is None:
        counted = flattened if count == "flattened" else everything
    elif wanted_track <= len(tracks):
        counted = tracks[wanted_track - 1]
    else:
        raise UsageError(
            tr("{file} has {tracks} video tracks; there is no track {track}.", file=path.name,
               tracks=len(tracks), track=wanted_track)
        )  # fmt: skip
    if not everything:
        walk.warn(tr("The timeline shows no clip."))
    return TimelineReading(
        name=walk.name or path.stem,
        rate=rate if needs_rate(path) else walk.main_rate(),
        count=count,
        events=tuple(_event(segment) for segment in counted),
        timeline_seconds=walk.duration,
        flattened_seconds=_sum(flattened),
        all_seconds=_sum(everything),
        track_seconds=tuple(_sum(track) for track in tracks),
        warnings=tuple(dict.fromkeys(walk.all_warnings())),
    )


def opentimelineio() -> types.ModuleType:
    """The optional library, or a `Problem` that says how to get it."""
    try:
        with _quiet():
            import opentimelineio
    except ImportError as error:
        raise Problem(
            tr("Reading timelines needs OpenTimelineIO, which is not installed."),
            tr("Install it with: pip install 'pixelwatt[timeline]'"),
        ) from error
    module: types.ModuleType = opentimelineio
    return module


def _wanted_track(count: str) -> int | None:
    kind, _, number = count.partition(":")
    if kind == "track" and number.isdecimal() and 1 <= int(number) <= 10_000:
        return int(number)
    if count in {"flattened", "all"}:
        return None
    raise UsageError(
        tr("“{count}” is no way to count.", count=count[:30]),
        tr("Use flattened, all or track:N."),
    )


def _event(segment: Segment) -> Event:
    return Event(
        segment.name, segment.track, segment.start, segment.end - segment.start, segment.source
    )


def _sum(segments: list[Segment]) -> Fraction:
    return sum((segment.end - segment.start for segment in segments), Fraction(0))


def _load(path: Path, rate: Fraction | None) -> Any:
    _refuse_dangerous(path)
    otio = opentimelineio()
    suffix = path.suffix.lower()
    adapter = {".edl": "cmx_3600", ".xml": "fcp_xml", ".fcpxml": "fcpx_xml"}.get(suffix)
    options: dict[str, Any] = {}
    if adapter is not None:
        if adapter not in otio.adapters.available_adapter_names():
            raise Problem(
                tr("The reader for {suffix} files is not installed.", suffix=suffix),
                tr("Install it with: pip install 'pixelwatt[timeline]'"),
            )
        options["adapter_name"] = adapter
    if suffix == ".edl" and rate is not None:
        options["rate"] = float(rate)
    try:
        with _quiet():
            return otio.adapters.read_from_file(str(path), **options)
    # Adapters raise whatever a broken file makes them trip over; all of it means "unreadable".
    except Exception as error:
        raise Problem(
            tr("{file} cannot be read: {reason}.", file=path.name, reason=_reason(error)),
            _remedy(suffix, error),
        ) from error


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split()).rstrip(".")
    return f"{text[:200]}" if text else type(error).__name__


def _remedy(suffix: str, error: Exception) -> str:
    if "unsupported schema" in str(error).lower():
        return tr("It was written by a newer OpenTimelineIO; update it, or export it again.")
    if suffix == ".edl":
        return tr("If its timecodes do not fit the frame rate, give another rate.")
    return tr("Export it again from the editing program.")


def _refuse_dangerous(path: Path) -> None:
    """Refuse what could exhaust memory or the stack before a native parser sees it."""
    try:
        size = path.stat().st_size
        data = b"" if size > LARGEST_FILE else path.read_bytes()
    except OSError as error:
        raise Problem(
            tr("{file} cannot be read: {reason}.", file=path.name,
               reason=error.strerror or str(error))
        ) from error  # fmt: skip
    if size > LARGEST_FILE:
        raise Problem(tr("{file} is too large for a timeline.", file=path.name))
    if not data.strip():
        raise Problem(tr("{file} is empty.", file=path.name))
    suffix = path.suffix.lower()
    if suffix in {".xml", ".fcpxml"} and b"<!ENTITY" in data:
        raise Problem(tr("{file} defines XML entities, which are not read.", file=path.name))
    if suffix == ".otio" and _depth(data) > _DEEPEST:
        raise Problem(tr("{file} is nested too deeply.", file=path.name))


def _depth(data: bytes) -> int:
    deepest = depth = 0
    for byte in data.translate(None, delete=_NOT_BRACKETS):
        depth += 1 if byte in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")


@contextmanager
def _quiet() -> Iterator[None]:
    """Adapters print and warn; what matters of it is told as warnings of the reading."""
    with (
        python_warnings.catch_warnings(),
        redirect_stdout(io.StringIO()),
        redirect_stderr(io.StringIO()),
    ):
        python_warnings.simplefilter("ignore")
        yield
