"""The planner's panel: the summary above, its pages below, and everything that is dropped on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from pixelwatt.api import Context, Level
from pixelwatt_video_budget.core.cell_text import price_cell, rate_cell
from pixelwatt_video_budget.core.plan import Plan, Shot
from pixelwatt_video_budget.core.shot_tables import read_file
from pixelwatt_video_budget.core.timeline import SUFFIXES
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.actuals_page import ActualsPage
from pixelwatt_video_budget.views.breakeven_page import BreakEvenPage
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.explain_page import ExplainPage
from pixelwatt_video_budget.views.import_bar import ImportBar
from pixelwatt_video_budget.views.plan_page import PlanPage
from pixelwatt_video_budget.views.price_page import PricePage
from pixelwatt_video_budget.views.shots_page import ShotsPage, complete, is_table
from pixelwatt_video_budget.views.summary import Summary
from pixelwatt_video_budget.views.tiers_page import TiersPage
from pixelwatt_video_budget.views.time_page import TimePage
from pixelwatt_video_budget.views.two_stage_page import TwoStagePage
from pixelwatt_video_budget.views.versions_page import VersionsPage

PLAN_SUFFIX = ".budget.toml"


class VideoBudgetPanel(QWidget):
    """One budget plan."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setAcceptDrops(True)
        self.setObjectName("video_budget")
        self.document = Document(context, self)
        self.summary = Summary(context, self.document)
        self.import_bar = ImportBar(context)
        self.import_bar.accepted.connect(self._take_timeline)
        self.shots = ShotsPage(context, self.document, self.ask_for_import)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.addTab(self.shots, tr("Shots"))
        self._makers: dict[int, Callable[[], QWidget]] = {}
        self._pages: dict[int, QWidget] = {0: self.shots}
        self._add_pages()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.summary)
        layout.addWidget(self.import_bar)
        layout.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._build_page)
        self.document.file_changed.connect(self._show_title)
        self.document.plan_changed.connect(self._show_title)
        self.setFocusProxy(self.shots.table)
        self.shots.table.setFocus()
        self._ready = False
        self.document.estimate_changed.connect(self._now_ready)
        self.document.estimate_changed.connect(self._refresh_page)
        # Building the panel paints it first; the plan and its numpy arrive right after.
        QTimer.singleShot(0, self, self.document.open_first)

    def _add_pages(self) -> None:
        """Pages are built when they are first looked at."""
        context, document = self.context, self.document
        rows = self.shots.table.chosen_rows
        pages: list[tuple[str, str, Callable[[], QWidget]]] = [
            ("plan", tr("Plan"), lambda: PlanPage(context, document)),
            ("prices", tr("Price book"), lambda: PricePage(context, document, rows)),
            ("tiers", tr("Tiers"), lambda: TiersPage(context, document, rows)),
            ("time", tr("Time"), lambda: TimePage(context, document)),
            ("breakeven", tr("Break-even"), lambda: BreakEvenPage(context, document)),
            ("two_stages", tr("Two stages"), lambda: TwoStagePage(context, document)),
            ("explain", tr("Explain this number"), lambda: ExplainPage(context, document)),
            ("versions", tr("Versions"), lambda: VersionsPage(context, document)),
            ("actuals", tr("Actuals"), lambda: ActualsPage(context, document)),
        ]
        self.page_numbers = {"shots": 0}
        for name, title, make in pages:
            number = self.tabs.addTab(QWidget(), title)
            self.page_numbers[name] = number
            self._makers[number] = make

    def _build_page(self, number: int) -> None:
        make = self._makers.pop(number, None)
        if make is None:
            self._refresh_page()
            return
        title = self.tabs.tabText(number)
        placeholder = self.tabs.widget(number)
        page = make()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(page)
        self._pages[number] = page
        self.tabs.blockSignals(True)
        self.tabs.removeTab(number)
        self.tabs.insertTab(number, scroll, title)
        self.tabs.setCurrentIndex(number)
        self.tabs.blockSignals(False)
        if placeholder is not None:
            placeholder.deleteLater()
        self._refresh_page()

    def _refresh_page(self) -> None:
        """Bring the page in front up to date; the others wait until they are looked at."""
        page = self._pages.get(self.tabs.currentIndex())
        refresh = getattr(page, "refresh", None)
        if refresh is not None:
            refresh()

    def show_page(self, name: str) -> QWidget:
        """Bring a page to the front, building it if need be, and return it."""
        number = self.page_numbers[name]
        self.tabs.setCurrentIndex(number)
        return self._pages[number]

    def content_ready(self) -> bool:
        return self._ready and self.document.up_to_date

    def _now_ready(self) -> None:
        self._ready = True

    def _show_title(self) -> None:
        document = self.document
        name = document.path.name if document.path else document.plan.title
        self.tabs.setTabToolTip(0, name)
        self.setWindowTitle(name)

    # -- Files --------------------------------------------------------------------------------

    def new_plan(self) -> None:
        self.document.reset(Plan(), None)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open a plan, a timeline or a table, whichever each file is."""
        for path in paths:
            if path.name.lower().endswith(".toml"):
                self.document.open(path)
            elif path.suffix.lower() in SUFFIXES:
                self.show_page("shots")
                fresh = self.document.is_example or not self.document.plan.shots
                self.import_bar.start(path, replace_at_once=fresh)
            elif is_table(path):
                self._import_table(path)
            else:
                self.context.notify(
                    tr("{file} is neither a plan, a timeline nor a table.", file=path.name),
                    level=Level.WARNING,
                )

    def _import_table(self, path: Path) -> None:
        def take(result: tuple[list[Shot], list[str]]) -> None:
            self.shots.add_shots(*result, tr("Import {file}", file=path.name))

        self.context.jobs.start(
            tr("Reading {file}", file=path.name), lambda _: read_file(path), done=take, quiet=True
        )

    def _take_timeline(self, shots: list[Shot], replace: bool, name: str) -> None:
        document = self.document
        template = self.shots.template()
        filled = [complete(shot, template) for shot in shots]
        before = [] if replace else list(document.plan.shots)
        document.edit_shots([*before, *filled], tr("Import {file}", file=name))
        self.shots.choose_last(len(filled))
        rate = rate_cell(template)
        self.import_bar.tell_assumption(
            tr("Assumed until you change it under Details: {price}, usable rate {rate}.",
               price=price_cell(template, document.book, document.plan.currency,
                                self.context.language), rate=rate or "–")
        )  # fmt: skip

    def ask_for_import(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in (*SUFFIXES, ".csv", ".tsv", ".xlsx"))
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Import"), "", tr("Timelines and tables ({kinds})", kinds=kinds)
        )
        self.open_files([Path(name) for name in names])

    def save(self) -> None:
        if self.document.path is None:
            self.save_as()
        else:
            self.document.save(self.document.path)

    def save_as(self) -> None:
        start = self.document.path or self.context.storage.documents / f"film{PLAN_SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save plan"), str(start), tr("Budget plans (*.budget.toml)")
        )
        if name:
            path = Path(name)
            whole = path if path.name.endswith(".toml") else path.with_name(path.name + PLAN_SUFFIX)
            self.document.save(whole)

    # -- Drag and drop ------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.document.close()
        super().closeEvent(event)
