"""The shot list as a table model: typed cells on the left, worked-out figures on the right."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from pixelwatt.api import Level, Problem
from pixelwatt.api_qt import hatch
from pixelwatt_video_budget.core.cell_text import (
    price_cell,
    rate_cell,
    with_price_text,
    with_rate_text,
)
from pixelwatt_video_budget.core.estimate import ShotEstimate
from pixelwatt_video_budget.core.money import money_text, parse_count, parse_money
from pixelwatt_video_budget.core.plan import Shot
from pixelwatt_video_budget.core.pricing import Unpriced
from pixelwatt_video_budget.core.shot_reader import parse_seconds
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document

Index = QModelIndex | QPersistentModelIndex
SHARE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Column(IntEnum):
    SCENE = 0
    NAME = 1
    SECONDS = 2
    COUNT = 3
    PRICE = 4
    RATE = 5
    REVIEW = 6
    TRIES = 7
    MEAN = 8
    P90 = 9
    SHARE = 10
    NOTES = 11


NUMBERS = {
    Column.SECONDS, Column.COUNT, Column.RATE, Column.REVIEW, Column.TRIES, Column.MEAN,
    Column.P90, Column.SHARE,
}  # fmt: skip
WORKED_OUT = {Column.TRIES, Column.MEAN, Column.P90, Column.SHARE}
TYPED = {
    Column.SCENE, Column.NAME, Column.SECONDS, Column.COUNT, Column.PRICE, Column.RATE,
    Column.REVIEW, Column.NOTES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Heading:
    title: str
    help: str


def headings() -> dict[Column, _Heading]:
    """Titles and explanations of the columns, in the user's language."""
    return {
        Column.SCENE: _Heading(tr("Scene"), ""),
        Column.NAME: _Heading(tr("Shot"), ""),
        Column.SECONDS: _Heading(tr("Seconds"), tr("Seconds of the film")),
        Column.COUNT: _Heading("×", tr("How many like shots")),
        Column.PRICE: _Heading(
            tr("Price or tier"),
            tr("L1–L10, 0.15/s, 1.20/8s, or a row of the price book"),
        ),
        Column.RATE: _Heading(
            tr("Usable rate"), tr("20%, or a pilot: 3/12 means 3 kept of 12 tried")
        ),
        Column.REVIEW: _Heading(tr("Review"), tr("Seconds of looking for each try")),
        Column.TRIES: _Heading(tr("Tries P90"), tr("Tries that suffice 9 times in 10")),
        Column.MEAN: _Heading(tr("Mean"), tr("Mean cost")),
        Column.P90: _Heading("P90", tr("Cost that suffices 9 times in 10")),
        Column.SHARE: _Heading(tr("Share"), tr("Part of the budget this shot decides")),
        Column.NOTES: _Heading(tr("Notes"), ""),
    }


