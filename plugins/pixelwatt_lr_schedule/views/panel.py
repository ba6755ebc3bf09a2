"""The panel: controls, plot, read-out, and the tabs under them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from pixelwatt.api import Context
from pixelwatt_lr_schedule.text import tr
from pixelwatt_lr_schedule.views.canvas import ScheduleCanvas
from pixelwatt_lr_schedule.views.code_tab import CodeTab
from pixelwatt_lr_schedule.views.controls import Controls
from pixelwatt_lr_schedule.views.lint_tab import LintTab
from pixelwatt_lr_schedule.views.readout import ReadOut
from pixelwatt_lr_schedule.views.store import Store


class LrSchedulePanel(QWidget):
    """Opens on the essay's five phases beside a cosine."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.store = Store(context, self)
        self.setAccessibleName(tr("Learning-rate schedules"))
        self.controls = Controls(self.store)
        self.canvas = ScheduleCanvas(self.store)
        self.readout = ReadOut(self.store)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Tools"))
        self._makers: list[Callable[[], QWidget]] = []
        self._built: dict[int, QWidget] = {}
        self._add_tab(tr("Code"), lambda: CodeTab(self.store))
        self._add_tab(tr("Linter"), lambda: LintTab(self.store))
        self._add_tab(tr("Landscape"), self._landscape)
        self._add_tab(tr("Score"), self._score)
        self._add_tab(tr("Logs"), self._logs)
        self._add_tab(tr("Range test"), self._range)
        self.tabs.currentChanged.connect(self._build)
        upper = QWidget()
        inner = QVBoxLayout(upper)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.canvas, 1)
        inner.addWidget(self.readout)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.tabs)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([330, 270])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.controls)
        layout.addWidget(self.splitter, 1)
        self.store.set_cursor(self.store.steps // 4)
        self._build(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 420)

    def content_ready(self) -> bool:
        """Whether the plot is on screen, for ``pixelwatt --screenshot``."""
        return self.isVisible() and bool(self.readout.text)

    # -- tabs, built when first shown ----------------------------------------------------------

    def _add_tab(self, title: str, make: Callable[[], QWidget]) -> None:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        self._makers.append(make)
        self.tabs.addTab(holder, title)

    @Slot(int)
    def _build(self, index: int) -> None:
        holder = self.tabs.widget(index)
        layout = holder.layout() if holder is not None else None
        if layout is not None and layout.count() == 0:
            self._built[index] = self._makers[index]()
            layout.addWidget(self._built[index])

    def tab(self, index: int) -> QWidget:
        """The tool at ``index``, brought to the front."""
        self.tabs.setCurrentIndex(index)
        self._build(index)
        return self._built[index]

    def _landscape(self) -> QWidget:
        from pixelwatt_lr_schedule.views.landscape_tab import LandscapeTab

        return LandscapeTab(self.store)

    def _score(self) -> QWidget:
        from pixelwatt_lr_schedule.views.score_tab import ScoreTab

        return ScoreTab(self.store)

    def _logs(self) -> QWidget:
        from pixelwatt_lr_schedule.views.logs_tab import LogsTab

        return LogsTab(self.store)

    def _range(self) -> QWidget:
        from pixelwatt_lr_schedule.views.range_tab import RangeTab

        return RangeTab(self.store)

    def open_logs(self, paths: Sequence[Path]) -> None:
        """Show the Logs tool with the first of ``paths``."""
        from pixelwatt_lr_schedule.views.logs_tab import LogsTab

        tab = self.tab(4)
        assert isinstance(tab, LogsTab)
        tab.open_paths(paths)
