"""The table: every figure with its badge, the winner of each row, and where a cell comes from."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QTableView,
    QToolButton,
    QVBoxLayout,
)

from pixelwatt.api_qt import make_copyable, tabular
from pixelwatt_accelerators.core.compare import Row, table_rows
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.cell_delegate import ROW_HEIGHT, CellDelegate, VerdictDelegate
from pixelwatt_accelerators.views.controls import Choice
from pixelwatt_accelerators.views.frozen_column import FrozenColumn
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.table_model import ComparisonModel
from pixelwatt_accelerators.views.words import datum_tooltip

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.store import Store


_WIDEST = {0: 248}
"""Wider texts are elided; their tooltip and the line below the table show them whole."""


class TableSection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("Table"))
        self.model = ComparisonModel()
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(tr("Figures of the chosen accelerators"))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAlternatingRowColors(False)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setFont(tabular(self.view.font()))
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._column_menu)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._row_menu)
        make_copyable(self.view)
        self.titles = FrozenColumn(self.view)
        self._cells = CellDelegate(store, self.view)
        self._verdicts = VerdictDelegate(store, self.view)
        self._plain = QStyledItemDelegate(self.view)
        self.source = QLabel()
        self.source.setWordWrap(True)
        self.source.setOpenExternalLinks(True)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.source.setAccessibleName(tr("Where the chosen cell comes from"))
        self.source.setMinimumHeight(40)
        self._arrange()
        self.view.selectionModel().currentChanged.connect(self._explain)
        self._shown_key: object = None

    def _arrange(self) -> None:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter rows"))
        self.filter.setAccessibleName(tr("Filter rows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(220)
        self.filter.textChanged.connect(self.refresh)
        show = self.store.change_show
        self.memory_unit = Choice(
            tr("Unit of memory"),
            [("GB", tr("GB (10⁹)")), ("GiB", tr("GiB (2³⁰)"))],
            lambda value: show(memory_unit=value),
        )
        self.link = Choice(
            tr("Which link rate comes first"),
            [
                ("bidi", tr("both directions")),
                ("uni", tr("one direction")),
                ("pair", tr("one pair")),
            ],
            lambda value: show(link=value),
        )
        self.sparsity = Choice(
            tr("Dense or sparse rates"),
            [("dense", tr("dense")), ("sparse", tr("sparse"))],
            lambda value: show(sparsity=value),
        )
        self.hidden = QToolButton()
        self.hidden.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hidden.setMenu(QMenu(self.hidden))
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self.filter)
        for choice in (self.memory_unit, self.link, self.sparsity):
            bar.addWidget(choice)
        bar.addStretch(1)
        bar.addWidget(self.hidden)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.source)

    @Slot()
    def refresh(self) -> None:
        show = self.store.comparison.show
        self.memory_unit.show_value(show.memory_unit)
        self.link.show_value(show.link)
        self.sparsity.show_value(show.sparsity)
        words = self.filter.text().casefold().split()
        key = (self.store.comparison.chips, show, id(self.store.catalogue), tuple(words))
        if key == self._shown_key:
            return
        self._shown_key = key
        chosen = self.store.chosen
        rows = [
            row
            for row in table_rows(chosen, show)
            if row.id not in show.hidden_rows and _matches(row, words)
        ]
        self.model.show(chosen, rows, show.pinned)
        self._fit_columns()
        self._list_hidden()
        self._explain(self.view.currentIndex())

    def _fit_columns(self) -> None:
        view, winner = self.view, self.model.winner_column
        for column in range(self.model.columnCount()):
            figures = 1 <= column < winner
            view.setItemDelegateForColumn(column, self._cells if figures else self._plain)
        view.setItemDelegateForColumn(winner, self._verdicts)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            limit = _WIDEST.get(column, 212 if column < winner else 224)
            view.setColumnWidth(column, min(view.columnWidth(column), limit))
        header.setStretchLastSection(True)

    def _list_hidden(self) -> None:
        hidden = self.store.comparison.show.hidden_rows
        self.hidden.setVisible(bool(hidden))
        self.hidden.setText(tr("{count} hidden", count=len(hidden)))
        menu = self.hidden.menu()
        menu.clear()
        menu.addAction(tr("Show all rows"), lambda: self.store.change_show(hidden_rows=()))

    # -- What a cell rests on ----------------------------------------------------------------

    @Slot(QModelIndex)
    def _explain(self, index: QModelIndex, _previous: QModelIndex | None = None) -> None:
        found = self.model.cell(index)
        if found is None:
            self.source.setText(tr("Choose a cell to see its source, date and bounds."))
            return
        row, accelerator, datum = found
        text = datum_tooltip(datum, accelerator, row.title, row.unit)
        if datum is not None and datum.source.url:
            url = html.escape(datum.source.url)
            text = text.replace(f"<br>{url}", f"<br><a href='{url}'>{url}</a>")
        self.source.setText(text.replace("<br>", " · "))

    # -- Menus: hide rows, pin and sort columns ----------------------------------------------

    @Slot(QPoint)
    def _row_menu(self, position: QPoint) -> None:
        index = self.view.indexAt(position)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.row_actions(self.model.rows[index.row()], menu):
            menu.addAction(action)
        self._add_column_actions(menu, index.column())
        menu.addActions(self.view.actions())
        menu.popup(self.view.viewport().mapToGlobal(position))

    def row_actions(self, row: Row, parent: QMenu) -> list[QAction]:
        """Hide the row; order the accelerators by it."""
        hide = QAction(tr("Hide this row"), parent)
        hidden = self.store.comparison.show.hidden_rows
        hide.triggered.connect(lambda: self.store.change_show(hidden_rows=(*hidden, row.id)))
        order = QAction(tr("Order the accelerators by this row"), parent)
        order.triggered.connect(lambda: self.order_by(row))
        return [hide, order]

    def order_by(self, row: Row) -> None:
        """Best first; unknown last, in their present order."""

        def key(position: int) -> tuple[bool, float]:
            datum = row.cells[position]
            value = None if datum is None else datum.value
            sign = 1.0 if row.better == "lower" else -1.0
            return value is None, sign * (value or 0.0)

        order = sorted(range(len(row.cells)), key=key)
        self.store.change(chips=tuple(self.model.accelerators[i].id for i in order))

    @Slot(QPoint)
    def _column_menu(self, position: QPoint) -> None:
        column = self.view.horizontalHeader().logicalIndexAt(position)
        if not 1 <= column <= len(self.model.accelerators):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_column_actions(menu, column)
        menu.popup(self.view.horizontalHeader().mapToGlobal(position))

    def _add_column_actions(self, menu: QMenu, column: int) -> None:
        """Pin and remove, on a column's head and on its cells, which the keyboard reaches."""
        if not 1 <= column <= len(self.model.accelerators):
            return
        accelerator = self.model.accelerators[column - 1]
        pinned = accelerator.id == self.store.comparison.show.pinned
        title = tr("Unpin") if pinned else tr("Pin as reference")
        target = "" if pinned else accelerator.id
        menu.addAction(title, lambda: self.store.change_show(pinned=target))
        if len(self.store.comparison.chips) > 2:
            chips = tuple(c for c in self.store.comparison.chips if c != accelerator.id)
            menu.addAction(tr("Remove from the comparison"), lambda: self.store.change(chips=chips))


def _matches(row: Row, words: list[str]) -> bool:
    text = f"{row.title} {row.id} {row.unit}".casefold()
    return all(word in text for word in words)
