"""Our x2 networks and an FSRCNN-shaped one in five engines, 270p to 540p, in one run.

Only the network, on float tensors, in 32 bits. One thread for all: threads that wait for each
other on a machine with other work measure the machine. The engines take turns in rounds, so that
other work falls on all of them; in its turn each computes one frame that does not count before the
timed one, since the last engine has filled the caches. Ratios are of the best times, which other
work changes least. Every output is compared with ONNX Runtime's: an engine that computes something
else is said to.

The FSRCNN shape (Dong, Loy and Tang, ECCV 2016: d 56, s 12, m 4, a 9x9 transposed convolution) with
random weights is the yardstick that everybody knows. Engines that are not installed are named;
``.venv/bin/python -m pip install --editable '.[bench]'`` brings them all.
"""

from __future__ import annotations

import statistics
import time
import warnings

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from peer_engines import ENGINES, Engine, Work

TITLE = "Upscaling engines"
ROUNDS = 9
HEIGHT, WIDTH = 270, 480
THREADS = 1
SAME = 1e-4
"""Largest difference from ONNX Runtime's output, as a share of its largest value, that summing in
another order explains; a tenth of this is usual for Winograd's convolution."""


def run() -> list[tuple[str, str]]:
    # PyTorch calls its tracer old on every use.
    warnings.simplefilter("ignore")
    present = [engine for engine in ENGINES if not engine.missing]
    rows = [
        ("engines", ", ".join(dict.fromkeys(engine.release for engine in present))),
        ("a frame", f"{WIDTH} × {HEIGHT} to {2 * WIDTH} × {2 * HEIGHT}, one thread for all"),
    ]
    for name, model in _networks().items():
        rows += _beside_each_other(name, model, present)
    absent = [engine.title for engine in ENGINES if engine.missing]
    if absent:
        rows.append(("not installed (extra `bench`), so not measured", "; ".join(absent)))
    return rows


def main() -> None:
    for what, figure in run():
        print(f"{what}: {figure}")


def _networks() -> dict[str, onnx.ModelProto]:
    from pixelwatt_upscaler.core.model_catalogue import shipped_models
    from pixelwatt_upscaler.core.onnx_graph import with_leaky_relu

    networks = {
        card.id: onnx.load(str(card.path))
        for card in shipped_models()
        if card.scale == 2 and card.kind == "photo" and card.channels == "Y"
    }
    networks["FSRCNN-shaped, PReLU"] = _fsrcnn()
    networks["FSRCNN-shaped, LeakyReLU as we rewrite it"] = with_leaky_relu(_fsrcnn())
    return networks


def _beside_each_other(
    name: str, model: onnx.ModelProto, engines: list[Engine]
) -> list[tuple[str, str]]:
    from pixelwatt_upscaler.core.graph_cost import at_size

    picture = np.random.default_rng(0).random((1, 1, HEIGHT, WIDTH), np.float32)
    fixed = at_size(model, picture.shape)
    first, *_ = engines
    works: dict[Engine, Work] = {}
    failures: dict[Engine, str] = {}
    differences: dict[Engine, str] = {}
    for engine in engines:
        try:
            works[engine] = engine.prepare(fixed, picture, THREADS)
            result = np.array(works[engine]())
        except Exception as error:  # an engine that cannot run a network is a finding
            works.pop(engine, None)
            failures[engine] = str(error).strip().splitlines()[-1][:80]
            continue
        if engine is first:
            expected = result
        differences[engine] = _difference(result, expected)
    walls = _timed(works)
    rows = []
    for engine in engines:
        what = f"{name} in {engine.title}"
        if engine in failures:
            rows.append((what, f"cannot run it: {failures[engine]}"))
            continue
        figure = (
            f"{statistics.median(walls[engine]) * 1000:.1f} ms a frame, "
            f"at best {min(walls[engine]) * 1000:.1f}"
        )
        if engine is not first:
            ratio = min(walls[engine]) / min(walls[first])
            figure += f"; {ratio:.2f} of {first.title}'s time; {differences[engine]}"
        rows.append((what, figure))
    return rows


def _timed(works: dict[Engine, Work]) -> dict[Engine, list[float]]:
    """Seconds for a frame of each engine, one for each round."""
    walls: dict[Engine, list[float]] = {engine: [] for engine in works}
    for number in range(ROUNDS):
        # Nobody always follows the same one.
        turns = list(works.items())
        turns = turns[number % len(turns) :] + turns[: number % len(turns)]
        for engine, work in turns:
            work()
            started = time.perf_counter()
            work()
            walls[engine].append(time.perf_counter() - started)
    return walls


def _difference(result: np.ndarray, expected: np.ndarray) -> str:
    if result.shape != expected.shape:
        return f"computes something else: its shape is {result.shape}"
    largest = float(np.abs(result - expected).max())
    if not largest <= SAME * float(np.abs(expected).max()):
        return f"computes something else: differs by {largest:.1e}"
    return f"differs by {largest:.0e} at most"


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
