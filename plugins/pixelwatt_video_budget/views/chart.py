"""What the planner's painted charts share: theme, scales, ticks and text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt.api import Context, Theme
from pixelwatt.api_qt import follow_theme, tabular


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values from ``low`` to ``high`` onto pixels, linearly or by logarithm."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        if self.log:
            low, high = math.log(self.low), math.log(self.high)
            share = (math.log(max(value, self.low * 1e-3)) - low) / ((high - low) or 1.0)
        else:
            share = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.start + share * (self.end - self.start)

    def value(self, pixel: float) -> float:
        """The inverse: the value at a pixel."""
        share = (pixel - self.start) / ((self.end - self.start) or 1.0)
        if self.log:
            return float(self.low * (self.high / self.low) ** share)
        return self.low + share * (self.high - self.low)

    def ticks(self, most: int = 6) -> Iterator[float]:
        """Round values: powers of ten on a log scale, 1-2-5 steps on a linear one."""
        if self.log:
            first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
            stride = max(1, math.ceil((last - first + 1) / most))
            yield from (10.0**power for power in range(first, last + 1, stride))
            return
        step = nice_step((self.high - self.low) / most)
        value = math.ceil(self.low / step) * step
        while value <= self.high + step * 1e-6:
            yield value
            value += step


def nice_step(rough: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    if rough <= 0 or not math.isfinite(rough):
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)


class Chart(QWidget):
    """A painted picture that follows the theme; subclasses implement `paint`."""

    def __init__(self, context: Context, name: str, least: QSize) -> None:
        super().__init__()
        self.context = context
        self.theme: Theme = context.theme
        self._least = least
        self.setFont(tabular(self.font()))
        self.setMinimumSize(least.width() // 2, min(least.height(), 200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)
        follow_theme(self, context, self._retheme)

    def sizeHint(self) -> QSize:
        return self._least

    def _retheme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(self.rect()))

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw into ``area``."""

    # -- Pieces -------------------------------------------------------------------------------

    @property
    def metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font())

    def text_pen(self, painter: QPainter, muted: bool = False) -> None:
        painter.setPen(QColor(self.theme.muted if muted else self.theme.text))

    def draw_text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        *,
        muted: bool = False,
        right: bool = False,
        centre: bool = False,
    ) -> None:
        """One line of text, elided to fit."""
        self.text_pen(painter, muted)
        align = Qt.AlignmentFlag.AlignVCenter
        if centre:
            align |= Qt.AlignmentFlag.AlignHCenter
        else:
            align |= Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        elided = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align, elided)

    def grid_line(self, painter: QPainter, x1: float, y1: float, x2: float, y2: float) -> None:
        painter.setPen(QPen(QColor(self.theme.grid), 1))
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def marker_line(
        self, painter: QPainter, x1: float, y1: float, x2: float, y2: float, colour: str
    ) -> None:
        painter.setPen(QPen(QColor(colour), 1.5))
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def tinted(colour: str, strength: float) -> QColor:
    """A colour, mostly transparent."""
    tint = QColor(colour)
    tint.setAlphaF(strength)
    return tint


def short_money(amount: float, symbol: str = "$") -> str:
    """``$1.2k``, ``$15M``: for axes."""
    for factor, suffix in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(amount) >= factor:
            return f"{symbol}{amount / factor:.3g}{suffix}"
    return f"{symbol}{amount:.3g}"
