"""Reading Final Cut Pro 7 XML (xmeml), which Premiere and Resolve write too.

Read here rather than with OpenTimelineIO's adapter, which loses what nested sequences hold and
counts clips that are switched off. Source: Apple, "Final Cut Pro XML Interchange Format",
versions 4 and 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from xml.etree.ElementTree import Element

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.cut import Cut, Segment, flatten, shifted, trimmed
from pixelwatt_video_budget.text import tr

_DEEPEST = 32
_LONGEST = 10**9
_SPEED_EFFECTS = {"timeremap"}


def read_fcp7(root: Element) -> Cut:
    """Read the first sequence of an xmeml document; the others are told of."""
    if root.tag != "xmeml":
        raise Problem(tr("it is XML, but not of Final Cut Pro 7"))
    reader = _Reader(root)
    sequences = [s for s in _outermost(root) if s.find("media") is not None]
    if not sequences:
        raise Problem(tr("it holds no sequence"))
    cut = reader.cut
    cut.name = _text(sequences[0], "name")
    if len(sequences) > 1:
        cut.warn(
            tr("The file holds {count} timelines; the first, “{name}”, is read.",
               count=len(sequences), name=cut.name)
        )  # fmt: skip
    cut.rate = reader.rate(sequences[0], None)
    cut.use_rate(cut.rate)
    cut.tracks, cut.duration = reader.sequence(sequences[0], cut.rate, 0)
    return cut


def _outermost(element: Element) -> Iterator[Element]:
    """Sequences that no clip holds."""
    for child in element:
        if child.tag == "sequence":
            yield child
        elif child.tag not in {"clipitem", "clip"}:
            yield from _outermost(child)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item lies on its track, in frames of the sequence."""

    start: Fraction
    end: Fraction
    late: Fraction
    """Frames of its source hidden by the transition before it."""


