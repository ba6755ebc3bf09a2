"""What the commands, openers and exporters of this plugin do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pixelwatt.api import Context, write_atomic
from pixelwatt_example.core import parse_size, pixels

PANEL = "example_pixels"
_withdraw: list[Callable[[], None]] = []


def activate(context: Context) -> None:
    """Offer the count to other plugins as the service ``example.pixels``."""
    _withdraw.append(context.services.provide("example.pixels", pixels))


def deactivate() -> None:
    while _withdraw:
        _withdraw.pop()()


def show_4k(context: Context) -> None:
    context.show_panel(PANEL).show_size(3840, 2160)


def open_sizes(context: Context, paths: Sequence[Path]) -> None:
    for path in paths:
        context.show_panel(PANEL).show_size(*parse_size(path.read_text("utf-8")))


def has_panel(context: Context) -> bool:
    return context.panel(PANEL) is not None


def write_size(context: Context, path: Path) -> None:
    width, height = context.show_panel(PANEL).size_shown()
    write_atomic(path, f"{width}x{height}\n")
