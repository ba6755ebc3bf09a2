"""Frames from a log that another program is still writing (MangoHud, PresentMon)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import isfinite, nan
from pathlib import Path

from pixelwatt.api import Problem
from pixelwatt_power.core.captures.clock import CLOCKS, UNITS
from pixelwatt_power.core.captures.frames import DESKTOP, LONGEST_FRAME_MS
from pixelwatt_power.core.captures.presentmon import FRAME_TIME, STREAM, is_generated
from pixelwatt_power.core.captures.table import find, parse_number, split_header
from pixelwatt_power.text import tr

MOST_AT_ONCE = 1 << 22
HEADER_LINES = 60


@dataclass(slots=True)
class LogFollower:
    """Call `poll` now and then: it gives the frame times (ms) written since.

    A PresentMon log's busiest process and swap chain is followed, the desktop's apart. A file
    that became shorter was begun again and is followed from its start.
    """

    path: Path
    _position: int = 0
    _rest: bytes = b""
    _column: int | None = None
    _key: tuple[int, ...] = ()
    _scale: float = 1.0
    _fps_column: int | None = None
    _type_column: int | None = None
    _clock_column: int | None = None
    _clock: float = nan
    _generated: int = 0
    _lines: int = 0
    _streams: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def poll(self) -> list[float]:
        """Frame times of the rows completed since the last call. Raises `Problem`."""
        try:
            with self.path.open("rb") as file:
                size = file.seek(0, 2)
                if size < self._position:
                    self._begin_again()
                file.seek(self._position)
                new = file.read(MOST_AT_ONCE)
        except OSError as error:
            raise Problem(
                tr("{file} can no longer be followed: {reason}.",
                   file=self.path.name, reason=error.strerror or error),
                tr("Choose the log again when the game writes it."),
            ) from error  # fmt: skip
        self._position += len(new)
        *lines, self._rest = (self._rest + new).split(b"\n")
        times = []
        for line in lines:
            value = self._read(line.decode("utf-8", "replace").lstrip("\ufeff"))
            if value is not None:
                times.append(value)
        return times

    def _begin_again(self) -> None:
        self._position, self._rest, self._lines = 0, b"", 0
        self._column = None
        self._streams.clear()

    def _read(self, line: str) -> float | None:
        self._lines += 1
        if self._column is None:
            self._look_for_header(line)
            return None
        cells = line.split(",")
        needed = (self._column, self._type_column or 0, self._clock_column or 0, *self._key)
        if len(cells) <= max(needed):
            return None
        if self._key and not self._is_followed(tuple(cells[place] for place in self._key)):
            return None
        value = parse_number(cells[self._column])
        if self._type_column is not None:
            return self._rendered(cells, value)
        if self._fps_column is not None:
            # MangoHud wrote microseconds until 2021: fps * frametime tells.
            rate = parse_number(cells[self._fps_column])
            self._scale = 1e-3 if rate * value > 31_623 else 1.0
        value *= self._scale
        return value if 0 < value <= LONGEST_FRAME_MS else None

    def _rendered(self, cells: list[str], value: float) -> float | None:
        """Time since the application's frame before: a generated one is no frame of its own.

        Its row may repeat its application frame's time or take a share of it, so the clock tells.
        """
        if self._type_column is None or is_generated(cells[self._type_column]):
            self._generated += 1
            return None
        now = parse_number(cells[self._clock_column]) if self._clock_column is not None else nan
        before, self._clock = self._clock, now
        made, self._generated = self._generated, 0
        if made and value > 0 and isfinite(before) and isfinite(now):
            spans = [(now - before) * unit * 1000.0 for unit in UNITS]
            value = next((span for span in spans if 0.5 <= span / value <= made + 2), value)
        return value if 0 < value <= LONGEST_FRAME_MS else None

    def _look_for_header(self, line: str) -> None:
        names = split_header(line, ",")
        if names[:2] == ["fps", "frametime"]:
            self._fps_column, self._column = 0, 1
        elif "application" in names:
            self._column = find(names, *FRAME_TIME)
            self._key = tuple(names.index(name) for name in STREAM if name in names)
            self._type_column = find(names, "frametype")
            self._clock_column = find(names, *CLOCKS)
        elif self._lines > HEADER_LINES:
            raise Problem(
                tr("{file} is no log of PresentMon or MangoHud.", file=self.path.name),
                tr("Choose the CSV that the tool is writing."),
            )

    def _is_followed(self, stream: tuple[str, ...]) -> bool:
        if stream[0].lower() in DESKTOP:
            return False
        self._streams[stream] += 1
        return self._streams.most_common(1)[0][0] == stream
