"""Where a capture's column names stand, and what separates its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pixelwatt_power.core.captures.table import find, split_header

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pixelwatt_power.core.captures.source import Source

DELIMITERS = (",", ";", "\t")
"""Tools write commas; a table saved again by a spreadsheet may hold either of the others."""
LINES_SEARCHED = 60


@dataclass(frozen=True, slots=True)
class Header:
    """The line of column names: its number, its delimiter, and the names in lower case."""

    line: int
    delimiter: str
    names: list[str]

    def place(self, *names: str) -> int | None:
        return find(self.names, *names)


def find_header(source: Source, fits: Callable[[Sequence[str]], bool]) -> Header | None:
    """The first line near the start of the file whose column names ``fits`` accepts."""
    for number, line in enumerate(source.head_lines()[:LINES_SEARCHED]):
        for delimiter in DELIMITERS:
            names = split_header(line, delimiter)
            if fits(names):
                return Header(number, delimiter, names)
    return None
