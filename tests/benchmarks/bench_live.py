"""The live view: the user interface thread's longest block while the demo plays, and painting.

``python3 dev.py bench live``. A block is one event handled by the interface's thread. Its wall
time counts what else the machine did meanwhile; its CPU time is the thread's own work.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from four_pictures import VIEW, canvas_of_four
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from pixelwatt.api import SettingsPage
from pixelwatt_upscaler.core.live_pictures import screen_picture
from pixelwatt_upscaler.preferences import UpscalerPreferences
from pixelwatt_upscaler.views.panel import UpscalerPanel
from pixelwatt_upscaler.views.viewport import Viewport

TITLE = "Live view"
PLAYED_S = 6.0
FRAMES = 120


class MeasuredApplication(QApplication):
    """Times every event that the interface's thread handles."""

    def __init__(self) -> None:
        super().__init__([])
        self.depth = 0
        self.blocks: list[tuple[float, float]] = []
        self.measuring = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if not self.measuring or self.depth:
            return super().notify(receiver, event)
        self.depth += 1
        wall, cpu = time.perf_counter(), time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self.blocks.append((time.perf_counter() - wall, time.thread_time() - cpu))
            self.depth -= 1


def run() -> list[tuple[str, str]]:
    application = MeasuredApplication()
    return [*_playing(application), *_painting()]


def main() -> None:
    for name, figure in run():
        print(f"{name}: {figure}")


def _playing(application: MeasuredApplication) -> list[tuple[str, str]]:
    context = _context()
    panel = UpscalerPanel(context)
    panel.resize(1280, 800)
    panel.show()
    deadline = time.monotonic() + 30
    while not panel.content_ready() and time.monotonic() < deadline:
        _wait(0.05)
    busy = "–" if sys.platform == "win32" else f"{os.getloadavg()[0]:.1f}"
    application.measuring = True
    _wait(PLAYED_S)
    application.measuring = False
    readings = {each.caption: each.value for each in panel.heads_up.readings}
    panel.close()
    context.close()
    walls = sorted(wall for wall, _cpu in application.blocks)
    longest_cpu = max(cpu for _wall, cpu in application.blocks)
    return [
        ("threads that wanted a processor in the minute before", f"{busy} on {os.cpu_count()}"),
        ("demo, as opened", f"{readings['Upscaled']}, {readings['Method']}"),
        ("demo, presented", readings["Presented"]),
        ("demo, time per frame", readings["Time per frame"]),
        ("longest block of the interface (wall)", f"{walls[-1] * 1000:.1f} ms"),
        ("longest block of the interface (its own work)", f"{longest_cpu * 1000:.1f} ms"),
        ("99 % of its events take less than", f"{walls[len(walls) * 99 // 100] * 1000:.2f} ms"),
    ]


def _painting() -> list[tuple[str, str]]:
    """Four 4K pictures side by side on a full HD view, panned and zoomed with every frame."""
    rows: list[tuple[str, str]] = []
    canvas = canvas_of_four(_context().theme)
    target = QImage(*VIEW, QImage.Format.Format_RGB32)
    for title, zooms in (
        ("4K four-way, fitted", [None] * FRAMES),
        ("4K four-way, panned at 1:1", [1.0] * FRAMES),
        ("4K four-way, zoomed from 25 % to 1600 %", np.geomspace(0.25, 16, FRAMES).tolist()),
    ):
        times, work = [], []
        for step, zoom in enumerate(zooms):
            canvas.viewport = Viewport(zoom, 0.2 + 0.6 * step / FRAMES, 0.5)
            started, cpu = time.perf_counter(), time.thread_time()
            canvas.render(target)
            times.append((time.perf_counter() - started) * 1000)
            work.append((time.thread_time() - cpu) * 1000)
        median, worst = statistics.median(times), sorted(work)[len(work) * 95 // 100]
        rows.append(
            (title,
             f"{median:.1f} ms (wall, median); own work {statistics.median(work):.1f} ms, "
             f"{worst:.1f} ms for 95 % of frames")
        )  # fmt: skip
    started = time.perf_counter()
    screen_picture(canvas.layers[0].pixels)
    rows.append(
        ("a 4K picture made ready, off the interface's thread",
         f"{(time.perf_counter() - started) * 1000:.1f} ms")
    )  # fmt: skip
    return rows


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _context() -> Any:
    """The tests' complete context, which lives in their conftest."""
    path = Path(__file__).parents[1] / "conftest.py"
    spec = importlib.util.spec_from_file_location("pixelwatt_test_context", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    page = SettingsPage(id="upscaler", title="Upscaler", schema=UpscalerPreferences)
    return module._context(Path(tempfile.mkdtemp()), (page,))


if __name__ == "__main__":
    main()
