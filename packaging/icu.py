"""Qt's ICU data without what a program in English and Chinese never asks for (32 to 13 MB).

Kept: collation (Chinese order too), time zones, break rules, GB18030. Left out: names of units,
currencies, languages and regions, spelt-out numbers, transliteration, rare converters.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from project import PackagingError, run

DROPPED_FOLDERS = ("unit/", "curr/", "lang/", "region/", "rbnf/", "translit/")
KEPT_CONVERTERS = re.compile(
    r"^(gb18030|ibm-1386|windows-936|ibm-943|ibm-1375|ibm-1373|ibm-5348|ibm-954|ibm-970)"
)


def shrink(library: Path) -> None:
    """Replace ``libicudata.so`` in place by one with less data, under the same names."""
    symbol, data = _data(library)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = folder / f"{symbol.removesuffix('_dat')}l.dat"
        package.write_bytes(data)
        (folder / "out").mkdir()
        dropped = folder / "dropped.lst"
        dropped.write_text("\n".join(_dropped(package)) + "\n")
        smaller = folder / "out" / package.name
        run(["icupkg", "--ignore-deps", "-r", dropped, package, smaller], stderr=subprocess.DEVNULL)
        assembly = folder / "data.S"
        assembly.write_text(
            f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n{symbol}:\n"
            f'.incbin "{smaller}"\n.size {symbol}, .-{symbol}\n'
            '.section .note.GNU-stack,"",@progbits\n'
        )
        linked = folder / "linked.so"
        soname = f"-Wl,-soname,{library.name},--build-id=none"
        run(["gcc", "-shared", "-nostdlib", soname, "-o", linked, assembly])
        shutil.copyfile(linked, library)


def _data(library: Path) -> tuple[str, bytes]:
    symbols = _readelf("-W", "--dyn-syms", library)
    for line in symbols.splitlines():
        fields = line.split()
        if fields and re.fullmatch(r"icudt\d+_dat", fields[-1]):
            address, size = int(fields[1], 16), int(fields[2], 0)
            return fields[-1], _bytes_at(library, address, size)
    raise PackagingError(f"{library.name} holds no ICU data; Qt ships it in another way now.")


def _bytes_at(library: Path, address: int, size: int) -> bytes:
    for line in _readelf("-W", "--segments", library).splitlines():
        fields = line.split()
        if fields and fields[0] == "LOAD":
            offset, start, length = (int(fields[i], 16) for i in (1, 2, 4))
            if start <= address < start + length:
                begin = offset + address - start
                return library.read_bytes()[begin : begin + size]
    raise PackagingError(f"The data of {library.name} lies in no loaded segment.")


def _dropped(package: Path) -> list[str]:
    listing = subprocess.run(
        ["icupkg", "-l", str(package)], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [
        item
        for item in listing
        if item.startswith(DROPPED_FOLDERS)
        or (item.endswith(".cnv") and not KEPT_CONVERTERS.match(item))
        or (item.startswith("brkitr/") and "dict" in item)
    ]


def _readelf(*arguments: str | Path) -> str:
    command = ["readelf", *(str(a) for a in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
