"""Shiboken's own Python modules, as compiled files where the wheel has text to compile at start.

`libshiboken6` holds them as text in an archive, and compiles ten of them whenever Qt is imported.
It looks for the folder ``shiboken6/files.dir`` first, and makes that folder when it is asked to
(``SBK_EMBED=0``); this asks it to, while the bundle is built.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from project import PackagingError, environment

FOLDER = "files.dir"
GENERATOR = '"""Makes .pyi files, which no program does while it runs: left out by Pixelwatt."""\n'
MADE_AT_ONCE = "arglistParser = ArglistParser()\n"
MADE_WHEN_USED = "import functools\n\n\narglistParser = functools.cache(ArglistParser)\n"
USED = "return arglistParser.parse(argstr)"
USED_WHEN_MADE = "return arglistParser().parse(argstr)"


def unpack(python: Path, packages: Path, target: Path) -> None:
    """Write the modules of the Shiboken in ``packages`` to ``target`` (the bundle's shiboken6)."""
    source = packages / "shiboken6" / FOLDER
    shutil.rmtree(source, ignore_errors=True)
    try:
        subprocess.run(
            [str(python), "-c", "import PySide6.QtCore"],
            env=environment() | {"SBK_EMBED": "0"},
            check=True,
        )
        shutil.copytree(
            source, target / FOLDER, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
    finally:
        # The environment of the next build must be the same as this one's.
        shutil.rmtree(source, ignore_errors=True)
    shorten(target / FOLDER / "shibokensupport" / "signature")
    compile_all(python, target / FOLDER)


def shorten(signature: Path) -> None:
    """Leave out three regular expressions that take longer to compile than the rest together.

    Raises PackagingError where Shiboken's text is another than this was written for.
    """
    (signature / "lib" / "pyi_generator.py").write_text(GENERATOR, "utf-8")
    parser = signature / "parser.py"
    text = parser.read_text("utf-8")
    for before, after in ((MADE_AT_ONCE, MADE_WHEN_USED), (USED, USED_WHEN_MADE)):
        if text.count(before) != 1:
            raise PackagingError(f"Shiboken's parser.py is new: it lacks {before.strip()!r}.")
        text = text.replace(before, after)
    parser.write_text(text, "utf-8")


def compile_all(python: Path, folder: Path) -> None:
    """Compile with the bundle's Python; valid whatever time the files carry."""
    command = [python, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    command += ["-s", folder, folder]
    done = subprocess.run(
        [str(word) for word in command], env=environment(), check=False, cwd=os.sep
    )
    if done.returncode != 0:
        raise PackagingError("Shiboken's modules could not be compiled; the lines above say why.")
