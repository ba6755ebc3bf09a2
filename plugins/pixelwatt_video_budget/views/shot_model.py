"""The shot list as a table model: typed cells on the left, worked-out figures on the right."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from pixelwatt.api import Level, Problem
from pixelwatt.api_qt import hatch
from pixelwatt_video_budget.core.cell_text import (
    price_cell,
    price_entry,
    rate_cell,
    with_price_text,
    with_rate_text,
)
from pixelwatt_video_budget.core.estimate import Estimate, ShotEstimate
from pixelwatt_video_budget.core.money import money_text, parse_count, parse_money
from pixelwatt_video_budget.core.plan import Plan, Shot
from pixelwatt_video_budget.core.price_text import EXAMPLES
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

_COLUMNS = tuple(Column)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_BACKGROUND = int(Qt.ItemDataRole.BackgroundRole)
_ROLES = {_DISPLAY, _EDIT, _ALIGNMENT, _BACKGROUND, int(Qt.ItemDataRole.ToolTipRole), SHARE_ROLE}
# As plain numbers: an enum costs more to hand to Qt than the rest of a cell.
_ALIGNMENTS = {
    column: (
        Qt.AlignmentFlag.AlignVCenter
        | (Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft)
    ).value
    for column in Column
}
_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_EDITABLE = _FIXED | Qt.ItemFlag.ItemIsEditable


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
            "\n".join(
                [
                    tr("L1–L10, a row of the price book, or a price of your own:"),
                    *EXAMPLES.split(" · "),
                ]
            ),
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
        self._shots = document.plan.shots
        self._rows = len(self._shots)
        self._estimate: Estimate | None = None
        document.plan_changed.connect(self._plan_changed)
        document.estimate_changed.connect(self._figures_changed)

    def _plan_changed(self) -> None:
        shots = self.document.plan.shots
        before, self._shots = self._shots, shots
        if len(shots) == len(before):
            self._tell_rows(before, shots)
        else:
            self.beginResetModel()
            self._rows = len(shots)
            self.endResetModel()

    def _figures_changed(self) -> None:
        """Tell the view of cells that differ; painting a whole table takes longer than a frame."""
        result = self.document.estimate
        before, self._estimate = self._estimate, result
        if not self._rows:
            return
        if before is None or result is None or not _alike(before.plan, result.plan):
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, len(Column) - 1))
            return
        self._tell_rows(before.plan.shots, result.plan.shots)
        self.dataChanged.emit(self.index(0, Column.SHARE), self.index(self._rows - 1, Column.SHARE))

    def _tell_rows(self, before: Sequence[Shot], after: Sequence[Shot]) -> None:
        changed = [
            row for row, (one, other) in enumerate(zip(before, after, strict=True))
            if one is not other
        ]  # fmt: skip
        if changed:
            last = self.index(changed[-1], len(Column) - 1)
            self.dataChanged.emit(self.index(changed[0], 0), last)

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
            return _ALIGNMENTS[Column(section)]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _EDITABLE if index.column() in TYPED else _FIXED

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
        # Painting asks for seven roles of every cell in view; most of them are none of ours.
        if role not in _ROLES:
            return None
        row = index.row()
        shots = self.document.plan.shots
        if not 0 <= row < len(shots):
            return None
        column = _COLUMNS[index.column()]
        if role == _ALIGNMENT:
            return _ALIGNMENTS[column]
        if role == _EDIT and column is Column.PRICE:
            return price_entry(shots[row], self.document.book, self.document.context.language)
        if role in (_DISPLAY, _EDIT):
            return self._text(column, row, shots[row])
        if role == _BACKGROUND:
            if column not in WORKED_OUT:
                return None
            found = self.estimate_of(row)
            return hatch(self.document.context.theme) if found and found.cost is None else None
        found = self.estimate_of(row)
        if role == SHARE_ROLE:
            return 0.0 if found is None else found.share
        return self._tip(column, shots[row], found)

    def _tip(self, column: Column, shot: Shot, found: ShotEstimate | None) -> str | None:
        if found is not None and isinstance(found.priced, Unpriced):
            return found.priced.reason
        if column is Column.PRICE:
            return self._price_tip(shot)
        if column is Column.RATE:
            return self._rate_tip()
        return self._headings[column].help or None

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
        if text in (self._text(column, row, self.shot(row)), index.data(_EDIT)):
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


def _alike(one: Plan, other: Plan) -> bool:
    """Whether a shot that is the same in both plans has the same figures in both."""
    return len(one.shots) == len(other.shots) and all(
        getattr(one, name) is getattr(other, name)
        for name in ("currency", "pilots", "confirmed", "rates", "prices")
    )
