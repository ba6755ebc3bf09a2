"""The window's plots, with pyqtgraph's menus tied to the life of their plot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pixelwatt.api_qt import plot

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.core.arrays import FloatArray


def owned_plot(context: Context, **labels: Any) -> Any:
    """A plot as `pixelwatt.api_qt.plot` makes it, with a calm grid.

    pyqtgraph makes menus without a parent, even where they are switched off; they would stay
    as top-level widgets until the garbage collector finds the cycle they are in.
    """
    made = plot(context, **labels)
    item = made.getPlotItem()
    # Translucent grid lines are most of what a plot takes to paint; a moving slider has 16 ms.
    item.showGrid(x=False, y=False)
    for menu in (item.ctrlMenu, item.vb.menu):
        if menu is not None:
            menu.setParent(made, menu.windowFlags())
    return made


def drawable(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """A curve's points, none at all where nothing of it is known.

    Gaps of NaN are drawn as gaps, but bounds that are NaN altogether crash Qt's scene.
    """
    if np.isnan(y).all():
        return np.empty(0), np.empty(0)
    return x, y
