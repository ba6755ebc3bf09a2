"""Small logs written by the tests themselves, in the formats of the libraries."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from pathlib import Path


def _varint(value: int) -> bytes:
    out = bytearray()
    while True:
        out.append((value & 0x7F) | (0x80 if value > 0x7F else 0))
        value >>= 7
        if not value:
            return bytes(out)


def _field(number: int, payload: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(payload)) + payload


def tensorboard(tag: str, steps: Sequence[int], values: Sequence[float], *, tensor: bool) -> bytes:
    """An event file with one scalar per record, in the old (float) or new (tensor) style."""
    out = b""
    for step, value in zip(steps, values, strict=True):
        if tensor:
            body = _varint(1 << 3) + _varint(1) + _field(4, struct.pack("<f", value))
            scalar = _field(8, body)
        else:
            scalar = _varint(2 << 3 | 5) + struct.pack("<f", value)
        summary = _field(1, _field(1, tag.encode()) + scalar)
        event = _varint(1 << 3 | 1) + struct.pack("<d", 1.0) + _varint(2 << 3) + _varint(step)
        event += _field(5, summary)
        out += struct.pack("<Q", len(event)) + b"\0" * 4 + event + b"\0" * 4
    return out


def trainer_state(path: Path, steps: Sequence[int], lrs: Sequence[float], total: int) -> Path:
    history = [
        {"step": s, "epoch": s / 10, "learning_rate": lr, "loss": 2.0 - s / 100}
        for s, lr in zip(steps, lrs, strict=True)
    ]
    history.append({"step": steps[-1], "eval_loss": 1.5})
    path.write_text(json.dumps({"log_history": history, "max_steps": total}), encoding="utf-8")
    return path
