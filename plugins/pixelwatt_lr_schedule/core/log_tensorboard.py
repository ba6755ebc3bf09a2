"""TensorBoard event files, read without TensorBoard; a file still being written is fine.

Format: records of ``u64 length, u32 crc, payload, u32 crc`` (TFRecord); the payload is a
protobuf ``Event{1: wall time, 2: step, 5: Summary{1: Value{1: tag, 2: float, 8: tensor}}}``
(tensorflow/core/util/event.proto and framework/summary.proto).
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.log_types import Log, series
from pixelwatt_lr_schedule.text import tr

_LARGEST_RECORD = 64 << 20
_FLOAT, _DOUBLE, _INT32, _INT64 = 1, 2, 3, 9


def read(path: Path) -> Log:
    """All scalars of one event file, or of the event files of a folder."""
    files = sorted(path.glob("**/*tfevents*")) if path.is_dir() else [path]
    if not files:
        raise Problem(
            tr("The folder {name} has no event files.", name=path.name),
            tr("Choose the folder that holds events.out.tfevents files."),
        )
    steps: dict[str, list[int]] = defaultdict(list)
    values: dict[str, list[float]] = defaultdict(list)
    warnings = []
    for file in files:
        data = file.read_bytes()
        whole = 0
        for start, end in _records(data):
            whole = end + 4
            for tag, step, value in _scalars(data[start:end]):
                steps[tag].append(step)
                values[tag].append(value)
        if whole < len(data):
            warnings.append(
                tr("{name} ends in the middle of a record; the {count} bytes before are read.",
                   name=file.name, count=whole)
            )  # fmt: skip
    if not steps:
        raise Problem(
            tr("{name} holds no scalars.", name=path.name),
            tr("Is it a TensorBoard event file with logged numbers?"),
        )
    found = {tag: series(tag, steps[tag], values[tag]) for tag in steps}
    return Log("TensorBoard", found, warnings=tuple(warnings))


def _records(data: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while at + 12 <= len(data):
        (length,) = struct.unpack_from("<Q", data, at)
        start, end = at + 12, at + 12 + length
        if length > _LARGEST_RECORD or end + 4 > len(data):
            return
        yield start, end
        at = end + 4


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < 70:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7
    raise ValueError("varint")


def fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Field numbers and raw values of a protobuf message; stops where it is not one."""
    at = 0
    try:
        while at < len(data):
            key, at = _varint(data, at)
            kind = key & 7
            if kind == 0:
                value, at = _varint(data, at)
                yield key >> 3, value
                continue
            if kind == 2:
                size, at = _varint(data, at)
            elif kind in {1, 5}:
                size = 8 if kind == 1 else 4
            else:
                return
            if at + size > len(data):
                return
            yield key >> 3, data[at : at + size]
            at += size
    except ValueError:
        return


def _scalars(event: bytes) -> Iterator[tuple[str, int, float]]:
    step, summary = 0, b""
    for number, value in fields(event):
        if number == 2 and isinstance(value, int):
            step = value - (1 << 64) if value >> 63 else value
        elif number == 5 and isinstance(value, bytes):
            summary = value
    for number, value in fields(summary):
        if number == 1 and isinstance(value, bytes):
            tag, scalar = _value(value)
            if tag and scalar is not None:
                yield tag, step, scalar


def _value(message: bytes) -> tuple[str, float | None]:
    tag, scalar = "", None
    for number, value in fields(message):
        if not isinstance(value, bytes):
            continue
        if number == 1:
            tag = value.decode("utf-8", "replace")
        elif number == 2 and len(value) == 4:
            scalar = float(struct.unpack("<f", value)[0])
        elif number == 8:
            scalar = _tensor(value)
    return tag, scalar


def _tensor(message: bytes) -> float | None:
    kind, content, listed = 0, b"", b""
    for number, value in fields(message):
        if number == 1 and isinstance(value, int):
            kind = value
        elif number == 4 and isinstance(value, bytes):
            content = value
        elif number in {5, 6} and isinstance(value, bytes):
            listed = value
    data = content or listed
    formats = {_FLOAT: "<f", _DOUBLE: "<d", _INT32: "<i", _INT64: "<q"}
    code = formats.get(kind)
    if code is None or len(data) != struct.calcsize(code):
        return None
    return float(struct.unpack(code, data)[0])
