"""Reads PNG and TIFF strip by strip, so that a picture never lies in memory whole.

The libraries that decode pictures decode them whole. But a few rows of a PNG, behind the row above
them, are the data of a smaller PNG; and some strips or one row of tiles of a TIFF are those of a
smaller TIFF. These the libraries get, one after the other, and so every strip has exactly the
pixels of the whole. PNG as in RFC 2083 (third edition), TIFF 6.0 and BigTIFF.
"""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import cv2
import numpy as np
from PIL import Image

from pixelwatt_upscaler.text import tr

from . import xmp
from .exif import ORIENTATION, kept
from .frames import Size
from .strips import Strips, big_endian
from .tiff_directory import LONG, SHORT, UNDEFINED, Tag, write_directory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .frames import Pixels

_STRIP_BYTES = 8 * 2**20
_READ_BYTES = 2**20
_LARGEST_PART = 256 * 2**20
"""Rows of a TIFF that can only be decoded together and are larger than this are not taken."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = {0: 1, 2: 3, 6: 4}


@dataclass(frozen=True, slots=True, eq=False)
class StoredStrips:
    """A picture that can be read strip by strip, as it is stored."""

    picture: Strips
    icc: bytes | None
    exif: bytes | None
    """What of it is kept."""
    orientation: int
    """EXIF's, 1 to 8; the strips are as they are stored."""
    xmp: bytes | None = None
    """What of it is kept."""


def open_png(path: Path) -> StoredStrips | None:
    """None if it can only be decoded whole: a palette, few bits, interlaced, a colour as mask.

    Raises `OSError` and `ValueError`; so do its strips while they are read.
    """
    icc, exif, packet = None, Image.Exif(), None
    with path.open("rb") as file:
        if file.read(8) != _SIGNATURE:
            return None
        kind, data = _next_chunk(file)
        if kind != b"IHDR" or len(data) != 13:
            raise ValueError("it has no header")
        width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", data)
        if colour not in _COLOURS or bits not in (8, 16) or interlaced or not width or not height:
            return None
        while kind != b"IEND":
            kind, data = _next_chunk(file, leave=b"IDAT")
            if kind in (b"tRNS", b"acTL") or data.startswith(b"Raw profile type"):
                return None
            if kind == b"iCCP":
                with suppress(zlib.error):
                    icc = zlib.decompress(data.partition(b"\0")[2][1:])
            elif kind == b"eXIf":
                with suppress(SyntaxError):
                    exif.load(b"Exif\0\0" + data)
            elif kind == b"iTXt":
                packet = xmp.of_png_text(data) or packet
    size, channels = Size(width, height), _COLOURS[colour]
    dtype = np.dtype(np.uint8 if bits == 8 else np.uint16)
    strips = _png_strips(path, size, channels, dtype, colour)
    orientation = int(exif.get(ORIENTATION, 1))
    picture = Strips(size, channels, dtype, strips)
    return StoredStrips(picture, icc, kept(exif), orientation, xmp.kept(packet))


def _next_chunk(file: IO[bytes], leave: bytes = b"") -> tuple[bytes, bytes]:
    """Type and data of the next chunk; the data of type ``leave`` is passed over."""
    head = file.read(8)
    if len(head) < 8:
        raise ValueError("it ends too early")
    length, kind = struct.unpack(">I4s", head)
    if kind == leave:
        file.seek(length + 4, 1)
        return kind, b""
    data = file.read(length)
    if len(data) < length or file.read(4) != struct.pack(">I", zlib.crc32(kind + data)):
        # Damage may be in the name too: nothing that a terminal or a label cannot show.
        name = kind.decode("ascii") if kind.isalpha() else f"0x{kind.hex()}"
        raise ValueError(f"its chunk {name} is damaged")
    return kind, data


def _packed_pixels(file: IO[bytes]) -> Iterator[bytes]:
    """The data of all IDAT chunks."""
    file.seek(8)
    while head := file.read(8):
        length, kind = struct.unpack(">I4s", head)
        if kind == b"IEND":
            return
        if kind != b"IDAT":
            file.seek(length + 4, 1)
            continue
        for start in range(0, length, _READ_BYTES):
            yield file.read(min(_READ_BYTES, length - start))
        file.seek(4, 1)


