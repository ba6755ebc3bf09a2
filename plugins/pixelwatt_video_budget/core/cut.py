"""A cut as plain intervals of time, whatever file it came from, and which clip is on top."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from pixelwatt.api import Problem
from pixelwatt_video_budget.text import tr

MOST_CLIPS = 100_000
"""Sequences that hold each other several times over would grow without end."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A clip from ``start`` to ``end`` seconds of the timeline."""

    name: str
    start: Fraction
    end: Fraction
    track: int
    source: str = ""


@dataclass(slots=True)
class Cut:
    """What one file was found to hold; filled while it is read."""

    name: str = ""
    rate: Fraction | None = None
    """The timeline's own rate, if the file states it; else most clips' decides."""
    tracks: list[list[Segment]] = field(default_factory=list)
    """Video tracks, the lowest first."""
    duration: Fraction = Fraction(0)
    """Seconds from the first frame to the last, sound and gaps included."""
    _rate_uses: Counter[Fraction] = field(default_factory=Counter)
    _warnings: list[str] = field(default_factory=list)
    _skipped: Counter[str] = field(default_factory=Counter)
    _clips: int = 0

    def count_clip(self) -> None:
        """Count a clip met; raise `Problem` where there is no end of them."""
        self._clips += 1
        if self._clips > MOST_CLIPS:
            raise Problem(tr("it holds more than {most} clips", most=MOST_CLIPS))

    def warn(self, text: str) -> None:
        self._warnings.append(text)

    def skip(self, what: str) -> None:
        """Note that one more of ``what`` does not count."""
        self._skipped[what] += 1

    def skip_transition(self) -> None:
        self.skip(tr("transition (its handles are extra seconds to make)"))

    def use_rate(self, rate: Fraction) -> None:
        """Note that something in the file runs at ``rate``."""
        self._rate_uses[rate] += 1

    @property
    def rates(self) -> set[Fraction]:
        return set(self._rate_uses)

    def main_rate(self) -> Fraction | None:
        """The stated rate, else the one most clips have; None in an empty timeline."""
        if self.rate is not None:
            return self.rate
        common = self._rate_uses.most_common(1)
        return common[0][0] if common else None

    def all_warnings(self) -> list[str]:
        lines = list(self._warnings)
        if len(self._rate_uses) > 1:
            names = ", ".join(f"{float(rate):.5g}" for rate in sorted(self._rate_uses))
            lines.append(tr("Mixed frame rates: {rates}. Seconds are taken as they are.",
                            rates=names))  # fmt: skip
        lines += [
            tr("Not counted: {count} × {what}.", count=count, what=what)
            for what, count in self._skipped.items()
        ]
        return lines

    def flattened(self) -> list[Segment]:
        """What is seen: of overlapping clips only the one on the highest track."""
        return flatten(self.tracks)


def shifted(segments: Sequence[Segment], by: Fraction) -> list[Segment]:
    """The segments ``by`` seconds later."""
    return [replace(s, start=s.start + by, end=s.end + by) for s in segments]


def trimmed(segments: Sequence[Segment], start: Fraction, end: Fraction) -> list[Segment]:
    """What of the segments lies between ``start`` and ``end``, counted from ``start``."""
    return [
        replace(s, start=max(s.start, start) - start, end=min(s.end, end) - start)
        for s in segments
        if s.end > start and s.start < end
    ]


def flatten(tracks: Sequence[Sequence[Segment]]) -> list[Segment]:
    """Visible pieces of stacked tracks, the last on top, in order of time."""
    visible: list[Segment] = []
    for track in reversed(tracks):
        # What is seen so far never overlaps itself, so its ends are in order too.
        ends = [segment.end for segment in visible]
        pieces = [piece for segment in track for piece in _uncovered(segment, visible, ends)]
        visible = sorted([*visible, *pieces], key=lambda s: s.start)
    return visible


def _uncovered(
    segment: Segment, above: Sequence[Segment], ends: Sequence[Fraction]
) -> list[Segment]:
    pieces = []
    at = segment.start
    for index in range(bisect_right(ends, at), len(above)):
        if above[index].start >= segment.end:
            break
        if above[index].start > at:
            pieces.append(replace(segment, start=at, end=above[index].start))
        at = max(at, above[index].end)
    if at < segment.end:
        pieces.append(replace(segment, start=at))
    return pieces
