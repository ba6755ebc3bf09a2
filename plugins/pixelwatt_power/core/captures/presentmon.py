"""PresentMon 1.x, 2.0-2.3.0 and current; OCAT and CapFrameX CSV, which share its columns.

The frame time has had three names: ``msBetweenPresents`` (1.x), ``FrameTime`` (2.0-2.3.0) and
``MsBetweenPresents`` again (2.3.1 and later). Source: GameTechDev/PresentMon, README of each
version, and its tests' gold files, which hold one trace in all three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_power.core.captures import frames
from pixelwatt_power.core.captures.clock import CLOCKS, seconds_of
from pixelwatt_power.core.captures.header import find_header
from pixelwatt_power.core.captures.power_columns import dropped_warnings, trace_of
from pixelwatt_power.core.captures.run import FloatArray, Run
from pixelwatt_power.core.captures.table import Columns, check_rows, find, read_columns
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pixelwatt_power.core.captures.header import Header
    from pixelwatt_power.core.captures.source import Source

FRAME_TIME = ("msbetweenpresents", "frametime")
STREAM = ("application", "processid", "swapchainaddress")
POWER = {"gpupower": "gpu", "cpupower": "cpu"}
OCAT_MACHINE = "motherboard"
"""Where OCAT's description of the machine begins, which only the first row holds."""
OWN_FRAMES = frozenset({"application", "notset", "unspecified", "na", ""})
"""Values of FrameType that name no generator of frames."""
SMOOTH_MOTION = 0.9


def sniff(source: Source) -> bool:
    return find_header(source, _is_header) is not None


def _is_header(names: Sequence[str]) -> bool:
    if names[:2] == ["msbetweenpresents", "msuntilrendercomplete"]:
        return True
    return "application" in names and find(names, *FRAME_TIME) is not None


def _format(names: Sequence[str], first_line: str) -> str:
    if first_line.startswith("//") or "msactualpresent" in names:
        return "CapFrameX CSV"
    if "wasbatched" in names:
        return "OCAT"
    if "msbetweenpresents" not in names:
        return "PresentMon 2.0-2.3"
    return "PresentMon 2.3.1+" if "presentruntime" in names else "PresentMon 1.x"


def read(source: Source) -> list[Run]:
    header = find_header(source, _is_header)
    if header is None:
        raise Problem(
            tr("{file} has no PresentMon header.", file=source.name),
            tr("Its first lines must name a column MsBetweenPresents or FrameTime."),
        )
    columns, has_text = _columns(source, header)
    table_warnings = check_rows(columns, source.name)
    if not columns.rows:
        raise Problem(
            tr("{file} has a header but no frames.", file=source.name),
            tr("Capture again while the game is presenting."),
        )
    first_line = source.head_lines()[0]
    format_name = _format(header.names, first_line)
    info = _info(source.head_lines()[: header.line])
    if not has_text:
        application = info.get("ProcessName", "")
        stream = frames.Stream(application, None, "", np.ones(columns.rows, dtype=bool))
        return [_run(source, columns, stream, [], format_name, info, table_warnings)]
    all_streams = frames.streams(columns)
    runs = []
    for stream in all_streams:
        others = [other for other in all_streams if other is not stream]
        runs.append(_run(source, columns, stream, others, format_name, info, table_warnings))
    return runs


def _columns(source: Source, header: Header) -> tuple[Columns, bool]:
    names = header.names
    wanted = {"frame": FRAME_TIME, "display": ("msbetweendisplaychange", "displayedtime"),
              "dropped": ("dropped",)}  # fmt: skip
    if "dropped" not in names:
        wanted["shown"] = ("displayedtime", "msuntildisplayed", "displaylatency")
    numbers = {}
    for name, columns in wanted.items():
        if (place := header.place(*columns)) is not None:
            numbers[name] = place
    clock = next((name for name in CLOCKS if name in names), None)
    if clock is not None:
        numbers[clock] = names.index(clock)
    for place, name in enumerate(names):
        plain = "".join(letter for letter in name.split("(")[0] if letter.isalnum())
        if plain in POWER and plain not in numbers:
            numbers[plain] = place
    texts: dict[str, tuple[int, ...]] = {}
    if set(STREAM) <= set(names):
        texts["stream"] = tuple(names.index(name) for name in STREAM)
    if "frametype" in names:
        texts["type"] = (names.index("frametype"),)
    blocks, delimiter = source.blocks(header.line + 1, header.delimiter)
    machine = header.place(OCAT_MACHINE)
    widths = (len(names), None) if machine is None else (machine, len(names))
    result = read_columns(blocks, delimiter, numbers, texts, *widths)
    return result, "stream" in texts


def _info(lines: Sequence[str]) -> dict[str, str]:
    pairs = (line.removeprefix("//").split("=", 1) for line in lines if line.startswith("//"))
    return {pair[0].strip(): pair[1].strip() for pair in pairs if len(pair) == 2}


