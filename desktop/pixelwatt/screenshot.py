"""``pixelwatt --screenshot``: wait until what is shown is complete, take its picture, end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from pixelwatt.api import Problem
from pixelwatt.pictures import save_picture

if TYPE_CHECKING:
    from pixelwatt.window import MainWindow
    from pixelwatt.workbench import Workbench

LIMIT_S = 30.0
POLL_MS = 50
SETTLE_POLLS = 4
"""A view that is ready may still be painting; it gets this many polls more."""


class Screenshot(QObject):
    """Polls the shown panels and calls ``finished`` with the program's exit code."""

    def __init__(
        self,
        workbench: Workbench,
        window: MainWindow,
        path: Path,
        finished: Callable[[int], None],
        limit_s: float = LIMIT_S,
    ) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self._path = path
        self._finished = finished
        self._deadline = time.monotonic() + limit_s
        self._settled = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        waiting = self._waiting_for()
        self._settled = 0 if waiting else self._settled + 1
        if self._settled >= SETTLE_POLLS:
            self._take(0)
        elif time.monotonic() > self._deadline:
            print(f"pixelwatt: the picture was taken before {waiting} was ready.", file=sys.stderr)
            self._take(1)

    def _waiting_for(self) -> str:
        """The name of what is not complete yet, empty when all is."""
        if self._workbench.opening:
            return "the file"
        for dock in self._window.docks:
            if dock.on_top and not dock.body.content_ready():
                return f"the panel {dock.objectName()!r}"
        return ""

    def _take(self, code: int) -> None:
        self._timer.stop()
        try:
            save_picture(self._window, self._path, self._window.devicePixelRatioF())
        except Problem as problem:
            print(f"pixelwatt: {problem}", file=sys.stderr)
            code = 1
        self._finished(code)
