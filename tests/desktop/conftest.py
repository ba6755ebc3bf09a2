"""A running program around plugins made up by the test."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest
import shiboken6

from pixelwatt import api


@pytest.fixture
def make_plugin(monkeypatch):
    """Make an importable plugin out of what its hooks return; its code is ``name:attribute``."""

    def make(name, *, hooks=None, **contributions):
        module = ModuleType(name)
        for kind, items in contributions.items():
            module.__dict__[f"pixelwatt_{kind}"] = api.hookimpl(lambda items=items: list(items))
        for hook, function in (hooks or {}).items():
            module.__dict__[hook] = api.hookimpl(function)
        # Hook implementations are functions of the module's own, by pluggy's rules.
        monkeypatch.setitem(sys.modules, name, module)
        return module

    return make


@pytest.fixture
def start(qapp, qtbot, tmp_path):
    """Start the program with the given plugins; it is closed in order after the test."""
    from pixelwatt.app import Program
    from pixelwatt.options import WindowOptions
    from pixelwatt.plugin_host import PluginHost
    from pixelwatt.storage_folders import Folders

    programs, uncaught = [], []
    qapp.setQuitOnLastWindowClosed(False)  # as make_application does
    folders = Folders(*(tmp_path / n for n in ("config", "data", "cache", "documents", "logs")))

    def run(*modules, begin=True, disabled=(), safe_mode=False, discover=None, **options):
        entries = [EntryPoint(m.__name__, m.__name__, "pixelwatt.plugins") for m in modules]
        discover = discover or (lambda: entries)
        host = PluginHost(discover=discover, disabled=disabled, safe_mode=safe_mode)
        host.load()
        program = Program(qapp, host, folders, WindowOptions(**{"theme": "dark", **options}))
        programs.append(program)
        # The program reports what nobody caught as a notice; in a test it is a failure.
        program.crashes._report = lambda _what, error: uncaught.append(error)
        if begin:
            program.show(begin_soon=False)
            qtbot.waitExposed(program.window)
            program.begin()
        return program

    def stop(program):
        programs.remove(program)
        if shiboken6.isValid(program.window):
            program.window.close()
        program.close()
        program.deleteLater()

    run.stop = stop
    run.folders = folders
    yield run
    for program in tuple(programs):
        stop(program)
    if uncaught:
        raise uncaught[0]
