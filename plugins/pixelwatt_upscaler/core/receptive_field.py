"""How far around a pixel a network looks, found from its graph.

Each tensor carries the line ``[a*i + low, a*i + high]``: the input rows that its row ``i``
depends on. Operators compose these lines exactly, so the halo is a true bound and tiles that
overlap by it give the same pixels as the whole picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import numpy_helper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class UnboundedError(Exception):
    """An output pixel depends on the whole picture, or an operator is not understood."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Rows (or columns) of the input that row ``i`` of a tensor depends on."""

    step: Fraction = Fraction(1)
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)

    def through(self, step: Fraction, low: Fraction, high: Fraction) -> Reach:
        """Compose with an operator whose row ``i`` needs rows ``step*i + low .. high``."""
        return Reach(self.step * step, self.low + self.step * low, self.high + self.step * high)

    def union(self, other: Reach) -> Reach:
        if self.step != other.step:
            raise UnboundedError
        return Reach(self.step, min(self.low, other.low), max(self.high, other.high))


_CHANNELS = (1, -3)
"""The axis of the channels; joining along another one moves rows."""

Axes = tuple[Reach, Reach]
"""Vertical and horizontal."""

_POINTWISE_NAMES = """
    Abs Add And BatchNormalization Cast CastLike Ceil Celu Clip Concat DequantizeLinear Div
    Dropout Elu Equal Erf Exp Floor Gelu Greater GreaterOrEqual HardSigmoid HardSwish Identity
    LeakyRelu Less LessOrEqual Log Max Mean Min Mish Mul Neg Not Or PRelu Pow QuantizeLinear
    QuickGelu Reciprocal Relu Round Selu Sigmoid Sign Softplus Softsign Split Sqrt Sub Sum Tanh
    ThresholdedRelu Where
"""
_POINTWISE = frozenset(_POINTWISE_NAMES.split())


def halo(graph: onnx.GraphProto, input_name: str, output_name: str) -> int | None:
    """Input pixels around a pixel that its output depends on.

    None when the whole picture matters (attention, global pooling) or the graph has an
    operator whose reach is not known.
    """
    constants = constant_values(graph)
    reaches: dict[str, Axes] = {input_name: (Reach(), Reach())}
    try:
        for node in graph.node:
            _follow(node, reaches, constants)
        vertical, horizontal = reaches[output_name]
        return max(_halo_of(vertical), _halo_of(horizontal))
    except (UnboundedError, KeyError, IndexError, ValueError, ZeroDivisionError, TypeError):
        return None


def constant_values(graph: onnx.GraphProto) -> dict[str, np.ndarray[Any, Any]]:
    """Initialisers and Constant nodes by name."""
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            for attribute in node.attribute:
                if attribute.name == "value":
                    values[node.output[0]] = numpy_helper.to_array(attribute.t)
                elif attribute.name in ("value_float", "value_int", "value_floats", "value_ints"):
                    values[node.output[0]] = np.asarray(onnx.helper.get_attribute_value(attribute))
    return values


def attributes(node: onnx.NodeProto) -> dict[str, Any]:
    return {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}


def _halo_of(reach: Reach) -> int:
    # The output rows of one input row are i = s*x .. s*x + s - 1, with step 1/s.
    if reach.step.numerator != 1:
        raise UnboundedError
    last = (reach.step.denominator - 1) * reach.step
    return max(0, floor(-reach.low), floor(reach.high + last))


def _follow(
    node: onnx.NodeProto, reaches: dict[str, Axes], constants: Mapping[str, np.ndarray[Any, Any]]
) -> None:
    spatial = [name for name in node.input if name in reaches]
    if not spatial or node.op_type in ("Shape", "Size"):
        return
    if node.op_type in _POINTWISE:
        if node.op_type in ("Concat", "Split") and attributes(node).get("axis", 0) not in _CHANNELS:
            raise UnboundedError
        vertical, horizontal = reaches[spatial[0]]
        for name in spatial[1:]:
            vertical = vertical.union(reaches[name][0])
            horizontal = horizontal.union(reaches[name][1])
        axes = (vertical, horizontal)
    else:
        rule = _RULES.get(node.op_type)
        if rule is None:
            raise UnboundedError
        steps = rule(node, constants)
        before = reaches[spatial[0]]
        axes = (before[0].through(*steps[0]), before[1].through(*steps[1]))
    for name in node.output:
        reaches[name] = axes


Step = tuple[Fraction, Fraction, Fraction]


def _windowed(
    node: onnx.NodeProto, constants: Mapping[str, np.ndarray[Any, Any]]
) -> tuple[Step, Step]:
    """Convolution and pooling: row i needs rows s*i - p .. s*i - p + d*(k - 1)."""
    given = attributes(node)
    kernel = given.get("kernel_shape") or constants[node.input[1]].shape[2:]
    strides = given.get("strides", [1, 1])
    dilations = given.get("dilations", [1, 1])
    pads = given.get("pads", [0, 0, 0, 0])
    automatic = given.get("auto_pad", b"NOTSET")
    if automatic not in (b"NOTSET", b"VALID") and list(strides) != [1, 1]:
        raise UnboundedError
    steps = []
    for axis in (0, 1):
        span = dilations[axis] * (kernel[axis] - 1)
        before = pads[axis]
        if automatic == b"SAME_UPPER":
            before = span // 2
        elif automatic == b"SAME_LOWER":
            before = span - span // 2
        steps.append((Fraction(strides[axis]), Fraction(-before), Fraction(span - before)))
    return steps[0], steps[1]


