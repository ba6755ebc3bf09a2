"""Which picture a flicker view shows: it changes by itself at a rate, or by hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

DEFAULT_HZ = 2.0


class Flicker(QObject):
    """Counts on at its rate while it runs; what is shown is the count modulo the pictures."""

    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0
        self._wanted = False
        self._hertz = DEFAULT_HZ
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)

    def run(self, wanted: bool) -> None:
        self._wanted = wanted
        self._apply()

    def set_rate(self, hertz: float) -> None:
        """Changes per second; 0 leaves it to the hand."""
        self._hertz = hertz
        self._apply()

    def turn(self) -> None:
        self.count += 1
        self.turned.emit()

    def _apply(self) -> None:
        if self._wanted and self._hertz > 0:
            self._timer.start(round(1000 / self._hertz))
        else:
            self._timer.stop()
