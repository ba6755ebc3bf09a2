"""A small read-only table of computed values: accelerators in columns, unknown hatched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from pixelwatt.api_qt import colour_of, hatch, make_copyable, tabular
from pixelwatt_accelerators.text import tr

if TYPE_CHECKING:
    from pixelwatt_accelerators.views.store import Store

_NARROWEST = 132
"""Narrower columns would cut off numbers with their units; the table scrolls instead."""
_UNKNOWN = int(Qt.ItemDataRole.UserRole) + 5


class _HatchDelegate(QStyledItemDelegate):
    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if index.data(_UNKNOWN):
            rect = option.rect.adjusted(8, 6, -8, -6)
            painter.fillRect(rect, hatch(self._store.context.theme))
        super().paint(painter, option, index)


class FiguresTable(QTableWidget):
    """Rows of ``(title, texts, tooltip)``; None as a text is the hatched unknown.

    A tooltip is of the whole row, or a list with one for each text.
    """

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        self._store = store
        self._header_look: list[str] = []
        self._cells: dict[tuple[int, int], tuple[str | None, str]] = {}
        """Text and tooltip of every cell, so that a moving slider sets only what changes."""
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(tabular(self.font()))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_HatchDelegate(store, self))
        make_copyable(self)

    def show_rows(
        self,
        columns: Sequence[tuple[str, str]],
        rows: Sequence[tuple[str, list[str | None], str | list[str]]],
    ) -> None:
        """``columns`` are header texts with the colour each is written in."""
        titles = ["", *(title for title, _ in columns)]
        reshaped = (self.rowCount(), self.columnCount()) != (len(rows), len(titles))
        if reshaped:
            self._cells.clear()
            self.setRowCount(len(rows))
            self.setColumnCount(len(titles))
        theme = self._store.context.theme
        header_look = [*titles, *(colour_of(theme, colour) for _, colour in columns)]
        if header_look != self._header_look:
            self._header_look = header_look
            self.setHorizontalHeaderLabels(titles)
            for position, (_, colour) in enumerate(columns, start=1):
                header = self.horizontalHeaderItem(position)
                if header is not None:
                    header.setForeground(QColor(colour_of(theme, colour)))
        for line, (title, texts, tooltip) in enumerate(rows):
            tips = [tooltip] * len(texts) if isinstance(tooltip, str) else tooltip
            self._put(line, 0, title, "" if tips is tooltip else str(tooltip), numeric=False)
            for position, (text, tip) in enumerate(zip(texts, tips, strict=True), start=1):
                self._put(line, position, text, tip, numeric=True)
        if reshaped:
            header_view = self.horizontalHeader()
            header_view.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header_view.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def _put(self, row: int, column: int, text: str | None, tip: str, *, numeric: bool) -> None:
        if self._cells.get((row, column)) == (text, tip):
            return
        self._cells[row, column] = (text, tip)
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        # Each setter repaints its cell.
        if item.data(_UNKNOWN) is not (text is None):
            item.setData(_UNKNOWN, text is None)
        shown = tr("unknown") if text is None else text
        if item.text() != shown:
            item.setText(shown)
        if item.toolTip() != tip:
            item.setToolTip(tip)