class _Reader:
    def __init__(self, root: Element) -> None:
        self.cut = Cut()
        self._open: list[Element] = []
        self._named: dict[tuple[str, str], Element] = {}
        for element in root.iter():
            key = (element.tag, element.get("id", ""))
            if key[1] and len(element) and key not in self._named:
                self._named[key] = element

    def whole(self, element: Element) -> Element:
        """The element, or the earlier one of the same id that an empty one stands for."""
        if len(element):
            return element
        return self._named.get((element.tag, element.get("id", "")), element)

    def rate(self, element: Element, default: Fraction | None) -> Fraction:
        rate = element.find("rate")
        timebase = _number(None if rate is None else rate.find("timebase"))
        if rate is None or timebase is None:
            if default is None:
                raise Problem(tr("its sequence has no frame rate"))
            return default
        if not 1 <= timebase <= 1000:
            raise Problem(tr("a frame rate of {rate} is out of range", rate=f"{float(timebase):g}"))
        ntsc = _text(rate, "ntsc").upper() == "TRUE"
        return timebase * Fraction(1000, 1001) if ntsc else timebase

    def sequence(
        self, sequence: Element, rate: Fraction, depth: int
    ) -> tuple[list[list[Segment]], Fraction]:
        """Video tracks of a sequence in its own seconds, and its length."""
        media = sequence.find("media")
        video = None if media is None else media.find("video")
        audio = None if media is None else media.find("audio")
        tracks, longest = [], Fraction(0)
        for number, track in enumerate(() if video is None else video.findall("track"), start=1):
            segments, length = self._track(self.whole(track), rate, number, depth)
            tracks.append(segments)
            longest = max(longest, length)
        for track in () if audio is None else audio.findall("track"):
            if depth == 0 and track.find("clipitem") is not None:
                self.cut.skip(tr("audio track"))
            longest = max(longest, self._length(track) / rate)
        return tracks, longest

    def _track(
        self, track: Element, rate: Fraction, number: int, depth: int
    ) -> tuple[list[Segment], Fraction]:
        if _switched_off(track):
            self.cut.skip(tr("track that is switched off"))
            return [], Fraction(0)
        items = [i for i in track if i.tag in {"clipitem", "generatoritem", "transitionitem"}]
        segments: list[Segment] = []
        longest = Fraction(0)
        for index, item in enumerate(items):
            if item.tag == "transitionitem":
                self.cut.skip_transition()
                continue
            before = items[index - 1] if index else None
            after = items[index + 1] if index + 1 < len(items) else None
            place = self._place(self.whole(item), before, after)
            if place is None or place.end <= place.start:
                self.cut.skip(tr("clip without a length"))
                continue
            longest = max(longest, place.end / rate)
            segments += self._clip(self.whole(item), place, rate, number, depth)
        return segments, longest

    def _place(self, item: Element, before: Element | None, after: Element | None) -> _Place | None:
        start, end = _number(item.find("start")), _number(item.find("end"))
        late = Fraction(0)
        if start == -1:
            start = _cut_point(before)
            began = None if before is None else _number(before.find("start"))
            if start is not None and began is not None:
                late = start - began
        if end == -1:
            end = _cut_point(after)
        if start is None or end is None or not 0 <= start <= end < _LONGEST:
            return None
        return _Place(start, end, late)

    def _clip(
        self, item: Element, place: _Place, rate: Fraction, number: int, depth: int
    ) -> list[Segment]:
        if _switched_off(item):
            self.cut.skip(tr("clip that is switched off"))
            return []
        if item.tag == "generatoritem":
            self.cut.skip(tr("generator (a title, a colour)"))
            return []
        start, length = place.start / rate, (place.end - place.start) / rate
        for effect in item.iterfind("filter/effect"):
            if _text(effect, "effectid").lower() in _SPEED_EFFECTS:
                self.cut.skip(tr("change of speed"))
        nested = item.find("sequence")
        if nested is not None:
            return self._nested(self.whole(nested), item, place, rate, number, depth)
        self.cut.count_clip()
        self.cut.use_rate(self.rate(item, rate))
        file = item.find("file")
        source = "" if file is None else _text(self.whole(file), "pathurl")
        return [Segment(_text(item, "name"), start, start + length, number, source)]

    def _nested(
        self, sequence: Element, item: Element, place: _Place, rate: Fraction, number: int,
        depth: int,
    ) -> list[Segment]:  # fmt: skip
        self.cut.count_clip()
        if depth >= _DEEPEST or sequence in self._open:
            self.cut.skip(tr("sequence that holds itself or is nested too deeply"))
            return []
        inner_rate = self.rate(sequence, rate)
        self.cut.use_rate(inner_rate)
        self._open.append(sequence)
        tracks, _length = self.sequence(sequence, inner_rate, depth + 1)
        self._open.pop()
        first = (_number(item.find("in")) or Fraction(0)) / self.rate(item, inner_rate)
        first += place.late / rate
        inside = trimmed(flatten(tracks), first, first + (place.end - place.start) / rate)
        return [
            Segment(s.name, s.start, s.end, number, s.source)
            for s in shifted(inside, place.start / rate)
        ]

    def _length(self, track: Element) -> Fraction:
        ends = [_number(item.find("end")) for item in self.whole(track).iter("clipitem")]
        return max((end for end in ends if end is not None and end < _LONGEST), default=Fraction(0))


def _cut_point(transition: Element | None) -> Fraction | None:
    """The frame at which a transition passes from one clip to the next."""
    if transition is None or transition.tag != "transitionitem":
        return None
    start, end = _number(transition.find("start")), _number(transition.find("end"))
    if start is None or end is None:
        return None
    alignment = _text(transition, "alignment")
    if alignment.startswith("end"):
        return end
    if alignment.startswith("start"):
        return start
    return Fraction((start + end) // 2)


def _switched_off(element: Element) -> bool:
    return _text(element, "enabled").upper() == "FALSE"


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _number(element: Element | None) -> Fraction | None:
    text = "" if element is None else (element.text or "").strip()
    try:
        return Fraction(text) if len(text) < 32 else None
    except (ValueError, ZeroDivisionError):
        return None
