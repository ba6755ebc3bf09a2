"""``pixelwatt doctor``: what of this machine can be used, and how to get the rest."""

from __future__ import annotations

import argparse
import json
import locale
import os
import platform
import sys
from dataclasses import dataclass
from typing import Any

from pixelwatt import api
from pixelwatt.plugin_host import PluginHost, State
from pixelwatt.storage_folders import Folders
from pixelwatt.system_libraries import (
    apt_line,
    is_debian_like,
    missing_display,
    missing_libraries,
)
from pixelwatt.version import program_version


@dataclass(frozen=True, slots=True)
class Section:
    """One titled group of findings."""

    id: str
    title: str
    items: tuple[api.DiagnosticItem, ...]
    package: str = "pixelwatt"
    """Whose translation the title has."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(args: argparse.Namespace) -> int:
    sections = examine(args.host)
    if args.json:
        print(json.dumps(as_json(sections), ensure_ascii=False, indent=2))
    else:
        print(as_text(sections))
    return 0


def examine(host: PluginHost) -> list[Section]:
    """Look at the program and at this machine."""
    return [_program(), _system(), _plugins(host), *examine_plugins(host)]


def examine_plugins(host: PluginHost) -> list[Section]:
    """What the plugins found. One whose own examination raises gets a line saying so."""
    sections = []
    for contributed in host.collect("pixelwatt_diagnostics"):
        diagnostic: api.Diagnostic = contributed.item
        try:
            items = tuple(host.resolve(diagnostic.collect)())
        except Exception as error:
            reason = f"the examination failed: {type(error).__name__}: {error}"
            items = (api.DiagnosticItem(diagnostic.title, api.Unavailable(reason)),)
        package = contributed.plugin.package
        sections.append(Section(diagnostic.id, diagnostic.title, items, package))
    return sections


def as_text(sections: list[Section]) -> str:
    """The report people read and paste."""
    lines: list[str] = []
    for section in sections:
        lines += ["", section.title]
        for item in section.items:
            if isinstance(item.state, api.Available):
                lines.append(f"  + {item.name}: {item.state.detail or 'available'}")
            else:
                lines.append(f"  - {item.name}: {item.state.reason}")
                if item.state.remedy:
                    lines.append(f"      {item.state.remedy}")
    return "\n".join(lines).lstrip()


def as_json(sections: list[Section]) -> dict[str, Any]:
    """The documented contract of ``--json``."""
    return {
        "version": program_version(),
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "items": [_item_as_json(item) for item in section.items],
            }
            for section in sections
        ],
    }


def _item_as_json(item: api.DiagnosticItem) -> dict[str, Any]:
    if isinstance(item.state, api.Available):
        return {"name": item.name, "available": True, "detail": item.state.detail, "remedy": ""}
    return {
        "name": item.name,
        "available": False,
        "detail": item.state.reason,
        "remedy": item.state.remedy,
    }


def _program() -> Section:
    folders = Folders.of_user()
    return Section(
        "program",
        "Program",
        (
            _found("Pixelwatt", program_version()),
            _found("Python", f"{platform.python_version()}, {platform.machine()}"),
            _found("Settings", str(folders.config)),
            _found("Data", str(folders.data)),
            _found("Log", str(folders.logs)),
        ),
    )


def _system() -> Section:
    items = [
        _found("System", f"{platform.platform()}, {os.cpu_count()} processors"),
        _found("Language", locale.getlocale()[0] or "unknown"),
    ]
    if sys.platform.startswith("linux"):
        items += [_libraries(), _display()]
    return Section("system", "System", tuple(items))


def _libraries() -> api.DiagnosticItem:
    missing = missing_libraries()
    if not missing:
        return _found("Libraries Qt needs", "all found")
    reason = "missing: " + ", ".join(f"{m.soname} (for {m.needed_for})" for m in missing)
    remedy = apt_line(m.package for m in missing) if is_debian_like() else ""
    return api.DiagnosticItem("Libraries Qt needs", api.Unavailable(reason, remedy))


def _display() -> api.DiagnosticItem:
    reason = missing_display()
    if reason:
        return api.DiagnosticItem("Display", api.Unavailable(reason))
    names = ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
    return _found("Display", ", ".join(f"{n}={os.environ[n]}" for n in names if os.environ.get(n)))


def _plugins(host: PluginHost) -> Section:
    items = []
    for plugin in host.plugins:
        name = f"{plugin.name} {plugin.version}".strip()
        if plugin.state is State.LOADED:
            items.append(_found(name, "loaded"))
        elif plugin.state is State.DISABLED:
            items.append(
                api.DiagnosticItem(
                    name, api.Unavailable("disabled", "Enable it on the Plugins page.")
                )
            )
        else:
            summary = plugin.failure.summary if plugin.failure else ""
            items.append(
                api.DiagnosticItem(
                    name, api.Unavailable(f"failed: {summary}", "See the Plugins page.")
                )
            )
    return Section("plugins", "Plugins", tuple(items))


def _found(name: str, detail: str) -> api.DiagnosticItem:
    return api.DiagnosticItem(name, api.Available(detail))
