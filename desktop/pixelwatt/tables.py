"""Tables leave the program as text that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QTableView, QTreeView

from pixelwatt.files import write_atomic
from pixelwatt.ui_text import tr

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)*|[.,]\d+)([eE][+-]?\d+)?\s?%?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutralised(text: str) -> str:
    """Text that a spreadsheet keeps as text: what would start a formula gets an apostrophe.

    Numbers stay numbers. Source: OWASP, "CSV Injection".
    """
    if text.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]], separator: str = ",") -> str:
    """A table as CSV. None becomes an empty cell."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    writer.writerow([neutralised(name) for name in header])
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return stream.getvalue()


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write CSV with a byte order mark, without which Excel misreads Chinese."""
    write_atomic(path, "\ufeff" + csv_text(header, rows))


def model_rows(model: QAbstractItemModel) -> tuple[list[str], list[list[str]]]:
    """Header and cells of a model as shown."""
    columns = range(model.columnCount())
    header = [str(model.headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
    rows = [
        [str(model.index(row, column).data() or "") for column in columns]
        for row in range(model.rowCount())
    ]
    return header, rows


def copy_selection(view: QTableView | QTreeView) -> None:
    """Put the selected cells, or the whole table if none is selected, on the clipboard."""
    model = view.model()
    indexes = view.selectionModel().selectedIndexes()
    header, rows = model_rows(model)
    if indexes:
        chosen = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        header = [header[column] for column in columns]
        rows = [[rows[row][column] for column in columns] for row in chosen]
    QGuiApplication.clipboard().setText(csv_text(header, rows, separator="\t"))


def make_copyable(view: QTableView | QTreeView) -> QAction:
    """Give a view Ctrl+C and a context menu entry that copy its cells."""
    action = QAction(tr("Copy cells"), view)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: copy_selection(view))
    view.addAction(action)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return action


def _cell(value: object) -> str:
    if value is None:
        return ""
    return neutralised(value) if isinstance(value, str) else str(value)
