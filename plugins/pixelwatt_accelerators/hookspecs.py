"""The comparator's own extension point: tables of accelerators from other plugins.

A plugin that knows further accelerators implements::

    @hookimpl
    def pixelwatt_accelerator_tables():
        return [AcceleratorTable("my cluster", TOML_TEXT)]

Importing this module from such a plugin is allowed and cheap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pluggy

hookspec = pluggy.HookspecMarker("pixelwatt")


@dataclass(frozen=True, slots=True)
class AcceleratorTable:
    """``toml`` is a table as docs/accelerators.md describes; ``name`` marks its figures."""

    name: str
    toml: str
    error: str = ""
    """Why there is no table, when the plugin that should give it raised."""


@hookspec
def pixelwatt_accelerator_tables() -> list[AcceleratorTable]:  # type: ignore[empty-body]
    """Tables of equal standing with ours; a figure that contradicts ours is refused."""


_manager: pluggy.PluginManager | None = None


def open_extension_point(manager: pluggy.PluginManager) -> None:
    """Let plugins of ``manager`` implement the hook above."""
    global _manager
    from pixelwatt_accelerators import hookspecs

    manager.add_hookspecs(hookspecs)
    _manager = manager


def contributed_tables() -> list[AcceleratorTable]:
    """What the plugins return, each asked by itself; one that raises gives its error instead."""
    if _manager is None:
        return []
    tables: list[AcceleratorTable] = []
    for implementation in _manager.hook.pixelwatt_accelerator_tables.get_hookimpls():
        try:
            given: Any = implementation.function()
            tables.extend(given)
        except Exception as error:
            reason = " ".join(f"{type(error).__name__}: {error}".split())
            tables.append(AcceleratorTable(implementation.plugin_name, "", reason))
    return tables
