"""A program: draws the same views by the processor and by the graphics card, and compares them.

Run by ``test_view_drawing.py`` on a display of its own. Prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import cv2
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from pixelwatt.theme import DARK
from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.live_pictures import screen_picture
from pixelwatt_upscaler.views.canvas import Canvas
from pixelwatt_upscaler.views.drawing import Drawer
from pixelwatt_upscaler.views.layers import Layer, Mode, layer
from pixelwatt_upscaler.views.viewport import Viewport

SIZE = Size(2300, 1700)
MODES = (Mode.SPLIT, Mode.SPLIT_HORIZONTAL, Mode.GRID, Mode.FLICKER)
BLENDED = (Viewport(), Viewport(0.37, 0.1, 0.9))
COPIED = (Viewport(1.0, 0.3, 0.6), Viewport(1.0, 1.0, 0.0))
SQUARES = (Viewport(3.3, 0.41, 0.45), Viewport(8.0, 0.9, 0.1))


def main() -> None:
    application = QApplication(sys.argv)
    canvas = Canvas(DARK)
    window = QMainWindow()
    window.setCentralWidget(canvas)
    window.resize(900, 620)
    window.show()
    layers = [_picture(seed) for seed in range(3)]
    canvas.show_layers(layers, SIZE)
    said: list[str] = []
    painted: list[bool] = []
    canvas.drawing.changed.connect(said.append)
    canvas.painted.connect(lambda: painted.append(canvas.drawing.by_graphics_card))
    QTest.qWait(200)
    groups = {"blended": BLENDED, "copied": COPIED, "squares": SQUARES}
    by_processor = {name: _shots(canvas, views) for name, views in groups.items()}
    canvas.drawing.choose(Drawer.GRAPHICS)
    _wait_until(lambda: bool(said))
    if not canvas.drawing.driver:
        print(json.dumps({"unavailable": said[0] if said else "nothing was said"}))
        return
    result: dict[str, object] = {"said": said[0]}
    for name, views in groups.items():
        differences = [
            np.abs(ours - theirs)
            for ours, theirs in zip(_shots(canvas, views), by_processor[name], strict=True)
        ]
        result[name] = {
            "largest": int(max(each.max() for each in differences)),
            "mean": float(max(each.mean() for each in differences)),
        }
    result["squares_exact"] = _squares_are_exact(canvas, layers[0])
    painted.clear()
    canvas.show_layers([_picture(9)], SIZE)
    _wait_until(lambda: bool(painted))
    result["painted_by_graphics_card"] = painted
    # Into a window of its own, as a dock that is dragged out, and back to the processor.
    before = _shot(canvas)
    other = QMainWindow()
    other.setCentralWidget(canvas)
    other.resize(900, 620)
    other.show()
    painted.clear()
    canvas.show_layers(canvas.layers, SIZE)
    _wait_until(lambda: bool(painted))
    result["moved_window"] = bool(np.abs(_shot(canvas) - before).max() <= 3)
    canvas.inspecting, canvas._pointer = True, QPointF(300, 200)
    canvas.drawing.refresh()
    canvas.drawing.choose(Drawer.PROCESSOR)
    QTest.qWait(200)
    result["back"] = not canvas.drawing.by_graphics_card and _shot(canvas).std() > 10
    print(json.dumps(result, default=bool))
    application.quit()


def _wait_until(condition: Callable[[], bool]) -> None:
    for _attempt in range(600):
        if condition():
            return
        QTest.qWait(50)


def _picture(seed: int) -> Layer:
    random = np.random.default_rng(seed)
    coarse = random.integers(0, 256, (SIZE.height // 20, SIZE.width // 20, 3), np.uint8)
    pixels = cv2.resize(coarse, (SIZE.width, SIZE.height), interpolation=cv2.INTER_CUBIC)
    return layer(f"{seed}", f"Picture {seed}", "detail", "#57b6f2", pixels, screen_picture(pixels))


def _shots(canvas: Canvas, views: tuple[Viewport, ...]) -> list[np.ndarray]:
    shots = []
    for mode in MODES:
        for view in views:
            canvas.mode = mode
            canvas.set_viewport(view)
            canvas.drawing.refresh()
            shots.append(_shot(canvas))
    return shots


def _shot(canvas: Canvas) -> np.ndarray:
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width(), 2::-1].astype(np.int16)


def _squares_are_exact(canvas: Canvas, one: Layer) -> bool:
    """At 700 %, each pixel of the screen shows the picture's pixel under its middle."""
    canvas.mode = Mode.FLICKER
    canvas.flicker.count = 0
    canvas.set_viewport(Viewport(7.0, 0.5, 0.5))
    canvas.drawing.refresh()
    shot = _shot(canvas)
    place = canvas.viewport.place(canvas.panes()[0], SIZE)
    rows = np.floor((np.arange(shot.shape[0]) + 0.5 - place.y) / 7).astype(int)
    columns = np.floor((np.arange(shot.shape[1]) + 0.5 - place.x) / 7).astype(int)
    wanted = one.pixels[rows[:, None], columns[None, :]]
    # The label lies over the upper left corner.
    return bool((shot[60:] == wanted[60:]).all())


if __name__ == "__main__":
    main()
