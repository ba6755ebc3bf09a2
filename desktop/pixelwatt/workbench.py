"""Everything of the running program that outlives a window: services, plugins, files, texts."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from pixelwatt import api, opening
from pixelwatt.background_writer import BackgroundWriter
from pixelwatt.commands import CommandEntry
from pixelwatt.context import PluginContext
from pixelwatt.i18n import Languages
from pixelwatt.jobs import JobRunner
from pixelwatt.notices import NoticeCenter
from pixelwatt.panels import PanelEntry, in_first_order
from pixelwatt.plugin_host import Contributed, Plugin, PluginHost, State
from pixelwatt.recent import RecentList
from pixelwatt.services import Services
from pixelwatt.settings import SettingsStore
from pixelwatt.shell_settings import PAGE, ShellSettings
from pixelwatt.storage import FileAutosave, PluginStorage
from pixelwatt.storage_folders import Folders
from pixelwatt.telemetry import Telemetry
from pixelwatt.theme import ThemeChoice, ThemeKeeper
from pixelwatt.ui_text import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from pixelwatt.options import WindowOptions
    from pixelwatt.window import MainWindow

_log = logging.getLogger(__name__)


class Workbench(QObject):
    """Implements the shell's part of every plugin's context."""

    language_changed = Signal()
    opened = Signal()
    """Files were handed to their plugins, or turned out to be nobody's."""

    def __init__(
        self, application: QApplication, host: PluginHost, folders: Folders, options: WindowOptions
    ) -> None:
        super().__init__(application)
        self.host = host
        self.folders = folders
        self.options = options
        self.window: MainWindow | None = None
        self.writer = BackgroundWriter()
        self.notices = NoticeCenter(self)
        self.settings = SettingsStore(folders.config / "settings.toml", self.writer.write)
        self.settings.register(PAGE)
        chosen = self._applied = self.settings.get(ShellSettings)
        self.languages = Languages()
        self.languages.switch(options.language or chosen.language)
        self.languages.add(["pixelwatt", *(plugin.package for plugin in host.plugins)])
        self.themes = ThemeKeeper(application, ThemeChoice(options.theme or chosen.theme), self)
        self.jobs = JobRunner(self._job_failed, self)
        self.telemetry = Telemetry()
        self.services = Services()
        self.recent_files = RecentList(folders.data / "recent_files.json", self.writer.write)
        self.recent_commands = RecentList(folders.data / "recent_commands.json", self.writer.write)
        self.opening = 0
        self.restart_arguments: tuple[str, ...] | None = None
        self._contexts: dict[str, PluginContext] = {}
        self.settings.subscribe(ShellSettings, self._apply_settings)
        for contributed in host.collect("pixelwatt_settings"):
            self.settings.register(contributed.item)

    # -- the shell's part of a context -------------------------------------------------------

    @property
    def theme(self) -> api.Theme:
        return self.themes.theme

    @property
    def language(self) -> str:
        return self.languages.language

    def subscribe_theme(self, callback: Callable[[api.Theme], None]) -> api.Unsubscribe:
        return self.themes.subscribe(callback)

    def notify(
        self,
        text: str,
        level: api.Level = api.Level.INFO,
        detail: str = "",
        actions: Sequence[api.NoticeAction] = (),
    ) -> None:
        self.notices.notify(text, level, detail, actions)

    def report_error(self, what: str, error: BaseException) -> None:
        """A notice of something that raised; a `Problem` speaks for itself."""
        if isinstance(error, api.Problem):
            self.notify(error.what, api.Level.ERROR, error.remedy)
            return
        trace = "".join(traceback.format_exception(error))
        copy = api.NoticeAction(tr("Copy report"), partial(_copy, trace))
        self.notify(what, api.Level.ERROR, f"{type(error).__name__}: {error}", (copy,))

    def show_panel(self, panel_id: str) -> Any:
        if self.window is None:
            raise RuntimeError("There is no window to show a panel in.")
        return self.window.show_panel(panel_id)

    def panel(self, panel_id: str) -> Any | None:
        return self.window.panel(panel_id) if self.window is not None else None

    def open(self, paths: Sequence[Path]) -> None:
        """Find the plugins that open ``paths``, off the UI thread, and hand the files over."""
        chosen = [Path(path).absolute() for path in paths]
        if not chosen:
            return
        self.opening += 1
        self.jobs.start(
            tr("Looking at {name}", name=chosen[0].name),
            lambda _progress: opening.sort_out(self.host, chosen),
            done=self._hand_over,
            failed=self._opening_failed,
            quiet=True,
        )

    # -- plugins -----------------------------------------------------------------------------

    def context_of(self, plugin: Plugin | None) -> PluginContext:
        """The one context of a plugin, or of the shell itself."""
        name = plugin.name if plugin is not None else "shell"
        if name not in self._contexts:
            self._contexts[name] = PluginContext(
                self,
                jobs=self.jobs,
                settings=self.settings,
                storage=PluginStorage(self.folders, name, self.writer, self),
                telemetry=self.telemetry,
                services=self.services,
            )
        return self._contexts[name]

    def plugin_panels(self) -> list[PanelEntry]:
        return [
            PanelEntry(c.item, c.plugin.package, c.plugin, partial(self._build, c))
            for c in in_first_order(self.host.collect("pixelwatt_panels"))
        ]

    def plugin_commands(self) -> list[CommandEntry]:
        return [
            CommandEntry(
                command=c.item,
                package=c.plugin.package,
                run=partial(self._run, c.plugin, c.item.run),
                enabled=self._question(c.plugin, c.item.enabled_when),
                checked=self._question(c.plugin, c.item.checked),
            )
            for c in self.host.collect("pixelwatt_commands")
        ]

    def activate_plugins(self) -> None:
        for plugin in self.host.plugins:
            if plugin.state is State.LOADED:
                self.host.call_one(plugin, "pixelwatt_activate", context=self.context_of(plugin))

    def set_plugin_enabled(self, plugin: Plugin, enabled: bool) -> None:
        """From the next start on: Python cannot take back what a plugin has imported."""
        settings = self.settings.get(ShellSettings)
        disabled = [name for name in settings.disabled_plugins if name != plugin.name]
        if not enabled:
            disabled.append(plugin.name)
        self.settings.put(replace(settings, disabled_plugins=tuple(disabled)))

    def plugin_enabled(self, plugin: Plugin) -> bool:
        """Whether the next start loads it."""
        return plugin.name not in self.settings.get(ShellSettings).disabled_plugins

    def flush_autosaves(self) -> None:
        """Hand every changed document to the writer now, while the views still know it."""
        for autosave in self.findChildren(FileAutosave):
            try:
                autosave.flush()
            except Exception:
                _log.exception("A document could not be kept")

    def restart(self, *arguments: str) -> None:
        """Close the window; the program starts anew once everything is written."""
        self.restart_arguments = arguments
        if self.window is not None:
            self.window.close()

    def close(self) -> None:
        """Stop whatever runs, in the order in which things depend on each other."""
        self.host.call("pixelwatt_deactivate")
        if not self.jobs.close():
            _log.warning("A job did not stop in time")
        self.flush_autosaves()
        self.writer.close()
        self.languages.close()

    # -- inside ------------------------------------------------------------------------------

    def _build(self, contributed: Contributed[api.Panel]) -> Any:
        factory = self.host.resolve(contributed.item.view)
        return factory(self.context_of(contributed.plugin))

    def _run(self, plugin: Plugin, reference: str) -> None:
        self.host.resolve(reference)(self.context_of(plugin))

    def _question(self, plugin: Plugin, reference: str) -> Callable[[], bool] | None:
        if not reference:
            return None
        return lambda: bool(self.host.resolve(reference)(self.context_of(plugin)))

    def _hand_over(self, sorted_out: tuple[list[opening.Opening], list[api.Problem]]) -> None:
        openings, problems = sorted_out
        for one in openings:
            self._open_with(one)
        for problem in problems:
            self.notify(problem.what, api.Level.WARNING, problem.remedy)
        self.opening -= 1
        self.opened.emit()

    def _open_with(self, one: opening.Opening) -> None:
        try:
            open_ = self.host.resolve(one.opener.item.open)
            open_(self.context_of(one.opener.plugin), one.paths)
        except api.Problem as problem:
            self.notify(problem.what, api.Level.ERROR, problem.remedy)
        except Exception as error:
            _log.exception("%s raised while opening %s", one.opener.item.id, one.paths)
            self.report_error(tr("{name} could not be opened.", name=one.paths[0].name), error)
        else:
            for path in reversed(one.paths):
                self.recent_files.add(str(path))

    def _opening_failed(self, error: BaseException) -> None:
        self.opening -= 1
        self.notify(tr("The file could not be opened."), api.Level.ERROR, str(error))
        self.opened.emit()

    def _job_failed(self, title: str, error: BaseException) -> None:
        self.report_error(tr("{job} failed.", job=title), error)

    def _apply_settings(self, settings: ShellSettings) -> None:
        # Only what was changed: --theme and --lang hold until the user chooses otherwise.
        before, self._applied = self._applied, settings
        if settings.theme != before.theme:
            self.themes.choose(ThemeChoice(settings.theme))
        if settings.language != before.language:
            language = self.languages.language
            self.languages.switch(settings.language)
            if self.languages.language != language:
                self.language_changed.emit()


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
