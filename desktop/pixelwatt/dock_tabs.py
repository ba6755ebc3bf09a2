"""The tab bars Qt makes for docks that share a place: their icons, close buttons and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QMenu, QTabBar, QTabWidget

from pixelwatt.docks import PanelDock
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.window import MainWindow


class DockTabs(QObject):
    """Follows the docks about: Qt makes and drops these tab bars as it likes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.tidy)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def watch(self, dock: PanelDock) -> None:
        for signal in (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged):
            signal.connect(self.tidy_soon)

    def tidy_soon(self) -> None:
        self._soon.start()

    def tidy(self) -> None:
        """Hide the title bars of docks that have a tab, and dress the tabs."""
        for dock in self._window.docks:
            tabbed = not dock.isFloating() and bool(self._window.tabifiedDockWidgets(dock))
            dock.set_tabbed(tabbed)
        for bar in self.bars():
            self._dress(bar)
        # A dock that was just shown lies over everything, the notices too.
        self._window.notice_stack.place()

    def bars(self) -> list[QTabBar]:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return self._window.findChildren(QTabBar, options=direct)

    def dock_of(self, bar: QTabBar, index: int) -> PanelDock | None:
        """The dock behind a tab: Qt keeps its address as the tab's data."""
        address = bar.tabData(index)
        for dock in self._window.docks:
            if shiboken6.getCppPointer(dock)[0] == address:
                return dock
        return next((d for d in self._window.docks if d.windowTitle() == bar.tabText(index)), None)

    def _dress(self, bar: QTabBar) -> None:
        for index in range(bar.count()):
            dock = self.dock_of(bar, index)
            if dock is not None:
                bar.setTabIcon(index, dock.windowIcon())
                named = filter(None, (dock.windowTitle(), dock.entry.description))
                bar.setTabToolTip(index, "\n".join(named))
        if bar.property("dressed"):
            return
        bar.setProperty("dressed", True)
        bar.setAccessibleName(tr("Panels"))
        bar.setIconSize(QSize(18, 18))
        bar.setDrawBase(False)
        bar.setExpanding(False)
        # Every panel stays in sight: titles are shortened before any tab is scrolled away.
        bar.setElideMode(Qt.TextElideMode.ElideRight)
        bar.setUsesScrollButtons(False)
        bar.setTabsClosable(True)
        bar.tabCloseRequested.connect(lambda index, bar=bar: self._close(bar, index))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        bar.customContextMenuRequested.connect(lambda at, bar=bar: self._menu(bar, at))

    def _close(self, bar: QTabBar, index: int) -> None:
        dock = self.dock_of(bar, index)
        if dock is not None:
            dock.close()

    def _menu(self, bar: QTabBar, at: QPoint) -> None:
        dock = self.dock_of(bar, bar.tabAt(at))
        if dock is None:
            return
        menu = QMenu(bar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Float {panel}", panel=dock.windowTitle())).triggered.connect(
            lambda: dock.setFloating(True)
        )
        menu.addAction(tr("Close {panel}", panel=dock.windowTitle())).triggered.connect(dock.close)
        menu.popup(bar.mapToGlobal(at))
