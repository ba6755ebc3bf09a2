"""The engines that ONNX Runtime is measured beside, each as its makers give it.

An engine takes a model of ours and one picture and returns the work of one frame. All get the same
number of threads and compute in 32 bits; what else they do is their own business. The imports are
inside, because every engine but ONNX Runtime and OpenCV is an extra (``pixelwatt[bench]``).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cv2
import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper

Work = Callable[[], np.ndarray]
"""Computes one frame; (1, 1, height, width) float32."""


@dataclass(frozen=True, slots=True)
class Engine:
    title: str
    distribution: str
    modules: tuple[str, ...]
    """What must be there to import; all on the Python Package Index."""
    prepare: Callable[[onnx.ModelProto, np.ndarray, int], Work]
    """Model of a fixed size, picture and threads to the work of one frame."""

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(module for module in self.modules if find_spec(module) is None)

    @property
    def release(self) -> str:
        return f"{self.title.split(',')[0]} {version(self.distribution)}"


def onnx_runtime(model: onnx.ModelProto, picture: np.ndarray, threads: int) -> Work:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    name = session.get_inputs()[0].name
    return lambda: session.run(None, {name: picture})[0]


def opencv(model: onnx.ModelProto, picture: np.ndarray, threads: int) -> Work:
    cv2.setNumThreads(threads)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "net.onnx"
        onnx.save(model, str(path))
        net = cv2.dnn.readNetFromONNX(str(path))

    def work() -> np.ndarray:
        net.setInput(picture)
        return net.forward()

    return work


def openvino(model: onnx.ModelProto, picture: np.ndarray, threads: int) -> Work:
    # Its import reports to its makers over the network unless that module cannot be had.
    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
    import openvino as ov

    core = ov.Core()
    compiled = core.compile_model(
        core.read_model(model.SerializeToString()),
        "CPU",
        {
            "INFERENCE_NUM_THREADS": threads,
            "PERFORMANCE_HINT": "LATENCY",
            # Some processors would be given bfloat16.
            "INFERENCE_PRECISION_HINT": "f32",
        },
    )
    request = compiled.create_infer_request()

    def work() -> np.ndarray:
        request.infer([picture], share_inputs=True, share_outputs=True)
        return request.get_output_tensor(0).data

    return work


def ncnn(model: onnx.ModelProto, picture: np.ndarray, threads: int) -> Work:
    """Converted by pnnx, the converter of ncnn's makers, which also fuses what ncnn can fuse."""
    import ncnn as engine
    import pnnx

    net = engine.Net()
    net.opt.num_threads = threads
    net.opt.use_vulkan_compute = False
    with TemporaryDirectory() as folder:
        path = Path(folder) / "net.onnx"
        onnx.save(model, str(path))
        shape = str(list(picture.shape)).replace(" ", "")
        command = [pnnx.EXEC_PATH, path.name, f"inputshape={shape}", "fp16=0"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        made = path.with_suffix(".ncnn.param")
        if done.returncode or not made.exists():
            raise RuntimeError(f"pnnx could not convert it: {done.stderr.strip()}")
        net.load_param(str(made))
        net.load_model(str(made.with_suffix(".bin")))
    pixels = engine.Mat(picture[0])

    def work() -> np.ndarray:
        extractor = net.create_extractor()
        extractor.input("in0", pixels)
        code, result = extractor.extract("out0")
        if code:
            raise RuntimeError(f"ncnn failed with code {code}")
        return np.array(result)[None]

    return work


def pytorch(model: onnx.ModelProto, picture: np.ndarray, threads: int) -> Work:
    """The same layers with the same weights, called layer by layer, channels last."""
    import torch

    torch.set_num_threads(threads)
    tensor = torch.from_numpy(picture).to(memory_format=torch.channels_last)
    network = as_torch(model).eval().to(memory_format=torch.channels_last)

    def work() -> np.ndarray:
        with torch.inference_mode():
            return network(tensor).numpy()

    return work


def fused_pytorch(model: onnx.ModelProto, picture: np.ndarray, threads: int) -> Work:
    """The same network traced, frozen and fused for inference."""
    import torch

    torch.set_num_threads(threads)
    tensor = torch.from_numpy(picture)
    with torch.inference_mode():
        traced = torch.jit.trace(as_torch(model).eval(), tensor)
        fused = torch.jit.optimize_for_inference(traced)

    def work() -> np.ndarray:
        with torch.inference_mode():
            return fused(tensor).numpy()

    return work


def as_torch(model: onnx.ModelProto) -> Any:
    """A chain of our few operators as PyTorch's own layers. Raises `ValueError` for any other."""
    from torch import nn

    weights = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    layers: list[nn.Module] = []
    for node in model.graph.node:
        given = {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}
        constants = [weights[name] for name in node.input[1:]]
        match node.op_type:
            case "Conv" | "ConvTranspose":
                layers.append(_convolution(node.op_type, given, *constants))
            case "Relu":
                layers.append(nn.ReLU())
            case "LeakyRelu":
                layers.append(nn.LeakyReLU(given["alpha"]))
            case "PRelu":
                layers.append(nn.PReLU(constants[0].size))
                _fill(layers[-1].weight, constants[0].ravel())
            case "Pad" if given["mode"] == b"edge":
                top, left, bottom, right = (int(constants[0][axis]) for axis in (2, 3, 6, 7))
                layers.append(nn.ReplicationPad2d((left, right, top, bottom)))
            case "DepthToSpace" if given["mode"] == b"CRD":
                layers.append(nn.PixelShuffle(given["blocksize"]))
            case other:
                raise ValueError(f"{other} is none of the operators of our networks")
    return nn.Sequential(*layers)


def _convolution(
    kind: str, given: dict[str, Any], kernel: np.ndarray, bias: np.ndarray | None = None
) -> Any:
    from torch import nn

    shared = {
        "kernel_size": kernel.shape[2:],
        "stride": given.get("strides", 1),
        "padding": given.get("pads", [0, 0])[:2],
        "bias": bias is not None,
    }
    if kind == "Conv":
        layer = nn.Conv2d(kernel.shape[1], kernel.shape[0], **shared)
    else:
        more = given.get("output_padding", 0)
        layer = nn.ConvTranspose2d(kernel.shape[0], kernel.shape[1], output_padding=more, **shared)
    _fill(layer.weight, kernel)
    if bias is not None:
        _fill(layer.bias, bias)
    return layer


def _fill(parameter: Any, values: np.ndarray) -> None:
    import torch

    with torch.no_grad():
        parameter.copy_(torch.from_numpy(values.copy()))


ENGINES = (
    Engine("ONNX Runtime", "onnxruntime", ("onnxruntime",), onnx_runtime),
    Engine("OpenCV dnn", "opencv-python-headless", ("cv2",), opencv),
    Engine("ncnn", "ncnn", ("ncnn", "pnnx"), ncnn),
    Engine("OpenVINO", "openvino", ("openvino",), openvino),
    Engine("PyTorch, layer by layer", "torch", ("torch",), pytorch),
    Engine("PyTorch, traced and fused", "torch", ("torch",), fused_pytorch),
)
