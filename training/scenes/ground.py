"""What lies behind everything: skies, walls with texture, floors in perspective."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Floats = NDArray[np.float32]


def paint_ground(rng: np.random.Generator, height: int, width: int) -> Bytes:
    """A gradient sky above, in half of the scenes a floor in perspective below."""
    top, bottom = random_colour(rng), random_colour(rng)
    blend = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    grid = np.broadcast_to(top * (1 - blend) + bottom * blend, (height, width, 3))
    grid = np.ascontiguousarray(grid, dtype=np.float32)
    if rng.random() < 0.6:
        strength = rng.uniform(4, 40)
        grid += strength * (fractal_noise(rng, height, width)[..., None] - 0.5)
    if rng.random() < 0.55:
        _lay_floor(grid, rng)
    return np.clip(grid, 0, 255).astype(np.uint8)


def random_colour(rng: np.random.Generator) -> Floats:
    """Dark and bright ones alike, greys among them, 0..255."""
    base = rng.uniform(0, 255)
    return np.clip(base + rng.normal(0, rng.choice([5.0, 45.0]), 3), 0, 255).astype(np.float32)


def fractal_noise(rng: np.random.Generator, height: int, width: int) -> Floats:
    """Six octaves of smooth noise, the finest a few samples wide, 0..1."""
    total = np.zeros((height, width), np.float32)
    cells = int(rng.integers(2, 5))
    fall = rng.uniform(0.45, 0.75)
    for octave in range(7):
        side = cells * 2**octave
        noise = rng.random((side, side), dtype=np.float32)
        total += cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC) * fall**octave
    total -= total.min()
    return total / total.max()


def _lay_floor(grid: Floats, rng: np.random.Generator) -> None:
    """A chequered, striped or noisy plane to a horizon, unfiltered as by one sample a pixel."""
    height, width = grid.shape[:2]
    horizon = int(height * rng.uniform(0.35, 0.7))
    depth = 1.0 / (np.arange(1, height - horizon + 1, dtype=np.float32) / height)[:, None]
    across = (np.arange(width, dtype=np.float32)[None, :] / width - rng.uniform(0.2, 0.8)) * depth
    turn = rng.uniform(0, np.pi)
    pitch = rng.uniform(1.2, 5.0)
    u = (across * np.cos(turn) + depth * np.sin(turn)) * pitch
    v = (-across * np.sin(turn) + depth * np.cos(turn)) * pitch
    kind = rng.integers(3)
    if kind == 0:
        pattern = ((np.floor(u) + np.floor(v)) % 2).astype(np.float32)
    elif kind == 1:
        pattern = ((u % 1) < rng.uniform(0.04, 0.5)).astype(np.float32)
    else:
        tile = fractal_noise(rng, 256, 256)
        pattern = cv2.remap(
            tile, (u * 64 % 255).astype(np.float32), (v * 64 % 255).astype(np.float32),
            cv2.INTER_NEAREST,
        )  # fmt: skip
    light, dark = random_colour(rng), random_colour(rng)
    haze = np.exp(-depth / rng.uniform(6, 40))[..., None]
    floor = dark + pattern[..., None] * (light - dark)
    grid[horizon:] = floor * haze + grid[horizon:] * (1 - haze)
