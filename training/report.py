"""Bring ``docs/models.md`` up to date: its tables and its plot, from scores and times.

``python -m training.report --scores scores.json --times times.json`` replaces what stands
between ``<!-- begin NAME -->`` and ``<!-- end NAME -->`` in the page, and draws the plot.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.cards import LOGS, read_log
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
    for name, test_set, kernel, rivals in (
        ("set14", "Set14", "bicubic", ("Lanczos4",)),
        ("scenes", "rendered scenes", "point", ("FSR1", "Lanczos4", "bilinear")),
        ("scenes-filtered", "rendered scenes", "bicubic", ("Lanczos4",)),
    ):
        text = replaced(text, name, score_table(scores, test_set, kernel, rivals))
    text = replaced(text, "set14-kernels", kernel_table(scores, "Set14"))
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
        "| net, one thread CPU ms | of FSRCNN's shape | whole, two free cores ms, derived |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for card in read_cards(MODELS):
        model, training = card["model"], card["training"]
        time = times[model["id"]]
        rows.append(
            f"| {model['id']} | {model['parameters']:,} | {model['macs_per_output_pixel']:,.0f} "
            f"| {training['steps']:,} ({training['seconds'] / 60:.0f}) "
            f"| {time['net_one_thread_cpu_ms']:.0f} | {time['net_by_yardstick']:.2f} "
            f"| {time['whole_two_cores_ms_derived']:.0f} |"
        )
    return "\n".join(rows)


def score_table(
    scores: list[dict[str, Any]], test_set: str, kernel: str, rivals: Sequence[str]
) -> str:
    """Methods down, scales in bands; last how far each is above the ``rivals``, in dB of Y-PSNR."""
    chosen = [one for one in scores if (one["test_set"], one["kernel"]) == (test_set, kernel)]
    chosen.sort(key=lambda one: one["scale"])
    found = {(one["scale"], one["method"]): one["psnr_y_db"] for one in chosen}
    rows = [
        "| scale | method | Y-PSNR dB | SSIM | RGB-PSNR dB |"
        + "".join(f" above {rival} |" for rival in rivals),
        "|---|---|---:|---:|---:|" + "---:|" * len(rivals),
    ]
    for one in chosen:
        gains = [gain(one, found.get((one["scale"], rival)), rival) for rival in rivals]
        rows.append(
            f"| x{one['scale']} | {one['method']} | {one['psnr_y_db']:.2f} "
            f"| {one['ssim_y']:.4f} | {one['psnr_rgb_db']:.2f} |"
            + "".join(f" {text} |" for text in gains)
        )
    return "\n".join(rows)


def gain(one: dict[str, Any], rival_db: float | None, rival: str) -> str:
    """How far a score is above its rival's; nothing where there is none, or it is the rival."""
    if rival_db is None or one["method"] == rival:
        return ""
    return f"{one['psnr_y_db'] - rival_db:+.2f}"


def kernel_table(scores: list[dict[str, Any]], test_set: str) -> str:
    """Y-PSNR by each kernel that pictures were taken down with, for methods scored on all."""
    chosen = [one for one in scores if one["test_set"] == test_set]
    kernels = sorted({one["kernel"] for one in chosen}, key=lambda name: (name != "bicubic", name))
    found = {(o["scale"], o["method"], o["kernel"]): o["psnr_y_db"] for o in chosen}
    rows = [f"| scale | method | {' | '.join(kernels)} |", "|---|---|" + "---:|" * len(kernels)]
    places = dict.fromkeys((one["scale"], one["method"]) for one in chosen)
    for scale, method in sorted(places, key=_band):
        values = [found.get((scale, method, kernel)) for kernel in kernels]
        if None not in values:
            cells = " | ".join(f"{value:.2f}" for value in values)
            rows.append(f"| x{scale} | {method} | {cells} |")
    return "\n".join(rows)


def _band(place: tuple[int, str]) -> int:
    """Sorts by scale and keeps the order of methods."""
    return place[0]


def measured_points(scores: list[dict[str, Any]], times: dict[str, Any]) -> list[Point]:
    """What was measured here, where both quality and time are known."""
    points = []
    for one in scores:
        if (one["test_set"], one["kernel"], one["scale"]) != ("Set14", "bicubic", 2):
            continue
        if one["method"] in times and "render" not in one["method"]:
            milliseconds = times[one["method"]]["whole_two_cores_ms_derived"]
            kind = "ours" if "photo" in one["method"] else "measured"
            label = (
                display_name(one["method"]) if kind == "ours" else f"{one['method']}, as shipped"
            )
            points.append(Point(label, milliseconds, one["psnr_y_db"], kind))
        elif one["method"] in CLASSICS_MS:
            points.append(
                Point(one["method"], CLASSICS_MS[one["method"]], one["psnr_y_db"], "measured")
            )
    return points


def display_name(identifier: str) -> str:
    """``m-fast-x2-photo`` as people write it: ``M-fast``."""
    return identifier.removesuffix("-photo").removesuffix("-x2").capitalize()


def training_curves() -> dict[str, list[list[tuple[int, float]]]]:
    """Validation scores over steps of the x2 photo models, from their logs, phase by phase."""
    lines = {}
    for file in sorted(LOGS.glob("*-x2-photo.csv")):
        phases: dict[str, list[tuple[int, float]]] = {}
        for row in read_log(file):
            point = int(row["step"]), float(row["validation_psnr_db"])
            phases.setdefault(row["phase"], []).append(point)
        lines[display_name(file.stem)] = list(phases.values())
    return lines


CLASSICS_MS = {"bicubic": 2.8, "Lanczos4": 33.0}
"""cv2.resize of 8-bit RGB, 540p to 1080p, two free cores. The quality is MATLAB's bicubic."""


if __name__ == "__main__":
    raise SystemExit(main())
