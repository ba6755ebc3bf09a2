"""Where a user's own plugins lie, and how they become importable."""

from __future__ import annotations

import sys
from pathlib import Path

from pixelwatt.api import API_VERSION
from pixelwatt.storage_folders import Folders


def plugin_folder() -> Path:
    """The folder of this user's plugins, one per API and Python: another needs other wheels."""
    python = f"{sys.version_info[0]}{sys.version_info[1]}"
    return Folders.of_user().data / f"plugins-api{API_VERSION}-py{python}"


def append_to_path(root: Path | None = None) -> list[Path]:
    """Make installed plugins importable, after everything the program ships."""
    root = root or plugin_folder()
    added = []
    for folder in plugin_folders(root):
        if str(folder) not in sys.path:
            sys.path.append(str(folder))
            added.append(folder)
    return added


def plugin_folders(root: Path) -> list[Path]:
    """The folders of installed plugins, by name; none when there is no such place."""
    if not root.is_dir():
        return []
    return sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith("."))
