"""Finds out what an ONNX model does with pictures: by its graph, then by running it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import onnx
import onnxruntime

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from . import graph_cost
from .model_file import parse, sha256
from .model_info import CHANNELS, Layout, ModelInfo, ValueRange
from .receptive_field import halo

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Array = NDArray[Any]
    Run = Callable[[Array], Array]

LARGEST_SCALE = 16
PROBE_SIDE = 64
CLEAR_ERROR = 0.05
"""Mean change of a smooth picture from which on a value range counts as not the model's."""
MULTIPLES = (1, 2, 3, 4, 8, 16, 32, 64)
_CHANNEL_KEEPING = frozenset(("Add", "Sub", "Mul", "Div", "Cast", "Clip", "Pad", "Identity"))
"""What exporters put between a picture and the first convolution: casts, means, borders."""
MEMORY_LIMIT = 6 * 2**30
"""Bytes a model may need for a 64×64 picture (or its fixed size) and still be tried."""

_DTYPES = {
    onnx.TensorProto.FLOAT: "float32",
    onnx.TensorProto.FLOAT16: "float16",
    onnx.TensorProto.UINT8: "uint8",
}


def inspect(data: bytes, name: str) -> ModelInfo:
    """Look at a model and try it. Raises `Problem` with the reason if it cannot upscale.

    Runs the model: for files that are not trusted use `model_memory.inspected`, which does it
    in a process of its own.
    """
    model = parse(data, name)
    source = _picture_input(model, name)
    layout, channels = _layout_and_channels(model, source, name)
    fixed = _fixed_size(source, layout)
    _refuse_giants(model, layout, channels, fixed, name)
    dtype = _DTYPES[source.type.tensor_type.elem_type]
    run = _runner(data, source.name, layout, dtype, name)

    scale, multiple = _scale_and_multiple(run, channels, fixed, name)
    side = fixed or (PROBE_SIDE, PROBE_SIDE)
    value_range = ValueRange.BYTE if dtype == "uint8" else _value_range(run, channels, side, scale)
    _refuse_nan(run, channels, side, value_range, name)

    shape = _dims(layout, channels, side)
    sized = graph_cost.at_size(model, shape)
    work = graph_cost.macs(sized)
    pixels = side[0] * side[1]
    return ModelInfo(
        sha256=sha256(data),
        input_name=source.name,
        output_name=model.graph.output[0].name,
        scale=scale,
        layout=layout,
        channels=channels,
        value_range=value_range,
        dtype=dtype,
        fixed_size=fixed,
        multiple=multiple,
        halo=halo(model.graph, source.name, model.graph.output[0].name),
        parameters=graph_cost.parameters(model),
        macs_per_output_pixel=work / (pixels * scale**2) if work else None,
        bytes_per_input_pixel=-(-graph_cost.peak_bytes(sized) // pixels),
        opset=max((each.version for each in model.opset_import if not each.domain), default=0),
        half_weights=any(
            tensor.data_type == onnx.TensorProto.FLOAT16 for tensor in model.graph.initializer
        ),
        producer=model.producer_name,
    )


def _picture_input(model: onnx.ModelProto, name: str) -> onnx.ValueInfoProto:
    weights = {tensor.name for tensor in model.graph.initializer}
    inputs = [value for value in model.graph.input if value.name not in weights]
    remedy = tr("Choose a model that turns one picture into one larger picture.")
    if len(inputs) != 1:
        raise Problem(
            tr("{name} takes {count} inputs instead of one picture.", name=name, count=len(inputs)),
            remedy,
        )
    source = inputs[0]
    tensor = source.type.tensor_type
    if tensor.elem_type not in _DTYPES or len(tensor.shape.dim) != 4:
        kind = onnx.TensorProto.DataType.Name(tensor.elem_type).lower()
        raise Problem(
            tr(
                "The input of {name} is not a picture: {kind} with {rank} dimensions.",
                name=name,
                kind=kind,
                rank=len(tensor.shape.dim),
            ),
            remedy,
        )
    pictures = tensor.shape.dim[0].dim_value
    if pictures > 1:
        raise Problem(
            tr("{name} takes {count} pictures at a time instead of one.", name=name,
               count=pictures),
            tr("Export it again with a batch of 1, or a free one."),
        )  # fmt: skip
    return source


def _layout_and_channels(
    model: onnx.ModelProto, source: onnx.ValueInfoProto, name: str
) -> tuple[Layout, int]:
    dims = [dim.dim_value for dim in source.type.tensor_type.shape.dim]
    if dims[1] in CHANNELS and (dims[3] not in CHANNELS or dims[2] == dims[3]):
        return Layout.NCHW, dims[1]
    if dims[3] in CHANNELS:
        return Layout.NHWC, dims[3]
    channels = _channels_of_first_convolution(model, source.name)
    if channels in CHANNELS and dims[1] in (0, channels):
        return Layout.NCHW, channels
    raise Problem(
        tr(
            "The input of {name} is not a picture: its shape is {shape}, and no side of it "
            "has 1, 3 or 4 channels.",
            name=name,
            shape="×".join(str(size or "?") for size in dims),
        ),
        tr("Choose a model that turns one picture into one larger picture."),
    )


def _channels_of_first_convolution(model: onnx.ModelProto, picture: str) -> int:
    """Channels that the first convolution of the picture takes; 0 if there is none."""
    weights = {tensor.name: tensor.dims for tensor in model.graph.initializer}
    same = {picture}
    for node in model.graph.node:
        if not same.intersection(node.input):
            continue
        if node.op_type == "Conv" and node.input[1] in weights:
            return int(weights[node.input[1]][1])
        if node.op_type in _CHANNEL_KEEPING:
            same.update(node.output)
    return 0


def _fixed_size(source: onnx.ValueInfoProto, layout: Layout) -> tuple[int, int] | None:
    dims = [dim.dim_value for dim in source.type.tensor_type.shape.dim]
    height, width = (dims[2], dims[3]) if layout is Layout.NCHW else (dims[1], dims[2])
    if width <= 0 and height <= 0:
        return None
    # One free side is as good as none: tiles have one size.
    return (width if width > 0 else height, height if height > 0 else width)


def _dims(layout: Layout, channels: int, side: tuple[int, int]) -> tuple[int, ...]:
    width, height = side
    if layout is Layout.NCHW:
        return (1, channels, height, width)
    return (1, height, width, channels)


def _refuse_giants(
    model: onnx.ModelProto,
    layout: Layout,
    channels: int,
    fixed: tuple[int, int] | None,
    name: str,
) -> None:
    side = fixed or (PROBE_SIDE, PROBE_SIDE)
    try:
        sized = graph_cost.at_size(model, _dims(layout, channels, side))
    except Exception as error:  # shape inference is C++ and raises bare exceptions
        raise Problem(
            tr("The shapes in {name} contradict each other.", name=name),
            tr("Export it again with a newer exporter."),
        ) from error
    needed = graph_cost.peak_bytes(sized)
    if needed > MEMORY_LIMIT:
        raise Problem(
            tr(
                "{name} needs {needed:,.0f} GB for a picture of {width}×{height}.",
                name=name,
                needed=needed / 1e9,
                width=side[0],
                height=side[1],
            ),
            tr("Choose a smaller model."),
        )


def _runner(data: bytes, input_name: str, layout: Layout, dtype: str, name: str) -> Run:
    """A function from height x width x channels (float32) to the same, enlarged."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    # Optimising takes longer than these few runs of a small picture.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # ONNX Runtime's exceptions share no base but Exception
        raise Problem(
            tr("ONNX Runtime cannot load {name}: {detail}", name=name, detail=first_line(error)),
            tr("Export it again with a newer exporter."),
        ) from error

    def run(pixels: Array) -> Array:
        batch = pixels[None].astype(dtype)
        if layout is Layout.NCHW:
            batch = np.ascontiguousarray(batch.transpose(0, 3, 1, 2))
        result = np.asarray(session.run(None, {input_name: batch})[0])
        if result.ndim != 4 or result.shape[0] != 1:
            raise ValueError(tr("the output has the shape {shape}", shape=result.shape))
        if layout is Layout.NCHW:
            result = result.transpose(0, 2, 3, 1)
        floats: Array = result[0].astype(np.float32)
        return floats

    return run


def _scale_and_multiple(
    run: Run, channels: int, fixed: tuple[int, int] | None, name: str
) -> tuple[int, int]:
    if fixed is not None:
        return _scale(run, channels, fixed, name), 1
    failure: Exception | None = None
    for multiple in MULTIPLES:
        # Odd counts of the multiple, so that a larger one is not satisfied by accident.
        width, height = _odd_multiple(multiple, 37), _odd_multiple(multiple, 29)
        try:
            return _scale(run, channels, (width, height), name), multiple
        except Problem as problem:
            failure = problem
    assert failure is not None
    raise failure


def _odd_multiple(multiple: int, at_least: int) -> int:
    count = max(1, -(-at_least // multiple))
    return multiple * (count | 1)


def _scale(run: Run, channels: int, side: tuple[int, int], name: str) -> int:
    width, height = side
    remedy = tr("Choose a model that turns one picture into one larger picture.")
    try:
        result = run(np.full((height, width, channels), 0.5, np.float32))
    except Exception as error:
        raise Problem(
            tr("{name} fails on a picture: {detail}", name=name, detail=first_line(error)), remedy
        ) from error
    scale = int(result.shape[0]) // height
    if (
        not 1 <= scale <= LARGEST_SCALE
        or result.shape[:2] != (height * scale, width * scale)
        or result.shape[2] != channels
    ):
        raise Problem(
            tr(
                "{name} turns {width}×{height}×{channels} into {result}, which is no whole scale.",
                name=name,
                width=width,
                height=height,
                channels=channels,
                result="×".join(str(size) for size in (*result.shape[1::-1], result.shape[2])),
            ),
            remedy,
        )
    return scale


def _probe_picture(channels: int, side: tuple[int, int]) -> Array:
    """A smooth picture in 0..1 that no upscaler changes much."""
    noise = np.random.default_rng(20_260_101).uniform(0.1, 0.9, (5, 5, channels))
    smooth: Array = cv2.resize(noise.astype(np.float32), side, interpolation=cv2.INTER_LINEAR)
    return smooth.reshape(side[1], side[0], channels)


def _value_range(run: Run, channels: int, side: tuple[int, int], scale: int) -> ValueRange:
    """The range in which the model keeps a smooth picture what it is."""
    picture = _probe_picture(channels, side)
    expected = cv2.resize(
        picture, (side[0] * scale, side[1] * scale), interpolation=cv2.INTER_LINEAR
    ).reshape(side[1] * scale, side[0] * scale, channels)
    errors = {}
    for candidate in ValueRange:
        span = candidate.white - candidate.black
        result = (run(picture * span + candidate.black) - candidate.black) / span
        error = float(np.abs(result - expected).mean())
        errors[candidate] = error if np.isfinite(error) else np.inf
    best = min(errors, key=lambda each: errors[each])
    # Nets without biases scale with their input: then all fit, and 0..1 is the convention.
    unit = errors[ValueRange.UNIT]
    return best if unit > CLEAR_ERROR and errors[best] < unit / 4 else ValueRange.UNIT


def _refuse_nan(
    run: Run, channels: int, side: tuple[int, int], value_range: ValueRange, name: str
) -> None:
    span = value_range.white - value_range.black
    result = run(_probe_picture(channels, side) * span + value_range.black)
    if not np.isfinite(result).all():
        raise Problem(
            tr("{name} returns values that are no numbers (NaN or infinite).", name=name),
            tr("Its weights are damaged or it was made for another precision; get it again."),
        )


def first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:240]
