"""EXIF of pictures (TIFF 6.0, EXIF 2.32): what of it is kept, and how TIFF holds it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import IO

from PIL import Image, TiffImagePlugin

ORIENTATION = 0x0112
_EXIF, _GPS, _INTEROPERABILITY = 0x8769, 0x8825, 0xA005
_WORDS = (270, 271, 272, 305, 306, 315, 33432)
"""Description, make, model, software, date, artist and copyright, which TIFF itself has."""
_ABOUT_THE_PICTURE = frozenset((*_WORDS, 282, 283, 296, 316, _EXIF, _GPS))
"""The same, resolution, computer and directories: all that a larger picture's EXIF may repeat."""


def kept(stored: Image.Exif) -> bytes | None:
    """What stays true of a picture that is upright and larger; None if that is nothing.

    In a TIFF, EXIF stands among the tags that say how the pixels are stored.
    """
    for tag in set(stored) - _ABOUT_THE_PICTURE:
        del stored[tag]
    try:
        return stored.tobytes() if len(stored) else None
    except (ValueError, TypeError, struct.error):
        return None  # values of types that their tags must not have


@dataclass(frozen=True, slots=True)
class TiffEntries:
    """``words`` are texts by tag, ended by a zero; ``directories`` positions in the file by tag."""

    words: dict[int, bytes]
    directories: dict[int, int]


def write_into_tiff(file: IO[bytes], exif: bytes) -> TiffEntries:
    """Write the directories at the end of a little-endian TIFF; its own must point at them.

    Raises `ValueError` if it is damaged.
    """
    try:
        stored = Image.Exif()
        stored.load(exif)
        words = {tag: str(stored[tag]).encode() + b"\0" for tag in _WORDS if stored.get(tag)}
        directories = {}
        for tag in (_EXIF, _GPS):
            entries = stored.get_ifd(tag)
            entries.pop(_INTEROPERABILITY, None)  # an offset into the old file
            if not entries:
                continue
            directory = TiffImagePlugin.ImageFileDirectory_v2(prefix=b"II")
            for name, value in entries.items():
                directory[name] = value
            file.write(b"\0" * (file.tell() % 2))
            directories[tag] = file.tell()
            file.write(directory.tobytes(file.tell()))
    except (SyntaxError, TypeError, KeyError, struct.error) as error:
        raise ValueError(str(error)) from error
    return TiffEntries(words, directories)
