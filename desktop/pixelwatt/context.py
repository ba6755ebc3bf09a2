"""What each plugin is given: the shell's services under the plugin's own name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from pixelwatt import api


class Shell(Protocol):
    """What the window offers to every plugin's context."""

    @property
    def theme(self) -> api.Theme: ...
    @property
    def language(self) -> str: ...
    def subscribe_theme(self, callback: Callable[[api.Theme], None]) -> api.Unsubscribe: ...
    def notify(
        self, text: str, level: api.Level, detail: str, actions: Sequence[api.NoticeAction]
    ) -> None: ...
    def open(self, paths: Sequence[Path]) -> None: ...
    def show_panel(self, panel_id: str) -> Any: ...
    def panel(self, panel_id: str) -> Any | None: ...


class PluginContext:
    """Implements `api.Context` for one plugin."""

    def __init__(
        self,
        shell: Shell,
        *,
        jobs: api.Jobs,
        settings: api.Settings,
        storage: api.Storage,
        telemetry: api.Telemetry,
        services: api.Services,
    ) -> None:
        self._shell = shell
        self.jobs = jobs
        self.settings = settings
        self.storage = storage
        self.telemetry = telemetry
        self.services = services

    @property
    def theme(self) -> api.Theme:
        return self._shell.theme

    @property
    def language(self) -> str:
        return self._shell.language

    def subscribe_theme(self, callback: Callable[[api.Theme], None]) -> api.Unsubscribe:
        return self._shell.subscribe_theme(callback)

    def notify(
        self,
        text: str,
        *,
        level: api.Level = api.Level.INFO,
        detail: str = "",
        actions: Sequence[api.NoticeAction] = (),
    ) -> None:
        self._shell.notify(text, level, detail, actions)

    def open(self, paths: Sequence[Path]) -> None:
        self._shell.open(paths)

    def show_panel(self, panel_id: str) -> Any:
        return self._shell.show_panel(panel_id)

    def panel(self, panel_id: str) -> Any | None:
        return self._shell.panel(panel_id)
