"""What is wrapped around a network changes nothing but its form."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

from pixelwatt_upscaler.core.graph_cost import at_size
from pixelwatt_upscaler.core.onnx_graph import with_leaky_relu, with_pixels
from pixelwatt_upscaler.core.onnx_model import inspect
from pixelwatt_upscaler.core.planes import Planes, to_network

from .made_models import upscaler


def session(made):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(
        made.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def picture(height=22, width=30, dtype=np.uint8):
    top = np.iinfo(dtype).max
    return np.random.default_rng(3).integers(0, top, (height, width, 3), dtype, endpoint=True)


def through_planes(made, info, rgb):
    """The CPU's way: OpenCV converts, the network runs on planes."""
    shape = (1, info.channels, *rgb.shape[:2])
    if info.layout == "NHWC":
        shape = (1, *rgb.shape[:2], info.channels)
    tensor = np.zeros(shape, info.dtype)
    to_network(rgb, info, tensor)
    result = session(at_size(made, shape)).run(None, {info.input_name: tensor})[0]
    return Planes(info).from_network(result, rgb)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize(
    "options",
    [
        {"channels": 3},
        {"channels": 1},
        {"channels": 3, "layout": "NHWC"},
        {"channels": 4},
        {"channels": 3, "offset": 2.0, "scale": 3},
        {"channels": 3, "dtype": "float16"},
    ],
)
def test_the_graph_and_opencv_convert_alike(options, bits):
    made = upscaler(strength=0.02, **options)
    info = inspect(made.SerializeToString(), "m.onnx")
    rgb = picture(dtype=np.uint16 if bits == 16 else np.uint8)
    wrapped = with_pixels(made, info, bits)
    inside = session(at_size(wrapped, (1, *rgb.shape))).run(None, {"pixelwatt_pixels": rgb[None]})
    outside = through_planes(made, info, rgb)
    assert inside[0].dtype == outside.dtype == rgb.dtype
    assert inside[0].shape[1:] == outside.shape
    # Luma networks round the enlarged picture and its luma on the way through OpenCV.
    steps = 2 if info.channels == 1 else 1
    most = steps * (1 if bits == 8 else 257 if options.get("dtype") == "float16" else 4)
    assert np.abs(inside[0][0].astype(int) - outside).max() <= most


def test_a_luma_network_leaves_grey_grey():
    made = upscaler(channels=1, strength=0.1)
    info = inspect(made.SerializeToString(), "m.onnx")
    grey = np.repeat(picture()[:, :, :1], 3, axis=2)
    result = through_planes(made, info, grey)
    assert (result[:, :, 0] == result[:, :, 1]).all()
    assert (result[:, :, 0] == result[:, :, 2]).all()


def test_equal_slopes_become_leaky_relu_with_the_same_values():
    made = upscaler(activation="PRelu", strength=0.3)
    faster = with_leaky_relu(made)
    kinds = [node.op_type for node in faster.graph.node]
    assert "LeakyRelu" in kinds
    assert "PRelu" not in kinds
    assert not [tensor for tensor in faster.graph.initializer if tensor.name.startswith("slope")]
    tensor = np.random.default_rng(0).normal(size=(1, 3, 9, 11)).astype(np.float32)
    before, after = (session(each).run(None, {"picture": tensor})[0] for each in (made, faster))
    np.testing.assert_allclose(before, after, atol=1e-6)


def test_unequal_slopes_stay():
    made = upscaler(activation="PRelu")
    slope = next(t for t in made.graph.initializer if t.name == "slope0")
    values = np.linspace(0, 1, 8, dtype=np.float32).reshape(8, 1, 1)
    slope.raw_data = values.tobytes()
    assert "PRelu" in [node.op_type for node in with_leaky_relu(made).graph.node]
