"""Sky, sun, clouds, ridges and water: the smooth and the slow of the demo scene."""

from __future__ import annotations

import cv2
import numpy as np

from training.demo.canvas import Canvas, Floats, Polygon, disc, ramp

HORIZON = 468.0
"""Where the far shore meets the water, in design units from the top."""
SUN = (838.0, 392.0, 58.0)

SKY = {
    0.0: "#0a1233",
    0.22: "#17235a",
    0.45: "#433a7c",
    0.63: "#94507f",
    0.78: "#dd7565",
    0.90: "#f6a765",
    1.0: "#ffd591",
}


def paint_sky(canvas: Canvas, phase: float) -> None:
    """Gradient, stars, sun and its glow. ``phase`` runs from 0 to 1 over the loop."""
    y, x = canvas.rows(), canvas.columns()
    canvas.light[:] = ramp(SKY, np.clip(y / HORIZON, 0, 1))
    _paint_stars(canvas, phase)
    distance = np.hypot(x - SUN[0], (y - SUN[1]) * 1.25)
    canvas.glow(0.55 * np.exp(-distance / 70) + 0.22 * np.exp(-distance / 240), "#ff9a55")
    canvas.fill([disc(*SUN, corners=120)], "#fff1c4")


def _paint_stars(canvas: Canvas, phase: float) -> None:
    rng = np.random.default_rng(11)
    for _ in range(150):
        x, y = rng.uniform(0, 1280), 330 * rng.random() ** 1.6
        size, beats = 0.45 + 0.75 * rng.random() ** 3, int(rng.integers(1, 4))
        start = rng.random()
        light = (1 - y / 340) * (0.65 + 0.35 * np.sin(2 * np.pi * (beats * phase + start)))
        _dot(canvas, x, y, size, float(light))


def _dot(canvas: Canvas, x: float, y: float, size: float, light: float) -> None:
    """A soft point of light, added within its few pixels only."""
    unit, reach = canvas.unit, int(np.ceil(3 * size * canvas.unit)) + 1
    column, row = int(x * unit), int(y * unit)
    rows = slice(max(row - reach, 0), row + reach + 1)
    columns = slice(max(column - reach, 0), column + reach + 1)
    across = (canvas.columns()[:, columns] - x) / size
    down = (canvas.rows()[rows] - y) / size
    spot = light * np.exp(-(across**2) - down**2)
    canvas.light[rows, columns] += spot[..., None] * np.array([0.8, 0.87, 1.0], np.float32)


def paint_clouds(canvas: Canvas, clouds: Floats, camera: float, phase: float) -> None:
    """Thin bands of cloud, lit from below; ``clouds`` is a tile made by ``cloud_tile``."""
    height, width = clouds.shape
    x = canvas.columns() * (width / 1600) + camera * 0.1 + 26 * np.sin(2 * np.pi * phase)
    y = canvas.rows() * (height / HORIZON)
    source_x = np.broadcast_to(x % width, (canvas.height, canvas.width)).astype(np.float32)
    source_y = np.broadcast_to(y, (canvas.height, canvas.width)).astype(np.float32)
    veil = cv2.remap(clouds, source_x, source_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    band = np.clip((canvas.rows() - 120) / 200, 0, 1) * (canvas.rows() < HORIZON)
    colour = ramp({0.0: "#584a86", 0.5: "#d9767c", 1.0: "#ffcf94"}, canvas.rows() / HORIZON)
    canvas.paint((veil * band).astype(np.float32), colour, 0.75)


def cloud_tile(width: int = 1024, height: int = 320) -> Floats:
    """Streaks of fractal noise that repeat in x, 0..1."""
    rng = np.random.default_rng(5)
    tile = np.zeros((height, width), np.float32)
    for octave in range(6):
        cells = (4 * 2**octave, 3 * 2**octave)
        noise = rng.random((cells[1] * 2, cells[0])).astype(np.float32)
        wrapped = np.concatenate([noise, noise, noise], axis=1)
        grown = cv2.resize(wrapped, (width * 3, height), interpolation=cv2.INTER_CUBIC)
        tile += grown[:, width : 2 * width] * 0.55**octave
    tile = (tile - tile.mean()) / tile.std()
    return np.clip((tile - 0.35) / 2.2, 0, 1) ** 1.3


def ridge(
    seed: int, base: float, height: float, roughness: float, camera: float, step: float = 2.0
) -> Polygon:
    """A mountain's outline down to the horizon; ``camera`` shifts it, in units."""
    rng = np.random.default_rng(seed)
    x = np.arange(-20, 1300 + step, step)
    along = x + camera
    line = np.zeros_like(x)
    for octave in range(9):
        length = 520.0 / 2**octave
        amplitude = roughness**octave
        line += amplitude * np.sin(2 * np.pi * (along / length + rng.random()))
        # Absolute values of sines give the creases of eroded slopes.
        line -= amplitude * 0.8 * np.abs(np.sin(np.pi * (along / (length * 0.77) + rng.random())))
    top = base - height * (0.55 + 0.22 * line)
    return np.concatenate([np.stack([x, top], axis=1), [[1320, HORIZON + 2], [-40, HORIZON + 2]]])


def paint_water(canvas: Canvas, phase: float) -> None:
    """Mirror what stands above the horizon, broken by waves that repeat with the loop."""
    unit = canvas.unit
    shore = round(HORIZON * unit)
    depth = (canvas.rows()[shore:] - HORIZON).astype(np.float32)
    x = canvas.columns()
    turn = 2 * np.pi
    swell = np.zeros((canvas.height - shore, canvas.width), np.float32)
    rng = np.random.default_rng(3)
    for index in range(7):
        pace = int(rng.integers(1, 5)) * (1 if index % 2 else -1)
        # Perspective: distant waves lie closer together.
        across = x * rng.uniform(0.004, 0.016) + rng.uniform(0, 6)
        down = 210.0 * np.log1p(depth / 26.0) * rng.uniform(0.10, 0.24)
        swell += np.sin(down + across * 1.8 + turn * pace * phase) * rng.uniform(0.5, 1.0)
    nearness = depth / (720 - HORIZON)
    source_y = (HORIZON - depth * 0.86 - swell * (0.8 + 7 * nearness)) * unit
    source_x = (x + swell * (0.5 + 4.5 * nearness)) * unit
    above = np.ascontiguousarray(canvas.light[:shore])
    mirrored = cv2.remap(
        above,
        source_x.astype(np.float32) - 0.5,
        np.clip(source_y, 0, shore - 1).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    tint = ramp({0.0: "#f3c9b0", 0.25: "#b8a2b4", 1.0: "#46527e"}, np.clip(nearness, 0, 1))
    deep = ramp({0.0: "#7a5a78", 1.0: "#081230"}, np.clip(nearness * 1.2, 0, 1))
    canvas.light[shore:] = mirrored * tint * 0.82 + deep * 0.18
    _paint_glints(canvas, swell, depth, shore)


def _paint_glints(canvas: Canvas, swell: Floats, depth: Floats, shore: int) -> None:
    width = 26 + depth * 0.55
    path = np.exp(-(((canvas.columns() - SUN[0]) / width) ** 2))
    crest = np.clip((swell - 1.25) / 1.2, 0, 1) ** 1.5
    strength = path * crest * np.clip(1.5 - depth / 200, 0.15, 1.5)
    canvas.light[shore:] += strength[..., None] * np.array([1.0, 0.62, 0.30], np.float32)
