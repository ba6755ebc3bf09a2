"""Inspects a model in a process of its own, so that a bad file cannot take ours down.

ONNX Runtime is native code: a hostile or damaged graph can crash it or ask for all memory.
Run as ``python -m pixelwatt_upscaler.core.model_probe FILE``; prints one JSON document.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .model_info import ModelInfo

TIMEOUT_S = 120
ADDRESS_SPACE = 16 * 2**30
FROZEN_SWITCH = "--probe"
"""In a bundled program there is no ``python -m``; ``pixelwatt models --probe FILE`` stands in."""


def inspect_apart(path: Path) -> ModelInfo:
    """Inspect ``path`` in a child process. Raises `Problem`."""
    path = Path(path).absolute()
    try:
        child = subprocess.run(
            [*_command(), str(path)], capture_output=True, timeout=TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Problem(
            tr("{name} took over {seconds} s to try.", name=path.name, seconds=TIMEOUT_S),
            tr("Choose a smaller model."),
        ) from error
    try:
        answer = json.loads(child.stdout.decode("utf-8").strip().splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise Problem(
            tr("{name} brings ONNX Runtime down (exit {code}).", name=path.name,
               code=child.returncode),
            tr("The file is damaged or needs more memory than there is; get it again."),
        ) from error  # fmt: skip
    if "problem" in answer:
        raise Problem(*answer["problem"])
    return ModelInfo.from_json(answer["info"])


def main(path: str) -> int:
    """Print what is found as JSON: ``{"info": ...}`` or ``{"problem": [what, remedy]}``."""
    _limit_memory()
    from .model_file import read_bytes
    from .onnx_model import inspect

    file = Path(path)
    try:
        answer: dict[str, object] = {"info": inspect(read_bytes(file), file.name).to_json()}
    except Problem as problem:
        answer = {"problem": [problem.what, problem.remedy]}
    except MemoryError:
        answer = {
            "problem": [
                tr("{name} needs more memory than there is.", name=file.name),
                tr("Choose a smaller model."),
            ]
        }
    sys.stdout.write(json.dumps(answer) + "\n")
    return 0


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "models", FROZEN_SWITCH]
    return [sys.executable, "-m", "pixelwatt_upscaler.core.model_probe"]


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
