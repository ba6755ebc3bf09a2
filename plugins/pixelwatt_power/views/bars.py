"""Horizontal bars with their labels and values beside them, drawn in the theme's colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt.api import Context, Theme
from pixelwatt.api_qt import colour_of, follow_theme, hatch, tabular

ROW = 32
BAR = 12
CAP = 4
UNKNOWN_WIDTH = 64


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar; ``estimated`` is hatched."""

    value: float
    colour: str
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    parts: tuple[Part, ...]
    """None of them: the value is unknown, drawn as a hatched gap."""
    text: str
    error: float = 0.0
    """Half-width of the whisker at the bar's end."""

    @property
    def total(self) -> float:
        return sum(part.value for part in self.parts)


class Bars(QWidget):
    """Bars of one scale, each with its label above and its value at its end."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self._bars: tuple[Bar, ...] = ()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self, context, self._retheme)

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def set_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        described = "; ".join(f"{bar.label}: {bar.text}" for bar in self._bars)
        self.setAccessibleName(f"{self._name}. {described}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, max(1, len(self._bars)) * ROW + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._context.theme
        metrics = painter.fontMetrics()
        room = max((metrics.horizontalAdvance(bar.text) for bar in self._bars), default=0) + 16
        longest = max((bar.total + bar.error for bar in self._bars), default=0.0) or 1.0
        scale = max(40, self.width() - room) / longest
        for index, bar in enumerate(self._bars):
            top = index * ROW
            painter.setPen(QColor(theme.muted))
            painter.setFont(self.font())
            painter.drawText(
                QRectF(0, top, self.width(), ROW - BAR - 2),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                bar.label,
            )
            left = 0.0
            for part in bar.parts:
                rect = QRectF(left, top + ROW - BAR - 2, max(1.0, part.value * scale), BAR)
                brush = hatch(theme, part.colour) if part.estimated else None
                painter.fillRect(rect, brush or QColor(colour_of(theme, part.colour)))
                if part.estimated:
                    painter.setPen(QColor(colour_of(theme, part.colour)))
                    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
                left = rect.right()
            if not bar.parts:
                gap = QRectF(0, top + ROW - BAR - 2, UNKNOWN_WIDTH, BAR)
                painter.fillRect(gap, hatch(theme))
                left = gap.right()
            painter.setPen(QColor(theme.text))
            if bar.error:
                left = self._draw_error(painter, bar, top, scale)
            painter.setFont(tabular(self.font()))
            painter.drawText(
                QRectF(left + 8, top + ROW - BAR - 8, room, BAR + 12),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                bar.text,
            )
        painter.end()

    def _draw_error(self, painter: QPainter, bar: Bar, top: int, scale: float) -> float:
        """The whisker of what the error leaves open; returns where it ends."""
        middle = top + ROW - BAR / 2 - 2
        low, high = (bar.total - bar.error) * scale, (bar.total + bar.error) * scale
        whisker = [QLineF(low, middle, high, middle)]
        whisker += [QLineF(end, middle - CAP, end, middle + CAP) for end in (low, high)]
        theme = self._context.theme
        # Light lines on a light bar would not show: a dark edge sets them off, and vice versa.
        for colour, width in ((theme.surface, 3.0), (theme.text, 1.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLines(whisker)
        return high

    def _retheme(self, theme: Theme) -> None:
        self.update()
