"""The tornado: how far each input moves the ratio of two accelerators, and which turn it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pixelwatt.api_qt import colour_of, follow_theme, hatch, tabular
from pixelwatt_accelerators.core.catalogue import FigureStatus
from pixelwatt_accelerators.core.uncertainty import Bar
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.words import STATUS_COLOURS, input_text, status_word

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_accelerators.views.store import Store

_LINE = 34.0
_TOP = 28.0


class TornadoChart(QWidget):
    """Bars on a logarithmic axis of the ratio; equality is the line in the middle of matters."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._bars: Sequence[Bar] = ()
        self._names: dict[str, str] = {}
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Tornado chart"))
        follow_theme(self, store.context, self._retheme)

    def _retheme(self, _theme: Theme) -> None:
        self.update()

    def show_bars(self, bars: Sequence[Bar], names: dict[str, str]) -> None:
        self._bars, self._names = bars, names
        self.setMinimumHeight(int(_TOP + _LINE * max(1, len(bars)) + 8))
        self.setAccessibleDescription("; ".join(self._caption(bar) for bar in bars))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, int(_TOP + _LINE * max(1, len(self._bars)) + 8))

    def _caption(self, bar: Bar) -> str:
        owner = self._names.get(bar.accelerator, "")
        title = f"{tr(bar.title)} · {owner}" if owner else tr(bar.title)
        low, high = input_text(bar.dimension, bar.low), input_text(bar.dimension, bar.high)
        return f"{title}: {low} – {high}"

    def _flip_text(self, bar: Bar) -> str:
        if bar.flips_at is None:
            return ""
        return tr("flips at {value}", value=input_text(bar.dimension, bar.flips_at))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._store.context.theme
        if not self._bars:
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter,
                tr("Nothing to vary: a figure of one of the two is unknown."),
            )  # fmt: skip
            painter.end()
            return
        ends = [end for bar in self._bars for end in (bar.ratio_low, bar.ratio_high)]
        low, high = min([*ends, 0.95]), max([*ends, 1.05])
        flips = 150.0
        labels = min(300.0, self.width() * 0.42)
        left, right = labels + 8, self.width() - flips

        def x(ratio: float) -> float:
            fraction = math.log(ratio / low) / math.log(high / low)
            return left + fraction * (right - left)

        self._axis(painter, x, low, high)
        for line, bar in enumerate(self._bars):
            self._bar(painter, bar, _TOP + line * _LINE, x, labels)
        painter.end()

    def _axis(self, painter: QPainter, x: object, low: float, high: float) -> None:
        theme = self._store.context.theme
        assert callable(x)
        bottom = _TOP + _LINE * len(self._bars)
        now = self._bars[0].ratio
        painter.setPen(QPen(QColor(theme.text), 1.5))
        painter.drawLine(QPointF(x(1.0), _TOP - 6), QPointF(x(1.0), bottom))
        painter.setPen(QPen(QColor(theme.muted), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x(now), _TOP - 6), QPointF(x(now), bottom))
        painter.setPen(QColor(theme.muted))
        for ratio, text in ((1.0, tr("equal")), (now, tr("now {ratio}", ratio=f"{now:.3g}"))):
            painter.drawText(
                QRectF(x(ratio) - 60, 2, 120, _TOP - 8), Qt.AlignmentFlag.AlignCenter, text
            )

    def _bar(self, painter: QPainter, bar: Bar, y: float, x: object, labels: float) -> None:
        theme = self._store.context.theme
        assert callable(x)
        middle = Qt.AlignmentFlag.AlignVCenter
        owner = self._names.get(bar.accelerator, "")
        title = f"{tr(bar.title)} · {owner}" if owner else tr(bar.title)
        painter.setPen(QColor(theme.text))
        elided = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, int(labels))
        upper = QRectF(0, y, labels, _LINE / 2)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignRight | middle), elided)
        bounds = f"{input_text(bar.dimension, bar.low)} – {input_text(bar.dimension, bar.high)}"
        painter.setPen(QColor(theme.muted))
        lower = QRectF(0, y + _LINE / 2 - 2, labels, _LINE / 2)
        detail = f"{bounds} · {status_word(bar.status)}"
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignRight | middle), detail)
        ends = sorted((x(bar.ratio_low), x(bar.ratio_high)))
        box = QRectF(ends[0], y + 6, max(2.0, ends[1] - ends[0]), _LINE - 14)
        name = STATUS_COLOURS[bar.status]
        fill = QColor(colour_of(theme, name))
        fill.setAlphaF(0.55 if bar.status == FigureStatus.ESTIMATED else 0.9)
        painter.fillRect(box, fill)
        if bar.status == FigureStatus.ESTIMATED:
            painter.fillRect(box, hatch(theme, "window"))
        if bar.crosses:
            self._mark(painter, QPointF(x(1.0), box.center().y()))
        painter.setPen(QColor(theme.bad if bar.crosses else theme.muted))
        text = QRectF(self.width() - 142, y, 142, _LINE)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | middle), self._flip_text(bar))

    def _mark(self, painter: QPainter, at: QPointF) -> None:
        """A diamond where a bar crosses equality: this input alone can turn the verdict."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._store.context.theme.bad))
        corners = [QPointF(0, -6), QPointF(6, 0), QPointF(0, 6), QPointF(-6, 0)]
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
