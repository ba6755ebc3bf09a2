"""Shared libraries Qt needs of a Linux system, and the Debian packages that hold them.

Standard library only: `dev.py` asks before anything is installed, and `pixelwatt doctor` after.
Found by starting PySide6 in a bare Debian 12.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Library:
    """A shared object by the name the loader uses, and the package it comes in."""

    soname: str
    package: str
    needed_for: str


LIBRARIES = (
    Library("libglib-2.0.so.0", "libglib2.0-0", "Qt"),
    Library("libGL.so.1", "libgl1", "Qt"),
    Library("libEGL.so.1", "libegl1", "Qt"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "Qt"),
    Library("libdbus-1.so.3", "libdbus-1-3", "Qt"),
    Library("libfontconfig.so.1", "libfontconfig1", "Qt"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "X11"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "X11"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "X11"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "X11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "X11"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "Wayland"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "Wayland"),
)


def missing_libraries(libraries: Iterable[Library] = LIBRARIES) -> list[Library]:
    """Those of ``libraries`` the loader does not find. Empty on Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in libraries if not _loads(library.soname)]


def is_debian_like(os_release: Path = Path("/etc/os-release")) -> bool:
    """True where apt-get installs packages of these names: Debian, Ubuntu and what follows them."""
    try:
        lines = os_release.read_text("utf-8").splitlines()
    except OSError:
        return False
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    names = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").split()
    return "debian" in names or "ubuntu" in names


def apt_line(packages: Iterable[str]) -> str:
    """The exact line a person types to install ``packages``."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def missing_display() -> str | None:
    """Why no window can be shown here and how to get a display; None when one can."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return None
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return None
    return (
        "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). "
        "Start it from a desktop session, with 'ssh -X', or under 'xvfb-run -a'; "
        "'--screenshot FILE' works without one."
    )


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
