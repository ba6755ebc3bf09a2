"""Pictures made ready for the screen on the engine's thread, so that painting only copies.

A raster painter reads 32-bit pixels fastest and scales down badly: each picture is handed
over as B, G, R, 255 bytes (what Qt calls ``Format_RGB32``) together with halved copies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMALLEST_LEVEL = 800
"""Halving stops below this width: no pane of a comparison is much smaller."""
CHECK = 16
"""Side of the chequerboard's squares behind a transparent picture, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class ScreenPicture:
    """Levels of detail: uint8 arrays H x W x 4, each half the size of the one before."""

    levels: tuple[NDArray[np.uint8], ...]


def screen_picture(pixels: NDArray[np.uint8]) -> ScreenPicture:
    """Convert an RGB, RGBA or grey uint8 picture. Transparent parts show a chequerboard."""
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        full = cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGRA)
    elif pixels.shape[2] == 4:
        full = cv2.cvtColor(_over_chequerboard(pixels), cv2.COLOR_RGB2BGRA)
    else:
        full = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGRA)
    levels = [np.asarray(full, dtype=np.uint8)]
    while levels[-1].shape[1] >= 2 * SMALLEST_LEVEL and levels[-1].shape[0] >= 2:
        height, width = levels[-1].shape[:2]
        # An exact half takes OpenCV's fast path; an odd last row or column is left out.
        even = levels[-1][: height // 2 * 2, : width // 2 * 2]
        half = cv2.resize(even, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        levels.append(np.asarray(half, dtype=np.uint8))
    return ScreenPicture(tuple(levels))


def _over_chequerboard(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    height, width = rgba.shape[:2]
    rows = np.arange(height)[:, None] // CHECK
    columns = np.arange(width)[None, :] // CHECK
    board = np.where((rows + columns) % 2 == 0, 200, 230).astype(np.uint16)[..., None]
    alpha = rgba[..., 3:].astype(np.uint16)
    mixed = (rgba[..., :3] * alpha + board * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)
