"""The native libraries that wheels carry inside: name, version and licence of each.

No wheel says this completely of itself. A library that is not in the table stops the build, so
that none is passed on without its licence being known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from project import PackagingError

GNU_PAIR = "LGPL-3.0-or-later OR GPL-2.0-or-later"
LICENCES = {
    # FFmpeg as PyAV builds it (--enable-version3), and what it calls.
    "avcodec": "LGPL-3.0-or-later",
    "avdevice": "LGPL-3.0-or-later",
    "avfilter": "LGPL-3.0-or-later",
    "avformat": "LGPL-3.0-or-later",
    "avutil": "LGPL-3.0-or-later",
    "swresample": "LGPL-3.0-or-later",
    "swscale": "LGPL-3.0-or-later",
    "x264": "GPL-2.0-or-later",
    "x265": "GPL-2.0-or-later",
    "SvtAv1Enc": "BSD-3-Clause-Clear",
    "aom": "BSD-2-Clause",
    "dav1d": "BSD-2-Clause",
    "vpx": "BSD-3-Clause",
    "vpl": "MIT",
    "vmaf": "BSD-2-Clause-Patent",
    "opus": "BSD-3-Clause",
    "mp3lame": "LGPL-2.0-or-later",
    "opencore-amrnb": "Apache-2.0",
    "opencore-amrwb": "Apache-2.0",
    "asound": "LGPL-2.1-or-later",
    "drm": "MIT",
    "xcb": "MIT",
    "xcb-shape": "MIT",
    "xcb-shm": "MIT",
    "xcb-xfixes": "MIT",
    "Xau": "MIT",
    "gnutls": "LGPL-2.1-or-later",
    "gmp": GNU_PAIR,
    "hogweed": GNU_PAIR,
    "nettle": GNU_PAIR,
    "unistring": GNU_PAIR,
    # Pictures: Pillow's and OpenCV's.
    "avif": "BSD-2-Clause",
    "brotlicommon": "MIT",
    "brotlidec": "MIT",
    "freetype": "FTL OR GPL-2.0-only",
    "harfbuzz": "MIT-Modern-Variant",
    "jpeg": "IJG AND BSD-3-Clause AND Zlib",
    "lcms2": "MIT",
    "lzma": "0BSD",
    "openjp2": "BSD-2-Clause",
    "png16": "libpng-2.0",
    "sharpyuv": "BSD-3-Clause",
    "tiff": "libtiff",
    "webp": "BSD-3-Clause",
    "webpdemux": "BSD-3-Clause",
    "webpmux": "BSD-3-Clause",
    "zstd": "BSD-3-Clause",
    "raqm": "MIT",
    "fribidi": "LGPL-2.1-or-later",
    # Linear algebra: NumPy's, and ours between it and OpenCV.
    "scipy_openblas64_": "BSD-3-Clause",
    "openblasp": "BSD-3-Clause",
    "blas_of_numpy": "MIT",
    "gfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "quadmath": "LGPL-2.1-or-later",
    # What compilers add, on Windows.
    "gcc_s_seh": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "stdc++": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "winpthread": "MIT AND BSD-3-Clause",
    "iconv": "LGPL-2.1-or-later",
    "zlib1": "Zlib",
    "msvcp140": "LicenseRef-Microsoft-Visual-C++-Redistributable",
    "crypto": "OpenSSL",
    "ssl": "OpenSSL",
}
NAME = re.compile(
    r"^(?:lib)?(?P<name>.+?)"
    r"(?:-r\d+)?(?:-(?P<interface>\d{1,3}))?(?:-(?:[0-9a-f]{32}|[0-9a-f]{8}))*"
    r"(?:\.(?P<early>[\d.]+))?(?:\.so(?:\.(?P<version>[\w.]+))?|\.dll)$"
)


@dataclass(frozen=True, slots=True)
class NativeLibrary:
    """A shared library of a wheel; ``version`` is empty where its file name has none."""

    name: str
    version: str
    licence: str
    path: str


def carried(folder: Path) -> list[NativeLibrary]:
    """The libraries in each ``*.libs`` folder. Raises PackagingError for one it does not know."""
    return list(_carried(folder))


def named(file_name: str) -> tuple[str, str]:
    """Name and version in a file's name: ``x264``, ``165`` in ``libx264-d6533a8d.so.165``."""
    found = NAME.match(file_name)
    if not found:
        raise PackagingError(f"{file_name} is not named like a shared library.")
    return found["name"], found["version"] or found["early"] or found["interface"] or ""


def _carried(folder: Path) -> Iterator[NativeLibrary]:
    for path in sorted(folder.rglob("*")):
        in_wheel = path.parent.name.endswith(".libs")
        if not in_wheel or path.is_symlink() or not re.search(r"\.so(\.|$)|\.dll$", path.name):
            continue
        name, version = named(path.name)
        if name not in LICENCES:
            raise PackagingError(
                f"No licence is known for {path.parent.name}/{path.name}: "
                "find it out and add it to packaging/native_libraries.py."
            )
        yield NativeLibrary(name, version, LICENCES[name], path.relative_to(folder).as_posix())
