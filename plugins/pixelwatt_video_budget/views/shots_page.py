"""The shot list: table, its toolbar, and the details of the chosen shot."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context, Level, Problem
from pixelwatt.api_qt import copy_selection, icon, tabular
from pixelwatt_video_budget.core.billing import PerSecond
from pixelwatt_video_budget.core.plan import Shot
from pixelwatt_video_budget.core.price_rows import Freshness, freshness
from pixelwatt_video_budget.core.shot_tables import read_pasted
from pixelwatt_video_budget.core.tiers import spectrum
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.chart import tinted
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.shot_details import ShotDetails
from pixelwatt_video_budget.views.shot_model import SHARE_ROLE, Column, ShotModel

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
    Column.SCENE: 48, Column.NAME: 152, Column.SECONDS: 64, Column.COUNT: 32, Column.PRICE: 136,
    Column.RATE: 88, Column.REVIEW: 60, Column.TRIES: 72, Column.MEAN: 76, Column.P90: 76,
    Column.SHARE: 64, Column.NOTES: 160,
}  # fmt: skip


_ROOM_FOR_DETAILS = 1200
"""Below this width the details would push the worked-out columns out of view."""


class PriceDelegate(QStyledItemDelegate):
    """A list of tiers and current price rows to choose from, in which one can also type."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QComboBox(parent)
        editor.setEditable(True)
        editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        editor.addItems(price_choices(self._document))
        completer = editor.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))
        line = editor.lineEdit()
        if line is not None:
            line.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        index.model().setData(index, editor.currentText())


def price_choices(document: Document) -> list[str]:
    """Tiers, then the rows of the price book that price clips and are still sold."""
    language, today = document.context.language, document.today()
    book = document.book
    tiers = [f"{tier.id} {tier.name(language)}" for tier in spectrum().tiers.values()]
    rows = [
        row.title()
        for row in book.rows.values()
        if row.billing is not None
        and freshness(row, today, book.stale_after_days) is not Freshness.RETIRED
    ]
    return [*tiers, *dict.fromkeys(rows)]


class ShareDelegate(QStyledItemDelegate):
    """A bar behind the share, so that the deciding shots stand out down the column."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        share = float(index.data(SHARE_ROLE) or 0.0)
        rect = option.rect.adjusted(2, 4, -2, -4)
        rect.setWidth(max(int(rect.width() * min(share, 1.0)), 0))
        painter.fillRect(rect, tinted(self._context.theme.accent, 0.28))
        super().paint(painter, option, index)


class ShotTable(QTableView):
    """The table; rows are chosen whole, cells are typed into."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.document = document
        self.shots = ShotModel(document)
        self.setModel(self.shots)
        self.setFont(tabular(self.font()))
        self.setAccessibleName(tr("Shot list"))
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setItemDelegateForColumn(Column.PRICE, PriceDelegate(document, self))
        self.setItemDelegateForColumn(Column.SHARE, ShareDelegate(context, self))
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setMinimumSectionSize(32)
        header.setStretchLastSection(True)

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        # A range that reaches out of view makes Qt paint the whole table anew.
        last_in_view = self.rowAt(self.viewport().height() - 1)
        top = max(top_left.row(), self.rowAt(0))
        bottom = bottom_right.row() if last_in_view < 0 else min(bottom_right.row(), last_in_view)
        if top <= bottom:
            first = self.shots.index(top, top_left.column())
            last = self.shots.index(bottom, bottom_right.column())
            super().dataChanged(first, last, list(roles))

    def chosen_rows(self) -> list[int]:
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        return sorted(row for row in rows if row < len(self.document.plan.shots))


