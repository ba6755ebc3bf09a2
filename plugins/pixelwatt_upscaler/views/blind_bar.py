"""The blind test over the pictures: one picture at a time, without names, and a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from pixelwatt_upscaler.core.live_blind import BlindTest
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pixelwatt_upscaler.views.canvas import Canvas
    from pixelwatt_upscaler.views.layers import Layer


class BlindBar(QWidget):
    """Asks which two pictures, then runs the trials on the canvas, then tells the score."""

    closed = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.test: BlindTest | None = None
        self._pair = ("", "")
        self.first, self.second = QComboBox(), QComboBox()
        self.first.setAccessibleName(tr("First picture"))
        self.second.setAccessibleName(tr("Second picture"))
        self.question = QLabel(tr("Can you tell"))
        self.between = QLabel(tr("from"))
        self.start = _button(tr("Start the blind test"), self.begin)
        self.shown = {name: _button(name, self._shower(name)) for name in ("A", "B", "X")}
        group = QButtonGroup(self)
        for button in self.shown.values():
            button.setCheckable(True)
            group.addButton(button)
        self.is_a = _button(tr("X is A"), lambda: self.answer(True))
        self.is_b = _button(tr("X is B"), lambda: self.answer(False))
        self.state = QLabel()
        self.close_button = _button(tr("Close"), self.finish)
        layout = FlowLayout(self)
        pair = QWidget()
        inner = QHBoxLayout(pair)
        inner.setContentsMargins(0, 0, 0, 0)
        for part in (self.question, self.first, self.between, self.second):
            inner.addWidget(part)
        self._setup = pair
        for widget in (
            pair, self.start, *self.shown.values(), self.is_a, self.is_b, self.state,
            self.close_button,
        ):  # fmt: skip
            layout.addWidget(widget)
        self.hide()

    def ask(self, layers: Sequence[Layer]) -> None:
        """Open the bar to choose two of the pictures on screen."""
        for combo in (self.first, self.second):
            combo.clear()
            for layer in layers:
                combo.addItem(layer.title, layer.key)
        self.first.setCurrentIndex(max(len(layers) - 2, 0))
        self.second.setCurrentIndex(max(len(layers) - 1, 0))
        self.test = None
        self._show_stage()
        self.show()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        self._pair = (str(self.first.currentData()), str(self.second.currentData()))
        if self._pair[0] == self._pair[1]:
            self.state.setText(tr("Choose two different pictures."))
            return
        self.test = BlindTest()
        self._show_stage()
        self.look_at("X")
        self._canvas.setFocus()

    def look_at(self, name: str) -> None:
        """Show A, B or X; none of them is named on the picture."""
        if self.test is None or self.test.finished:
            return
        is_first = self.test.x_is_a if name == "X" else name == "A"
        self.shown[name].setChecked(True)
        self._canvas.show_alone(self._pair[0 if is_first else 1], name)

    def answer(self, says_a: bool) -> None:
        if self.test is None or self.test.finished:
            return
        test = self.test
        test.answer(says_a)
        self._show_stage()
        self.look_at("X")
        if len(test.answers) == test.trials:
            self._canvas.show_alone(None)

    def handle_key(self, key: int) -> bool:
        """A, B and X show; 8 and 9 answer, so that a slip of the finger costs nothing."""
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_A.value: lambda: self.look_at("A"),
            Qt.Key.Key_B.value: lambda: self.look_at("B"),
            Qt.Key.Key_X.value: lambda: self.look_at("X"),
            Qt.Key.Key_8.value: lambda: self.answer(True),
            Qt.Key.Key_9.value: lambda: self.answer(False),
            Qt.Key.Key_Escape.value: self.finish,
        }
        action = actions.get(key)
        if action is None or not self.isVisible():
            return False
        action()
        return True

    def finish(self) -> None:
        self._canvas.show_alone(None)
        self.test = None
        self.hide()
        self.closed.emit()

    def _show_stage(self) -> None:
        running = self.test is not None and not self.test.finished
        self._setup.setVisible(not running)
        self.start.setVisible(not running)
        for widget in (*self.shown.values(), self.is_a, self.is_b):
            widget.setVisible(running)
        self.state.setText(self._words())
        self.updateGeometry()

    def _words(self) -> str:
        test = self.test
        if test is None:
            return tr("Ten times, X is one of the two: say which.")
        if not test.finished:
            return tr(
                "Trial {trial} of {trials}. A, B, X show; 8: X is A; 9: X is B.",
                trial=test.trial,
                trials=test.trials,
            )
        verdict = (
            tr("You can tell them apart.")
            if test.seen
            else tr("That is no proof that you can tell them apart.")
        )
        return tr(
            "{right} of {trials} right; guessing does so in {chance} % of tests. {verdict}",
            right=test.right,
            trials=test.trials,
            chance=f"{(test.chance or 0) * 100:.3g}",
            verdict=verdict,
        )

    def _shower(self, name: str) -> Callable[[], None]:
        return lambda: self.look_at(name)


def _button(text: str, action: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    button.clicked.connect(lambda _checked=False: action())
    return button
