"""What of setup.exe can be verified without Windows: install, registry, start, uninstall in Wine.

Wine stands in for Windows' installer services and registry; it lacks pieces that Qt's and NumPy's
builds need, so the window itself is started on Windows by the release workflow.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import tools
from bundle import PLUGINS
from project import BUILD, PackagingError

PREFIX = BUILD / "wine"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Pixelwatt"
OPEN_COMMAND = r"HKCU\Software\Classes\Pixelwatt.document\shell\open\command"
OPEN_WITH = r"HKCU\Software\Classes\.toml\OpenWithProgids"
PATIENCE_S = 120.0


def verify(setup: Path) -> None:
    """Raises PackagingError with the step that failed."""
    tools.ensure("wine")
    shutil.rmtree(PREFIX, ignore_errors=True)
    PREFIX.mkdir(parents=True)
    _wine("wineboot", "--init")
    _wine(str(setup), "/S")
    (program,) = _found("Pixelwatt.exe")
    folder = program.parent
    _registered(folder)
    _starts(folder)
    # Wine's C: is a folder of this machine, so what a user put beside the program can be seen.
    kept = folder / "my notes.txt"
    kept.write_text("mine")
    # The uninstaller copies itself away and ends; the copy works on.
    _wine(str(folder / "uninstall.exe"), "/S")
    _wait_until(lambda: not program.exists() and not (folder / "uninstall.exe").exists())
    _removed(folder, kept)


def _registered(folder: Path) -> None:
    entry = _query(UNINSTALL)
    for value in ("DisplayName", "DisplayVersion", "UninstallString", "EstimatedSize"):
        if value not in entry:
            raise PackagingError(f"The list of programs lacks {value}: {entry}")
    command = _query(OPEN_COMMAND)
    if "Pixelwatt.exe" not in command or "%1" not in command:
        raise PackagingError(f"Documents are opened by {command!r}")
    if "Pixelwatt.document" not in _query(OPEN_WITH):
        raise PackagingError("TOML files are not offered to Pixelwatt in 'Open with'.")
    if ".toml" not in _query(r"HKCU\Software\Classes\Applications\Pixelwatt.exe\SupportedTypes"):
        raise PackagingError("Pixelwatt is not registered as a program for TOML files.")
    if not _found("Pixelwatt.lnk"):
        raise PackagingError("There is no entry in the start menu.")
    print(f"in Wine: {folder.name} is installed, registered and in the start menu")


def _starts(folder: Path) -> None:
    """The Windows Python with our wheels answers, and finds the plugins by their entry points."""
    python = str(folder / "python" / "python.exe")
    version = _wine(python, "-m", "pixelwatt", "--version")
    if not version.startswith("pixelwatt "):
        raise PackagingError(f"--version printed {version!r}")
    listing = _wine(python, "-m", "pixelwatt", "plugins", "list", "--json")
    states = {row["name"]: row["state"] for row in json.loads(listing)["plugins"]}
    lacking = sorted(PLUGINS - {name for name, state in states.items() if state == "loaded"})
    if lacking:
        raise PackagingError(f"Under Wine the plugins {lacking} are not loaded: {states}")
    # The launcher has no console; its exit code is that of the program it runs in itself.
    _wine(str(folder / "Pixelwatt.exe"), "--version")
    print("in Wine: the program answers, its five plugins are loaded, Pixelwatt.exe gives 0")


def _removed(folder: Path, kept: Path) -> None:
    left = [path for path in folder.rglob("*") if path.is_file() and path != kept]
    if left:
        raise PackagingError(f"The uninstaller left {left[:3]} of {len(left)} files")
    if not kept.exists():
        raise PackagingError("The uninstaller deleted a file that was not its own.")
    if _found("Pixelwatt.lnk"):
        raise PackagingError("The uninstaller left the entry in the start menu.")
    for key in (UNINSTALL, OPEN_COMMAND):
        if _query(key):
            raise PackagingError(f"The uninstaller left {key}")
    if "Pixelwatt.document" in _query(OPEN_WITH):
        raise PackagingError("The uninstaller left Pixelwatt in 'Open with' of TOML files.")
    print("in Wine: removed, with nothing left but the user's own file")


def _found(name: str) -> list[Path]:
    return sorted((PREFIX / "drive_c").rglob(name))


def _query(key: str) -> str:
    """What the registry holds at ``key``; nothing where there is no such key."""
    return _wine("reg", "query", key, expect=None)


def _wait_until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > deadline:
            raise PackagingError("The uninstaller did not finish.")
        time.sleep(0.5)


def _wine(*arguments: str, expect: int | None = 0) -> str:
    environment = os.environ | {
        "WINEPREFIX": str(PREFIX),
        "WINEDEBUG": "-all",
        # No question about Mono and Gecko, which nothing here needs; no display either.
        "WINEDLLOVERRIDES": "mscoree,mshtml=",
        "DISPLAY": "",
        "PIXELWATT_HOME": r"C:\pixelwatt-home",
    }
    command = ["wine", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    if expect is not None and done.returncode != expect:
        said = done.stderr.decode("utf-8", "replace").strip()[-500:]
        raise PackagingError(f"wine {' '.join(arguments[:3])} gave {done.returncode}: {said}")
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""
