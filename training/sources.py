"""What each kind of model is trained on, and what is kept back to validate it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

from training import TrainingError
from training.methods import open_session, run_padded
from training.pictures import Pair, find_pictures, luma, photo_pairs
from training.scenes.render import one_sample, sample_grid, truth

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

RENDER_MIX = {"point": 1.0}
"""Rendered pairs have one low version: one sample at the centre of each pixel."""

VALIDATION_SIZE = 360
SCENES, SCENE_SIDE = 120, 504
"""Training scenes; the side divides by every scale there is, 9 included."""
VALIDATION_SEEDS = range(120, 128)
PHOTOS_IN_RENDER = 24


def training_pairs(
    kind: str, folders: list[Path], scale: int, cache: Path, *, scenes: int = SCENES
) -> tuple[list[Pair], list[tuple[Bytes, Bytes]]]:
    """Pairs to train on, and crops (low, high) of pictures kept back from them.

    The prepared pairs are kept in the folder ``cache``: making them takes a minute.
    """
    files = find_pictures(folders)
    if kind == "photo" and len(files) < 2:
        raise TrainingError(
            f"{len(files)} pictures found in {', '.join(map(str, folders)) or 'no folder'}; "
            "training on photographs needs two at least, one to learn from and one to validate: "
            "name their folder by --data"
        )
    file = cache / f"{kind}-x{scale}-{_fingerprint(files, scenes)}.npz"
    if not file.exists():
        made = _photos(files, scale) if kind == "photo" else _renders(files, scale, scenes)
        _write(file, *made)
    return _read(file)


def seen_through(
    model: Path, pairs: list[Pair], validation: list[tuple[Bytes, Bytes]]
) -> tuple[list[Pair], list[tuple[Bytes, Bytes]]]:
    """The same with each low version enlarged by ``model``, to train a cascade's next stage."""
    session = open_session(model)
    through = [
        Pair(
            pair.high,
            {how: run_padded(session, low, 4) for how, low in pair.low.items()},
            pair.name,
        )
        for pair in pairs
    ]
    return through, [(run_padded(session, low, 4), high) for low, high in validation]


def _fingerprint(files: list[Path], scenes: int) -> str:
    """Changes with what the pairs are made of, so that no stale cache is read."""
    parts = [f"{file.name} {file.stat().st_size}" for file in files]
    return hashlib.sha256("\n".join([*parts, str(scenes)]).encode()).hexdigest()[:8]


def _photos(files: list[Path], scale: int) -> tuple[list[Pair], list[Pair]]:
    kept_back = files[::12]
    pairs = photo_pairs([f for f in files if f not in kept_back], scale, seed=scale)
    return pairs, photo_pairs(kept_back, scale, seed=scale, halves=False)


def training_seeds(scenes: int) -> list[int]:
    """The first ``scenes`` seeds, those of the validation scenes left out."""
    seeds = range(scenes + len(VALIDATION_SEEDS))
    return [seed for seed in seeds if seed not in VALIDATION_SEEDS][:scenes]


def _renders(files: list[Path], scale: int, scenes: int) -> tuple[list[Pair], list[Pair]]:
    pairs = [_scene(seed, scale) for seed in training_seeds(scenes)]
    kept_back = [_scene(seed, scale) for seed in VALIDATION_SEEDS]
    photographs = [f for f in files if f.stat().st_size > 500_000]
    for file in photographs[1 :: max(1, len(photographs) // PHOTOS_IN_RENDER)]:
        with Image.open(file) as picture:
            pairs.append(_sampled_photo(luma(picture), scale, file.stem))
    return pairs, kept_back


def _scene(seed: int, scale: int) -> Pair:
    grid = sample_grid(seed, SCENE_SIDE, SCENE_SIDE)
    high, low = (luma(Image.fromarray(p)) for p in (truth(grid), one_sample(grid, scale)))
    return Pair(high, {"point": low}, f"scene {seed}")


def _sampled_photo(full: Bytes, scale: int, name: str) -> Pair:
    """A photograph as a scene of 2 x 2 samples a pixel, so that texture is seen as well."""
    rows, columns = (side // (2 * scale) * 2 * scale for side in full.shape)
    full = full[:rows, :columns]
    high = cv2.resize(full, (columns // 2, rows // 2), interpolation=cv2.INTER_AREA)
    low = np.ascontiguousarray(full[scale :: 2 * scale, scale :: 2 * scale])
    return Pair(high, {"point": low}, name)


def _write(file: Path, pairs: list[Pair], kept_back: list[Pair]) -> None:
    arrays = {}
    for part, members in (("train", pairs), ("kept", kept_back)):
        for index, pair in enumerate(members):
            arrays[f"{part} {index} high {pair.name}"] = pair.high
            for how, low in pair.low.items():
                arrays[f"{part} {index} {how} {pair.name}"] = low
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial.npz")
    np.savez(partial, **arrays)
    partial.replace(file)


def _read(file: Path) -> tuple[list[Pair], list[tuple[Bytes, Bytes]]]:
    members: dict[tuple[str, int], dict[str, Bytes]] = {}
    names: dict[tuple[str, int], str] = {}
    with np.load(file) as arrays:
        for key in arrays.files:
            part, index, what, name = key.split(" ", 3)
            members.setdefault((part, int(index)), {})[what] = arrays[key]
            names[part, int(index)] = name
    pairs, crops = [], []
    for (part, index), found in sorted(members.items()):
        pair = Pair(found.pop("high"), found, names[part, index])
        if part == "train":
            pairs.append(pair)
        else:
            crops.append(_middle(pair))
    return pairs, crops


def _middle(pair: Pair) -> tuple[Bytes, Bytes]:
    low = pair.low.get("bicubic", pair.low.get("point"))
    scale = pair.high.shape[0] // low.shape[0]
    side = min(VALIDATION_SIZE // scale, *low.shape)
    side -= side % 4
    row, column = (low.shape[0] - side) // 2, (low.shape[1] - side) // 2
    high = pair.high[row * scale : (row + side) * scale, column * scale : (column + side) * scale]
    return low[row : row + side, column : column + side], high
