"""Plugins a user installed into the program: one unpacked wheel per folder.

The folders are *appended* to the path, so nothing in them can shadow what the program ships, and
they are found by their ``dist-info`` like any distribution: the plugin host needs no second way.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from packaging.utils import canonicalize_name

from pixelwatt.api import Problem
from pixelwatt.plugin_host import GROUP
from pixelwatt.plugin_path import plugin_folder, plugin_folders
from pixelwatt.plugin_wheel import WheelInfo, read_wheel, reasons_against, unpack

WARNING = "A plugin runs with your rights: it can do whatever you can. Install what you trust."


@dataclass(frozen=True, slots=True)
class InstalledPlugin:
    """A distribution in the plugin folder."""

    name: str
    version: str
    folder: Path


def installed(root: Path | None = None) -> list[InstalledPlugin]:
    found = []
    for folder in plugin_folders(root or plugin_folder()):
        for distribution in distributions(path=[str(folder)]):
            found.append(InstalledPlugin(distribution.name, distribution.version, folder))
    return found


def check(path: Path) -> WheelInfo:
    """Read a wheel and refuse it with every reason at once. Raises Problem; changes nothing."""
    if not path.is_file():
        raise Problem(f"There is no file {path}.", "Choose a plugin's wheel (.whl).")
    info = read_wheel(path)
    reasons = reasons_against(info)
    if reasons:
        raise Problem(
            f"{info.name} {info.version} cannot be installed: {'; '.join(reasons)}.",
            "Ask its author for a version that fits.",
        )
    return info


def install(path: Path, root: Path | None = None) -> InstalledPlugin:
    """Install a wheel, or a folder that holds an unpacked one, replacing an older version.

    Raises Problem with the reason; then nothing has changed. The plugin is found at the next start.
    """
    root = root or plugin_folder()
    if path.is_dir():
        return _install_folder(path, root)
    info = check(path)
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".unpacking-", dir=root) as temporary:
        unpacked = Path(temporary) / "wheel"
        unpack(path, unpacked)
        return _put_in_place(unpacked, root, info.name, info.version)


def remove(name: str, root: Path | None = None) -> None:
    """Delete an installed plugin's folder. Raises Problem if there is none of that name."""
    root = root or plugin_folder()
    matching = [plugin for plugin in installed(root) if plugin.name == name]
    if not matching:
        names = ", ".join(plugin.name for plugin in installed(root)) or "none"
        raise Problem(f"No plugin {name!r} is installed here.", f"Installed: {names}.")
    for plugin in matching:
        shutil.rmtree(plugin.folder)


def _install_folder(path: Path, root: Path) -> InstalledPlugin:
    found = list(distributions(path=[str(path)]))
    plugins = [d for d in found if any(e.group == GROUP for e in d.entry_points)]
    if len(plugins) != 1:
        raise Problem(
            f"{path} holds {len(plugins)} unpacked Pixelwatt plugins instead of one.",
            "Choose the plugin's wheel, or the folder that holds its .dist-info.",
        )
    (plugin,) = plugins
    info = WheelInfo(
        name=canonicalize_name(plugin.name),
        version=plugin.version,
        summary="",
        requires_python=str(plugin.metadata.json.get("requires_python", "")),
        requires=tuple(plugin.requires or ()),
        plugins=tuple(e.name for e in plugin.entry_points if e.group == GROUP),
        top_level=frozenset(p.name.partition(".")[0] for p in path.iterdir()),
    )
    reasons = reasons_against(info)
    if reasons:
        raise Problem(f"{plugin.name} cannot be installed: {'; '.join(reasons)}.")
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".unpacking-", dir=root) as temporary:
        copied = Path(temporary) / "folder"
        # A link could reach out of the folder; its target's content is copied instead.
        shutil.copytree(path, copied, ignore=shutil.ignore_patterns("__pycache__"))
        return _put_in_place(copied, root, plugin.name, plugin.version)


def _put_in_place(unpacked: Path, root: Path, name: str, version: str) -> InstalledPlugin:
    older = [plugin.folder for plugin in installed(root) if plugin.name == name]
    final = root / f"{name}-{version}"
    aside = [folder.rename(unpacked.parent / f"old-{i}") for i, folder in enumerate(older)]
    try:
        unpacked.replace(final)
    except OSError:
        for folder, original in zip(aside, older, strict=True):
            folder.rename(original)
        raise
    return InstalledPlugin(name, version, final)
