"""The price book: every row with its age and source, how prices moved, and one's own rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context, Level, Problem
from pixelwatt.api_qt import make_copyable, status_name, tabular
from pixelwatt_video_budget.core.money import unit_price_text
from pixelwatt_video_budget.core.price_book import read_own_row
from pixelwatt_video_budget.core.price_rows import (
    Freshness,
    PriceRow,
    billing_table,
    billing_text,
    freshness,
)
from pixelwatt_video_budget.core.price_text import EXAMPLES, read_price_text
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.history_chart import HistoryChart
from pixelwatt_video_budget.views.table_heads import LEFT, RIGHT

Index = QModelIndex | QPersistentModelIndex
_SORT = int(Qt.ItemDataRole.UserRole) + 1


class PriceModel(QAbstractTableModel):
    """Rows of the book, read-only."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.document = document
        self.rows: list[PriceRow] = list(document.book.rows.values())
        self.titles = (tr("Provider"), tr("Model"), tr("Picture"), tr("Sound"), tr("Price"),
                       tr("Lengths"), tr("Date"), tr("State"), tr("Status"))  # fmt: skip
        document.plan_changed.connect(self._refresh)

    def _refresh(self) -> None:
        rows = list(self.document.book.rows.values())
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 8))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == 4 else LEFT
        return None

    def state(self, row: PriceRow) -> Freshness:
        return freshness(row, self.document.today(), self.document.book.stale_after_days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == _SORT:
            return float(row.price) if column == 4 else self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.id, row.source, row.note)))
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 4:
            return RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            theme, state = self.document.context.theme, self.state(row)
            if state is Freshness.RETIRED:
                return QColor(theme.muted)
            if column == 7 and state is Freshness.STALE:
                return QColor(theme.warning)
        return None

    def _text(self, row: PriceRow, column: int) -> str:
        match column:
            case 0:
                return row.provider
            case 1:
                return row.model
            case 2:
                return row.resolution
            case 3:
                return {"on": tr("on"), "off": tr("off"), "none": tr("none")}.get(row.audio, "–")
            case 4:
                if row.billing is not None:
                    return billing_text(row.billing, row.currency)
                return f"{unit_price_text(row.price, row.currency)}/{row.unit}"
            case 5:
                return _lengths_text(row)
            case 6:
                return row.date or "–"
            case 7:
                confirmed = self.document.plan.confirmed.get(row.id)
                if confirmed:
                    return tr("confirmed {day}", day=confirmed)
                return state_name(self.state(row))
        return status_name(row.status)


def state_name(state: Freshness) -> str:
    return {
        Freshness.CURRENT: tr("current"),
        Freshness.STALE: tr("stale"),
        Freshness.RETIRED: tr("retired"),
        Freshness.UNDATED: tr("undated"),
    }[state]


def _lengths_text(row: PriceRow) -> str:
    lengths = row.lengths
    if lengths.whole:
        return "/".join(f"{value:f}" for value in lengths.whole) + " s"
    if lengths.shortest is not None or lengths.longest is not None:
        return f"{lengths.shortest or 0:f}–{lengths.longest or 0:f} s"
    return ""


