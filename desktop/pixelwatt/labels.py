"""Small pieces of text that recur in every panel: headers and badges."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from pixelwatt.api import Context, Status, Theme, Verdict
from pixelwatt.themed import colour_of, follow_theme
from pixelwatt.ui_text import tr

STATUS_COLOURS = {
    Status.MEASURED: "good",
    Status.PUBLISHED: "accent",
    Status.ANNOUNCED: "series3",
    Status.ESTIMATED: "warning",
    Status.ESSAY: "series0",
    Status.USER: "native",
}
VERDICT_COLOURS = {
    Verdict.SUPPORTED: "good",
    Verdict.CONTRADICTED: "bad",
    Verdict.UNDECIDABLE: "warning",
}


def status_name(status: Status) -> str:
    """The status in the user's language, in one word."""
    return {
        Status.MEASURED: tr("measured"),
        Status.PUBLISHED: tr("published"),
        Status.ANNOUNCED: tr("announced"),
        Status.ESTIMATED: tr("estimated"),
        Status.ESSAY: tr("essay"),
        Status.USER: tr("yours"),
    }[status]


def verdict_name(verdict: Verdict) -> str:
    return {
        Verdict.SUPPORTED: tr("supported"),
        Verdict.CONTRADICTED: tr("contradicted"),
        Verdict.UNDECIDABLE: tr("undecidable"),
    }[verdict]


def badge_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() * 0.85, 7.0))
    return small


def paint_badge(
    painter: QPainter, rect: QRectF, text: str, colour: str, *, hatched: bool = False
) -> None:
    """A tinted pill with its text in full colour; ``hatched`` marks what is estimated."""
    tint = QColor(colour)
    tint.setAlphaF(0.16)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    if hatched:
        tint.setAlphaF(0.30)
        painter.setBrush(QBrush(tint, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Badge(QWidget):
    """A word in a pill: a status, a verdict, a state."""

    def __init__(self, context: Context, text: str, colour: str, *, hatched: bool = False) -> None:
        """``colour`` is named by meaning, as `colour_of` takes it."""
        super().__init__()
        self._text = text
        self._colour_name = colour
        self._colour = "#808080"
        self._hatched = hatched
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        follow_theme(self, context, self._retheme)

    def set(self, text: str, colour: str) -> None:
        self._text, self._colour_name = text, colour
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(badge_font(self.font()))
        return QSize(metrics.horizontalAdvance(self._text) + 16, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(badge_font(self.font()))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_badge(painter, rect, self._text, self._colour, hatched=self._hatched)

    def _retheme(self, theme: Theme) -> None:
        self._colour = colour_of(theme, self._colour_name)
        self.update()


class StatusBadge(Badge):
    """How far a figure can be trusted."""

    def __init__(self, context: Context, status: Status) -> None:
        super().__init__(
            context,
            status_name(status),
            STATUS_COLOURS[status],
            hatched=status is Status.ESTIMATED,
        )


class SectionHeader(QWidget):
    """A title over a part of a panel, with a hair line and room for buttons at its right."""

    def __init__(self, title: str, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setObjectName("sectionTitle")
        line = QFrame()
        line.setObjectName("sectionLine")
        line.setFixedHeight(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(line, 1)
        for button in buttons:
            layout.addWidget(button)
