"""Walking an OpenTimelineIO object: tracks, nesting, gaps, and which clip is on top.

Flattening is done here on plain intervals rather than with OpenTimelineIO's own
`flatten_stack`, which refuses some nested edits and shifts others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from pixelwatt_video_budget.core.frame_rates import exact_rate
from pixelwatt_video_budget.text import tr

_DEEPEST = 64


@dataclass(frozen=True, slots=True)
class Segment:
    """A clip from ``start`` to ``end`` seconds of the timeline."""

    name: str
    start: Fraction
    end: Fraction
    track: int
    source: str = ""


@dataclass(slots=True)
class Walk:
    """What was met while walking one file."""

    tracks: list[list[Segment]] = field(default_factory=list)
    duration: Fraction = Fraction(0)
    name: str = ""
    rates: set[float] = field(default_factory=set)
    _rate_uses: Counter[float] = field(default_factory=Counter)
    _warnings: list[str] = field(default_factory=list)
    _skipped: Counter[str] = field(default_factory=Counter)

    def warn(self, text: str) -> None:
        self._warnings.append(text)

    def main_rate(self) -> Fraction | None:
        """The rate most clips have; None in an empty timeline."""
        common = self._rate_uses.most_common(1)
        return exact_rate(common[0][0]) if common else None

    def all_warnings(self) -> list[str]:
        lines = list(self._warnings)
        if len(self.rates) > 1:
            names = ", ".join(f"{rate:g}" for rate in sorted(self.rates))
            lines.append(tr("Mixed frame rates: {rates}. Seconds are taken as they are.",
                            rates=names))  # fmt: skip
        lines += [
            tr("Not counted: {count} × {what}.", count=count, what=what)
            for what, count in self._skipped.items()
        ]
        return lines

    def read(self, root: Any) -> None:
        """Walk a timeline, or the timelines and clips of a collection."""
        self.name = str(getattr(root, "name", "") or "")
        timelines = [root] if _kind(root) == "Timeline" else _find(root, "Timeline")
        if len(timelines) > 1:
            self.warn(
                tr("The file holds {count} timelines; the first, “{name}”, is read.",
                   count=len(timelines), name=str(timelines[0].name))
            )  # fmt: skip
        if timelines:
            self._timeline(timelines[0])
            return
        self.warn(tr("The file holds no timeline; its loose clips are listed one after another."))
        self._loose_clips(root)

    def flattened(self) -> list[Segment]:
        """What is seen: of overlapping clips only the one on the highest track."""
        return flatten(self.tracks)

    def _timeline(self, timeline: Any) -> None:
        for track in timeline.tracks:
            kind = str(getattr(track, "kind", "Video"))
            if kind == "Video":
                segments, length = self._children(track, 0)
                number = len(self.tracks) + 1
                self.tracks.append([replace(s, track=number) for s in segments])
                self.duration = max(self.duration, length)
            elif kind == "Audio":
                self._skipped[tr("audio track")] += 1
            else:
                self._skipped[tr("track of kind {kind}", kind=kind)] += 1

    def _loose_clips(self, root: Any) -> None:
        segments: list[Segment] = []
        at = Fraction(0)
        for clip in _find(root, "Clip"):
            length = self._length(clip)
            if length > 0:
                segments.append(Segment(clip.name or "", at, at + length, 1, _source(clip)))
                at += length
        self.tracks.append(segments)
        self.duration = at

    def _children(self, composition: Any, depth: int) -> tuple[list[Segment], Fraction]:
        """Segments of a track (in sequence) in its own seconds, and its whole length."""
        segments: list[Segment] = []
        at = Fraction(0)
        for item in composition:
            kind = _kind(item)
            if kind == "Transition":
                self._skipped[tr("transition (its handles are extra seconds to make)")] += 1
                continue
            inner, length = self._item(item, kind, depth)
            segments += [replace(s, start=s.start + at, end=s.end + at) for s in inner]
            at += length
        return _trim(composition, segments, at, self)

    def _item(self, item: Any, kind: str, depth: int) -> tuple[list[Segment], Fraction]:
        if kind == "Clip":
            length = self._length(item)
            for effect in getattr(item, "effects", ()):
                self._skipped[tr("effect {name}", name=_effect_name(effect))] += 1
            if length <= 0:
                self._skipped[tr("clip without a length")] += 1
                return [], Fraction(0)
            return [Segment(str(item.name or ""), Fraction(0), length, 0, _source(item))], length
        if kind == "Gap":
            return [], self._length(item)
        if depth >= _DEEPEST or kind not in {"Track", "Stack"}:
            self._skipped[kind] += 1
            return [], self._length(item)
        if kind == "Track":
            return self._children(item, depth + 1)
        layers = []
        longest = Fraction(0)
        for layer in item:
            segments, length = self._item(layer, _kind(layer), depth + 1)
            layers.append(segments)
            longest = max(longest, length)
        return _trim(item, flatten(layers), longest, self)

    def _length(self, item: Any) -> Fraction:
        try:
            duration = item.trimmed_range().duration
        except Exception:  # an item without a range: OpenTimelineIO raises several kinds
            return Fraction(0)
        return self.seconds(duration)

    def seconds(self, time: Any) -> Fraction:
        """Seconds of a RationalTime, exactly; notes its rate."""
        rate = float(time.rate)
        if not 0 < rate < 1e6 or not abs(time.value) < 1e12:
            self._skipped[tr("time that cannot be understood")] += 1
            return Fraction(0)
        # FCPXML states times in whole seconds; that is no frame rate.
        if rate > 1:
            self.rates.add(round(rate, 3))
            self._rate_uses[round(rate, 3)] += 1
        return Fraction(time.value).limit_denominator(10**6) / exact_rate(rate)


def flatten(tracks: list[list[Segment]]) -> list[Segment]:
    """Visible pieces of stacked tracks, the last on top, in order of time."""
    visible: list[Segment] = []
    for track in reversed(tracks):
        covered = sorted((s.start, s.end) for s in visible)
        for segment in track:
            visible += _uncovered(segment, covered)
    return sorted(visible, key=lambda s: s.start)


def _uncovered(segment: Segment, covered: list[tuple[Fraction, Fraction]]) -> list[Segment]:
    pieces = []
    at = segment.start
    for start, end in covered:
        if end <= at:
            continue
        if start >= segment.end:
            break
        if start > at:
            pieces.append(replace(segment, start=at, end=start))
        at = max(at, end)
    if at < segment.end:
        pieces.append(replace(segment, start=at))
    return pieces


def _trim(
    composition: Any, segments: list[Segment], length: Fraction, walk: Walk
) -> tuple[list[Segment], Fraction]:
    """Cut a nested composition to its source range."""
    source_range = getattr(composition, "source_range", None)
    if source_range is None:
        return segments, length
    start = walk.seconds(source_range.start_time)
    # The EDL reader gives tracks a start in absolute timecode (even a negative one), although
    # their items count from zero: such a range says nothing about what is cut off.
    if not 0 <= start < max(length, Fraction(1)):
        return segments, length
    end = start + walk.seconds(source_range.duration)
    inside = [
        replace(s, start=max(s.start, start) - start, end=min(s.end, end) - start)
        for s in segments
        if s.end > start and s.start < end
    ]
    return inside, end - start


def _kind(item: Any) -> str:
    return str(item.schema_name()) if hasattr(item, "schema_name") else type(item).__name__


def _find(root: Any, kind: str) -> list[Any]:
    """All objects of a kind below a collection, outermost first."""
    found: list[Any] = []
    queue: list[tuple[Any, int]] = [(root, 0)]
    while queue:
        item, depth = queue.pop(0)
        if item is not root and _kind(item) == kind:
            found.append(item)
        elif depth < _DEEPEST and _kind(item) in {
            "SerializableCollection", "Stack", "Track", "Timeline",
        }:  # fmt: skip
            children = item.tracks if _kind(item) == "Timeline" else item
            queue += [(child, depth + 1) for child in children]
    return found


def _source(clip: Any) -> str:
    try:
        reference = clip.media_reference
    except Exception:  # a clip whose active media key is missing
        return ""
    return str(getattr(reference, "target_url", "") or "")


def _effect_name(effect: Any) -> str:
    return str(getattr(effect, "effect_name", "") or getattr(effect, "name", "") or _kind(effect))
