"""A list of choices whose closed box shows a shorter text than its open list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SHORT_TEXT = Qt.ItemDataRole.UserRole + 1
LIST_PADDING = 48


class ShortCombo(QComboBox):
    """Each entry has a text, a value, and optionally a short text for the closed box."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_texts(self, index: int, text: str, short: str) -> None:
        self.setItemText(index, text)
        self.setItemData(index, short, SHORT_TEXT)
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count()))
        self.view().setMinimumWidth(widest + LIST_PADDING)
        self.updateGeometry()
        self.update()

    def choose(self, value: str) -> None:
        """Select the entry of ``value`` without telling anyone."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)
            self.updateGeometry()

    def short_text(self, index: int) -> str:
        return str(self.itemData(index, SHORT_TEXT) or self.itemText(index))

    def sizeHint(self) -> QSize:
        option = self._option()
        metrics = self.fontMetrics()
        texts = [self.short_text(index) for index in range(self.count())]
        width = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        content = QSize(width + 8, metrics.height())
        kind = QStyle.ContentsType.CT_ComboBox
        return self.style().sizeFromContents(kind, option, content, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.short_text(self.currentIndex())
        return option
