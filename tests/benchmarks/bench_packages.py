"""What the packages in ``dist/`` weigh, and how soon a bundle in ``build/`` shows its window.

Build them first (`python3 dev.py package all`); what is not there is said to be missing. The peer
is a window with five empty docks, frozen by the same PyInstaller with the same Qt, as anybody would
freeze it. The sizes of the others are what their own trackers say, with the source.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TITLE = "Packages"
ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
PROBE = ROOT / "packaging" / "probe"
STARTS = 9
PACKAGES = (
    ("pixelwatt_*.deb", ".deb"),
    ("Pixelwatt-*.AppImage", "AppImage"),
    ("pixelwatt-*.run", ".run"),
    ("Pixelwatt-*-setup.exe", "Windows setup.exe"),
)
PUBLISHED = (
    ("Spyder 5.4.2, Linux installer (spyder-ide/spyder#20397)", "523 MB"),
    ("Upscayl 1.2.0, Windows installer (upscayl/upscayl#75)", "136 MB"),
    ("napari, installers", "no size found that its makers publish as text"),
)
FUSE = Path("/dev/fuse")

Figures = dict[str, float]


def run() -> list[tuple[str, str]]:
    rows = []
    for pattern, name in PACKAGES:
        found = sorted((ROOT / "dist").glob(pattern))
        size = f"{found[-1].stat().st_size / 1e6:.1f} MB" if found else "not built here"
        rows.append((f"{name}, to download", size))
    for flavour in ("deb", "appimage"):
        folder = BUILD / "bundle" / flavour / "pixelwatt"
        if folder.exists():
            files = [p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()]
            size = sum(path.stat().st_size for path in files)
            rows.append((f"{flavour} bundle, installed", f"{size / 1e6:.0f} MB"))
    return [*rows, *starts(), *PUBLISHED]


def starts() -> list[tuple[str, str]]:
    """From the moment a process is started to its first paint, all of them in turn."""
    programs: dict[str, tuple[list[str], dict[str, str]]] = {}
    bundle = BUILD / "bundle" / "deb" / "pixelwatt" / "pixelwatt"
    if bundle.exists():
        programs["five empty docks, frozen (peer)"] = [str(peer())], {}
        programs["deb bundle, window painted"] = [str(bundle)], {}
    for image in sorted((ROOT / "dist").glob("Pixelwatt-*.AppImage"))[-1:]:
        if os.access(FUSE, os.R_OK | os.W_OK):
            programs["AppImage, mounted, window painted"] = [str(image)], {}
        unpacked = {"APPIMAGE_EXTRACT_AND_RUN": "1"}
        programs["AppImage, from its cache, window painted"] = [str(image)], unpacked
    if not programs:
        return []
    figures = measure(programs)
    rows = [(name, shown(found)) for name, found in figures.items()]
    first, *_ = figures
    if first.endswith("(peer)"):
        ours = figures["deb bundle, window painted"]
        ratios = [f"{ours[key] / figures[first][key]:.2f}" for key in ("wall_s", "cpu_s")]
        what = "deb bundle against the peer, wall clock and processor"
        rows.append((what, f"{ratios[0]} x, {ratios[1]} x"))
    return rows


def measure(programs: dict[str, tuple[list[str], dict[str, str]]]) -> dict[str, Figures]:
    """Medians; a round starts each program once, so that a busy minute is everyone's."""
    with tempfile.TemporaryDirectory() as home:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        environment |= {"PIXELWATT_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        environment |= {"PIXELWATT_QUIT_AFTER": "60", "XDG_CACHE_HOME": f"{home}/cache"}
        install_probe(home, environment, next(iter(reversed(programs.values()))))
        # The first round fills the disk cache and is not counted.
        rounds = [
            {name: once(*program, environment) for name, program in programs.items()}
            for _ in range(STARTS + 1)
        ][1:]
    return {
        name: {
            key: statistics.median(figures[name][key] for figures in rounds)
            for key in rounds[0][name]
        }
        for name in programs
    }


def install_probe(
    home: str, environment: dict[str, str], program: tuple[list[str], dict[str, str]]
) -> None:
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "-w", home, PROBE], check=True)
    (wheel,) = Path(home).glob("*.whl")
    (command, *_), special = program
    install = [command, "plugins", "install", str(wheel)]
    subprocess.run(install, env=environment | special, check=True, capture_output=True)


def peer() -> Path:
    """Freeze the peer, once for each environment that the packages are built in."""
    python = BUILD / "release-venv" / "bin" / "python"
    program = BUILD / "peer" / "dist" / "bare_window" / "bare_window"
    if (
        program.exists()
        and program.stat().st_mtime > (python.parents[1] / "requirements").stat().st_mtime
    ):
        return program
    command = [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--distpath", BUILD / "peer" / "dist", "--workpath", BUILD / "peer" / "work"]
    command += ["--specpath", BUILD / "peer", "--paths", PROBE, PROBE / "bare_window.py"]
    subprocess.run([str(word) for word in command], check=True)
    return program


def once(command: list[str], special: dict[str, str], environment: dict[str, str]) -> Figures:
    started = {"PIXELWATT_PROBE_START": str(time.monotonic())}
    done = subprocess.run(
        command, env=environment | special | started, capture_output=True, text=True, check=False
    )
    lines = [text for text in done.stdout.splitlines() if text.startswith('{"wall_s"')]
    if not lines:
        raise RuntimeError(f"{command} did not tell its start:\n{done.stderr}")
    figures: Figures = json.loads(lines[0])
    return figures


def shown(figures: Figures) -> str:
    return (
        f"{figures['wall_s']:.2f} s, {figures['cpu_s']:.2f} s of processor, "
        f"{figures['rss_mib']:.0f} MiB"
    )
