"""Drawing four 4K pictures by the processor and by the graphics card, in one run, on one display.

``python3 dev.py bench drawing``. A driver that draws on the processor is named as what it is: its
figures say nothing of a graphics card. The interface's own work is what a thread that shall never
wait spends on a picture; the wall time ends when Qt has handed it to the screen.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

TITLE = "Drawing"
FRAMES = 90
ALONE = "--alone"


def run() -> list[tuple[str, str]]:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    displays = {"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys()
    if sys.platform.startswith("linux") and not displays:
        return [("not measured", "there is no display")]
    done = subprocess.run(
        [sys.executable, Path(__file__), ALONE], env=environment, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return [(what, figure) for what, figure in json.loads(done.stdout.splitlines()[-1])]


def _measured() -> list[tuple[str, str]]:
    from four_pictures import canvas_of_four
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from pixelwatt.theme import DARK
    from pixelwatt_upscaler.views.drawing import Drawer

    application = QApplication([])
    canvas = canvas_of_four(DARK)
    canvas.show()
    rows = []
    for drawer in (Drawer.PROCESSOR, Drawer.GRAPHICS):
        canvas.drawing.choose(drawer)
        QTest.qWait(1000)
        if drawer is Drawer.GRAPHICS:
            if not canvas.drawing.driver:
                rows.append(("the graphics card", "none could be had on this display"))
                break
            rows.append(("the graphics card's driver", canvas.drawing.driver))
        rows += [(f"{drawer}: {name}", figure) for name, figure in _moves(application, canvas)]
    return rows


def _moves(application, canvas) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    import numpy as np

    from pixelwatt_upscaler.views.viewport import Viewport

    rows = []
    for title, zooms in (
        ("4K four-way, panned at 1:1", [1.0] * FRAMES),
        ("4K four-way, zoomed from 25 % to 1600 %", np.geomspace(0.25, 16, FRAMES).tolist()),
    ):
        walls, work = [], []
        for step, zoom in enumerate(zooms):
            shown: list[bool] = []
            drawn = canvas.drawing.drawn.connect(lambda shown=shown: shown.append(True))
            wall, cpu = time.perf_counter(), time.thread_time()
            canvas.set_viewport(Viewport(zoom, 0.2 + 0.6 * step / FRAMES, 0.5))
            while not shown:
                application.processEvents()
            walls.append((time.perf_counter() - wall) * 1000)
            work.append((time.thread_time() - cpu) * 1000)
            canvas.drawing.drawn.disconnect(drawn)
        rows.append(
            (title,
             f"{statistics.median(walls):.1f} ms (wall, median); own work "
             f"{statistics.median(work):.1f} ms")
        )  # fmt: skip
    return rows


if __name__ == "__main__":
    if ALONE in sys.argv:
        print(json.dumps(_measured()))
    else:
        for what, figure in run():
            print(f"{what}: {figure}")
