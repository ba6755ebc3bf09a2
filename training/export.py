"""Write a folded network as ONNX by hand: Conv, Relu and DepthToSpace, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

OPSET = 17


def build_onnx(
    layers: Sequence[tuple[NDArray[np.float32], NDArray[np.float32]]],
    *,
    scale: int,
    stride: int,
    colours: int,
    name: str,
) -> onnx.ModelProto:
    """The model of ``layers`` (kernel, bias), ReLU between them, depth-to-space last.

    ``input`` is float32 (1, colours, height, width) in [0, 1]; ``output`` is unclipped.
    Height and width are dynamic and must be multiples of ``stride``.
    """
    nodes, weights = [], []
    tensor = "input"
    for index, (kernel, bias) in enumerate(layers):
        size = int(kernel.shape[-1])
        step = stride if index == 0 else 1
        padding = (size - step) // 2
        weights.append(numpy_helper.from_array(kernel.astype(np.float32), f"weight_{index}"))
        weights.append(numpy_helper.from_array(bias.astype(np.float32), f"bias_{index}"))
        nodes.append(
            helper.make_node(
                "Conv",
                [tensor, f"weight_{index}", f"bias_{index}"],
                [f"conv_{index}"],
                kernel_shape=[size, size],
                strides=[step, step],
                pads=[padding] * 4,
            )
        )
        tensor = f"conv_{index}"
        if index < len(layers) - 1:
            nodes.append(helper.make_node("Relu", [tensor], [f"relu_{index}"]))
            tensor = f"relu_{index}"
    nodes.append(
        helper.make_node(
            "DepthToSpace", [tensor], ["output"], blocksize=scale * stride, mode="CRD"
        )
    )
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
    model.ir_version = 9
    onnx.checker.check_model(model, full_check=True)
    return model


def _image(name: str, colours: int, height: str, width: str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, colours, height, width])
