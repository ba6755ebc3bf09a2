"""Start the application, show the window, and only then wake the plugins."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QDialog

from pixelwatt import fonts
from pixelwatt.api import Level, NoticeAction
from pixelwatt.crashes import CrashWatch
from pixelwatt.logs import start_logging
from pixelwatt.plugin_host import Plugin, PluginHost, State
from pixelwatt.storage_folders import Folders
from pixelwatt.system_libraries import missing_display
from pixelwatt.ui_text import tr
from pixelwatt.version import program_version
from pixelwatt.window import MainWindow
from pixelwatt.workbench import Workbench

if TYPE_CHECKING:
    from pixelwatt.options import WindowOptions

UNPAINTED_MS = 1500
SWITCH_INTERVAL_S = 0.0005
"""How long a busy job may keep the interpreter from the UI thread. Painting asks for it many times
a frame; at Python's own 5 ms each, one table took longer than three frames."""

STYLE = "Fusion"
"""The themes' palette and style sheet are made for it. Asked for as an argument: `setStyle` gives a
`QStyle` back, and to make that class with its six hundred names takes as long as 34 icons."""
DESKTOP_ENTRY = "org.pixelwatt.Pixelwatt"
"""The desktop entry that packages install. Wayland's desktops take a window's icon and name from
it, and its portals ask it whose wish to record the screen is."""

_log = logging.getLogger(__name__)


def run_window(options: WindowOptions, host: PluginHost) -> int:
    """Show the window until it is closed; the exit code of the program."""
    if options.screenshot is not None and missing_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    application = make_application()
    folders = Folders.of_user()
    start_logging(folders.logs)
    qInstallMessageHandler(_log_qt)
    _quit_on_signals(application)
    program = Program(application, host, folders, options)
    program.show()
    return program.run()


