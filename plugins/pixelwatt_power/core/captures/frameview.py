"""NVIDIA FrameView: the frame log, and the summary it appends a row to for each run.

A log has PresentMon's columns plus watts. Every watt is cut to a whole number, but the F/J
columns use the full value, from which it is recovered. In the summary, ``Time (ms)`` holds
seconds, and its watts are cut a second time.
"""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_power.core.captures import frames
from pixelwatt_power.core.captures.header import find_header
from pixelwatt_power.core.captures.power_columns import (
    dropped_warnings,
    recover_truncated,
    trace_of,
)
from pixelwatt_power.core.captures.run import FloatArray, PowerTrace, Run
from pixelwatt_power.core.captures.summaries import positive, table_rows
from pixelwatt_power.core.captures.table import (
    Columns,
    check_rows,
    parse_number,
    read_columns,
    split_row,
)
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pixelwatt_power.core.captures.header import Header
    from pixelwatt_power.core.captures.source import Source

STREAM = ("application", "processid", "swapchainaddress")
NV_WATTS = "nv pwr(w) (api)"
BOARD = (
    ("pcat power total(w)", "perf/w total(f/j) (pcat)"),
    (NV_WATTS, "perf/w total(f/j) (api)"),
    ("amdpwr(w) (api)", ""),
)
"""Columns of GPU watts, the best first, with the F/J column that uses the same watts."""
MANY_DROPPED = 0.05
SUMMARY_CUT_W = 2.0
"""The log's watts are cut to whole numbers, and the summary cuts their mean again."""


def _is_log(names: Sequence[str]) -> bool:
    return "msbetweenpresents" in names and "gpu0clk(mhz)" in names


def _is_summary(names: Sequence[str]) -> bool:
    return "log name" in names and "avg fps" in names


def sniff_log(source: Source) -> bool:
    return find_header(source, _is_log) is not None


def sniff_summary(source: Source) -> bool:
    return find_header(source, _is_summary) is not None


def read_log(source: Source) -> list[Run]:
    header = find_header(source, _is_log)
    if header is None:
        raise Problem(tr("{file} has no FrameView header.", file=source.name))
    names = header.names
    wanted = {"frame": "msbetweenpresents", "display": "msbetweendisplaychange",
              "dropped": "dropped", "time": "timeinseconds",
              "cpu": "cpu package power(w)", "battery": "battery drain rate(w)"}  # fmt: skip
    for place, (watts, ratio) in enumerate(BOARD):
        wanted[f"watts{place}"], wanted[f"ratio{place}"] = watts, ratio
    numbers = {name: names.index(column) for name, column in wanted.items() if column in names}
    if not set(STREAM) <= set(names):
        raise Problem(
            tr("{file} lacks FrameView's Application, ProcessID or SwapChainAddress.",
               file=source.name),
            tr("Open the file that ends in _Log.csv as FrameView wrote it."),
        )  # fmt: skip
    texts = {"stream": tuple(names.index(name) for name in STREAM)}
    blocks, delimiter = source.blocks(header.line + 1, header.delimiter)
    columns = read_columns(blocks, delimiter, numbers, texts, len(names))
    table_warnings = check_rows(columns, source.name)
    if not columns.rows:
        raise Problem(
            tr("{file} has a header but no frames.", file=source.name),
            tr("Capture again while the game is presenting."),
        )
    streams = frames.streams(columns)
    info = _info(source, header)
    return [
        _run(source, columns, stream, [s for s in streams if s is not stream], info, table_warnings)
        for stream in streams
    ]


def _run(
    source: Source,
    columns: Columns,
    stream: frames.Stream,
    others: list[frames.Stream],
    info: dict[str, str],
    table_warnings: list[str],
) -> Run:
    numbers = {name: values[stream.rows] for name, values in columns.numbers.items()}
    frame_ms = numbers["frame"]
    good = frames.believable(frame_ms)
    warnings = [*frames.choice_warning(stream, others), *table_warnings]
    warnings += frames.count_unbelievable(frame_ms, good)
    shown = numbers["dropped"] == 0 if "dropped" in numbers else None
    display = numbers.get("display", np.empty(0))
    shown_display = display[shown] if shown is not None and display.size else display
    with np.errstate(invalid="ignore"):
        garbage = int((display > frames.LONGEST_FRAME_MS).sum())
    if garbage:
        warnings.append(
            tr("{count} display times are garbage (2^64) and were left out.", count=garbage)
        )
    dropped = None if shown is None else int((~shown).sum())
    if dropped and dropped > MANY_DROPPED * len(frame_ms):
        warnings.append(
            tr("{dropped} of {all} presented frames were dropped: FPS counts presents, the screen "
               "showed {shown}. Frame generation is counted as presents by FrameView.",
               dropped=dropped, all=len(frame_ms), shown=len(frame_ms) - dropped)
        )  # fmt: skip
    power = _power(numbers, frame_ms, good)
    return Run(
        file=str(source.path),
        format="FrameView log",
        frame_ms=frame_ms[good],
        application=stream.application or None,
        process_id=stream.process_id,
        swap_chain=stream.swap_chain or None,
        log_span_s=frames.span_s(numbers.get("time", np.empty(0))),
        presented=len(frame_ms),
        displayed=None if shown is None else int(shown.sum()),
        dropped=dropped,
        display_ms=shown_display[frames.believable(shown_display)],
        power=power,
        info=info,
        others=tuple(other.describe() for other in others),
        warnings=(*warnings, *dropped_warnings(power)),
    )


