"""The few pieces of Qt that plugin views share, so that all panels are one family.

Importing this does not import pyqtgraph; calling `plot` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pixelwatt.empty_state import EmptyState
from pixelwatt.figures import (
    FIGURE_ROLE,
    FigureDelegate,
    FigureLabel,
    figure_tooltip,
    format_figure,
    format_number,
)
from pixelwatt.fonts import tabular
from pixelwatt.icons import IconWidget, icon
from pixelwatt.labels import Badge, SectionHeader, StatusBadge, status_name, verdict_name
from pixelwatt.pictures import copy_picture, picture, save_picture
from pixelwatt.tables import copy_selection, csv_text, make_copyable, neutralised, write_csv
from pixelwatt.themed import colour_of, follow_theme, hatch

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt.plots import Plot

__all__ = [
    "FIGURE_ROLE", "Badge", "EmptyState", "FigureDelegate", "FigureLabel", "IconWidget",
    "SectionHeader", "StatusBadge", "colour_of", "copy_picture", "copy_selection", "csv_text",
    "figure_tooltip", "follow_theme", "format_figure", "format_number", "hatch", "icon",
    "make_copyable", "neutralised", "picture", "plot", "save_picture", "status_name", "tabular",
    "verdict_name", "write_csv",
]  # fmt: skip


def plot(context: Context, **labels: Any) -> Plot:
    """A themed plot; ``labels`` are ``x, x_unit, y, y_unit, name, parent`` of `Plot`."""
    from pixelwatt.plots import Plot

    return Plot(context, **labels)
