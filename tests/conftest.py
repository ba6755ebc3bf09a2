"""What every test may use: a plugin's context, and the refusal of whatever would leak or cheat."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Before any Qt import: tests never open a window on the developer's screen unless told to.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What a user has stored and configured must not change what tests see.
os.environ.pop("PIXELWATT_HOME", None)
os.environ.setdefault("PIXELWATT_STRICT_PLUGINS", "")

import hypothesis
import pytest

from pixelwatt import api

# A busy machine must not fail a property, and one commit must not pass now and fail later on CI;
# at a desk, every run tries new examples.
hypothesis.settings.register_profile(
    "pixelwatt",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
hypothesis.settings.load_profile("pixelwatt")

QT_MESSAGES_OF_THE_OFFSCREEN_PLATFORM = (
    r"^This plugin does not support (propagateSizeHints|raise|setting window masks)",
)
"""What the platform without a screen says of windows on any program; it means nothing."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(*QT_MESSAGES_OF_THE_OFFSCREEN_PLATFORM))


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, data and logs of every test go to a folder of its own."""
    monkeypatch.setenv("PIXELWATT_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def _no_discovery(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unit tests must not depend on the plugins that happen to be installed.

    Mark a test ``end_to_end``, or request the fixture ``installed_plugins``, to allow it.
    """
    if request.node.get_closest_marker("end_to_end") or "installed_plugins" in request.fixturenames:
        return

    def refuse(*_args: Any, **_kwargs: Any) -> Any:
        raise RuntimeError(
            "This test would load whatever plugins are installed. Pass discover=... to PluginHost, "
            "or request the fixture 'installed_plugins'."
        )

    monkeypatch.setattr("pixelwatt.plugin_host.entry_points", refuse)


@pytest.fixture
def installed_plugins() -> None:
    """Requested by tests that are about the plugins really installed."""


# -- Nothing may dangle ---------------------------------------------------------------------


@dataclass
class _Started:
    thing: weakref.ref[Any]
    place: str

    def still(self, is_alive: Callable[[Any], bool]) -> bool:
        thing = self.thing()
        if thing is None:
            return False
        try:
            return is_alive(thing)
        except RuntimeError:  # the C++ object is gone, and with it what it ran
            return False


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style of the program, as `pixelwatt.app.make_application` asks for it."""
    return ["pixelwatt-tests", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def _nothing_dangles(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer, pool work or a top-level widget behind."""
    uses_qt = "qtbot" in request.fixturenames or "qapp" in request.fixturenames
    threads_before = set(threading.enumerate())
    if not uses_qt:
        yield
        _fail_on_threads(threads_before)
        return

    from PySide6.QtCore import QThread, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication

    threads = _record(monkeypatch, QThread, "start")
    timers = _record(monkeypatch, QTimer, "start")
    pools = _record(monkeypatch, QThreadPool, "start")
    widgets_before = set(map(id, QApplication.topLevelWidgets()))
    yield
    deadline = time.monotonic() + 5.0
    app = QApplication.instance()
    while time.monotonic() < deadline:
        if app is not None:
            app.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete
            app.processEvents()
        left = _dangling(threads, timers, pools, widgets_before)
        if not left:
            break
        time.sleep(0.02)
    else:
        pytest.fail("left behind:\n" + "\n".join(left))
    _fail_on_threads(threads_before)


def _dangling(
    threads: list[_Started], timers: list[_Started], pools: list[_Started], widgets: set[int]
) -> list[str]:
    from PySide6.QtWidgets import QApplication

    left = [f"a running QThread, started at {s.place}" for s in threads if s.still(_is_running)]
    left += [f"an active QTimer, started at {s.place}" for s in timers if s.still(_is_active)]
    left += [f"work in a QThreadPool, started at {s.place}" for s in pools if s.still(_is_busy)]
    left += [
        f"a top-level {type(w).__name__} {w.objectName()!r} {w.windowTitle()!r}"
        for w in QApplication.topLevelWidgets()
        if id(w) not in widgets and w.parent() is None and not _belongs_to_qt(w)
    ]
    return left


def _belongs_to_qt(widget: Any) -> bool:
    # Popups that Qt keeps for itself: the tooltip label, a combo box's list.
    return widget.metaObject().className() in ("QTipLabel", "QComboBoxPrivateContainer")


def _is_running(thread: Any) -> bool:
    return bool(thread.isRunning())


def _is_active(timer: Any) -> bool:
    return bool(timer.isActive()) and timer.parent() is None


def _is_busy(pool: Any) -> bool:
    return bool(pool.activeThreadCount())


def _record(monkeypatch: pytest.MonkeyPatch, owner: type[Any], name: str) -> list[_Started]:
    original = getattr(owner, name)
    started: list[_Started] = []

    # A function, never a bare Mock: PySide6 6.10 and later crash on those.
    def start(self: Any, *args: Any) -> Any:
        frame = sys._getframe(1)
        place = f"{frame.f_code.co_filename}:{frame.f_lineno}"
        started.append(_Started(weakref.ref(self), place))
        return original(self, *args)

    monkeypatch.setattr(owner, name, start)
    return started


