"""The job centre: what runs, how far it is, how long it still needs, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.empty_state import EmptyState
from pixelwatt.fonts import tabular
from pixelwatt.jobs import JobRunner, RunningJob
from pixelwatt.ui_text import tr

KEPT = 20
"""Ended jobs that stay in the list."""


class JobCentre(QWidget):
    """One row for each job that is not quiet, the newest first."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self.setObjectName("page")
        self.rows: list[JobRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._list.addStretch(1)
        page = QWidget()
        page.setObjectName("page")
        page.setLayout(self._list)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(page)
        self._scroll.setAccessibleName(tr("Jobs"))
        self._empty = EmptyState(
            "jobs", tr("Nothing is running"), tr("Long work shows here, and can be cancelled.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self._scroll)
        jobs.started.connect(self._add)
        jobs.finished.connect(self._trim)
        for job in jobs.running:
            self._add(job)
        self._show_empty_state_if_empty()

    @Slot(object)
    def _add(self, job: RunningJob) -> None:
        if job.quiet:
            return
        row = JobRow(job)
        self.rows.insert(0, row)
        self._list.insertWidget(0, row)
        self._show_empty_state_if_empty()

    @Slot()
    def _trim(self) -> None:
        ended = [row for row in self.rows if not row.job.running]
        for row in ended[KEPT:]:
            self.rows.remove(row)
            self._list.removeWidget(row)
            row.deleteLater()

    def _show_empty_state_if_empty(self) -> None:
        self._empty.setVisible(not self.rows)
        self._scroll.setVisible(bool(self.rows))


class JobRow(QFrame):
    """One job; it listens to the job itself."""

    def __init__(self, job: RunningJob) -> None:
        super().__init__()
        self.job = job
        self.setObjectName("card")
        self.setAccessibleName(job.title)
        title = QLabel(job.title)
        title.setObjectName("sectionTitle")
        self.state = QLabel()
        self.state.setObjectName("muted")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setFont(tabular(self.state.font()))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(tr("Progress of {job}", job=job.title))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAccessibleName(tr("Cancel {job}", job=job.title))
        self.cancel.clicked.connect(self._cancel)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(title)
        texts.addWidget(self.bar)
        texts.addWidget(self.state)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(16)
        layout.addLayout(texts, 1)
        layout.addWidget(self.cancel)
        job.progressed.connect(self._show)
        self._show()

    def _cancel(self) -> None:
        self.job.cancel()
        self.cancel.setEnabled(False)
        self._show()

    @Slot()
    def _show(self) -> None:
        job = self.job
        self.cancel.setVisible(job.running)
        self.bar.setVisible(job.running)
        if job.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(job.fraction * 1000))
        self.state.setText(" · ".join(filter(None, (_state(job), job.text))))


def _state(job: RunningJob) -> str:
    if job.state == "done":
        seconds = (job.ended or job.started) - job.started
        return tr("done in {time}", time=duration(seconds))
    if job.state == "failed":
        return tr("failed")
    if job.state == "cancelled":
        return tr("cancelled")
    if job.cancelled:
        return tr("stopping…")
    parts = [f"{job.fraction:.0%}"] if job.fraction is not None else [tr("running")]
    if job.remaining_s is not None:
        parts.append(tr("{time} left", time=duration(job.remaining_s)))
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """``"0.4 s"``, ``"12 s"``, ``"3:05 min"``, ``"1:02:00 h"``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02} min"
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02} h"
