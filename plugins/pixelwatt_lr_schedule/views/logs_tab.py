"""A training log beside the schedule: its losses, and the name of its schedule."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Job, Level, Problem, Progress
from pixelwatt.api_qt import EmptyState
from pixelwatt_lr_schedule.core.identify import Identified, identify
from pixelwatt_lr_schedule.core.logs import Log, read_log
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.line_plot import Line, LinePlot
from pixelwatt_lr_schedule.views.store import Store

_FOLLOW_MS = 3000


@dataclass(frozen=True, slots=True)
class Opened:
    log: Log
    found: Identified | None
    trouble: str


class LogsTab(QWidget):
    """A file that grows is read again while the tab is open."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._path: Path | None = None
        self._stamp = (0, 0)
        self._opened: Opened | None = None
        self._job: Job | None = None
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.add = QPushButton(tr("Show this schedule"))
        self.add.setEnabled(False)
        self.add.clicked.connect(self._add)
        self.open = QPushButton(tr("Open log…"))
        self.open.clicked.connect(self.choose)
        self.plot = LinePlot(store.context, tr("Logged losses"), tr("step"), tr("loss"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.answer, 1)
        row.addWidget(self.add)
        row.addWidget(self.open)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(row)
        inner.addWidget(self.plot, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                "chart",
                tr("No log yet"),
                tr(
                    "Open a TensorBoard event file, trainer_state.json or CSV: its learning rate "
                    "is drawn over the plot and its schedule is named."
                ),
                button=tr("Open log…"),
                action=self.choose,
            )
        )
        self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._stack)
        self._timer = QTimer(self)
        self._timer.setInterval(_FOLLOW_MS)
        self._timer.timeout.connect(self._follow)

    @Slot()
    def choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Open log"), "", tr("Logs (*.csv *.json *tfevents*);;All files (*)")
        )
        if name:
            self.open_paths([Path(name)])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read the first of ``paths`` off the UI thread and name its schedule."""
        path = paths[0]
        self._path, self._stamp = path, _stamp(path)

        def work(progress: Progress) -> Opened:
            log = read_log(path)
            progress.check()
            try:
                return Opened(log, identify(log), "")
            except Problem as problem:
                return Opened(log, None, str(problem))

        def failed(error: BaseException) -> None:
            remedy = error.remedy if isinstance(error, Problem) else ""
            what = error.what if isinstance(error, Problem) else str(error)
            self._store.context.notify(what, level=Level.ERROR, detail=remedy)

        self._job = self._store.context.jobs.start(
            tr("Read {name}", name=path.name), work, done=self._show, failed=failed
        )

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        self._stack.setCurrentIndex(1)
        self._timer.start()
        found = opened.found
        self.add.setEnabled(found is not None)
        if found is None:
            text = opened.trouble
        else:
            text = tr(
                "{format}: {title} {params}, base rate {base}, offset {offset}, largest error "
                "{error}",
                format=opened.log.format, title=found.spec.title, params=_brief(found),
                base=f"{found.spec.base_lr:.6g}", offset=found.offset,
                error=f"{found.max_abs_error:.2g}",
            )  # fmt: skip
            if not found.certain:
                text = tr("Nearest, not certain.") + " " + text
        self.answer.setText(" ".join([text, *opened.log.warnings]))
        losses = [
            Line(series.name, series.steps, series.values, f"series{i}" if i else "accent")
            for i, series in enumerate(opened.log.losses())
        ]
        self.plot.show_lines(losses)
        self._store.set_log(opened.log if found is not None else None)

    @Slot()
    def _add(self) -> None:
        if self._opened is not None and self._opened.found is not None:
            self._store.set_curves([self._opened.found.spec])

    @Slot()
    def _follow(self) -> None:
        if self._path is not None and self.isVisible() and _stamp(self._path) != self._stamp:
            self.open_paths([self._path])


def _stamp(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError:
        return (0, 0)
    return (about.st_size, about.st_mtime_ns)


def _brief(found: Identified) -> str:
    params = {k: v for k, v in found.spec.params.items() if k != "name" and v is not None}
    return json.dumps(params)[1:-1].replace('"', "")
