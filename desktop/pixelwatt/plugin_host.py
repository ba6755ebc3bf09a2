"""Find plugins, load them and call their hooks, so that one bad plugin never stops the rest.

pluggy's own ``load_setuptools_entrypoints`` and hook calls let the first exception through, so
entry points are loaded one by one here and each implementation is called by itself. A plugin
that raises is disabled for the session and keeps its traceback for the Plugins page.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.metadata import Distribution, EntryPoint, entry_points
from typing import Any, Generic, TypeVar

import pluggy

from pixelwatt import api, hookspecs

GROUP = "pixelwatt.plugins"

T = TypeVar("T")

_CONTRIBUTIONS: dict[str, type[Any]] = {
    "pixelwatt_panels": api.Panel,
    "pixelwatt_commands": api.Command,
    "pixelwatt_settings": api.SettingsPage,
    "pixelwatt_openers": api.Opener,
    "pixelwatt_exporters": api.Exporter,
    "pixelwatt_cli": api.CliCommand,
    "pixelwatt_claims": api.Claim,
    "pixelwatt_diagnostics": api.Diagnostic,
}


class State(StrEnum):
    LOADED = "loaded"
    DISABLED = "disabled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """What a plugin did wrong, and where."""

    stage: str
    """``"import"``, ``"hooks"``, or the hook or view that raised."""
    summary: str
    traceback: str


@dataclass(slots=True)
class Plugin:
    """One entry point and what became of it."""

    name: str
    package: str
    distribution: str
    version: str
    summary: str
    state: State
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Contributed(Generic[T]):
    """A contribution with the plugin it came from."""

    item: T
    plugin: Plugin


def installed_entry_points() -> list[EntryPoint]:
    """Entry points of the plugin group, by name: the file system's order must not matter."""
    return sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))