def _power(
    numbers: dict[str, FloatArray], frame_ms: FloatArray, good: frames.BoolArray
) -> tuple[PowerTrace, ...]:
    seconds = np.where(good, frame_ms, np.nan) / 1000.0
    traces: list[PowerTrace | None] = []
    labels = (
        tr("PCAT, measured at the card's plugs"),
        tr("GPU board, by the driver"),
        tr("AMD driver's reading, chip or board by generation"),
    )
    for place, label in enumerate(labels):
        watts = numbers.get(f"watts{place}")
        if watts is None:
            continue
        ratio = numbers.get(f"ratio{place}", np.full(len(watts), np.nan))
        # FrameView cuts only what it reads as a whole: zero and NaN stay what they are.
        recovered, bound = recover_truncated(watts, frame_ms, ratio)
        trace = trace_of("gpu", np.where(watts == 0, 0.0, recovered), seconds, label, bound)
        if trace is not None:
            traces.append(trace)
            break
    if "cpu" in numbers:
        traces.append(trace_of("cpu", numbers["cpu"], seconds, tr("CPU package")))
    if "battery" in numbers:
        # Positive while charging: only what the battery gives is the system's power.
        drain = np.where(numbers["battery"] < 0, -numbers["battery"], np.nan)
        traces.append(trace_of("battery", drain, seconds, tr("battery, whole machine")))
    return tuple(trace for trace in traces if trace is not None)


def _info(source: Source, header: Header) -> dict[str, str]:
    """Machine and resolution, from a row late in the first 64 KiB: games start in a window."""
    lines = source.head_lines()[header.line + 1 :]
    lines = [line for line in lines[:-1] or lines if line]
    row = split_row(lines[-1], header.delimiter) if lines else []
    titles = {"gpu": "GPU", "cpu": "Processor", "resolution": "Resolution"}
    return {
        title: row[place]
        for name, title in titles.items()
        if (place := header.place(name)) is not None and place < len(row)
    }


def read_summary(source: Source) -> list[Run]:
    header = find_header(source, _is_summary)
    rows = table_rows(source, header) if header is not None else []
    runs = [_summary_run(source, row) for row in rows if row.get("avg fps")]
    if not runs:
        raise Problem(
            tr("{file} is a FrameView summary without a run.", file=source.name),
            tr("FrameView adds a row when a capture ends; open its _Log.csv instead."),
        )
    return runs


SUMMARY = {
    "fps_average": "avg fps", "low_1_percent.frameview": "1% low fps",
    "low_0_1_percent.frameview": "0.1% low fps", "duration_s": "time (ms)",
    "power.gpu_w": "gpu nv power (watts) (api)", "power.cpu_w": "cpu package power(watts)",
}  # fmt: skip


def _summary_run(source: Source, row: dict[str, str]) -> Run:
    reported = {
        key: value
        for key, column in SUMMARY.items()
        if (value := positive(row, column)) is not None
    }
    drain = abs(parse_number(row.get("battery drain rate(w)", "")))
    if np.isfinite(drain) and drain > 0:
        # A column of its own holds the charge rate: whatever its sign, this is what was drawn.
        reported["power.battery_w"] = drain
    warnings = [tr("A summary: only the figures that {tool} printed are known.", tool="FrameView")]
    pcat = positive(row, "pcat power (watts)")
    if pcat is not None:
        reported["power.gpu_w"] = pcat
    if "power.gpu_w" in reported:
        reported["power_bound_w"] = SUMMARY_CUT_W
        warnings.append(
            tr("FrameView cuts watts to whole numbers twice: the true mean GPU power is up to "
               "2 W higher. Its _Log.csv gives more.")
        )  # fmt: skip
    application = row.get("application", "")
    return Run(
        file=str(source.path),
        format="FrameView summary",
        application=PureWindowsPath(application).name or None,
        reported=reported,
        info={
            title: text
            for title, name in (("GPU", "gpu0"), ("Processor", "cpu"), ("Resolution", "resolution"),
                                ("Log", "log name"), ("Time", "timestamp"))
            if (text := row.get(name))
        },
        warnings=tuple(warnings),
    )  # fmt: skip
