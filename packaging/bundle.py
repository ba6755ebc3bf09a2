"""The frozen program: one folder with Python, Qt and everything of ours, pruned and checked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import icu
import licences
import sbom
import tools
from project import BUILD, PACKAGING, ROOT, PackagingError, Project, environment, run, set_times
from pyinstaller.pruning import keep

STRIPPED = (
    "_internal/libpython*.so*",
    "_internal/python3*/lib-dynload/*.so",
    "_internal/numpy/**/*.so",
    "_internal/PySide6/**/*.so*",
)


def build(project: Project, flavour: str) -> Path:
    """Freeze the program for ``flavour`` (``deb`` or ``appimage``) and return its folder."""
    tools.ensure("bundle")
    python = environment_of_release()
    output = BUILD / "bundle" / flavour
    shutil.rmtree(output, ignore_errors=True)
    _pyinstaller(python, output, flavour)
    folder = output / "pixelwatt"
    _strip(folder)
    if sys.platform.startswith("linux"):
        icu.shrink(_only(folder, "_internal/PySide6/Qt/lib/libicudata.so.*"))
    licences.write(python, folder / "licences")
    sbom.write(python, folder, project)
    check(folder)
    set_times(folder, project.epoch)
    return folder


def check(folder: Path) -> None:
    """Start the bundle without a display and see that it has all five plugins.

    A bundle without entry-point metadata starts with no plugins and no error; this catches it.
    """
    import json

    listing = [str(folder / "pixelwatt"), "plugins", "list", "--json"]
    with_home = os.environ | {"PIXELWATT_HOME": str(BUILD / "check-home")}
    done = subprocess.run(listing, env=with_home, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PackagingError(f"The bundle does not start: {done.stderr.strip()}")
    states = {p["name"]: p["state"] for p in json.loads(done.stdout)["plugins"]}
    wanted = {"upscaler", "power", "accelerators", "video_budget", "lr_schedule"}
    loaded = {name for name, state in states.items() if state == "loaded"}
    if not wanted <= loaded:
        raise PackagingError(f"The bundle lacks plugins: {sorted(wanted - loaded)} of {states}")


def environment_of_release() -> Path:
    """A clean environment with the pinned requirements and our own wheel, nothing of testing."""
    venv = BUILD / "release-venv"
    python = venv / "bin" / "python"
    requirements = ROOT / "requirements" / "package.txt"
    stamp = venv / "requirements"
    if not stamp.exists() or stamp.read_bytes() != requirements.read_bytes():
        shutil.rmtree(venv, ignore_errors=True)
        run([sys.executable, "-m", "venv", venv])
        pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        run([*pip, "--require-hashes", "-r", requirements])
        stamp.write_bytes(requirements.read_bytes())
    wheels = BUILD / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", wheels, ROOT])
    run([*pip, "install", "--no-deps", "--force-reinstall", _only(wheels, "*.whl")])
    return python


def _pyinstaller(python: Path, output: Path, flavour: str) -> None:
    spec = PACKAGING / "pyinstaller" / "pixelwatt.spec"
    command = [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", output, "--workpath", BUILD / "work" / flavour, spec]
    done = subprocess.run(
        [str(word) for word in command],
        env=environment() | {"PIXELWATT_FLAVOUR": flavour},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(done.stdout, end="")
    if done.returncode != 0:
        raise PackagingError("PyInstaller failed; the lines above say why.")
    missing = [line for line in done.stdout.splitlines() if _misses_library(line)]
    if missing:
        raise PackagingError(f"The bundle would miss libraries: {missing[0]}")


def _misses_library(line: str) -> bool:
    """True for PyInstaller's warning, unless the file that wants the library is left out anyway."""
    found = re.search(r"Library not found.*dependency of '(?:.*/site-packages/)?([^']+)'", line)
    return bool(found) and keep(found[1], "")


def _strip(folder: Path) -> None:
    for pattern in STRIPPED:
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and not path.is_symlink():
                run(["strip", "--strip-unneeded", path])


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise PackagingError(f"Expected one {pattern} in {folder}, found {len(found)}.")
    return found[0]