def _fail_on_threads(before: set[threading.Thread]) -> None:
    deadline = time.monotonic() + 5.0
    while True:
        # A job's worker shows as a dummy thread after Python code ran in it; Qt ends those.
        left = [
            t
            for t in set(threading.enumerate()) - before
            if t.is_alive() and not isinstance(t, threading._DummyThread)
        ]
        if not left:
            return
        if time.monotonic() > deadline:
            names = ", ".join(t.name for t in left)
            pytest.fail(f"left behind threads: {names}")
        time.sleep(0.02)


# -- A plugin's context ---------------------------------------------------------------------


@dataclass
class Notice:
    """A notice a view asked for."""

    text: str
    level: api.Level
    detail: str
    actions: Sequence[api.NoticeAction]


class TestShell:
    """The window's part of a context, remembering what it was asked."""

    __test__ = False

    def __init__(self) -> None:
        from pixelwatt.theme import DARK

        self.theme = DARK
        self.language = "en"
        self.notices: list[Notice] = []
        self.opened: list[list[Path]] = []
        self.panels: dict[str, Any] = {}
        self._theme_listeners: list[Callable[[api.Theme], None]] = []

    def subscribe_theme(self, callback: Callable[[api.Theme], None]) -> api.Unsubscribe:
        self._theme_listeners.append(callback)

        def unsubscribe() -> None:
            if callback in self._theme_listeners:
                self._theme_listeners.remove(callback)

        return unsubscribe

    def use_theme(self, dark: bool) -> None:
        from pixelwatt.theme import theme_for

        self.theme = theme_for(dark)
        for listener in tuple(self._theme_listeners):
            listener(self.theme)

    def notify(
        self, text: str, level: api.Level, detail: str, actions: Sequence[api.NoticeAction]
    ) -> None:
        self.notices.append(Notice(text, level, detail, actions))

    def open(self, paths: Sequence[Path]) -> None:
        self.opened.append(list(paths))

    def show_panel(self, panel_id: str) -> Any:
        return self.panels[panel_id]

    def panel(self, panel_id: str) -> Any | None:
        return self.panels.get(panel_id)


def _context(tmp_path: Path, pages: Sequence[api.SettingsPage]) -> Any:
    from PySide6.QtCore import QObject

    from pixelwatt.background_writer import BackgroundWriter
    from pixelwatt.context import PluginContext
    from pixelwatt.jobs import JobRunner
    from pixelwatt.services import Services
    from pixelwatt.settings import SettingsStore
    from pixelwatt.storage import PluginStorage
    from pixelwatt.storage_folders import Folders
    from pixelwatt.telemetry import Telemetry

    class TestContext(PluginContext):
        """The real context over a shell that remembers; `close` ends what it runs."""

        __test__ = False

        @property
        def notices(self) -> list[Notice]:
            return shell.notices

        @property
        def opened(self) -> list[list[Path]]:
            return shell.opened

        @property
        def panels(self) -> dict[str, Any]:
            """Put a widget here to have `show_panel` and `panel` find it."""
            return shell.panels

        def use_theme(self, dark: bool) -> None:
            shell.use_theme(dark)

        def close(self) -> None:
            jobs.close()
            writer.close()
            owner.deleteLater()

    shell = TestShell()
    owner = QObject()
    writer = BackgroundWriter()
    folders = Folders(*(tmp_path / n for n in ("config", "data", "cache", "documents", "logs")))
    settings = SettingsStore(folders.config / "settings.toml", write=lambda _path, _text: None)
    for page in pages:
        settings.register(page)

    def report_error(title: str, error: BaseException) -> None:
        shell.notify(f"{title}: {error}", api.Level.ERROR, "", ())

    jobs = JobRunner(report_error, owner)
    return TestContext(
        shell,
        jobs=jobs,
        settings=settings,
        storage=PluginStorage(folders, "test", writer, owner),
        telemetry=Telemetry(),
        services=Services(),
    )


@pytest.fixture
def context(qapp: Any, tmp_path: Path) -> Iterator[Any]:
    """A complete `api.Context`: real jobs, settings, storage, telemetry and services.

    Besides the contract it has ``notices``, ``opened``, ``panels`` and ``use_theme(dark)``.
    Settings pages are registered with ``context.settings.register(PAGE)``.
    """
    made = _context(tmp_path, ())
    yield made
    made.close()


NOBODY = 65534


@contextlib.contextmanager
def _as_a_user() -> Iterator[None]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def as_a_user() -> Callable[[], contextlib.AbstractContextManager[None]]:
    """``with as_a_user():`` is without root's right to read anything, for as long as it lasts."""
    return _as_a_user


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may enter; pytest's own is its user's only."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
