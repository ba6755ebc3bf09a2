"""The tables of docs/models.md and the logs that its plots are drawn from."""

from __future__ import annotations

import csv

import pytest
from training.plot import Box, free_place
from training.recipes import RECIPES, Recipe
from training.report import kernel_table, score_table

from training import TrainingError, cards


def scored(kernel, scale, method, decibels):
    return {
        "test_set": "Set14",
        "kernel": kernel,
        "scale": scale,
        "method": method,
        "pictures": 14,
        "psnr_y_db": decibels,
        "ssim_y": 0.9,
        "psnr_rgb_db": decibels - 2,
    }


SCORES = [
    scored("bicubic", 3, "Lanczos4", 27.88),
    scored("bicubic", 2, "Lanczos4", 30.76),
    scored("bicubic", 2, "ours", 32.41),
    scored("area", 2, "ours", 31.5),
]


def test_gains_are_those_over_the_rival_at_the_same_scale():
    rows = score_table(SCORES, "Set14", "bicubic", ["Lanczos4"]).splitlines()
    assert rows[2:] == [
        "| x2 | Lanczos4 | 30.76 | 0.9000 | 28.76 |  |",
        "| x2 | ours | 32.41 | 0.9000 | 30.41 | +1.65 |",
        "| x3 | Lanczos4 | 27.88 | 0.9000 | 25.88 |  |",
    ]


def test_a_row_of_kernels_is_whole_or_not_there():
    rows = kernel_table(SCORES, "Set14").splitlines()
    assert rows[0] == "| scale | method | bicubic | area |"
    assert rows[2:] == ["| x2 | ours | 32.41 | 31.50 |"]


def test_labels_of_the_plot_meet_no_other_mark_or_label():
    # One right of the other, at the same height: the first label would lie on the second mark.
    first, second = (100.0, 50.0), (150.0, 50.0)
    taken = [Box(x - 7, y - 7, x + 7, y + 7) for x, y in (first, second)]
    for name, place in (("a long label", first), ("another one", second)):
        label = free_place(name, *place, taken)
        assert not any(label.meets(other) for other in taken)
        taken.append(label)


def write_log(file, rows):
    with file.open("w", newline="") as target:
        writer = csv.DictWriter(target, ["step", "seconds", "loss", "validation_psnr_db"])
        writer.writeheader()
        writer.writerows(dict(zip(writer.fieldnames, row, strict=True)) for row in rows)


def test_the_log_of_a_later_phase_follows_the_one_before(tmp_path, monkeypatch):
    monkeypatch.setattr(cards, "LOGS", tmp_path / "logs")
    (tmp_path / "models").mkdir()
    recipe = Recipe("M", 2, "photo", ("--minutes 2", "--minutes 1 --seed 4"))
    for phase, rows in ((1, [(10, 60, 0.2, 30.0), (20, 120, 0.1, 31.0)]), (2, [(5, 60, 0.1, 32)])):
        (tmp_path / "m-x2-photo.onnx").write_bytes(b"weights")
        write_log(tmp_path / "m-x2-photo.csv", rows)
        cards.install(recipe, tmp_path, tmp_path / "models", phase)
        # Once more changes nothing.
        cards.install(recipe, tmp_path, tmp_path / "models", phase)
    assert (tmp_path / "models" / "m-x2-photo.onnx").read_bytes() == b"weights"
    rows = cards.read_log(tmp_path / "logs" / "m-x2-photo.csv")
    assert [(row["phase"], row["step"], row["seconds"]) for row in rows] == [
        ("1", "10", "60"),
        ("1", "20", "120"),
        ("2", "25", "180"),
    ]
    assert cards.training_of(recipe)["steps"] == 25
    with pytest.raises(TrainingError, match="ends with phase 2, its recipe has 1"):
        cards.training_of(Recipe("M", 2, "photo", ("--minutes 2",)))


def test_the_command_of_a_card_runs_its_phases_one_after_the_other():
    recipe = Recipe("L", 2, "photo", ("--rate 1e-3", "--rate 5e-4 --seed 7"))
    assert recipe.seeds == [1, 7]
    assert recipe.command.split(" && ") == [
        "python3 dev.py train --model L --scale 2 --kind photo --data DIR --out OUT/phase-1 "
        "--rate 1e-3",
        "python3 dev.py train --model L --scale 2 --kind photo --data DIR --out OUT "
        "--start OUT/phase-1/l-x2-photo.onnx --rate 5e-4 --seed 7",
    ]


def test_every_recipe_names_options_that_training_knows():
    pytest.importorskip("torch", reason="torch is needed for training only")
    from training import train

    for recipe in RECIPES:
        for command in recipe.command.split(" && "):
            assert train.parser().parse_args(command.split()[3:]).scale == recipe.scale
