"""Write folded networks as ONNX by hand: Conv, Relu and DepthToSpace, and Pad where it helps.

Convolutions that pad with zeros see black around the picture, as they did around every patch
in training. Nets for photographs have learned to carry a picture on from there, better than
repeating its edge does; others draw a dark line around bright pictures. For those the picture's
edge is repeated as far as the net sees, and no convolution pads its own input; away from the
borders that computes what was trained.

A cascade becomes one graph: its stages one after the other, with a Clip to [0, 1] between
them, since that is what the second stage was trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

OPSET = 17
IR_VERSION = 9
"""Both as old as they can be, so that old runtimes (DirectML's among them) read the files."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A chain of (kernel, bias), ReLU between them, that enlarges by ``scale``."""

    layers: Sequence[tuple[NDArray[np.float32], NDArray[np.float32]]]
    scale: int
    stride: int = 1
    repeat_edges: bool = False

    @property
    def reach(self) -> int:
        """Input pixels beyond the picture's edge that the net sees."""
        first, *others = (int(kernel.shape[-1]) for kernel, _ in self.layers)
        return (first - self.stride) // 2 + self.stride * sum(size // 2 for size in others)


def build_onnx(stages: Sequence[Stage], name: str) -> onnx.ModelProto:
    """The model of one stage or of a cascade.

    ``input`` is float32 (1, C, height, width) in [0, 1]; ``output`` is unclipped. Height
    and width are dynamic and must be multiples of the first stage's stride.
    """
    nodes: list[onnx.NodeProto] = []
    weights: list[onnx.TensorProto] = []
    tensor, scale = "input", 1
    for number, stage in enumerate(stages):
        if number:
            nodes.append(helper.make_node("Clip", [tensor, "zero", "one"], [f"stage_{number}"]))
            weights.append(numpy_helper.from_array(np.float32(0), "zero"))
            weights.append(numpy_helper.from_array(np.float32(1), "one"))
            tensor = f"stage_{number}"
        output = "output" if number == len(stages) - 1 else f"enlarged_{number}"
        _append(stage, nodes, weights, tensor, output, f"{number}_")
        tensor, scale = output, scale * stage.scale
    colours = int(stages[0].layers[0][0].shape[1])
    graph = helper.make_graph(
        nodes,
        name,
        [_image("input", colours, "height", "width")],
        [_image("output", colours, f"height_x{scale}", f"width_x{scale}")],
        weights,
    )
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="pixelwatt training",
    )
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model, full_check=True)
    return model


def _append(
    stage: Stage,
    nodes: list[onnx.NodeProto],
    weights: list[onnx.TensorProto],
    tensor: str,
    output: str,
    prefix: str,
) -> None:
    if stage.repeat_edges:
        pads = np.array([0, 0, stage.reach, stage.reach] * 2, np.int64)
        weights.append(numpy_helper.from_array(pads, f"{prefix}pads"))
        padded = f"{prefix}padded"
        nodes.append(helper.make_node("Pad", [tensor, f"{prefix}pads"], [padded], mode="edge"))
        tensor = padded
    for index, (kernel, bias) in enumerate(stage.layers):
        size, step = int(kernel.shape[-1]), stage.stride if index == 0 else 1
        kernel_name, bias_name = f"{prefix}weight_{index}", f"{prefix}bias_{index}"
        weights.append(numpy_helper.from_array(kernel.astype(np.float32), kernel_name))
        weights.append(numpy_helper.from_array(bias.astype(np.float32), bias_name))
        made = f"{prefix}conv_{index}"
        nodes.append(
            helper.make_node(
                "Conv",
                [tensor, kernel_name, bias_name],
                [made],
                kernel_shape=[size, size],
                strides=[step, step],
                pads=[0 if stage.repeat_edges else (size - step) // 2] * 4,
            )
        )
        if index < len(stage.layers) - 1:
            nodes.append(helper.make_node("Relu", [made], [f"{prefix}relu_{index}"]))
            made = f"{prefix}relu_{index}"
        tensor = made
    block = stage.scale * stage.stride
    nodes.append(helper.make_node("DepthToSpace", [tensor], [output], blocksize=block, mode="CRD"))


def _image(name: str, colours: int, height: str, width: str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, colours, height, width])


def read_stages(model: onnx.ModelProto) -> list[Stage]:
    """The stages of a model that ``build_onnx`` wrote, to build a cascade on it."""
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    stages: list[Stage] = []
    layers: list[tuple[NDArray[np.float32], NDArray[np.float32]]] = []
    stride, repeat_edges = 1, False
    for node in model.graph.node:
        attributes = {one.name: helper.get_attribute_value(one) for one in node.attribute}
        if node.op_type == "Pad":
            repeat_edges = True
        elif node.op_type == "Conv":
            stride = int(attributes["strides"][0]) if not layers else stride
            layers.append((weights[node.input[1]], weights[node.input[2]]))
        elif node.op_type == "DepthToSpace":
            scale = int(attributes["blocksize"]) // stride
            stages.append(Stage(layers, scale, stride, repeat_edges))
            layers, repeat_edges = [], False
    return stages


@dataclass(frozen=True, slots=True)
class Count:
    """What a model costs, read off its graph."""

    parameters: int
    macs_per_output_pixel: float
    scale: int
    multiple_of: int
    opset: int


def count(model: onnx.ModelProto) -> Count:
    """Parameters and multiply-adds of a model of ``build_onnx``, those at the borders left out."""
    stages = read_stages(model)
    macs, scale = 0.0, 1
    for stage in stages:
        kernels = sum(kernel.size for kernel, _ in stage.layers)
        macs += kernels * (scale / stage.stride) ** 2
        scale *= stage.scale
    return Count(
        parameters=sum(k.size + b.size for stage in stages for k, b in stage.layers),
        macs_per_output_pixel=macs / scale**2,
        scale=scale,
        multiple_of=stages[0].stride,
        opset=model.opset_import[0].version,
    )
