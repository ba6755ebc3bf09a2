"""The table of opened captures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import colour_of, hatch
from pixelwatt_power.core.capture_energy import FrameEnergy, frame_energy
from pixelwatt_power.core.capture_report import run_report
from pixelwatt_power.core.captures.run import Run
from pixelwatt_power.core.charts import Curves, curves
from pixelwatt_power.core.number_text import plain, with_bound
from pixelwatt_power.core.tool_figures import ToolFigure, own_figures, tool_figures
from pixelwatt_power.text import tr

SORT_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An opened capture: the stream shown, the others of its file, and its figures."""

    run: Run
    streams: tuple[Run, ...]
    report: dict[str, Any]
    energy: FrameEnergy | None
    figures: tuple[ToolFigure, ...]
    curves: Curves

    @property
    def title(self) -> str:
        application = self.run.application
        name = Path(self.run.file).name
        return f"{application} · {name}" if application else name


def entry(streams: Sequence[Run], chosen: int = 0) -> Entry:
    """Everything a page shows of a run. Takes a second for a million frames: call it in a job."""
    run = streams[chosen]
    return Entry(
        run,
        tuple(streams),
        run_report(run),
        frame_energy(run),
        (*own_figures(run), *tool_figures(run)),
        curves(run),
    )


class CapturesModel(QAbstractTableModel):
    """Captures side by side; sort by a column to rank them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.entries: list[Entry] = []
        self._colours: dict[int, str] = {}

    def show_colours(self, colours: dict[int, str]) -> None:
        """Mark rows with the colours that their curves have."""
        if colours == self._colours or not self.entries:
            return
        self._colours = colours
        # With its role named, the change does not make the view sort and select again.
        self.dataChanged.emit(
            self.index(0, 0),
            self.index(len(self.entries) - 1, 0),
            [Qt.ItemDataRole.DecorationRole],
        )

    def add(self, entries: list[Entry]) -> None:
        if entries:
            first = len(self.entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self.entries += entries
            self.endInsertRows()

    def replace(self, row: int, new: Entry) -> None:
        self.entries[row] = new
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def remove(self, rows: list[int]) -> list[Entry]:
        removed = []
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            removed.append(self.entries.pop(row))
            self.endRemoveRows()
        return removed

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(columns())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return columns()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(shown, index.column())
        if role == SORT_ROLE:
            return _value(shown, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and not index.column():
            colour = self._colours.get(index.row())
            return QColor(colour_of(self._context.theme, colour)) if colour else None
        if role == Qt.ItemDataRole.BackgroundRole and _text(shown, index.column()) == tr("unknown"):
            return hatch(self._context.theme)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([shown.run.file, shown.run.format, *shown.report["warnings"]])
        return None


class Ranking(QSortFilterProxyModel):
    """Sorts by value; what is unknown comes last, whichever way a column is sorted."""

    def __init__(self) -> None:
        super().__init__()
        self.setSortRole(SORT_ROLE)

    def lessThan(self, left: Index, right: Index) -> bool:
        first, second = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if first is None or second is None:
            descending = self.sortOrder() == Qt.SortOrder.DescendingOrder
            return (first is None) == descending if first is not second else False
        return bool(first < second)


class UnknownDelegate(QStyledItemDelegate):
    """Hatches unknown cells over the selection too, where a background would not show."""

    def __init__(self, context: Context, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._context = context

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        unknown = isinstance(index.data(Qt.ItemDataRole.BackgroundRole), QBrush)
        if unknown and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, hatch(self._context.theme))


def columns() -> tuple[str, ...]:
    return (
        tr("Capture"), tr("Average FPS"), tr("1 % low"), tr("Stutter"), tr("Power"),
        tr("Energy per frame"), tr("FPS/W"),
    )  # fmt: skip


def _value(shown: Entry, column: int) -> float | str | None:
    report, energy = shown.report, shown.energy
    return (
        shown.title.lower(),
        report["fps_average"],
        report["low_1_percent"]["capframex_average"] or report["low_1_percent"]["frameview"],
        report["stutter_time_percent"],
        energy.watts if energy else None,
        energy.joules_per_frame if energy else None,
        energy.frames_per_joule if energy else None,
    )[column]


def _text(shown: Entry, column: int) -> str:
    energy = shown.energy
    if column == 0:
        return shown.title
    if column == 4 and energy is not None:
        return f"{with_bound(energy.watts, energy.watts_bound, 'W')} {energy.scope.upper()}"
    if column == 5 and energy is not None and energy.joules_per_frame is not None:
        return with_bound(energy.joules_per_frame, energy.joules_per_frame_bound, "J")
    value = _value(shown, column)
    if not isinstance(value, float):
        return tr("unknown")
    return f"{value:.1f} %" if column == 3 else f"{value:.1f}" if column < 4 else plain(value, 3)
