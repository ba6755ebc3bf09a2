"""The dialog in which accelerators are chosen, found by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pixelwatt_accelerators.core.catalogue import Accelerator
from pixelwatt_accelerators.text import tr

if TYPE_CHECKING:
    from pixelwatt_accelerators.views.store import Store

_ID = int(Qt.ItemDataRole.UserRole)


class Chooser(QDialog):
    """A checkable list; what is checked keeps its place, what is added comes after."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.setWindowTitle(tr("Choose accelerators"))
        self.resize(440, 560)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Name, vendor or year"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Accelerators"))
        for accelerator in store.everything:
            self.list.addItem(self._item(accelerator))
        self.count = QLabel()
        every = QPushButton(tr("All"))
        every.clicked.connect(lambda: self._check_shown(True))
        none = QPushButton(tr("None"))
        none.clicked.connect(lambda: self._check_shown(False))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("Compare"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(every)
        row.addWidget(none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(buttons)
        self.filter.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._counted)
        self._counted()

    def _item(self, accelerator: Accelerator) -> QListWidgetItem:
        year = accelerator.text("release")[:4]
        parts = [accelerator.vendor, year, tr("system") if accelerator.kind == "system" else ""]
        text = f"{accelerator.name} · {' · '.join(part for part in parts if part)}"
        item = QListWidgetItem(text)
        item.setData(_ID, accelerator.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        chosen = accelerator.id in self._store.comparison.chips
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    @property
    def chosen(self) -> tuple[str, ...]:
        checked = [
            str(item.data(_ID))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        ]
        kept = [chip for chip in self._store.comparison.chips if chip in checked]
        return (*kept, *(chip for chip in checked if chip not in kept))

    @Slot(str)
    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().casefold() for word in words))

    @Slot()
    def _counted(self) -> None:
        count = len(self.chosen)
        self.count.setText(tr("{count} chosen", count=count))
        self.ok.setEnabled(count >= 2)
        self.ok.setToolTip("" if count >= 2 else tr("Choose at least two"))

    def _check_shown(self, checked: bool) -> None:
        state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(state)

    def accept(self) -> None:
        self._store.change(chips=self.chosen)
        super().accept()
