"""The few messages of PipeWire that agree on the format of a stream of pictures.

A pod is a value with its size and type before it, in the machine's byte order, filled up to eight
bytes. Numbers are those of PipeWire's headers: ``spa/utils/type.h``, ``spa/param/format.h``,
``spa/param/video/raw.h``, ``spa/param/buffers.h`` and ``spa/buffer/meta.h``.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

from .frames import Size

_ID, _INT, _RECTANGLE, _FRACTION, _OBJECT, _CHOICE = 3, 4, 10, 11, 15, 19
_OBJECT_FORMAT, _OBJECT_BUFFERS, _OBJECT_META = 0x40003, 0x40004, 0x40005
_CHOICE_RANGE, _CHOICE_ENUM, _CHOICE_FLAGS = 1, 3, 4

PARAM_ENUM_FORMAT, PARAM_FORMAT, PARAM_BUFFERS, PARAM_META = 3, 4, 5, 6

_MEDIA_TYPE, _MEDIA_SUBTYPE, _VIDEO_FORMAT, _VIDEO_SIZE, _VIDEO_RATE = (
    1,
    2,
    0x20001,
    0x20003,
    0x20004,
)
_VIDEO, _RAW = 2, 1

_BUFFERS_COUNT, _BUFFERS_DATA_TYPE = 1, 6
DATA_MEMORY, DATA_FILE = 1, 2
"""Memory of this process, and memory shared through a file descriptor; what lies on a graphics
card alone (3) is never asked for, because it could not be read here."""

META_CROP, META_TRANSFORM = 2, 8
_META_TYPE, _META_SIZE = 1, 2
_META_SIZES = {META_CROP: 16, META_TRANSFORM: 4}

_LARGEST = 1 << 14


class VideoFormat(IntEnum):
    """The order of bytes in a pixel; x is a byte without meaning, A is straight alpha."""

    RGBX = 7
    BGRX = 8
    RGBA = 11
    BGRA = 12
    RGB = 15
    BGR = 16

    @property
    def bytes_per_pixel(self) -> int:
        return 3 if self in (VideoFormat.RGB, VideoFormat.BGR) else 4


@dataclass(frozen=True, slots=True)
class StreamFormat:
    """What both ends agreed on."""

    pixels: VideoFormat
    size: Size


class NotAFormat(ValueError):
    """A pod that is damaged, or describes something else than pictures we asked for."""


def format_offer() -> bytes:
    """What we can read: the pod that opens the agreement."""
    formats = (VideoFormat.BGRX, *VideoFormat)
    return _object(
        _OBJECT_FORMAT,
        PARAM_ENUM_FORMAT,
        (
            (_MEDIA_TYPE, _value(_ID, struct.pack("=I", _VIDEO))),
            (_MEDIA_SUBTYPE, _value(_ID, struct.pack("=I", _RAW))),
            (_VIDEO_FORMAT, _choice(_CHOICE_ENUM, _ID, *(struct.pack("=I", f) for f in formats))),
            (_VIDEO_SIZE, _choice(_CHOICE_RANGE, _RECTANGLE, *_pairs((1920, 1080), (1, 1),
                                                                    (_LARGEST, _LARGEST)))),
            # 0/1 is a rate that varies: a picture comes when something has changed.
            (_VIDEO_RATE, _choice(_CHOICE_RANGE, _FRACTION, *_pairs((60, 1), (0, 1), (1000, 1)))),
        ),
    )  # fmt: skip


def buffers_wanted() -> bytes:
    """Two buffers and more, in memory that can be read."""
    kinds = struct.pack("=i", (1 << DATA_MEMORY) | (1 << DATA_FILE))
    counts = (struct.pack("=i", count) for count in (4, 2, 16))
    return _object(
        _OBJECT_BUFFERS,
        PARAM_BUFFERS,
        (
            (_BUFFERS_COUNT, _choice(_CHOICE_RANGE, _INT, *counts)),
            (_BUFFERS_DATA_TYPE, _choice(_CHOICE_FLAGS, _INT, kinds)),
        ),
    )


def meta_wanted(kind: int) -> bytes:
    """With each picture, its crop or how it is turned."""
    return _object(
        _OBJECT_META,
        PARAM_META,
        (
            (_META_TYPE, _value(_ID, struct.pack("=I", kind))),
            (_META_SIZE, _value(_INT, struct.pack("=i", _META_SIZES[kind]))),
        ),
    )


def parse_format(pod: bytes) -> StreamFormat:
    """Read the pod of an agreement. Raises `NotAFormat`."""
    try:
        properties = _properties(pod)
        kind = struct.unpack("=II", properties[_MEDIA_TYPE] + properties[_MEDIA_SUBTYPE])
        if kind != (_VIDEO, _RAW):
            raise NotAFormat(f"media type {kind}")
        (number,) = struct.unpack("=I", properties[_VIDEO_FORMAT])
        size = Size(*struct.unpack("=II", properties[_VIDEO_SIZE]))
        if not 0 < size.width <= _LARGEST or not 0 < size.height <= _LARGEST:
            raise NotAFormat(f"a size of {size}")
        return StreamFormat(VideoFormat(number), size)
    except (KeyError, struct.error, ValueError) as error:
        raise NotAFormat(str(error)) from error


def pod_size(head: bytes) -> int:
    """The whole length of a pod in bytes, from its first eight."""
    (body,) = struct.unpack_from("=I", head)
    return 8 + int(body)


def _properties(pod: bytes) -> dict[int, bytes]:
    """The values of an object by their keys; of a choice, the value it was fixed to."""
    size, kind, object_type = struct.unpack_from("=III", pod)
    if kind != _OBJECT or object_type != _OBJECT_FORMAT or len(pod) < 8 + size:
        raise NotAFormat(f"type {kind}, object {object_type:#x}")
    found, at, end = {}, 16, 8 + size
    while at + 16 <= end:
        key, _flags, length, value_type = struct.unpack_from("=IIII", pod, at)
        value = pod[at + 16 : at + 16 + length]
        if value_type == _CHOICE:
            (child_size,) = struct.unpack_from("=I", value, 8)
            value = value[16 : 16 + child_size]
        found[key] = value
        at += 16 + _filled(length)
    return found


def _object(kind: int, name: int, properties: tuple[tuple[int, bytes], ...]) -> bytes:
    body = struct.pack("=II", kind, name)
    for key, value in properties:
        body += struct.pack("=II", key, 0) + value
    return _value(_OBJECT, body)


def _choice(kind: int, child: int, *values: bytes) -> bytes:
    head = struct.pack("=IIII", kind, 0, len(values[0]), child)
    return _value(_CHOICE, head + b"".join(values))


def _value(kind: int, body: bytes) -> bytes:
    return struct.pack("=II", len(body), kind) + body.ljust(_filled(len(body)), b"\0")


def _filled(length: int) -> int:
    return (length + 7) // 8 * 8


def _pairs(*pairs: tuple[int, int]) -> tuple[bytes, ...]:
    return tuple(struct.pack("=II", *pair) for pair in pairs)
