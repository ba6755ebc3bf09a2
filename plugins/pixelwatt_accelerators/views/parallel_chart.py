"""Lines across parallel axes, drawn directly; a range brushed on an axis keeps what lies in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStaticText,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt.api_qt import colour_of, follow_theme, hatch, tabular
from pixelwatt_accelerators.core.axes import Axis
from pixelwatt_accelerators.core.units import number, usd, with_unit
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.words import short_name

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_accelerators.views.store import Store

_TOP, _BOTTOM, _UNKNOWN = 48.0, 64.0, 26.0
_LEFT, _RIGHT = 128.0, 56.0
_REACH = 24.0
_MOST_TEXTS = 200
"""Laid-out texts that are kept; a moving slider makes new ones all the time."""


class ParallelChart(QWidget):
    """All accelerators; the chosen in colour, those outside a brush nearly gone."""

    brushed = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._axes: Sequence[Axis] = ()
        self._brushes: dict[str, tuple[float, float]] = {}
        self._drag: tuple[str, float] | None = None
        self._current = 0
        self._texts: dict[str, QStaticText] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(tabular(self.font()))
        self.setMinimumSize(480, 260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Parallel coordinates"))
        follow_theme(self, store.context, self._retheme)

    def _retheme(self, _theme: Theme) -> None:
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._texts.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(900, 420)

    def show_axes(self, axes: Sequence[Axis]) -> None:
        self._axes = axes
        self.update()

    # -- Brushing ------------------------------------------------------------------------------

    @property
    def has_brushes(self) -> bool:
        return bool(self._brushes)

    def brush(self, axis_id: str, low: float, high: float) -> None:
        """Keep what lies between two positions (0 to 1) of an axis."""
        self._brushes[axis_id] = (min(low, high), max(low, high))
        self.update()
        self.brushed.emit()

    @Slot()
    def clear_brushes(self) -> None:
        self._brushes.clear()
        self.update()
        self.brushed.emit()

    def kept(self) -> list[int]:
        """Accelerators inside every brush; an unknown figure is inside none."""
        if not self._axes:
            return []
        inside = np.ones(len(self._axes[0].values), dtype=bool)
        for axis in self._axes:
            if axis.id in self._brushes:
                low, high = self._brushes[axis.id]
                with np.errstate(invalid="ignore"):
                    inside &= (axis.positions >= low) & (axis.positions <= high)
        return [int(index) for index in np.flatnonzero(inside)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        axis = self._axis_at(event.position().x())
        if axis is None:
            return
        self._drag = (axis.id, self._position(event.position().y()))
        if self._brushes.pop(axis.id, None) is not None:
            self.brushed.emit()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            axis_id, start = self._drag
            end = self._position(event.position().y())
            if abs(end - start) > 0.01:
                self.brush(axis_id, start, end)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose an axis; Up and Down move the lower end of its range, with Shift
        the upper end; Escape clears all.
        """
        step = {Qt.Key.Key_Up: 0.05, Qt.Key.Key_Down: -0.05}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._brushes:
            self.clear_brushes()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._axes:
            self._current += 1 if event.key() == Qt.Key.Key_Right else -1
            self._current %= len(self._axes)
            self.update()
        elif step is not None and self._axes:
            axis = self._axes[self._current % len(self._axes)]
            low, high = self._brushes.get(axis.id, (0.0, 1.0))
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                high = float(np.clip(high + step, low, 1.0))
            else:
                low = float(np.clip(low + step, 0.0, high))
            self.brush(axis.id, low, high)
        else:
            super().keyPressEvent(event)

    # -- Geometry --------------------------------------------------------------------------------

    def _x(self, index: int) -> float:
        count = max(2, len(self._axes))
        return _LEFT + index * (self.width() - _LEFT - _RIGHT) / (count - 1)

    def _y(self, position: float) -> float:
        span = self.height() - _TOP - _BOTTOM
        if np.isnan(position):
            return self.height() - _BOTTOM + _UNKNOWN
        return _TOP + (1 - position) * span

    def _position(self, y: float) -> float:
        span = self.height() - _TOP - _BOTTOM
        return float(np.clip(1 - (y - _TOP) / span, 0, 1))

    def _axis_at(self, x: float) -> Axis | None:
        for index, axis in enumerate(self._axes):
            if abs(self._x(index) - x) <= _REACH:
                return axis
        return None

    # -- Painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._store.context.theme
        unknown = QRectF(24, self._y(np.nan) - 10, self.width() - 48, 20)
        painter.fillRect(unknown, hatch(theme))
        self._paint_lines(painter)
        for column, axis in enumerate(self._axes):
            self._paint_axis(painter, self._x(column), axis)
        painter.setPen(QColor(theme.muted))
        self._write(painter, self.width() / 2, unknown.bottom() + 2, tr("unknown"))
        self._name_chosen(painter)
        painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        """A line an accelerator; those of one pen together, the chosen ones last, on top."""
        if not self._axes:
            return
        theme = self._store.context.theme
        kept = set(self.kept())
        ground = self.palette().window().color()
        chips = self._store.comparison.chips
        x = [self._x(column) for column in range(len(self._axes))]
        positions = np.stack([axis.positions for axis in self._axes], axis=1)
        span = self.height() - _TOP - _BOTTOM
        below = self.height() - _BOTTOM + _UNKNOWN
        heights = np.where(np.isnan(positions), below, _TOP + (1 - positions) * span).tolist()
        groups: dict[tuple[bool, str, float], list[QLineF]] = {}
        for index, accelerator in enumerate(self._store.everything):
            chosen = accelerator.id in chips
            strength = (1.0 if chosen else 0.4) if index in kept else 0.1
            pen = (chosen, self._store.colour_name(accelerator.id), strength)
            # Line by line: a polyline is stroked as one shape, which takes far longer.
            groups.setdefault(pen, []).extend(
                QLineF(*start, *end) for start, end in pairwise(zip(x, heights[index], strict=True))
            )
        for (chosen, name, strength), lines in sorted(groups.items(), key=lambda entry: entry[0]):
            colour = _faded(QColor(colour_of(theme, name)), ground, strength)
            painter.setPen(QPen(colour, 2.5 if chosen else 1.0))
            painter.drawLines(lines)

    def _write(self, painter: QPainter, x: float, top: float, text: str) -> None:
        """A text centred on ``x``, laid out once: laying out thirty at each paint takes long."""
        ground = self.palette().window().color()
        laid_out = self._texts.get(text)
        if laid_out is None:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            laid_out = QStaticText(text)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.prepare(painter.transform(), painter.font())
            self._texts[text] = laid_out
        size = laid_out.size()
        box = QRectF(QPointF(x - size.width() / 2, top), size)
        painter.fillRect(box, ground)  # no line runs through the words
        painter.drawStaticText(box.topLeft(), laid_out)

    def _paint_axis(self, painter: QPainter, x: float, axis: Axis) -> None:
        theme = self._store.context.theme
        painter.setPen(QPen(QColor(theme.muted), 1.0))
        painter.drawLine(QPointF(x, self._y(0)), QPointF(x, self._y(1)))
        focused = self.hasFocus() and axis is self._axes[self._current % len(self._axes)]
        painter.setPen(QColor(theme.accent if focused else theme.text))
        self._write(painter, x, 4, tr(axis.title))
        known = axis.values[~np.isnan(axis.values)]
        best, worst = (known.min(), known.max()) if axis.inverted else (known.max(), known.min())
        painter.setPen(QColor(theme.muted))
        for value, top in ((best, 24.0), (worst, self._y(0) + 1)):
            self._write(painter, x, top, _axis_text(axis, float(value)))
        if axis.id in self._brushes:
            low, high = self._brushes[axis.id]
            band = QRectF(x - 7, self._y(high), 14, max(3.0, self._y(low) - self._y(high)))
            fill = QColor(theme.accent)
            fill.setAlphaF(0.35)
            painter.fillRect(band, fill)

    def _name_chosen(self, painter: QPainter) -> None:
        """Names where a chosen line meets the first axis, pushed apart where they would touch."""
        if not self._axes:
            return
        theme = self._store.context.theme
        first = self._axes[0]
        everything = self._store.everything
        labels = [
            (self._y(float(first.positions[index])), accelerator)
            for index, accelerator in enumerate(everything)
            if accelerator.id in self._store.comparison.chips
        ]
        below = 0.0
        for y, accelerator in sorted(labels, key=lambda entry: entry[0]):
            top = max(y - 9, below)
            below = top + 18
            box = QRectF(0, top, self._x(0) - 10, 18)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setPen(QColor(colour_of(theme, self._store.colour_name(accelerator.id))))
            painter.drawText(box, int(side), short_name(accelerator))


def _axis_text(axis: Axis, value: float) -> str:
    if axis.dimension == "energy":
        return f"{number(value, 3)} J"
    if axis.dimension == "hourly_price":
        return usd(value)
    if axis.dimension == "count":
        return number(value, 5)
    return with_unit(value, axis.dimension, 3)


def _faded(colour: QColor, ground: QColor, strength: float) -> QColor:
    """The colour as it would look through on ``ground``; drawn opaque, which is much faster."""

    def mixed(over: int, under: int) -> int:
        return round(strength * over + (1 - strength) * under)

    return QColor(
        mixed(colour.red(), ground.red()),
        mixed(colour.green(), ground.green()),
        mixed(colour.blue(), ground.blue()),
    )