def _run(
    source: Source,
    columns: Columns,
    stream: frames.Stream,
    others: list[frames.Stream],
    format_name: str,
    info: dict[str, str],
    table_warnings: list[str],
) -> Run:
    rows = stream.rows
    numbers = {name: values[rows] for name, values in columns.numbers.items()}
    warnings = [*frames.choice_warning(stream, others), *table_warnings]
    presented = numbers["frame"]
    shown = _displayed(numbers)
    generated = _generated(columns, rows)
    if generated.size and generated.all():
        generated = np.zeros(len(generated), dtype=bool)
        warnings.append(tr("No frame is marked as the application's own: all are counted."))
    clock = next((name for name in CLOCKS if name in numbers), None)
    # A generated frame's row may repeat the time of its application's.
    steps = np.where(generated.any(), np.nan, presented)
    time_s = seconds_of(clock, numbers[clock], steps) if clock else np.empty(0)
    if backwards := frames.backward_steps(time_s):
        warnings.append(tr("The log's clock runs backwards {count} times.", count=backwards))
    frame_ms, power_rows = _rendered(presented, generated, frames.span_s(time_s))
    good = frames.believable(frame_ms)
    warnings += frames.count_unbelievable(frame_ms, good)
    seconds = np.where(good, frame_ms, np.nan) / 1000.0
    power = [
        trace
        for name, scope in POWER.items()
        if name in numbers
        and (trace := trace_of(scope, numbers[name][power_rows], seconds, _label(scope)))
    ]
    warnings += dropped_warnings(power)
    display_ms, garbage = _display_times(numbers, shown)
    if garbage:
        warnings.append(
            tr("{count} display times are garbage (2^64) and were left out.", count=garbage)
        )
    made = int(generated.sum())
    if made:
        warnings.append(
            tr(
                "Frame generation made {made} of {all} presented frames. FPS counts only the "
                "{rendered} that the application rendered.",
                made=made,
                all=len(presented),
                rendered=len(presented) - made,
            )
        )
    return Run(
        file=str(source.path),
        format=format_name,
        frame_ms=frame_ms[good],
        application=stream.application or None,
        process_id=stream.process_id,
        swap_chain=stream.swap_chain or None,
        log_span_s=frames.span_s(time_s),
        presented=len(presented),
        displayed=None if shown is None else int(shown.sum()),
        dropped=None if shown is None else int((~shown & ~generated).sum()),
        generated=made if "type" in columns.texts else None,
        display_ms=display_ms,
        power=tuple(power),
        info=info,
        others=tuple(other.describe() for other in others),
        warnings=tuple(warnings),
    )


def _displayed(numbers: dict[str, FloatArray]) -> frames.BoolArray | None:
    """Which presents reached the screen: 1.x says so, later versions leave cells ``NA``."""
    if "dropped" in numbers:
        return np.asarray(numbers["dropped"] == 0)
    return np.asarray(np.isfinite(numbers["shown"])) if "shown" in numbers else None


def _generated(columns: Columns, rows: frames.BoolArray) -> frames.BoolArray:
    if "type" not in columns.texts:
        return np.zeros(int(rows.sum()), dtype=bool)
    kinds = columns.texts["type"]
    made = np.array([is_generated(kind) for (kind,) in kinds.values])
    return made[kinds.codes[rows]]


def is_generated(frame_type: str) -> bool:
    """Whether a FrameType names a generator: ``AMD AFMF``, ``Intel XeSS-FG``, ``Repeated``."""
    return frame_type.strip().lower().replace(" ", "") not in OWN_FRAMES


def _rendered(
    presented: FloatArray, generated: frames.BoolArray, span: float | None
) -> tuple[FloatArray, frames.BoolArray]:
    """Frame times of rendered frames, and their rows.

    A generated frame's row either repeats its application frame's time or splits it. Where
    the rendered rows alone fill the log's time, they are whole; else each rendered frame's
    time is the sum since the rendered frame before.
    """
    rendered = ~generated
    if not generated.any() or not rendered.any():
        return presented, np.ones(len(presented), dtype=bool)
    own = presented[rendered]
    if span is not None and np.nansum(own) / 1000.0 >= SMOOTH_MOTION * span:
        return own, rendered
    total = np.cumsum(np.nan_to_num(presented))[rendered]
    return np.diff(total, prepend=0.0), rendered


def _display_times(
    numbers: dict[str, FloatArray], shown: frames.BoolArray | None
) -> tuple[FloatArray, int]:
    display = numbers.get("display")
    if display is None:
        return np.empty(0), 0
    if shown is not None:
        display = display[shown]
    good = frames.believable(display)
    with np.errstate(invalid="ignore"):
        garbage = int((display > frames.LONGEST_FRAME_MS).sum())
    return display[good], garbage


def _label(scope: str) -> str:
    return tr("GPU, by its driver") if scope == "gpu" else tr("CPU package")
