"""What the shell's commands do. `shell_commands` names these methods."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from pixelwatt import exporting, opening
from pixelwatt.api import Level
from pixelwatt.docks import PanelDock
from pixelwatt.shell_panels import WELCOME
from pixelwatt.shell_settings import ShellSettings
from pixelwatt.text import translate
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from pixelwatt.window import MainWindow


class WindowActions:
    """Methods without arguments, one for each command of the shell."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workbench = window.workbench

    # -- files -------------------------------------------------------------------------------

    def open_files(self) -> None:
        openers = self._workbench.host.collect("pixelwatt_openers")
        filters = opening.dialog_filters(
            openers, lambda c: translate(c.plugin.package, c.item.title)
        )
        folder = (
            str(Path(self._workbench.recent_files.items[0]).parent)
            if (self._workbench.recent_files.items)
            else ""
        )
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Open"), folder, filters)
        self._workbench.open([Path(name) for name in names])

    def fill_recent(self, menu: QMenu) -> None:
        recent = self._workbench.recent_files
        for name in recent.items:
            path = Path(name)
            action = menu.addAction(path.name)
            action.setToolTip(name)
            action.triggered.connect(partial(self.open_recent, path))
        if not recent.items:
            menu.addAction(tr("No files yet")).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(tr("Clear this list")).triggered.connect(lambda: recent.clear())

    def open_recent(self, path: Path, _checked: bool = False) -> None:
        if not path.exists():
            self._workbench.recent_files.remove(str(path))
        self._workbench.open([path])

    def can_export(self) -> bool:
        return bool(exporting.accepting(self._workbench))

    def export(self) -> None:
        exporters = exporting.accepting(self._workbench)
        filters = {exporting.dialog_filter(c): c for c in exporters}
        name, chosen = QFileDialog.getSaveFileName(
            self._window, tr("Export"), "", ";;".join(filters)
        )
        if name:
            exporting.write(self._workbench, filters.get(chosen, exporters[0]), Path(name))

    # -- panels ------------------------------------------------------------------------------

    def toggle_panel(self, dock: PanelDock) -> None:
        if dock.on_top:
            dock.close()
        else:
            self.go_to(dock)

    def go_to(self, dock: PanelDock) -> None:
        dock.bring_up()
        dock.body.build()
        dock.body.setFocus()

    def show_claims(self) -> None:
        self._window.show_panel("claims")

    def show_jobs(self) -> None:
        self._window.show_panel("jobs")

    def show_notices(self) -> None:
        self._window.show_panel("notices")

    def show_welcome(self) -> None:
        self._window.show_panel(WELCOME)

    def show_plugins(self) -> None:
        self._window.show_panel("plugins")

    def has_current_panel(self) -> bool:
        return self._window.current_dock() is not None

    def close_current_panel(self) -> None:
        dock = self._window.current_dock()
        if dock is not None:
            dock.close()

    def float_current_panel(self) -> None:
        dock = self._window.current_dock()
        if dock is not None:
            dock.setFloating(not dock.isFloating())

    def next_panel(self) -> None:
        self._step(1)

    def previous_panel(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        docks = [d for d in self._window.docks if not d.isHidden()]
        current = self._window.current_dock()
        if docks:
            position = docks.index(current) if current in docks else -by
            self.go_to(docks[(position + by) % len(docks)])

    # -- view --------------------------------------------------------------------------------

    def show_palette(self) -> None:
        from pixelwatt.palette import CommandPalette

        CommandPalette(self._window).open()

    def reset_layout(self) -> None:
        self._window.reset_layout()

    def toggle_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def is_full_screen(self) -> bool:
        return self._window.isFullScreen()

    def use_theme_system(self) -> None:
        self._set(theme="system")

    def use_theme_light(self) -> None:
        self._set(theme="light")

    def use_theme_dark(self) -> None:
        self._set(theme="dark")

    def is_theme_system(self) -> bool:
        return self._settings.theme == "system"

    def is_theme_light(self) -> bool:
        return self._settings.theme == "light"

    def is_theme_dark(self) -> bool:
        return self._settings.theme == "dark"

    def use_language_system(self) -> None:
        self._set(language="system")

    def use_language_en(self) -> None:
        self._set(language="en")

    def use_language_zh_CN(self) -> None:
        self._set(language="zh_CN")

    def is_language_system(self) -> bool:
        return self._settings.language == "system"

    def is_language_en(self) -> bool:
        return self._settings.language == "en"

    def is_language_zh_CN(self) -> bool:
        return self._settings.language == "zh_CN"

    @property
    def _settings(self) -> ShellSettings:
        return self._workbench.settings.get(ShellSettings)

    def _set(self, *, theme: str = "", language: str = "") -> None:
        present = self._settings
        self._workbench.settings.put(
            replace(present, theme=theme or present.theme, language=language or present.language)
        )

    # -- tools and help ----------------------------------------------------------------------

    def show_settings(self) -> None:
        from pixelwatt.settings_dialog import SettingsDialog

        SettingsDialog(self._workbench, self._window).open()

    def show_about(self) -> None:
        from pixelwatt.about import AboutDialog

        AboutDialog(self._workbench, self._window).open()

    def open_documentation(self) -> None:
        self._open_page("#readme")

    def open_releases(self) -> None:
        self._open_page("/releases")

    def _open_page(self, part: str) -> None:
        page = home_page()
        if not page or not QDesktopServices.openUrl(QUrl(page + part)):
            self._workbench.notify(
                tr("The page could not be opened."),
                Level.WARNING,
                page or tr("This copy of Pixelwatt does not say where its home page is."),
            )

    def open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._workbench.folders.logs)))

    def copy_diagnostics(self) -> None:
        """Collect on a worker thread: probing a GPU can take seconds."""
        from pixelwatt import doctor

        self._workbench.jobs.start(
            tr("Collecting diagnostics"),
            lambda _progress: doctor.as_text(doctor.examine(self._workbench.host)),
            done=self._put_on_clipboard,
        )

    def _put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._workbench.notify(tr("The diagnostics are on the clipboard."), Level.INFO)

    def close(self) -> None:
        self._window.close()


def home_page() -> str:
    """The home page the installed distribution names; empty where it names none."""
    try:
        entries = metadata("pixelwatt").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    pages = dict(entry.split(", ", 1) for entry in entries)
    return str(pages.get("Homepage", ""))
