"""What a person may overrule of what was found about a model, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pixelwatt.api import UsageError
from pixelwatt_upscaler.text import tr

from .model_info import CHANNELS, Layout, ValueRange

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_SCALE = 16
LARGEST_MULTIPLE = 256
LARGEST_HALO = 1024
WHOLE = "whole"
"""Written for a halo that is the whole picture."""

_CHOICES: dict[str, tuple[str, ...]] = {
    "value_range": tuple(ValueRange),
    "layout": tuple(Layout),
    "channels": tuple(map(str, CHANNELS)),
}
_NUMBERS = {
    "scale": (1, LARGEST_SCALE),
    "multiple": (1, LARGEST_MULTIPLE),
    "halo": (0, LARGEST_HALO),
}
CORRECTABLE = (*_CHOICES, *_NUMBERS)
"""Fields of `ModelInfo`."""


def choices(field: str) -> tuple[str, ...]:
    """The values a field may have, as they are written; none where it is a number."""
    return _CHOICES.get(field, ())


def bounds(field: str) -> tuple[int, int]:
    """The least and the largest value of a field that is a number."""
    return _NUMBERS[field]


def written(value: Any) -> str:
    """A value as it is read back by `read`."""
    return WHOLE if value is None else str(value)


def read(field: str, text: str) -> Any:
    """The value that ``text`` writes for ``field``. Raises `UsageError`."""
    allowed = choices(field)
    if field not in CORRECTABLE:
        raise UsageError(
            tr("“{field}” cannot be corrected.", field=field),
            tr("Correct one of {fields}.", fields=", ".join(CORRECTABLE)),
        )
    if allowed:
        if text in allowed:
            return int(text) if field == "channels" else text
        raise UsageError(
            tr("“{text}” is no {field}.", text=text, field=field),
            tr("Write one of {values}.", values=", ".join(allowed)),
        )
    if field == "halo" and text == WHOLE:
        return None
    least, most = bounds(field)
    if text.isascii() and text.isdigit() and least <= int(text) <= most:
        return int(text)
    raise UsageError(
        tr("“{text}” is no {field}.", text=text, field=field),
        tr("Write a whole number from {least} to {most}.", least=least, most=most),
    )


def read_all(assignments: Iterable[str]) -> dict[str, Any]:
    """Corrections written as ``field=value``. Raises `UsageError`."""
    result: dict[str, Any] = {}
    for assignment in assignments:
        field, equals, text = assignment.partition("=")
        if not equals:
            raise UsageError(
                tr("“{text}” corrects nothing.", text=assignment),
                tr("Write, for example, value_range=0..255."),
            )
        result[field] = read(field, text)
    return result