class ShotsPage(QWidget):
    """Toolbar, table and the details of the chosen shot."""

    def __init__(
        self, context: Context, document: Document, ask_for_file: Callable[[], None]
    ) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self.table = ShotTable(context, document)
        self.details = ShotDetails(context, document)
        self.actions_by_name = self._make_actions(ask_for_file)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(4)
        for name in ("add", "duplicate", "delete", "paste", "import", "undo", "redo"):
            button = QToolButton()
            button.setDefaultAction(self.actions_by_name[name])
            button.setAutoRaise(True)
            wordy = name in {"add", "import"}
            button.setToolButtonStyle(
                Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                if wordy
                else Qt.ToolButtonStyle.ToolButtonIconOnly
            )
            bar.addWidget(button)
        bar.addStretch(1)
        self.show_details = QToolButton()
        self.show_details.setText(tr("Details"))
        self.show_details.setCheckable(True)
        self.show_details.setAutoRaise(True)
        self.show_details.setToolTip(tr("Show the fields of the chosen shot"))
        self.show_details.toggled.connect(self.details.setVisible)
        # Once the user has said so, the width of the panel no longer decides.
        self.show_details.clicked.connect(self._decide_details)
        self._details_decided = False
        self.show_details.setChecked(True)
        bar.addWidget(self.show_details)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([900, 264])
        splitter.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(splitter)
        self.table.selectionModel().selectionChanged.connect(self._show_details)
        document.plan_changed.connect(self._show_details)
        document.estimate_changed.connect(self._show_details)
        self.table.shots.modelReset.connect(self._choose_some)

    def _make_actions(self, ask_for_file: Callable[[], None]) -> dict[str, QAction]:
        stack = self.document.undo_stack
        standard = QKeySequence.StandardKey
        table: dict[str, tuple[str, str, QKeySequence, Callable[[], None]]] = {
            "add": (tr("Add shot"), "plus", QKeySequence("Ctrl+Return"), self.add),
            "duplicate": (tr("Duplicate"), "copy", QKeySequence("Ctrl+D"), self.duplicate),
            "delete": (tr("Delete"), "trash", QKeySequence(standard.Delete), self.delete),
            "paste": (tr("Paste shots"), "table", QKeySequence(standard.Paste), self.paste),
            "copy": (tr("Copy cells"), "copy", QKeySequence(standard.Copy),
                     lambda: copy_selection(self.table)),
            "import": (tr("Import…"), "open", QKeySequence("Ctrl+Shift+O"), ask_for_file),
            "undo": (tr("Undo"), "undo", QKeySequence(standard.Undo), stack.undo),
            "redo": (tr("Redo"), "redo", QKeySequence(standard.Redo), stack.redo),
        }  # fmt: skip
        actions = {}
        for name, (title, symbol, keys, run) in table.items():
            action = QAction(icon(symbol, self.context.theme), title, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{title} ({shown})" if shown else title)
            action.triggered.connect(lambda _checked=False, do=run: do())
            self.addAction(action)
            actions[name] = action
        for name, can in (("undo", stack.canUndoChanged), ("redo", stack.canRedoChanged)):
            actions[name].setEnabled(False)
            can.connect(actions[name].setEnabled)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.addActions([actions[n] for n in ("add", "duplicate", "delete", "copy", "paste")])
        return actions

    # -- Edits --------------------------------------------------------------------------------

    def template(self) -> Shot:
        """What a new shot is like: the chosen one, else the last generated one.

        The example's shots are nobody's choice: what replaces them starts from the essay's price
        and usable rate.
        """
        shots = () if self.document.is_example else self.document.plan.shots
        chosen = self.table.chosen_rows()
        if shots and chosen:
            return shots[chosen[-1]]
        generated = [shot for shot in shots if shot.price is not None]
        if generated:
            return generated[-1]
        return Shot(
            name="", seconds=Decimal(8), usable_rate=Decimal("0.2"),
            price=PerSecond(Decimal("0.15")),
            whole_lengths=(Decimal(4), Decimal(6), Decimal(8)),
        )  # fmt: skip

    def choose_last(self, count: int) -> None:
        """Choose the last ``count`` shots, so that their fields can be set together."""
        rows = self.table.shots.rowCount()
        first, last = (self.table.shots.index(row, 0) for row in (rows - count, rows - 1))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(
            QItemSelection(first, last), flags.ClearAndSelect | flags.Rows
        )

    def add(self) -> None:
        shots = list(self.document.plan.shots)
        name = tr("Shot {number}", number=len(shots) + 1)
        shots.append(dataclasses.replace(self.template(), name=name, notes=""))
        self.document.edit_shots(shots, tr("Add shot"))
        index = self.table.shots.index(len(shots) - 1, Column.NAME)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def duplicate(self) -> None:
        shots = list(self.document.plan.shots)
        for row in reversed(self.table.chosen_rows()):
            shots.insert(row + 1, shots[row])
        self.document.edit_shots(shots, tr("Duplicate"))

    def delete(self) -> None:
        gone = set(self.table.chosen_rows())
        shots = [shot for row, shot in enumerate(self.document.plan.shots) if row not in gone]
        self.document.edit_shots(shots, tr("Delete"))

    def paste(self) -> None:
        """Add the rows on the clipboard as shots."""
        try:
            shots, warnings = read_pasted(QGuiApplication.clipboard().text())
        except Problem as problem:
            self.context.notify(str(problem), level=Level.WARNING)
            return
        self.add_shots(shots, warnings, tr("Paste shots"))

    def add_shots(self, shots: list[Shot], warnings: list[str], text: str) -> None:
        """Append shots; one without a price or rate takes the template's."""
        filled = [complete(shot, self.template()) for shot in shots]
        if self.document.is_example:
            self.document.edit_shots(filled, text)
        else:
            self.document.edit_shots([*self.document.plan.shots, *filled], text)
        if warnings:
            self.context.notify(
                tr("Rows not understood: {count}.", count=len(warnings)),
                level=Level.WARNING, detail="\n".join(warnings[:50]),
            )  # fmt: skip

    # -- Selection ----------------------------------------------------------------------------

    def _choose_some(self) -> None:
        if self.document.plan.shots and not self.table.chosen_rows():
            self.table.selectRow(0)

    def _show_details(self) -> None:
        self.details.show_rows(self.table.chosen_rows(), self.table.shots.estimate_of)

    def _decide_details(self) -> None:
        self._details_decided = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._details_decided:
            self.show_details.setChecked(self.width() >= _ROOM_FOR_DETAILS)


def complete(shot: Shot, template: Shot) -> Shot:
    """Give a shot that only says how long it is the price, rate and review of another."""
    if shot.tier:
        return shot
    if shot.price is None:
        shot = dataclasses.replace(
            shot, price=template.price, whole_lengths=template.whole_lengths, tier=template.tier,
            clip_seconds=template.clip_seconds, kept_seconds=template.kept_seconds,
            low=template.low, high=template.high, top=template.top,
        )  # fmt: skip
    if shot.usable_rate is None and shot.pilot is None:
        shot = dataclasses.replace(shot, usable_rate=template.usable_rate, pilot=template.pilot)
    if not shot.review_seconds:
        shot = dataclasses.replace(
            shot,
            review_seconds=template.review_seconds,
            review_per_hour=template.review_per_hour,
        )
    return shot


def is_table(path: Path) -> bool:
    return path.suffix.lower() in {".csv", ".tsv", ".txt", ".xlsx"}
