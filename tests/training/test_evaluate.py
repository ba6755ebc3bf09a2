"""Evaluation as a command: what is scored, what is written, what is refused."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image
from training.evaluate import Score, write_scores

from training import evaluate


def scored(method, decibels, scale=2):
    return Score("Set14", "bicubic", scale, method, 14, decibels, 0.9, decibels - 2)


def test_new_scores_replace_old_ones_of_the_same_thing_and_keep_the_others(tmp_path):
    file = tmp_path / "scores.json"
    write_scores(file, [scored("a", 30.0), scored("b", 31.0), scored("a", 28.0, scale=3)])
    write_scores(file, [scored("a", 30.5), scored("c", 33.0)])
    found = {(o["method"], o["scale"]): o["psnr_y_db"] for o in json.loads(file.read_text())}
    assert found == {("a", 2): 30.5, ("b", 2): 31.0, ("a", 3): 28.0, ("c", 2): 33.0}
    assert [left.name for left in tmp_path.iterdir()] == ["scores.json"]


def test_a_folder_of_pictures_is_scored_by_the_methods_named(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(evaluate, "HELD_OUT_SEEDS", ())
    rows, columns = np.mgrid[0:48, 0:60]
    rings = np.dstack([127 + 120 * np.sin((rows + columns * part) / 5) for part in (1, 2, 3)])
    (tmp_path / "mine").mkdir()
    Image.fromarray(rings.astype(np.uint8)).save(tmp_path / "mine" / "a.png")
    Image.fromarray(rings[..., 0].astype(np.uint8)).save(tmp_path / "mine" / "grey.png")
    file = tmp_path / "scores.json"
    options = ["--test-set", str(tmp_path / "mine"), "--scale", "2", "--json", str(file)]
    assert evaluate.main([*options, "--method", "bicubic", "--method", "m-x2-photo"]) == 0
    scores = json.loads(file.read_text())
    assert {(one["kernel"], one["method"]) for one in scores} == {
        (kernel, method)
        for kernel in ("bicubic", "area", "bilinear")
        for method in ("bicubic", "m-x2-photo")
    }
    assert all(one["pictures"] == 2 and one["test_set"] == "mine" for one in scores)
    assert capsys.readouterr().out.count("m-x2-photo") == 3


def test_a_folder_that_is_not_there_is_refused_in_words(tmp_path, capsys):
    with pytest.raises(SystemExit):
        evaluate.main(["--test-set", str(tmp_path / "nowhere"), "--scale", "1"])
    assert f"there is no folder {tmp_path / 'nowhere'}" in capsys.readouterr().err
