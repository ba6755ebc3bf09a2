"""Number fields with their label, unit and accessible name, as all planners use them."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox

from pixelwatt.api_qt import tabular


def decimal_field(
    form: QFormLayout,
    label: str,
    value: float,
    unit: str,
    low: float,
    high: float,
    step: float = 1.0,
) -> QDoubleSpinBox:
    """Add a field for a decimal number to ``form``."""
    field = QDoubleSpinBox()
    field.setRange(low, high)
    field.setSingleStep(step)
    field.setDecimals(2 if step < 0.1 else 1 if step < 1 else 0)
    field.setSuffix(f" {unit}" if unit else "")
    field.setValue(value)
    _finish(form, label, field)
    return field


def whole_field(
    form: QFormLayout, label: str, value: int, unit: str, low: int, high: int, step: int = 1
) -> QSpinBox:
    """Add a field for a whole number to ``form``."""
    field = QSpinBox()
    field.setRange(low, high)
    field.setSingleStep(step)
    field.setGroupSeparatorShown(True)
    field.setSuffix(f" {unit}" if unit else "")
    field.setValue(value)
    _finish(form, label, field)
    return field


def _finish(form: QFormLayout, label: str, field: QDoubleSpinBox | QSpinBox) -> None:
    field.setFont(tabular(field.font()))
    field.setAccessibleName(label)
    # Half-typed numbers would make every plot jump.
    field.setKeyboardTracking(False)
    form.addRow(label, field)
