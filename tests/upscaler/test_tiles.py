"""Tiled equals whole, because tiles overlap by what the network can see."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import helper

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.receptive_field import halo
from pixelwatt_upscaler.core.tiles import run_tiled, spans

from .made_models import initializer, model, pointwise, upscaler


def runner(made):
    """Height x width x channels (float32) to the same, enlarged."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        made.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )

    def run(pixels):
        return session.run(None, {"picture": pixels.transpose(2, 0, 1)[None]})[0][0].transpose(
            1, 2, 0
        )

    return run


@settings(max_examples=30, deadline=None)
@given(
    scale=st.integers(1, 4),
    depth=st.integers(1, 3),
    kernel=st.sampled_from([1, 3, 5]),
    multiple=st.sampled_from([1, 2]),
    width=st.integers(4, 60),
    height=st.integers(4, 60),
    tile=st.integers(1, 24),
)
def test_tiled_equals_whole(scale, depth, kernel, multiple, width, height, tile):
    made = upscaler(scale=scale, depth=depth, kernel=kernel, multiple=multiple, strength=0.2)
    reach = halo(made.graph, "picture", "larger")
    side = 2 * reach + multiple * tile
    side += -side % multiple
    picture = Size(width * multiple, height * multiple)
    pixels = np.random.default_rng(1).random((picture.height, picture.width, 3), np.float32)
    run = runner(made)
    whole = run(pixels)
    parts = run_tiled(pixels, Size(side, side), reach, scale, run, multiple=multiple)
    np.testing.assert_allclose(parts, whole, rtol=0, atol=2e-6)


def test_one_pixel_less_of_overlap_would_show():
    made = upscaler(depth=2, strength=0.3)
    pixels = np.random.default_rng(1).random((40, 40, 3), np.float32)
    run = runner(made)
    reach = halo(made.graph, "picture", "larger")
    parts = run_tiled(pixels, Size(20, 20), reach - 1, 2, run)
    assert np.abs(parts - run(pixels)).max() > 1e-4


@pytest.mark.parametrize(
    ("depth", "kernel", "multiple", "expected"),
    [(1, 3, 1, 2), (3, 3, 1, 4), (1, 5, 1, 4), (2, 1, 1, 0), (1, 3, 2, 5)],
)
def test_the_halo_is_that_of_the_convolutions(depth, kernel, multiple, expected):
    made = upscaler(depth=depth, kernel=kernel, multiple=multiple)
    assert halo(made.graph, "picture", "larger") == expected


def test_dilation_and_transposed_convolution_are_followed():
    wide = pointwise(
        "Conv", weights=[initializer("w", np.ones((3, 3, 3, 3)))], extra=["w"],
        pads=[4] * 4, dilations=[4, 4],
    )  # fmt: skip
    assert halo(wide.graph, "picture", "larger") == 4
    up = pointwise(
        "ConvTranspose", weights=[initializer("w", np.ones((3, 3, 4, 4)))], extra=["w"],
        pads=[1] * 4, strides=[2, 2],
    )  # fmt: skip
    assert halo(up.graph, "picture", "larger") == 1


def test_whole_picture_operators_have_no_halo():
    nodes = [
        helper.make_node("GlobalAveragePool", ["picture"], ["mean"]),
        helper.make_node("Add", ["picture", "mean"], ["larger"]),
    ]
    assert halo(model(nodes, [1, 3, "h", "w"]).graph, "picture", "larger") is None


@given(
    length=st.integers(1, 400),
    tile=st.integers(1, 100),
    reach=st.integers(0, 20),
    multiple=st.integers(1, 4),
)
def test_spans_cover_the_length_once_with_enough_around(length, tile, reach, multiple):
    length, tile = length * multiple, tile * multiple
    if tile < length and (tile - 2 * reach) // multiple < 1:
        with pytest.raises(ValueError, match="too small"):
            spans(length, tile, reach, multiple)
        return
    found = spans(length, tile, reach, multiple)
    assert found[0].keep_from == 0
    assert found[-1].keep_to == length
    for before, after in pairwise(found):
        assert before.keep_to == after.keep_from
        assert after.keep_from - after.start >= reach
        assert before.start + tile - before.keep_to >= reach
        assert after.start % multiple == 0
        assert after.start + tile <= length
