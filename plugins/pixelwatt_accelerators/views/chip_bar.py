"""The chosen accelerators as removable chips, and the way to choose others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QToolButton, QWidget

from pixelwatt.api_qt import colour_of, follow_theme
from pixelwatt_accelerators.core.catalogue import Accelerator
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.words import short_name

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_accelerators.views.store import Store


class FlowLayout(QLayout):
    """Places its items in lines as text is placed."""

    def __init__(self, parent: QWidget, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        # Without it a line that keeps its height would not be placed anew.
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self.spacing()
            line = max(line, hint.height())
        return y + line - rect.y()


class ChipBar(QWidget):
    """One button per chosen accelerator; pressing it takes it out, where two are left over."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._layout = FlowLayout(self)
        self.choose = QPushButton(tr("Choose…"))
        self.choose.setAccessibleName(tr("Choose accelerators"))
        self.choose.clicked.connect(self.open_chooser)
        self.buttons: list[QToolButton] = []
        self._layout.addWidget(self.choose)
        self._shown: tuple[object, ...] = ()
        store.changed.connect(self.refresh)
        follow_theme(self, store.context, self._retheme)

    def _retheme(self, _theme: Theme) -> None:
        self._shown = ()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        chosen = self._store.chosen
        key = tuple((a.id, a.name) for a in chosen)
        if key == self._shown:
            return
        self._shown = key
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._layout.removeWidget(self.choose)
        self.buttons = [self._chip(accelerator, len(chosen) > 2) for accelerator in chosen]
        for button in self.buttons:
            self._layout.addWidget(button)
            button.show()
        self._layout.addWidget(self.choose)
        self.updateGeometry()

    def _chip(self, accelerator: Accelerator, removable: bool) -> QToolButton:
        button = QToolButton(self)
        name = short_name(accelerator)
        button.setText(f"{name}  ×" if removable else name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        colour = colour_of(self._store.context.theme, self._store.colour_name(accelerator.id))
        button.setIcon(_dot(colour, self.devicePixelRatioF()))
        button.setIconSize(QSize(12, 12))
        if removable:
            button.setToolTip(tr("Remove {name} from the comparison", name=accelerator.name))
            button.clicked.connect(lambda: self._remove(accelerator.id))
        else:
            button.setToolTip(accelerator.name)
            button.clicked.connect(self.open_chooser)
        button.setAccessibleName(button.toolTip())
        return button

    def _remove(self, accelerator_id: str) -> None:
        rest = tuple(c for c in self._store.comparison.chips if c != accelerator_id)
        self._store.change(chips=rest)

    @Slot()
    def open_chooser(self) -> None:
        from pixelwatt_accelerators.views.chooser import Chooser

        dialog = Chooser(self._store, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _dot(colour: str, ratio: float) -> QIcon:
    pixmap = QPixmap(QSize(12, 12) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(2, 2, 8, 8)
    painter.end()
    return QIcon(pixmap)
