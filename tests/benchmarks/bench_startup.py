"""From the start of the process to the first paint: wall clock, processor time, memory.

Each figure is the median of several starts in processes of their own. The peer is a bare
`QMainWindow` with five empty docks, started the same way in the same run.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

TITLE = "Start-up"
STARTS = 7
SINCE = "PIXELWATT_BENCH_SINCE"
"""The moment a process was started, on the clock that all processes share. (psutil would add its
start to the machine's, which it knows in whole seconds.)"""

MEASURE = """
import json, os, sys, time
def report():
    figures = {
        "wall_s": time.monotonic() - float(os.environ["PIXELWATT_BENCH_SINCE"]),
        "cpu_s": time.process_time(),
    }
    import psutil
    figures["rss_mib"] = psutil.Process().memory_info().rss / 2**20
    print(json.dumps(figures), flush=True)
"""
PEER = (
    MEASURE
    + """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow
application = QApplication([])
window = QMainWindow()
for number in range(5):
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, QDockWidget(str(number)))
window.show()
application.processEvents()
report()
"""
)
OURS = (
    MEASURE
    + """
import gc
gc.disable()  # as __main__ does
from pixelwatt import cli
from pixelwatt.first_import import import_qt
import_qt()
from PySide6.QtCore import QCoreApplication
from pixelwatt import app
original = app.Program.show
def show(self):
    original(self)
    if SHOWN is None:
        QCoreApplication.processEvents()
        report()
        sys.exit(0)
def taken(self, *arguments):
    report()
    sys.exit(0)
app.Program.show = show
if SHOWN is not None:
    from pixelwatt.screenshot import Screenshot
    Screenshot._take = taken
    sys.exit(cli.run(["--panel", SHOWN, "--screenshot", "unused.png"]))
sys.exit(cli.run(["--safe-mode"]))
"""
)


def run() -> list[tuple[str, str]]:
    peer = measure(PEER)
    bare = measure("SHOWN = None\n" + OURS)
    upscaler = measure("SHOWN = 'upscaler'\n" + OURS)
    rows = [
        ("five empty docks (peer)", shown(peer)),
        ("Pixelwatt, window only, first paint", shown(bare)),
        ("Pixelwatt, upscaler with its first upscaled frame", shown(upscaler)),
        ("window only against the peer, wall clock", f"{bare['wall_s'] / peer['wall_s']:.2f} x"),
    ]
    for arguments in (["--version"], ["--help"]):
        rows.append((f"`pixelwatt {arguments[0]}`", f"{answer(arguments):.2f} s"))
    return rows


def measure(code: str) -> dict[str, float]:
    """Medians over several starts; the first, which fills the disk cache, is not counted."""
    results = [start(code) for _ in range(STARTS + 1)][1:]
    return {key: statistics.median(r[key] for r in results) for key in results[0]}


def start(code: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        environment = compiling_environment()
        environment |= {"PIXELWATT_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        environment[SINCE] = str(time.monotonic())
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise RuntimeError(done.stderr)
    figures: dict[str, float] = json.loads(lines[0])
    return figures


def compiling_environment() -> dict[str, str]:
    """Users have compiled modules from their second start on; some test machines forbid them."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def answer(arguments: list[str]) -> float:
    environment = compiling_environment()

    def once() -> float:
        begin = time.perf_counter()
        command = [sys.executable, "-m", "pixelwatt", *arguments]
        subprocess.run(command, capture_output=True, check=True, env=environment)
        return time.perf_counter() - begin

    return statistics.median(once() for _ in range(STARTS))


def shown(figures: dict[str, float]) -> str:
    return (
        f"{figures['wall_s']:.2f} s, {figures['cpu_s']:.2f} s of processor, "
        f"{figures['rss_mib']:.0f} MiB"
    )
