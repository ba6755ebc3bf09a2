"""Reading CMX 3600 edit decision lists.

Read here rather than with OpenTimelineIO's adapter, which places every track at its own first
event, refuses events out of order, takes sound without a channel for picture and does not drop
frames where only the FCM line says so. Source: CMX 3600 EDL format, and the
drop-frame rule of SMPTE ST 12-1.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from pixelwatt.api import Problem
from pixelwatt_video_budget.core.cut import Cut, Segment, flatten
from pixelwatt_video_budget.core.timecode import PATTERN, can_drop, frames, says_drop
from pixelwatt_video_budget.text import tr

_EVENT = re.compile(
    r"^(?P<number>\d+[A-Za-z]?)\s+(?P<reel>\S.*?)\s+(?P<channels>[A-Z0-9/]+)\s+"
    r"(?P<edit>C|D|W\d*|K\s?[BO]?)\s+(?:(?P<length>\d+)\s+)?"
    rf"(?P<times>{PATTERN}\s+{PATTERN}\s+{PATTERN}\s+{PATTERN})\s*$"
)
_LOOKS_LIKE_EVENT = re.compile(rf"^\d+\S*\s.*{PATTERN}")
_NAME = re.compile(r"^\*?\s*(FROM|TO) CLIP(?: NAME)?(?: IS)?:\s*(.+)$", re.IGNORECASE)
_FILE = re.compile(r"^\*?\s*(?:FROM FILE|SOURCE FILE|MEDIA FILE):\s*(.+)$", re.IGNORECASE)
_OTHER_RATES = tuple(Fraction(rate) for rate in (24, 25, 30, 50, 60))


@dataclass(slots=True)
class _Event:
    """One event line with the comments that follow it."""

    number: str
    reel: str
    channels: str
    edit: str
    times: Sequence[str]
    drop: bool
    names: dict[str, str] = field(default_factory=dict)
    source: str = ""
    retimed: bool = False

    @property
    def name(self) -> str:
        wanted = "FROM" if self.edit == "C" else "TO"
        named = self.names.get(wanted) or next(iter(self.names.values()), "")
        return named or (self.number if self.reel == "AX" else self.reel)

    @property
    def track(self) -> int | None:
        """The video track from 1; None for sound alone."""
        if self.channels == "B":
            return 1
        picture = re.search(r"V(\d*)", self.channels)
        return None if picture is None else max(int(picture[1] or 1), 1)


def read_edl(text: str, rate: Fraction) -> Cut:
    """Read an EDL at ``rate``. Raises `Problem` if it holds no event or does not fit the rate."""
    cut = Cut(rate=rate)
    cut.use_rate(rate)
    events = list(_events(text, rate, cut))
    if not events:
        raise Problem(tr("it holds no event of an edit decision list"))
    _check_lengths(events, rate, cut)
    spans = [_record(event, rate) for event in events]
    start = min(span[0] for span in spans)
    cut.duration = max(span[1] for span in spans) / rate - start / rate
    layers: defaultdict[int, list[Segment]] = defaultdict(list)
    used = sorted({event.track for event in events if event.track is not None})
    numbers = {track: number for number, track in enumerate(used, start=1)}
    for event, (first, last) in zip(events, spans, strict=True):
        if event.edit != "C" and last > first:
            cut.skip_transition()
        if event.track is None:
            cut.skip(tr("sound event"))
        elif event.reel != "BL" and last > first:
            segment = Segment(event.name, (first - start) / rate, (last - start) / rate,
                              numbers[event.track], event.source)  # fmt: skip
            layers[event.track].append(segment)
            cut.count_clip()
    cut.tracks = [_one_track(layers[track], cut) for track in used]
    return cut


def _one_track(segments: Sequence[Segment], cut: Cut) -> list[Segment]:
    in_order = sorted(segments, key=lambda segment: segment.start)
    if all(one.end <= other.start for one, other in pairwise(in_order)):
        return in_order
    cut.warn(tr("Events overlap on one track; the one further down the list is taken."))
    return flatten([[segment] for segment in segments])


def _events(text: str, rate: Fraction, cut: Cut) -> Iterator[_Event]:
    drop_mode = False
    event: _Event | None = None
    for number, line in enumerate((raw.strip() for raw in text.splitlines()), start=1):
        upper = line.upper()
        if upper.startswith("TITLE:"):
            cut.name = line[6:].strip()
        elif upper.startswith("FCM:"):
            drop_mode = "NON" not in upper and can_drop(rate)
        elif match := _EVENT.match(line):
            if event is not None:
                yield event
            times = match["times"].split()
            drop = drop_mode and not any(says_drop(time) for time in times)
            event = _Event(match["number"], match["reel"], match["channels"], match["edit"],
                           times, drop)  # fmt: skip
        elif _LOOKS_LIKE_EVENT.match(line):
            cut.warn(tr("Line {number} is not understood: {line}", number=number, line=line[:60]))
        elif event is not None:
            _comment(event, line, cut)
    if event is not None:
        yield event


def _comment(event: _Event, line: str, cut: Cut) -> None:
    if name := _NAME.match(line):
        event.names[name[1].upper()] = name[2].strip()
    elif file := _FILE.match(line):
        event.source = file[1].strip()
    elif line.startswith("M2"):
        event.retimed = True
        cut.skip(tr("change of speed"))
    elif "FREEZE FRAME" in line.upper():
        event.retimed = True


def _span(event: _Event, at: int, rate: Fraction) -> tuple[int, int]:
    first, last = (
        frames(time, rate, event.drop or says_drop(time)) for time in event.times[at : at + 2]
    )
    return first, last


def _record(event: _Event, rate: Fraction) -> tuple[int, int]:
    first, last = _span(event, 2, rate)
    if last < first:
        raise Problem(tr("event {number} ends before it begins", number=event.number))
    return first, last


def _check_lengths(events: Sequence[_Event], rate: Fraction, cut: Cut) -> None:
    """Compare each event's source with its record: a wrong rate makes them differ."""
    unequal = _unequal(events, rate)
    if not unequal:
        return
    for other in _OTHER_RATES:
        if other != rate and _fits(events, other):
            raise Problem(
                tr("event {number} lasts differently in its source and in the film at {rate} fps; "
                   "all events fit {other} fps",
                   number=unequal[0], rate=f"{float(rate):g}", other=other)
            )  # fmt: skip
    cut.warn(
        tr("Source and film differ in length without a change of speed in event {numbers}; the "
           "film counts.", numbers=", ".join(unequal[:8]))
    )  # fmt: skip


def _unequal(events: Sequence[_Event], rate: Fraction) -> list[str]:
    found = []
    for event in events:
        (source_in, source_out), (first, last) = _span(event, 0, rate), _span(event, 2, rate)
        if not event.retimed and event.reel != "BL" and source_out - source_in != last - first:
            found.append(event.number)
    return found


def _fits(events: Sequence[_Event], rate: Fraction) -> bool:
    try:
        return not _unequal(events, rate)
    except Problem:
        return False
