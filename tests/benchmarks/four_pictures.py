"""Four 4K pictures side by side in a full HD view, for the benchmarks of drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.live_pictures import screen_picture
from pixelwatt_upscaler.views.canvas import Canvas
from pixelwatt_upscaler.views.layers import Mode, layer

if TYPE_CHECKING:
    from pixelwatt.api import Theme

VIEW = (1920, 1080)
SIZE = Size(3840, 2160)


def canvas_of_four(theme: Theme) -> Canvas:
    canvas = Canvas(theme)
    canvas.resize(*VIEW)
    canvas.mode = Mode.GRID
    random = np.random.default_rng(1)
    layers = []
    for index in range(4):
        pixels = random.integers(0, 256, (SIZE.height, SIZE.width, 3), np.uint8)
        screen = screen_picture(pixels)
        layers.append(layer(str(index), f"Picture {index}", "", "#57b6f2", pixels, screen))
    canvas.show_layers(layers, SIZE)
    return canvas
