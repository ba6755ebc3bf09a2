"""What the frozen program does before its first line of ours, and what it leaves for later."""

from __future__ import annotations

import inspect
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

import shiboken_support
from project import PackagingError
from pyinstaller import late_hooks

SITE = Path(sysconfig.get_path("purelib"))
pytestmark = pytest.mark.skipif(os.name == "nt", reason="bundles are built on Linux and macOS")


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module ``mended_one`` and the hook that mends it, importable while the test runs."""
    (tmp_path / "mended_one.py").write_text("VALUE = 'its own'\n")
    (tmp_path / "hook_of_one.py").write_text("import mended_one\nmended_one.VALUE += ', mended'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    finder = late_hooks.LateHooks({"mended_one": late_hooks.Hook("hook_of_one")})
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    yield tmp_path
    for name in ("mended_one", "hook_of_one"):
        sys.modules.pop(name, None)


def test_a_hook_runs_when_its_module_is_imported_and_not_before(modules: Path) -> None:
    assert "hook_of_one" not in sys.modules
    import mended_one

    assert mended_one.VALUE == "its own, mended"
    assert "hook_of_one" in sys.modules


def test_a_mended_module_still_knows_its_source(modules: Path) -> None:
    import mended_one

    assert inspect.getsource(mended_one) == (modules / "mended_one.py").read_text()
    assert mended_one.__loader__ is mended_one.__spec__.loader


def test_a_hook_that_mends_one_function_runs_when_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mended_two.py").write_text("def where():\n    return 'here'\n")
    (tmp_path / "hook_of_two.py").write_text(
        "import mended_two\nbefore = mended_two.where\n"
        "mended_two.where = lambda: before() + ' and there'\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    hook = late_hooks.Hook("hook_of_two", until_called="where")
    finder = late_hooks.LateHooks({"mended_two": hook})
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    import mended_two

    kept = mended_two.where
    assert "hook_of_two" not in sys.modules
    assert [kept(), kept(), mended_two.where()] == ["here and there"] * 3
    for name in ("mended_two", "hook_of_two"):
        del sys.modules[name]


def test_a_module_that_is_not_there_is_not_found_by_the_hooks_either() -> None:
    finder = late_hooks.LateHooks({"no_such_module_anywhere": late_hooks.Hook("hook")})
    assert finder.find_spec("no_such_module_anywhere") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "/opt/p/_internal", "LD_LIBRARY_PATH_ORIG": "/mine"}, "/mine"),
        ({"LD_LIBRARY_PATH": "/opt/p/_internal"}, None),
        ({}, None),
    ],
)
def test_programs_we_start_do_not_load_our_libraries(
    before: dict[str, str], after: str | None
) -> None:
    environment = {**before, "QT_PLUGIN_PATH": "/usr/lib/qt5/plugins", "HOME": "/home/me"}
    late_hooks.own_environment(environment)
    assert environment.pop("LD_LIBRARY_PATH", None) == after
    # Our own program, started again, must look for its libraries by itself.
    assert environment == {"HOME": "/home/me", "PYINSTALLER_RESET_ENVIRONMENT": "1"}


@pytest.mark.parametrize(
    ("arguments", "helps"),
    [
        (["--multiprocessing-fork", "tracker_fd=5", "pipe_handle=7"], True),
        (["-B", "-c", "from multiprocessing.resource_tracker import main;main(5)"], True),
        (["demo.mp4", "--theme", "dark"], False),
        ([], False),
    ],
)
def test_helpers_of_multiprocessing_are_recognised(arguments: list[str], helps: bool) -> None:
    assert late_hooks.is_helper(arguments) is helps


# -- Shiboken's own modules ------------------------------------------------------------------


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site-packages with a Shiboken of its own, which may be unpacked without harm."""
    folder = tmp_path_factory.mktemp("site-packages")
    shutil.copytree(
        SITE / "shiboken6", folder / "shiboken6", ignore=shutil.ignore_patterns("include")
    )
    (folder / "PySide6").symlink_to(SITE / "PySide6")
    return folder


@pytest.fixture(scope="module")
def unpacked(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("bundle") / "shiboken6"
    previous = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(packages)
    try:
        shiboken_support.unpack(Path(sys.executable), packages, target)
    finally:
        if previous is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = previous
    return target


def test_shibokens_modules_are_unpacked_and_compiled(packages: Path, unpacked: Path) -> None:
    signature = unpacked / "files.dir" / "shibokensupport" / "signature"
    assert list(signature.glob("__pycache__/loader.*.pyc"))
    # The environment that was asked is as it was.
    assert not (packages / "shiboken6" / "files.dir").exists()


def test_signatures_and_errors_read_as_before(packages: Path, unpacked: Path) -> None:
    """The shortened parser still tells what a call takes."""
    look = (
        "from PySide6.QtCore import QObject, QRect\n"
        "from PySide6.support.signature import get_signature\n"
        "print(get_signature(QRect.adjusted))\n"
        "try: QObject().setObjectName(1, 2, 3)\n"
        "except TypeError as error: print(error)\n"
        "import sys; print(sys.modules['shibokensupport.signature.parser'].__file__)\n"
    )
    whole = said(look, packages)
    shutil.copytree(unpacked / "files.dir", packages / "shiboken6" / "files.dir")
    try:
        short = said(look, packages)
    finally:
        shutil.rmtree(packages / "shiboken6" / "files.dir")
    assert "x1: int" in whole[0]
    assert short[:-1] == whole[:-1]
    assert "files.dir" in short[-1]
    assert "files.dir" not in whole[-1]


def said(code: str, packages: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(packages)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_another_shiboken_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "parser.py").write_text("arglist_parser = build()\n")
    with pytest.raises(PackagingError, match=r"parser\.py is new"):
        shiboken_support.shorten(tmp_path)
