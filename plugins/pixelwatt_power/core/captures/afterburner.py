"""MSI Afterburner's hardware monitoring log (.hml), one row a second.

The first column is the record: 0 banner, 1 GPU, 2 sensor names, 3 limits, 80 values. A row
holds the frame rate of its interval and a single frame's time, so percentiles of frames
cannot be had from it unless Afterburner logged its own.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_power.core.captures.power_columns import trace_of
from pixelwatt_power.core.captures.run import FloatArray, PowerTrace, Run
from pixelwatt_power.core.captures.table import parse_number
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.source import Source

DATA = "80"
OWN_LOWS = {
    "framerate 1% low": "low_1_percent.afterburner_integral",
    "framerate 0.1% low": "low_0_1_percent.afterburner_integral",
}
LONGEST_INTERVAL_S = 60.0


def sniff(source: Source) -> bool:
    return "Hardware monitoring log" in source.head_lines()[0]


def read(source: Source) -> list[Run]:
    names: list[str] = []
    gpu = ""
    times: list[float] = []
    rows: list[list[float]] = []
    unreadable = 0
    for line in source.text().splitlines():
        cells = [cell.strip() for cell in line.split(",")]
        record, values = cells[0].lstrip("0") or "0", cells[2:]
        if record == "1":
            gpu = ", ".join(cell for cell in values if cell)
        elif record == "2":
            names = [name.lower() for name in values]
        elif record == DATA:
            stamp = _seconds(cells[1]) if len(cells) > 1 else None
            if stamp is None or len(values) < len(names):
                unreadable += 1
                continue
            times.append(stamp)
            rows.append([parse_number(cell) for cell in values[: len(names)]])
    if not names or not rows:
        raise Problem(
            tr("{file} holds no measurements of Afterburner.", file=source.name),
            tr("Turn on logging for Framerate and Power, then log again."),
        )
    return [_run(source, names, gpu, np.array(times), np.array(rows), unreadable)]


def _seconds(stamp: str) -> float | None:
    for layout in ("%d-%m-%Y %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%Y-%m-%d %H:%M:%S"):
        try:
            moment = datetime.datetime.strptime(stamp, layout).replace(tzinfo=datetime.UTC)
        except ValueError:
            continue
        return moment.timestamp()
    return None


def _run(
    source: Source, names: list[str], gpu: str, times: FloatArray, rows: FloatArray, unreadable: int
) -> Run:
    rows[~np.isfinite(rows)] = np.nan
    seconds = _intervals(times)
    rate = _column(names, rows, "framerate")
    with np.errstate(invalid="ignore"):
        playing = (rate > 0) & (rate < 100_000) & np.isfinite(seconds)
    reported: dict[str, float] = {}
    warnings = [
        tr("A log of one row a second: frames between the rows are not in it, so percentiles "
           "and lows are unknown.")
    ]  # fmt: skip
    if unreadable:
        warnings.append(tr("{count} rows are cut short and were left out.", count=unreadable))
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
    span = float(times[-1] - times[0]) if len(times) > 1 else None
    return Run(
        file=str(source.path),
        format="MSI Afterburner",
        log_span_s=span if span and span > 0 else None,
        reported=reported,
        power=_power(names, rows, np.where(playing, seconds, np.nan) if playing.any() else seconds),
        info={"GPU": gpu} if gpu else {},
        warnings=tuple(warnings),
    )


def _intervals(times: FloatArray) -> FloatArray:
    """The time each row stands for: since the row before, where that is believable."""
    steps = np.diff(times)
    steps = np.where((steps > 0) & (steps <= LONGEST_INTERVAL_S), steps, np.nan)
    known = steps[np.isfinite(steps)]
    return np.concatenate(([np.median(known) if known.size else 1.0], steps))


def _column(names: list[str], rows: FloatArray, name: str) -> FloatArray:
    if name not in names:
        return np.full(len(rows), np.nan)
    return rows[:, names.index(name)]


def _power(names: list[str], rows: FloatArray, seconds: FloatArray) -> tuple[PowerTrace, ...]:
    traces = []
    labels = {"gpu": tr("GPU, by its driver"), "cpu": tr("CPU package")}
    for scope, choices in (("gpu", ("power", "gpu power", "gpu1 power")), ("cpu", ("cpu power",))):
        for name in choices:
            trace = trace_of(scope, _column(names, rows, name), seconds, labels[scope])
            if trace is not None:
                traces.append(trace)
                break
    return tuple(traces)
