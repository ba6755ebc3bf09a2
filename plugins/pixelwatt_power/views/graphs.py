"""Plots whose menus belong to them.

pyqtgraph makes the context menus of a plot as windows without a parent. They would outlive the
panel, so each is given to its plot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pixelwatt.api_qt import plot

if TYPE_CHECKING:
    from pixelwatt.api import Context


def graph(context: Context, **labels: Any) -> Any:
    """A themed plot; ``labels`` are those of `api_qt.plot`."""
    made = plot(context, **labels)
    item = made.getPlotItem()
    for menu in (item.ctrlMenu, item.getViewBox().menu):
        if menu is not None:
            menu.setParent(made, menu.windowFlags())
    return made
