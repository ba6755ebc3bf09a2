"""Models are known by their graph and by a run, never by their file's name."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper

from pixelwatt.api import Problem
from pixelwatt_upscaler.core import model_memory
from pixelwatt_upscaler.core.model_file import parse
from pixelwatt_upscaler.core.model_info import Layout, ModelInfo, ValueRange
from pixelwatt_upscaler.core.model_probe import inspect_apart
from pixelwatt_upscaler.core.onnx_model import inspect

from .made_models import initializer, model, pointwise, saved, upscaler


def found(made, name="model_x8.onnx"):
    return inspect(made.SerializeToString(), name)


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
@pytest.mark.parametrize("channels", [1, 3])
def test_scale_and_channels_come_from_a_run(scale, channels):
    info = found(upscaler(scale=scale, channels=channels))
    assert (info.scale, info.channels) == (scale, channels)
    assert info.layout is Layout.NCHW
    assert info.value_range is ValueRange.UNIT
    assert info.multiple == 1
    assert info.halo == 2


def test_nhwc_is_seen():
    info = found(upscaler(layout="NHWC"))
    assert (info.layout, info.channels, info.halo) == (Layout.NHWC, 3, 2)


def test_bytes_in_floats_are_seen_by_an_offset_that_only_they_can_bear():
    assert found(upscaler(offset=2.0)).value_range is ValueRange.BYTE


@pytest.mark.parametrize("multiple", [2, 4, 16])
def test_a_required_multiple_is_found(multiple):
    info = found(upscaler(multiple=multiple))
    assert info.multiple == multiple
    assert info.scale == 2


def test_a_fixed_size_is_found():
    info = found(upscaler(fixed=(48, 32)))
    assert info.fixed_size == (48, 32)


def test_one_fixed_side_makes_a_square():
    made = upscaler()
    made.graph.input[0].type.tensor_type.shape.dim[2].dim_value = 40
    assert found(made).fixed_size == (40, 40)


def test_channels_without_a_number_are_those_of_the_first_convolution():
    """Also behind what exporters put before it: here the mean colour taken off."""
    made = upscaler()
    for dim, symbol in zip(made.graph.input[0].type.tensor_type.shape.dim, "nchw", strict=True):
        dim.dim_param = symbol
    assert found(made).channels == 3
    for node in made.graph.node:
        for index, name in enumerate(node.input):
            if name == "picture":
                node.input[index] = "centred"
    made.graph.initializer.append(initializer("mean", np.zeros((1, 3, 1, 1))))
    made.graph.node.insert(0, helper.make_node("Sub", ["picture", "mean"], ["centred"]))
    assert found(made).channels == 3


@pytest.mark.parametrize("dtype", ["float16", "uint8"])
def test_other_types_are_seen(dtype):
    info = found(upscaler(dtype=dtype, strength=0.01))
    assert info.dtype == dtype
    assert info.half == (dtype == "float16")


def test_parameters_and_work_are_counted():
    info = found(upscaler(scale=2, channels=1, depth=1))
    weights = 8 * 9 + 8 + 4 * 8 * 9 + 4
    assert info.parameters == weights + 4  # and the four scales of its Resize
    assert info.macs_per_output_pixel == (8 * 9 + 4 * 8 * 9) / 4


def test_what_is_found_survives_json():
    info = found(upscaler(fixed=(48, 32)))
    assert ModelInfo.from_json(info.to_json()) == info


def refusal(made):
    with pytest.raises(Problem) as caught:
        inspect(made if isinstance(made, bytes) else made.SerializeToString(), "some.onnx")
    assert caught.value.remedy
    return caught.value.what


@pytest.mark.parametrize("data", [b"", b"not a model", b"\x89PNG\r\n\x1a\n", bytes(64)])
def test_a_file_that_is_no_onnx_is_refused(data):
    assert "is not an ONNX model" in refusal(data)


def test_external_data_is_refused():
    made = upscaler()
    made.graph.initializer[0].data_location = TensorProto.EXTERNAL
    entry = made.graph.initializer[0].external_data.add()
    entry.key, entry.value = "location", "/etc/passwd"
    assert "other files" in refusal(made)


def test_foreign_operators_are_refused():
    made = pointwise("Enhance", domain="com.example")
    made.opset_import.append(helper.make_opsetid("com.example", 1))
    assert "com.example.Enhance" in refusal(made)


def test_an_input_that_is_no_picture_is_refused():
    tokens = model(
        [helper.make_node("Identity", ["picture"], ["larger"])], ["n", 128], TensorProto.INT64
    )
    assert "not a picture" in refusal(tokens)
    features = pointwise("Relu", shape=(1, 64, "h", "w"))
    assert "not a picture" in refusal(features)


def test_two_inputs_are_refused():
    other = helper.make_tensor_value_info("other", TensorProto.FLOAT, [1, 3, "h", "w"])
    nodes = [helper.make_node("Add", ["picture", "other"], ["larger"])]
    assert "2 inputs" in refusal(model(nodes, [1, 3, "h", "w"], inputs=[other]))


def test_several_pictures_at_a_time_are_refused():
    made = upscaler()
    made.graph.input[0].type.tensor_type.shape.dim[0].dim_value = 4
    assert "4 pictures at a time" in refusal(made)


def test_an_output_of_the_wrong_size_is_refused():
    pads = initializer("pads", [0, 0, 1, 0, 0, 0, 0, 0], np.int64)
    assert "no whole scale" in refusal(pointwise("Pad", weights=[pads], extra=["pads"]))


def test_values_that_are_no_numbers_are_refused():
    nan = initializer("nan", float("nan"))
    assert "NaN" in refusal(pointwise("Add", weights=[nan], extra=["nan"]))


def test_a_model_that_needs_100_gb_is_refused_before_it_runs():
    giant = initializer("shape", [1, 3, 100_000, 100_000], np.int64)
    nodes = [
        helper.make_node("ConstantOfShape", ["shape"], ["field"]),
        helper.make_node("ReduceMax", ["field"], ["peak"], keepdims=1),
        helper.make_node("Add", ["picture", "peak"], ["larger"]),
    ]
    what = refusal(model(nodes, [1, 3, "h", "w"], weights=[giant]))
    assert "GB" in what


def test_a_fixed_size_beyond_memory_is_refused():
    assert "GB" in refusal(pointwise("Relu", shape=(1, 3, 100_000, 100_000)))


def test_an_inspection_apart_finds_the_same_and_is_remembered(tmp_path, monkeypatch):
    path = saved(upscaler(scale=3), tmp_path / "named_x7.onnx")
    info = model_memory.inspected(path)
    assert info == inspect(path.read_bytes(), path.name)

    def never(_path):
        raise AssertionError("inspected twice")

    monkeypatch.setattr(model_memory, "inspect_apart", never)
    assert model_memory.inspected(path) == info


def test_corrections_are_remembered_by_content_not_by_name(tmp_path, monkeypatch):
    made = upscaler()
    info = inspect(made.SerializeToString(), "a.onnx")
    monkeypatch.setattr(model_memory, "inspect_apart", lambda _path: info)
    model_memory.correct(info, value_range="0..255", halo=9)
    elsewhere = saved(made, tmp_path / "renamed.onnx")
    corrected = model_memory.inspected(elsewhere)
    assert (corrected.value_range, corrected.halo) == (ValueRange.BYTE, 9)
    model_memory.correct(info)
    assert model_memory.inspected(elsewhere) == info


def test_a_refusal_crosses_the_process(tmp_path):
    path = tmp_path / "x2.onnx"
    path.write_bytes(b"nothing")
    with pytest.raises(Problem, match="is not an ONNX model") as caught:
        inspect_apart(path)
    assert caught.value.remedy


def test_a_process_that_dies_is_a_refusal(tmp_path, monkeypatch):
    import sys

    from pixelwatt_upscaler.core import model_probe

    monkeypatch.setattr(
        model_probe, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"]
    )
    with pytest.raises(Problem, match="brings ONNX Runtime down"):
        inspect_apart(saved(upscaler(), tmp_path / "m.onnx"))


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_damaged_models_are_refused_or_read_but_never_raise_anything_else(data):
    content = bytearray(_MADE)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))
    try:
        parse(bytes(content[:end]), "damaged.onnx")
    except Problem:
        return


_MADE = upscaler(channels=1).SerializeToString()

_OPERATORS = ("Relu", "Sigmoid", "Abs", "Neg", "Exp", "Transpose", "GlobalAveragePool", "Shape",
              "Softmax", "Identity", "ReduceMean", "Tanh", "Flatten")  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_OPERATORS), min_size=1, max_size=5))
def test_random_graphs_are_described_or_refused(operators):
    names = ["picture", *(f"t{index}" for index in range(len(operators)))]
    nodes = [
        helper.make_node(operator, [names[index]], [names[index + 1]])
        for index, operator in enumerate(operators)
    ]
    made = model(nodes, [1, 3, "h", "w"])
    try:
        info = inspect(made.SerializeToString(), "random.onnx")
    except Problem:
        return
    assert info.scale >= 1


def test_operators_older_than_their_opset_names_are_brought_up_to_date():
    """Old exports write Upsample; what the checker accepts, the runtime must run or refuse."""
    scales = initializer("scales", [1, 1, 2, 2])
    node = helper.make_node("Upsample", ["picture", "scales"], ["larger"], mode="nearest")
    old = model([node], [1, 3, "h", "w"], weights=[scales], opset=9)
    assert found(old).scale == 2
    assert onnx.checker.check_model(old) is None