def make_application() -> QApplication:
    """The QApplication, set up before anything is shown."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QCoreApplication.setApplicationName("pixelwatt")
    QCoreApplication.setApplicationVersion(program_version())
    application = QApplication.instance() or QApplication(["pixelwatt", "-style", STYLE])
    assert isinstance(application, QApplication)
    QApplication.setApplicationDisplayName("Pixelwatt")
    QApplication.setDesktopFileName(DESKTOP_ENTRY)
    # The window says when it closes for good; it is rebuilt when the language changes.
    application.setQuitOnLastWindowClosed(False)
    fonts.install(application)
    return application


class Program(QObject):
    """The window's life: first paint, plugins, files, and an orderly end."""

    def __init__(
        self,
        application: QApplication,
        host: PluginHost,
        folders: Folders,
        options: WindowOptions,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._options = options
        self._exit_code = 0
        self._begun = False
        self._closed = False
        self.workbench = Workbench(application, host, folders, options)
        self.crashes = CrashWatch(folders.data, self.workbench.report_error)
        self.crashes.install()
        self.window = self._make_window()
        self.workbench.language_changed.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        host.subscribe_failures(self._plugin_failed)

    def show(self, *, begin_soon: bool = True) -> None:
        """Show the window, and after its first paint wake the plugins."""
        if self._options.size is not None:
            self.window.resize(*self._options.size)
        self.window.show()
        if begin_soon:
            self.window.first_painted.connect(self.begin)
            # A window that starts minimised is not painted.
            QTimer.singleShot(UNPAINTED_MS, self, self.begin)

    def run(self) -> int:
        _quit_after(self._application)
        code = self._application.exec()
        self.close()
        if self.workbench.restart_arguments is not None:
            from pixelwatt.restart import start_again

            start_again(self.workbench.restart_arguments)
        return code or self._exit_code

    @Slot()
    def begin(self) -> None:
        """After the first paint: activate plugins, build what is seen, open files. Once."""
        if self._begun:
            return
        self._begun = True
        _collect_garbage()
        _log.info("The window is up; Pixelwatt %s", program_version())
        self.workbench.activate_plugins()
        if self._options.panel is not None:
            self._show_panel(self._options.panel)
        self._tell_problems()
        self.window.start()
        self.workbench.open(self._options.files)
        if self._options.screenshot is not None:
            from pixelwatt.screenshot import Screenshot

            self._screenshot = Screenshot(
                self.workbench, self.window, self._options.screenshot, self._finish
            )

    def close(self) -> None:
        """Stop what runs and write what waits. Once."""
        if not self._closed:
            self._closed = True
            self.workbench.close()
            self.crashes.uninstall()

    # -- inside ------------------------------------------------------------------------------

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.workbench)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.closed.connect(self._application.quit)
        self.workbench.window = window
        return window

    def _rebuild(self) -> None:
        """A new window in the new language, where the old one was."""
        old = self.window
        geometry, state = old.saveGeometry(), old.windowState()
        current = old.current_dock()
        settings_open = old.findChild(QDialog, "settings") is not None
        old.closed.disconnect(self._application.quit)
        text = old.layout_text()
        self.window = self._make_window()
        self.window.use_layout(text)
        self.window.restoreGeometry(geometry)
        self.window.setWindowState(state)
        self.window.show()
        old.close()
        if current is not None:
            self._show_panel(current.objectName())
        self.window.start()
        if settings_open:
            self.window.commands.run("shell.settings")

    def _show_panel(self, panel_id: str) -> None:
        dock = self.window.dock(panel_id)
        if dock is not None:
            dock.bring_up()
            return
        known = ", ".join(d.objectName() for d in self.window.docks)
        message = tr("There is no panel {panel}.", panel=panel_id)
        self.workbench.notify(message, Level.WARNING, tr("Known: {names}.", names=known))
        print(f"pixelwatt: {message} {tr('Known: {names}.', names=known)}", file=sys.stderr)
        self._exit_code = 1

    def _tell_problems(self) -> None:
        for problem in self.workbench.settings.problems:
            self.workbench.notify(problem, Level.WARNING)
        for plugin in self.workbench.host.plugins:
            if plugin.state is State.FAILED:
                self._plugin_failed(plugin)
        for conflict in self.window.commands.conflicts:
            self.workbench.notify(
                tr("Two commands want the keys {keys}.", keys=conflict.keys),
                Level.WARNING,
                tr(
                    "{first} has them; {second} is in the menus and the palette.",
                    first=conflict.taken_by,
                    second=conflict.command,
                ),
            )
        if self.crashes.crashed_before and not self._options.safe_mode:
            self._offer_safe_mode()

    def _offer_safe_mode(self) -> None:
        self.workbench.notify(
            tr("Pixelwatt did not end well last time."),
            Level.WARNING,
            tr("If it happens again, start without plugins to find out which one it is."),
            (
                NoticeAction(tr("Read the report"), self._show_crash),
                NoticeAction(tr("Restart without plugins"), self._restart_safely),
            ),
        )

    def _show_crash(self) -> None:
        from pixelwatt.crash_report import CrashReport

        CrashReport(self.crashes.last_stacks, self.window).open()

    def _restart_safely(self) -> None:
        self.workbench.restart("--safe-mode")

    def _plugin_failed(self, plugin: Plugin) -> None:
        summary = plugin.failure.summary if plugin.failure else ""
        show = NoticeAction(tr("Show plugins"), lambda: self.window.commands.run("shell.plugins"))
        self.workbench.notify(
            tr("The plugin {name} failed and is off.", name=plugin.name),
            Level.ERROR,
            summary,
            (show,),
        )

    def _finish(self, code: int) -> None:
        self._exit_code = max(self._exit_code, code)
        self.window.close()


def _collect_garbage() -> None:
    """From now on, where starting did without; what there is by now stays, and is not searched."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own messages belong in the log: on stderr nobody of our users knows what they mean."""
    levels = {
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    logging.getLogger("qt").log(levels.get(kind, logging.DEBUG), message)


def _quit_on_signals(application: QApplication) -> None:
    """Ctrl+C and a logout end the program in order: documents are saved, threads joined.

    Python runs these between its own instructions; the tool bar's timer sees to that.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: application.quit())


def _quit_after(application: QApplication) -> None:
    """With PIXELWATT_QUIT_AFTER=SECONDS the program ends by itself: bundles are tested so."""
    seconds = os.environ.get("PIXELWATT_QUIT_AFTER")
    if seconds:
        QTimer.singleShot(round(float(seconds) * 1000), application, application.quit)
