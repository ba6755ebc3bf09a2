"""Notices that do not block: what happened, kept in a history, shown for a while."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal, Slot

from pixelwatt.api import Level, NoticeAction

HISTORY = 200


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know, and what they can do about it."""

    text: str
    level: Level = Level.INFO
    detail: str = ""
    actions: tuple[NoticeAction, ...] = ()
    at: float = field(default_factory=time.time)


class NoticeCenter(QObject):
    """Takes notices from anywhere, on any thread, and tells the window on the UI thread."""

    added = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: deque[Notice] = deque(maxlen=HISTORY)
        self._posted.connect(self._add, Qt.ConnectionType.AutoConnection)

    @property
    def history(self) -> tuple[Notice, ...]:
        """The newest last."""
        return tuple(self._history)

    def notify(
        self,
        text: str,
        level: Level = Level.INFO,
        detail: str = "",
        actions: Sequence[NoticeAction] = (),
    ) -> None:
        self._posted.emit(Notice(text, level, detail, tuple(actions)))

    def clear(self) -> None:
        self._history.clear()

    @Slot(object)
    def _add(self, notice: Notice) -> None:
        self._history.append(notice)
        self.added.emit(notice)
