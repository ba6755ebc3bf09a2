"""Play, pause, step, seek and loop, with the time in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.icons import SIZE, icon

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_upscaler.core.frames import SourceInfo

TICKS_PER_S = 1000


class PlayBar(QWidget):
    """Says what the user wants; the panel tells it what is."""

    play_toggled = Signal()
    stepped = Signal(int)
    sought = Signal(float)
    loop_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = False
        self._duration_s: float | None = None
        self.back = _button(tr("One frame back (,)"))
        self.play = _button(tr("Play or pause (Space)"))
        self.forward = _button(tr("One frame on (.)"))
        self.loop = _button(tr("Play again at the end (L)"))
        self.loop.setCheckable(True)
        self.slider = SeekSlider()
        self.slider.setAccessibleName(tr("Position"))
        self.time = QLabel()
        self.time.setAccessibleName(tr("Time"))
        self.time.setFont(_tabular(self.time.font()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(4)
        for button in (self.back, self.play, self.forward):
            layout.addWidget(button)
        layout.addSpacing(4)
        layout.addWidget(self.slider, 1)
        layout.addSpacing(8)
        layout.addWidget(self.time)
        layout.addWidget(self.loop)
        self.play.clicked.connect(self.play_toggled)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.forward.clicked.connect(lambda: self.stepped.emit(1))
        self.loop.clicked.connect(self.loop_changed)
        self.slider.sought.connect(lambda tick: self.sought.emit(tick / TICKS_PER_S))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._colour = theme.text
        self.back.setIcon(icon("previous", theme.text))
        self.forward.setIcon(icon("next", theme.text))
        self.loop.setIcon(icon("loop", theme.text))
        self._show_playing()

    def show_source(self, info: SourceInfo) -> None:
        """Fit the bar to a source: nothing to play for a still, nothing to seek for a camera."""
        self._duration_s = info.duration_s
        self.setVisible(not info.still or (info.frames or 1) > 1)
        seekable = info.seekable and bool(info.duration_s)
        for widget in (self.slider, self.back, self.forward, self.loop):
            widget.setEnabled(seekable)
        self.slider.setRange(0, round((info.duration_s or 0) * TICKS_PER_S))
        self.show_time(0.0)

    def show_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self._show_playing()

    def show_loop(self, loop: bool) -> None:
        self.loop.setChecked(loop)

    def show_time(self, seconds: float | None) -> None:
        now = clock(seconds) if seconds is not None else tr("live")
        self.time.setText(f"{now} / {clock(self._duration_s)}" if self._duration_s else now)
        if seconds is not None and not self.slider.isSliderDown():
            self.slider.setValue(round(seconds * TICKS_PER_S))

    def _show_playing(self) -> None:
        self.play.setIcon(icon("pause" if self._playing else "play", self._colour))
        self.play.setAccessibleName(tr("Pause") if self._playing else tr("Play"))


class SeekSlider(QSlider):
    """A slider that goes where it is clicked, as every player's does."""

    sought = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSingleStep(TICKS_PER_S)
        self.setPageStep(5 * TICKS_PER_S)
        self.actionTriggered.connect(lambda _action: self.sought.emit(self.sliderPosition()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.setSliderDown(False)
        super().changeEvent(event)

    def _go(self, event: QMouseEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_Slider
        groove = self.style().subControlRect(
            control, option, QStyle.SubControl.SC_SliderGroove, self
        )
        handle = self.style().subControlRect(
            control, option, QStyle.SubControl.SC_SliderHandle, self
        )
        span = groove.width() - handle.width()
        along = round(event.position().x() - groove.x() - handle.width() / 2)
        tick = QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), along, span)
        self.setSliderPosition(tick)
        self.sought.emit(tick)


def clock(seconds: float) -> str:
    """Minutes, seconds and hundredths: ``0:07.48``; with hours from one hour on."""
    hundredths = round(max(seconds, 0.0) * 100)
    minutes, rest = divmod(hundredths, 6000)
    hours, minutes = divmod(minutes, 60)
    text = f"{minutes:02d}" if hours else f"{minutes}"
    return f"{f'{hours}:' if hours else ''}{text}:{rest // 100:02d}.{rest % 100:02d}"


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoRaise(True)
    button.setIconSize(QSize(SIZE, SIZE))
    return button


def _tabular(font: QFont) -> QFont:
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
