"""The dialog that adds a price the user pays or was offered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.quantities import PRICE_BASES
from pixelwatt_accelerators.core.user_tables import with_price
from pixelwatt_accelerators.text import tr

if TYPE_CHECKING:
    from pixelwatt_accelerators.views.store import Store


class PriceEditor(QDialog):
    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.setWindowTitle(tr("Add a price"))
        self.chip = QComboBox()
        for accelerator in store.everything:
            self.chip.addItem(accelerator.name, accelerator.id)
        self.chip.setCurrentIndex(self.chip.findData(store.comparison.chips[0]))
        self.basis = QComboBox()
        for basis, title in PRICE_BASES.items():
            self.basis.addItem(tr(title), basis)
        self.value = QDoubleSpinBox()
        self.value.setRange(0.0, 1e8)
        self.value.setDecimals(4)
        self.provider, self.source = QLineEdit(), QLineEdit()
        self.source.setPlaceholderText(tr("Offer, invoice or page"))
        self.date = QLineEdit(date.today().isoformat())
        form = QFormLayout()
        for title, widget in (
            (tr("Accelerator"), self.chip), (tr("Basis"), self.basis), (tr("Price"), self.value),
            (tr("Provider"), self.provider), (tr("Source"), self.source), (tr("Date"), self.date),
        ):  # fmt: skip
            form.addRow(title, widget)
            widget.setAccessibleName(title)
        self.error = QLabel()
        self.error.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(tr("Save"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(form)
        layout.addWidget(self.error)
        layout.addWidget(buttons)
        self.basis.currentIndexChanged.connect(self._show_unit)
        self._show_unit()

    @Slot()
    def _show_unit(self) -> None:
        purchase = self.basis.currentData() == "list"
        self.value.setPrefix("$")
        self.value.setSuffix(tr(" a chip") if purchase else tr(" a chip-hour"))

    def accept(self) -> None:
        chip = self._store.catalogue[self.chip.currentData()]
        try:
            own = with_price(
                self._store.own, chip, self.basis.currentData(), self.value.value(),
                self.provider.text(), self.source.text(), self.date.text(),
            )  # fmt: skip
        except Problem as problem:
            self.error.setText(f"{problem.what} {problem.remedy}")
            return
        self._store.set_own(own)
        super().accept()
