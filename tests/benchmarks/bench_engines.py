"""Our x2 networks and an FSRCNN-shaped one in other engines, 270p to 540p, in one run.

Only the network, on float tensors, two threads at most. The FSRCNN shape (Dong, Loy and Tang,
ECCV 2016: d 56, s 12, m 4, a 9x9 transposed convolution) with random weights is the yardstick that
everybody knows. Engines that are not installed are named; OpenVINO is taken where it is.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cv2
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

TITLE = "Upscaling engines"
RUNS = 3
HEIGHT, WIDTH = 270, 480
THREADS = 2

Engine = Callable[[onnx.ModelProto, np.ndarray], Callable[[], Any]]


def run() -> list[tuple[str, str]]:
    from pixelwatt_upscaler.core.model_catalogue import shipped_models
    from pixelwatt_upscaler.core.onnx_graph import with_leaky_relu

    networks = {
        card.id: onnx.load(str(card.path))
        for card in shipped_models()
        if card.scale == 2 and card.kind == "photo" and card.channels == "Y"
    }
    networks["FSRCNN-shaped, PReLU"] = _fsrcnn()
    networks["FSRCNN-shaped, LeakyReLU as we rewrite it"] = with_leaky_relu(_fsrcnn())
    rows = []
    for name, model in networks.items():
        for engine, prepare in ENGINES.items():
            rows.append((f"{name} in {engine}", _figure(prepare, model)))
    missing = [title for module, title in OTHERS.items() if not find_spec(module)]
    if missing:
        rows.append(("not installed, so not measured", ", ".join(missing)))
    return rows


def main() -> None:
    for what, figure in run():
        print(f"{what}: {figure}")


def _figure(prepare: Engine, model: onnx.ModelProto) -> str:
    picture = np.random.default_rng(0).random((1, 1, HEIGHT, WIDTH), np.float32)
    try:
        work = prepare(model, picture)
        work()
    except Exception as error:  # an engine that cannot run a network is a finding, not a failure
        return f"cannot run it: {str(error).strip().splitlines()[-1][:80]}"
    walls, processors = [], []
    for _ in range(RUNS):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    return (
        f"{statistics.median(walls) * 1000:.0f} ms a frame, "
        f"{min(processors) * 1000:.0f} ms of processor time"
    )


def _onnx_runtime(model: onnx.ModelProto, picture: np.ndarray) -> Callable[[], Any]:
    from pixelwatt_upscaler.core.graph_cost import at_size

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(
        at_size(model, picture.shape).SerializeToString(),
        options,
        providers=["CPUExecutionProvider"],
    )
    name = session.get_inputs()[0].name
    return lambda: session.run(None, {name: picture})


def _opencv(model: onnx.ModelProto, picture: np.ndarray) -> Callable[[], Any]:
    from pixelwatt_upscaler.core.graph_cost import at_size

    cv2.setNumThreads(THREADS)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "net.onnx"
        onnx.save(at_size(model, picture.shape), str(path))
        net = cv2.dnn.readNetFromONNX(str(path))

    def work() -> Any:
        net.setInput(picture)
        result = net.forward()
        assert result.shape[2:] == (HEIGHT * 2, WIDTH * 2), f"wrong shape {result.shape}"
        return result

    return work


def _openvino(model: onnx.ModelProto, picture: np.ndarray) -> Callable[[], Any]:
    import openvino  # type: ignore[import-not-found]

    from pixelwatt_upscaler.core.graph_cost import at_size

    core = openvino.Core()
    core.set_property("CPU", {"INFERENCE_NUM_THREADS": THREADS})
    compiled = core.compile_model(
        core.read_model(at_size(model, picture.shape).SerializeToString()), "CPU"
    )
    return lambda: compiled(picture)


ENGINES: dict[str, Engine] = {"ONNX Runtime": _onnx_runtime, "OpenCV dnn": _opencv}
OTHERS = {"openvino": "OpenVINO"}
if find_spec("openvino"):
    ENGINES["OpenVINO"] = _openvino


def _fsrcnn() -> onnx.ModelProto:
    random = np.random.default_rng(0)
    nodes: list[onnx.NodeProto] = []
    weights: list[onnx.TensorProto] = []

    def constant(name: str, *shape: int, fill: float | None = None) -> str:
        values = random.normal(0, 0.05, shape) if fill is None else np.full(shape, fill)
        weights.append(numpy_helper.from_array(values.astype(np.float32), name))
        return name

    current, channels = "x", 1
    for index, (width, kernel) in enumerate([(56, 5), (12, 1), *[(12, 3)] * 4, (56, 1)]):
        inputs = [current, constant(f"w{index}", width, channels, kernel, kernel)]
        nodes.append(helper.make_node("Conv", inputs, [f"c{index}"], pads=[kernel // 2] * 4))
        slope = constant(f"s{index}", width, 1, 1, fill=0.25)
        nodes.append(helper.make_node("PRelu", [f"c{index}", slope], [f"a{index}"]))
        current, channels = f"a{index}", width
    nodes.append(
        helper.make_node(
            "ConvTranspose",
            [current, constant("wl", channels, 1, 9, 9)],
            ["y"],
            strides=[2, 2],
            pads=[4] * 4,
            output_padding=[1, 1],
        )
    )
    shape = [1, 1, "h", "w"]
    graph = helper.make_graph(
        nodes,
        "fsrcnn",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [None] * 4)],
        weights,
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    made.ir_version = 8
    return made


if __name__ == "__main__":
    main()
