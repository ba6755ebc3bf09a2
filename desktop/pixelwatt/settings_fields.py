"""An editor for each field of a settings schema, chosen by its type and what it allows."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.settings import fit
from pixelwatt.text import translate
from pixelwatt.ui_text import tr

WIDE = 2**31 - 1
Field = dataclasses.Field[Any]


class FieldEditor(QWidget):
    """Label, editor, help, a way back to the default, and what is wrong with what was typed."""

    def __init__(
        self, field: Field, package: str, value: Any, changed: Callable[[str, Any], None]
    ) -> None:
        """``changed(name, value)`` is called with each valid value; it may raise ValueError."""
        super().__init__()
        self.field = field
        self._package = package
        self._changed = changed
        label = self._translated("label") or field.name
        self.title = QLabel(label)
        self.title.setObjectName("sectionTitle")
        self.editor, self._show, signal = self._make_editor(label)
        self.editor.setAccessibleName(label)
        self.editor.setAccessibleDescription(self._translated("help"))
        self.title.setBuddy(self.editor)
        self.reset = QToolButton()
        self.reset.setText(tr("Reset"))
        self.reset.setAccessibleName(tr("Reset {setting}", setting=label))
        self.reset.setToolTip(tr("Back to the default"))
        self.reset.clicked.connect(lambda: self.set_value(field.default))
        self.problem = QLabel()
        self.problem.setProperty("invalid", True)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out(label)
        self.show_value(value)
        signal(self._edited)

    def matches(self, words: list[str]) -> bool:
        text = f"{self.title.text()} {self._translated('help')} {self.field.name}".lower()
        return all(word in text for word in words)

    def show_value(self, value: Any) -> None:
        """Show a value that is stored already."""
        blocked = self.editor.blockSignals(True)
        self._show(value)
        self.editor.blockSignals(blocked)
        self.reset.setVisible(value != self.field.default)
        self._complain("")

    def set_value(self, value: Any) -> None:
        self.show_value(value)
        self._edited(value)

    def _edited(self, value: Any) -> None:
        try:
            fitting = fit(self.field, value)
            self._changed(self.field.name, fitting)
        except ValueError as error:
            self._complain(str(error))
            return
        self._complain("")
        self.reset.setVisible(fitting != self.field.default)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.editor.setProperty("invalid", bool(text))
        self.editor.style().polish(self.editor)

    def _lay_out(self, label: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.editor)
        row.addWidget(self.reset)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        # A check box carries its label itself.
        self.title.setVisible(not isinstance(self.editor, QCheckBox))
        layout.addLayout(row)
        help_text = self._translated("help")
        if help_text:
            help_label = QLabel(help_text)
            help_label.setObjectName("muted")
            help_label.setWordWrap(True)
            layout.addWidget(help_label)
        layout.addWidget(self.problem)

    def _translated(self, key: str) -> str:
        text = str(self.field.metadata.get(key, ""))
        return translate(self._package, text) if text else ""

    def _make_editor(
        self, label: str
    ) -> tuple[QWidget, Callable[[Any], None], Callable[[Callable[[Any], None]], object]]:
        """The widget, how to show a value in it, and how to hear of changes."""
        default, metadata = self.field.default, self.field.metadata
        choices = list(metadata.get("choices", ()))
        if not choices and isinstance(default, enum.Enum):
            choices = [(member, str(member.value)) for member in type(default)]
        if choices:
            return self._combo(choices)
        if isinstance(default, bool):
            box = QCheckBox(label)
            return box, box.setChecked, box.toggled.connect
        if isinstance(default, int | float):
            return self._spin(default, metadata)
        line = QLineEdit()
        line.setMinimumWidth(320)
        if isinstance(default, tuple):
            return (
                line,
                lambda value: line.setText(", ".join(map(str, value))),
                lambda slot: line.textEdited.connect(lambda text: slot(_split(text))),
            )
        return line, lambda value: line.setText(str(value)), line.textEdited.connect

    def _combo(
        self, choices: list[tuple[Any, str]]
    ) -> tuple[QWidget, Callable[[Any], None], Callable[[Callable[[Any], None]], object]]:
        combo = QComboBox()
        combo.setMinimumWidth(220)
        values = [value for value, _ in choices]
        for _, text in choices:
            combo.addItem(translate(self._package, text))

        def show(value: Any) -> None:
            combo.setCurrentIndex(values.index(value) if value in values else 0)

        return (
            combo,
            show,
            lambda slot: combo.currentIndexChanged.connect(lambda index: slot(values[index])),
        )

    def _spin(
        self, default: float, metadata: Any
    ) -> tuple[QWidget, Callable[[Any], None], Callable[[Callable[[Any], None]], object]]:
        low, high = metadata.get("minimum"), metadata.get("maximum")
        suffix = str(metadata.get("suffix", ""))
        if isinstance(default, int):
            whole = QSpinBox()
            whole.setRange(-WIDE if low is None else int(low), WIDE if high is None else int(high))
            whole.setSuffix(f" {suffix}" if suffix else "")
            whole.setMinimumWidth(140)
            return whole, whole.setValue, whole.valueChanged.connect
        spin = QDoubleSpinBox()
        spin.setDecimals(_decimals(default))
        spin.setRange(-1e12 if low is None else low, 1e12 if high is None else high)
        spin.setSuffix(f" {suffix}" if suffix else "")
        spin.setSingleStep(10.0 ** -_decimals(default) if abs(default) < 1 else 0.1)
        spin.setMinimumWidth(140)
        return spin, spin.setValue, spin.valueChanged.connect


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(","))))


def _decimals(default: float) -> int:
    """Enough digits to show the default and to change it finely."""
    text = f"{default:.10f}".rstrip("0")
    return max(2, len(text.partition(".")[2]) + 1)
