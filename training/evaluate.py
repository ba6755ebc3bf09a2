"""Score methods by the published protocol: ``python3 dev.py evaluate --test-set DIR``.

Pictures are cropped to a multiple of the scale, taken down by each kernel, brought back by
each method, rounded to 8 bits and compared with the original: Y-PSNR and SSIM on MATLAB's
BT.601 luma and RGB-PSNR, ``scale`` pixels shaved off each side. Rendered scenes kept out of
training are scored always, the test set where its folder is given.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from training.imresize import imresize
from training.methods import Method, classics, fsr1, luma_model
from training.metrics import psnr, shaved, ssim, studio_luma
from training.scenes.render import HELD_OUT_SEEDS, one_sample, sample_grid, truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

MODELS = Path(__file__).parents[1] / "resources" / "pixelwatt_resources" / "models"
SCENE_SIZE = (252, 504)
"""Height and width of the held-out scenes; both divide by every scale, 9 included."""


@dataclass(frozen=True, slots=True)
class Score:
    """The mean scores of one method on one set, taken down in one way."""

    test_set: str
    kernel: str
    scale: int
    method: str
    pictures: int
    psnr_y_db: float
    ssim_y: float
    psnr_rgb_db: float


def take_down(high: Bytes, scale: int, kernel: str) -> Bytes:
    """``high`` shrunk by ``scale`` with one of the kernels that scores are given for."""
    if kernel == "bicubic":
        return imresize(high, Fraction(1, scale))
    filters = {"area": Image.Resampling.BOX, "bilinear": Image.Resampling.BILINEAR}
    size = (high.shape[1] // scale, high.shape[0] // scale)
    return np.asarray(Image.fromarray(high).resize(size, filters[kernel]))


def folder_pairs(folder: Path, scale: int, kernel: str) -> Iterable[tuple[Bytes, Bytes]]:
    """(high, low) of each picture of a folder, or of its ``x<scale>`` subfolder."""
    inner = folder / f"x{scale}"
    for file in sorted((inner if inner.is_dir() else folder).glob("*.png")):
        with Image.open(file) as picture:
            high = np.asarray(picture if picture.mode == "L" else picture.convert("RGB"))
        high = high[: high.shape[0] // scale * scale, : high.shape[1] // scale * scale]
        yield high, take_down(high, scale, kernel)


def scene_pairs(scale: int, kernel: str) -> Iterable[tuple[Bytes, Bytes]]:
    """(sixteen-sample truth, low) of the held-out scenes; ``point`` is one sample a pixel."""
    for seed in HELD_OUT_SEEDS:
        grid = sample_grid(seed, *SCENE_SIZE)
        high = truth(grid)
        low = one_sample(grid, scale) if kernel == "point" else take_down(high, scale, kernel)
        yield high, low


def score(
    test_set: str, kernel: str, pairs: Iterable[tuple[Bytes, Bytes]], methods: list[Method]
) -> list[Score]:
    """The mean scores of every method on the same pairs."""
    found: dict[str, list[tuple[float, float, float]]] = {m.name: [] for m in methods}
    for high, low in pairs:
        reference = studio_luma(high)
        for method in methods:
            made = method.upscale(low)
            border = max(method.scale, 1)
            test = studio_luma(made)
            found[method.name].append(
                (
                    psnr(reference, test, border),
                    ssim(reference, test, border),
                    psnr(shaved(high, border), shaved(made, border)),
                )
            )
    return [
        Score(
            test_set,
            kernel,
            method.scale,
            method.name,
            len(found[method.name]),
            *(round(float(value), 4) for value in np.mean(found[method.name], axis=0)),
        )
        for method in methods
        if found[method.name]
    ]


def read_cards(folder: Path) -> list[dict]:
    """Every model card of a folder, in the order of their ids."""
    return [tomllib.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.toml"))]


def our_methods(folder: Path, scale: int, kinds: Sequence[str]) -> list[Method]:
    """Our models of this scale, cascades among them."""
    methods = []
    for card in read_cards(folder):
        model = card["model"]
        if model["scale"] != scale or model["kind"] not in kinds:
            continue
        file = folder / f"{model['id']}.onnx"
        methods.append(luma_model(file, scale, model["id"], model["multiple_of"]))
    return methods


def foreign_methods(folder: Path | None, scale: int) -> list[Method]:
    """Third-party luma models named ``<name>_x<scale>.onnx``."""
    files = sorted(folder.glob(f"*_x{scale}.onnx")) if folder else []
    return [luma_model(file, scale, file.stem) for file in files]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table of all scores and write it as JSON; 0 when done."""
    parser = argparse.ArgumentParser(prog="dev.py evaluate", description=__doc__)
    parser.add_argument("--test-set", type=Path, help="Set14: folder with x2, x3 and x4")
    parser.add_argument("--others", type=Path, help="folder of third-party ONNX luma models")
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--scale", type=int, action="append", help="only these scales")
    parser.add_argument("--kernel", action="append", help="only these kernels")
    parser.add_argument("--method", action="append", help="only these methods, by name")
    parser.add_argument(
        "--json", type=Path, help="write the scores here; what else the file holds stays"
    )
    arguments = parser.parse_args(argv)
    for folder in (arguments.test_set, arguments.others, arguments.models):
        if folder and not folder.is_dir():
            parser.error(f"there is no folder {folder}")
    scores: list[Score] = []
    for scale in arguments.scale or [1, 2, 3, 4, 6, 9]:
        methods = _methods(arguments, scale)
        if not methods:
            continue
        if arguments.test_set and 2 <= scale <= 4:
            for kernel in arguments.kernel or ["bicubic", "area", "bilinear"]:
                pairs = folder_pairs(arguments.test_set, scale, kernel)
                scores += _printed(score(arguments.test_set.name, kernel, pairs, methods))
        for kernel in arguments.kernel or ["point", "bicubic"]:
            if kernel == "point" or scale > 1:
                pairs = scene_pairs(scale, kernel)
                scores += _printed(score("rendered scenes", kernel, pairs, methods))
    if arguments.json:
        write_scores(arguments.json, scores)
    return 0


def write_scores(file: Path, scores: list[Score]) -> None:
    """Put the scores into ``file``: new ones replace old ones of the same thing."""
    kept = json.loads(file.read_text("utf-8")) if file.exists() else []
    found = {_place(one): one for one in [*kept, *(asdict(one) for one in scores)]}
    partial = file.with_name(f"{file.name}.partial")
    partial.write_text(json.dumps(list(found.values()), indent=1) + "\n", "utf-8")
    partial.replace(file)


def _place(one: dict) -> tuple[str, str, int, str]:
    return (one["test_set"], one["kernel"], one["scale"], one["method"])


def _methods(arguments: argparse.Namespace, scale: int) -> list[Method]:
    methods = our_methods(arguments.models, scale, ("photo", "render"))
    if scale == 1:
        methods = [Method("one sample, as it is", 1, lambda low: low), *methods]
    else:
        rival = fsr1(scale) if scale <= 4 else None
        others = foreign_methods(arguments.others, scale)
        methods = [*classics(scale), *([rival] if rival else []), *others, *methods]
    chosen = arguments.method
    return [one for one in methods if chosen is None or one.name in chosen]


def _printed(scores: list[Score]) -> list[Score]:
    for one in scores:
        print(
            f"{one.test_set:16} {one.kernel:9} x{one.scale} {one.method:20}"
            f"{one.psnr_y_db:8.2f} dB  {one.ssim_y:.4f}  RGB {one.psnr_rgb_db:6.2f} dB",
            flush=True,
        )
    return scores


if __name__ == "__main__":
    raise SystemExit(main())
