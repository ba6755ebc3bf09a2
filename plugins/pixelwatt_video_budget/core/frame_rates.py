"""Frame rates as people write them and as they exactly are."""

from __future__ import annotations

from fractions import Fraction

from pixelwatt.api import UsageError
from pixelwatt_video_budget.text import tr


def parse_rate_text(text: str) -> Fraction:
    """Read ``24``, ``23.976`` or ``24000/1001``; broadcast rates become exact."""
    try:
        rate = Fraction(text.strip())
    except (ValueError, ZeroDivisionError):
        raise UsageError(
            tr("“{text}” is not a frame rate.", text=text[:20]), tr("Write it as 24 or 23.976.")
        ) from None
    if not 1 <= rate <= 1000:
        raise UsageError(tr("A frame rate of {rate} is out of range.", rate=text[:20]))
    return exact_rate(float(rate))


def exact_rate(rate: float) -> Fraction:
    """The exact rate that a rounded one means: 23.976 is 24000/1001."""
    for nominal in (24, 30, 48, 60, 120):
        if abs(rate - nominal * 1000 / 1001) < 0.005:
            return Fraction(nominal * 1000, 1001)
    return Fraction(rate).limit_denominator(1001)