class ShotModel(QAbstractTableModel):
    """Shots of the document; editing a cell is one undoable edit."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.document = document
        self._headings = headings()
        self._rows = len(document.plan.shots)
        document.plan_changed.connect(self._plan_changed)
        document.estimate_changed.connect(self._figures_changed)

    def _plan_changed(self) -> None:
        rows = len(self.document.plan.shots)
        if rows == self._rows:
            self._figures_changed()
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _figures_changed(self) -> None:
        if self._rows:
            last = self.index(self._rows - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        heading = self._headings[Column(section)]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return heading.help or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in TYPED else flags

    def shot(self, row: int) -> Shot:
        return self.document.plan.shots[row]

    def estimate_of(self, row: int) -> ShotEstimate | None:
        """The shot's figures, unless they belong to an older plan."""
        result = self.document.estimate
        if result is None or row >= len(result.shots):
            return None
        found = result.shots[row]
        return found if found.priced.shot is self.shot(row) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.document.plan.shots):
            return None
        column, shot = Column(index.column()), self.shot(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(column, index.row(), shot)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                found = self.estimate_of(index.row())
                if found is not None and isinstance(found.priced, Unpriced):
                    return found.priced.reason
                if column is Column.PRICE:
                    return self._price_tip(shot)
                if column is Column.RATE:
                    return self._rate_tip()
                return self._headings[column].help or None
            case Qt.ItemDataRole.BackgroundRole if column in WORKED_OUT:
                found = self.estimate_of(index.row())
                if found is not None and found.cost is None:
                    return hatch(self.document.context.theme)
            case _ if role == SHARE_ROLE:
                found = self.estimate_of(index.row())
                return 0.0 if found is None else found.share
        return None

    def _text(self, column: Column, row: int, shot: Shot) -> str:
        match column:
            case Column.SCENE:
                return shot.scene
            case Column.NAME:
                return shot.name
            case Column.SECONDS:
                return f"{shot.seconds:f}"
            case Column.COUNT:
                return str(shot.count)
            case Column.PRICE:
                document = self.document
                return price_cell(
                    shot, document.book, document.plan.currency, document.context.language
                )
            case Column.RATE:
                return rate_cell(shot)
            case Column.REVIEW:
                return f"{shot.review_seconds:f} s" if shot.review_seconds else ""
            case Column.NOTES:
                return shot.notes
        return self._figure(column, row)

    def _figure(self, column: Column, row: int) -> str:
        found = self.estimate_of(row)
        if found is None:
            return "…"
        if found.cost is None:
            return "–"
        currency = self.document.plan.currency
        match column:
            case Column.TRIES:
                return "–" if found.tries is None else str(int(found.tries.quantiles[0.9]))
            case Column.MEAN:
                return "∞" if found.cost.mean is None else money_text(found.cost.mean, currency)
            case Column.P90:
                return money_text(found.cost.quantiles[0.9], currency)
        return f"{found.share:.0%}"

    def _price_tip(self, shot: Shot) -> str | None:
        row = self.document.book.rows.get(shot.price) if isinstance(shot.price, str) else None
        if row is None:
            return self._headings[Column.PRICE].help
        return f"{row.id}\n{row.source}\n{row.date} · {row.status}"

    def _rate_tip(self) -> str:
        """How to type a rate, and the rates that others published."""
        published = [reference.line() for reference in self.document.book.published("yield")]
        return "\n".join([self._headings[Column.RATE].help, "", tr("Told by others:"), *published])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; what cannot be meant becomes a notice and changes nothing."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column, row = Column(index.column()), index.row()
        text = str(value).strip()
        if text == self._text(column, row, self.shot(row)):
            return False
        try:
            changed = self._changed(column, self.shot(row), text)
        except Problem as problem:
            self.document.context.notify(str(problem), level=Level.WARNING)
            return False
        heading = self._headings[column].title
        self.document.edit_shot(row, changed, tr("Edit {column}", column=heading))
        return True

    def _changed(self, column: Column, shot: Shot, text: str) -> Shot:
        document = self.document
        name = self._headings[column].title
        edits: dict[Column, Callable[[], Shot]] = {
            Column.SCENE: lambda: dataclasses.replace(shot, scene=text),
            Column.NAME: lambda: dataclasses.replace(shot, name=text or shot.name),
            Column.SECONDS: lambda: dataclasses.replace(
                shot, seconds=parse_seconds(text.removesuffix("s"), name)
            ),
            Column.COUNT: lambda: dataclasses.replace(shot, count=parse_count(text, name)),
            Column.PRICE: lambda: with_price_text(shot, text, document.book),
            Column.RATE: lambda: with_rate_text(shot, text, tuple(document.plan.pilots)),
            Column.REVIEW: lambda: dataclasses.replace(
                shot, review_seconds=parse_money(text.removesuffix("s") or 0, name)
            ),
            Column.NOTES: lambda: dataclasses.replace(shot, notes=text),
        }
        return edits[column]()


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
