"""Training pictures: full-range BT.601 luma of each, and its taken-down versions.

Taking whole pictures down once and cutting patches from the result costs far less than
doing it for every patch; patches then are plain array slices.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

SUFFIXES = {".png", ".webp", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"}

PHOTO_MIX = {"bicubic": 0.76, "area": 0.1, "bilinear": 0.1, "jpeg": 0.04}
"""How often each way of taking a photograph down is drawn in training."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A picture and the versions of it taken down by ``scale``: (H, W) and (H/s, W/s)."""

    high: Bytes
    low: dict[str, Bytes]
    name: str


def luma(picture: Image.Image) -> Bytes:
    """Full-range BT.601 luma, as the program computes it: 0.299 R + 0.587 G + 0.114 B."""
    rgb = np.asarray(picture.convert("RGB"), dtype=np.float32)
    return np.rint(rgb @ np.array([0.299, 0.587, 0.114], np.float32)).astype(np.uint8)


def take_down(high: Bytes, scale: int, how: str, rng: np.random.Generator) -> Bytes:
    """``high`` shrunk by a whole ``scale`` with one of the filters of ``PHOTO_MIX``."""
    image = Image.fromarray(high)
    size = (image.width // scale, image.height // scale)
    if how == "jpeg":
        small = image.resize(size, Image.Resampling.BICUBIC)
        file = io.BytesIO()
        small.save(file, "jpeg", quality=int(rng.integers(82, 97)))
        return np.asarray(Image.open(file))
    filters = {
        "bicubic": Image.Resampling.BICUBIC,
        "area": Image.Resampling.BOX,
        "bilinear": Image.Resampling.BILINEAR,
        "lanczos": Image.Resampling.LANCZOS,
    }
    return np.asarray(image.resize(size, filters[how]))


def find_pictures(folders: list[Path]) -> list[Path]:
    """Every picture under the folders, in a stable order."""
    found = [file for folder in folders for file in sorted(folder.rglob("*"))]
    return [file for file in found if file.suffix.lower() in SUFFIXES]


def photo_pairs(files: list[Path], scale: int, *, seed: int, halves: bool = True) -> list[Pair]:
    """Pairs of every picture as it is and, with ``halves``, at half its size.

    Large photographs are soft at the level of single pixels; at half size they hold the
    detail per pixel of the usual test sets.
    """
    rng = np.random.default_rng(seed)
    pairs = []
    for file in files:
        with Image.open(file) as picture:
            full = luma(picture)
        sizes = [full]
        if halves and min(full.shape) >= 900:
            half = Image.fromarray(full).resize(
                (full.shape[1] // 2, full.shape[0] // 2), Image.Resampling.BICUBIC
            )
            sizes.append(np.asarray(half))
        for high in sizes:
            rows, columns = (side // scale * scale for side in high.shape)
            cropped = np.ascontiguousarray(high[:rows, :columns])
            low = {how: take_down(cropped, scale, how, rng) for how in PHOTO_MIX}
            pairs.append(Pair(cropped, low, file.stem))
    return pairs
