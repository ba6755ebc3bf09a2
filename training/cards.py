"""Put trained models into the package, each with its card: ``python -m training.cards``.

A card is the TOML file beside the ONNX file of the same stem. What can be counted is counted
here from the ONNX file; what was measured comes from the scores that ``evaluate --json`` and
the times that ``timing --json`` wrote.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import onnx
import tomli_w

from training import TrainingError
from training.export import count
from training.recipes import RECIPES, Recipe

if TYPE_CHECKING:
    from collections.abc import Sequence

MODELS = Path(__file__).parents[1] / "resources" / "pixelwatt_resources" / "models"
LOGS = Path(__file__).parent / "logs"


def main(argv: Sequence[str] | None = None) -> int:
    """Copy the trained models that there are and write every card anew; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m training.cards", description=__doc__)
    parser.add_argument("--trained", type=Path, help="folder that training wrote to")
    parser.add_argument("--scores", type=Path, help="JSON of evaluate")
    parser.add_argument("--times", type=Path, help="JSON of timing")
    parser.add_argument("--models", type=Path, default=MODELS)
    arguments = parser.parse_args(argv)
    try:
        write_cards(arguments)
    except TrainingError as error:
        print(f"cards: {error}", file=sys.stderr)
        return 1
    return 0


def write_cards(arguments: argparse.Namespace) -> None:
    """Install what was trained and write the card of every model that is there."""
    arguments.models.mkdir(parents=True, exist_ok=True)
    scores = json.loads(arguments.scores.read_text("utf-8")) if arguments.scores else []
    times = json.loads(arguments.times.read_text("utf-8")) if arguments.times else {}
    for recipe in RECIPES:
        if arguments.trained:
            install(recipe, arguments.trained, arguments.models, len(recipe.phases))
        model = arguments.models / f"{recipe.identifier}.onnx"
        if model.exists():
            card = card_of(recipe, model, scores, times)
            model.with_suffix(".toml").write_text(tomli_w.dumps(card), "utf-8")
            print(f"{recipe.identifier}: {card['model']['parameters']} parameters")


def install(recipe: Recipe, trained: Path, models: Path, phase: int) -> None:
    """Copy a trained model into the package and the log of its training beside the code.

    A model of a later ``phase`` went on from the shipped one: its log follows that one's.
    """
    model, log = (trained / f"{recipe.identifier}.{suffix}" for suffix in ("onnx", "csv"))
    if not model.exists():
        return
    (models / model.name).write_bytes(model.read_bytes())
    LOGS.mkdir(parents=True, exist_ok=True)
    target = LOGS / log.name
    rows = [row | {"phase": str(phase)} for row in read_log(log)]
    if phase > 1:
        earlier = [row for row in read_log(target) if int(row["phase"]) < phase]
        rows = [*earlier, *(_after(earlier[-1], row) for row in rows)]
    with target.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def read_log(log: Path) -> list[dict[str, str]]:
    """The rows of a training log; without a column ``phase`` it is the first one's."""
    with log.open(newline="") as file:
        return [{"phase": "1"} | row for row in csv.DictReader(file)]


def _after(last: dict[str, str], row: dict[str, str]) -> dict[str, str]:
    """``row`` with its steps and seconds counted on from ``last``."""
    return row | {what: str(int(last[what]) + int(row[what])) for what in ("step", "seconds")}


def card_of(
    recipe: Recipe, file: Path, scores: list[dict[str, Any]], times: dict[str, Any]
) -> dict[str, Any]:
    """The card of one model as nested dictionaries, in the order they are written."""
    counted = count(onnx.load(str(file)))
    return {
        "model": {
            "id": recipe.identifier,
            "title": recipe.title,
            "family": recipe.family,
            "kind": recipe.kind,
            "scale": recipe.scale,
            "channels": "Y",
            "luma": "BT.601 full range: 0.299 R + 0.587 G + 0.114 B, in [0, 1]",
            "multiple_of": counted.multiple_of,
            "parameters": counted.parameters,
            "macs_per_output_pixel": round(counted.macs_per_output_pixel, 1),
            "opset": counted.opset,
            "licence": "MIT",
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        },
        "training": training_of(recipe),
        "quality": quality_of(recipe, scores, times),
        "licence": {
            "weights": "MIT, as Pixelwatt",
            "data": "The pictures are not part of the project; the scenes are rendered by it.",
        },
    }


def training_of(recipe: Recipe) -> dict[str, Any]:
    """What the model was trained on, for how long and how to do it again."""
    from_log = _last_row(LOGS / f"{recipe.identifier}.csv", len(recipe.phases))
    return {
        "data": list(recipe.data),
        "degradations": recipe.degradations,
        "seed": recipe.seeds[0],
        "seeds_of_phases": recipe.seeds,
        "steps": int(from_log["step"]),
        "seconds": int(from_log["seconds"]),
        "device": "CPU, one thread of an AMD Zen 3 virtual core shared with other work",
        "command": recipe.command,
        "validation_psnr_db": float(from_log["validation_psnr_db"]),
    }


def _last_row(log: Path, phases: int) -> dict[str, str]:
    last = read_log(log)[-1]
    if int(last["phase"]) != phases:
        raise TrainingError(
            f"{log.name} ends with phase {last['phase']}, its recipe has {phases}; "
            "install the model of the last phase"
        )
    return last


def quality_of(
    recipe: Recipe, scores: list[dict[str, Any]], times: dict[str, Any]
) -> dict[str, Any]:
    """The measured scores and times of this model."""
    quality: dict[str, Any] = {}
    for one in scores:
        if one["method"] != recipe.identifier or one["scale"] != recipe.scale:
            continue
        place = f"{one['test_set']} {one['kernel']}".lower().replace(" ", "_")
        quality[place] = {
            "psnr_y_db": one["psnr_y_db"],
            "ssim_y": one["ssim_y"],
            "psnr_rgb_db": one["psnr_rgb_db"],
        }
    if recipe.identifier in times.get("models", {}):
        quality["time"] = {**times["models"][recipe.identifier], **times["how"]}
    return quality


if __name__ == "__main__":
    raise SystemExit(main())
