"""The dialog that adds an accelerator of the user's, or changes figures of one we have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.quantities import QUANTITIES
from pixelwatt_accelerators.core.units import UNITS, from_base
from pixelwatt_accelerators.core.user_tables import (
    Entry,
    usual_unit,
    with_accelerator,
    without_accelerator,
)
from pixelwatt_accelerators.text import tr

if TYPE_CHECKING:
    from pixelwatt_accelerators.views.store import Store

_OFFERED = (
    "hbm", "hbm_bandwidth", "bf16", "fp8", "fp4", "int8", "link_uni", "link_bidi", "link_pair",
    "domain", "topology", "tdp", "all_in_power", "process", "release",
)  # fmt: skip


class FigureField(QWidget):
    """A value and its unit; empty is unknown."""

    def __init__(self, quantity: str) -> None:
        super().__init__()
        self.quantity = quantity
        title = tr(QUANTITIES[quantity].title)
        self.value = QLineEdit()
        self.value.setAccessibleName(title)
        self.value.setPlaceholderText(tr("unknown"))
        self.unit = QComboBox()
        self.unit.setAccessibleName(tr("Unit of {quantity}", quantity=title))
        dimension = QUANTITIES[quantity].dimension
        self.unit.addItems([u.symbol for u in UNITS.values() if u.dimension == dimension])
        self.unit.setCurrentText(usual_unit(quantity))
        self.unit.setMinimumWidth(116)  # so that the fields end in one line
        self.unit.setVisible(self.unit.count() > 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.value, 1)
        layout.addWidget(self.unit)

    def entry(self) -> Entry | None:
        """What was typed; None where the field is empty.

        :raises Problem: for what is no number where one is needed.
        """
        text = self.value.text().strip()
        if not text:
            return None
        if QUANTITIES[self.quantity].dimension in ("text", "date"):
            return Entry(text)
        try:
            return Entry(float(text.replace(",", "")), self.unit.currentText())
        except ValueError:
            title = tr(QUANTITIES[self.quantity].title)
            raise Problem(
                tr("{title}: “{text}” is not a number.", title=title, text=text),
                tr("Leave it empty if it is unknown."),
            ) from None


class AcceleratorEditor(QDialog):
    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.setWindowTitle(tr("Add or edit an accelerator"))
        self.resize(520, 640)
        self.identity = QComboBox()
        self.identity.setEditable(True)
        self.identity.setAccessibleName(tr("Id"))
        self.identity.addItem("")
        self.identity.addItems(list(store.catalogue.accelerators))
        self.name, self.vendor = QLineEdit(), QLineEdit()
        self.source, self.date = QLineEdit(), QLineEdit(date.today().isoformat())
        self.source.setPlaceholderText(tr("Page, offer or own measurement"))
        self.fields = {quantity: FigureField(quantity) for quantity in _OFFERED}
        inner = QWidget()
        form = QFormLayout(inner)
        form.addRow(tr("Id"), self.identity)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Vendor"), self.vendor)
        form.addRow(tr("Source"), self.source)
        form.addRow(tr("Date"), self.date)
        for quantity, field in self.fields.items():
            form.addRow(tr(QUANTITIES[quantity].title), field)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.error = QLabel()
        self.error.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(tr("Save"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self.remove = QPushButton(tr("Remove yours"))
        self.remove.setEnabled(False)
        self.remove.clicked.connect(self._remove)
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(area, 1)
        layout.addWidget(self.error)
        layout.addWidget(buttons)
        self.identity.currentTextChanged.connect(self._fill)

    @Slot(str)
    def _fill(self, accelerator_id: str) -> None:
        """Show what is known of an accelerator; only changed fields will become the user's."""
        self.remove.setEnabled(accelerator_id in self._store.own.accelerators)
        accelerator = self._store.catalogue.accelerators.get(accelerator_id)
        if accelerator is None:
            return
        self.name.setText(accelerator.name)
        self.vendor.setText(accelerator.vendor)
        for quantity, field in self.fields.items():
            datum = accelerator.figures.get(quantity)
            if datum is None or not datum.known:
                field.value.clear()
            elif datum.value is None:
                field.value.setText(datum.text)
            else:
                field.unit.setCurrentText(datum.unit)
                field.value.setText(f"{from_base(datum.value, datum.unit):.12g}")
            field.value.setModified(False)

    def accept(self) -> None:
        try:
            entries = {}
            for quantity, field in self.fields.items():
                entry = field.entry()
                if entry is not None and field.value.isModified():
                    entries[quantity] = entry
            own = with_accelerator(
                self._store.own, self.identity.currentText(), self.name.text(),
                self.vendor.text(), entries, self.source.text(), self.date.text().strip(),
            )  # fmt: skip
        except Problem as problem:
            self.error.setText(f"{problem.what} {problem.remedy}")
            return
        self._store.set_own(own)
        super().accept()

    @Slot()
    def _remove(self) -> None:
        self._store.set_own(without_accelerator(self._store.own, self.identity.currentText()))
        super().accept()
