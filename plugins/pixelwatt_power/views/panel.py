"""The panel "Power and FPS": pages that are built when they are first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from pixelwatt.api import Context
from pixelwatt_power import meter_service
from pixelwatt_power.core.session_report import SessionReport
from pixelwatt_power.settings import PowerSettings
from pixelwatt_power.text import tr
from pixelwatt_power.views.captures_page import CapturesPage
from pixelwatt_power.views.essay_page import EssayPage
from pixelwatt_power.views.experiment_page import ExperimentPage
from pixelwatt_power.views.live_page import LivePage
from pixelwatt_power.views.planners_page import PlannersPage
from pixelwatt_power.views.sessions_page import SessionsPage

LIVE, CAPTURES, SESSIONS, EXPERIMENT, ESSAY, PLANNERS = range(6)


class PowerPanel(QWidget):
    """Live, Captures, Sessions, A/B, Essay check, Planners."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sessions_path = context.storage.data / "sessions.sqlite"
        self.meter = meter_service.meter(context)
        self.reports: list[SessionReport] = []
        self._pages: dict[int, QWidget] = {}
        self._places: list[QVBoxLayout] = []
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        titles = (tr("Live"), tr("Captures"), tr("Sessions"), tr("A/B"), tr("Essay check"),
                  tr("Planners"))  # fmt: skip
        for title in titles:
            holder = QWidget()
            place = QVBoxLayout(holder)
            place.setContentsMargins(0, 0, 0, 0)
            self._places.append(place)
            self.tabs.addTab(holder, title)
        self.tabs.currentChanged.connect(self._build)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self._build(LIVE)
        if context.settings.get(PowerSettings).measure_at_start:
            self.live.set_measuring(True)

    # -- pages --------------------------------------------------------------------------------

    @property
    def live(self) -> LivePage:
        return self._page(LIVE)  # type: ignore[return-value]

    @property
    def captures(self) -> CapturesPage:
        return self._page(CAPTURES)  # type: ignore[return-value]

    @property
    def sessions(self) -> SessionsPage:
        return self._page(SESSIONS)  # type: ignore[return-value]

    @property
    def experiment(self) -> ExperimentPage:
        return self._page(EXPERIMENT)  # type: ignore[return-value]

    @property
    def essay(self) -> EssayPage:
        return self._page(ESSAY)  # type: ignore[return-value]

    @property
    def planners(self) -> PlannersPage:
        return self._page(PLANNERS)  # type: ignore[return-value]

    def show_page(self, page: int) -> None:
        self.tabs.setCurrentIndex(page)

    def open_captures(self, paths: Sequence[Path]) -> None:
        self.show_page(CAPTURES)
        self.captures.open_files(paths)

    def import_sessions(self, paths: Sequence[Path]) -> None:
        self.show_page(SESSIONS)
        self.sessions.import_from(paths)

    def content_ready(self) -> bool:
        """For screenshots: sensors were looked for, and what was opened is shown."""
        looked = not self.live.measure.isChecked() or self.meter.probes is not None
        return looked and (CAPTURES not in self._pages or not self.captures.reading)

    @Slot(int)
    def _build(self, index: int) -> None:
        self._page(index)
        if index == SESSIONS:
            self.sessions.refresh()

    def _page(self, index: int) -> QWidget:
        if index not in self._pages:
            make: dict[int, Callable[[], QWidget]] = {
                LIVE: self._make_live,
                CAPTURES: lambda: CapturesPage(self._context),
                SESSIONS: lambda: SessionsPage(self._context, self._sessions_path, self._reported),
                EXPERIMENT: lambda: ExperimentPage(
                    self._context, self.meter, lambda: self.live.set_measuring(True)
                ),
                ESSAY: self._make_essay,
                PLANNERS: lambda: PlannersPage(self._context),
            }
            page = make[index]()
            self._pages[index] = page
            self._places[index].addWidget(page)
        return self._pages[index]

    def _make_live(self) -> LivePage:
        return LivePage(
            self._context,
            self.meter,
            open_captures=self._ask_captures,
            show_essay=lambda: self.show_page(ESSAY),
            sessions_path=self._sessions_path,
            recorded=lambda: self.sessions.refresh(),
        )

    def _make_essay(self) -> EssayPage:
        page = EssayPage(self._context)
        page.show_sessions(self.reports)
        self.sessions.refresh()
        return page

    def _ask_captures(self) -> None:
        self.show_page(CAPTURES)
        self.captures.ask_files()

    def _reported(self, reports: list[SessionReport]) -> None:
        self.reports = reports
        if ESSAY in self._pages:
            self.essay.show_sessions(reports)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.live.shut()
        if EXPERIMENT in self._pages:
            self.experiment.shut()
        super().closeEvent(event)
