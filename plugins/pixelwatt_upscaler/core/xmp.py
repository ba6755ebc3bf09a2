"""XMP of pictures (ISO 16684-1): what editors write beside EXIF, such as ratings and credits."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

PNG_KEYWORD = b"XML:com.adobe.xmp"
TIFF_TAG = 700
MOST_BYTES_IN_JPEG = 65502
"""What one segment of a JPEG holds."""
_OF_THE_PIXELS = rb"(?:tiff:(?:Orientation|ImageWidth|ImageLength)|exif:Pixel[XY]Dimension)"
_ATTRIBUTE = re.compile(rb"\s+" + _OF_THE_PIXELS + rb"\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')")
_ELEMENT = re.compile(rb"<(" + _OF_THE_PIXELS + rb")(?:\s[^>]*)?>[^<]*</\1\s*>")


def stored_in(image: Image.Image) -> bytes | None:
    """The packet of an opened picture, wherever its format keeps it."""
    tags = getattr(image, "tag_v2", None)
    found = image.info.get("xmp") or image.info.get(PNG_KEYWORD.decode())
    if not found and tags is not None:
        found = tags.get(TIFF_TAG)
    if isinstance(found, str):
        return found.encode()
    return bytes(found) if isinstance(found, bytes) else None


def of_png_text(chunk: bytes) -> bytes | None:
    """The packet of an ``iTXt`` chunk, if that is what it holds."""
    keyword, _, rest = chunk.partition(b"\0")
    if keyword != PNG_KEYWORD or len(rest) < 2:
        return None
    text = rest[2:].split(b"\0", 2)[-1]
    try:
        return zlib.decompress(text) if rest[0] else text
    except zlib.error:
        return None


def png_text(packet: bytes) -> bytes:
    """The data of an ``iTXt`` chunk that holds a packet, without compression or language."""
    return PNG_KEYWORD + b"\0\0\0\0\0" + packet


def kept(packet: bytes | None) -> bytes | None:
    """What stays true of a picture that is upright and larger; None for what is no XMP."""
    if packet is None or b"rdf:RDF" not in packet:
        return None
    try:
        packet.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _ELEMENT.sub(b"", _ATTRIBUTE.sub(b"", packet)).rstrip(b"\0")
