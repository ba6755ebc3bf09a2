"""What the command line asks of the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """Arguments of ``pixelwatt [OPTIONS] [FILES]``; None leaves the choice to the settings."""

    files: tuple[Path, ...] = ()
    screenshot: Path | None = None
    panel: str | None = None
    size: tuple[int, int] | None = None
    theme: str | None = None
    language: str | None = None
    safe_mode: bool = False
