"""Parameters, multiply-accumulates and activation memory of a graph, from its shapes."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

import onnx

from .receptive_field import attributes

if TYPE_CHECKING:
    from collections.abc import Mapping

Shapes = dict[str, tuple[int, ...]]

_ITEM_BYTES = {onnx.TensorProto.FLOAT16: 2, onnx.TensorProto.UINT8: 1, onnx.TensorProto.INT64: 8}


def at_size(model: onnx.ModelProto, dims: tuple[int, ...]) -> onnx.ModelProto:
    """A copy of the model whose picture input has the shape ``dims``, shapes inferred."""
    fixed = onnx.ModelProto()
    fixed.CopyFrom(model)
    weights = {tensor.name for tensor in fixed.graph.initializer}
    for value in fixed.graph.input:
        if value.name not in weights:
            for dim, size in zip(value.type.tensor_type.shape.dim, dims, strict=True):
                dim.dim_value = size
    for value in fixed.graph.output:
        value.type.tensor_type.ClearField("shape")
    del fixed.graph.value_info[:]
    return onnx.shape_inference.infer_shapes(fixed, data_prop=True)


def known_shapes(model: onnx.ModelProto) -> tuple[Shapes, dict[str, int]]:
    """Shapes that are fully known, and bytes for each item, by tensor name."""
    shapes: Shapes = {}
    item_bytes: dict[str, int] = {}
    graph = model.graph
    for value in (*graph.input, *graph.value_info, *graph.output):
        tensor = value.type.tensor_type
        if not tensor.HasField("shape"):
            continue
        dims = [dim.dim_value if dim.HasField("dim_value") else -1 for dim in tensor.shape.dim]
        if all(size >= 0 for size in dims):
            shapes[value.name] = tuple(dims)
            item_bytes[value.name] = _ITEM_BYTES.get(tensor.elem_type, 4)
    return shapes, item_bytes


def parameters(model: onnx.ModelProto) -> int:
    """Weights that are learned: the floating-point items of all initialisers."""
    floating = (onnx.TensorProto.FLOAT, onnx.TensorProto.FLOAT16, onnx.TensorProto.DOUBLE)
    return sum(
        prod(tensor.dims) for tensor in model.graph.initializer if tensor.data_type in floating
    )


def macs(model: onnx.ModelProto) -> int | None:
    """Multiply-accumulates of all convolutions and matrix products; None if a shape is unknown."""
    shapes, _ = known_shapes(model)
    weights = {tensor.name: tuple(tensor.dims) for tensor in model.graph.initializer}
    total = 0
    for node in model.graph.node:
        if node.op_type not in ("Conv", "ConvTranspose", "MatMul", "Gemm"):
            continue
        count = _macs_of(node, shapes, weights)
        if count is None:
            return None
        total += count
    return total


def peak_bytes(model: onnx.ModelProto) -> int:
    """The most activation memory alive at once when nodes run in order, as far as is known."""
    shapes, item_bytes = known_shapes(model)
    nodes = model.graph.node
    last_use = {name: index for index, node in enumerate(nodes) for name in node.input}
    last_use |= {value.name: len(nodes) for value in model.graph.output}
    weights = {tensor.name for tensor in model.graph.initializer}
    sizes = {name: prod(shape) * item_bytes[name] for name, shape in shapes.items()}
    alive = {value.name for value in model.graph.input if value.name not in weights}
    peak = current = sum(sizes.get(name, 0) for name in alive)
    for index, node in enumerate(nodes):
        for name in node.output:
            if name not in alive:
                alive.add(name)
                current += sizes.get(name, 0)
        peak = max(peak, current)
        for name in {*node.input, *node.output} & alive:
            if last_use.get(name, -1) <= index:
                alive.discard(name)
                current -= sizes.get(name, 0)
    return peak


def _macs_of(
    node: onnx.NodeProto, shapes: Shapes, weights: Mapping[str, tuple[int, ...]]
) -> int | None:
    kernel = weights.get(node.input[1]) or shapes.get(node.input[1])
    produced = shapes.get(node.output[0])
    consumed = shapes.get(node.input[0])
    if kernel is None or produced is None or consumed is None:
        return None
    if node.op_type == "Conv":
        return prod(produced) * prod(kernel[1:])
    if node.op_type == "ConvTranspose":
        return prod(consumed) * prod(kernel[1:])
    if node.op_type == "Gemm":
        inner = consumed[0] if attributes(node).get("transA") else consumed[-1]
        return prod(produced) * inner
    return prod(produced) * consumed[-1]
