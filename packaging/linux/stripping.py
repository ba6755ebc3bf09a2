"""Symbols that nobody needs to run the program, removed where the file survives it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from project import run

ELF = b"\x7fELF"
WORTHWHILE = 50_000
"""Bytes; below it a file stays as its authors published it."""


def strip_all(folder: Path) -> None:
    """Strip every shared object below ``folder`` that stays loadable.

    Wheels are relinked by patchelf, which puts tables where strip moves them to offsets that the
    loader refuses ("not page-aligned"). Such files stay as they are.
    """
    for path in sorted(folder.rglob("*.so*")):
        if path.is_file() and not path.is_symlink() and path.read_bytes()[:4] == ELF:
            _strip(path)


def _strip(path: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        smaller = Path(temporary) / path.name
        run(["strip", "--strip-unneeded", "-o", smaller, path], stderr=subprocess.DEVNULL)
        saved = path.stat().st_size - smaller.stat().st_size
        if saved > WORTHWHILE and is_loadable(segments(smaller)):
            shutil.copymode(path, smaller)
            shutil.move(smaller, path)


def segments(library: Path) -> list[tuple[int, int, int]]:
    """Offset in the file, address and alignment of each loaded segment."""
    command = ["readelf", "--wide", "--segments", str(library)]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"LOAD\s+(0x\w+)\s+(0x\w+)\s+.*?(0x\w+)$", listing, re.M)
    return [(int(offset, 16), int(address, 16), int(align, 16)) for offset, address, align in rows]


def is_loadable(loaded: list[tuple[int, int, int]]) -> bool:
    """True if offset and address of each segment agree modulo its alignment (the ELF ABI)."""
    return bool(loaded) and all(
        (offset - address) % align == 0 for offset, address, align in loaded
    )
