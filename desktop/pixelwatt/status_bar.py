"""The foot of the window: what is running, and what was said last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QProgressBar, QStatusBar, QToolButton

from pixelwatt.api import Level, Theme
from pixelwatt.icons import icon
from pixelwatt.jobs import RunningJob
from pixelwatt.notices import Notice
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.window import MainWindow
    from pixelwatt.workbench import Workbench


class StatusBar(QStatusBar):
    """A button with the running jobs and their progress, and one with the unread notices."""

    def __init__(self, workbench: Workbench, window: MainWindow) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._unread = 0
        self.setSizeGripEnabled(False)
        self.jobs = _button()
        self.jobs.setAccessibleName(tr("Job centre"))
        self.jobs.clicked.connect(lambda: window.commands.run("shell.jobs"))
        self.progress = QProgressBar()
        self.progress.setFixedSize(120, 6)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the running jobs"))
        self.notices = _button()
        self.notices.clicked.connect(self._show_notices)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.jobs)
        self.addPermanentWidget(self.notices)
        self._window = window
        workbench.jobs.started.connect(self._job_started)
        workbench.jobs.finished.connect(self._show_jobs)
        workbench.notices.added.connect(self._count)
        unsubscribe = workbench.subscribe_theme(self._retheme)
        self.destroyed.connect(lambda: unsubscribe())
        self._retheme(workbench.theme)
        self._show_jobs()
        self._show_unread()

    def running(self) -> list[RunningJob]:
        return [job for job in self._workbench.jobs.running if job.running and not job.quiet]

    @Slot(object)
    def _job_started(self, job: RunningJob) -> None:
        job.progressed.connect(self._show_jobs)
        self._show_jobs()

    @Slot()
    def _show_jobs(self) -> None:
        running = self.running()
        self.jobs.setVisible(bool(running))
        self.progress.setVisible(bool(running))
        if not running:
            return
        title = running[0].title
        if len(running) > 1:
            title = tr("{count} jobs", count=len(running))
        self.jobs.setText(title)
        self.jobs.setAccessibleName(tr("Job centre: {jobs}", jobs=title))
        known = [job.fraction for job in running if job.fraction is not None]
        if len(known) == len(running):
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * sum(known) / len(known)))
        else:
            self.progress.setRange(0, 0)

    @Slot(object)
    def _count(self, notice: Notice) -> None:
        if notice.level is not Level.INFO:
            self._unread += 1
            self._show_unread()

    def _show_notices(self) -> None:
        self._unread = 0
        self._show_unread()
        self._window.commands.run("shell.notices")

    def _show_unread(self) -> None:
        self.notices.setText(str(self._unread) if self._unread else "")
        name = tr("Notices, {count} unread", count=self._unread) if self._unread else tr("Notices")
        self.notices.setAccessibleName(name)
        self.notices.setToolTip(name)

    def _retheme(self, theme: Theme) -> None:
        self.jobs.setIcon(icon("jobs", theme))
        self.notices.setIcon(icon("bell", theme))


def _button() -> QToolButton:
    button = QToolButton()
    button.setObjectName("statusButton")
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
