"""The figures that each tool would print for a run, under the tool's own names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pixelwatt_power.core import statistics

if TYPE_CHECKING:
    from pixelwatt_power.core.captures.run import Run


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
    if average is not None and trace is not None and round(trace.mean_w):
        # CapFrameX rounds the mean to whole watts before it divides.
        figures += _figures("CapFrameX", 2, {"FPS/10W": average / round(trace.mean_w) * 10.0})
    return figures


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
    t = run.frame_ms
    return _figures(
        "MangoHud",
        1,
        {
            "Average FPS": statistics.fps_average(t),
            "97% Percentile FPS": statistics.percentile_mangohud(t, 0.03),
            "1% Min FPS": statistics.percentile_mangohud(t, 0.01),
            "0.1% Min FPS": statistics.percentile_mangohud(t, 0.001),
        },
    )


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
