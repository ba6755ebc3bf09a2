"""What holds for the whole film: title, currency and its rate, fixed costs, shared pilots."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context, Level, Problem
from pixelwatt.api_qt import SectionHeader, make_copyable, tabular
from pixelwatt_video_budget.core.money import SYMBOLS, parse_money, parse_positive
from pixelwatt_video_budget.core.plan import ExchangeRate, FixedCost
from pixelwatt_video_budget.core.shot_reader import read_pilot
from pixelwatt_video_budget.core.tries import LearntRate
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.table_heads import align_heads

_BASE = "USD"
"""Shipped prices and the tiers are in US dollars."""


class PlanPage(QWidget):
    """Form above; fixed costs and pilots side by side below."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Title"))
        self.title.editingFinished.connect(self._edit_title)
        self.currency = QComboBox()
        self.currency.addItems(list(SYMBOLS))
        self.currency.setAccessibleName(tr("Currency"))
        self.currency.textActivated.connect(self._edit_currency)
        self.rate = QLineEdit()
        self.rate.setAccessibleName(tr("One US dollar"))
        self.rate.setPlaceholderText(tr("the rate of today, as 7.1"))
        self.rate.editingFinished.connect(self._edit_rate)
        self.rate_note = QLabel()
        self.rate_note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(tr("Notes"))
        self.notes.setMaximumHeight(72)
        self.notes.setMinimumWidth(360)
        self.notes.setTabChangesFocus(True)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.title.setMinimumWidth(360)
        self.form.addRow(tr("Title"), self.title)
        self.form.addRow(tr("Currency"), self.currency)
        self.form.addRow(tr("One US dollar"), self.rate)
        self.form.addRow("", self.rate_note)
        self.form.addRow(tr("Notes"), self.notes)
        self.fixed = RowsEditor(tr("Fixed costs"), (tr("What"), tr("Cost")), self._edit_fixed)
        self.pilots = RowsEditor(
            tr("Shared pilots"), (tr("Name"), tr("Kept"), tr("Tried")), self._edit_pilots
        )
        self.fixed.setToolTip(tr("People, rent, subscriptions: what does not depend on tries."))
        self.pilots.setToolTip(
            tr("Shots that name a pilot as their usable rate share one unknown rate.")
        )
        lists = QHBoxLayout()
        lists.setSpacing(24)
        lists.addWidget(self.fixed)
        lists.addWidget(self.pilots)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addLayout(self.form)
        layout.addLayout(lists, 1)
        document.plan_changed.connect(self.refresh)
        self.refresh()
        self.notes.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            text = self.notes.toPlainText()
            if text != self.document.plan.notes:
                self.document.change(tr("Notes"), notes=text)
        return False

    def refresh(self) -> None:
        plan = self.document.plan
        if not self.title.hasFocus():
            self.title.setText(plan.title)
        if not self.notes.hasFocus():
            self.notes.setPlainText(plan.notes)
        if self.currency.findText(plan.currency) < 0:
            self.currency.addItem(plan.currency)
        self.currency.setCurrentText(plan.currency)
        foreign = plan.currency != _BASE
        self.form.setRowVisible(self.rate, foreign)
        self.form.setRowVisible(self.rate_note, foreign)
        known = {rate.currency: rate for rate in plan.rates}.get(_BASE)
        self.rate.setText("" if known is None else f"{known.rate:f}")
        self.rate_note.setText(
            tr("Without it, prices in US dollars stay out of the totals.") if known is None
            else tr("{currency}, typed for {day}", currency=plan.currency, day=known.date or "–")
        )  # fmt: skip
        self.fixed.show_rows([(item.name, f"{item.cost:f}") for item in plan.fixed])
        self.pilots.show_rows(
            [(name, str(p.kept), str(p.tried)) for name, p in plan.pilots.items()]
        )

    def _edit_title(self) -> None:
        if self.title.text() != self.document.plan.title:
            self.document.change(tr("Title"), title=self.title.text())

    def _edit_currency(self, currency: str) -> None:
        # A rate typed for the old currency means nothing for the new one.
        self.document.change(tr("Currency"), currency=currency, rates=())

    def _edit_rate(self) -> None:
        text = self.rate.text().strip()
        known = {rate.currency: f"{rate.rate:f}" for rate in self.document.plan.rates}
        if not text or text == known.get(_BASE):
            return
        try:
            rate = parse_positive(text, tr("One US dollar"))
        except Problem as problem:
            self._refuse(problem)
            return
        day = self.document.today().isoformat()
        others = tuple(r for r in self.document.plan.rates if r.currency != _BASE)
        self.document.change(tr("Exchange rate"), rates=(*others, ExchangeRate(_BASE, rate, day)))

    def _edit_fixed(self, rows: Sequence[tuple[str, ...]]) -> None:
        try:
            fixed = tuple(
                FixedCost(name or tr("Fixed cost"), parse_money(cost or "0", name or tr("Cost")))
                for name, cost in rows
            )
        except Problem as problem:
            self._refuse(problem)
            return
        self.document.change(tr("Fixed costs"), fixed=fixed)

    def _edit_pilots(self, rows: Sequence[tuple[str, ...]]) -> None:
        pilots: dict[str, LearntRate] = {}
        try:
            for name, kept, tried in rows:
                table = {"kept": kept or "0", "tried": tried or "1"}
                pilots[name or tr("pilot")] = read_pilot(table, name or tr("pilot"))
        except Problem as problem:
            self._refuse(problem)
            return
        self.document.change(tr("Shared pilots"), pilots=pilots)

    def _refuse(self, problem: Problem) -> None:
        self.context.notify(str(problem), level=Level.WARNING)
        self.refresh()


class RowsEditor(QWidget):
    """A small table of typed rows with Add and Remove."""

    def __init__(
        self,
        title: str,
        columns: tuple[str, ...],
        changed: Callable[[Sequence[tuple[str, ...]]], None],
    ) -> None:
        super().__init__()
        self._changed = changed
        self.table = QTableWidget(0, len(columns))
        self.table.setHorizontalHeaderLabels(columns)
        self.table.setFont(tabular(self.table.font()))
        self.table.setAccessibleName(title)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        align_heads(self.table)
        self.table.itemChanged.connect(self._tell)
        make_copyable(self.table)
        self.add = QPushButton(tr("Add"))
        self.remove = QPushButton(tr("Remove"))
        self.add.clicked.connect(self.add_row)
        self.remove.clicked.connect(self.remove_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SectionHeader(title, self.add, self.remove))
        layout.addWidget(self.table, 1)

    def rows(self) -> list[tuple[str, ...]]:
        columns = range(self.table.columnCount())
        return [
            tuple(self._text(row, column) for column in columns)
            for row in range(self.table.rowCount())
        ]

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text().strip()

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        if list(rows) == self.rows():
            return
        self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)

    def add_row(self) -> None:
        """An empty row to type into; it counts once something is typed."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setCurrentCell(row, 0)
        self.table.setFocus()

    def remove_row(self) -> None:
        rows = self.rows()
        if 0 <= self.table.currentRow() < len(rows):
            del rows[self.table.currentRow()]
            self._changed(rows)

    def _tell(self) -> None:
        self._changed([row for row in self.rows() if any(row)])
