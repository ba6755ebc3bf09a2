"""The figures that each tool would print for a run, under the tool's own names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt_power.core import statistics
from pixelwatt_power.core.capture_energy import frame_energy
from pixelwatt_power.core.number_text import plain, with_bound
from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.run import PowerTrace, Run


@dataclass(frozen=True, slots=True)
class ToolFigure:
    """``text`` has the digits the tool prints; ``value`` is exact."""

    tool: str
    name: str
    value: float
    text: str


def tool_figures(run: Run) -> list[ToolFigure]:
    """CapFrameX's, FrameView's, MangoHud's and PresentMon's figures, each tool's digits."""
    return [*_capframex(run), *_frameview(run), *_mangohud(run), *_presentmon(run)]


def own_figures(run: Run) -> list[ToolFigure]:
    """What no tool prints: frames kept apart by their fate, and energy with its error."""
    found: list[tuple[str, float | None, str]] = [
        (tr("Frames presented"), run.presented, ""),
        (tr("Frames displayed"), run.displayed, ""),
        (tr("Frames dropped"), run.dropped, ""),
        (tr("Frames generated"), run.generated, ""),
        (tr("FPS on the screen"), statistics.fps_average(run.display_ms), ""),
    ]
    if run.frame_ms.size:
        found.append((tr("Adaptive deviation"), statistics.adaptive_std_fps(run.frame_ms), "FPS"))
        found.append((tr("Stutter time"), statistics.stutter_time_percent(run.frame_ms), "%"))
    return _energy(run) + [
        ToolFigure("Pixelwatt", name, value, f"{plain(value)} {unit}".strip())
        if isinstance(value, float)
        else ToolFigure("Pixelwatt", name, float(value), str(value))
        for name, value, unit in found
        if value is not None
    ]


def _energy(run: Run) -> list[ToolFigure]:
    energy = frame_energy(run)
    if energy is None:
        return []
    found = [
        (tr("Energy per frame"), energy.joules_per_frame, energy.joules_per_frame_bound, "J"),
        (energy.label, energy.watts, energy.watts_bound, "W"),
        (tr("Energy"), energy.energy_j, None, "J"),
    ]
    return [
        ToolFigure("Pixelwatt", name, value, with_bound(value, bound, unit))
        for name, value, bound, unit in found
        if value is not None
    ]


def _figures(tool: str, decimals: int, values: dict[str, float | None]) -> list[ToolFigure]:
    return [
        ToolFigure(tool, name, value, f"{value:.{decimals}f}")
        for name, value in values.items()
        if value is not None
    ]


def _capframex(run: Run) -> list[ToolFigure]:
    t = run.frame_ms
    if not t.size:
        return []
    figures = _figures(
        "CapFrameX",
        1,
        {
            "Average": statistics.fps_average(t),
            "Median": statistics.fps_median(t),
            "P5": statistics.percentile_capframex(t, 0.05),
            "P1": statistics.percentile_capframex(t, 0.01),
            "P0.2": statistics.percentile_capframex(t, 0.002),
            "P0.1": statistics.percentile_capframex(t, 0.001),
            "1% low average": statistics.low_capframex_average(t, 0.01),
            "0.1% low average": statistics.low_capframex_average(t, 0.001),
            "1% low integral": statistics.low_afterburner_integral(t, 0.01),
            "0.1% low integral": statistics.low_afterburner_integral(t, 0.001),
            "Adaptive STDEV": statistics.adaptive_std_capframex(t),
        },
    )
    average, trace = statistics.fps_average(t), run.trace("gpu")
    watts = _whole_watts(trace) if trace is not None else 0
    if average is not None and watts:
        figures += _figures("CapFrameX", 2, {"FPS/10W": average / watts * 10.0})
    return figures


def _whole_watts(trace: PowerTrace) -> int:
    """CapFrameX rounds each sample to whole watts, and their mean again (``SensorReport.cs``)."""
    return math.floor(float(np.rint(trace.watts).mean()) + 0.5)


def _frameview(run: Run) -> list[ToolFigure]:
    t = run.frame_ms
    if not t.size:
        return []
    figures = _figures(
        "FrameView",
        3,
        {
            "Avg FPS": statistics.fps_average(t),
            "1% Low FPS": statistics.low_frameview(t, 0.01),
            "0.1% Low FPS": statistics.low_frameview(t, 0.001),
            "Min FPS": 1000.0 / float(t.max()),
            "Max FPS": 1000.0 / float(t.min()),
            "0.1% FPS": statistics.percentile_frameview(t, 0.001),
            "1% FPS": statistics.percentile_frameview(t, 0.01),
            "5% FPS": statistics.percentile_frameview(t, 0.05),
            "10% FPS": statistics.percentile_frameview(t, 0.1),
        },
    )
    if run.format != "FrameView log":
        return figures
    for scope, name in (("gpu", "GPU NV Power (Watts)"), ("cpu", "CPU Package Power(Watts)")):
        trace = run.trace(scope)
        if trace is None:
            continue
        if scope == "gpu":
            # The column holds whole watts, and the summary cuts their mean once more.
            figures += _figures("FrameView", 0, {name: float(int(np.floor(trace.watts).mean()))})
        else:
            figures += _figures("FrameView", 3, {name: float(trace.watts.mean())})
    return figures


def _mangohud(run: Run) -> list[ToolFigure]:
    """Its summary's first columns: percentiles with six digits, the average with one decimal."""
    t = run.frame_ms
    shares = {"0.1% Min FPS": 0.001, "1% Min FPS": 0.01, "97% Percentile FPS": 0.97}
    found = [
        ToolFigure("MangoHud", name, value, f"{value:.6g}")
        for name, share in shares.items()
        if (value := statistics.percentile_mangohud(t, share)) is not None
    ]
    return found + _figures("MangoHud", 1, {"Average FPS": statistics.fps_average_mangohud(t)})


def _presentmon(run: Run) -> list[ToolFigure]:
    t = run.frame_ms
    return _figures(
        "PresentMon",
        3,
        {
            "Avg": statistics.fps_average(t),
            "99th percentile": statistics.percentile_presentmon(t, 0.01),
            "95th percentile": statistics.percentile_presentmon(t, 0.05),
        },
    )
