"""Everything that can upscale a picture, behind one call: our models, theirs and the classics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
import onnxruntime

from training.imresize import imresize

if TYPE_CHECKING:
    from pathlib import Path

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
    """AMD's FSR1 as the upscaler plugin implements it; None where it does not."""
    try:
        from pixelwatt.api import Problem
        from pixelwatt_upscaler.core.frames import Size
        from pixelwatt_upscaler.core.methods import create_upscaler, method
    except ImportError:
        return None
    try:
        method("fsr1")
    except Problem:
        return None

    def upscale(low: Bytes) -> Bytes:
        rgb = low if low.ndim == 3 else np.repeat(low[..., None], 3, axis=2)
        small = Size(low.shape[1], low.shape[0])
        large = Size(low.shape[1] * scale, low.shape[0] * scale)
        upscaler = create_upscaler("fsr1", small, large)
        try:
            made = upscaler.run(np.ascontiguousarray(rgb))
        finally:
            upscaler.close()
        return made if low.ndim == 3 else np.ascontiguousarray(made[..., 1])

    return Method("FSR1", scale, upscale)


def open_session(file: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """A CPU session that leaves the other cores alone."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def luma_model(file: Path, scale: int, name: str, multiple: int = 1) -> Method:
    """A luma net: Y through the net, chroma by bicubic interpolation beside it."""
    session = open_session(file)

    def upscale(low: Bytes) -> Bytes:
        if low.ndim == 2:
            return run_padded(session, low, multiple)
        coded = cv2.cvtColor(low, cv2.COLOR_RGB2YCrCb)
        high = run_padded(session, coded[..., 0], multiple)
        size = (high.shape[1], high.shape[0])
        chroma = cv2.resize(coded[..., 1:], size, interpolation=cv2.INTER_CUBIC)
        return cv2.cvtColor(np.dstack([high, chroma]), cv2.COLOR_YCrCb2RGB)

    return Method(name, scale, upscale)


def run_padded(session: onnxruntime.InferenceSession, luma: Bytes, multiple: int) -> Bytes:
    """One plane through the net, its edges repeated up to a multiple of ``multiple``."""
    height, width = luma.shape
    padding = ((0, -height % multiple), (0, -width % multiple))
    shown = np.pad(luma, padding, mode="edge").astype(np.float32)[None, None] / np.float32(255)
    made = session.run(None, {session.get_inputs()[0].name: shown})[0][0, 0]
    scale = made.shape[0] // shown.shape[2]
    return np.rint(made[: height * scale, : width * scale].clip(0, 1) * 255).astype(np.uint8)
