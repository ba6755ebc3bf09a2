"""Time our models from 8-bit picture to 8-bit picture: ``python -m training.timing``.

The path is the program's: luma and chroma apart, luma through the net, chroma resized
linearly, together again. On a shared machine wall time says more about the neighbours than
about the net, so what is kept is the least CPU time of one thread over many runs; the time
of two cores is derived from it with the ratio measured on a quiet machine (1.87).
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import onnxruntime

from training.evaluate import MODELS, read_cards

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Times = dict[str, float]

OUTPUT = (1080, 1920)
TWO_CORES = 1.87
"""Speed-up of two threads over one for these nets, measured with both cores free."""


def main(argv: Sequence[str] | None = None) -> int:
    """Time every model at the input that gives 1080p; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m training.timing", description=__doc__)
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--others", type=Path, help="folder of third-party ONNX luma models")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", type=Path, help="keeps the least of all sessions")
    arguments = parser.parse_args(argv)
    cv2.setNumThreads(1)
    files = [(c["model"]["id"], c["model"]["scale"]) for c in read_cards(arguments.models)]
    paths = {name: arguments.models / f"{name}.onnx" for name, _ in files}
    if arguments.others:
        for file in sorted(arguments.others.glob("*_x[0-9].onnx")):
            files.append((file.stem, int(file.stem[-1])))
            paths[file.stem] = file
    found = {}
    for name, scale in files:
        net, whole = _time_model(paths[name], scale, arguments.runs)
        found[name] = {
            "net_one_thread_cpu_ms": round(net, 1),
            "whole_one_thread_cpu_ms": round(whole, 1),
            "whole_two_cores_ms_derived": round(whole / TWO_CORES, 1),
        }
        print(f"{name:20} net {net:7.1f} ms, whole {whole:7.1f} ms on one thread", flush=True)
    if arguments.json:
        if arguments.json.exists():
            before = json.loads(arguments.json.read_text("utf-8"))["models"]
            found = before | _least_of(found, before)
        how = {
            "output": "1920 x 1080",
            "machine": "AMD Zen 3 virtual machine, 2 virtual cores, AVX2, shared with other work",
            "command": "python -m training.timing",
            "note": "least CPU time of one thread over several sessions; "
            f"two cores derived by {TWO_CORES}",
        }
        text = json.dumps({"how": how, "models": found}, indent=1)
        arguments.json.write_text(text + "\n", "utf-8")
    return 0


def _least_of(found: dict[str, Times], before: dict[str, Times]) -> dict[str, Times]:
    """What was found, or less where an earlier session on this machine took less."""
    return {
        name: {what: min(ms, before.get(name, times)[what]) for what, ms in times.items()}
        for name, times in found.items()
    }


def _time_model(file: Path, scale: int, runs: int) -> tuple[float, float]:
    height, width = OUTPUT[0] // scale, round(OUTPUT[1] / scale)
    height, width = height - height % 4, width - width % 4
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, ["CPUExecutionProvider"])
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
    return _least(lambda: session.run(None, {name: luma}), runs), _least(whole, runs)


def _least(work: Callable[[], object], runs: int) -> float:
    work()
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1000 * min(times)


if __name__ == "__main__":
    raise SystemExit(main())