def _png_strips(
    path: Path, size: Size, channels: int, dtype: np.dtype[Any], colour: int
) -> Iterator[Pixels]:
    row_bytes = size.width * channels * dtype.itemsize
    rows = max(1, _STRIP_BYTES // row_bytes)
    above = np.zeros((1, row_bytes), np.uint8)
    with path.open("rb") as file:
        inflater = _Inflater(_packed_pixels(file))
        for top in range(0, size.height, rows):
            count = min(rows, size.height - top)
            filtered = inflater.take(count * (row_bytes + 1))
            # The row above is the first one, without a filter; then theirs find it there.
            data = b"\0" + above.tobytes() + filtered
            small = _small_png(size.width, count + 1, dtype.itemsize * 8, colour, data)
            decoded = in_order(cv2.imdecode(small, cv2.IMREAD_UNCHANGED))
            if decoded.shape != (count + 1, size.width, channels):
                raise ValueError(f"rows from {top} on are damaged")
            above = big_endian(decoded[-1:])
            yield decoded[1:]


class _Inflater:
    """Gives as many bytes as wanted of what was packed in pieces."""

    def __init__(self, packed: Iterator[bytes]) -> None:
        self._packed = packed
        self._inflater = zlib.decompressobj()

    def take(self, count: int) -> bytes:
        """Raises `ValueError` if there are fewer or they are damaged."""
        parts, have = [], 0
        while have < count:
            waiting = self._inflater.unconsumed_tail or next(self._packed, b"")
            if not waiting:
                raise ValueError("its data ends too early")
            try:
                part = self._inflater.decompress(waiting, count - have)
            except zlib.error as error:
                raise ValueError(str(error)) from error
            parts.append(part)
            have += len(part)
        return b"".join(parts)


def _small_png(width: int, height: int, bits: int, colour: int, data: bytes) -> Any:
    parts = [_SIGNATURE]
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(data, 0)), (b"IEND", b"")):
        checksum = zlib.crc32(content, zlib.crc32(kind))
        parts += [struct.pack(">I", len(content)), kind, content, struct.pack(">I", checksum)]
    return np.frombuffer(b"".join(parts), np.uint8)


def in_order(decoded: Any) -> Pixels:
    """What OpenCV decoded as rows x width x channels in the order R, G, B, A.

    Raises `ValueError` for what it could not decode.
    """
    if decoded is None:
        raise ValueError(tr("the data ends too early or has an unknown layout"))
    pixels: Pixels = decoded
    if pixels.ndim == 2:
        return pixels[:, :, None]
    code = cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB
    swapped: Pixels = cv2.cvtColor(pixels, code)
    return swapped


_KEPT_TAGS = (256, 258, 259, 262, 266, 277, 284, 317, 322, 323, 338, 339, 347, 530, 531)
"""What says how the data of a strip or tile is to be read."""
_ROWS, _ROWS_PER_STRIP = 257, 278
_LARGEST_SHORT = 2**16 - 1
_STRIPS, _TILES = (273, 279), (324, 325)
_NO_COMPRESSION, _OLD_JPEG = 1, 6
_MODES = {"L": 1, "RGB": 3, "RGBA": 4}


