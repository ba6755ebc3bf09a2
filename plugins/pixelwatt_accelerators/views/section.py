"""What the sections of the panel have in common: redraw when seen, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.store import Store


class Section(QWidget):
    """A page of the panel. A change while it is hidden is drawn when it is shown."""

    def __init__(self, store: Store, context: Context, name: str) -> None:
        super().__init__()
        self.store = store
        self.context = context
        self._stale = True
        self.setAccessibleName(name)
        store.changed.connect(self._on_change)

    def refresh(self) -> None:
        """Draw the store's state; each section does so in its own way."""

    @Slot()
    def _on_change(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
        super().showEvent(event)
