"""One dialog for all settings, made from the schemas of the shell and of the plugins."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import SettingsPage
from pixelwatt.settings_fields import FieldEditor
from pixelwatt.shell_settings import PAGE
from pixelwatt.text import translate
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.workbench import Workbench

HIDDEN = {"disabled_plugins"}
"""Fields of the shell that have a page of their own."""


class SettingsDialog(QDialog):
    """Changes apply at once; every field can go back to its default."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("settings")
        self.setWindowTitle(tr("Settings"))
        self.resize(820, 560)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the settings"))
        self.search.setAccessibleName(tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.pages = QListWidget()
        self.pages.setObjectName("sidebar")
        self.pages.setAccessibleName(tr("Pages"))
        self.pages.setFixedWidth(220)
        self.stack = QStackedWidget()
        self.forms: list[SettingsForm] = []
        for page, package in _pages(workbench):
            form = SettingsForm(workbench, page, package)
            self.forms.append(form)
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setWidget(form)
            scroll.setAccessibleName(form.title)
            self.stack.addWidget(scroll)
            item = QListWidgetItem(form.title)
            item.setSizeHint(QSize(0, 36))
            self.pages.addItem(item)
        self.pages.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.pages.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.pages, 1)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(left)
        body.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(body, 1)
        layout.addWidget(buttons)

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        first = -1
        for row, form in enumerate(self.forms):
            fits = form.filter(words)
            self.pages.item(row).setHidden(not fits)
            if fits and first < 0:
                first = row
        current = self.pages.currentRow()
        if first >= 0 and (current < 0 or self.pages.item(current).isHidden()):
            self.pages.setCurrentRow(first)


class SettingsForm(QWidget):
    """The fields of one page; it follows changes made elsewhere."""

    def __init__(self, workbench: Workbench, page: SettingsPage, package: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = translate(package, page.title)
        self._settings = workbench.settings
        self._schema = page.schema
        heading = QLabel(self.title)
        heading.setObjectName("pageTitle")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(20)
        layout.addWidget(heading)
        value = self._settings.get(page.schema)
        self.editors: dict[str, FieldEditor] = {}
        for field in dataclasses.fields(page.schema):
            if field.name in HIDDEN and page is PAGE:
                continue
            editor = FieldEditor(field, package, getattr(value, field.name), self._put)
            self.editors[field.name] = editor
            layout.addWidget(editor)
        reset = QPushButton(tr("Reset this page"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self.reset_all)
        layout.addSpacing(8)
        layout.addWidget(reset, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        unsubscribe = self._settings.subscribe(page.schema, self._show)
        self.destroyed.connect(lambda: unsubscribe())

    def filter(self, words: list[str]) -> bool:
        """Show the fields that hold all ``words``; whether any does, or the title does."""
        whole_page = all(word in self.title.lower() for word in words)
        any_fits = False
        for editor in self.editors.values():
            fits = whole_page or editor.matches(words)
            editor.setVisible(fits)
            any_fits = any_fits or fits
        return any_fits or whole_page

    def reset_all(self) -> None:
        for name, editor in self.editors.items():
            field = next(f for f in dataclasses.fields(self._schema) if f.name == name)
            editor.set_value(field.default)

    def _put(self, name: str, value: Any) -> None:
        self._settings.put(dataclasses.replace(self._settings.get(self._schema), **{name: value}))

    def _show(self, value: Any) -> None:
        for name, editor in self.editors.items():
            stored = getattr(value, name)
            # What is being typed into stays as typed: "1, " must not become "1".
            if not editor.editor.hasFocus():
                editor.show_value(stored)


def _pages(workbench: Workbench) -> list[tuple[SettingsPage, str]]:
    pages = [(PAGE, "pixelwatt")]
    pages += [(c.item, c.plugin.package) for c in workbench.host.collect("pixelwatt_settings")]
    return pages
