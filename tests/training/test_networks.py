"""Training itself, in miniature; needs torch, which the program and its tests do not."""

from __future__ import annotations

import csv

import numpy as np
import onnxruntime
import pytest
from PIL import Image

torch = pytest.importorskip("torch", reason="torch is needed for training only")

from training.export import Stage, build_onnx, count, read_stages  # noqa: E402
from training.networks import ARCHITECTURES, Architecture, Network  # noqa: E402
from training.optimizer import cosine_with_warmup, orthogonal  # noqa: E402

from training import train  # noqa: E402 - only where torch is


def exported(network):
    layers = [(kernel.numpy(), bias.numpy()) for kernel, bias in network.folded()]
    return build_onnx([Stage(layers, network.scale, network.architecture.stride)], "test")


def run(model, pixels):
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    return session.run(None, {"input": pixels})[0]


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
    stages = [read_stages(exported(network))[0] for network in (first, second)]
    pixels = torch.rand(1, 1, 8, 8)
    with torch.no_grad():
        expected = second(first(pixels).clamp(0, 1)).numpy()
    cascade = build_onnx(stages, "cascade")
    assert np.allclose(run(cascade, pixels.numpy()), expected, atol=1e-5)
    assert count(cascade).scale == 6


def test_start_from_takes_over_all_but_the_exit_of_another_scale():
    source, deeper = Network(Architecture((16,) * 3), 2), Network(Architecture((16,) * 5), 3)
    assert deeper.start_from(source) == 3
    assert torch.equal(deeper.hidden[1].plain, source.hidden[1].plain)
    assert Network(Architecture((16,) * 3), 2).start_from(source) == 4


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


def test_training_learns_stops_at_a_checkpoint_and_goes_on_from_it(tmp_path, capsys):
    pictures(tmp_path)
    options = [
        "--model",
        "M",
        "--scale",
        "2",
        "--data",
        str(tmp_path),
        "--out",
        str(tmp_path / "out"),
        "--batch",
        "2",
        "--patch",
        "16",
    ]
    assert train.main([*options, "--steps", "2"]) == 0
    assert train.main([*options, "--steps", "40"]) == 0
    assert "goes on from step 2" in capsys.readouterr().out
    with (tmp_path / "out" / "m-x2-photo.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == [2, 40]
    assert float(rows[1]["validation_psnr_db"]) > float(rows[0]["validation_psnr_db"])
    assert (tmp_path / "out" / "m-x2-photo.onnx").exists()


def test_the_same_seed_trains_the_same_weights(tmp_path):
    pictures(tmp_path)
    made = []
    for out in ("a", "b"):
        train.main(
            [
                "--model",
                "M",
                "--scale",
                "2",
                "--data",
                str(tmp_path),
                "--out",
                str(tmp_path / out),
                "--batch",
                "2",
                "--patch",
                "16",
                "--steps",
                "3",
            ]
        )
        made.append((tmp_path / out / "m-x2-photo.onnx").read_bytes())
    assert made[0] == made[1]
