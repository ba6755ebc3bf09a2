"""The claims ledger: what the essays say, and what the arithmetic says of it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Level, Problem, Theme, Verdict, write_atomic
from pixelwatt.claims import as_markdown
from pixelwatt.claims_model import ClaimsFilter, ClaimsModel, verdict_word
from pixelwatt.claims_view import ClaimDelegate, claim_page
from pixelwatt.empty_state import EmptyState
from pixelwatt.text import translate
from pixelwatt.themed import follow_theme
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.workbench import Workbench

FILTERS = ("", *(str(verdict) for verdict in Verdict))


class ClaimsPanel(QWidget):
    """A list to search and filter, and beside it the claim that was chosen."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.setObjectName("page")
        self.model = ClaimsModel(workbench, self)
        self.shown = ClaimsFilter(self.model, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the claims"))
        self.search.setAccessibleName(tr("Search the claims"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.shown.set_text)
        self.topics = QComboBox()
        self.topics.setAccessibleName(tr("Topic"))
        self.topics.addItem(tr("All topics"), "")
        for topic in self.model.topics():
            self.topics.addItem(topic, topic)
        self.topics.currentIndexChanged.connect(
            lambda: self.shown.set_topic(self.topics.currentData())
        )
        self.verdicts = self._verdict_buttons()
        self.export_button = QPushButton(tr("Export as Markdown…"))
        self.export_button.clicked.connect(self._ask_and_export)

        self.list = QListView()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(tr("Claims"))
        self.list.setModel(self.shown)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self._delegate = ClaimDelegate(workbench.theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setAccessibleName(tr("The claim and its arithmetic"))
        self.page.setObjectName("plain")
        self.page.document().setDocumentMargin(20)
        self.experiment = QPushButton(tr("Run experiment"))
        self.experiment.setProperty("primary", True)
        self.experiment.clicked.connect(self._run_experiment)
        self._lay_out()

        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.model.dataChanged.connect(self._on_checked)
        self.shown.rowsInserted.connect(self._keep_a_choice)
        self.shown.rowsRemoved.connect(self._keep_a_choice)
        follow_theme(self, workbench.context_of(None), self._retheme)
        self._count()
        self._keep_a_choice()
        self.model.check_all()

    def content_ready(self) -> bool:
        return self.model.complete

    def current_row(self) -> int:
        """The row of the model that is shown beside the list; -1 for none."""
        index = self.shown.mapToSource(self.list.currentIndex())
        return index.row() if index.isValid() else -1

    def export(self, path: Path) -> None:
        """Write what the filter shows. Raises OSError."""
        checked = [self.model.checked(row) for row in self.shown.rows()]
        write_atomic(path, as_markdown([c for c in checked if c is not None]) + "\n")

    def closeEvent(self, event: QCloseEvent) -> None:
        self.model.stop()
        super().closeEvent(event)

    # -- making ------------------------------------------------------------------------------

    def _verdict_buttons(self) -> QButtonGroup:
        group = QButtonGroup(self)
        group.setExclusive(True)
        for number, verdict in enumerate(FILTERS):
            button = QPushButton()
            button.setCheckable(True)
            button.setChecked(not verdict)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._filter_verdict, verdict))
            group.addButton(button, number)
        return group

    def _lay_out(self) -> None:
        # Two rows: in one, the panel could not be made narrow.
        filters = QVBoxLayout()
        filters.setContentsMargins(12, 12, 12, 12)
        filters.setSpacing(8)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
            filters.addLayout(row)
        above.addWidget(self.search, 1)
        above.addWidget(self.topics)
        for button in self.verdicts.buttons():
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.export_button)
        self._foot = QWidget()
        buttons = QHBoxLayout(self._foot)
        buttons.setContentsMargins(20, 0, 20, 16)
        buttons.addWidget(self.experiment)
        buttons.addStretch(1)
        right = QWidget()
        right.setObjectName("page")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page, 1)
        column.addWidget(self._foot)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([420, 640])
        splitter.setChildrenCollapsible(False)
        stops = [self.search, self.topics, *self.verdicts.buttons(), self.export_button]
        stops += [self.list, self.page, self.experiment]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if self.model.rowCount():
            layout.addLayout(filters)
            layout.addWidget(splitter, 1)
        else:
            nothing = tr("Plugins bring the claims, and none that is loaded has any.")
            layout.addWidget(EmptyState("claims", tr("No claims"), nothing))
            for hidden in (splitter, self.search, self.topics, self.export_button):
                hidden.setParent(self)
                hidden.hide()
            for button in self.verdicts.buttons():
                button.setParent(self)
                button.hide()
        for one, following in pairwise(stops):
            self.setTabOrder(one, following)

    # -- what happens ------------------------------------------------------------------------

    def _filter_verdict(self, verdict: str, _checked: bool = False) -> None:
        self.shown.set_verdict(verdict)

    @Slot()
    def _on_checked(self) -> None:
        self._count()
        self._show_current()

    def _count(self) -> None:
        counts = self.model.counts()
        for number, verdict in enumerate(FILTERS):
            word = verdict_word(verdict) if verdict else tr("all")
            count = counts[verdict] if verdict else self.model.rowCount()
            self.verdicts.button(number).setText(f"{word[:1].upper()}{word[1:]}  {count}")

    @Slot()
    def _keep_a_choice(self) -> None:
        if not self.list.currentIndex().isValid() and self.shown.rowCount():
            self.list.setCurrentIndex(self.shown.index(0, 0))
        self._show_current()

    @Slot(QModelIndex)
    def _show_current(self, _index: QModelIndex | None = None) -> None:
        row = self.current_row()
        if row < 0:
            self.page.setPlainText(tr("No claim fits the filter."))
            self._foot.hide()
            return
        contributed = self.model.contributed(row)
        claim = contributed.item
        chinese = self._workbench.language == "zh_CN"
        self.page.setHtml(
            claim_page(
                claim,
                self.model.checked(row),
                self.model.topic(row),
                self._workbench.theme,
                chinese=chinese,
            )
        )
        self._foot.setVisible(bool(claim.experiment))
        title = claim.experiment_title
        if title:
            self.experiment.setText(translate(contributed.plugin.package, title))
        else:
            self.experiment.setText(tr("Run experiment"))

    def _run_experiment(self) -> None:
        row = self.current_row()
        if row < 0:
            return
        contributed = self.model.contributed(row)
        try:
            run = self._workbench.host.resolve(contributed.item.experiment)
            run(
                self._workbench.context_of(contributed.plugin),
                partial(self.model.set_result, row),
            )
        except Exception as error:
            self._workbench.report_error(tr("The experiment could not be run."), error)

    def _ask_and_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export as Markdown"), "claims.md", "Markdown (*.md)"
        )
        if not name:
            return
        try:
            self.export(Path(name))
        except OSError as error:
            problem = Problem(
                tr("The claims could not be written: {error}.", error=error),
                tr("Choose a folder you may write to."),
            )
            self._workbench.notify(problem.what, Level.ERROR, problem.remedy)

    def _retheme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.list.viewport().update()
        self._show_current()
