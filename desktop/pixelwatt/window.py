"""The main window: docks around no centre, menus and tool bar from commands, files dropped in."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from pixelwatt import layout, shell_commands
from pixelwatt.api import Command, Theme
from pixelwatt.commands import CommandEntry, CommandRegistry
from pixelwatt.dock_tabs import DockTabs
from pixelwatt.docks import PanelDock
from pixelwatt.empty_state import EmptyState
from pixelwatt.failure_page import failure_of
from pixelwatt.icons import render
from pixelwatt.menus import MainToolBar, Menus
from pixelwatt.notice_cards import NoticeStack
from pixelwatt.panels import PanelEntry
from pixelwatt.plugin_host import Failure, Plugin, State
from pixelwatt.shell_panels import WELCOME, shell_panels
from pixelwatt.status_bar import StatusBar
from pixelwatt.text import tr_noop
from pixelwatt.ui_text import tr
from pixelwatt.window_actions import WindowActions
from pixelwatt.workbench import Workbench

FIRST_SIZE = QSize(1280, 800)
WELCOME_WIDTH = 360
RECENT = tr_noop("Open recent")
_log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """Owns the docks and the commands; everything longer-lived is the workbench's."""

    closed = Signal()
    first_painted = Signal()
    """The user sees the window; whatever takes time may begin."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.workbench = workbench
        self._ready = False
        self._painted = False
        self._saved = layout.read(self._layout_file)
        self.setWindowTitle("Pixelwatt")
        self.setWindowIcon(_application_icon())
        self.setAcceptDrops(True)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        self.setDocumentMode(True)
        self.actions_ = WindowActions(self)
        self.commands = CommandRegistry(self)
        self.commands.ran.connect(workbench.recent_commands.add)
        self.commands.failed.connect(self._command_failed)
        self.menus = Menus(self, self.commands)
        self.docks: list[PanelDock] = []
        self.tabs = DockTabs(self)
        self._add_panels()
        self._add_commands()
        self.tool_bar = MainToolBar(self.commands, self)
        self.addToolBar(self.tool_bar)
        self.tool_bar.fill()
        self.setStatusBar(StatusBar(workbench, self))
        self._empty = self._empty_state()
        self.setCentralWidget(self._empty)
        self.notice_stack = NoticeStack(workbench, self)
        self._restore_layout()
        self._unsubscribe_theme = workbench.subscribe_theme(self._retheme)
        self._retheme(workbench.theme)

    # -- panels ------------------------------------------------------------------------------

    def dock(self, panel_id: str) -> PanelDock | None:
        return next((d for d in self.docks if d.objectName() == panel_id), None)

    def show_panel(self, panel_id: str) -> QWidget | None:
        """Bring a panel to the front and return its view. Raises KeyError for an unknown id."""
        dock = self.dock(panel_id)
        if dock is None:
            raise KeyError(f"There is no panel {panel_id!r}.")
        dock.bring_up()
        return dock.body.build()

    def panel(self, panel_id: str) -> QWidget | None:
        """A panel's view if it was built."""
        dock = self.dock(panel_id)
        return dock.body.view if dock is not None else None

    def current_dock(self) -> PanelDock | None:
        """The dock with the keyboard focus, else the one seen that is largest."""
        focus = self.focusWidget()
        seen = [d for d in self.docks if d.on_top]
        for dock in seen:
            if focus is not None and dock.isAncestorOf(focus):
                return dock
        return max(seen, key=lambda d: d.width() * d.height(), default=None)

    def reset_layout(self) -> None:
        layout.arrange_first(self, self.docks)
        self.tabs.tidy_soon()

    def start(self) -> None:
        """Let panels be built, now that the window was painted and the plugins are active."""
        self._ready = True
        for dock in self.docks:
            dock.body.build_if_seen()
        current = self.current_dock()
        if current is not None:
            current.body.setFocus()

    # -- what panels ask of their owner ------------------------------------------------------

    def may_build(self) -> bool:
        return self._ready

    def view_failed(self, entry: PanelEntry, error: Exception) -> Failure:
        _log.error("The view of %s raised", entry.panel.id, exc_info=error)
        if entry.plugin is None:
            return failure_of(entry.panel.view, error)
        self.workbench.host.fail(entry.plugin, entry.panel.view, error)
        return entry.plugin.failure or failure_of(entry.panel.view, error)

    def forgive(self, plugin: Plugin) -> None:
        plugin.state, plugin.failure = State.LOADED, None

    def disable(self, plugin: Plugin) -> None:
        self.workbench.set_plugin_enabled(plugin, False)
        for dock in [d for d in self.docks if d.entry.plugin is plugin]:
            dock.close()

    # -- making ------------------------------------------------------------------------------

    def _add_panels(self) -> None:
        for entry in (*self.workbench.plugin_panels(), *shell_panels(self.workbench)):
            if self.dock(entry.panel.id) is not None:
                _log.error("The panel id %r is taken; the second is left out", entry.panel.id)
                continue
            dock = PanelDock(entry, self, self)
            self.tabs.watch(dock)
            dock.visibilityChanged.connect(self._show_empty_state_if_empty)
            self.docks.append(dock)

    def _add_commands(self) -> None:
        own = shell_commands.entries(self.actions_)
        last = next(e for e in own if e.command.id == "shell.quit")
        entries = [e for e in own if e is not last]
        position = next(i for i, e in enumerate(entries) if e.command.id == "shell.palette")
        entries[position:position] = self._panel_commands()
        for entry in (*entries, *self.workbench.plugin_commands(), last):
            try:
                self.commands.add(entry)
            except ValueError as error:
                _log.error("%s", error)
                continue
            self.menus.add(entry)
            if entry.command.id == "shell.open":
                self.menus.fill_with(f"File/{RECENT}", self.actions_.fill_recent)
        self.menus.hide_empty()

    def _panel_commands(self) -> list[CommandEntry]:
        entries: list[CommandEntry] = []
        for number, dock in enumerate(self.docks, start=1):
            panel, package = dock.entry.panel, dock.entry.package
            toggle = Command(
                id=f"panel.{panel.id}", title=panel.title, run="", menu="View",
                icon=panel.icon, palette=False,
            )  # fmt: skip
            # The title is the plugin's text; the category is ours, and no plugin translates it.
            go = Command(
                id=f"go.{panel.id}", title=panel.title, run="", category=tr("Panel"),
                keys=f"Ctrl+{number}" if number <= 9 else "", icon=panel.icon,
            )  # fmt: skip
            entries.append(
                CommandEntry(
                    toggle,
                    package,
                    partial(self.actions_.toggle_panel, dock),
                    checked=partial(_is_open, dock),
                    group="panels",
                )
            )
            entries.append(CommandEntry(go, package, partial(self.actions_.go_to, dock)))
        return entries

    def _empty_state(self) -> EmptyState:
        state = EmptyState(
            "layout",
            tr("No panel is open"),
            tr("Open one from the View menu, or bring back the first layout."),
            button=tr("Reset layout"),
            action=self.reset_layout,
        )
        state.hide()
        return state

    # -- layout ------------------------------------------------------------------------------

    @property
    def _layout_file(self) -> Path:
        return self.workbench.folders.config / "layout.json"

    def _restore_layout(self) -> None:
        layout.arrange_first(self, self.docks)
        self.resize(FIRST_SIZE)
        fixed = self.workbench.options.screenshot is not None
        if self._saved is not None and not fixed:
            layout.restore(self, self.docks, self._saved)
        elif not fixed and not self.workbench.host.safe_mode:
            self._welcome()
        self.tabs.tidy_soon()
        self._show_empty_state_if_empty()

    def _welcome(self) -> None:
        """Beside the first panel, which plays the demo meanwhile."""
        dock = self.dock(WELCOME)
        if dock is not None:
            dock.show()
            # Sizes take hold only once the window has one itself.
            self.first_painted.connect(self._narrow_welcome)

    def _narrow_welcome(self) -> None:
        docks = [d for d in self.docks if d.on_top]
        if all(d.objectName() != WELCOME for d in docks):
            return
        rest = self.width() - WELCOME_WIDTH
        widths = [WELCOME_WIDTH if d.objectName() == WELCOME else rest for d in docks]
        self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def use_layout(self, text: str) -> None:
        """Take over the layout of another window, as `layout_text` gave it."""
        saved = layout.parse(text)
        layout.restore(self, self.docks, saved)
        self.tabs.tidy_soon()

    def layout_text(self) -> str:
        return layout.capture(self, self.docks, self._saved)

    def save_layout(self) -> None:
        if self.workbench.options.screenshot is None:
            self.workbench.writer.write(self._layout_file, self.layout_text())

    def _show_empty_state_if_empty(self) -> None:
        docked = any(not d.isHidden() and not d.isFloating() for d in self.docks)
        self._empty.setVisible(not docked)

    # -- events ------------------------------------------------------------------------------

    def _retheme(self, theme: Theme) -> None:
        self.commands.set_theme(theme)
        for dock in self.docks:
            dock.set_theme(theme)
        self.tabs.tidy_soon()

    def _command_failed(self, entry: CommandEntry, error: Exception) -> None:
        _log.error("The command %s raised", entry.command.id, exc_info=error)
        self.workbench.report_error(tr("{command} failed.", command=entry.title), error)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # Not at once: the children are still to be painted.
            QTimer.singleShot(0, self.first_painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped_files(event)
        if paths:
            event.acceptProposedAction()
            self.workbench.open(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notice_stack.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.dismantle()
        super().closeEvent(event)
        self.closed.emit()

    def dismantle(self) -> None:
        """Keep the layout and close every view; the window can then go."""
        self.save_layout()
        self.workbench.flush_autosaves()
        self._unsubscribe_theme()
        for dock in self.docks:
            dock.body.dismantle()


def _is_open(dock: PanelDock) -> bool:
    return not dock.isHidden()


def _dropped_files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _application_icon() -> QIcon:
    icon = QIcon()
    for size in (32, 128):
        icon.addPixmap(render("pixelwatt", size, "#000000"))
    return icon
