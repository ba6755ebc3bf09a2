"""One dock for each panel: movable, floatable, tabbed, closable, filled when first seen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from pixelwatt.api import Area, Theme
from pixelwatt.icons import icon
from pixelwatt.panel_body import PanelBody, PanelOwner
from pixelwatt.panels import PanelEntry
from pixelwatt.ui_text import tr

# There is no central widget, and without one Qt cannot keep a top or bottom area between two
# sides: each time a panel's text changes, the sides take one separator's width from it, until
# nothing is left. Panels of the centre therefore share the left area, and the corners stay with
# the top and the bottom; then every arrangement is kept to the pixel.
AREAS = {
    Area.CENTER: Qt.DockWidgetArea.LeftDockWidgetArea,
    Area.LEFT: Qt.DockWidgetArea.LeftDockWidgetArea,
    Area.RIGHT: Qt.DockWidgetArea.RightDockWidgetArea,
    Area.BOTTOM: Qt.DockWidgetArea.BottomDockWidgetArea,
}


class PanelDock(QDockWidget):
    """The dock of one panel; its object name is the panel's id, by which layouts find it."""

    def __init__(self, entry: PanelEntry, owner: PanelOwner, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setObjectName(entry.panel.id)
        self.setWindowTitle(entry.title)
        self.setAccessibleName(entry.title)
        self.setToolTip(entry.description)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.body = PanelBody(entry, owner)
        self.setWidget(self.body)
        self.title_bar = DockTitle(self)
        self.setTitleBarWidget(self.title_bar)

    def set_theme(self, theme: Theme) -> None:
        self.setWindowIcon(icon(self.entry.panel.icon, theme))
        self.title_bar.set_theme(theme)

    def set_tabbed(self, tabbed: bool) -> None:
        """A tab already names its panel, so a tabbed dock has no title bar of its own."""
        self.title_bar.set_collapsed(tabbed)

    @property
    def on_top(self) -> bool:
        """Whether the user sees it: open, and not behind another tab."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def bring_up(self) -> None:
        self.show()
        self.raise_()
        if self.isFloating():
            self.activateWindow()


class DockTitle(QWidget):
    """Icon, title and two quiet buttons; dragging it moves the dock."""

    def __init__(self, dock: PanelDock) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._collapsed = False
        self._dock = dock
        self._icon = QLabel()
        title = QLabel(dock.entry.title)
        title.setObjectName("dockTitleText")
        self.float_button = _quiet_button(tr("Float {panel}", panel=dock.entry.title))
        self.float_button.clicked.connect(self._toggle_floating)
        self.close_button = _quiet_button(tr("Close {panel}", panel=dock.entry.title))
        self.close_button.clicked.connect(dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(title, 1)
        layout.addWidget(self.float_button)
        layout.addWidget(self.close_button)

    def set_theme(self, theme: Theme) -> None:
        self._icon.setPixmap(self._dock.windowIcon().pixmap(QSize(18, 18)))
        self.float_button.setIcon(icon("float", theme))
        self.close_button.setIcon(icon("close", theme))

    def set_collapsed(self, collapsed: bool) -> None:
        if collapsed == self._collapsed:
            return
        self._collapsed = collapsed
        for child in self.findChildren(QWidget):
            child.setVisible(not collapsed)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(0, 0) if self._collapsed else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        # Narrow docks cut the title rather than refuse to shrink.
        return QSize(0, 0) if self._collapsed else QSize(80, super().minimumSizeHint().height())

    def _toggle_floating(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())


def _quiet_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIconSize(QSize(14, 14))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
