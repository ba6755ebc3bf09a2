"""The linter's messages; choosing one moves the cursor to its update."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pixelwatt.api import Job, Progress
from pixelwatt_lr_schedule.core.lint import Finding, Weight, lint
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.store import Store


class LintTab(QWidget):
    """Checked off the UI thread once the curve has come to rest."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._job: Job | None = None
        self.summary = QLabel()
        self.list = QTreeWidget()
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([tr("Update"), tr("Message"), tr("What to do")])
        self.list.setRootIsDecorated(False)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(tr("Linter's messages"))
        self.list.itemSelectionChanged.connect(self._go)
        self.list.header().resizeSection(0, 88)
        self.list.header().resizeSection(1, 560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self._check)
        store.changed.connect(self._timer.start)
        self._timer.start()

    @Slot()
    def _check(self) -> None:
        spec = self._store.spec
        if self._job is not None and self._job.running:
            self._job.cancel()

        def work(_progress: Progress) -> list[Finding]:
            return lint(spec)

        def done(findings: list[Finding]) -> None:
            if spec is self._store.spec:
                self._show(findings)

        self._job = self._store.context.jobs.start(
            tr("Check the schedule"), work, done=done, quiet=True
        )

    def _show(self, findings: list[Finding]) -> None:
        self.list.clear()
        theme = self._store.context.theme
        colours = {Weight.ERROR: theme.bad, Weight.WARNING: theme.warning, Weight.NOTE: theme.muted}
        for finding in findings:
            at = "–" if finding.update is None else f"{finding.update:,}".replace(",", "\u2009")
            item = QTreeWidgetItem([at, finding.message, finding.remedy])
            item.setData(0, Qt.ItemDataRole.UserRole, finding.update)
            item.setForeground(0, QBrush(QColor(colours[finding.weight])))
            item.setToolTip(1, finding.message)
            item.setToolTip(2, finding.remedy)
            self.list.addTopLevelItem(item)
        self.list.setVisible(bool(findings))
        count = len(findings)
        self.summary.setText(
            tr("Nothing found: the schedule does what its arguments say.")
            if not count
            else tr("{count} messages; choose one to see its update.", count=count)
        )

    @Slot()
    def _go(self) -> None:
        for item in self.list.selectedItems():
            update = item.data(0, Qt.ItemDataRole.UserRole)
            if update is not None:
                self._store.set_cursor(int(update))
