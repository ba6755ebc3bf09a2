"""MangoHud: its frame log in microseconds (2021) and milliseconds, and its summary.

With ``log_interval`` above 0, a row is written every so many milliseconds and holds one frame's
time; the frames between are not logged. ``elapsed`` counts nanoseconds.
Source: MangoHud ``src/logging.cpp``; issues 506 (microseconds) and 1097 (average FPS).
"""

from __future__ import annotations

import csv
import io
import itertools
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_power.core.captures import frames
from pixelwatt_power.core.captures.power_columns import trace_of
from pixelwatt_power.core.captures.run import COVERED, FloatArray, PowerTrace, Run
from pixelwatt_power.core.captures.table import parse_number, read_columns, split_header
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.source import Source

SUMMARY_MARK = "0.1% min fps"


def _header_line(source: Source) -> int | None:
    for number, line in enumerate(source.head_lines()[:12]):
        if split_header(line, ",")[:2] == ["fps", "frametime"]:
            return number
    return None


def sniff(source: Source) -> bool:
    return _header_line(source) is not None


def sniff_summary(source: Source) -> bool:
    return split_header(source.head_lines()[0], ",")[0] == SUMMARY_MARK


def read(source: Source) -> list[Run]:
    line = _header_line(source)
    if line is None:
        raise Problem(
            tr("{file} has no MangoHud header.", file=source.name),
            tr("One of its first lines must begin with fps,frametime."),
        )
    lines = source.head_lines()
    names = split_header(lines[line], ",")
    wanted = {"frametime": 1, "fps": 0}
    for name in ("elapsed", "gpu_power", "cpu_power", "battery_power"):
        if name in names:
            wanted[name] = names.index(name)
    blocks, delimiter = source.blocks(line + 1, ",")
    columns = read_columns(blocks, delimiter, wanted, {})
    if not columns.rows:
        raise Problem(
            tr("{file} has a header but no frames.", file=source.name),
            tr("Log again with MangoHud while the game runs."),
        )
    warnings = []
    if columns.short_rows:
        warnings.append(
            tr("{count} rows are cut short and were left out.", count=columns.short_rows)
        )
    frame_ms, era = _milliseconds(columns.numbers["frametime"], columns.numbers["fps"])
    good = frames.believable(frame_ms)
    warnings += frames.count_unbelievable(frame_ms, good)
    elapsed_s = columns.numbers.get("elapsed", np.empty(0)) / 1e9
    if backwards := frames.backward_steps(elapsed_s):
        warnings.append(tr("The log's clock runs backwards {count} times.", count=backwards))
    span = frames.span_s(elapsed_s)
    power = _power(columns.numbers, frame_ms, good, elapsed_s, span)
    warnings += [
        tr("{count} implausible {scope} power samples were left out.",
           count=trace.dropped, scope=trace.scope.upper())
        for trace in power if trace.dropped
    ]  # fmt: skip
    if "cpu_power" in names and all(trace.scope != "cpu" for trace in power):
        warnings.append(
            tr("CPU power is 0 throughout: MangoHud could not read it (RAPL is for root only).")
        )
    system = _system(lines[:line])
    return [
        Run(
            file=str(source.path),
            format=f"MangoHud ({era})",
            frame_ms=frame_ms[good],
            application=_application(source.name),
            log_span_s=span,
            power=power,
            info=system,
            warnings=tuple(warnings),
        )
    ]


def _milliseconds(frametime: FloatArray, fps: FloatArray) -> tuple[FloatArray, str]:
    """Frame times in ms: fps * frametime is 1000 in the ms era and a million before."""
    with np.errstate(invalid="ignore"):
        product = fps * frametime
    known = product[np.isfinite(product) & (product > 0)]
    if known.size and np.median(known) > 31_623:
        return frametime / 1000.0, "µs"
    return frametime, "ms"


def _power(
    numbers: dict[str, FloatArray],
    frame_ms: FloatArray,
    good: frames.BoolArray,
    elapsed_s: FloatArray,
    span: float | None,
) -> tuple[PowerTrace, ...]:
    seconds = np.where(good, frame_ms, np.nan) / 1000.0
    if span is not None and np.nansum(seconds) < COVERED * span:
        # Each row stands for the time since the row before; the first for a typical one.
        steps = np.diff(elapsed_s)
        seconds = np.concatenate(([np.nanmedian(steps) if steps.size else 0.0], steps))
    traces = []
    for name, scope, label in (
        ("gpu_power", "gpu", tr("GPU, by its driver")),
        ("cpu_power", "cpu", tr("CPU package")),
        ("battery_power", "battery", tr("battery, whole machine")),
    ):
        if name in numbers:
            watts = numbers[name]
            known = watts[np.isfinite(watts)]
            whole = bool(known.size) and bool((known == np.round(known)).all())
            trace = trace_of(scope, watts, seconds, label, 0.5 if whole else 0.0)
            if trace is not None:
                traces.append(trace)
    return tuple(traces)


def _system(lines: list[str]) -> dict[str, str]:
    for names, values in itertools.pairwise(lines):
        keys = split_header(names, ",")
        if keys[:2] == ["os", "cpu"]:
            cells = next(csv.reader([values]), [])
            titles = {"os": "OS", "cpu": "Processor", "gpu": "GPU", "driver": "Driver",
                      "kernel": "Kernel"}  # fmt: skip
            pairs = zip(keys, cells, strict=False)
            return {titles[key]: cell.strip("' ") for key, cell in pairs if key in titles and cell}
    return {}


def _application(name: str) -> str | None:
    """MangoHud names a log ``<program>_2024-06-22_21-15-00.csv``."""
    stem = name.rsplit(".", 1)[0]
    parts = stem.split("_")
    if len(parts) >= 3 and len(parts[-2]) == 10 and parts[-2][:4].isdigit():
        return "_".join(parts[:-2]) or None
    return None


SUMMARY = {"Average FPS": "fps_average", "1% Min FPS": "p1_fps.mangohud"}


def read_summary(source: Source) -> list[Run]:
    rows = list(csv.DictReader(io.StringIO(source.text())))
    if not rows:
        raise Problem(
            tr("{file} is a MangoHud summary without values.", file=source.name),
            tr("Open the log that it was made from."),
        )
    reported = {}
    for column, key in SUMMARY.items():
        value = parse_number((rows[0].get(column) or "").strip())
        if np.isfinite(value) and value > 0:
            reported[key] = float(value)
    return [
        Run(
            file=str(source.path),
            format="MangoHud summary",
            reported=reported,
            warnings=(tr("A summary: only the figures that MangoHud printed are known."),),
        )
    ]
