"""The comparison as a Qt model: a row per quantity, a column per accelerator, the winner last."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from pixelwatt_accelerators.core.catalogue import Accelerator, Datum
from pixelwatt_accelerators.core.compare import Outcome, Row, cell_text, verdict_text
from pixelwatt_accelerators.core.essay import ESSAY_ROWS, FIRST, SECOND
from pixelwatt_accelerators.core.units import number
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.words import datum_tooltip, short_name

Index = QModelIndex | QPersistentModelIndex
DATUM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 2
DELTA_ROLE = int(Qt.ItemDataRole.UserRole) + 3


class ComparisonModel(QAbstractTableModel):
    """Column 0 names the quantity; then the accelerators; then winner and, maybe, the essay."""

    def __init__(self) -> None:
        super().__init__()
        self.accelerators: list[Accelerator] = []
        self.rows: list[Row] = []
        self.pinned = ""
        self._names: dict[str, str] = {}

    def show(self, accelerators: list[Accelerator], rows: list[Row], pinned: str) -> None:
        self.beginResetModel()
        self.accelerators, self.rows = accelerators, rows
        self.pinned = pinned if any(a.id == pinned for a in accelerators) else ""
        self._names = {a.id: short_name(a) for a in accelerators}
        self.endResetModel()

    @property
    def beside_essay(self) -> bool:
        """Whether just the essay's two accelerators are compared."""
        return [a.id for a in self.accelerators] == [FIRST, SECOND]

    @property
    def winner_column(self) -> int:
        return len(self.accelerators) + 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.accelerators) + 2 + self.beside_essay

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return tr("Quantity")
        if section == self.winner_column:
            return tr("Winner")
        if section > self.winner_column:
            return tr("The essay says")
        accelerator = self.accelerators[section - 1]
        name = self._names[accelerator.id]
        return f"{name} ◆" if accelerator.id == self.pinned else name

    def cell(self, index: Index) -> tuple[Row, Accelerator, Datum | None] | None:
        """Row, accelerator and figure of a cell, None outside the figures."""
        if not index.isValid() or not 1 <= index.column() <= len(self.accelerators):
            return None
        row = self.rows[index.row()]
        position = index.column() - 1
        return row, self.accelerators[position], row.cells[position]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        found = self.cell(index)
        if found is not None:
            return self._cell_data(found, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == self.winner_column:
            return row.verdict.reason or None
        return None

    def _cell_data(self, found: tuple[Row, Accelerator, Datum | None], role: int) -> Any:
        row, accelerator, datum = found
        if role == DATUM_ROLE:
            return datum
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(datum, row.unit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return datum_tooltip(datum, accelerator, row.title, row.unit)
        if role == DELTA_ROLE:
            return self._delta(row, accelerator, datum)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            words = datum is not None and datum.text
            side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _delta(self, row: Row, accelerator: Accelerator, datum: Datum | None) -> str:
        """The difference to the pinned accelerator: ``"+6.7 %"``."""
        if not self.pinned or accelerator.id == self.pinned or row.better == "neither":
            return ""
        position = next(i for i, a in enumerate(self.accelerators) if a.id == self.pinned)
        reference = row.cells[position]
        if datum is None or reference is None or not datum.value or not reference.value:
            return ""
        ratio = datum.value / reference.value
        return f"×{number(ratio, 3)}" if ratio >= 2 else f"{100 * (ratio - 1):+.1f} %"

    def _text(self, row: Row, column: int) -> str:
        if column == 0:
            return f"{row.title} ({row.unit})" if row.unit else row.title
        if column == self.winner_column:
            return verdict_text(row.verdict, self._names)
        essay = ESSAY_ROWS.get(row.id)
        if essay is None:
            if row.id == "fp4":
                return tr("no such row")
            return ""
        return f"{essay.first} | {essay.second} → {tr(essay.winner)}"

    def decided(self, row: Row) -> bool:
        return row.verdict.outcome == Outcome.WINNER
