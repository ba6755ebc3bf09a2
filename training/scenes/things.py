"""Things to put in a scene: each painter draws on the sample grid, without antialiasing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from training.scenes.ground import random_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Points = NDArray[np.float64]

_SHIFT_BITS = 4


def fill(grid: Bytes, polygons: Sequence[Points], colour: NDArray) -> None:
    """Fill polygons given in samples, to a sixteenth of a sample."""
    shape = tuple(float(value) for value in colour)
    for polygon in polygons:
        points = np.rint((polygon - 0.5) * (1 << _SHIFT_BITS)).astype(np.int32)
        cv2.fillPoly(grid, [points], shape, lineType=cv2.LINE_8, shift=_SHIFT_BITS)


def ribbon(points: Points, width: NDArray | float) -> Points:
    """The outline of a curve drawn with a pen ``width`` samples wide."""
    direction = np.gradient(points, axis=0)
    direction /= np.maximum(np.linalg.norm(direction, axis=1, keepdims=True), 1e-9)
    normal = np.stack([-direction[:, 1], direction[:, 0]], axis=1)
    half = np.broadcast_to(np.asarray(width) / 2, (len(points),))[:, None]
    return np.concatenate([points + normal * half, (points - normal * half)[::-1]])


def paint_polygons(grid: Bytes, rng: np.random.Generator, samples: int) -> None:
    """Overlapping flat and shaded polygons with edges at every angle."""
    height, width = grid.shape[:2]
    for _ in range(int(rng.integers(12, 40))):
        centre = rng.uniform(0, 1, 2) * (width, height)
        radius = samples * np.exp(rng.uniform(np.log(4), np.log(110)))
        angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 8))))
        reach = radius * rng.uniform(0.5, 1.0, len(angles))
        outline = centre + np.stack([np.cos(angles), np.sin(angles)], axis=1) * reach[:, None]
        fill(grid, [outline], random_colour(rng))


def paint_lines(grid: Bytes, rng: np.random.Generator, samples: int) -> None:
    """Fans and sheaves of thin lines, a third of a pixel to three pixels wide."""
    height, width = grid.shape[:2]
    for _ in range(int(rng.integers(3, 9))):
        colour, start = random_colour(rng), rng.uniform(0, 1, 2) * (width, height)
        pen = samples * np.exp(rng.uniform(np.log(0.33), np.log(3.0)))
        count, spread = int(rng.integers(2, 16)), rng.uniform(0.02, 0.35)
        first, length = rng.uniform(0, 2 * np.pi), rng.uniform(0.1, 0.8) * width
        fan = rng.random() < 0.5
        for index in range(count):
            angle = first + (index * spread if fan else 0.0)
            offset = 0.0 if fan else index * samples * (2 + 30 * spread)
            root = start + offset * np.array([-np.sin(angle), np.cos(angle)])
            tip = root + length * np.array([np.cos(angle), np.sin(angle)])
            sag = np.linspace(0, 1, 16)
            curve = root + np.outer(sag, tip - root)
            curve[:, 1] += rng.uniform(0, 0.05) * length * 4 * sag * (1 - sag)
            fill(grid, [ribbon(curve, pen)], colour)


def paint_foliage(grid: Bytes, rng: np.random.Generator, samples: int) -> None:
    """Clusters of leaves and tufts of grass, each leaf a few pixels large."""
    height, width = grid.shape[:2]
    for _ in range(int(rng.integers(2, 6))):
        tint = random_colour(rng)
        centre = rng.uniform(0, 1, 2) * (width, height)
        spread = samples * rng.uniform(15, 70)
        for _ in range(int(rng.integers(80, 260))):
            shade = np.clip(tint * rng.uniform(0.4, 1.35), 0, 255)
            place = centre + rng.normal(0, spread, 2)
            size, angle = samples * rng.uniform(2, 11), rng.uniform(0, 2 * np.pi)
            along = np.linspace(0, 1, 6)
            spine = place + np.outer(along * size, [np.cos(angle), np.sin(angle)])
            spine[:, 1] += size * 0.3 * along**2
            fill(
                grid,
                [
                    ribbon(
                        spine, size * rng.uniform(0.08, 0.5) * np.sin(np.pi * (0.08 + 0.9 * along))
                    )
                ],
                shade,
            )


def paint_building(grid: Bytes, rng: np.random.Generator, samples: int) -> None:
    """Facades of windows and railings in slanting perspective."""
    height, width = grid.shape[:2]
    for _ in range(int(rng.integers(1, 4))):
        wall, pane = random_colour(rng), random_colour(rng)
        corner = rng.uniform(-0.1, 0.7, 2) * (width, height)
        right = samples * rng.uniform(60, 240) * np.array([1.0, rng.uniform(-0.35, 0.35)])
        down = samples * rng.uniform(60, 260) * np.array([rng.uniform(-0.05, 0.05), 1.0])
        fill(grid, [corner + np.array([0 * right, right, right + down, down])], wall)
        columns, rows = int(rng.integers(3, 24)), int(rng.integers(3, 24))
        share_x, share_y = rng.uniform(0.15, 0.85, 2)
        for column in range(columns):
            for row in range(rows):
                at = corner + right * (column + 0.5) / columns + down * (row + 0.5) / rows
                half_x, half_y = right * share_x / columns / 2, down * share_y / rows / 2
                quad = at + np.array(
                    [-half_x - half_y, half_x - half_y, half_x + half_y, half_y - half_x]
                )
                fill(grid, [quad], pane if rng.random() < 0.9 else wall * 0.6)


def paint_spheres(grid: Bytes, rng: np.random.Generator, samples: int) -> None:
    """Shaded balls with a highlight, and rings."""
    height, width = grid.shape[:2]
    for _ in range(int(rng.integers(3, 12))):
        radius = samples * np.exp(rng.uniform(np.log(3), np.log(70)))
        x, y = rng.uniform(0, 1, 2) * (width, height)
        if rng.random() < 0.35:
            angle = np.linspace(0, 2 * np.pi, 90)
            circle = np.stack([x + radius * np.cos(angle), y + radius * np.sin(angle)], axis=1)
            fill(grid, [ribbon(circle, samples * rng.uniform(0.4, 5))], random_colour(rng))
            continue
        left, top = max(int(x - radius), 0), max(int(y - radius), 0)
        right, bottom = min(int(x + radius) + 2, width), min(int(y + radius) + 2, height)
        if right <= left or bottom <= top:
            continue
        across = (np.arange(left, right) + 0.5 - x)[None, :] / radius
        down = (np.arange(top, bottom) + 0.5 - y)[:, None] / radius
        inside = across**2 + down**2 < 1
        depth = np.sqrt(np.clip(1 - across**2 - down**2, 0, 1))
        light = rng.normal(0, 1, 3)
        light /= np.linalg.norm(light)
        facing = np.clip(across * light[0] + down * light[1] + depth * abs(light[2]), 0, 1)
        shade = (
            random_colour(rng) * (0.25 + 0.75 * facing[..., None]) + 230 * facing[..., None] ** 40
        )
        grid[top:bottom, left:right][inside] = np.clip(shade, 0, 255)[inside]


_GLYPHS = "abcdefghijkmnopqrstuvwxyz ABCDEFGHJKLMNPQRSTUVWXYZ 0123456789 .,:;!?+-/()"


def paint_text(grid: Bytes, rng: np.random.Generator, samples: int) -> None:
    """Lines of letters of 7 to 40 pixels, upright or slightly turned."""
    height, width = grid.shape[:2]
    for _ in range(int(rng.integers(3, 10))):
        size = samples * float(np.exp(rng.uniform(np.log(7), np.log(40))))
        text = "".join(rng.choice(list(_GLYPHS), int(rng.integers(6, 30))))
        font = ImageFont.load_default(size)
        box = font.getbbox(text)
        tile = Image.new("L", (int(box[2]) + 8, int(box[3]) + 8))
        ImageDraw.Draw(tile).text((4, 4), text, font=font, fill=255)
        if rng.random() < 0.3:
            tile = tile.rotate(rng.uniform(-35, 35), Image.Resampling.BILINEAR, expand=True)
        ink = np.asarray(tile) > 127
        row, column = int(rng.uniform(-0.05, 0.95) * height), int(rng.uniform(-0.2, 0.8) * width)
        top, left = max(row, 0), max(column, 0)
        ink = ink[
            top - row : top - row + height - top, left - column : left - column + width - left
        ]
        area = grid[top : top + ink.shape[0], left : left + ink.shape[1]]
        area[ink] = random_colour(rng)


def paint_interface(grid: Bytes, rng: np.random.Generator, samples: int) -> None:
    """Panels with hairline frames, bars and grids, aligned to whole pixels."""
    height, width = grid.shape[0] // samples, grid.shape[1] // samples
    for _ in range(int(rng.integers(1, 4))):
        left, top = int(rng.uniform(0, 0.8) * width), int(rng.uniform(0, 0.8) * height)
        right, bottom = left + int(rng.uniform(30, 200)), top + int(rng.uniform(20, 160))
        frame, inside = random_colour(rng), random_colour(rng)
        _rectangle(grid, samples, (left, top, right, bottom), frame)
        _rectangle(grid, samples, (left + 1, top + 1, right - 1, bottom - 1), inside)
        for row in range(top + 4, bottom - 3, int(rng.integers(3, 14))):
            end = int(rng.uniform(left + 4, right - 2))
            _rectangle(grid, samples, (left + 4, row, end, row + int(rng.integers(1, 4))), frame)


def _rectangle(
    grid: Bytes, samples: int, sides: tuple[int, int, int, int], colour: NDArray
) -> None:
    left, top, right, bottom = (max(side, 0) * samples for side in sides)
    grid[top:bottom, left:right] = colour.astype(np.uint8)


PAINTERS = (
    paint_polygons,
    paint_lines,
    paint_foliage,
    paint_building,
    paint_spheres,
    paint_text,
    paint_interface,
)
