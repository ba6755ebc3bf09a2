"""Runs PyInstaller's run-time hooks when what they mend is imported, rather than at every start.

By itself a frozen program runs all of them first, and so imports Qt, `multiprocessing` and more
even to answer ``--version``, which then takes twice as long.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NamedTuple


class Hook(NamedTuple):
    """A hook, which the spec makes a module of."""

    name: str
    until_called: str = ""
    """The one function it mends; it waits until that is called."""


LATE = {
    "inspect": Hook("pyi_rth_inspect", until_called="getsourcefile"),
    "multiprocessing": Hook("pyi_rth_multiprocessing"),
    "pkgutil": Hook("pyi_rth_pkgutil"),
    "pyqtgraph.multiprocess": Hook("pyi_rth_pyqtgraph_multiprocess"),
}
"""What each hook mends."""
REPLACED = ("pyi_rth_pyside6",) if sys.platform.startswith("linux") else ()
"""It imports Qt to see that PySide6 knows its folder, and keeps another Qt's plugins out, as
`own_environment` does. Elsewhere it has more to do, and stays."""


class LateHooks:
    """A finder that lets the others find a module and runs its hook once that is imported."""

    def __init__(self, hooks: dict[str, Hook]) -> None:
        self._waiting = dict(hooks)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> Any:
        hook = self._waiting.pop(name, None)  # the search below comes here again
        spec = find_spec(name) if hook is not None else None
        if hook is not None and spec is not None and spec.loader is not None:
            spec.loader = _Mending(spec.loader, hook)
        return spec


class _Mending:
    """Loads a module as its own loader does, then runs the hook."""

    def __init__(self, loader: Any, hook: Hook) -> None:
        self._loader = loader
        self._hook = hook

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        created: ModuleType | None = self._loader.create_module(spec)
        return created

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__ is not None
        # Whoever asks the module for its source must find the loader that knows it.
        module.__spec__.loader = module.__loader__ = self._loader
        self._loader.exec_module(module)
        if self._hook.until_called:
            _mend_when_called(module, self._hook)
        else:
            __import__(self._hook.name)


def _mend_when_called(module: ModuleType, hook: Hook) -> None:
    original = getattr(module, hook.until_called)

    def first(*arguments: Any, **named: Any) -> Any:
        if hook.name not in sys.modules:
            setattr(module, hook.until_called, original)  # which the hook keeps, and calls
            __import__(hook.name)
        return getattr(module, hook.until_called)(*arguments, **named)

    setattr(module, hook.until_called, first)


def own_environment(environment: Any = os.environ) -> None:
    """On Linux, undo what only this process may see of how it was started.

    A browser or a file manager that we open must not load our libraries, nor Qt in here the
    plugins of another Qt; and our own program, started again, must set itself up anew.
    """
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        environment["LD_LIBRARY_PATH"] = before
    environment.pop("QT_PLUGIN_PATH", None)
    environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


def is_helper(arguments: list[str]) -> bool:
    """True for a process that `multiprocessing` started with this program in Python's place."""
    return "--multiprocessing-fork" in arguments or "-c" in arguments


def install() -> None:
    """Called before anything but the interpreter's own start has been imported."""
    sys.meta_path.insert(0, LateHooks(LATE))
