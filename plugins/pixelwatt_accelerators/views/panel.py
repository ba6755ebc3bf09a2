"""The panel: what is compared, the verdict in one line, and the sections below it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.chip_bar import ChipBar
from pixelwatt_accelerators.views.store import Store
from pixelwatt_accelerators.views.verdict_strip import VerdictStrip

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.views.section import Section

_SECTIONS = {
    "table": "table_section:TableSection",
    "roofline": "roofline_section:RooflineSection",
    "workload": "workload_section:WorkloadSection",
    "money": "money_section:MoneySection",
    "certainty": "certainty_section:CertaintySection",
    "decision": "decision_section:DecisionSection",
    "topology": "topology_section:TopologySection",
    "parallel": "parallel_section:ParallelSection",
}


def _section_titles() -> dict[str, str]:
    return {
        "table": tr("Table"),
        "roofline": tr("Roofline"),
        "workload": tr("Workload"),
        "money": tr("Money"),
        "certainty": tr("How sure"),
        "decision": tr("Decide"),
        "topology": tr("Topology"),
        "parallel": tr("Parallel coordinates"),
    }


def create(context: Context) -> QWidget:
    """The panel's view, as the shell asks for it."""
    return AcceleratorsPanel(context)


class AcceleratorsPanel(QWidget):
    """Sections are built when they are first shown: plots are slow to import."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.store = Store(context, self)
        self.setAccessibleName(tr("Accelerators"))
        self.chips = ChipBar(self.store)
        self.verdict = VerdictStrip(self.store)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(tr("Sections"))
        self._stack = QStackedWidget()
        self._built: dict[str, Section] = {}
        self._ids = list(_SECTIONS)
        for title in _section_titles().values():
            self.tabs.addTab(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.chips)
        layout.addWidget(self.verdict)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._show_index)
        self._show_index(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 320)

    def content_ready(self) -> bool:
        """Whether the shown section has something to show, for `pixelwatt --screenshot`."""
        return bool(self._built) and self.isVisible()

    @property
    def section(self) -> Section:
        return self._built[self._ids[self.tabs.currentIndex()]]

    def show_section(self, section_id: str) -> Section:
        """Bring a section to the front and return it."""
        self.tabs.setCurrentIndex(self._ids.index(section_id))
        return self.section

    @Slot(int)
    def _show_index(self, index: int) -> None:
        section_id = self._ids[index]
        if section_id not in self._built:
            module, _, attribute = _SECTIONS[section_id].partition(":")
            package = __package__ or "pixelwatt_accelerators.views"
            build: Callable[[Store, Context], Section] = getattr(
                import_module(f"{package}.{module}"), attribute
            )
            section = build(self.store, self.context)
            self._built[section_id] = section
            self._stack.addWidget(section)
        self._stack.setCurrentWidget(self._built[section_id])
