"""Reading Final Cut Pro X XML (fcpxml).

Read here rather than with OpenTimelineIO's adapter, which cuts frame rates to whole numbers
(29.97 becomes 29), misplaces clips connected to gaps and takes sound for picture. Everything is
counted in the exact fractions of a second that the file states. Source: Apple, "FCPXML Reference".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from xml.etree.ElementTree import Element

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.cut import Cut, Segment, flatten, shifted, trimmed
from pixelwatt_video_budget.core.frame_rates import exact_rate
from pixelwatt_video_budget.text import tr

_DEEPEST = 32
_CLIPS = {"asset-clip", "clip", "ref-clip", "sync-clip", "mc-clip", "video"}
_ITEMS = _CLIPS | {"gap", "title", "audio", "audition", "spine", "transition", "caption"}
_Layers = defaultdict[int, list[Segment]]
"""Segments by lane: 0 is the main storyline, above it the lanes that cover it."""


def read_fcpxml(root: Element) -> Cut:
    """Read the first project of an fcpxml document; without one, its loose clips in a row."""
    if root.tag != "fcpxml":
        raise Problem(tr("it is XML, but not of Final Cut Pro"))
    reader = _Reader(root)
    cut = reader.cut
    projects = list(root.iter("project"))
    if len(projects) > 1:
        cut.warn(
            tr("The file holds {count} timelines; the first, “{name}”, is read.",
               count=len(projects), name=projects[0].get("name", ""))
        )  # fmt: skip
    sequence = projects[0].find("sequence") if projects else _bare_sequence(root)
    if sequence is not None:
        cut.name = projects[0].get("name", "") if projects else sequence.get("name", "")
        cut.rate = reader.rate(sequence)
        layers, cut.duration = reader.sequence(sequence, 0)
    else:
        layers, cut.duration = reader.loose(root)
    for number, lane in enumerate(sorted(layers), start=1):
        cut.tracks.append([Segment(s.name, s.start, s.end, number, s.source) for s in layers[lane]])
    return cut


def _bare_sequence(root: Element) -> Element | None:
    """A sequence that stands outside the resources, without a project around it."""
    return next(
        (s for part in root if part.tag != "resources" for s in part.iter("sequence")), None
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """A story element at its place, in seconds of the timeline that is read."""

    element: Element
    start: Fraction
    length: Fraction
    origin: Fraction
    """The local time of its first frame: what the offsets of its connected clips count from."""


class _Reader:
    def __init__(self, root: Element) -> None:
        self.cut = Cut()
        self._open: list[Element] = []
        self.resources = {
            element.get("id", ""): element
            for element in root.iterfind("resources/*")
            if element.get("id")
        }

    def rate(self, element: Element) -> Fraction | None:
        """The frame rate of the element's format; notes it."""
        form = self.resources.get(element.get("format", ""))
        rate = None if form is None else _format_rate(form)
        if rate is not None:
            self.cut.use_rate(rate)
        return rate

    def sequence(self, sequence: Element, depth: int) -> tuple[_Layers, Fraction]:
        """All lanes of a sequence, and its length."""
        layers: _Layers = defaultdict(list)
        spine = sequence.find("spine")
        end = Fraction(0)
        if spine is not None:
            origin = _time(sequence, "tcStart") or Fraction(0)
            end = self._spine(spine, Fraction(0), origin, 0, depth, layers)
        ends = [s.end for segments in layers.values() for s in segments]
        stated = _time(sequence, "duration")
        return layers, max([end, *([] if stated is None else [stated]), *ends])

    def loose(self, root: Element) -> tuple[_Layers, Fraction]:
        """The clips of an event or of the file itself, one after another."""
        layers: _Layers = defaultdict(list)
        at = Fraction(0)
        holders = [root, *root.iter("event"), *root.iter("library")]
        for element in (child for holder in holders for child in holder):
            if element.tag in _CLIPS:
                item = self._item(element, at)
                self._add(item, 0, 0, layers)
                at += item.length
        if at:
            self.cut.warn(
                tr("The file holds no timeline; its loose clips are listed one after another.")
            )
        return layers, at

    def _spine(
        self, spine: Element, start: Fraction, origin: Fraction, lane: int, depth: int,
        layers: _Layers,
    ) -> Fraction:  # fmt: skip
        """A storyline that begins at ``start``; returns where it ends."""
        items = [element for element in spine if element.tag in _ITEMS]
        stated = [t for t in (_time(e, "offset") for e in items) if t is not None]
        # Some programs count offsets from the start timecode, some from zero.
        base = origin if stated and min(stated) >= origin else Fraction(0)
        at = start
        for element in items:
            if element.tag == "transition":
                self.cut.skip_transition()
                continue
            chosen = _chosen(element)
            if chosen is None:
                continue
            offset = _time(element, "offset")
            item = self._item(chosen, at if offset is None else start + offset - base)
            self._add(item, lane, depth, layers)
            at = max(at, item.start + item.length)
        return at

    def _item(self, element: Element, start: Fraction) -> _Item:
        resource = self.resources.get(element.get("ref", ""))
        if resource is not None and resource.tag == "media":
            inner = resource.find("sequence")
            resource = resource if inner is None else inner
        length = _time(element, "duration")
        if length is None and resource is not None:
            length = _time(resource, "duration")
        origin = _time(element, "start")
        if origin is None:
            origin = Fraction(0)
            # Without a start the clip plays from the first timecode of its media.
            if resource is not None and element.tag != "clip":
                origin = _time(resource, "start") or _time(resource, "tcStart") or origin
        return _Item(element, start, max(length or Fraction(0), Fraction(0)), origin)

    def _add(self, item: _Item, lane: int, depth: int, layers: _Layers) -> None:
        """Put an item and what is connected to it on their lanes."""
        if item.element.get("enabled") == "0":
            self.cut.skip(tr("clip that is switched off"))
        else:
            layers[lane] += self._picture(item, depth)
        for child in item.element:
            if child.tag not in _ITEMS or "lane" not in child.attrib:
                continue
            child_lane = lane + _whole(child.get("lane"))
            offset = _time(child, "offset")
            place = item.start if offset is None else item.start + offset - item.origin
            if child.tag == "spine":
                self._spine(child, place, Fraction(0), child_lane, depth, layers)
            elif (chosen := _chosen(child)) is not None:
                self._add(self._item(chosen, place), child_lane, depth, layers)

    def _picture(self, item: _Item, depth: int) -> list[Segment]:
        """What the item itself shows: nothing for gaps, titles and sound."""
        element = item.element
        if element.tag in {"gap", "audition"}:
            return []
        if element.tag in {"title", "caption"}:
            self.cut.skip(tr("title"))
            return []
        if element.tag not in _CLIPS or not self._has_picture(element):
            self.cut.skip(tr("sound clip"))
            return []
        if item.length <= 0:
            self.cut.skip(tr("clip without a length"))
            return []
        if element.find("timeMap") is not None:
            self.cut.skip(tr("change of speed"))
        resource = self.resources.get(element.get("ref", ""))
        if element.tag == "video" and resource is not None and resource.tag == "effect":
            self.cut.skip(tr("generator (a title, a colour)"))
            return []
        if element.tag == "ref-clip" and resource is not None:
            return self._compound(item, resource, depth)
        self.cut.count_clip()
        self.rate(element if resource is None or "format" not in resource.attrib else resource)
        name = element.get("name", "") or ("" if resource is None else resource.get("name", ""))
        return [Segment(name, item.start, item.start + item.length, 0, _source(resource))]

    def _compound(self, item: _Item, media: Element, depth: int) -> list[Segment]:
        sequence = media.find("sequence")
        self.cut.count_clip()
        if sequence is None:
            self.cut.skip(tr("compound clip without a sequence"))
            return []
        if depth >= _DEEPEST or sequence in self._open:
            self.cut.skip(tr("sequence that holds itself or is nested too deeply"))
            return []
        self.rate(sequence)
        self._open.append(sequence)
        layers, _length = self.sequence(sequence, depth + 1)
        self._open.pop()
        seen = flatten([layers[lane] for lane in sorted(layers)])
        origin = _time(sequence, "tcStart") or Fraction(0)
        first = item.origin - origin if item.origin >= origin else item.origin
        return shifted(trimmed(seen, first, first + item.length), item.start)

    def _has_picture(self, element: Element) -> bool:
        if element.get("srcEnable") == "audio":
            return False
        if element.tag == "asset-clip":
            asset = self.resources.get(element.get("ref", ""))
            return asset is None or asset.get("hasVideo") == "1" or asset.get("hasAudio") != "1"
        if element.tag not in {"clip", "sync-clip", "spine"}:
            return element.tag in _CLIPS
        inner = [child for child in element if child.tag in _ITEMS and "lane" not in child.attrib]
        return not inner or any(self._has_picture(child) for child in inner)


