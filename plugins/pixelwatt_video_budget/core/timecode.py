"""Timecodes as frames and as seconds, drop-frame included (SMPTE ST 12-1)."""

from __future__ import annotations

import re
from fractions import Fraction

from pixelwatt.api import Problem
from pixelwatt_video_budget.text import tr

PATTERN = r"\d{1,2}[:;.,]\d{2}[:;.,]\d{2}[:;.,]\d{2,3}"
_DROPS = {30: 2, 60: 4}
"""Frame numbers left out each minute but every tenth, by nominal rate."""


def says_drop(timecode: str) -> bool:
    """Whether the timecode's own punctuation says that frame numbers are dropped."""
    return ";" in timecode or "," in timecode


def can_drop(rate: Fraction) -> bool:
    """Whether drop-frame counting exists at ``rate``: only at 29.97 and 59.94."""
    return rate.denominator == 1001 and nominal(rate) in _DROPS


def nominal(rate: Fraction) -> int:
    """The whole number of frames that a timecode counts to at ``rate``."""
    return -(-rate.numerator // rate.denominator)


def frames(timecode: str, rate: Fraction, drop: bool = False) -> int:
    """The number of frames before ``timecode``.

    Raises `Problem` where the rate has no such frame or no drop-frame counting.
    """
    hours, minutes, seconds, frame = (int(part) for part in re.split("[:;.,]", timecode))
    base = nominal(rate)
    if frame >= base:
        raise Problem(
            tr("timecode {timecode} has a frame that {rate} fps does not have",
               timecode=timecode, rate=f"{float(rate):g}")
        )  # fmt: skip
    if minutes >= 60 or seconds >= 60:
        raise Problem(tr("{timecode} is no time of day", timecode=timecode))
    count = ((hours * 60 + minutes) * 60 + seconds) * base + frame
    if not drop:
        return count
    if not can_drop(rate):
        raise Problem(
            tr("timecode {timecode} drops frames, which {rate} fps never does",
               timecode=timecode, rate=f"{float(rate):g}")
        )  # fmt: skip
    whole_minutes = hours * 60 + minutes
    return count - _DROPS[base] * (whole_minutes - whole_minutes // 10)
