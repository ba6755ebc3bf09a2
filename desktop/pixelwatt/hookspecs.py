"""Every hook of Pixelwatt on one screen. The dataclasses are in :mod:`pixelwatt.api`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from pixelwatt import api

hookspec = pluggy.HookspecMarker("pixelwatt")


@hookspec
def pixelwatt_panels() -> list[api.Panel]:  # type: ignore[empty-body]
    """Dock panels, built when first shown."""


@hookspec
def pixelwatt_commands() -> list[api.Command]:  # type: ignore[empty-body]
    """Actions for menus, toolbar and command palette."""


@hookspec
def pixelwatt_settings() -> list[api.SettingsPage]:  # type: ignore[empty-body]
    """Pages of the settings dialog."""


@hookspec
def pixelwatt_openers() -> list[api.Opener]:  # type: ignore[empty-body]
    """Kinds of file to open."""


@hookspec
def pixelwatt_exporters() -> list[api.Exporter]:  # type: ignore[empty-body]
    """Formats for File > Export."""


@hookspec
def pixelwatt_cli() -> list[api.CliCommand]:  # type: ignore[empty-body]
    """Subcommands of ``pixelwatt``."""


@hookspec
def pixelwatt_claims() -> list[api.Claim]:  # type: ignore[empty-body]
    """Entries of the claims ledger."""


@hookspec
def pixelwatt_diagnostics() -> list[api.Diagnostic]:  # type: ignore[empty-body]
    """Sections of ``pixelwatt doctor``."""


@hookspec
def pixelwatt_activate(context: api.Context) -> None:
    """Called after the window's first paint."""


@hookspec
def pixelwatt_deactivate() -> None:
    """Called once when the window closes; stop what was started."""


@hookspec
def pixelwatt_addhooks(pluginmanager: pluggy.PluginManager) -> None:
    """Open extension points of the plugin's own, with ``pluginmanager.add_hookspecs``."""
