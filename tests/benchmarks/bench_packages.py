"""What the packages in ``dist/`` weigh, and how soon a bundle in ``build/`` shows its window.

Build them first (`python3 dev.py package all`); what is not there is said to be missing. The sizes
of the others are what their own trackers say, with the source.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

TITLE = "Packages"
ROOT = Path(__file__).resolve().parents[2]
STARTS = 7
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


def run() -> list[tuple[str, str]]:
    rows = []
    for pattern, name in PACKAGES:
        found = sorted((ROOT / "dist").glob(pattern))
        size = f"{found[-1].stat().st_size / 1e6:.1f} MB" if found else "not built here"
        rows.append((f"{name}, to download", size))
    for flavour in ("deb", "appimage"):
        folder = ROOT / "build" / "bundle" / flavour / "pixelwatt"
        if folder.exists():
            files = [p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()]
            size = sum(path.stat().st_size for path in files)
            rows.append((f"{flavour} bundle, installed", f"{size / 1e6:.0f} MB"))
            rows.append((f"{flavour} bundle, window painted", start(folder / "pixelwatt")))
    return [*rows, *PUBLISHED]


def start(program: Path) -> str:
    """Medians from the process's start to its first paint, told by the probe plugin."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"PIXELWATT_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        environment |= {"PIXELWATT_PROBE_START": "1", "PIXELWATT_QUIT_AFTER": "60"}
        pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
        source = ROOT / "packaging" / "probe"
        subprocess.run([*pip, "--no-build-isolation", "-w", home, source], check=True)
        (wheel,) = Path(home).glob("*.whl")
        install = [program, "plugins", "install", wheel]
        subprocess.run(install, env=environment, check=True, capture_output=True)
        # The first start fills the disk cache and is not counted.
        figures = [once(program, environment) for _ in range(STARTS + 1)][1:]
    wall, cpu, memory = (
        statistics.median(figure[key] for figure in figures)
        for key in ("wall_s", "cpu_s", "rss_mib")
    )
    return f"{wall:.2f} s, {cpu:.2f} s of processor, {memory:.0f} MiB"


def once(program: Path, environment: dict[str, str]) -> dict[str, float]:
    done = subprocess.run([program], env=environment, capture_output=True, text=True, check=True)
    (line,) = [text for text in done.stdout.splitlines() if text.startswith('{"wall_s"')]
    figures: dict[str, float] = json.loads(line)
    return figures
