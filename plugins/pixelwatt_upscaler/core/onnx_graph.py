"""Rewrites of a model's graph: faster activations, and pixels in and out.

`with_pixels` puts everything between a frame and the network into the graph itself, so that a
GPU is sent and returns bytes (24.9 MB instead of 99.5 MB for a 4K picture) and does the
conversion. On the CPU OpenCV converts faster than ONNX Runtime's nodes do; see `planes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .model_info import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model_info import ModelInfo

PIXELS_IN = "pixelwatt_pixels"
PIXELS_OUT = "pixelwatt_upscaled"
HEIGHT = "pixelwatt_height"
WIDTH = "pixelwatt_width"

WRAP_OPSET = 17
"""The operator set a wrapped model is brought to, if its own is older."""

LUMA_BT601 = (0.299, 0.587, 0.114)
"""ITU-R BT.601 weights of R, G and B in full-range luma: what luma networks are trained on."""


def with_leaky_relu(model: onnx.ModelProto) -> onnx.ModelProto:
    """Replace each PReLU whose slopes are all equal by the LeakyReLU it is.

    The values are the same; ONNX Runtime's CPU provider runs LeakyReLU inside the convolution
    and PReLU apart, with two changes of layout around it (1.5 to 1.8 times slower).
    """
    rewritten = onnx.ModelProto()
    rewritten.CopyFrom(model)
    slopes = {tensor.name: tensor for tensor in rewritten.graph.initializer}
    for node in rewritten.graph.node:
        if node.op_type != "PRelu" or node.input[1] not in slopes:
            continue
        values = numpy_helper.to_array(slopes[node.input[1]])
        if values.size and np.all(values == values.flat[0]):
            node.op_type = "LeakyRelu"
            del node.input[1:]
            del node.attribute[:]
            node.attribute.append(helper.make_attribute("alpha", float(values.flat[0])))
    return without_unused_weights(rewritten)


def without_unused_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """Drop initialisers that no node reads, in place; ONNX Runtime warns of each."""
    from .model_file import all_nodes

    used = {name for node in all_nodes(model.graph) for name in node.input}
    used |= {value.name for value in model.graph.output}
    kept = [tensor for tensor in model.graph.initializer if tensor.name in used]
    if len(kept) < len(model.graph.initializer):
        del model.graph.initializer[:]
        model.graph.initializer.extend(kept)
    return model


def with_pixels(model: onnx.ModelProto, info: ModelInfo, bits: int = 8) -> onnx.ModelProto:
    """Wrap a model so that RGB pixels go in and come out.

    Input ``PIXELS_IN`` is 1 x height x width x 3 of uint8 (or uint16 for ``bits=16``), output
    ``PIXELS_OUT`` the same type, larger. Sides are free dimensions ``HEIGHT`` and ``WIDTH``. A
    luma network gets BT.601 luma; its gain over bilinear luma is added to the bilinear picture,
    which is the same as upscaling the chroma bilinearly.
    """
    if model.ir_version < 4:
        model = _modern(model)
    if max(each.version for each in model.opset_import if not each.domain) < WRAP_OPSET:
        model = _converted(model)
    graph = _Builder(model, info, bits)
    pixels = graph.unit_planes()
    if info.channels == 1:
        luma = graph.luma(pixels)
        # Beyond white there is no luma; its excess would colour what is white.
        upscaled = graph.node("Clip", graph.network(luma), graph.constant(0), graph.constant(1))
        gain = graph.node("Sub", upscaled, graph.enlarged(luma))
        result = graph.node("Add", graph.enlarged(pixels), gain)
    elif info.channels == 3:
        result = graph.network(pixels)
    else:
        opaque = graph.node("Concat", pixels, graph.ones_beside(pixels), axis=1)
        result = graph.first_three(graph.network(opaque))
    graph.pixels_out(result)
    return graph.model


class _Builder:
    """Adds nodes around a copy of a model; tensors are NCHW float32 in 0..1 in between."""

    def __init__(self, model: onnx.ModelProto, info: ModelInfo, bits: int) -> None:
        self.model = onnx.ModelProto()
        self.model.CopyFrom(model)
        self.info = info
        self.top = float(2**bits - 1)
        self.kind = TensorProto.UINT16 if bits == 16 else TensorProto.UINT8
        self._before: list[onnx.NodeProto] = []
        self._after: list[onnx.NodeProto] = []
        self._nodes = self._before
        self._count = 0

    def node(self, operator: str, *inputs: str, **attributes: Any) -> str:
        self._count += 1
        name = f"pixelwatt_{self._count}_{operator.lower()}"
        self._nodes.append(helper.make_node(operator, inputs, [name], name=name, **attributes))
        return name

    def constant(self, values: Any, dtype: Any = np.float32) -> str:
        self._count += 1
        name = f"pixelwatt_{self._count}_constant"
        array = np.asarray(values, dtype)
        self.model.graph.initializer.append(numpy_helper.from_array(array, name))
        return name

    def unit_planes(self) -> str:
        floats = self.node("Cast", PIXELS_IN, to=TensorProto.FLOAT)
        planes = self.node("Transpose", floats, perm=[0, 3, 1, 2])
        return self.node("Mul", planes, self.constant(1 / self.top))

    def luma(self, planes: str) -> str:
        weights = self.constant(np.reshape(LUMA_BT601, (1, 3, 1, 1)))
        return self.node("Conv", planes, weights)

    def enlarged(self, planes: str) -> str:
        scale = float(self.info.scale)
        return self.node("Resize", planes, "", self.constant([1, 1, scale, scale]), mode="linear")

    def ones_beside(self, planes: str) -> str:
        first = self.node(
            "Slice", planes, self.constant([0], np.int64), self.constant([1], np.int64),
            self.constant([1], np.int64),
        )  # fmt: skip
        return self.node("Add", self.node("Mul", first, self.constant(0)), self.constant(1))

    def first_three(self, planes: str) -> str:
        return self.node(
            "Slice", planes, self.constant([0], np.int64), self.constant([3], np.int64),
            self.constant([1], np.int64),
        )  # fmt: skip

    def network(self, planes: str) -> str:
        info = self.info
        span = info.value_range.white - info.value_range.black
        native = {"float16": TensorProto.FLOAT16, "uint8": TensorProto.UINT8}.get(info.dtype)
        if (span, info.value_range.black) != (1.0, 0.0):
            planes = self.node("Mul", planes, self.constant(span))
            planes = self.node("Add", planes, self.constant(info.value_range.black))
        if native == TensorProto.UINT8:
            planes = self.node("Round", planes)
        if native is not None:
            planes = self.node("Cast", planes, to=native)
        if info.layout is Layout.NHWC:
            planes = self.node("Transpose", planes, perm=[0, 2, 3, 1])
        for node in self.model.graph.node:
            for position, name in enumerate(node.input):
                if name == info.input_name:
                    node.input[position] = planes
        self._nodes = self._after
        result = info.output_name
        if info.layout is Layout.NHWC:
            result = self.node("Transpose", result, perm=[0, 3, 1, 2])
        if native is not None:
            result = self.node("Cast", result, to=TensorProto.FLOAT)
        if (span, info.value_range.black) != (1.0, 0.0):
            result = self.node("Sub", result, self.constant(info.value_range.black))
            result = self.node("Mul", result, self.constant(1 / span))
        return result

    def pixels_out(self, planes: str) -> None:
        scaled = self.node("Mul", planes, self.constant(self.top))
        clipped = self.node("Clip", scaled, self.constant(0.0), self.constant(self.top))
        rounded = self.node("Round", clipped)
        rows = self.node("Transpose", rounded, perm=[0, 2, 3, 1])
        self._after.append(
            helper.make_node("Cast", [rows], [PIXELS_OUT], name=PIXELS_OUT, to=self.kind)
        )
        self._assemble()

    def _assemble(self) -> None:
        graph = self.model.graph
        own = list(graph.node)
        del graph.node[:]
        graph.node.extend([*self._before, *own, *self._after])
        sides: Sequence[Any] = (HEIGHT, WIDTH)
        if self.info.fixed_size is not None:
            sides = (self.info.fixed_size[1], self.info.fixed_size[0])
        del graph.input[:]
        graph.input.append(helper.make_tensor_value_info(PIXELS_IN, self.kind, [1, *sides, 3]))
        del graph.output[:]
        graph.output.append(
            helper.make_tensor_value_info(PIXELS_OUT, self.kind, [1, None, None, 3])
        )
        del graph.value_info[:]


def _converted(model: onnx.ModelProto) -> onnx.ModelProto:
    try:
        return onnx.version_converter.convert_version(model, WRAP_OPSET)
    except Exception as error:  # the converter is C++ and raises bare exceptions
        raise Problem(
            tr("The model's operator set is too old and cannot be brought up to date: {detail}",
               detail=str(error).splitlines()[0] if str(error) else type(error).__name__),
            tr("Export it again with opset {opset} or newer.", opset=WRAP_OPSET),
        ) from error  # fmt: skip


def _modern(model: onnx.ModelProto) -> onnx.ModelProto:
    # Before IR 4 every initialiser is also an input; a second input would not be a picture.
    modern = onnx.ModelProto()
    modern.CopyFrom(model)
    weights = {tensor.name for tensor in modern.graph.initializer}
    pictures = [value for value in modern.graph.input if value.name not in weights]
    del modern.graph.input[:]
    modern.graph.input.extend(pictures)
    modern.ir_version = 8
    return modern
