"""Frame times, histogram and percentile curve of the captures ticked for comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QTabWidget

from pixelwatt.api import Context
from pixelwatt.api_qt import plot
from pixelwatt_power.core.captures.run import FloatArray
from pixelwatt_power.core.charts import Curves
from pixelwatt_power.text import tr
from pixelwatt_power.views.cost_chart import CostChart

LONGEST_NAME = 32
FIRST_COLOURS = ("accent", "native", "power")


def colour_name(place: int) -> str:
    """The colour of the capture at ``place``, the same in all plots."""
    more = place - len(FIRST_COLOURS)
    return FIRST_COLOURS[place] if more < 0 else f"series{more}"


class CapturePlots(QTabWidget):
    """What a frame costs, and three ways to see the same frames.

    Items are reused, never made anew for each drawing.
    """

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
        self.costs = CostChart(context)
        for item, title in (
            (self.costs, tr("Cost of a frame")),
            (self._times, tr("Frame times")),
            (self._shares, tr("Histogram")),
            (self._percentiles, tr("Percentiles")),
        ):
            self.addTab(item, title)
        self._curves: list[tuple[_Curve, ...]] = []
        self.shown: list[str] = []

    def show_runs(self, runs: Sequence[tuple[str, int, Curves]]) -> None:
        """Draw the runs, each with its title, the place of its colour and its curves."""
        while len(self._curves) < len(runs):
            colour = colour_name(len(self._curves))
            self._curves.append(
                (
                    _Curve(self._times, colour, width=1.0),
                    _Curve(self._shares, colour, stepped=True),
                    _Curve(self._percentiles, colour),
                )
            )
        longest = max((float(c.times[0][-1]) for _, _, c in runs if c.times[0].size), default=0.0)
        for place, (times, shares, percentiles) in enumerate(self._curves):
            title, drawn = next(((t, c) for t, p, c in runs if p == place), ("", None))
            if drawn is None or not drawn.times[0].size:
                for curve in (times, shares, percentiles):
                    curve.clear()
                continue
            times.show(*drawn.times, title, at=-1, room=longest)
            shares.show(*drawn.shares, title, at=int(drawn.shares[1].argmax()))
            percentiles.show(*drawn.percentiles, title, at=0)
        self.shown = [title for title, _, _ in runs]
        for item in (self._times, self._shares, self._percentiles):
            item.getPlotItem().enableAutoRange()


class _Curve:
    """A line with its name beside it."""

    def __init__(self, where: Any, colour: str, **look: Any) -> None:
        self._line = where.line(colour, **look)
        self._label = where.label("", 0.0, 0.0, colour, (0.0, 1.0))

    def show(self, x: FloatArray, y: FloatArray, title: str, *, at: int, room: float = 0.0) -> None:
        """Draw and name the line at point ``at``; ``room`` is how far the x axis reaches."""
        self._line.setData(x, y)
        # A name at the right end would run out of the plot.
        self._label.setAnchor((1.0, 1.0) if room and x[at] > room / 2 else (0.0, 1.0))
        self._label.setText(title if len(title) <= LONGEST_NAME else title[:LONGEST_NAME] + "…")
        self._label.setPos(float(x[at]), float(y[at]))

    def clear(self) -> None:
        self._line.setData([], [])
        self._label.setText("")
