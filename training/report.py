"""Bring ``docs/models.md`` up to date: its tables and its plot, from scores and times.

``python -m training.report --scores scores.json --times times.json`` replaces what stands
between ``<!-- begin NAME -->`` and ``<!-- end NAME -->`` in the page, and draws the plot.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.cards import LOGS
from training.evaluate import MODELS, read_cards
from training.plot import Point, curves, scatter

if TYPE_CHECKING:
    from collections.abc import Sequence

DOCS = Path(__file__).parents[1] / "docs"

PUBLISHED = (
    # Set14 x2 as published; milliseconds of the same shape with random weights, 540p to
    # 1080p, two free cores, measured in this runtime. Sources stand in the page.
    Point("FSRCNN", 160, 32.63, "published"),
    Point("QuickSRNet-S", 173, 32.52, "published"),
    Point("ECBSR-M4C16", 105, 32.81, "published"),
    Point("SPAN-48", 3500, 33.71, "published"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Rewrite the page's tables and the plot; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m training.report", description=__doc__)
    parser.add_argument("--scores", type=Path, required=True)
    parser.add_argument("--times", type=Path, required=True)
    arguments = parser.parse_args(argv)
    scores = json.loads(arguments.scores.read_text("utf-8"))
    times = json.loads(arguments.times.read_text("utf-8"))
    page = DOCS / "models.md"
    text = page.read_text("utf-8")
    text = replaced(text, "models", model_table(times["models"]))
    for name, test_set, kernel in (
        ("set14", "Set14", "bicubic"),
        ("set14-kernels", "Set14", ""),
        ("scenes", "rendered scenes", "point"),
        ("scenes-filtered", "rendered scenes", "bicubic"),
    ):
        text = replaced(text, name, score_table(scores, test_set, kernel))
    page.write_text(text, "utf-8")
    (DOCS / "images").mkdir(exist_ok=True)
    points = [*PUBLISHED, *measured_points(scores, times["models"])]
    (DOCS / "images" / "models-quality.svg").write_text(
        scatter(points, "ms for 540p to 1080p on two CPU cores", "Set14 x2, Y-PSNR in dB"), "utf-8"
    )
    (DOCS / "images" / "models-training.svg").write_text(
        curves(training_curves(), "steps of training", "validation Y-PSNR in dB, x2"), "utf-8"
    )
    return 0


def replaced(text: str, name: str, body: str) -> str:
    """``text`` with ``body`` between the markers of ``name``."""
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    before, rest = text.split(begin)
    _, after = rest.split(end)
    return f"{before}{begin}\n{body}\n{end}{after}"


def model_table(times: dict[str, Any]) -> str:
    """One row for each model of the package."""
    rows = [
        "| model | parameters | multiply-adds per output pixel | trained, steps (min) "
        "| 1080p out, one thread CPU ms | two cores ms, derived |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for card in read_cards(MODELS):
        model, training = card["model"], card["training"]
        time = times.get(model["id"], {})
        rows.append(
            f"| {model['id']} | {model['parameters']:,} | {model['macs_per_output_pixel']:,.0f} "
            f"| {training['steps']:,} ({training['seconds'] / 60:.0f}) "
            f"| {time.get('whole_one_thread_cpu_ms', '–')} "
            f"| {time.get('whole_two_cores_ms_derived', '–')} |"
        )
    return "\n".join(rows)


def score_table(scores: list[dict[str, Any]], test_set: str, kernel: str) -> str:
    """Methods down, scales in bands; without ``kernel``, the other kernels' Y-PSNR."""
    chosen = [one for one in scores if one["test_set"] == test_set]
    if kernel:
        rows = ["| scale | method | Y-PSNR dB | SSIM | RGB-PSNR dB |", "|---|---|---:|---:|---:|"]
        rows += [
            f"| x{one['scale']} | {one['method']} | {one['psnr_y_db']:.2f} "
            f"| {one['ssim_y']:.4f} | {one['psnr_rgb_db']:.2f} |"
            for one in chosen
            if one["kernel"] == kernel
        ]
        return "\n".join(rows)
    kernels = sorted({one["kernel"] for one in chosen} - {"bicubic"})
    rows = [f"| scale | method | {' | '.join(kernels)} |", "|---|---|" + "---:|" * len(kernels)]
    found = {(o["scale"], o["method"], o["kernel"]): o["psnr_y_db"] for o in chosen}
    for scale, method in dict.fromkeys((one["scale"], one["method"]) for one in chosen):
        values = [found.get((scale, method, one)) for one in kernels]
        cells = " | ".join("–" if value is None else f"{value:.2f}" for value in values)
        rows.append(f"| x{scale} | {method} | {cells} |")
    return "\n".join(rows)


def measured_points(scores: list[dict[str, Any]], times: dict[str, Any]) -> list[Point]:
    """What was measured here, where both quality and time are known."""
    points = []
    for one in scores:
        if (one["test_set"], one["kernel"], one["scale"]) != ("Set14", "bicubic", 2):
            continue
        if one["method"] in times and "render" not in one["method"]:
            milliseconds = times[one["method"]]["whole_two_cores_ms_derived"]
            kind = "ours" if "photo" in one["method"] else "measured"
            label = one["method"].removesuffix("-photo")
            points.append(Point(label, milliseconds, one["psnr_y_db"], kind))
        elif one["method"] in CLASSICS_MS:
            points.append(
                Point(one["method"], CLASSICS_MS[one["method"]], one["psnr_y_db"], "measured")
            )
    return points


def training_curves() -> dict[str, list[tuple[int, float]]]:
    """Validation scores over steps of the x2 photo models, from their logs."""
    lines = {}
    for file in sorted(LOGS.glob("*-x2-photo.csv")):
        with file.open(newline="") as log:
            rows = list(csv.DictReader(log))
        name = file.stem.removesuffix("-x2-photo")
        lines[name] = [(int(row["step"]), float(row["validation_psnr_db"])) for row in rows]
    return lines


CLASSICS_MS = {"bicubic": 2.8, "Lanczos4": 33.0}
"""cv2.resize of 8-bit RGB, 540p to 1080p, two free cores. The quality is MATLAB's bicubic."""


if __name__ == "__main__":
    raise SystemExit(main())
