"""The menu bar and the tool bar, made from what the commands say of themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from pixelwatt.commands import CommandEntry, CommandRegistry
from pixelwatt.text import tr_noop, translate
from pixelwatt.ui_text import tr

STANDARD = (
    tr_noop("File"),
    tr_noop("Edit"),
    tr_noop("View"),
    tr_noop("Tools"),
    tr_noop("Help"),
)
AFTER_PLUGINS = ("Tools", "Help")
"""Menus that plugins bring stand before these."""


class Menus:
    """Menus by their path of English titles, such as ``View/Comparison``."""

    def __init__(self, window: QMainWindow, registry: CommandRegistry) -> None:
        self._window = window
        self._registry = registry
        self._menus: dict[str, QMenu] = {}
        self._fillers: dict[str, Callable[[QMenu], None]] = {}
        self._last_group: dict[str, str] = {}
        for title in STANDARD:
            self.menu(title, "pixelwatt")

    def menu(self, path: str, package: str) -> QMenu:
        """The menu of a path, made with its parents if need be."""
        if path in self._menus:
            return self._menus[path]
        parent_path, _, name = path.rpartition("/")
        title = translate(package, name)
        if title == name:
            title = translate("pixelwatt", name)
        menu = QMenu(title, self._window)
        menu.setToolTipsVisible(True)
        menu.setAccessibleName(title)
        self._menus[path] = menu
        if parent_path:
            self.menu(parent_path, package).addMenu(menu)
        else:
            self._insert_top(path, menu)
        menu.aboutToShow.connect(lambda: self._about_to_show(path))
        # Queued: the action a click chose is triggered only after its menu has closed.
        menu.aboutToHide.connect(self._registry.release, Qt.ConnectionType.QueuedConnection)
        return menu

    def add(self, entry: CommandEntry) -> None:
        if entry.command.menu:
            menu = self.menu(entry.command.menu, entry.package)
            group = entry.group or entry.package
            if menu.actions() and self._last_group.get(entry.command.menu) != group:
                menu.addSeparator()
            self._last_group[entry.command.menu] = group
            menu.addAction(self._registry.action(entry.command.id))
        # In no menu too: keys work only for actions of a widget.
        self._window.addAction(self._registry.action(entry.command.id))

    def fill_with(self, path: str, fill: Callable[[QMenu], None]) -> None:
        """Have ``fill`` make the entries of a menu each time it opens."""
        self._fillers[path] = fill
        self.menu(path, "pixelwatt")

    def hide_empty(self) -> None:
        for path, menu in self._menus.items():
            menu.menuAction().setVisible(bool(menu.actions()) or path in self._fillers)

    def _insert_top(self, path: str, menu: QMenu) -> None:
        bar = self._window.menuBar()
        following = next(
            (self._menus[t] for t in AFTER_PLUGINS if t in self._menus and t != path), None
        )
        if path in STANDARD or following is None:
            bar.addMenu(menu)
        else:
            bar.insertMenu(following.menuAction(), menu)

    def _about_to_show(self, path: str) -> None:
        if path in self._fillers:
            menu = self._menus[path]
            menu.clear()
            self._fillers[path](menu)
        self._registry.refresh()


class MainToolBar(QToolBar):
    """Buttons of the commands that ask for one, the shell's apart from the plugins'."""

    def __init__(self, registry: CommandRegistry, window: QMainWindow) -> None:
        super().__init__(tr("Tool bar"), window)
        self.setObjectName("main")
        self.setAccessibleName(tr("Tool bar"))
        self.setIconSize(QSize(20, 20))
        self.setMovable(False)
        self._registry = registry
        self._shown: list[str] = []
        # Nothing tells the shell when a plugin's condition changes, and buttons are always seen.
        self._refresh = QTimer(self)
        self._refresh.setInterval(500)
        self._refresh.timeout.connect(self._refresh_buttons)
        self._refresh.start()

    def fill(self) -> None:
        """Show the buttons of every command there is now."""
        self.clear()
        chosen = [e for e in self._registry.entries if e.command.toolbar]
        self._shown = [e.command.id for e in chosen]
        package = chosen[0].package if chosen else ""
        for entry in chosen:
            if entry.package != package:
                self.addSeparator()
                package = entry.package
            action = self._registry.action(entry.command.id)
            self.addAction(action)
            button = self.widgetForAction(action)
            if button is not None:
                button.setAccessibleName(action.text())
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _refresh_buttons(self) -> None:
        for command_id in self._shown:
            self._registry.refresh_one(command_id)
