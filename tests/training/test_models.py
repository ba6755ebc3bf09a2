"""The shipped models: each matches its card, and each beats Lanczos4 at its own task."""

from __future__ import annotations

import hashlib
import tomllib

import numpy as np
import onnx
import onnxruntime
import pytest
from training.evaluate import MODELS, score, take_down
from training.export import count, read_stages
from training.methods import Method, classics, luma_model
from training.recipes import RECIPES
from training.scenes.render import HELD_OUT_SEEDS, one_sample, sample_grid, truth

CARDS = sorted(MODELS.glob("*.toml"))
cards = pytest.mark.parametrize("card_file", CARDS, ids=lambda file: file.stem)


def card_of(file):
    return tomllib.loads(file.read_text("utf-8"))


def test_every_model_has_a_card_and_every_card_a_model_and_a_recipe():
    stems = {file.stem for file in CARDS}
    assert stems
    assert stems == {file.stem for file in MODELS.glob("*.onnx")}
    assert stems <= {recipe.identifier for recipe in RECIPES}


@cards
def test_card_says_what_the_file_is(card_file):
    card, file = card_of(card_file), card_file.with_suffix(".onnx")
    model = onnx.load(str(file))
    counted = count(model)
    assert card["model"]["id"] == card_file.stem
    assert card["model"]["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert card["model"]["parameters"] == counted.parameters
    assert card["model"]["scale"] == counted.scale
    assert card["model"]["opset"] == counted.opset
    assert card["model"]["multiple_of"] == counted.multiple_of
    assert card["model"]["macs_per_output_pixel"] == pytest.approx(
        counted.macs_per_output_pixel, abs=0.1
    )
    assert {"data", "seed", "steps", "seconds", "device", "command", "degradations"} <= set(
        card["training"]
    )
    assert card["training"]["data"]
    assert card["licence"]["weights"]


@cards
def test_only_what_runs_fast_everywhere_is_in_the_graph(card_file):
    model = onnx.load(str(card_file.with_suffix(".onnx")))
    assert {node.op_type for node in model.graph.node} <= {
        *("Pad", "Conv", "Relu", "DepthToSpace", "Clip"),
    }
    # Only a picture is padded, of one channel, which costs next to nothing.
    pads = [node.input[0] for node in model.graph.node if node.op_type == "Pad"]
    assert pads in ([], ["input"])
    assert model.graph.node[-1].op_type == "DepthToSpace"
    for stage in read_stages(model):
        for kernel, _ in stage.layers[:-1]:
            assert kernel.shape[0] % 8 == 0
    shape = model.graph.input[0].type.tensor_type.shape.dim
    assert model.graph.input[0].name == "input"
    assert [dim.dim_param or dim.dim_value for dim in shape] == [1, 1, "height", "width"]
    assert [output.name for output in model.graph.output] == ["output"]


def macs_run(file, height, width):
    """Multiply-adds of every convolution, from the shapes that ONNX's own inference gives."""
    model = onnx.load(str(file))
    dims = model.graph.input[0].type.tensor_type.shape.dim[2:]
    for dim, size in zip(dims, (height, width), strict=True):
        dim.dim_value = size
    model.graph.output[0].type.tensor_type.ClearField("shape")
    inferred = onnx.shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
    shapes = {
        value.name: [dim.dim_value for dim in value.type.tensor_type.shape.dim]
        for value in [*inferred.graph.value_info, *inferred.graph.output]
    }
    kernels = {one.name: one.dims for one in model.graph.initializer}
    macs = sum(
        int(np.prod(kernels[node.input[1]])) * int(np.prod(shapes[node.output[0]][2:]))
        for node in model.graph.node
        if node.op_type == "Conv"
    )
    return macs, int(np.prod(shapes["output"][2:]))


@cards
def test_multiply_adds_are_those_of_each_convolution_run(card_file):
    """Counted anew; the borders' share is the same in all sizes and falls out of differences."""
    file, (height, width), more = card_file.with_suffix(".onnx"), (24, 36), 12
    sizes = [(height + more, width + more), (height, width + more), (height + more, width)]
    (both, whole), (wider, wide), (taller, tall) = (macs_run(file, *size) for size in sizes)
    plain, small = macs_run(file, height, width)
    added = (both - wider - taller + plain) / (whole - wide - tall + small)
    assert card_of(card_file)["model"]["macs_per_output_pixel"] == pytest.approx(added, abs=0.1)


@cards
@pytest.mark.parametrize("level", [0, 64, 128, 192, 255])
def test_a_flat_picture_stays_flat_and_has_no_line_around_it(card_file, level):
    model = onnx.load(str(card_file.with_suffix(".onnx")))
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    shown = np.full((1, 1, 48, 48), level / 255, np.float32)
    made = (255 * session.run(["output"], {"input": shown})[0][0, 0]).clip(0, 255)
    inner = made.shape[0] // 3
    middle = made[inner:-inner, inner:-inner]
    assert np.abs(middle - level).max() < 3.5
    # Nets that carry pictures on by what they learned do so less well for flat ones.
    bound = 3.5 if read_stages(model)[0].repeat_edges else 10.5
    assert np.abs(made - level).max() < bound


@cards
def test_any_size_runs_and_comes_out_enlarged(card_file):
    card = card_of(card_file)["model"]
    session = onnxruntime.InferenceSession(
        str(card_file.with_suffix(".onnx")), providers=["CPUExecutionProvider"]
    )
    for height, width in ((4, 8), (20, 12)):
        shown = np.random.default_rng(0).random((1, 1, height, width), dtype=np.float32)
        made = session.run(["output"], {"input": shown})[0]
        assert made.shape == (1, 1, height * card["scale"], width * card["scale"])
        assert np.isfinite(made).all()


@cards
def test_beats_lanczos4_on_a_scene_it_was_not_trained_on(card_file):
    card = card_of(card_file)["model"]
    scale = card["scale"]
    grid = sample_grid(HELD_OUT_SEEDS[0], 144, 216)
    high = truth(grid)
    rendered = card["kind"] == "render"
    low = one_sample(grid, scale) if rendered else take_down(high, scale, "bicubic")
    rival = [method for method in classics(scale) if method.name == "Lanczos4"]
    if scale == 1:
        rival = [Method("as it is", 1, lambda picture: picture)]
    ours = luma_model(card_file.with_suffix(".onnx"), scale, "ours", card["multiple_of"])
    lanczos, mine = score("scene", "its own", [(high, low)], [*rival, ours])
    assert mine.psnr_y_db > lanczos.psnr_y_db
    assert mine.ssim_y > lanczos.ssim_y
