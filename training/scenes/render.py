"""From a seed to a scene's sample grid, its truth and its one-sample frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from training.scenes import ground, things

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

SAMPLES = 4
"""Samples along each side of a pixel: sixteen for each pixel."""

HELD_OUT_SEEDS = range(900_000, 900_012)
"""Scenes that no model is trained on; every score on rendered scenes is on these."""


def sample_grid(seed: int, height: int, width: int) -> Bytes:
    """The scene of ``seed`` as (4 height, 4 width, 3) samples; the same ones every time."""
    rng = np.random.default_rng(seed)
    grid = ground.paint_ground(rng, height * SAMPLES, width * SAMPLES)
    painters = list(things.PAINTERS)
    rng.shuffle(painters)
    for painter in painters[: int(rng.integers(4, 7))]:
        painter(grid, rng, SAMPLES)
    return grid


def truth(grid: Bytes) -> Bytes:
    """The sixteen-sample picture, (H, W, 3)."""
    height, width = grid.shape[0] // SAMPLES, grid.shape[1] // SAMPLES
    return cv2.resize(grid, (width, height), interpolation=cv2.INTER_AREA)


def one_sample(grid: Bytes, scale: int = 1) -> Bytes:
    """One sample at the centre of each block of ``scale x scale`` pixels, (H/s, W/s, 3).

    The centre falls between grid samples; the one below and to the right of it is taken,
    an eighth of a pixel of the truth away.
    """
    step = SAMPLES * scale
    return np.ascontiguousarray(grid[step // 2 :: step, step // 2 :: step])
