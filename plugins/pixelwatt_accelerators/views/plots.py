"""Plots quick enough to follow a slider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pixelwatt.api_qt import plot

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.core.arrays import FloatArray


def gridless_plot(context: Context, **labels: Any) -> Any:
    """A plot as `pixelwatt.api_qt.plot` makes it, without its grid."""
    made = plot(context, **labels)
    # Translucent grid lines are most of what a plot takes to paint; a moving slider has 16 ms.
    made.getPlotItem().showGrid(x=False, y=False)
    return made


def drawable(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """A curve's points, none at all where nothing of it is known.

    Gaps of NaN are drawn as gaps, but bounds that are NaN altogether crash Qt's scene.
    """
    if np.isnan(y).all():
        return np.empty(0), np.empty(0)
    return x, y
