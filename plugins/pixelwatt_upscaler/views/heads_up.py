"""The heads-up line: what runs, where, and how fast, in figures that do not jump about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from pixelwatt.api import Theme

PADDING = 8
SPACING = 24


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure with its caption. ``room`` is the widest text it is expected to take."""

    caption: str
    value: str
    room: str = ""
    colour: str = ""
    """``#rrggbb`` where the figure belongs to one picture; else the text's colour."""
    tip: str = ""
    stretch: bool = False
    """Takes what is left of the row and is shortened if need be."""


class HeadsUp(QWidget):
    """Captions over values, in one row, or two where the panel is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._readings: tuple[Reading, ...] = ()
        self._boxes: list[tuple[QRectF, Reading]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Heads-up line"))

    @property
    def readings(self) -> tuple[Reading, ...]:
        return self._readings

    def text(self) -> str:
        """All readings in one line, for assistive technology and for copying."""
        return " · ".join(f"{each.caption}: {each.value}" for each in self._readings)

    def show_readings(self, readings: Sequence[Reading]) -> None:
        if tuple(readings) == self._readings:
            return
        self._readings = tuple(readings)
        self.setAccessibleDescription(self.text())
        self._arrange()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = 1 + sum(1 for _ in self._breaks(width))
        return round(rows * self._row_height() + PADDING)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for box, reading in self._boxes:
                if reading.tip and box.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), reading.tip, self)
                    return True
            QToolTip.hideText()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Left open by an exception, a painter would take the whole program down with it.
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for box, reading in self._boxes:
            caption_font, value_font = self._fonts()
            painter.setFont(caption_font)
            painter.setPen(QColor(self._theme.muted))
            height = QFontMetricsF(caption_font).height()
            caption = QRectF(box.x(), box.y(), box.width(), height)
            painter.drawText(caption, Qt.AlignmentFlag.AlignLeft, reading.caption)
            painter.setFont(value_font)
            painter.setPen(QColor(reading.colour or self._theme.text))
            metrics = QFontMetricsF(value_font)
            value = QRectF(box.x(), box.y() + height, box.width(), metrics.height())
            text = metrics.elidedText(reading.value, Qt.TextElideMode.ElideRight, box.width() + 1)
            painter.drawText(value, Qt.AlignmentFlag.AlignLeft, text)

    def _arrange(self) -> None:
        height_before = self.height()
        breaks = set(self._breaks(self.width()))
        self._boxes = []
        x, y = float(PADDING), PADDING / 2
        rows: list[list[tuple[QRectF, Reading]]] = [[]]
        for index, reading in enumerate(self._readings):
            if index in breaks:
                x, y = float(PADDING), y + self._row_height()
                rows.append([])
            width = self._width(reading)
            rows[-1].append((QRectF(x, y, width, self._row_height()), reading))
            x += width + SPACING
        for row in rows:
            self._boxes += self._stretched(row)
        wanted = self.heightForWidth(self.width())
        if wanted != height_before:
            self.setFixedHeight(wanted)

    def _stretched(self, row: list[tuple[QRectF, Reading]]) -> list[tuple[QRectF, Reading]]:
        """Give what is left of a row to its stretching reading."""
        if not row:
            return row
        spare = self.width() - PADDING - row[-1][0].right()
        stretching = next((i for i, (_, reading) in enumerate(row) if reading.stretch), None)
        if stretching is None or spare <= 0:
            return row
        box, reading = row[stretching]
        wanted = QFontMetricsF(self._fonts()[1]).horizontalAdvance(reading.value) - box.width()
        spare = min(spare, max(wanted, 0.0))
        result = row[:stretching]
        result.append((box.adjusted(0, 0, spare, 0), reading))
        result += [(later.translated(spare, 0), each) for later, each in row[stretching + 1 :]]
        return result

    def _breaks(self, width: int) -> list[int]:
        """Indices of the readings that begin a further row."""
        result: list[int] = []
        x = float(PADDING)
        for index, reading in enumerate(self._readings):
            needed = self._width(reading)
            if x > PADDING and x + needed > width - PADDING:
                result.append(index)
                x = float(PADDING)
            x += needed + SPACING
        return result

    def _width(self, reading: Reading) -> float:
        caption_font, value_font = self._fonts()
        value = QFontMetricsF(value_font)
        texts = [reading.room] if reading.stretch else [reading.value, reading.room]
        return max(
            QFontMetricsF(caption_font).horizontalAdvance(reading.caption),
            *(value.horizontalAdvance(text) for text in texts),
        )

    def _row_height(self) -> float:
        caption_font, value_font = self._fonts()
        return QFontMetricsF(caption_font).height() + QFontMetricsF(value_font).height() + 4

    def _fonts(self) -> tuple[QFont, QFont]:
        caption = QFont(self.font())
        caption.setPointSizeF(max(self.font().pointSizeF() * 0.82, 7.0))
        value = QFont(self.font())
        value.setWeight(QFont.Weight.DemiBold)
        value.setFeature(QFont.Tag("tnum"), 1)
        return caption, value
