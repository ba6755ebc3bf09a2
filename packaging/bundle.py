"""The frozen program: one folder with Python, Qt and everything of ours, pruned and checked."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import icu
import licences
import sbom
import shiboken_support
import tools
from linux import shared_libraries, stripping
from project import BUILD, PACKAGING, ROOT, PackagingError, Project, environment, run, set_times
from pyinstaller.pruning import keep

PLUGINS = frozenset({"upscaler", "power", "accelerators", "video_budget", "lr_schedule"})


def build(project: Project, flavour: str) -> Path:
    """Freeze the program for ``flavour`` (``deb`` or ``appimage``) and return its folder."""
    tools.ensure("bundle")
    python = environment_of_release()
    output = BUILD / "bundle" / flavour
    shutil.rmtree(output, ignore_errors=True)
    _pyinstaller(python, output, flavour)
    folder = output / "pixelwatt"
    if sys.platform.startswith("linux"):
        shared_libraries.share(folder / "_internal")
        stripping.strip_all(folder)
        icu.shrink(_only(folder, "_internal/PySide6/Qt/lib/libicudata.so.*"))
    packages = _site_packages(python)
    if sys.platform.startswith("linux"):
        shiboken_support.unpack(python, packages, folder / "_internal" / "shiboken6")
    licences.write(packages, folder / "licences")
    sbom.write(packages, folder, project)
    require_plugins(folder / "pixelwatt")
    probe(folder / "pixelwatt", wheel(python, PACKAGING / "probe"))
    set_times(folder, project.epoch)
    return folder


def require_plugins(program: Path) -> None:
    """Start a bundle and see that it has all five plugins.

    A bundle without entry-point metadata starts with no plugins and no error; this catches it.
    """
    with tempfile.TemporaryDirectory() as home:
        listing = _started(program, home, "plugins", "list", "--json")
    states = {plugin["name"]: plugin["state"] for plugin in json.loads(listing)["plugins"]}
    lacking = PLUGINS - {name for name, state in states.items() if state == "loaded"}
    if lacking:
        raise PackagingError(f"The bundle lacks plugins: {sorted(lacking)} of {states}")


def probe(program: Path, probing: Path) -> None:
    """Install the plugin of ``packaging/probe`` into a bundle and let it use what is promised."""
    with tempfile.TemporaryDirectory() as home:
        _started(program, home, "plugins", "install", str(probing))
        print(_started(program, home, "probe"), end="")


def _started(program: Path, home: str, *arguments: str) -> str:
    environment = os.environ | {"PIXELWATT_HOME": home, "SVT_LOG": "0"}
    done = subprocess.run(
        [str(program), *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise PackagingError(f"'pixelwatt {' '.join(arguments)}' in the bundle: {done.stderr}")
    return done.stdout


def wheel(python: Path, source: Path) -> Path:
    """Build the wheel of the project in ``source`` and return it."""
    wheels = BUILD / "wheels" / source.name
    shutil.rmtree(wheels, ignore_errors=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", wheels, source])
    return _only(wheels, "*.whl")


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
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run([*pip, "install", "--no-deps", "--force-reinstall", wheel(python, ROOT)])
    return python


def _site_packages(python: Path) -> Path:
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([str(python), "-c", query], capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


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
    missing = [line for line in done.stdout.splitlines() if misses_library(line)]
    if missing:
        raise PackagingError(f"The bundle would miss libraries: {missing[0]}")


def misses_library(line: str) -> bool:
    """True for PyInstaller's warning, unless the file that wants the library is left out anyway."""
    found = re.search(r"Library not found.*dependency of '(?:.*/site-packages/)?([^']+)'", line)
    return bool(found) and keep(found[1], "")


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise PackagingError(f"Expected one {pattern} in {folder}, found {len(found)}.")
    return found[0]
