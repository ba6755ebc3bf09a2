"""Pieces of formula text, in the language of :mod:`expression`.

A formula is a Python expression of the update ``k``; every export that has no scheduler of its
own for a curve is made from one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pixelwatt_lr_schedule.core.schedule import Values


def number(value: float) -> str:
    """Digits that read back to the same float."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int):
        return str(value)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(float(value))


def line(start: float, end: float, position: str) -> str:
    return f"({number(start)} + {number(end - start)} * ({position}))"


def half_cosine(start: float, end: float, position: str) -> str:
    return f"({number(end)} + {number((start - end) / 2)} * (1 + cos(pi * ({position}))))"


def choose(pieces: Sequence[tuple[int | float, str]], last: str) -> str:
    """``pieces`` hold while ``k`` is below their bound, in order; then ``last``."""
    text = last
    for bound, piece in reversed(pieces):
        text = f"({piece} if k < {number(bound)} else {text})"
    return text


def steps(values: Values) -> str:
    """A piecewise constant table as nested conditions, or as a list where it changes often."""
    changes = [i for i in range(1, len(values)) if values[i] != values[i - 1]]
    if len(changes) <= 40:
        pieces = [(change, number(float(values[change - 1]))) for change in changes]
        return choose(pieces, number(float(values[-1])))
    listed = ", ".join(number(float(value)) for value in values)
    return f"[{listed}][min(k, {len(values) - 1})]"


def shifted(text: str, by: int) -> str:
    """The formula counted from update ``by``."""
    if by == 0:
        return text
    return re.sub(r"\bk\b", f"(k - {by})", text)
