"""The parts that a long export leaves behind while it runs, so that it can go on after a crash."""

from __future__ import annotations

import json
import shutil
import struct
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import av

from pixelwatt.api import replacing, write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from fractions import Fraction
    from pathlib import Path

    from av import Packet

_HEAD = struct.Struct("<qq?I")

FRAMES_PER_PART = 240
"""What a crash can cost: ten seconds of film."""


class Parts:
    """A folder beside ``target``; what lies in it counts only for the same source and recipe."""

    def __init__(self, source: Path, target: Path, recipe: str) -> None:
        status = source.stat() if source.exists() else None
        self._folder = target.parent / f".{target.name}.parts"
        self._job = {
            "source": str(source.absolute()),
            "bytes": status.st_size if status else 0,
            "changed_ns": status.st_mtime_ns if status else 0,
            "frames_per_part": FRAMES_PER_PART,
            "recipe": recipe,
        }

    def resume(self) -> int:
        """How many whole parts there are of this very job; those of another are thrown away."""
        stored = None
        with suppress(OSError, ValueError):
            stored = json.loads((self._folder / "job.json").read_text("utf-8"))
        if stored != self._job:
            self.remove()
            self._folder.mkdir()
            write_atomic(self._folder / "job.json", json.dumps(self._job))
        return self.count()

    def count(self) -> int:
        number = 0
        while self.path(number).exists():
            number += 1
        return number

    def path(self, number: int) -> Path:
        return self._folder / f"{number:05}.packets"

    @contextmanager
    def writing(self, number: int) -> Iterator[Callable[[Iterable[Packet[Any]]], None]]:
        """A function that keeps packets in part ``number``, which appears whole or not at all.

        No container is used, because each rounds or shifts timestamps in its own way.
        """
        with replacing(self.path(number)) as temporary, temporary.open("wb") as file:

            def keep(packets: Iterable[Packet[Any]]) -> None:
                for packet in packets:
                    data = bytes(packet)
                    if data and packet.pts is not None and packet.dts is not None:
                        head = (packet.pts, packet.dts, packet.is_keyframe, len(data))
                        file.write(_HEAD.pack(*head) + data)

            yield keep

    def packets(self, time_base: Fraction) -> Iterator[Packet[Any]]:
        """All packets of all parts in order; decoding times always rise."""
        last: int | None = None
        for number in range(self.count()):
            with self.path(number).open("rb") as file:
                while head := file.read(_HEAD.size):
                    pts, dts, key, size = _HEAD.unpack(head)
                    packet: Packet[Any] = av.Packet(file.read(size))
                    # An encoder that starts anew may begin before the last one ended.
                    last = dts if last is None else max(dts, last + 1)
                    packet.pts, packet.dts, packet.time_base = pts, last, time_base
                    packet.is_keyframe = key
                    yield packet

    def drop(self, number: int) -> None:
        """Throw away a part that turned out to hold nothing."""
        self.path(number).unlink(missing_ok=True)

    def remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
