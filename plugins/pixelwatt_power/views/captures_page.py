"""Captures: open, compare, rank, and see each tool's own figures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context, Level, NoticeAction, Problem, Progress, write_atomic
from pixelwatt.api_qt import EmptyState, make_copyable, tabular, write_csv
from pixelwatt_power.core.capture_report import run_detail, run_report
from pixelwatt_power.core.captures.open import read_capture
from pixelwatt_power.core.captures.run import Run
from pixelwatt_power.text import tr
from pixelwatt_power.views.capture_plots import CapturePlots, colour_name
from pixelwatt_power.views.captures_model import (
    CapturesModel,
    Entry,
    Ranking,
    UnknownDelegate,
    columns,
    entry,
)

MOST_AT_ONCE = 9
"""Curves that can be told apart."""


class CapturesPage(QWidget):
    """Captures opened in this window."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.reading = 0
        """Files that are being read."""
        self.setAcceptDrops(True)
        self.model = CapturesModel(context)
        self._sorted = Ranking()
        self._sorted.setSourceModel(self.model)
        self.table = QTableView()
        self.table.setModel(self._sorted)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(6, Qt.SortOrder.DescendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setAccessibleName(tr("Captures, ranked"))
        self.table.setFont(tabular(self.table.font()))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setItemDelegate(UnknownDelegate(context, self.table))
        make_copyable(self.table)
        self.plots = CapturePlots(context)
        self.stream = QComboBox()
        self.stream.setAccessibleName(tr("Process and swap chain"))
        self.stream.activated.connect(self._choose_stream)
        self.figures = QTableWidget(0, 3)
        self.figures.setHorizontalHeaderLabels([tr("Tool"), tr("Its name"), tr("It prints")])
        self.figures.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.figures.setAccessibleName(tr("Figures as each tool prints them"))
        self.figures.verticalHeader().hide()
        self.figures.horizontalHeader().setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
        )
        self.figures.horizontalHeader().setStretchLastSection(True)
        make_copyable(self.figures)
        self.remarks = QLabel()
        self.remarks.setWordWrap(True)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.empty = EmptyState(
            "chart",
            tr("No captures yet"),
            tr("Drop files here: PresentMon, CapFrameX, FrameView, OCAT, MangoHud, Afterburner."),
            button=tr("Open captures…"),
            action=self.ask_files,
        )
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())

    def _lay_out(self) -> None:
        add, remove = QPushButton(tr("Open captures…")), QPushButton(tr("Remove"))
        add.clicked.connect(lambda: self.ask_files())
        remove.clicked.connect(lambda: self.remove_selected())
        bar = QHBoxLayout()
        bar.setSpacing(8)
        hint = QLabel(tr("Select rows to compare; click a heading to rank."))
        for widget in (add, remove, hint):
            bar.addWidget(widget)
        bar.addStretch(1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stream)
        column.addWidget(self.figures, 1)
        column.addWidget(self.remarks)
        lower = QSplitter(Qt.Orientation.Horizontal)
        lower.addWidget(self.plots)
        lower.addWidget(side)
        lower.setSizes([800, 400])
        lower.setStretchFactor(0, 1)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.addWidget(self.table)
        whole.addWidget(lower)
        whole.setSizes([232, 520])
        whole.setStretchFactor(1, 1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(whole, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    # -- opening ------------------------------------------------------------------------------

    def ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Open captures"), "", tr("Captures (*.csv *.json *.hml);;All files (*)")
        )
        self.open_files([Path(name) for name in names])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read captures off the UI thread; a bad one is said and costs the others nothing."""
        self.reading += len(paths)
        for path in paths:

            def read(progress: Progress, path: Path = path) -> list[Entry]:
                progress.report(None, path.name)
                runs = read_capture(path)
                if runs[0].others:
                    return [entry(runs)]
                return [entry([run]) for run in runs]

            self._context.jobs.start(
                tr("Read {file}", file=path.name), read, done=self._read, failed=self._failed
            )

    def _read(self, entries: list[Entry]) -> None:
        self.reading -= 1
        self._opened(entries)

    def _opened(self, entries: list[Entry]) -> None:
        first = len(self.model.entries)
        self.model.add(entries)
        self._stack.setCurrentIndex(1)
        selection = self.table.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in range(first, len(self.model.entries)):
            if len(selection.selectedRows()) < MOST_AT_ONCE:
                selection.select(self._sorted.mapFromSource(self.model.index(row, 0)), rows)
        self._show_selected()

    def _failed(self, error: BaseException) -> None:
        self.reading -= 1
        detail = error.remedy if isinstance(error, Problem) else ""
        what = error.what if isinstance(error, Problem) else str(error)
        self._context.notify(what, level=Level.ERROR, detail=detail)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_files(paths)

    # -- what is selected --------------------------------------------------------------------

    def selected(self) -> list[int]:
        """Rows of the model that are selected, in the order shown."""
        rows = self.table.selectionModel().selectedRows()
        return [self._sorted.mapToSource(index).row() for index in sorted(rows)]

    def remove_selected(self) -> None:
        removed = self.model.remove(self.selected())
        if not removed:
            return
        self._context.notify(
            tr("{n} captures removed from the comparison.", n=len(removed)),
            actions=(NoticeAction(tr("Undo"), lambda: self._opened(removed)),),
        )
        if not self.model.entries:
            self._stack.setCurrentIndex(0)
        self._show_selected()

    @Slot(int)
    def _choose_stream(self, index: int) -> None:
        rows = self.selected()
        if not rows:
            return
        row, shown = rows[0], self.model.entries[rows[0]]
        if shown.streams[index] is shown.run:
            return

        def chosen(new: Entry) -> None:
            if row < len(self.model.entries) and self.model.entries[row] is shown:
                self.model.replace(row, new)
                self._show_selected()

        self._context.jobs.start(
            tr("Read {file}", file=Path(shown.run.file).name),
            lambda _progress: entry(shown.streams, index),
            done=chosen,
            quiet=True,
        )

    def _show_selected(self) -> None:
        rows = self.selected()[:MOST_AT_ONCE]
        entries = [self.model.entries[row] for row in rows]
        self.model.show_colours({row: colour_name(place) for place, row in enumerate(rows)})
        self.plots.show_runs([(e.title, place, e.curves) for place, e in enumerate(entries)])
        self.plots.costs.show_costs(
            [
                (e.title, colour_name(place), e.energy, e.report["fps_average"])
                for place, e in enumerate(entries)
            ]
        )
        first = entries[0] if entries else None
        self.stream.clear()
        self.stream.addItems([_stream_name(run) for run in first.streams] if first else [])
        if first is not None:
            self.stream.setCurrentIndex(first.streams.index(first.run))
        self.stream.setVisible(first is not None and len(first.streams) > 1)
        self._show_figures(first)

    def _show_figures(self, shown: Entry | None) -> None:
        figures = shown.figures if shown is not None else ()
        self.figures.setRowCount(len(figures))
        for row, figure in enumerate(figures):
            for column, text in enumerate((figure.tool, figure.name, figure.text)):
                item = QTableWidgetItem(text)
                if column == 2:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                    item.setToolTip(f"{figure.value:.9g}")
                self.figures.setItem(row, column, item)
        self.remarks.setText("\n".join(shown.report["warnings"]) if shown is not None else "")
        self.remarks.setVisible(bool(self.remarks.text()))

    # -- leaving the program -----------------------------------------------------------------

    def export_csv(self, path: Path) -> None:
        rows = [
            [self._sorted.index(row, column).data() for column in range(len(columns()))]
            for row in range(self._sorted.rowCount())
        ]
        write_csv(path, columns(), rows)

    def export_json(self, path: Path) -> None:
        runs = [run_report(e.run) | {"detail": run_detail(e.run)} for e in self.model.entries]
        write_atomic(path, json.dumps({"runs": runs}, ensure_ascii=False, indent=2) + "\n")


def _stream_name(run: Run) -> str:
    return tr(
        "{application}, process {process}, swap chain {chain}: {frames} frames",
        application=run.application or "?",
        process=run.process_id if run.process_id is not None else "?",
        chain=run.swap_chain or "?",
        frames=len(run.frame_ms),
    )
