"""Summaries: what a tool printed of a run, without the run's frames.

Columns after MangoHud ``src/logging.cpp``, PresentMon ``RawFrameDataWriter.cpp`` (the
``-stats.csv`` beside a ``pmcap`` log) and OCAT's ``perf_summary.csv``. FrameView's, which has
watts as well, is read in `frameview`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_power.core.captures.header import find_header
from pixelwatt_power.core.captures.run import Run
from pixelwatt_power.core.captures.table import parse_number, quoted_rows
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pixelwatt_power.core.captures.header import Header
    from pixelwatt_power.core.captures.source import Source


@dataclass(frozen=True, slots=True)
class Summary:
    """One tool's summary. ``figures`` maps its columns to keys of the command line's contract."""

    tool: str
    mark: str
    """A column that no other file has."""
    figures: Mapping[str, str]
    application: str = ""


KINDS = (
    Summary("MangoHud", "0.1% min fps",
            {"average fps": "fps_average", "1% min fps": "p1_fps.mangohud"}),
    Summary(
        "PresentMon", "1st percentile fps",
        {"average fps": "fps_average", "1st percentile fps": "p1_fps.presentmon",
         "duration": "duration_s"},
    ),
    Summary("OCAT", "average fps (application)", {"average fps (application)": "fps_average"},
            "application name"),
)  # fmt: skip


def _found(source: Source) -> tuple[Summary, Header] | None:
    for kind in KINDS:
        header = find_header(source, partial(_has, kind.mark))
        if header is not None:
            return kind, header
    return None


def _has(mark: str, names: Sequence[str]) -> bool:
    return mark in names


def sniff(source: Source) -> bool:
    return _found(source) is not None


def table_rows(source: Source, header: Header) -> list[dict[str, str]]:
    """The rows below the header by lower-case column names; short rows lack the last ones."""
    table = quoted_rows(source.text(), header.delimiter)
    cells = [[cell.strip().strip('"') for cell in row] for row in table]
    start = next(
        (place for place, row in enumerate(cells) if [c.lower() for c in row] == header.names),
        header.line,
    )
    return [dict(zip(header.names, row, strict=False)) for row in cells[start + 1 :] if any(row)]


def positive(row: Mapping[str, str], column: str) -> float | None:
    """A cell's number where it is above 0; a tool prints 0 and ``NA`` for what it cannot read."""
    value = parse_number(row.get(column, ""))
    return value if np.isfinite(value) and value > 0 else None


def read(source: Source) -> list[Run]:
    found = _found(source)
    if found is None:
        raise Problem(tr("{file} is no summary of a known tool.", file=source.name))
    kind, header = found
    runs = [_run(source, kind, row) for row in table_rows(source, header)]
    runs = [run for run in runs if run.reported]
    if not runs:
        raise Problem(
            tr("{file} is a summary of {tool} without values.", file=source.name, tool=kind.tool),
            tr("Open the log that it was made from."),
        )
    return runs


def _run(source: Source, kind: Summary, row: Mapping[str, str]) -> Run:
    reported = {
        key: value
        for column, key in kind.figures.items()
        if (value := positive(row, column)) is not None
    }
    return Run(
        file=str(source.path),
        format=f"{kind.tool} summary",
        application=row.get(kind.application) or None,
        reported=reported,
        warnings=(
            tr("A summary: only the figures that {tool} printed are known.", tool=kind.tool),
        ),
    )
