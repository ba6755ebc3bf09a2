"""What was found about a user's model, with the means to correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
)

from pixelwatt_upscaler.core import model_corrections
from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pixelwatt_upscaler.core.model_info import ModelInfo

WHOLE_PICTURE = -1
"""Stands in the field of numbers for a network that sees the whole picture."""


class ModelDialog(QDialog):
    """Shows a `ModelInfo`; what can be corrected can be edited. Says only what was changed."""

    corrected = Signal(dict)
    """Fields of `model_corrections.CORRECTABLE` that differ from what was found."""

    def __init__(
        self, title: str, found: ModelInfo, present: ModelInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._found = found
        self.fields: dict[str, QComboBox | QSpinBox] = {}
        explanation = QLabel(
            tr("Found by looking at the model's graph and running it. Corrections are remembered "
               "for this model, whatever its file is called.")
        )  # fmt: skip
        explanation.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        for field, name in field_names().items():
            editor = self.fields[field] = _editor(field)
            editor.setAccessibleName(name)
            form.addRow(name, editor)
        for name, value in facts(found):
            label = QLabel(value)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(name, label)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.back = self.buttons.addButton(tr("As found"), QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.back.clicked.connect(lambda: self.show_info(found))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(explanation)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(440)
        self.show_info(present)

    def show_info(self, info: ModelInfo) -> None:
        for field, editor in self.fields.items():
            value = getattr(info, field)
            if isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findData(model_corrections.written(value)))
            else:
                editor.setValue(WHOLE_PICTURE if value is None else value)

    def corrections(self) -> dict[str, object]:
        """What is entered and differs from what was found."""
        entered: dict[str, object] = {}
        for field, editor in self.fields.items():
            if isinstance(editor, QComboBox):
                value = model_corrections.read(field, editor.currentData())
            else:
                number = editor.value()
                value = None if number == WHOLE_PICTURE else number
            if value != getattr(self._found, field):
                entered[field] = value
        return entered

    def _accept(self) -> None:
        self.corrected.emit(self.corrections())
        self.accept()


def field_names() -> dict[str, str]:
    return {
        "scale": tr("Scale"),
        "channels": tr("Channels"),
        "value_range": tr("Values from black to white"),
        "layout": tr("Order of the data"),
        "multiple": tr("Sides are multiples of"),
        "halo": tr("Sees this far around a pixel"),
    }


def facts(info: ModelInfo) -> list[tuple[str, str]]:
    """What is known and cannot be corrected, as name and value."""
    size = tr("any") if info.fixed_size is None else "{} × {}".format(*info.fixed_size)
    rows = [
        (tr("Input size"), size),
        (tr("Number format"), info.dtype + (tr(", half-precision weights") if info.half else "")),
        (tr("Parameters"), f"{info.parameters:,}"),
    ]
    if info.macs_per_output_pixel is not None:
        work = tr("{count} multiplications for each output pixel",
                  count=f"{info.macs_per_output_pixel:,.0f}")  # fmt: skip
        rows.append((tr("Work"), work))
    rows.append((tr("Fingerprint"), f"{info.sha256[:16]}…"))
    return rows


def _editor(field: str) -> QComboBox | QSpinBox:
    if model_corrections.choices(field):
        combo = QComboBox()
        names = {"1": tr("1: luma"), "3": tr("3: RGB"), "4": tr("4: RGB and alpha")}
        for value in model_corrections.choices(field):
            combo.addItem(names.get(value, value) if field == "channels" else value, value)
        return combo
    least, most = model_corrections.bounds(field)
    spin = QSpinBox()
    spin.setRange(WHOLE_PICTURE if field == "halo" else least, most)
    if field == "halo":
        spin.setSpecialValueText(tr("the whole picture"))
        spin.setSuffix(tr(" pixels"))
    return spin
