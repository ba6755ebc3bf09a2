"""Plots in the look of the window. Importing this imports pyqtgraph (half a second): do it late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from pixelwatt.api import Context, Level, Problem, Theme
from pixelwatt.fonts import tabular
from pixelwatt.pictures import copy_picture, save_picture
from pixelwatt.themed import colour_of, follow_theme, hatch
from pixelwatt.ui_text import tr

pg.setConfigOptions(antialias=True)

Values = Sequence[float]


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """A plot whose items name their colours by meaning and change with the theme.

    Colours are fields of `Theme` or ``"series0"``, ``"series1"``...
    Axes carry their unit in the label; there is no SI rescaling, a watt stays a watt.
    """

    def __init__(
        self,
        context: Context,
        *,
        x: str = "",
        x_unit: str = "",
        y: str = "",
        y_unit: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._painters: list[Callable[[Theme], None]] = []
        self._axis_labels = {"bottom": _with_unit(x, x_unit), "left": _with_unit(y, y_unit)}
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        # pyqtgraph makes them without a parent, even switched off: they would outlive the panel.
        for menu in (item.ctrlMenu, item.getViewBox().menu):
            if menu is not None:
                menu.setParent(self, menu.windowFlags())
        item.showGrid(x=True, y=True, alpha=0.35)
        for side in ("bottom", "left"):
            axis = item.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickFont=tabular(self.font()), tickTextOffset=8)
        self.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self.setAccessibleName(name or " / ".join(filter(None, (y, x))))
        self._add_actions()
        follow_theme(self, context, self._retheme)

    # -- items -----------------------------------------------------------------------------

    def line(
        self,
        colour: str = "accent",
        *,
        width: float = 2.0,
        dashed: bool = False,
        filled: bool = False,
        stepped: bool = False,
    ) -> pg.PlotDataItem:
        """A curve without data yet; give it some with ``setData(x, y)``. NaN makes a gap."""
        curve = pg.PlotDataItem(connect="finite", stepMode="right" if stepped else None)
        curve.setDownsampling(auto=True, method="peak")
        curve.setClipToView(True)
        self.addItem(curve)

        def paint(theme: Theme) -> None:
            curve.setPen(_pen(colour_of(theme, colour), width, dashed))
            if filled:
                area = QColor(colour_of(theme, colour))
                area.setAlphaF(0.14)
                curve.setFillLevel(0.0)
                curve.setBrush(area)

        self._paint_now_and_later(paint)
        return curve

    def points(
        self, colour: str = "accent", *, symbol: str = "o", size: int = 8
    ) -> pg.PlotDataItem:
        """Markers without a line."""
        item = pg.PlotDataItem(pen=None, symbol=symbol, symbolSize=size)
        self.addItem(item)

        def paint(theme: Theme) -> None:
            item.setSymbolBrush(colour_of(theme, colour))
            item.setSymbolPen(_pen(theme.surface, 1.0, False))

        self._paint_now_and_later(paint)
        return item

    def guide(
        self, value: float, *, vertical: bool = True, colour: str = "muted", text: str = ""
    ) -> pg.InfiniteLine:
        """A dashed line across the plot, with its text beside it."""
        line = pg.InfiniteLine(value, angle=90 if vertical else 0)
        if text:
            line.label = pg.InfLineLabel(line, text=text, position=0.94, movable=False)
        self.addItem(line)

        def paint(theme: Theme) -> None:
            line.setPen(_pen(colour_of(theme, colour), 1.0, True))
            if text:
                line.label.setColor(colour_of(theme, colour))

        self._paint_now_and_later(paint)
        return line

    def gap(self, start: float, end: float) -> pg.LinearRegionItem:
        """A hatched span of x where nothing is known."""
        region = pg.LinearRegionItem((start, end), movable=False)
        for edge in region.lines:
            edge.hide()
        region.setZValue(-10)
        self.addItem(region)

        def paint(theme: Theme) -> None:
            region.setBrush(hatch(theme))

        self._paint_now_and_later(paint)
        return region

    def label(
        self,
        text: str,
        x: float,
        y: float,
        colour: str = "text",
        anchor: tuple[float, float] = (0.0, 0.5),
    ) -> pg.TextItem:
        """A text at a point, to name a curve where it ends; move it with ``setPos``."""
        item = pg.TextItem(text, anchor=anchor)
        item.setPos(x, y)
        item.setFont(self.font())
        self.addItem(item, ignoreBounds=True)

        def paint(theme: Theme) -> None:
            item.setColor(colour_of(theme, colour))

        self._paint_now_and_later(paint)
        return item

    def themed(self, paint: Callable[[Theme], None]) -> None:
        """Call ``paint`` now and at each change of theme, for items made by other means."""
        self._paint_now_and_later(paint)

    def set_labels(self, *, x: str = "", x_unit: str = "", y: str = "", y_unit: str = "") -> None:
        self._axis_labels = {"bottom": _with_unit(x, x_unit), "left": _with_unit(y, y_unit)}
        self._retheme(self._context.theme)

    # -- look and menu -----------------------------------------------------------------------

    def _paint_now_and_later(self, paint: Callable[[Theme], None]) -> None:
        self._painters.append(paint)
        paint(self._context.theme)

    def _retheme(self, theme: Theme) -> None:
        self.setBackground(theme.surface)
        for side, text in self._axis_labels.items():
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(_pen(theme.grid, 1.0, False))
            axis.setTextPen(theme.muted)
            axis.setLabel(text, color=theme.muted)
            axis.showLabel(bool(text))
        for paint in self._painters:
            paint(theme)

    def _add_actions(self) -> None:
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        entries: tuple[tuple[str, Callable[[], None]], ...] = (
            (tr("Show everything"), self._show_everything),
            (tr("Copy picture"), lambda: copy_picture(self)),
            (tr("Save picture…"), self._ask_and_save),
        )
        for title, run in entries:
            action = QAction(title, self)
            action.triggered.connect(lambda _checked=False, run=run: run())
            self.addAction(action)

    def _show_everything(self) -> None:
        self.getPlotItem().enableAutoRange()

    def _ask_and_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save picture"), "plot.svg", "SVG (*.svg);;PNG (*.png)"
        )
        if not name:
            return
        try:
            save_picture(self, Path(name))
        except Problem as problem:
            self._context.notify(problem.what, level=Level.ERROR, detail=problem.remedy)


def _pen(colour: str, width: float, dashed: bool) -> QPen:
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    pen: Any = pg.mkPen(colour, width=width, style=style)
    return pen  # type: ignore[no-any-return]


def _with_unit(title: str, unit: str) -> str:
    return f"{title} ({unit})" if title and unit else title or unit
