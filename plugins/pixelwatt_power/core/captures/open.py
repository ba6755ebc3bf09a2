"""Which reader a capture belongs to, and reading it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pixelwatt.api import Problem
from pixelwatt_power import extensions
from pixelwatt_power.core.captures import (
    afterburner,
    capframex,
    frameview,
    mangohud,
    presentmon,
    summaries,
)
from pixelwatt_power.core.captures.source import HEAD_BYTES, Source, open_source, source_of
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pixelwatt_power.core.captures.run import Run


@dataclass(frozen=True, slots=True)
class CaptureReader:
    """One kind of capture: what it looks like, and how its runs are read, likeliest first."""

    name: str
    sniff: Callable[[Source], bool]
    read: Callable[[Source], list[Run]]


BUILT_IN = (
    CaptureReader("CapFrameX JSON", capframex.sniff, capframex.read),
    CaptureReader("MSI Afterburner", afterburner.sniff, afterburner.read),
    CaptureReader("FrameView summary", frameview.sniff_summary, frameview.read_summary),
    CaptureReader("FrameView log", frameview.sniff_log, frameview.read_log),
    CaptureReader("MangoHud, PresentMon, OCAT summary", summaries.sniff, summaries.read),
    CaptureReader("MangoHud", mangohud.sniff, mangohud.read),
    CaptureReader("PresentMon, OCAT, CapFrameX", presentmon.sniff, presentmon.read),
)


def readers() -> list[CaptureReader]:
    """Those of other plugins, then the built-in ones."""
    return [*extensions.capture_readers(), *BUILT_IN]


def is_capture(path: Path, head: bytes) -> bool:
    """Whether the first bytes of a file look like a capture; for the shell's openers."""
    try:
        source = source_of(path, head[:HEAD_BYTES])
    except Problem:
        return False
    return any(_looks_like(reader, source) for reader in readers())


def _looks_like(reader: CaptureReader, source: Source) -> bool:
    try:
        return reader.sniff(source)
    except IndexError:
        return False


def read_capture(path: Path) -> list[Run]:
    """All runs of a capture, the game's first.

    Raises `Problem` where the file is no capture of a known kind or holds no frames.
    """
    source = open_source(path)
    for reader in readers():
        if _looks_like(reader, source):
            return reader.read(source)
    raise Problem(
        tr("{file} is no capture that Pixelwatt knows.", file=path.name),
        tr("It reads PresentMon, OCAT, CapFrameX, FrameView, MangoHud and MSI Afterburner."),
    )