class PluginHost:
    """The loaded plugins and the only way to call them.

    ``disabled`` holds entry-point names that are not even imported; ``safe_mode`` disables all.
    ``discover`` is replaced in tests, which must not find what happens to be installed.
    """

    def __init__(
        self,
        *,
        disabled: Collection[str] = (),
        safe_mode: bool = False,
        discover: Callable[[], Iterable[EntryPoint]] = installed_entry_points,
    ) -> None:
        self._disabled = frozenset(disabled)
        self._safe_mode = safe_mode
        self._discover = discover
        self._strict = bool(os.environ.get("PIXELWATT_STRICT_PLUGINS"))
        self._trace = bool(os.environ.get("PIXELWATT_TRACE_PLUGINS"))
        self._manager = pluggy.PluginManager("pixelwatt")
        self._manager.add_hookspecs(hookspecs)
        self._plugins: dict[str, Plugin] = {}
        self._collected: dict[str, list[Contributed[Any]]] = {}
        self._failure_listeners: list[Callable[[Plugin], None]] = []

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        return tuple(self._plugins.values())

    @property
    def safe_mode(self) -> bool:
        return self._safe_mode

    def load(self) -> None:
        """Import every enabled plugin. Never raises, except with PIXELWATT_STRICT_PLUGINS."""
        for entry in self._discover():
            self._load_one(entry)
        for plugin in self._loaded():
            self._attempt(plugin, "pixelwatt_addhooks", {"pluginmanager": self._manager})
        for plugin in self._loaded():
            self._check_hook_names(plugin)

    def collect(self, hook: str) -> list[Contributed[Any]]:
        """What the enabled plugins return from ``hook``, in order of plugin name.

        Asked once per plugin; later calls return the same list, less what failed since.
        """
        if hook not in self._collected:
            self._collected[hook] = self._collect(hook)
        return [c for c in self._collected[hook] if c.plugin.state is State.LOADED]

    def call(self, hook: str, **arguments: Any) -> None:
        """Call ``hook`` of every plugin with the same arguments, each by itself."""
        for plugin in self._loaded():
            self.call_one(plugin, hook, **arguments)

    def call_one(self, plugin: Plugin, hook: str, **arguments: Any) -> Any:
        """Call ``hook`` of one plugin; None when it has none or raised."""
        return self._attempt(plugin, hook, arguments)

    def resolve(self, reference: str) -> Any:
        """Import what ``"module:attribute"`` names.

        Raises ImportError or AttributeError as importing does.
        """
        module, _, attribute = reference.partition(":")
        found: Any = importlib.import_module(module)
        for name in attribute.split("."):
            found = getattr(found, name)
        return found

    def fail(self, plugin: Plugin, stage: str, error: BaseException) -> None:
        """Disable a plugin for this session because its code raised."""
        if self._strict:
            raise error
        plugin.state = State.FAILED
        plugin.failure = Failure(
            stage=stage,
            summary=f"{type(error).__name__}: {error}",
            traceback="".join(traceback.format_exception(error)),
        )
        for listener in tuple(self._failure_listeners):
            listener(plugin)

    def subscribe_failures(self, listener: Callable[[Plugin], None]) -> api.Unsubscribe:
        """Call ``listener`` with each plugin that fails from now on."""
        self._failure_listeners.append(listener)
        return lambda: self._failure_listeners.remove(listener)

    # -- one plugin at a time ----------------------------------------------------------------

    def _loaded(self) -> list[Plugin]:
        return [p for p in self._plugins.values() if p.state is State.LOADED]

    def _load_one(self, entry: EntryPoint) -> None:
        plugin = _describe(entry)
        if entry.name in self._plugins:
            other = self._plugins[entry.name]
            plugin.name = f"{entry.name} ({plugin.distribution})"
            self._plugins[plugin.name] = plugin
            duplicate = ImportError(
                f"{other.distribution} already provides a plugin named {entry.name!r}; "
                f"remove one of the two."
            )
            self.fail(plugin, "import", duplicate)
            return
        self._plugins[plugin.name] = plugin
        if self._safe_mode or entry.name in self._disabled:
            plugin.state = State.DISABLED
            return
        try:
            self._manager.register(entry.load(), name=plugin.name)
        except Exception as error:
            self.fail(plugin, "import", error)
            return
        # One distribution may hold several plugins; each package says what it is itself.
        own = (sys.modules[plugin.package].__doc__ or "").strip().partition("\n")[0]
        plugin.summary = own or plugin.summary

    def _check_hook_names(self, plugin: Plugin) -> None:
        # pluggy's check_pending stops at the first plugin with an unknown hook; this names all.
        unknown = [
            f"unknown hook {caller.name!r}"
            for caller in self._manager.get_hookcallers(self._manager.get_plugin(plugin.name)) or ()
            if not caller.has_spec()
        ]
        if unknown:
            known = ", ".join(sorted(_hook_names()))
            error = pluggy.PluginValidationError(
                self._manager.get_plugin(plugin.name), f"{'; '.join(unknown)}. Known: {known}."
            )
            self.fail(plugin, "hooks", error)

    def _collect(self, hook: str) -> list[Contributed[Any]]:
        contributed: list[Contributed[Any]] = []
        taken: dict[str, Plugin] = {}
        for plugin in self._loaded():
            items = self._attempt(plugin, hook, {})
            if items is None:
                continue
            try:
                checked = _check_items(hook, items, taken)
            except (TypeError, ValueError) as error:
                self.fail(plugin, hook, error)
                continue
            if hook in _CONTRIBUTIONS:
                taken.update({_identity(item): plugin for item in checked})
            contributed += [Contributed(item, plugin) for item in checked]
        return contributed

    def _attempt(self, plugin: Plugin, hook: str, arguments: dict[str, Any]) -> Any:
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            if implementation.plugin_name != plugin.name or plugin.state is not State.LOADED:
                continue
            if self._trace:
                print(f"{plugin.name}.{hook}", file=sys.stderr)
            try:
                return implementation.function(
                    *(arguments[name] for name in implementation.argnames)
                )
            except Exception as error:
                self.fail(plugin, hook, error)
        return None


def _describe(entry: EntryPoint) -> Plugin:
    distribution, version, summary = ("", "", "") if entry.dist is None else _metadata(entry.dist)
    return Plugin(
        name=entry.name,
        package=entry.module.partition(".")[0],
        distribution=distribution,
        version=version,
        summary=summary,
        state=State.LOADED,
    )


@lru_cache
def _metadata(distribution: Distribution) -> tuple[str, str, str]:
    """Name, version and summary. `Distribution` parses its file anew for each of them."""
    metadata = distribution.metadata
    return metadata["Name"], metadata["Version"], "".join(metadata.get_all("Summary") or ())


def _hook_names() -> list[str]:
    return [name for name in vars(hookspecs) if name.startswith("pixelwatt_")]


def _identity(item: Any) -> str:
    return str(item.name if isinstance(item, api.CliCommand) else item.id)


def _check_items(hook: str, items: Any, taken: dict[str, Plugin]) -> list[Any]:
    expected = _CONTRIBUTIONS.get(hook)
    checked = list(items)
    seen: set[str] = set()
    for item in checked:
        if expected is None:
            continue
        if not isinstance(item, expected):
            raise TypeError(f"{hook} must return a list of {expected.__name__}, not {item!r}.")
        identity = _identity(item)
        if identity in taken:
            raise ValueError(f"{hook}: id {identity!r} is taken by {taken[identity].name!r}.")
        if identity in seen:
            raise ValueError(f"{hook}: id {identity!r} is returned twice.")
        seen.add(identity)
    return checked
