"""Walking an OpenTimelineIO object: tracks, nesting, gaps, and what is switched off.

Flattening is done on plain intervals rather than with OpenTimelineIO's own `flatten_stack`,
which refuses some nested edits and shifts others.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from pixelwatt_video_budget.core.cut import Cut, Segment, flatten, shifted, trimmed
from pixelwatt_video_budget.core.frame_rates import exact_rate
from pixelwatt_video_budget.text import tr

_DEEPEST = 64


def read_otio(root: Any) -> Cut:
    """Read a timeline, or the first timeline or the clips of a collection."""
    walk = _Walk()
    walk.read(root)
    return walk.cut


@dataclass(slots=True)
class _Walk:
    cut: Cut = field(default_factory=Cut)

    def read(self, root: Any) -> None:
        cut = self.cut
        cut.name = str(getattr(root, "name", "") or "")
        timelines = [root] if _kind(root) == "Timeline" else _find(root, "Timeline")
        if len(timelines) > 1:
            cut.warn(
                tr("The file holds {count} timelines; the first, “{name}”, is read.",
                   count=len(timelines), name=str(timelines[0].name))
            )  # fmt: skip
        if timelines:
            cut.name = str(timelines[0].name or "") or cut.name
            self._timeline(timelines[0])
            return
        cut.warn(tr("The file holds no timeline; its loose clips are listed one after another."))
        self._loose_clips(root)

    def _timeline(self, timeline: Any) -> None:
        cut = self.cut
        start = getattr(timeline, "global_start_time", None)
        if start is not None and 1 < float(start.rate) < 1e4:
            cut.rate = exact_rate(float(start.rate))
        layers, longest = [], Fraction(0)
        for track in timeline.tracks or ():
            segments, length = self._item(track, _kind(track), 0)
            longest = max(longest, length)
            if _is_sound(track):
                cut.skip(tr("audio track"))
            else:
                layers.append(segments)
        for number, segments in enumerate(layers, start=1):
            whole, cut.duration = self._trimmed(timeline.tracks, segments, longest)
            cut.tracks.append([replace(s, track=number) for s in whole])
        cut.duration = cut.duration or longest

    def _loose_clips(self, root: Any) -> None:
        segments: list[Segment] = []
        at = Fraction(0)
        for clip in _find(root, "Clip"):
            length = self._length(clip)
            if length > 0:
                segments.append(Segment(clip.name or "", at, at + length, 1, _source(clip)))
                at += length
        self.cut.tracks.append(segments)
        self.cut.duration = at

    def _children(self, composition: Any, depth: int) -> tuple[list[Segment], Fraction]:
        """Segments of a track (in sequence) in its own seconds, and its whole length."""
        segments: list[Segment] = []
        at = Fraction(0)
        for item in composition:
            kind = _kind(item)
            if kind == "Transition":
                if not _is_sound(composition):
                    self.cut.skip_transition()
                continue
            inner, length = self._item(item, kind, depth)
            segments += shifted(inner, at)
            at += length
        return self._trimmed(composition, segments, at)

    def _item(self, item: Any, kind: str, depth: int) -> tuple[list[Segment], Fraction]:
        if not getattr(item, "enabled", True):
            self.cut.skip(
                tr("track that is switched off") if kind == "Track"
                else tr("clip that is switched off")
            )  # fmt: skip
            return [], self._length(item)
        if kind == "Clip":
            return self._clip(item)
        if kind == "Gap":
            return [], self._length(item)
        if depth >= _DEEPEST or kind not in {"Track", "Stack"}:
            self.cut.skip(kind)
            return [], self._length(item)
        if kind == "Track":
            segments, length = self._children(item, depth + 1)
            return ([], length) if _is_sound(item) else (segments, length)
        layers = []
        longest = Fraction(0)
        for layer in item:
            segments, length = self._item(layer, _kind(layer), depth + 1)
            layers.append(segments)
            longest = max(longest, length)
        return self._trimmed(item, flatten(layers), longest)

    def _clip(self, clip: Any) -> tuple[list[Segment], Fraction]:
        self.cut.count_clip()
        length = self._length(clip)
        for effect in getattr(clip, "effects", ()):
            self.cut.skip(tr("effect {name}", name=_effect_name(effect)))
        if length <= 0:
            self.cut.skip(tr("clip without a length"))
            return [], Fraction(0)
        return [Segment(str(clip.name or ""), Fraction(0), length, 0, _source(clip))], length

    def _trimmed(
        self, composition: Any, segments: list[Segment], length: Fraction
    ) -> tuple[list[Segment], Fraction]:
        """Cut a nested composition to its source range."""
        source_range = getattr(composition, "source_range", None)
        if source_range is None:
            return segments, length
        start = self._seconds(source_range.start_time)
        # Some writers give a start in absolute timecode, although items count from zero: such a
        # range says nothing about what is cut off.
        if not 0 <= start < max(length, Fraction(1)):
            return segments, length
        end = start + self._seconds(source_range.duration)
        return trimmed(segments, start, end), end - start

    def _length(self, item: Any) -> Fraction:
        try:
            duration = item.trimmed_range().duration
        except Exception:  # an item without a range: OpenTimelineIO raises several kinds
            return Fraction(0)
        return max(self._seconds(duration), Fraction(0))

    def _seconds(self, time: Any) -> Fraction:
        """Seconds of a RationalTime, exactly; notes its rate."""
        rate = float(time.rate)
        if not 0 < rate < 1e6 or not abs(time.value) < 1e12:
            self.cut.skip(tr("time that cannot be understood"))
            return Fraction(0)
        exact = exact_rate(rate)
        # Some files state times in whole seconds; that is no frame rate.
        if rate > 1:
            self.cut.use_rate(exact)
        return Fraction(time.value).limit_denominator(10**6) / exact


def _is_sound(item: Any) -> bool:
    return _kind(item) == "Track" and str(getattr(item, "kind", "Video")) != "Video"


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
