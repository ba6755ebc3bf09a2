"""Plots quick enough to follow a slider."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QBrush, QColor

from pixelwatt.api_qt import plot
from pixelwatt_accelerators.core.units import number

if TYPE_CHECKING:
    from pixelwatt.api import Context, Theme
    from pixelwatt_accelerators.core.arrays import FloatArray


def gridless_plot(context: Context, **labels: Any) -> Any:
    """A plot as `pixelwatt.api_qt.plot` makes it, without its grid."""
    made = plot(context, **labels)
    # Translucent grid lines are most of what a plot takes to paint; a moving slider has 16 ms.
    made.getPlotItem().showGrid(x=False, y=False)
    return made


class Framing:
    """Keeps a plot's range around its data without finding it anew at every paint.

    pyqtgraph's own fitting goes through all items each time and rebuilds the axes whenever the
    data move by a hair, which is half of what a moving slider costs. Here the range changes only
    when the data leave it or fill too little of it. A range the user chose is left alone until
    "Show everything".
    """

    FILL = 0.6
    """Share of the range that the data must at least span."""

    def __init__(self, plot: Any, margin: float = 0.06) -> None:
        self._margin = margin
        self._box = plot.getPlotItem().getViewBox()
        self._follows = True
        self._framed = False
        self._box.sigRangeChangedManually.connect(self._on_user)

    def _on_user(self, *_axes: object) -> None:
        self._follows = False

    def fit(self, x: FloatArray, y: FloatArray) -> None:
        """Show these points, in view coordinates (logarithms where the axis is logarithmic)."""
        if self._framed and any(self._box.autoRangeEnabled()):
            self._follows = True  # the user asked to see everything again
            self._framed = False
        sound = np.isfinite(x) & np.isfinite(y)
        if not self._follows or not sound.any():
            return
        ends = [(float(a[sound].min()), float(a[sound].max())) for a in (x, y)]
        if self._framed and all(
            low <= data[0] and data[1] <= high and data[1] - data[0] >= self.FILL * (high - low)
            for (low, high), data in zip(self._box.viewRange(), ends, strict=True)
        ):
            return
        self._framed = True
        self._box.setRange(xRange=ends[0], yRange=ends[1], padding=self._margin)


_STEPS = (tuple(range(1, 10)), (1, 2, 3, 5), (1, 2, 5), (1, 3), (1,))
"""Mantissas of ticks, from the densest to the sparsest."""
_ROOM = {"bottom": 56.0, "left": 26.0}
"""Pixels that a number needs along its axis."""


class LogTicks:
    """Plain numbers along logarithmic axes, as many as fit: 20, 50, 100 rather than powers of ten.

    pyqtgraph writes powers, and within a decade so many that they run into each other.
    """

    def __init__(self, plot: Any) -> None:
        self._item = plot.getPlotItem()
        self._shown: dict[str, list[tuple[float, str]]] = {}
        self._item.getViewBox().sigRangeChanged.connect(self._renew)
        self._item.getViewBox().sigResized.connect(self._renew)

    def _renew(self, *_changed: object) -> None:
        box = self._item.getViewBox()
        lengths = {"bottom": box.width(), "left": box.height()}
        for side, (low, high) in zip(_ROOM, box.viewRange(), strict=True):
            ticks = log_ticks(low, high, int(lengths[side] / _ROOM[side]))
            if ticks != self._shown.get(side):
                self._shown[side] = ticks
                self._item.getAxis(side).setTicks([ticks])


def log_ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Position (a logarithm) and text of at most ``most`` round numbers between two logarithms."""
    decades = range(math.floor(low), math.ceil(high) + 1)
    if high - low > 12:
        return []
    ticks: list[tuple[float, str]] = []
    for steps in _STEPS:
        values = [(math.log10(step) + decade, step * 10.0**decade)
                  for decade in decades for step in steps]  # fmt: skip
        ticks = [(at, number(value)) for at, value in values if low <= at <= high]
        if len(ticks) <= most:
            break
    return ticks


def opaque(plot: Any, label: Any) -> None:
    """Lay a label on the plot's ground, so that no line behind it runs through its words."""

    def paint(theme: Theme) -> None:
        label.fill = QBrush(QColor(theme.surface))
        label.update()

    label.setZValue(10)  # above curves and guides that were added later
    plot.themed(paint)


def set_data(curve: Any, x: FloatArray, y: FloatArray) -> None:
    """Give a curve its points, unless it has them: most sliders leave most curves as they are."""
    old_x, old_y = curve.getOriginalDataset()
    if (
        old_x is None
        or not np.array_equal(old_x, x, equal_nan=True)
        or not np.array_equal(old_y, y, equal_nan=True)
    ):
        curve.setData(x, y)


def set_text(label: Any, text: str) -> None:
    """Give a label its text, unless it has it: laying out a text takes long."""
    if label.toPlainText() != text:
        label.setText(text)


def drawable(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """A curve's points, none at all where nothing of it is known.

    Gaps of NaN are drawn as gaps, but bounds that are NaN altogether crash Qt's scene.
    """
    if np.isnan(y).all():
        return np.empty(0), np.empty(0)
    return x, y