def open_tiff(path: Path) -> StoredStrips | None:
    """None if it can only be decoded whole: other colours than grey, RGB and RGBA, planes apart,
    bits other than 8 and 16, or strips too large to be parts of anything.

    Raises `OSError` and `ValueError`; so do its strips while they are read.
    """
    with Image.open(path) as image:
        tags = getattr(image, "tag_v2", None)
        if tags is None:
            return None
        bits, layout = set(tags.get(258, (1,))), _layout(tags, image.size)
        channels = tags.get(277, 1) if bits == {16} else _MODES.get(image.mode, 0)
        plain = (
            tags.get(284, 1) == 1
            and set(tags.get(339, (1,))) == {1}
            and tags.get(262) in ((0, 1, 2, 6) if bits == {8} else (1, 2))
            and channels in (1, 3, 4)
            and tags.get(277, 1) == channels
        )
        if layout is None or not plain or bits not in ({8}, {16}):
            return None
        icc = tags.get(34675)
        exif = image.getexif()
        size, dtype = Size(*image.size), np.dtype(np.uint8 if bits == {8} else np.uint16)
        strips = _tiff_strips(path, tags, layout, size, channels, dtype)
        orientation = int(exif.get(ORIENTATION, 1))
        picture = Strips(size, channels, dtype, strips)
        packet = xmp.kept(xmp.stored_in(image))
        return StoredStrips(picture, icc or None, kept(exif), orientation, packet)


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows that can be decoded by themselves: a strip, or one row of tiles."""

    rows: int
    blocks: tuple[tuple[int, int], ...]
    """Where they lie in the file, and how many bytes they have."""


@dataclass(frozen=True, slots=True)
class _Layout:
    tiled: bool
    rows_of_block: int
    parts: tuple[_Part, ...]


def _layout(tags: Any, size: tuple[int, int]) -> _Layout | None:
    width, height = size
    compression = tags.get(259, _NO_COMPRESSION)
    tiled = _TILES[0] in tags
    offsets, counts = (tags.get(tag) for tag in (_TILES if tiled else _STRIPS))
    if compression == _OLD_JPEG or not offsets or not counts or len(offsets) != len(counts):
        return None
    row_bytes = width * sum(tags.get(258, (1,))) // 8
    if tiled:
        across, rows = -(-width // tags[322]), tags[323]
    else:
        across, rows = 1, min(tags.get(_ROWS_PER_STRIP, height), height)
        if compression == _NO_COMPRESSION and tags.get(317, 1) == 1 and len(offsets) == 1:
            # Plain rows can be cut anywhere.
            rows = max(1, min(height, _STRIP_BYTES // max(1, row_bytes)))
            offsets = [offsets[0] + top * row_bytes for top in range(0, height, rows)]
            counts = [min(rows, height - top) * row_bytes for top in range(0, height, rows)]
    if rows < 1 or across * -(-height // rows) != len(offsets) or rows * row_bytes > _LARGEST_PART:
        return None
    blocks = list(zip(offsets, counts, strict=True))
    together = 1 if tiled else max(1, _STRIP_BYTES // (rows * row_bytes))
    parts = []
    for first in range(0, -(-height // rows), together):
        top, end = first * rows, min((first + together) * rows, height)
        parts.append(_Part(end - top, tuple(blocks[first * across : (first + together) * across])))
    return _Layout(tiled, rows, tuple(parts))


def _tiff_strips(
    path: Path, tags: Any, layout: _Layout, size: Size, channels: int, dtype: np.dtype[Any]
) -> Iterator[Pixels]:
    with path.open("rb") as file:
        for part in layout.parts:
            data = []
            for offset, count in part.blocks:
                file.seek(offset)
                data.append(file.read(count))
                if len(data[-1]) < count:
                    raise ValueError("its data ends too early")
            small = _small_tiff(tags, layout, part.rows, data)
            if dtype == np.uint8:
                with Image.open(io.BytesIO(small)) as image:
                    pixels = np.asarray(image).reshape(part.rows, size.width, -1)
            else:
                pixels = in_order(
                    cv2.imdecode(np.frombuffer(small, np.uint8), cv2.IMREAD_UNCHANGED)
                )
            if pixels.shape != (part.rows, size.width, channels):
                raise ValueError("a strip has another size than it says")
            yield pixels


def _small_tiff(tags: Any, layout: _Layout, rows: int, blocks: list[bytes]) -> bytes:
    """A TIFF of these rows alone, in the byte order of the whole."""
    file = io.BytesIO()
    order, mark = (">", b"MM\0*") if bytes(tags.prefix) == b"MM" else ("<", b"II*\0")
    file.write(mark + bytes(4))
    places = []
    for block in blocks:
        places.append(file.tell())
        file.write(block + b"\0" * (len(block) % 2))
    directory: dict[int, Tag] = {}
    for number in _KEPT_TAGS:
        value = tags.get(number)
        if isinstance(value, bytes):
            directory[number] = (number, UNDEFINED, value)
        elif value is not None:
            values = value if isinstance(value, tuple) else (value,)
            directory[number] = (number, LONG if max(values) > _LARGEST_SHORT else SHORT, values)
    offsets, counts = _TILES if layout.tiled else _STRIPS
    directory[_ROWS] = (_ROWS, LONG, (rows,))
    directory[offsets] = (offsets, LONG, places)
    directory[counts] = (counts, LONG, [len(block) for block in blocks])
    if not layout.tiled:
        directory[_ROWS_PER_STRIP] = (_ROWS_PER_STRIP, LONG, (layout.rows_of_block,))
    write_directory(file, sorted(directory.values()), order=order)
    return file.getvalue()