def _transposed(
    node: onnx.NodeProto, constants: Mapping[str, np.ndarray[Any, Any]]
) -> tuple[Step, Step]:
    """Transposed convolution: row i gets rows (i + p - d*m) / s for m in 0 .. k - 1."""
    given = attributes(node)
    if given.get("auto_pad", b"NOTSET") != b"NOTSET" or "output_shape" in given:
        raise UnboundedError
    kernel = constants[node.input[1]].shape[2:]
    steps = []
    for axis in (0, 1):
        stride = given.get("strides", [1, 1])[axis]
        span = given.get("dilations", [1, 1])[axis] * (kernel[axis] - 1)
        before = given.get("pads", [0, 0, 0, 0])[axis]
        steps.append(
            (Fraction(1, stride), Fraction(before - span, stride), Fraction(before, stride))
        )
    return steps[0], steps[1]


def _depth_to_space(
    node: onnx.NodeProto, _constants: Mapping[str, np.ndarray[Any, Any]]
) -> tuple[Step, Step]:
    block = attributes(node)["blocksize"]
    step = (Fraction(1, block), Fraction(1 - block, block), Fraction(0))
    return step, step


def _space_to_depth(
    node: onnx.NodeProto, _constants: Mapping[str, np.ndarray[Any, Any]]
) -> tuple[Step, Step]:
    block = attributes(node)["blocksize"]
    step = (Fraction(block), Fraction(0), Fraction(block - 1))
    return step, step


def _resize(
    node: onnx.NodeProto, constants: Mapping[str, np.ndarray[Any, Any]]
) -> tuple[Step, Step]:
    given = attributes(node)
    if given.get("coordinate_transformation_mode", b"half_pixel") in (
        b"align_corners",
        b"tf_crop_and_resize",
    ):
        raise UnboundedError
    position = 1 if node.op_type == "Upsample" else 2
    scales = constants[node.input[position]]
    if scales.size != 4:
        raise UnboundedError
    if (given.get("mode", b"nearest"), given.get("nearest_mode")) == (b"nearest", b"floor") and (
        given.get("coordinate_transformation_mode") == b"asymmetric"
    ):
        return _repeated(scales[2]), _repeated(scales[3])
    taps = {b"nearest": 1, b"linear": 1, b"cubic": 2}[given.get("mode", b"nearest")]
    if given.get("antialias", 0):
        raise UnboundedError
    steps = []
    for scale in scales[2:]:
        factor = Fraction(float(scale)).limit_denominator(64)
        centre = Fraction(1, 2) / factor - Fraction(1, 2)
        # Half-pixel, asymmetric and nearest's roundings all lie between these.
        low, high = min(centre, Fraction(0)) - taps, max(centre, Fraction(0)) + taps
        steps.append((1 / factor, low, high))
    return steps[0], steps[1]


def _repeated(scale: float) -> Step:
    """Row i is row floor(i / scale), for a whole scale."""
    factor = Fraction(float(scale))
    if factor.denominator != 1:
        raise UnboundedError
    return 1 / factor, (1 - factor) / factor, Fraction(0)


def _transposed_axes(
    node: onnx.NodeProto, _constants: Mapping[str, np.ndarray[Any, Any]]
) -> tuple[Step, Step]:
    """Between NCHW and NHWC; rows stay rows, and anything else is not followed."""
    if list(attributes(node).get("perm", [])) not in ([0, 2, 3, 1], [0, 3, 1, 2]):
        raise UnboundedError
    same = (Fraction(1), Fraction(0), Fraction(0))
    return same, same


def _padded(
    node: onnx.NodeProto, constants: Mapping[str, np.ndarray[Any, Any]]
) -> tuple[Step, Step]:
    given = attributes(node)
    pads = given.get("pads")
    if pads is None:
        pads = constants[node.input[1]].tolist()
    if len(pads) != 8:
        raise UnboundedError
    # Inside the picture a pad only shifts; reflection reaches no further than the pad is wide.
    return tuple(  # type: ignore[return-value]
        (Fraction(1), Fraction(-int(pads[axis])), Fraction(-int(pads[axis]))) for axis in (2, 3)
    )


_RULES: dict[
    str, Callable[[onnx.NodeProto, Mapping[str, np.ndarray[Any, Any]]], tuple[Step, Step]]
] = {
    "Conv": _windowed,
    "MaxPool": _windowed,
    "AveragePool": _windowed,
    "ConvTranspose": _transposed,
    "DepthToSpace": _depth_to_space,
    "SpaceToDepth": _space_to_depth,
    "Resize": _resize,
    "Upsample": _resize,
    "Pad": _padded,
    "Transpose": _transposed_axes,
}
