"""Frame times, histogram and percentile curve of the captures ticked for comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QTabWidget

from pixelwatt.api import Context
from pixelwatt.api_qt import plot
from pixelwatt_power.core import charts
from pixelwatt_power.core.captures.run import FloatArray, Run
from pixelwatt_power.text import tr

FIRST_COLOURS = ("accent", "native", "power")


def colour_name(place: int) -> str:
    """The colour of the capture at ``place``, the same in all plots."""
    more = place - len(FIRST_COLOURS)
    return FIRST_COLOURS[place] if more < 0 else f"series{more}"


class CapturePlots(QTabWidget):
    """Three ways to see the same frames. Items are reused, never made anew for each drawing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self._times = plot(
            context, x=tr("Time"), x_unit="s", y=tr("Frame time"), y_unit="ms",
            name=tr("Frame times"),
        )  # fmt: skip
        self._shares = plot(
            context, x=tr("Frame time"), x_unit="ms", y=tr("Share of frames"), y_unit="%",
            name=tr("Histogram of frame times"),
        )  # fmt: skip
        self._percentiles = plot(
            context, x=tr("Share of frames at least this fast"), x_unit="%", y="FPS",
            name=tr("Percentile curve"),
        )  # fmt: skip
        for item, title in (
            (self._times, tr("Frame times")),
            (self._shares, tr("Histogram")),
            (self._percentiles, tr("Percentiles")),
        ):
            self.addTab(item, title)
        self._lines: list[tuple[Any, Any, Any, Any]] = []
        self.shown: list[str] = []

    def show_runs(self, runs: Sequence[tuple[str, int, Run]]) -> None:
        """Draw the runs, each with its title and the place of its colour."""
        while len(self._lines) < len(runs):
            colour = colour_name(len(self._lines))
            self._lines.append(
                (self._times.line(colour, width=1.0), self._shares.line(colour, stepped=True),
                 self._percentiles.line(colour), self._percentiles.label("", 0.0, 0.0, colour))
            )  # fmt: skip
        nothing: tuple[FloatArray, FloatArray] = (charts.NOTHING, charts.NOTHING)
        for place, (times, shares, percentiles, label) in enumerate(self._lines):
            title, run = next(((t, r) for t, p, r in runs if p == place), ("", None))
            frame_ms = run.frame_ms if run is not None else charts.NOTHING
            times.setData(*(charts.frame_line(frame_ms) if frame_ms.size else nothing))
            edges, share = charts.histogram(frame_ms)
            shares.setData(edges[:-1], share) if frame_ms.size else shares.setData(*nothing)
            x, fps = charts.percentile_curve(frame_ms)
            percentiles.setData(x, fps)
            label.setText(title if frame_ms.size else "")
            if frame_ms.size:
                label.setPos(float(x[0]), float(fps[0]))
        self.shown = [title for title, _, _ in runs]
        for item in (self._times, self._shares, self._percentiles):
            item.getPlotItem().enableAutoRange()
