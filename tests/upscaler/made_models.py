"""Small ONNX models for tests: each enlarges by nearest neighbour plus what its weights add."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def upscaler(
    scale=2,
    channels=3,
    layout="NCHW",
    depth=1,
    kernel=3,
    strength=0.05,
    offset=0.0,
    fixed=None,
    multiple=1,
    dtype="float32",
    activation="Relu",
    seed=0,
):
    """A residual network of ``depth`` convolutions around a nearest-neighbour enlargement."""
    random = np.random.default_rng(seed)
    half = dtype == "float16"
    kind = {"float32": TensorProto.FLOAT, "float16": TensorProto.FLOAT16,
            "uint8": TensorProto.UINT8}[dtype]  # fmt: skip
    weights = []
    nodes = []

    def constant(name, values, number=np.float32):
        if number == np.float32 and half:
            number = np.float16
        weights.append(numpy_helper.from_array(np.asarray(values, number), name))
        return name

    current = "picture"
    if dtype == "uint8":
        nodes.append(helper.make_node("Cast", [current], ["floats"], to=TensorProto.FLOAT))
        current = "floats"
    if layout == "NHWC":
        nodes.append(helper.make_node("Transpose", [current], ["planes"], perm=[0, 3, 1, 2]))
        current = "planes"
    picture = current
    if multiple > 1:
        nodes.append(helper.make_node("SpaceToDepth", [current], ["folded"], blocksize=multiple))
        current = "folded"
    width = channels * multiple**2
    for index in range(depth):
        kernel_values = random.normal(0, strength, (8, width, kernel, kernel))
        nodes.append(
            helper.make_node(
                "Conv",
                [current, constant(f"w{index}", kernel_values), constant(f"b{index}", np.zeros(8))],
                [f"c{index}"],
                pads=[kernel // 2] * 4,
            )
        )
        inputs = [f"c{index}"]
        if activation == "PRelu":
            inputs.append(constant(f"slope{index}", np.full((8, 1, 1), 0.25)))
        nodes.append(helper.make_node(activation, inputs, [f"a{index}"]))
        current, width = f"a{index}", 8
    last = random.normal(0, strength, (channels * (multiple * scale) ** 2, width, kernel, kernel))
    nodes += [
        helper.make_node(
            "Conv",
            [current, constant("wl", last), constant("bl", np.full(len(last), offset))],
            ["cl"],
            pads=[kernel // 2] * 4,
        ),
        helper.make_node("DepthToSpace", ["cl"], ["detail"], blocksize=multiple * scale),
        helper.make_node(
            "Resize",
            [picture, "", constant_scales(weights, scale)],
            ["coarse"],
            mode="nearest",
            nearest_mode="floor",
            coordinate_transformation_mode="asymmetric",
        ),
        helper.make_node("Add", ["coarse", "detail"], ["sum"]),
    ]
    result = "sum"
    if dtype == "uint8":
        low, high = constant("low", 0.0), constant("high", 255.0)
        nodes.append(helper.make_node("Clip", [result, low, high], ["clipped"]))
        nodes.append(helper.make_node("Cast", ["clipped"], ["bytes"], to=kind))
        result = "bytes"
    if layout == "NHWC":
        nodes.append(helper.make_node("Transpose", [result], ["rows"], perm=[0, 2, 3, 1]))
        result = "rows"
    nodes.append(helper.make_node("Identity", [result], ["larger"]))
    height, breadth = (fixed[1], fixed[0]) if fixed else ("h", "w")
    shape = [1, channels, height, breadth] if layout == "NCHW" else [1, height, breadth, channels]
    return model(nodes, shape, kind, weights)


def constant_scales(weights, scale):
    weights.append(numpy_helper.from_array(np.array([1, 1, scale, scale], np.float32), "scales"))
    return "scales"


def model(nodes, shape, kind=TensorProto.FLOAT, weights=(), inputs=(), opset=17):
    graph = helper.make_graph(
        nodes,
        "test",
        [helper.make_tensor_value_info("picture", kind, shape), *inputs],
        [helper.make_tensor_value_info(nodes[-1].output[0], kind, [None] * 4)],
        list(weights),
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    made.ir_version = 8
    return made


def pointwise(operator, shape=(1, 3, "h", "w"), weights=(), extra=(), **attributes):
    """A model of one operator on the picture."""
    node = helper.make_node(operator, ["picture", *extra], ["larger"], **attributes)
    return model([node], list(shape), weights=weights)


def initializer(name, values, dtype=np.float32):
    return numpy_helper.from_array(np.asarray(values, dtype), name)


def saved(made, path):
    onnx.save(made, str(path))
    return path
