"""Reading an edit: which seconds of which clips a film shows.

Text formats have readers of their own; .otio and .otioz are read with OpenTimelineIO, which is
optional and imported only here, when such a file is read.
"""

from __future__ import annotations

import io
import warnings as python_warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from pixelwatt.api import Problem, UsageError
from pixelwatt_video_budget.core.cut import Cut, Segment
from pixelwatt_video_budget.core.edl import read_edl
from pixelwatt_video_budget.core.fcp7_xml import read_fcp7
from pixelwatt_video_budget.core.fcpxml import read_fcpxml
from pixelwatt_video_budget.text import tr

if TYPE_CHECKING:
    import types

SUFFIXES = (".otio", ".otioz", ".edl", ".xml", ".fcpxml")
LARGEST_FILE = 64 * 1024 * 1024
_DEEPEST = 400
_BUNDLED = "content.otio"


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
    cut = _load(path, rate)
    own_rate = cut.main_rate()
    if rate is not None and own_rate not in {None, rate}:
        cut.warn(tr("The file states its own frame rate; the given one was not used."))
    flattened = cut.flattened()
    tracks = cut.tracks
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
        cut.warn(tr("The timeline shows no clip."))
    return TimelineReading(
        name=cut.name or path.stem,
        rate=own_rate,
        count=count,
        events=tuple(_event(segment) for segment in counted),
        timeline_seconds=cut.duration,
        flattened_seconds=_sum(flattened),
        all_seconds=_sum(everything),
        track_seconds=tuple(_sum(track) for track in tracks),
        warnings=tuple(dict.fromkeys(cut.all_warnings())),
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


def _load(path: Path, rate: Fraction | None) -> Cut:
    suffix = path.suffix.lower()
    data = _zipped_otio(path) if suffix == ".otioz" else _read_bytes(path)
    if not data.strip():
        raise Problem(tr("{file} is empty.", file=path.name))
    otio = opentimelineio() if suffix in {".otio", ".otioz"} else None
    try:
        if otio is not None:
            return _load_otio(otio, data)
        if suffix == ".edl":
            assert rate is not None
            return read_edl(_decoded(data), rate)
        if b"<!ENTITY" in data:
            raise Problem(tr("it defines XML entities, which are not read"))
        root = ElementTree.fromstring(data)
        # Premiere and Resolve write either kind under the plain suffix.
        return read_fcpxml(root) if root.tag == "fcpxml" else read_fcp7(root)
    except (Problem, ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        reason = error.what if isinstance(error, Problem) else _reason(error)
        raise Problem(
            tr("{file} cannot be read: {reason}.", file=path.name, reason=reason.rstrip(".")),
            (error.remedy if isinstance(error, Problem) else "") or _remedy(suffix, error),
        ) from error


def _load_otio(otio: types.ModuleType, data: bytes) -> Cut:
    from pixelwatt_video_budget.core.otio_walk import read_otio

    if _depth(data) > _DEEPEST:
        raise Problem(tr("it is nested too deeply"))
    try:
        with _quiet():
            return read_otio(otio.adapters.read_from_string(_decoded(data), "otio_json"))
    except Problem:
        raise
    # A broken file can make the library raise anything; all of it means "unreadable".
    except Exception as error:
        raise Problem(_reason(error), _remedy(".otio", error)) from error


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise Problem(tr("it is not text"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split()).rstrip(".")
    return f"{text[:200]}" if text else type(error).__name__


def _remedy(suffix: str, error: Exception) -> str:
    if "unsupported schema" in str(error).lower():
        return tr("It was written by a newer OpenTimelineIO; update it, or export it again.")
    if suffix == ".edl":
        return tr("If its timecodes do not fit the frame rate, give another rate.")
    return tr("Export it again from the editing program.")


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Problem(tr("{file} is too large for a timeline.", file=path.name))
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error


def _zipped_otio(path: Path) -> bytes:
    """The timeline inside a bundle; the media beside it, often gigabytes, is left alone."""
    try:
        with zipfile.ZipFile(path) as bundle:
            if bundle.getinfo(_BUNDLED).file_size > LARGEST_FILE:
                raise Problem(tr("{file} is too large for a timeline.", file=path.name))
            with bundle.open(_BUNDLED) as content:
                return content.read(LARGEST_FILE)
    except KeyError as error:
        raise _unreadable(path, tr("it holds no {name}", name=_BUNDLED)) from error
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    # zipfile has no common exception for what can be wrong with an archive.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
            ValueError) as error:  # fmt: skip
        raise _unreadable(path, _reason(error)) from error


def _unreadable(path: Path, reason: str) -> Problem:
    return Problem(
        tr("{file} cannot be read: {reason}.", file=path.name, reason=reason.rstrip("."))
    )


def _depth(data: bytes) -> int:
    deepest = depth = 0
    for byte in data.translate(None, delete=_NOT_BRACKETS):
        depth += 1 if byte in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")


@contextmanager
def _quiet() -> Iterator[None]:
    """OpenTimelineIO prints and warns; what matters of it is told as warnings of the reading."""
    with (
        python_warnings.catch_warnings(),
        redirect_stdout(io.StringIO()),
        redirect_stderr(io.StringIO()),
    ):
        python_warnings.simplefilter("ignore")
        yield
