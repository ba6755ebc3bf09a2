"""The arguments of a library's schedule in a form, with the library's refusal live."""

from __future__ import annotations

import ast
import inspect
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.registry import build, parameters
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.store import Store

_HIDDEN = {"library", "noise_range_t", "noise_pct", "noise_std", "noise_seed", "t_in_epochs",
           "name", "verbose"}  # fmt: skip


class ParameterDialog(QDialog):
    """Changes show in the plot at once; Cancel takes them back."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._before = store.spec
        self.setWindowTitle(tr("Arguments of {title}", title=store.spec.title))
        self._fields: dict[str, QLineEdit | QCheckBox] = {}
        form = QFormLayout()
        self._base = QLineEdit(f"{store.spec.base_lr:g}")
        self._base.textEdited.connect(self._apply)
        form.addRow(tr("Optimizer's learning rate"), self._base)
        for name, value in _values(store.spec).items():
            form.addRow(name, self._field(name, value))
        self._message = QLabel()
        self._message.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._message)
        layout.addWidget(buttons)
        store.remember()

    def _field(self, name: str, value: Any) -> QWidget:
        if isinstance(value, bool):
            box = QCheckBox()
            box.setChecked(value)
            box.toggled.connect(self._apply)
            self._fields[name] = box
            box.setAccessibleName(name)
            return box
        edit = QLineEdit("" if value is None else repr(value) if not isinstance(value, str)
                         else value)  # fmt: skip
        edit.setPlaceholderText(tr("default"))
        edit.setAccessibleName(name)
        edit.textEdited.connect(self._apply)
        self._fields[name] = edit
        return edit

    @Slot()
    def _apply(self) -> None:
        params = dict(self._before.params)
        for name, field in self._fields.items():
            if isinstance(field, QCheckBox):
                params[name] = field.isChecked()
                continue
            text = field.text().strip()
            if not text:
                params.pop(name, None)
            else:
                params[name] = _literal(text)
        try:
            spec = replace(self._before, params=params, base_lr=float(self._base.text()))
            build(spec)
        except ValueError:
            self._message.setText(tr("The optimizer's learning rate is not a number."))
        except Problem as problem:
            self._message.setText(str(problem))
        else:
            self._message.clear()
            self._store.set_spec(spec, remember=False)

    def reject(self) -> None:
        self._store.set_spec(self._before, remember=False)
        super().reject()


def _values(spec: Spec) -> dict[str, Any]:
    known = {
        name: None if default is inspect.Parameter.empty else default
        for name, default in parameters(spec.library, spec.schedule).items()
        if name not in _HIDDEN
    }
    return {**known, **{k: v for k, v in spec.params.items() if k not in _HIDDEN}}


def _literal(text: str) -> Any:
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return text
