"""The demo scene: dusk over a lake, wind farm, power line and night train, in a seamless loop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from training.demo import foliage, landscape, lettering, machines
from training.demo.canvas import Canvas, Floats, ramp

if TYPE_CHECKING:
    from numpy.typing import NDArray

RIDGES = (
    (101, 452.0, 178.0, 0.50, 0.10, "#b8626f", "#ee9a6d"),
    (102, 460.0, 128.0, 0.52, 0.20, "#7c4668", "#c4716c"),
    (103, 466.0, 84.0, 0.50, 0.34, "#4d335f", "#83506a"),
)
"""Seed, base, height, roughness, share of the camera's movement, colour on top and at the foot."""

CAMERA_REACH = 34.0
"""How far the nearest things sway to either side as the camera moves, in design units."""


@dataclass(slots=True)
class Scene:
    """Draws any moment of the loop at any size; what does not change is made once."""

    width: int
    height: int
    fonts: lettering.Fonts
    dithered: bool = True
    canvas: Canvas = field(init=False)
    _clouds: Floats = field(init=False)
    _leaves: list[foliage.Leaf] = field(init=False)
    _lines: list[tuple[Floats, lettering.Line]] = field(init=False)
    _dither: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.width, self.height)
        self._clouds = landscape.cloud_tile()
        self._leaves = foliage.grow_leaves()
        self._lines = lettering.set_lines(self.canvas, self.fonts)
        rng = np.random.default_rng(1)
        self._dither = rng.random((self.height, self.width), dtype=np.float32) - np.float32(0.5)
        self._dither *= np.float32(self.dithered)

    def draw(self, phase: float) -> NDArray[np.uint8]:
        """The picture at ``phase`` of the loop (0 and 1 are the same), sRGB (H, W, 3)."""
        canvas = self.canvas
        camera = CAMERA_REACH * float(np.sin(2 * np.pi * phase))
        landscape.paint_sky(canvas, phase)
        landscape.paint_clouds(canvas, self._clouds, camera, phase)
        for seed, base, height, roughness, share, top, foot in RIDGES:
            outline = landscape.ridge(seed, base, height, roughness, camera * share)
            haze = ramp({0.0: top, 1.0: foot}, (canvas.rows() - base + height) / (height + 20))
            canvas.fill([outline], haze)
        machines.paint_turbines(canvas, camera, phase)
        machines.paint_birds(canvas, phase)
        machines.paint_power_line(canvas, camera)
        machines.paint_viaduct(canvas, camera)
        machines.paint_train(canvas, phase)
        landscape.paint_water(canvas, phase)
        foliage.paint_bank(canvas, camera, phase)
        foliage.paint_tree(canvas, self._leaves, camera, phase)
        lettering.paint_lettering(canvas, self._lines)
        return canvas.picture(self._dither)