class PricePage(QWidget):
    """A filter, the table, and below it the chosen row's source and history."""

    def __init__(
        self, context: Context, document: Document, chosen_rows: Callable[[], list[int]]
    ) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self.chosen_rows = chosen_rows
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a provider, model or resolution"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Find in the price book"))
        self.model = PriceModel(document)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(_SORT)
        self.sorted.setFilterKeyColumn(-1)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.textChanged.connect(self.sorted.setFilterFixedString)
        self.table = QTableView()
        self.table.setModel(self.sorted)
        self._set_up_table()
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.history = HistoryChart(context, document.book)
        self.use = QPushButton(tr("Use for the chosen shots"))
        self.use.setToolTip(tr("Prices the shots that are chosen in the shot list"))
        self.confirm = QPushButton(tr("Confirm this price"))
        self.own = QPushButton(tr("Add own price…"))
        self.use.clicked.connect(self._use)
        self.confirm.clicked.connect(self._confirm)
        self.own.clicked.connect(self._ask_own)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        document.plan_changed.connect(self._show_row)
        self.table.selectRow(0)
        self._show_row()

    def _set_up_table(self) -> None:
        self.table.setFont(tabular(self.table.font()))
        self.table.setAccessibleName(tr("Price book"))
        self.table.setMinimumHeight(168)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        for column, width in enumerate((96, 220, 88, 56, 144, 80, 88, 112, 88)):
            self.table.setColumnWidth(column, width)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        make_copyable(self.table)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.search, 1)
        for button in (self.use, self.confirm, self.own):
            buttons.addWidget(button)
        lower = QWidget()
        column = QHBoxLayout(lower)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(24)
        column.addWidget(self.detail, 2)
        column.addWidget(self.history, 3)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addLayout(buttons)
        layout.addWidget(splitter, 1)

    def current(self) -> PriceRow | None:
        index = self.sorted.mapToSource(self.table.currentIndex())
        return self.model.rows[index.row()] if index.isValid() else None

    def _show_row(self) -> None:
        row = self.current()
        self.use.setEnabled(row is not None and row.billing is not None)
        if row is None:
            self.detail.setText("")
            return
        state = self.model.state(row)
        self.confirm.setEnabled(
            state is not Freshness.CURRENT and row.id not in self.document.plan.confirmed
        )
        lines = [f"{row.title()}\n{row.id}", row.source]
        lines.append(f"{row.date} · {status_name(row.status)} · {row.kind_of_source()}".strip(" ·"))
        if row.markup is not None and row.implied_list is not None:
            lines.append(
                tr("Implied list price {price} (estimated): the reseller adds {markup:.0%}.",
                   price=unit_price_text(row.implied_list, row.currency), markup=row.markup)
            )  # fmt: skip
        if row.bills_failed is not None:
            lines.append(
                tr("Blocked or failed clips are billed.") if row.bills_failed
                else tr("Blocked or failed clips are not billed.")
            )  # fmt: skip
        if row.note:
            lines.append(row.note)
        self.detail.setText("\n".join(lines))
        self.history.show_model(row)

    def _use(self) -> None:
        row = self.current()
        rows = set(self.chosen_rows())
        if row is None or not rows:
            return
        shots = [
            dataclasses.replace(shot, price=row.id, tier="", whole_lengths=())
            if index in rows else shot
            for index, shot in enumerate(self.document.plan.shots)
        ]  # fmt: skip
        self.document.edit_shots(shots, tr("Set price"))

    def _confirm(self) -> None:
        row = self.current()
        if row is not None:
            self.document.confirm_prices([row.id])

    def _ask_own(self) -> None:
        name, good = QInputDialog.getText(self, tr("Add own price"), tr("Name of the price:"))
        if not good or not name.strip():
            return
        price, good = QInputDialog.getText(
            self, tr("Add own price"), "\n".join([tr("Its price, for example:"), EXAMPLES])
        )
        if good:
            self.add_own(name.strip(), price)

    def add_own(self, name: str, price: str) -> None:
        """Add a row of the user's own to this plan."""
        try:
            billing = read_price_text(price)
            if billing is None:
                raise Problem(
                    tr("“{text}” is no price.", text=price[:60]),
                    tr("Type it as one of: {examples}", examples=EXAMPLES),
                )
            table: dict[str, Any] = {
                "id": name, "model": name, "date": self.document.today().isoformat(),
                "currency": self.document.plan.currency, "source": tr("typed"),
                **billing_table(billing),
            }  # fmt: skip
            row = read_own_row(table, tr("Own price"))
        except Problem as problem:
            self.context.notify(str(problem), level=Level.WARNING)
            return
        others = tuple(r for r in self.document.plan.prices if r.id != row.id)
        self.document.change(tr("Add own price"), prices=(*others, row))
        self.search.setText(name)
