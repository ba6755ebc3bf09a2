"""Training itself, in miniature; needs torch, which the program and its tests do not."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from PIL import Image

torch = pytest.importorskip("torch", reason="torch is needed for training only")

from training.export import Stage, build_onnx, count, read_stages  # noqa: E402
from training.networks import ARCHITECTURES, Architecture, Network  # noqa: E402
from training.optimizer import cosine_with_warmup, orthogonal  # noqa: E402

from training import train  # noqa: E402 - only where torch is

ROOT = Path(__file__).parents[2]


def exported(network, repeat_edges=False):
    layers = [(kernel.numpy(), bias.numpy()) for kernel, bias in network.folded()]
    stage = Stage(layers, network.scale, network.architecture.stride, repeat_edges)
    return build_onnx([stage], "test")


def run(model, pixels):
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    return session.run(None, {"input": pixels})[0]


def with_edges_repeated(network, pixels):
    """What the network makes of a picture whose edge pixels go on and on."""
    border = 48
    padded = torch.nn.functional.pad(pixels, [border] * 4, mode="replicate")
    with torch.no_grad():
        made = network(padded)
    crop = border * network.scale
    return made[..., crop:-crop, crop:-crop]


@pytest.mark.parametrize(("family", "scale"), ARCHITECTURES)
def test_the_exported_graph_computes_what_was_trained(family, scale):
    torch.manual_seed(0)
    network = Network(ARCHITECTURES[family, scale], scale)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.02 * torch.randn_like(parameter))
    pixels = torch.rand(1, 1, 24, 32)
    with torch.no_grad():
        expected = network(pixels).numpy()
    assert np.allclose(run(exported(network), pixels.numpy()), expected, atol=1e-4)
    expected = with_edges_repeated(network, pixels).numpy()
    model = exported(network, repeat_edges=True)
    assert np.allclose(run(model, pixels.numpy()), expected, atol=1e-4)
    assert read_stages(model)[0].repeat_edges


@pytest.mark.parametrize(("family", "scale"), ARCHITECTURES)
def test_parameters_and_multiply_adds_are_counted_alike_before_and_after_export(family, scale):
    architecture = ARCHITECTURES[family, scale]
    counted = count(exported(Network(architecture, scale)))
    assert counted.parameters == architecture.parameters(scale)
    assert counted.macs_per_output_pixel == pytest.approx(architecture.macs_per_output_pixel(scale))
    assert counted.scale == scale


@pytest.mark.parametrize(("stride", "scale"), [(1, 2), (1, 3), (2, 2), (4, 1)])
def test_an_untrained_net_repeats_the_nearest_pixel_but_for_its_random_part(stride, scale):
    network = Network(Architecture((16, 16), stride=stride), scale)
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if not name.startswith("entry"):
                parameter.zero_()
    pixels = torch.rand(1, 1, 16, 16)
    nearest = pixels.repeat_interleave(scale, 2).repeat_interleave(scale, 3)
    with torch.no_grad():
        assert torch.allclose(network(pixels), nearest, atol=1e-6)


def test_a_cascade_is_its_stages_one_after_the_other():
    torch.manual_seed(1)
    first, second = (Network(Architecture((8, 8)), scale) for scale in (3, 2))
    stages = [read_stages(exported(network, repeat_edges=True))[0] for network in (first, second)]
    pixels = torch.rand(1, 1, 8, 8)
    middle = with_edges_repeated(first, pixels).clamp(0, 1)
    expected = with_edges_repeated(second, middle).numpy()
    cascade = build_onnx(stages, "cascade")
    assert np.allclose(run(cascade, pixels.numpy()), expected, atol=1e-5)
    assert count(cascade).scale == 6


def test_start_from_takes_over_all_but_the_exit_of_another_scale():
    source, deeper = Network(Architecture((16,) * 3), 2), Network(Architecture((16,) * 5), 3)
    assert deeper.start_from(source) == 3
    assert torch.equal(deeper.hidden[1].plain, source.hidden[1].plain)
    assert Network(Architecture((16,) * 3), 2).start_from(source) == 4


@pytest.mark.parametrize(
    "architecture",
    [
        Architecture((16,) * 3),
        Architecture((24, 24), stride=2),
        Architecture((32, 16, 8), entry=5, points=frozenset({1})),
        Architecture((64, 32, 24), stride=2, entry=8, points=frozenset({1})),
    ],
)
def test_an_exported_net_is_taken_up_again_as_it_was(architecture):
    torch.manual_seed(3)
    network = Network(architecture, 2)
    (stage,) = read_stages(exported(network))
    again = Network.of_stage(stage)
    assert again.architecture == architecture
    assert again.architecture == architecture
    pixels = torch.rand(1, 1, 16, 24)
    with torch.no_grad():
        assert torch.allclose(again(pixels), network(pixels), atol=1e-5)
        assert np.allclose(run(exported(again), pixels.numpy()), network(pixels), atol=1e-4)
    # Every branch trains on: what the file does not hold starts anew.
    again(pixels).square().mean().backward()
    assert all(parameter.grad is not None for parameter in again.parameters())


def test_orthogonal_brings_all_singular_values_near_one():
    torch.manual_seed(0)
    values = torch.linalg.svdvals(orthogonal(torch.randn(3, 8, 40)))
    assert values.min() > 0.5
    assert values.max() < 1.5


def test_rate_warms_up_and_then_falls_to_a_hundredth():
    assert cosine_with_warmup(0.0, 0) == pytest.approx(0.01)
    assert cosine_with_warmup(0.0, 1000) == pytest.approx(1.0)
    assert cosine_with_warmup(1.0, 1000) == pytest.approx(0.01)


def pictures(folder):
    rows, columns = np.mgrid[0:800, 0:160]
    rings = 127 + 120 * np.sin((rows - 300) ** 2 / 900 + (columns - 80) ** 2 / 700)
    for index in range(2):
        Image.fromarray(np.roll(rings, index * 40, 0).astype(np.uint8)).save(
            folder / f"{index}.png"
        )


def options(data, out, *more):
    return [
        *("--model", "M", "--scale", "2", "--data", str(data), "--out", str(out)),
        *("--batch", "2", "--patch", "16", *more),
    ]


def logged(out):
    with (out / "m-x2-photo.csv").open() as file:
        return list(csv.DictReader(file))


def test_training_learns_stops_at_a_checkpoint_and_goes_on_from_it(tmp_path, capsys):
    pictures(tmp_path)
    out = tmp_path / "out"
    assert train.main(options(tmp_path, out, "--steps", "2")) == 0
    assert train.main(options(tmp_path, out, "--steps", "40")) == 0
    assert "goes on from step 2" in capsys.readouterr().out
    rows = logged(out)
    assert [int(row["step"]) for row in rows] == [2, 40]
    assert float(rows[1]["validation_psnr_db"]) > float(rows[0]["validation_psnr_db"])
    assert (out / "m-x2-photo.onnx").exists()


def test_training_killed_at_any_moment_goes_on_from_its_last_checkpoint(tmp_path, capsys):
    pictures(tmp_path)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "training.train", *options(tmp_path, out)]
    # It would train for hours; its first checkpoint is written after the first step.
    process = subprocess.Popen([*command, "--save-every", "0"], cwd=ROOT)
    try:
        deadline = time.monotonic() + 300
        while not (out / "m-x2-photo.pt").exists():
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        process.kill()
        process.wait()
    saved = torch.load(out / "m-x2-photo.pt", weights_only=True)["step"]
    assert saved >= 1
    # A row that was logged but never saved must not stay.
    with (out / "m-x2-photo.csv").open("a") as log:
        log.write(f"{saved + 1},9,0.1,20.0\n")
    assert train.main(options(tmp_path, out, "--steps", str(saved + 3))) == 0
    assert f"goes on from step {saved}" in capsys.readouterr().out
    steps = [int(row["step"]) for row in logged(out)]
    assert steps == sorted(set(steps))
    assert steps[-2:] == [saved, saved + 3]
    assert (out / "m-x2-photo.onnx").exists()


def test_a_checkpoint_of_another_command_is_not_gone_on_from(tmp_path, capsys):
    pictures(tmp_path)
    out = tmp_path / "out"
    assert train.main(options(tmp_path, out, "--steps", "1")) == 0
    before = (out / "m-x2-photo.pt").read_bytes()
    assert train.main(options(tmp_path, out, "--steps", "2", "--rate", "1e-4")) == 1
    error = capsys.readouterr().err
    assert "checkpoint of another command" in error
    assert "--out" in error
    assert (out / "m-x2-photo.pt").read_bytes() == before


@pytest.mark.parametrize("suffix", ["pt", "onnx"])
def test_training_starts_from_a_trained_model(tmp_path, capsys, suffix):
    pictures(tmp_path)
    assert train.main(options(tmp_path, tmp_path / "one", "--steps", "30")) == 0
    start = tmp_path / "one" / f"m-x2-photo.{suffix}"
    more = ("--steps", "1", "--start", str(start))
    assert train.main(options(tmp_path, tmp_path / "two", *more)) == 0
    assert f"6 layers start from m-x2-photo.{suffix}" in capsys.readouterr().out
    (end,), begun = logged(tmp_path / "one"), logged(tmp_path / "two")[0]
    difference = float(begun["validation_psnr_db"]) - float(end["validation_psnr_db"])
    assert abs(difference) < 0.5


def test_a_network_that_does_not_exist_is_refused_in_words(capsys):
    assert train.main(["--model", "L", "--scale", "5"]) == 1
    assert "there is no network L x5; choose one of" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--start", "--through"])
def test_a_model_that_is_not_there_is_refused_in_words(capsys, tmp_path, option):
    missing = tmp_path / "missing.onnx"
    assert train.main(options(tmp_path, tmp_path, option, str(missing))) == 1
    assert f"there is no model {missing}" in capsys.readouterr().err


def test_two_starts_take_the_body_of_one_and_the_exit_of_the_other(tmp_path, capsys):
    pictures(tmp_path)
    made = {}
    for scale in (3, 2):
        network = Network(ARCHITECTURES["L", scale], scale)
        made[scale] = tmp_path / f"l-x{scale}.onnx"
        made[scale].write_bytes(exported(network).SerializeToString())
    starts = ("--start", str(made[3]), "--start", str(made[2]))
    more = ("--model", "L", "--scale", "3", "--steps", "0", *starts)
    assert train.main(options(tmp_path, tmp_path / "out", *more)) == 0
    (stage,), (exit_of,), (body_of,) = (
        read_stages(onnx.load(str(file)))
        for file in (tmp_path / "out" / "l-x3-photo.onnx", made[3], made[2])
    )
    assert np.allclose(stage.layers[-1][0], exit_of.layers[-1][0], atol=1e-5)
    for mine, theirs in zip(stage.layers[:-1], body_of.layers[:-1], strict=True):
        assert np.allclose(mine[0], theirs[0], atol=1e-5)


def test_the_same_seed_trains_the_same_weights(tmp_path):
    pictures(tmp_path)
    made = []
    for out in (tmp_path / "a", tmp_path / "b"):
        train.main(options(tmp_path, out, "--steps", "3"))
        made.append((out / "m-x2-photo.onnx").read_bytes())
    assert made[0] == made[1]
