"""A running program around plugins made up by the test."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import zipfile
from importlib.metadata import EntryPoint, distributions
from types import ModuleType

import pytest
import shiboken6

from pixelwatt import api


@pytest.fixture(scope="session")
def install_plugin(tmp_path_factory):
    """Install a plugin's source folder by pip, as anyone would; gives the folder it is in."""

    def install(source):
        target = tmp_path_factory.mktemp("site")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
        pip += ["--disable-pip-version-check", "--no-build-isolation"]
        subprocess.run([*pip, "--target", str(target), str(source)], check=True)
        return target

    return install


@pytest.fixture
def host(site, monkeypatch):
    """A host with what is installed in the test's ``site``, which is forgotten after the test."""
    from pixelwatt.plugin_host import PluginHost

    monkeypatch.syspath_prepend(str(site))
    found = [e for d in distributions(path=[str(site)]) for e in d.entry_points]
    loaded = PluginHost(discover=lambda: found)
    loaded.load()
    yield loaded
    packages = tuple(entry.module.partition(".")[0] for entry in found)
    for name in [each for each in sys.modules if each.startswith(packages)]:
        del sys.modules[name]


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


@pytest.fixture
def make_wheel():
    """The function that writes a wheel of a plugin, right or wrong, for a test."""
    return write_wheel


ENTRY = "[pixelwatt.plugins]\nsmall = small\n"


def write_wheel(
    folder, *, name="small", version="1.0", entry=ENTRY, extra=(), files=None, tag=None
):
    """Write a wheel as a build backend would, with whatever a test wants to be wrong in it."""
    dist_info = f"{name}-{version}.dist-info"
    contents = {
        f"{name}.py": b"",
        f"{dist_info}/METADATA": "\n".join(
            ["Metadata-Version: 2.3", f"Name: {name}", f"Version: {version}", *extra]
        ).encode(),
        f"{dist_info}/WHEEL": b"Wheel-Version: 1.0\n",
        f"{dist_info}/entry_points.txt": entry.encode(),
        **(files or {}),
    }
    record = "".join(f"{n},sha256={digest(c)},{len(c)}\n" for n, c in contents.items())
    path = folder / f"{name}-{version}-{tag or 'py3-none-any'}.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for filename, content in contents.items():
            wheel.writestr(filename, content)
        wheel.writestr(f"{dist_info}/RECORD", record + f"{dist_info}/RECORD,,\n")
    return path


def digest(content):
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
