"""The build tools a Linux machine needs, by the Debian package that holds them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from project import ROOT, PackagingError

sys.path.insert(0, str(ROOT / "desktop"))
from pixelwatt.system_libraries import apt_line, is_debian_like

TOOLS = {
    "bundle": {
        "strip": "binutils",
        "readelf": "binutils",
        "nm": "binutils",
        "patchelf": "patchelf",
        "icupkg": "icu-devtools",
        "gcc": "gcc",
    },
    "deb": {
        "dpkg-deb": "dpkg-dev",
        "dpkg-shlibdeps": "dpkg-dev",
        "lintian": "lintian",
        "desktop-file-validate": "desktop-file-utils",
        "appstreamcli": "appstream",
    },
    "appimage": {"mksquashfs": "squashfs-tools"},
    "run": {"makeself": "makeself"},
    "windows": {
        "makensis": "nsis",
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
        "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    },
    "wine": {"wine": "wine"},
    "verify": {"debootstrap": "debootstrap", "Xvfb": "xvfb"},
}
HEADERS = {
    # gcc alone compiles nothing that includes a header of C itself.
    "bundle": {"/usr/include/stdlib.h": "libc6-dev"},
    "appimage": {
        "/usr/include/squashfuse/squashfuse.h": "libsquashfuse-dev",
        "/usr/include/fuse3/fuse.h": "libfuse3-dev",
        # What squashfuse unpacks with, linked statically.
        "/usr/include/zstd.h": "libzstd-dev",
        "/usr/include/lz4.h": "liblz4-dev",
        "/usr/include/lzma.h": "liblzma-dev",
        "/usr/include/zlib.h": "zlib1g-dev",
    },
}
# PyInstaller looks up what Qt's plugins link to; a library missing on the build machine would be
# missing from the bundle, with nothing but a warning.
LIBRARIES = {
    "bundle": {
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    }
}


def ensure(*purposes: str) -> None:
    """Install what is missing where that is allowed; else say the exact line to type."""
    missing = sorted(set(_missing(purposes)))
    if not missing:
        return
    if not is_debian_like():
        raise PackagingError(
            f"Packages are built on Debian or Ubuntu; missing: {' '.join(missing)}."
        )
    if os.geteuid() != 0:
        raise PackagingError(f"Build tools are missing. Type: {apt_line(missing)}")
    command = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *missing]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.call(command, env=environment) != 0:
        raise PackagingError(f"apt-get could not install {' '.join(missing)}.")


def _missing(purposes: Iterable[str]) -> Iterable[str]:
    import ctypes

    for purpose in purposes:
        for tool, package in TOOLS.get(purpose, {}).items():
            if shutil.which(tool) is None:
                yield package
        for header, package in HEADERS.get(purpose, {}).items():
            if not Path(header).exists():
                yield package
        for soname, package in LIBRARIES.get(purpose, {}).items():
            try:
                ctypes.CDLL(soname)
            except OSError:
                yield package