def _chosen(element: Element) -> Element | None:
    """The element itself, or the pick of an audition, which stands first in it."""
    if element.tag != "audition":
        return element
    return next((child for child in element if child.tag in _CLIPS), None)


def _source(resource: Element | None) -> str:
    if resource is None:
        return ""
    media = resource.find("media-rep")
    return resource.get("src", "") or ("" if media is None else media.get("src", ""))


def _format_rate(form: Element) -> Fraction | None:
    frame = _time(form, "frameDuration")
    if frame is not None and frame > 0:
        rate = 1 / frame
        return rate if 1 <= rate <= 1000 else None
    named = re.search(r"[pi](\d{2,4})$", form.get("name", ""))
    if named is None:
        return None
    digits = named[1]
    rate = exact_rate(int(digits) / 100 if len(digits) == 4 else int(digits))
    return rate if rate >= 1 else None


def _time(element: Element, attribute: str) -> Fraction | None:
    """``1001/30000s`` or ``5s``; None if it is not given or not a time."""
    text = element.get(attribute, "").strip().removesuffix("s")
    if not text or len(text) > 48:
        return None
    try:
        value = Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None
    return value if abs(value) < 10**8 else None


def _whole(text: str | None) -> int:
    try:
        return max(min(int(text or 0), 1000), -1000)
    except ValueError:
        return 0
