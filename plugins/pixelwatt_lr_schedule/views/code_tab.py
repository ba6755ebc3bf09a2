"""Live code of the curve in five dialects; edited or pasted code becomes the curve."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.code_in import read_code
from pixelwatt_lr_schedule.core.code_out import DIALECTS, export
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.store import Store


class CodeTab(QWidget):
    """The text follows the plot until it is edited; then it waits to be read."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._written = ""
        self.dialect = QComboBox()
        self.dialect.setAccessibleName(tr("Dialect"))
        for key, title in DIALECTS.items():
            self.dialect.addItem(title, key)
        self.dialect.currentIndexChanged.connect(self._write)
        self.read = QPushButton(tr("Read this code"))
        self.read.setProperty("primary", True)
        self.read.clicked.connect(self._read)
        self.restore = QPushButton(tr("Back to the curve"))
        self.restore.clicked.connect(self._write)
        copy = QPushButton(tr("Copy"))
        copy.clicked.connect(self._copy)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.edit = QPlainTextEdit()
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(tr("Code; edit or paste, then read it"))
        self.edit.textChanged.connect(self._edited)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.dialect)
        row.addWidget(copy)
        row.addWidget(self.message, 1)
        row.addWidget(self.restore)
        row.addWidget(self.read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.edit, 1)
        # Code is written after a drag has paused: long formulas would slow the drag itself.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(60)
        self._timer.timeout.connect(self._write)
        store.changed.connect(self._timer.start)
        self._write()

    @Slot()
    def _write(self) -> None:
        self._timer.stop()
        try:
            text = export(self._store.spec, self.dialect.currentData())
            self.message.clear()
        except Problem as problem:
            text = ""
            self.message.setText(str(problem))
        self._written = text
        if self.edit.toPlainText() != text:
            self.edit.setPlainText(text)
        self._edited()

    @Slot()
    def _edited(self) -> None:
        different = self.edit.toPlainText() != self._written
        self.read.setVisible(different)
        self.restore.setVisible(different)
        if different:
            self._timer.stop()

    @Slot()
    def _read(self) -> None:
        try:
            found = read_code(self.edit.toPlainText())
        except Problem as problem:
            self.message.setText(str(problem))
            return
        self._store.set_spec(found.spec)
        self._write()
        self.message.setText(
            " ".join(found.warnings) or tr("Read: {title}", title=found.spec.title)
        )

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.edit.toPlainText())
        self.message.setText(tr("Copied."))
