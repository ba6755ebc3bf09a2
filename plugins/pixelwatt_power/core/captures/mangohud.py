"""MangoHud: its frame log in microseconds (0.6.0 to 0.6.8) and milliseconds.

With ``log_interval`` above 0, a row is written every so many milliseconds and holds one frame's
time; the frames between are not logged. ``elapsed`` counts nanoseconds.
Source: MangoHud ``src/logging.cpp``; issues 506 (microseconds) and 1097 (average FPS).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_power.core.captures import frames
from pixelwatt_power.core.captures.header import find_header
from pixelwatt_power.core.captures.power_columns import dropped_warnings, trace_of
from pixelwatt_power.core.captures.run import COVERED, FloatArray, PowerTrace, Run
from pixelwatt_power.core.captures.table import (
    check_rows,
    read_columns,
    split_header,
    split_row,
)
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pixelwatt_power.core.captures.header import Header
    from pixelwatt_power.core.captures.source import Source


def _is_header(names: Sequence[str]) -> bool:
    return names[0] == "fps" and "elapsed" in names


def sniff(source: Source) -> bool:
    return _header(source) is not None


def _header(source: Source) -> Header | None:
    # A log without `elapsed` is known by its frame time beside its rate.
    return find_header(source, _is_header) or find_header(
        source, lambda names: names[:2] == ["fps", "frametime"]
    )


def read(source: Source) -> list[Run]:
    header = _header(source)
    if header is None:
        raise Problem(
            tr("{file} has no MangoHud header.", file=source.name),
            tr("One of its first lines must begin with fps,frametime."),
        )
    names = header.names
    if "frametime" not in names:
        raise Problem(
            tr("{file} was logged by MangoHud before 0.6, which kept no frame times.",
               file=source.name),
            tr("Log again with a newer MangoHud."),
        )  # fmt: skip
    wanted = {"frametime": names.index("frametime"), "fps": 0}
    for name in ("elapsed", "gpu_power", "cpu_power", "battery_power"):
        if name in names:
            wanted[name] = names.index(name)
    blocks, delimiter = source.blocks(header.line + 1, header.delimiter)
    columns = read_columns(blocks, delimiter, wanted, {}, len(names))
    warnings = check_rows(columns, source.name)
    if not columns.rows:
        raise Problem(
            tr("{file} has a header but no frames.", file=source.name),
            tr("Log again with MangoHud while the game runs."),
        )
    frame_ms, era = _milliseconds(columns.numbers["frametime"], columns.numbers["fps"])
    good = frames.believable(frame_ms)
    warnings += frames.count_unbelievable(frame_ms, good)
    elapsed_s = columns.numbers.get("elapsed", np.empty(0)) / 1e9
    if backwards := frames.backward_steps(elapsed_s):
        warnings.append(tr("The log's clock runs backwards {count} times.", count=backwards))
    span = frames.span_s(elapsed_s)
    power = _power(columns.numbers, frame_ms, good, elapsed_s, span)
    warnings += dropped_warnings(power)
    if "cpu_power" in names and all(trace.scope != "cpu" for trace in power):
        warnings.append(
            tr("CPU power is 0 throughout: MangoHud could not read it (RAPL is for root only).")
        )
    system = _system(source.head_lines()[: header.line], header.delimiter)
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


def _system(lines: list[str], delimiter: str) -> dict[str, str]:
    for names, values in itertools.pairwise(lines):
        keys = split_header(names, delimiter)
        if keys[:2] == ["os", "cpu"]:
            cells = split_row(values, delimiter)
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
