"""What one generation costs under each way that video models are billed.

The shapes were met in public price lists (docs/video-budget.md names them): per second, per
clip, per frame (24·t + 1), per token (seconds·w·h·fps / 1024), a base plus seconds, and
credits. Any of them can be limited to whole lengths (Veo sells 4, 6 or 8 s).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from pixelwatt.api import Problem
from pixelwatt_video_budget.text import tr


@dataclass(frozen=True, slots=True)
class PerSecond:
    """``price`` for each second."""

    price: Decimal


@dataclass(frozen=True, slots=True)
class PerClip:
    """``price`` for a clip of ``clip_seconds``, whatever of it is used."""

    price: Decimal
    clip_seconds: Decimal


@dataclass(frozen=True, slots=True)
class PerFrame:
    """``price`` for each of ``fps·t + extra_frames`` frames."""

    price: Decimal
    fps: Decimal
    extra_frames: int = 1


@dataclass(frozen=True, slots=True)
class PerToken:
    """``price`` for a million tokens; a clip has ``t·width·height·fps / 1024`` of them."""

    price: Decimal
    width: int
    height: int
    fps: Decimal


@dataclass(frozen=True, slots=True)
class BasePlusSeconds:
    """``base`` for a clip and ``price`` for each second beyond ``included_seconds``."""

    base: Decimal
    price: Decimal
    included_seconds: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Credits:
    """``credits`` for each second, or for each clip when ``clip_seconds`` is given."""

    credits: Decimal
    credit_price: Decimal
    clip_seconds: Decimal | None = None


Billing = PerSecond | PerClip | PerFrame | PerToken | BasePlusSeconds | Credits


@dataclass(frozen=True, slots=True)
class Lengths:
    """Which clip lengths are sold: a list of whole lengths, or a range of seconds."""

    whole: tuple[Decimal, ...] = ()
    shortest: Decimal | None = None
    longest: Decimal | None = None


ANY_LENGTH = Lengths()


def clip_length(billing: Billing) -> Decimal | None:
    """The one length this shape sells, or None when the length is free."""
    return billing.clip_seconds if isinstance(billing, PerClip | Credits) else None


def clip_price(billing: Billing, seconds: Fraction) -> Fraction:
    """The price of generating one clip of ``seconds``, exactly."""
    match billing:
        case PerSecond(price):
            return Fraction(price) * seconds
        case PerClip(price, _):
            return Fraction(price)
        case PerFrame(price, fps, extra):
            return Fraction(price) * (math.ceil(Fraction(fps) * seconds) + extra)
        case PerToken(price, width, height, fps):
            tokens = seconds * width * height * Fraction(fps) / 1024
            return Fraction(price) * tokens / 1_000_000
        case BasePlusSeconds(base, price, included):
            return Fraction(base) + Fraction(price) * max(seconds - Fraction(included), Fraction(0))
        case Credits(credits, credit_price, None):
            return Fraction(credits) * Fraction(credit_price) * seconds
        case Credits(credits, credit_price, _):
            return Fraction(credits) * Fraction(credit_price)


def billed_lengths(seconds: Fraction, lengths: Lengths) -> list[Fraction]:
    """Cut ``seconds`` into as few sold clips as possible, then as few billed seconds.

    11 s from lengths 4, 6 and 8 become 8 + 4. Raises `Problem` beyond 10,000 clips.
    """
    if lengths.whole:
        return _whole_lengths(seconds, tuple(sorted({Fraction(v) for v in lengths.whole})))
    longest = None if lengths.longest is None else Fraction(lengths.longest)
    pieces = 1 if longest is None else _pieces(seconds, longest)
    shortest = Fraction(lengths.shortest or 0)
    return [max(seconds / pieces, shortest)] * pieces


def _pieces(seconds: Fraction, longest: Fraction) -> int:
    pieces = math.ceil(seconds / longest)
    if pieces > 10_000:
        raise Problem(
            tr("A shot of {seconds} s needs {pieces} clips.", seconds=float(seconds),
               pieces=pieces),
            tr("Split it into several shots."),
        )  # fmt: skip
    return pieces


def _whole_lengths(seconds: Fraction, whole: Sequence[Fraction]) -> list[Fraction]:
    longest = whole[-1]
    pieces = _pieces(seconds, longest)
    # All pieces at their longest overshoot by less than one length; give back what fits.
    savings = tuple(longest - length for length in whole[:-1])
    given_back = _largest_savings(savings, pieces * longest - seconds, pieces)
    shortened = [longest - saving for saving in given_back]
    return [longest] * (pieces - len(shortened)) + shortened


@cache
def _largest_savings(
    savings: tuple[Fraction, ...], slack: Fraction, pieces: int
) -> tuple[Fraction, ...]:
    best: tuple[Fraction, ...] = ()
    for index, saving in enumerate(savings):
        if saving <= slack and pieces > 0:
            rest = _largest_savings(savings[index:], slack - saving, pieces - 1)
            if saving + sum(rest) > sum(best):
                best = (saving, *rest)
    return best
