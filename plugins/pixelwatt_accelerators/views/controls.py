"""Sliders and choices bound to one field of the comparison."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

from pixelwatt.api_qt import tabular

_STEPS = 1000


class FieldSlider(QWidget):
    """A slider with its label and value; ``log`` spreads factors evenly.

    ``changed`` is called with the value while the user drags; `show_value` sets it silently.
    """

    def __init__(
        self,
        title: str,
        low: float,
        high: float,
        changed: Callable[[float], None],
        *,
        text: Callable[[float], str],
        log: bool = False,
        whole: bool = False,
        tooltip: str = "",
    ) -> None:
        super().__init__()
        self._low, self._high = low, high
        self._log, self._whole = log, whole
        self._changed, self._text = changed, text
        self._value = low
        title_label = QLabel(title)
        self._value_label = QLabel()
        self._value_label.setFont(tabular(self._value_label.font()))
        self._value_label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 20)
        self.slider.setSingleStep(_STEPS // 100)
        self.slider.setAccessibleName(title)
        title_label.setBuddy(self.slider)
        if tooltip:
            self.setToolTip(tooltip)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.addWidget(title_label, 0, 0)
        layout.addWidget(self._value_label, 0, 1)
        layout.addWidget(self.slider, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.slider.valueChanged.connect(self._on_moved)

    @property
    def value(self) -> float:
        return self._value

    def show_value(self, value: float) -> None:
        """Show a value without reporting it; one outside the range stands at the end."""
        self._value = value
        clipped = min(max(value, self._low), self._high)
        if self._log:
            fraction = math.log(clipped / self._low) / math.log(self._high / self._low)
        else:
            fraction = (clipped - self._low) / (self._high - self._low)
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(fraction * _STEPS))
        self._say()

    @Slot(int)
    def _on_moved(self, position: int) -> None:
        fraction = position / _STEPS
        if self._log:
            value = self._low * (self._high / self._low) ** fraction
        else:
            value = self._low + (self._high - self._low) * fraction
        self._value = max(1.0, float(round(value))) if self._whole else float(f"{value:.4g}")
        self._say()
        self._changed(self._value)

    def _say(self) -> None:
        text = self._text(self._value)
        self._value_label.setText(text)
        self.slider.setAccessibleDescription(text)


class Choice(QComboBox):
    """A combo box of ``(value, text)`` pairs that reports the value chosen by the user."""

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[Any, str]],
        changed: Callable[[Any], None],
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._changed = changed
        self.set_options(options)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        with QSignalBlocker(self):
            self.clear()
            for value, text in options:
                self.addItem(text, value)

    def show_value(self, value: Any) -> None:
        index = self.findData(value)
        if index != self.currentIndex():
            with QSignalBlocker(self):
                self.setCurrentIndex(index)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self._changed(self.itemData(index))


def labelled(title: str, *widgets: QWidget) -> QWidget:
    """A label with its controls on one line."""
    row = QWidget()
    label = QLabel(title)
    label.setBuddy(widgets[0])
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(label)
    for widget in widgets:
        layout.addWidget(widget)
    return row
