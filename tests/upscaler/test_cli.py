"""The subcommands as a user runs them: JSON contracts, exit codes and messages."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from pixelwatt.api import Problem, UsageError
from pixelwatt_upscaler import cli, cli_batch, cli_compare, cli_output
from pixelwatt_upscaler.core import model_memory
from pixelwatt_upscaler.core.export_pictures import save_picture
from pixelwatt_upscaler.core.frames import Frame
from pixelwatt_upscaler.core.onnx_model import inspect
from pixelwatt_upscaler.core.pictures import read_picture

from .made_media import ramp, steps, video
from .made_models import saved, upscaler


@pytest.fixture(autouse=True)
def _inspect_here(monkeypatch):
    monkeypatch.setattr(
        model_memory, "inspect_apart", lambda path: inspect(path.read_bytes(), path.name)
    )


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "in.png"
    Image.fromarray(ramp(48, 64)).save(path)
    return path


def run(command, *arguments):
    module = {"compare": cli_compare, "batch": cli_batch}.get(command, cli)
    parser = argparse.ArgumentParser()
    getattr(module, f"add_{command}_arguments")(parser)
    return getattr(module, command)(parser.parse_args([str(each) for each in arguments]))


def document(capsys):
    out = capsys.readouterr().out
    return json.loads(out)


def test_a_picture_is_upscaled_by_an_onnx_file(tmp_path, picture, capsys):
    model = saved(upscaler(scale=3), tmp_path / "mine.onnx")
    target = tmp_path / "out.png"
    assert run("upscale", picture, "-o", target, "--model", model, "--json") == 0
    report = document(capsys)
    assert report["output_size"] == [192, 144]
    assert report["provider"] == "CPU"
    assert report["nodes"] == report["nodes_on_provider"] > 0
    assert report["quality"] is None
    assert read_picture(target).size == (192, 144)


def test_a_preset_takes_down_first_and_judges(tmp_path, picture, capsys):
    target = tmp_path / "out.png"
    run("upscale", picture, "-o", target, "--model", "bicubic", "--preset", "performance",
        "--degradation", "bicubic", "--json")  # fmt: skip
    report = document(capsys)
    assert (report["input_size"], report["output_size"]) == ([32, 24], [64, 48])
    run("measure", picture, target, "--json")
    assert document(capsys) == report["quality"]
    assert report["quality"]["psnr_db"] > 30


def test_measure_prints_exactly_its_contract(picture, capsys):
    assert run("measure", picture, picture, "--json", "--border", "2") == 0
    assert document(capsys) == {"psnr_db": None, "ssim": 1.0, "psnr_y_db": None, "ssim_y": 1.0}


def test_a_video_is_upscaled(tmp_path, capsys):
    source = video(tmp_path / "in.mkv", steps(4, 33, 47), codec="ffv1", options={})
    target = tmp_path / "out.mp4"
    run("upscale", source, "-o", target, "--model", "lanczos", "--scale", "3/2", "--json")
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    assert (report["kind"], report["frames"]) == ("video", 4)
    assert report["output_size"] == [72, 50]
    assert any("even" in note for note in report["notes"])
    assert "frames" in captured.err  # progress


def test_models_lists_filters_and_models(capsys):
    run("models", "--json")
    entries = document(capsys)["methods"]
    assert [each["id"] for each in entries[:4]] == ["nearest", "bilinear", "bicubic", "lanczos"]
    for entry in entries:
        assert set(entry) == {"id", "title", "family", "scales", "models"}


def test_models_describes_a_file(tmp_path, capsys):
    model = saved(upscaler(scale=4, channels=1), tmp_path / "called_x2.onnx")
    run("models", model, "--json")
    found = document(capsys)
    assert (found["scale"], found["channels"], found["layout"]) == (4, 1, "NCHW")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--scale", "0.5"],
        ["--scale", "x"],
        ["--scale", "99"],
        ["--preset", "hyper"],
        ["--model", "unknown"],
        ["--provider", "tpu"],
        ["--provider", "cuda:first"],
        ["--scale", "2", "--output", "4k"],
        ["--threads", "0"],
        ["--quality", "0"],
    ],
)
def test_arguments_that_cannot_be_meant_are_usage_errors(tmp_path, picture, arguments):
    with pytest.raises(UsageError):
        run("upscale", picture, "-o", tmp_path / "out.png", *arguments)
    assert not (tmp_path / "out.png").exists()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("none.png", None, "no file"),
        ("text.mp4", b"hello", "not a video"),
        ("cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "cut short|not a picture|damaged"),
    ],
)
def test_bad_input_is_a_problem_and_leaves_nothing(tmp_path, name, content, expected):
    source = tmp_path / name
    if content is not None:
        source.write_bytes(content)
    target = tmp_path / f"out{source.suffix}"
    with pytest.raises(Problem, match=expected):
        run("upscale", source, "-o", target, "--model", "bicubic")
    assert not target.exists()


def test_a_file_is_never_upscaled_onto_itself(picture):
    before = picture.read_bytes()
    with pytest.raises(Problem, match="both"):
        run("upscale", picture, "-o", picture, "--model", "bicubic")
    assert picture.read_bytes() == before


def test_a_single_pixel_is_upscaled(tmp_path):
    source = tmp_path / "one.png"
    Image.fromarray(np.full((1, 1, 3), 90, np.uint8)).save(source)
    model = saved(upscaler(), tmp_path / "m.onnx")
    run("upscale", source, "-o", tmp_path / "two.png", "--model", model)
    assert read_picture(tmp_path / "two.png").size == (2, 2)


def test_compare_draws_a_labelled_sheet(tmp_path, picture, capsys):
    small = tmp_path / "small.png"
    run("upscale", picture, "-o", small, "--model", "bicubic", "--preset", "performance")
    capsys.readouterr()
    sheet = tmp_path / "sheet.png"
    run("compare", picture, small, picture, "-o", sheet, "--json")
    report = document(capsys)
    assert [each["quality"] is None for each in report["pictures"]] == [True, False, False]
    assert report["pictures"][2]["quality"]["psnr_db"] is None
    assert report["size"] == list(read_picture(sheet).size)
    drawn = read_picture(sheet).pixels
    # The reference itself is on the sheet, pixel by pixel, below its label.
    assert any((drawn[y : y + 48, 8:72] == ramp(48, 64)).all() for y in range(drawn.shape[0] - 48))


def test_compare_shows_a_region_enlarged(tmp_path, picture):
    sheet = tmp_path / "sheet.png"
    run("compare", picture, picture, "-o", sheet, "--region", "8,8,10,5", "--zoom", "4",
        "--layout", "split")  # fmt: skip
    assert read_picture(sheet).size == (40, 20)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--region", "1,2,3"], UsageError),
        (["--region", "0,0,999,5"], Problem),
        (["--zoom", "0"], UsageError),
        (["--zoom", "2"], UsageError),
    ],
)
def test_compare_refuses_regions_that_cannot_be(tmp_path, picture, arguments, error):
    with pytest.raises(error):
        run("compare", picture, picture, "-o", tmp_path / "s.png", *arguments)


def test_batch_goes_on_past_a_bad_file_and_fails_at_the_end(tmp_path, picture, capsys):
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    picture.rename(folder / "deeper" / "good.png")
    (folder / "bad.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "notes.txt").write_text("not a picture")
    out = tmp_path / "out"
    arguments = ("batch", folder, "-o", out, "--model", "bicubic", "--suffix", "_x2", "--json")
    assert run(*arguments) == 1
    states = {task["input"].rsplit("/", 1)[-1]: task["state"] for task in document(capsys)["tasks"]}
    assert states == {"bad.jpg": "failed", "good.png": "done"}
    assert read_picture(out / "deeper" / "good_x2.png").size == (128, 96)
    (folder / "bad.jpg").unlink()
    assert run(*arguments) == 0
    assert document(capsys)["tasks"][0]["state"] == "skipped"


def test_batch_never_writes_two_inputs_to_one_file(tmp_path, picture):
    Image.fromarray(ramp()).save(tmp_path / "in.jpg")
    with pytest.raises(Problem, match="both become"):
        run("batch", picture, tmp_path / "in.jpg", "-o", tmp_path / "out", "--model", "bicubic",
            "--format", "png")  # fmt: skip


def test_a_folder_is_referred_to_batch(tmp_path):
    with pytest.raises(Problem) as caught:
        run("upscale", tmp_path, "-o", tmp_path / "out.png")
    assert "is a folder" in caught.value.what
    assert "pixelwatt batch" in caught.value.remedy


def test_what_was_found_in_a_model_can_be_corrected_and_forgotten(tmp_path, capsys):
    model = saved(upscaler(seed=41), tmp_path / "mine.onnx")
    assert run("models", model, "--correct", "value_range=0..255", "--json") == 0
    corrected = document(capsys)
    assert (corrected["value_range"], corrected["corrected"]) == ("0..255", ["value_range"])
    assert run("models", model, "--as-found", "--json") == 0
    found = document(capsys)
    assert (found["value_range"], found["corrected"]) == ("0..1", [])
    with pytest.raises(UsageError, match="no model to correct"):
        run("models", "--correct", "scale=2")


def test_progress_says_how_long_it_will_take(monkeypatch, capsys):
    now = [50.0]
    monkeypatch.setattr(cli_output, "monotonic", lambda: now[0])
    tell = cli_output.progress_line()
    tell(None, "Reading x")
    for seconds, done in ((1, 0.001), (30, 0.25), (30, 0.995), (3600, 0.5)):
        now[0] += seconds
        tell(done, "Upscaling x")
    lines = capsys.readouterr().err.splitlines()
    assert [line.strip() for line in lines] == [
        "Reading x",
        "0% Upscaling x",
        "25% Upscaling x, 1 min 33 s left",
        "100% Upscaling x, 0 s left",
        "50% Upscaling x, 1 h 1 min left",
    ]


def test_a_damaged_picture_is_one_line_on_the_terminal(tmp_path):
    """In a process of its own, because warnings are errors in this one."""
    path = tmp_path / "cut.tif"
    save_picture(Frame(ramp(dtype=np.uint16)), path)
    path.write_bytes(path.read_bytes()[:-40])
    command = [
        sys.executable,
        "-m",
        "pixelwatt",
        "upscale",
        str(path),
        "-o",
        str(tmp_path / "o.png"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    problem = [line for line in done.stderr.splitlines() if "Reading" not in line]
    assert len(problem) == 1
    assert "cut.tif" in problem[0]
