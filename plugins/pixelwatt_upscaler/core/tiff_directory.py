"""The directory of a TIFF (6.0) or BigTIFF: where its pixels are and what they mean."""

from __future__ import annotations

import struct
from typing import IO, TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

BYTE, ASCII, SHORT, LONG, UNDEFINED, LONG8 = 1, 2, 3, 4, 7, 16
_FORMATS = {SHORT: "H", LONG: "I", LONG8: "Q"}

Tag: TypeAlias = "tuple[int, int, Sequence[int] | bytes]"
"""Number, type and values."""


def write_directory(
    file: IO[bytes], tags: Sequence[Tag], *, big: bool = False, order: str = "<"
) -> None:
    """Write it at the end of ``file`` and point the header at it; the tags are in rising order.

    ``order`` is that of the bytes, as `struct` writes it.
    """
    inline, word, header = (8, "Q", "Q") if big else (4, "I", "H")
    entries = []
    for number, kind, values in tags:
        data = values if isinstance(values, bytes) else _packed(values, kind, order)
        if len(data) > inline:
            file.write(b"\0" * (file.tell() % 2))
            position = file.tell()
            file.write(data)
            data = struct.pack(order + word, position)
        head = struct.pack(f"{order}HH{word}", number, kind, len(values))
        entries.append(head + data.ljust(inline, b"\0"))
    file.write(b"\0" * (file.tell() % 2))
    start = file.tell()
    count, end = struct.pack(order + header, len(entries)), struct.pack(order + word, 0)
    file.write(count + b"".join(entries) + end)
    file.seek(8 if big else 4)
    file.write(struct.pack(order + word, start))
    file.seek(0, 2)


def _packed(values: Sequence[int], kind: int, order: str) -> bytes:
    return struct.pack(f"{order}{len(values)}{_FORMATS[kind]}", *values)
