"""Writes pictures of any size strip by strip, so that they never lie in memory whole.

Pillow and OpenCV hold the whole picture, and neither writes 16-bit colour TIFF or PNG with a
colour profile. PNG as in RFC 2083 (third edition), TIFF 6.0, and BigTIFF from 4 GB on.
"""

from __future__ import annotations

import struct
import zlib
from typing import IO, TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from .frames import Pixels

_STRIP_BYTES = 4 * 2**20
_CLASSIC_TIFF_LIMIT = 2**32 - 2**26

_SHORT, _LONG, _UNDEFINED, _LONG8 = 3, 4, 7, 16
_TYPE_FORMATS = {_SHORT: "H", _LONG: "I", _UNDEFINED: "B", _LONG8: "Q"}


def write_png(
    file: IO[bytes],
    pixels: Pixels,
    *,
    icc: bytes | None = None,
    exif: bytes | None = None,
    level: int = 6,
    progress: Callable[[float], None] = lambda _fraction: None,
) -> None:
    """PNG of 8 or 16 bits with 1, 3 or 4 channels; rows use the "up" filter."""
    height, width, channels = pixels.shape
    bits = pixels.dtype.itemsize * 8
    colour = {1: 0, 3: 2, 4: 6}[channels]
    file.write(b"\x89PNG\r\n\x1a\n")
    _chunk(file, b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))
    if icc:
        _chunk(file, b"iCCP", b"ICC profile\0\0" + zlib.compress(icc))
    if exif:
        _chunk(file, b"eXIf", exif.removeprefix(b"Exif\0\0"))
    packer = zlib.compressobj(level)
    above = np.zeros((1, width * channels * bits // 8), np.uint8)
    for rows, fraction in _strips(pixels):
        raw = _big_endian(rows)
        filtered = np.empty((raw.shape[0], raw.shape[1] + 1), np.uint8)
        filtered[:, 0] = 2
        filtered[:, 1:] = raw - np.concatenate([above, raw[:-1]])
        above = raw[-1:]
        packed = packer.compress(filtered.tobytes())
        if packed:
            _chunk(file, b"IDAT", packed)
        progress(fraction)
    _chunk(file, b"IDAT", packer.flush())
    _chunk(file, b"IEND", b"")


def write_tiff(
    file: IO[bytes],
    pixels: Pixels,
    *,
    icc: bytes | None = None,
    progress: Callable[[float], None] = lambda _fraction: None,
) -> None:
    """TIFF of 8 or 16 bits, deflate-compressed with horizontal prediction; BigTIFF if need be."""
    height, width, channels = pixels.shape
    big = pixels.nbytes > _CLASSIC_TIFF_LIMIT
    file.write(b"II+\0\x08\0\0\0" + bytes(8) if big else b"II*\0" + bytes(4))
    offsets, counts, rows_per_strip = [], [], 0
    for rows, fraction in _strips(pixels):
        rows_per_strip = rows_per_strip or rows.shape[0]
        predicted = rows.copy()
        predicted[:, 1:] -= rows[:, :-1]
        packed = zlib.compress(predicted.astype(predicted.dtype.newbyteorder("<")).tobytes(), 6)
        offsets.append(file.tell())
        counts.append(len(packed))
        file.write(packed)
        if len(packed) % 2:
            file.write(b"\0")
        progress(fraction)
    offset_type = _LONG8 if big else _LONG
    bits = pixels.dtype.itemsize * 8
    tags: list[tuple[int, int, list[int] | bytes]] = [
        (256, _LONG, [width]),
        (257, _LONG, [height]),
        (258, _SHORT, [bits] * channels),
        (259, _SHORT, [8]),  # deflate
        (262, _SHORT, [1 if channels == 1 else 2]),
        (273, offset_type, offsets),
        (277, _SHORT, [channels]),
        (278, _LONG, [rows_per_strip]),
        (279, offset_type, counts),
        (284, _SHORT, [1]),
        (317, _SHORT, [2]),  # horizontal prediction
    ]
    if channels == 4:
        tags.append((338, _SHORT, [2]))  # straight alpha
    if icc:
        tags.append((34675, _UNDEFINED, icc))
    _directory(file, tags, big)


def _directory(file: IO[bytes], tags: list[tuple[int, int, list[int] | bytes]], big: bool) -> None:
    inline, word, header = (8, "Q", "<Q") if big else (4, "I", "<H")
    entries = []
    for number, kind, values in tags:
        code = _TYPE_FORMATS[kind]
        data = (
            values if isinstance(values, bytes) else struct.pack(f"<{len(values)}{code}", *values)
        )
        if len(data) > inline:
            position = file.tell()
            file.write(data + b"\0" * (len(data) % 2))
            data = struct.pack(f"<{word}", position)
        entries.append(
            struct.pack(f"<HH{word}", number, kind, len(values)) + data.ljust(inline, b"\0")
        )
    start = file.tell()
    file.write(struct.pack(header, len(entries)) + b"".join(entries) + struct.pack(f"<{word}", 0))
    file.seek(8 if big else 4)
    file.write(struct.pack(f"<{word}", start))
    file.seek(0, 2)


def _strips(pixels: Pixels) -> Iterator[tuple[Pixels, float]]:
    height = pixels.shape[0]
    rows = max(1, _STRIP_BYTES // max(1, pixels[:1].nbytes))
    for top in range(0, height, rows):
        strip = np.ascontiguousarray(pixels[top : top + rows])
        yield strip, min(1.0, (top + rows) / height)


def _big_endian(rows: Pixels) -> NDArray[np.uint8]:
    flat: NDArray[Any] = rows.reshape(rows.shape[0], -1)
    return np.ascontiguousarray(flat.astype(flat.dtype.newbyteorder(">"))).view(np.uint8)


def _chunk(file: IO[bytes], kind: bytes, data: bytes) -> None:
    file.write(struct.pack(">I", len(data)) + kind + data)
    file.write(struct.pack(">I", zlib.crc32(kind + data)))
