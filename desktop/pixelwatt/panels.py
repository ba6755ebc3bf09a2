"""The panels there are, from plugins and from the shell, in the order of the first start."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from pixelwatt.api import Panel
from pixelwatt.plugin_host import Contributed, Plugin
from pixelwatt.text import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A panel with whoever brought it; ``plugin`` is None for the shell's own."""

    panel: Panel
    package: str
    plugin: Plugin | None
    build: Callable[[], QWidget]

    @property
    def title(self) -> str:
        return translate(self.package, self.panel.title)

    @property
    def description(self) -> str:
        return translate(self.package, self.panel.description) if self.panel.description else ""


def in_first_order(contributed: Iterable[Contributed[Panel]]) -> list[Contributed[Panel]]:
    """Our own panels as the product presents them, then those of others by plugin name."""
    text = files("pixelwatt_resources").joinpath("layout.toml").read_text("utf-8")
    order: list[str] = tomllib.loads(text)["plugins"]
    rank = {name: position for position, name in enumerate(order)}
    return sorted(contributed, key=lambda c: rank.get(c.plugin.name, len(order)))
