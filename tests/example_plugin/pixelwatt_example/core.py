"""The arithmetic: no Qt, no shell, easy to test."""

from __future__ import annotations

from pixelwatt.api import Problem
from pixelwatt_example.text import tr


def parse_size(text: str) -> tuple[int, int]:
    """Read ``"1920x1080"``. Raises Problem for anything else."""
    width, _, height = text.strip().lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise Problem(
            tr("{text} is not a picture size.", text=repr(text.strip())),
            tr("Write it as WIDTHxHEIGHT, for example 1920x1080."),
        )
    return int(width), int(height)


def pixels(width: int, height: int) -> int:
    return width * height
