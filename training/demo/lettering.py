"""The title and its small print, in two scripts, set from open fonts (SIL OFL)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from training.demo.canvas import SUPERSAMPLING, Canvas, Floats

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its left end, baseline, size and extra space between letters."""

    text: str
    x: float
    baseline: float
    size: float
    font: str
    colour: str
    opacity: float = 1.0
    tracking: float = 0.0


LINES = (
    Line("Pixelwatt", 70, 178, 112, "display", "#fff4e2", 1.0, -2.6),
    Line("像素瓦特", 77, 236, 40, "chinese", "#ffd9a8", 1.0, 13.0),
    Line("What does a pixel really cost?", 306, 219, 19, "text", "#f3e6f0", 0.95),
    Line("一个像素，究竟要花多少电？", 306, 241, 15.5, "chinese_text", "#e9d6e6", 0.92, 1.0),
    Line(
        "THIN LINES · FOLIAGE · EDGES AT EVERY ANGLE · SMOOTH GRADIENTS",
        78,
        276,
        9.6,
        "text",
        "#d9c9e2",
        0.9,
        1.1,
    ),
    Line(
        "细线 · 枝叶 · 各个角度的边缘 · 平滑渐变 · 快与慢的运动",
        78,
        292,
        9.6,
        "chinese_text",
        "#d9c9e2",
        0.9,
        0.6,
    ),
)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font files; in Noto CJK's collections ``face`` 2 is Simplified Chinese."""

    display: Path
    text: Path
    chinese: Path
    chinese_text: Path
    face: int = 2

    def open(self, role: str, size: float) -> ImageFont.FreeTypeFont:
        file: Path = getattr(self, role)
        index = self.face if role.startswith("chinese") else 0
        return ImageFont.truetype(str(file), size, index=index)


def set_lines(canvas: Canvas, fonts: Fonts) -> list[tuple[Floats, Line]]:
    """Coverage of each line, drawn once for all frames."""
    factor = canvas.unit * SUPERSAMPLING
    masks = []
    for line in LINES:
        image = Image.new("L", (canvas.width * SUPERSAMPLING, canvas.height * SUPERSAMPLING))
        pen = ImageDraw.Draw(image)
        font = fonts.open(line.font, line.size * factor)
        x = line.x * factor
        for letter in line.text:
            pen.text((x, line.baseline * factor), letter, font=font, fill=255, anchor="ls")
            x += font.getlength(letter) + line.tracking * factor
        masks.append((canvas.averaged(np.asarray(image)), line))
    return masks


def paint_lettering(canvas: Canvas, lines: list[tuple[Floats, Line]]) -> None:
    """The lines over a faint shade that sets them off the sky."""
    for coverage, line in lines:
        canvas.paint(coverage, line.colour, line.opacity)
