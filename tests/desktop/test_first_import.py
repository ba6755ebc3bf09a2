"""The first import of Qt: later imports cost what they cost without Qt."""

from __future__ import annotations

import py_compile
import subprocess
import sys
from pathlib import Path

FIRST = "from pixelwatt.first_import import import_qt\nimport_qt()\n"


def told(code: str, folder: Path) -> str:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(folder)!r})\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_the_source_of_a_module_is_not_read_when_it_is_imported(tmp_path: Path) -> None:
    (tmp_path / "plain.py").write_text("VALUE = 3\n")
    look = "import linecache, plain\nprint(plain.__file__ in linecache.cache)\n"
    assert told(FIRST + look, tmp_path) == "False"
    # What PySide6 does by itself; when it no longer does, first_import has no reason to be.
    assert told(f"import PySide6.QtCore\n{look}", tmp_path) == "True"


def test_features_of_pyside_are_for_the_module_that_asks_for_them(tmp_path: Path) -> None:
    (tmp_path / "snake.py").write_text(
        "from PySide6.QtCore import QObject\nfrom __feature__ import snake_case\n"
        "def name():\n    made = QObject()\n    made.set_object_name('ours')\n"
        "    return made.object_name()\n"
    )
    # A module without its source, as all are in a bundle.
    plain = tmp_path / "plain.py"
    plain.write_text(
        "from PySide6.QtCore import QObject\n"
        "def has():\n    return hasattr(QObject(), 'setObjectName')\n"
    )
    py_compile.compile(str(plain), cfile=str(plain.with_suffix(".pyc")))
    plain.unlink()
    assert told(FIRST + "import plain, snake\nprint(snake.name(), plain.has())", tmp_path) == (
        "ours True"
    )


def test_garbage_is_collected_again_once_a_command_runs() -> None:
    code = (
        "import gc, sys\nfrom pixelwatt import __main__, doctor\n"
        "doctor.run = lambda args: print(gc.isenabled()) or 0\n"
        "sys.argv = ['pixelwatt', 'doctor']\n__main__.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_garbage_is_collected_again_after_the_first_paint() -> None:
    code = (
        "import gc\nfrom pixelwatt import app\ngc.disable()\napp._collect_garbage()\n"
        "print(gc.isenabled(), gc.get_freeze_count() > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True True"
