"""The line under the plot: what the edited schedule is at the cursor."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pixelwatt.api import Job, Progress
from pixelwatt.api_qt import tabular
from pixelwatt_lr_schedule.core.sampling import read_all
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.store import Store

_SETTLED_MS = 120


class ReadOut(QWidget):
    """Update, epoch, rate, momentum, and the sum of rates so far, which takes a short job."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._sums: Values | None = None
        self._job: Job | None = None
        self.setAccessibleName(tr("Values at the cursor"))
        self._label = QLabel()
        self._label.setFont(tabular(self._label.font()))
        self._label.setAccessibleName(tr("Values at the cursor"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._label, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self._sum_up)
        store.changed.connect(self._outdated)
        store.cursor_moved.connect(self._show)
        self._outdated()

    @property
    def text(self) -> str:
        return self._label.text()

    @Slot()
    def _outdated(self) -> None:
        self._sums = None
        self._timer.start()
        self._show()

    @Slot()
    def _sum_up(self) -> None:
        schedule, steps = self._store.schedule(), self._store.spec.steps
        if schedule is None:
            return
        count = min(steps, schedule.ends or steps)

        def work(_progress: Progress) -> Values:
            return np.cumsum(read_all(schedule.lr, count))

        def done(sums: Values) -> None:
            if self._store.schedule() is schedule:
                self._sums = sums
                self._show()

        if self._job is not None and self._job.running:
            self._job.cancel()
        self._job = self._store.context.jobs.start(
            tr("Sum of learning rates"), work, done=done, failed=lambda _error: None, quiet=True
        )

    @Slot()
    def _show(self) -> None:
        k, schedule = self._store.cursor, self._store.schedule()
        parts = [tr("update {k}", k=f"{k:,}".replace(",", "\u2009"))]
        per_epoch = max(1, self._store.updates_per_epoch)
        parts.append(tr("epoch {epoch}", epoch=f"{k / per_epoch:.2f}"))
        if schedule is not None and k < (schedule.ends or k + 1):
            at = np.asarray([k], dtype=np.int64)
            parts.append(tr("LR {lr}", lr=f"{float(schedule.lr(at)[0]):.6g}"))
            if schedule.momentum is not None:
                momentum = f"{float(schedule.momentum(at)[0]):.4g}"
                parts.append(tr("momentum {momentum}", momentum=momentum))
            if self._sums is not None and k < len(self._sums) and self._sums[-1] > 0:
                share = float(self._sums[k] / self._sums[-1])
                parts.append(
                    tr("sum of LR {sum} ({share})", sum=f"{float(self._sums[k]):.5g}",
                       share=f"{share:.1%}")
                )  # fmt: skip
        self._label.setText("   ".join(parts))
