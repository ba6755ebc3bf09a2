"""Time our models from 8-bit picture to 8-bit picture: ``python -m training.timing``.

The path is the program's: luma and chroma apart, luma through the net, chroma resized
linearly, together again. On a shared machine wall time says more about the neighbours than
about the net, and even CPU time grows when they fill the caches. So a yardstick, a net of
FSRCNN's shape with random weights, is timed in the same rounds: the ratio to it holds on a
busy machine too, and the time on a free one follows from what the yardstick takes there.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from training.evaluate import MODELS, read_cards

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Times = dict[str, float]
Work = tuple["Callable[[], object]", "Callable[[], object]"]

OUTPUT = (1080, 1920)
TWO_CORES = 1.87
"""Speed-up of two threads over one for these nets, measured with both cores free."""
YARDSTICK = "FSRCNN x2 shape"
YARDSTICK_FREE_MS = 317
"""CPU time of the yardstick net, 540p to 1080p, one thread of a free Zen 3 virtual core."""


def main(argv: Sequence[str] | None = None) -> int:
    """Time every model at the input that gives 1080p; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m training.timing", description=__doc__)
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--others", type=Path, help="folder of third-party ONNX luma models")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path, help="write the times here")
    arguments = parser.parse_args(argv)
    cv2.setNumThreads(1)
    works = {YARDSTICK: _work(yardstick().SerializeToString(), 2)}
    for card in read_cards(arguments.models):
        file = arguments.models / f"{card['model']['id']}.onnx"
        works[file.stem] = _work(file.read_bytes(), card["model"]["scale"])
    for file in sorted(arguments.others.glob("*_x[0-9].onnx")) if arguments.others else []:
        works[file.stem] = _work(file.read_bytes(), int(file.stem[-1]))
    found = compared(least_of(works, arguments.rounds))
    for name, times in found.items():
        print(
            f"{name:20} net {times['net_one_thread_cpu_ms']:7.1f} ms = "
            f"{times['net_by_yardstick']:6.3f} of the yardstick; whole "
            f"{times['whole_one_thread_cpu_ms']:7.1f} ms on one thread, "
            f"{times['whole_two_cores_ms_derived']:6.1f} ms on two free cores (derived)"
        )
    if arguments.json:
        how = {
            "output": "1920 x 1080",
            "machine": "AMD Zen 3 virtual machine, 2 virtual cores, AVX2, shared with other work",
            "command": "python -m training.timing",
            "note": f"least CPU time of one thread over {arguments.rounds} rounds; the yardstick "
            f"({YARDSTICK}, random weights) took {found[YARDSTICK]['net_one_thread_cpu_ms']} ms in "
            f"the same rounds and takes {YARDSTICK_FREE_MS} ms on a free core; two cores derived "
            f"by {TWO_CORES}",
        }
        text = json.dumps({"how": how, "models": found}, indent=1)
        arguments.json.write_text(text + "\n", "utf-8")
    return 0


def compared(least: dict[str, tuple[float, float]]) -> dict[str, Times]:
    """From (net, whole) in milliseconds of CPU: beside the yardstick, and as if undisturbed."""
    yard = least[YARDSTICK][0]
    free = YARDSTICK_FREE_MS / yard
    return {
        name: {
            "net_one_thread_cpu_ms": round(net, 1),
            "whole_one_thread_cpu_ms": round(whole, 1),
            "net_by_yardstick": round(net / yard, 3),
            "whole_two_cores_ms_derived": round(whole * free / TWO_CORES, 1),
        }
        for name, (net, whole) in least.items()
    }


def least_of(works: dict[str, Work], rounds: int) -> dict[str, tuple[float, float]]:
    """The least CPU milliseconds of each work; all take turns, so all meet the same neighbours."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, (net, whole) in works.items():
            pair = _cpu_ms(net), _cpu_ms(whole)
            # The first turn warms caches and allocators up.
            if turn:
                times[name].append(pair)
    return {
        name: (min(net for net, _ in pairs), min(whole for _, whole in pairs))
        for name, pairs in times.items()
    }


def _cpu_ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def _work(model: bytes, scale: int) -> Work:
    """The net alone and the whole way, at the input that gives 1080p (to a multiple of 4)."""
    height, width = OUTPUT[0] // scale, round(OUTPUT[1] / scale)
    height, width = height - height % 4, width - width % 4
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, ["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    picture = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)

    def whole() -> None:
        coded = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
        luma = coded[..., 0].astype(np.float32) * np.float32(1 / 255)
        made = session.run(None, {name: luma[None, None]})[0][0, 0]
        high = cv2.convertScaleAbs(np.maximum(made, 0, out=made), alpha=255)
        size = (high.shape[1], high.shape[0])
        chroma = cv2.resize(coded[..., 1:], size, interpolation=cv2.INTER_LINEAR)
        cv2.cvtColor(cv2.merge([high, *cv2.split(chroma)]), cv2.COLOR_YCrCb2RGB)

    luma = np.ascontiguousarray(picture[None, None, ..., 0], np.float32) / np.float32(255)
    return (lambda: session.run(None, {name: luma})), whole


def yardstick() -> onnx.ModelProto:
    """A net of FSRCNN(56, 12, 4)'s shape at x2 with random weights and ReLU."""
    random = np.random.default_rng(0)
    shapes = [(56, 1, 5, 5), (12, 56, 1, 1), *[(12, 12, 3, 3)] * 4, (56, 12, 1, 1)]
    nodes, weights, tensor = [], [], "input"
    for index, shape in enumerate(shapes):
        kernel = random.standard_normal(shape).astype(np.float32) / np.sqrt(np.prod(shape[1:]))
        weights.append(numpy_helper.from_array(kernel.astype(np.float32), f"weight_{index}"))
        made = f"conv_{index}"
        nodes.append(
            helper.make_node("Conv", [tensor, f"weight_{index}"], [made], pads=[shape[-1] // 2] * 4)
        )
        tensor = f"relu_{index}"
        nodes.append(helper.make_node("Relu", [made], [tensor]))
    last = (random.standard_normal((56, 1, 9, 9)) / 36).astype(np.float32)
    weights.append(numpy_helper.from_array(last, "last"))
    nodes.append(
        helper.make_node(
            "ConvTranspose",
            [tensor, "last"],
            ["output"],
            strides=[2, 2],
            pads=[4] * 4,
            output_padding=[1, 1],
        )
    )
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 1, None, None])
        for name in ("input", "output")
    ]
    graph = helper.make_graph(nodes, "yardstick", ends[:1], ends[1:], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 9
    return model


if __name__ == "__main__":
    raise SystemExit(main())
