"""Recorded sessions: rename, tag, compare, export, delete with undo."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context, Level, NoticeAction, Problem, write_atomic
from pixelwatt.api_qt import EmptyState, make_copyable, plot, tabular, write_csv
from pixelwatt_power.core import sessions
from pixelwatt_power.core.number_text import with_bound
from pixelwatt_power.core.session_report import SessionReport, as_json, report, session_energy
from pixelwatt_power.core.sessions import Recording, SensorSeries, Session
from pixelwatt_power.text import tr
from pixelwatt_power.views.capture_plots import colour_name
from pixelwatt_power.views.cost_chart import Cost, CostChart

Loaded = tuple[Recording, SessionReport]
TITLE, STARTED, TAGS = 0, 1, 2


class SessionsPage(QWidget):
    """The database of sessions, the newest first."""

    def __init__(
        self, context: Context, path: Path, changed: Callable[[list[SessionReport]], None]
    ) -> None:
        super().__init__()
        self._context, self._path, self._changed = context, path, changed
        self.loaded: list[Loaded] = []
        self._filling = False
        self.table = QTableWidget(0, len(_columns()))
        self.table.setHorizontalHeaderLabels(_columns())
        self.table.setAccessibleName(tr("Recorded sessions"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setFont(tabular(self.table.font()))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        make_copyable(self.table)
        self.table.itemChanged.connect(self._edited)
        self.table.itemSelectionChanged.connect(self._show_selected)
        self.curves = plot(
            context, x=tr("Time"), x_unit="s", y=tr("Power"), y_unit="W",
            name=tr("Power of the selected sessions"),
        )  # fmt: skip
        self.costs = CostChart(context)
        self._known: dict[int, Loaded] = {}
        self._read_once = False
        self._lines: list[tuple[Any, Any]] = []
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                "record",
                tr("No sessions yet"),
                tr("Press Record in Live: frames and watts are kept, and survive a crash."),
            )
        )
        self._stack.addWidget(self._content())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _content(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for title, action in (
            (tr("Export CSV…"), self.ask_csv),
            (tr("Export JSON…"), self.ask_json),
            (tr("Delete"), self.delete_selected),
        ):
            button = QPushButton(title)
            button.clicked.connect(lambda _checked=False, action=action: action())
            bar.addWidget(button)
        bar.addWidget(QLabel(tr("Edit a title or tags in place; select rows to compare.")))
        bar.addStretch(1)
        lower = QSplitter(Qt.Orientation.Horizontal)
        lower.addWidget(self.costs)
        lower.addWidget(self.curves)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(lower)
        split.setSizes([232, 520])
        split.setStretchFactor(1, 1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(split, 1)
        return content

    def refresh(self) -> None:
        """Read the database off the UI thread and show it."""
        path, known, first = self._path, dict(self._known), not self._read_once
        self._read_once = True

        def load(_progress: object) -> list[Loaded]:
            if not path.exists():
                return []
            if first:
                # No Undo reaches back to what an earlier run of the program deleted.
                sessions.purge(path)
            listed = sessions.list_sessions(path)
            return [_loaded(path, session, known.get(session.id)) for session in listed]

        self._context.jobs.start(
            tr("Read sessions"), load, done=self._show, failed=self._failed, quiet=True
        )

    def import_from(self, paths: Sequence[Path]) -> None:
        """Add the sessions of databases that ``pixelwatt record`` wrote."""
        for path in paths:
            self._write(partial(sessions.import_from, self._path, path))

    def _show(self, loaded: list[Loaded]) -> None:
        self.loaded = loaded
        self._known = {each[0].session.id: each for each in loaded}
        self._filling = True
        self.table.setRowCount(len(loaded))
        for row, (recording, found) in enumerate(loaded):
            for column, text in enumerate(_cells(recording.session, found)):
                item = QTableWidgetItem(text)
                if column not in (TITLE, TAGS):
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column > TAGS:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        self._filling = False
        self._stack.setCurrentIndex(1 if loaded else 0)
        if loaded and not self.table.selectedItems():
            self.table.selectRow(0)
        self._show_selected()
        self._changed([found for _, found in loaded])

    def _failed(self, error: BaseException) -> None:
        detail = error.remedy if isinstance(error, Problem) else ""
        what = error.what if isinstance(error, Problem) else str(error)
        self._context.notify(what, level=Level.ERROR, detail=detail)

    def selected(self) -> list[Loaded]:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self.loaded[row] for row in rows if row < len(self.loaded)]

    @Slot(QTableWidgetItem)
    def _edited(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        session, text = self.loaded[item.row()][0].session.id, item.text()
        change = sessions.rename if item.column() == TITLE else sessions.tag
        self._write(lambda: change(self._path, session, text))

    def _write(self, change: Callable[[], object]) -> None:
        self._context.jobs.start(
            tr("Change sessions"), lambda _progress: change(),
            done=lambda _none: self.refresh(), failed=self._failed, quiet=True,
        )  # fmt: skip

    def delete_selected(self) -> None:
        gone = [recording.session.id for recording, _ in self.selected()]
        if not gone:
            return
        self._write(lambda: sessions.delete(self._path, *gone))
        self._context.notify(
            tr("{n} sessions deleted.", n=len(gone)),
            actions=(NoticeAction(tr("Undo"), lambda: self._restore(gone)),),
        )

    def _restore(self, numbers: list[int]) -> None:
        self._write(lambda: sessions.restore(self._path, *numbers))

    def _show_selected(self) -> None:
        chosen = self.selected()
        self.costs.show_costs([_cost(place, *each) for place, each in enumerate(chosen)])
        while len(self._lines) < len(chosen):
            colour = colour_name(len(self._lines))
            label = self.curves.label("", 0.0, 0.0, colour, (1.0, 1.0))
            self._lines.append((self.curves.line(colour, width=1.5), label))
        top = 0.0
        for place, (line, label) in enumerate(self._lines):
            series = _main_series(*chosen[place]) if place < len(chosen) else None
            if series is None or not series.end_s.size:
                line.setData([], [])
                label.setText("")
                continue
            watts = series.joules / series.seconds
            line.setData(series.end_s, watts)
            top = max(top, float(watts.max()))
            label.setText(chosen[place][0].session.title)
            label.setPos(float(series.end_s[-1]), float(watts[-1]))
        # From zero, so that a steady load looks steady.
        self.curves.getPlotItem().setYRange(0.0, 1.15 * top or 1.0)

    # -- leaving the program -----------------------------------------------------------------

    def ask_csv(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), "sessions.csv", "CSV (*.csv)")
        if name:
            self.export_csv(Path(name))

    def ask_json(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), "sessions.json", "JSON (*.json)")
        if name:
            self.export_json(Path(name))

    def export_csv(self, path: Path) -> None:
        rows = [_cells(recording.session, found) for recording, found in self._to_export()]
        write_csv(path, _columns(), rows)

    def export_json(self, path: Path) -> None:
        found = [
            {"started": recording.session.started_utc, "tags": recording.session.tags,
             "complete": recording.session.complete, **as_json(summary),
             "series": [_series_json(series) for series in recording.sensors]}
            for recording, summary in self._to_export()
        ]  # fmt: skip
        write_atomic(path, json.dumps({"sessions": found}, ensure_ascii=False, indent=2) + "\n")

    def _to_export(self) -> list[Loaded]:
        return self.selected() or self.loaded


def _loaded(path: Path, session: Session, known: Loaded | None) -> Loaded:
    """A session with its figures; a finished one is read once, only its title and tags change."""
    if known is not None and known[0].session.complete:
        recording = replace(known[0], session=session)
    else:
        recording = sessions.load(path, session.id)
    return recording, report(recording)


def _cost(place: int, recording: Recording, found: SessionReport) -> Cost:
    return recording.session.title, colour_name(place), session_energy(found), found.fps


def _series_json(series: SensorSeries) -> dict[str, Any]:
    """Mean watts of each interval, and its end in seconds since the session began."""
    watts = series.joules / series.seconds
    return {"sensor": series.sensor, "end_s": series.end_s.tolist(), "watts": watts.tolist()}


def _main_series(recording: Recording, found: SessionReport) -> SensorSeries | None:
    """The sensor that the session's energy is of."""
    scope = found.energy_scope or (found.power[0].scope if found.power else "")
    return next((series for series in recording.sensors if series.scope == scope), None)


def _columns() -> list[str]:
    return [
        tr("Session"), tr("Started"), tr("Tags"), tr("Length"), tr("FPS"), tr("Power"),
        tr("Energy per frame"),
    ]  # fmt: skip


def _local(started_utc: str) -> str:
    moment = datetime.datetime.fromisoformat(started_utc)
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _cells(session: Session, found: SessionReport) -> list[str]:
    power = next(
        (entry for entry in found.power if entry.scope == found.energy_scope),
        found.power[0] if found.power else None,
    )
    length = f"{found.duration_s:.1f} s"
    return [
        session.title,
        _local(session.started_utc),
        session.tags,
        length if session.complete else tr("{length}, cut short", length=length),
        f"{found.fps:.1f}" if found.fps is not None else tr("unknown"),
        f"{with_bound(power.watts, power.bound_w, 'W')} {power.scope.upper()}"
        if power is not None
        else tr("unknown"),
        with_bound(found.joules_per_frame, found.joules_per_frame_bound, "J"),
    ]
