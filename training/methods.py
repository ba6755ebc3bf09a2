"""Everything that can upscale a picture, behind one call: our models, theirs and the classics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import onnxruntime

from training.imresize import imresize

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

Upscale = Callable[["Bytes"], "Bytes"]


@dataclass(frozen=True, slots=True)
class Method:
    """A way to enlarge an 8-bit picture, (H, W) or (H, W, 3), by a whole ``scale``."""

    name: str
    scale: int
    upscale: Upscale


def classics(scale: int) -> list[Method]:
    """Bicubic as in papers, and OpenCV's bilinear and Lanczos4."""

    def resized(kernel: int) -> Upscale:
        def upscale(low: Bytes) -> Bytes:
            size = (low.shape[1] * scale, low.shape[0] * scale)
            return cv2.resize(low, size, interpolation=kernel)

        return upscale

    return [
        Method("bilinear", scale, resized(cv2.INTER_LINEAR)),
        Method("bicubic", scale, lambda low: imresize(low, scale)),
        Method("Lanczos4", scale, resized(cv2.INTER_LANCZOS4)),
    ]


def fsr1(scale: int) -> Method | None:
    """AMD's FSR1 as the upscaler plugin implements it; None where that is not importable."""
    try:
        from pixelwatt_upscaler.core.fsr1 import upscale  # noqa: PLC0415 - optional neighbour
    except ImportError:
        return None

    def enlarged(low: Bytes) -> Bytes:
        rgb = low if low.ndim == 3 else np.repeat(low[..., None], 3, axis=2)
        made = upscale(rgb, scale)
        return made if low.ndim == 3 else np.ascontiguousarray(made[..., 1])

    return Method("FSR1", scale, enlarged)


def open_session(file: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """A CPU session that leaves the other cores alone."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(
        str(file), options, providers=["CPUExecutionProvider"]
    )


def luma_model(file: Path, scale: int, name: str, multiple: int = 1) -> Method:
    """A luma net: Y through the net, chroma by bicubic interpolation beside it."""
    return luma_chain([(file, multiple)], scale, name)


def luma_chain(files: list[tuple[Path, int]], scale: int, name: str) -> Method:
    """Luma nets one after the other; between them the values stay float, clipped to 0..1."""
    sessions = [(open_session(file), multiple) for file, multiple in files]

    def upscale(low: Bytes) -> Bytes:
        if low.ndim == 2:
            return _bytes(_through(sessions, low))
        coded = cv2.cvtColor(low, cv2.COLOR_RGB2YCrCb)
        high = _bytes(_through(sessions, coded[..., 0]))
        size = (high.shape[1], high.shape[0])
        chroma = cv2.resize(coded[..., 1:], size, interpolation=cv2.INTER_CUBIC)
        return cv2.cvtColor(np.dstack([high, chroma]), cv2.COLOR_YCrCb2RGB)

    return Method(name, scale, upscale)


def _through(sessions: list[tuple[onnxruntime.InferenceSession, int]], luma: Bytes) -> NDArray:
    values = luma.astype(np.float32) / np.float32(255)
    for session, multiple in sessions:
        values = run_padded(session, values, multiple)
    return values


def run_padded(
    session: onnxruntime.InferenceSession, values: NDArray[np.float32], multiple: int
) -> NDArray[np.float32]:
    """One plane through the net, its edges repeated up to a multiple of ``multiple``."""
    height, width = values.shape
    padding = ((0, -height % multiple), (0, -width % multiple))
    shown = np.pad(values, padding, mode="edge")[None, None]
    made = session.run(None, {session.get_inputs()[0].name: shown})[0][0, 0]
    scale = made.shape[0] // shown.shape[2]
    return made[: height * scale, : width * scale].clip(0, 1)


def _bytes(values: NDArray[np.float32]) -> Bytes:
    return np.rint(values * 255).astype(np.uint8)
