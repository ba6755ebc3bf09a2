"""MSI Afterburner's hardware monitoring log (.hml): one row for each polling period.

The first cell is the record: 0 banner, 1 GPU, 2 sensor names, 3 a sensor's unit and limits, 80
values. Each start of the logging appends a session with a banner and names of its own. A row holds
the frame rate of its interval and a single frame's time, so percentiles of frames cannot be had
from it unless Afterburner logged its own.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_power.core.captures.header import DELIMITERS
from pixelwatt_power.core.captures.power_columns import dropped_warnings, trace_of
from pixelwatt_power.core.captures.run import FloatArray, PowerTrace, Run
from pixelwatt_power.core.captures.table import parse_number
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pixelwatt_power.core.captures.source import Source

BANNER, GPU, NAMES, SENSOR, DATA = "0", "1", "2", "3", "80"
OWN_LOWS = {
    "framerate 1% low": "low_1_percent.afterburner_integral",
    "framerate 0.1% low": "low_0_1_percent.afterburner_integral",
}
POWER = {
    "gpu": ("power", "gpu power", "gpu1 power"),
    "cpu": ("cpu power", "cpu package power"),
}
LONGEST_INTERVAL_S = 60.0


@dataclass(slots=True)
class _Session:
    """What stands between two banners."""

    gpus: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    units: dict[int, str] = field(default_factory=dict)
    """Of each sensor by its place; some versions leave them out."""
    times: list[float] = field(default_factory=list)
    rows: list[list[float]] = field(default_factory=list)
    unreadable: int = 0


def sniff(source: Source) -> bool:
    delimiter = _delimiter(source)
    lines = [line for line in source.head_lines()[:8] if line.strip()]
    if not lines:
        return False
    # A copy may have lost the banner, but needs the record of names.
    return "Hardware monitoring log" in lines[0] or any(
        _record(line, delimiter)[0] == NAMES and "framerate" in line.lower() for line in lines
    )


def _delimiter(source: Source) -> str:
    first = next((line for line in source.head_lines() if line.strip()), "")
    return next((each for each in DELIMITERS if each in first[:3]), ",")


def _record(line: str, delimiter: str) -> tuple[str, list[str]]:
    """The kind of a line without its leading zero, and all its cells."""
    cells = [cell.strip() for cell in line.split(delimiter)]
    return cells[0].lstrip("0") or ("0" if cells[0] else ""), cells


def read(source: Source) -> list[Run]:
    sessions = [session for session in _sessions(source) if session.rows]
    if not sessions:
        raise Problem(
            tr("{file} holds no measurements of Afterburner.", file=source.name),
            tr("Turn on logging for Framerate and Power, then log again."),
        )
    return [
        _run(source, session, number if len(sessions) > 1 else None)
        for number, session in enumerate(sessions, start=1)
    ]


def _sessions(source: Source) -> list[_Session]:
    delimiter = _delimiter(source)
    found = [_Session()]
    for line in source.text().splitlines():
        record, cells = _record(line, delimiter)
        values, session = cells[2:], found[-1]
        if record == BANNER:
            found.append(_Session())
        elif record == GPU:
            session.gpus.append(", ".join(cell for cell in values if cell))
        elif record == NAMES:
            names = [name.lower() for name in values]
            if session.rows and names != session.names:
                # Sensors were chosen anew while logging: rows after this have other columns.
                found.append(_Session(gpus=session.gpus))
            found[-1].names = names
        elif record == SENSOR and len(values) > 1 and values[0].isdigit():
            session.units[int(values[0])] = values[1]
        elif record == DATA:
            stamp = _seconds(cells[1]) if len(cells) > 1 else None
            if stamp is None or not session.names or len(values) < len(session.names):
                session.unreadable += 1
                continue
            session.times.append(stamp)
            session.rows.append([parse_number(cell) for cell in values[: len(session.names)]])
    return found


def _seconds(stamp: str) -> float | None:
    for layout in ("%d-%m-%Y %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%Y-%m-%d %H:%M:%S"):
        try:
            moment = datetime.datetime.strptime(stamp, layout).replace(tzinfo=datetime.UTC)
        except ValueError:
            continue
        return moment.timestamp()
    return None


def _run(source: Source, session: _Session, number: int | None) -> Run:
    times, rows, names = np.array(session.times), np.array(session.rows), session.names
    rows[~np.isfinite(rows)] = np.nan
    seconds = _intervals(times)
    rate = _column(names, rows, "framerate")
    with np.errstate(invalid="ignore"):
        playing = (rate > 0) & (rate < 100_000) & np.isfinite(seconds)
    reported: dict[str, float] = {}
    warnings = [
        tr("A log of one row for each polling period: frames between the rows are not in it, so "
           "percentiles and lows are unknown.")
    ]  # fmt: skip
    if session.unreadable:
        warnings.append(
            tr("{count} rows are cut short and were left out.", count=session.unreadable)
        )
    if playing.any():
        time_played = float(seconds[playing].sum())
        reported["fps_average"] = float((rate * seconds)[playing].sum()) / time_played
        reported["fps_median"] = float(np.median(rate[playing]))
        reported["duration_s"] = time_played
        idle = int((~playing).sum())
        if idle:
            warnings.append(
                tr("{count} rows without a frame rate (menu, desktop) were left out.", count=idle)
            )
    for name, key in OWN_LOWS.items():
        own = _column(names, rows, name)
        known = own[np.isfinite(own) & (own > 0)]
        if known.size:
            reported[key] = float(known[-1])
    in_percent = [name for place, name in enumerate(names) if session.units.get(place) == "%"]
    if "power" in in_percent:
        warnings.append(tr("Power was logged in percent of the card's limit, not in watts."))
    traces = _power(names, rows, np.where(playing, seconds, np.nan) if playing.any() else seconds,
                    in_percent)  # fmt: skip
    span = float(times[-1] - times[0]) if len(times) > 1 else None
    info = {"GPU": "; ".join(session.gpus)} if session.gpus else {}
    return Run(
        file=str(source.path),
        format="MSI Afterburner",
        log_span_s=span if span and span > 0 else None,
        reported=reported,
        power=traces,
        info=info | ({"Run": str(number)} if number is not None else {}),
        warnings=(*warnings, *dropped_warnings(traces)),
    )


def _intervals(times: FloatArray) -> FloatArray:
    """The time each row stands for: since the row before, where that is believable.

    Stamps are whole seconds: rows of one second share the time since the second before.
    """
    starts = np.flatnonzero(np.diff(times, prepend=-np.inf))
    counts = np.diff(starts, append=len(times))
    steps = np.diff(times[starts])
    steps = np.where((steps > 0) & (steps <= LONGEST_INTERVAL_S), steps, np.nan)
    known = steps[np.isfinite(steps)]
    usual = np.median(known) if known.size else 1.0
    return np.repeat(np.concatenate(([usual], steps)) / counts, counts)


def _column(names: Sequence[str], rows: FloatArray, name: str) -> FloatArray:
    if name not in names:
        return np.full(len(rows), np.nan)
    return rows[:, names.index(name)]


def _power(
    names: Sequence[str], rows: FloatArray, seconds: FloatArray, in_percent: Sequence[str]
) -> tuple[PowerTrace, ...]:
    traces = []
    labels = {"gpu": tr("GPU, by its driver"), "cpu": tr("CPU package")}
    for scope, choices in POWER.items():
        for name in choices:
            if name in in_percent:
                continue
            trace = trace_of(scope, _column(names, rows, name), seconds, labels[scope])
            if trace is not None:
                traces.append(trace)
                break
    return tuple(traces)
