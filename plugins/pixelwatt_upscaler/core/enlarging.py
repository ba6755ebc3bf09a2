"""Enlarges whole frames of any kind: grey, colour or with alpha, 8 or 16 bits, of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from . import hardware, methods
from .disk_arrays import disk_array
from .frames import Size
from .neural import NeuralUpscaler

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Frame, Pixels, Rgb
    from .upscaling import Notice, Placement, Upscaler

LARGEST_OUTPUT_PIXELS = 2_500_000_000


class Enlarger:
    """Makes frames of one size and depth larger with one method. Raises `Problem`."""

    def __init__(
        self,
        method: str,
        input_size: Size,
        output_size: Size,
        *,
        provider: str = "auto",
        bits: int = 8,
        threads: int | None = None,
        notice: Notice = lambda _text: None,
        memory_limit: int | None = None,
    ) -> None:
        _check_size(output_size)
        self._memory_limit = memory_limit or hardware.memory_limit()

        def upscaler(depth: int) -> Upscaler:
            return methods.create_upscaler(
                method, input_size, output_size,
                provider=provider, bits=depth, threads=threads, notice=notice,
            )  # fmt: skip

        self._make = upscaler
        self._upscaler = upscaler(bits)
        self._deep: Upscaler | None = self._upscaler if bits == 16 else None

    @property
    def placement(self) -> Placement:
        return self._upscaler.placement

    def run(
        self, frame: Frame, progress: Callable[[float], None] = lambda _fraction: None
    ) -> Frame:
        """The frame, larger, with everything else that it carries."""
        if not self._fits_memory(frame):
            return frame.with_pixels(self._on_disk(frame.pixels, progress))
        if frame.channels == 4:
            return frame.with_pixels(self._with_alpha(frame.pixels))
        if frame.channels == 1:
            rgb = self._upscaler.run(np.repeat(frame.pixels, 3, axis=2))
            return frame.with_pixels(_grey(rgb))
        return frame.with_pixels(self._upscaler.run(frame.pixels))

    def run_pixels(self, rgb: Rgb) -> Rgb:
        """RGB pixels only, as video has them."""
        return self._upscaler.run(rgb)

    def close(self) -> None:
        self._upscaler.close()
        if self._deep is not None:
            self._deep.close()

    def _with_alpha(self, pixels: Pixels) -> Pixels:
        """Alpha through the same method, colours weighted by it, so that no dark fringe appears.

        Weighted colours of nearly transparent pixels are small: they are kept in 16 bits.
        """
        if self._deep is None:
            self._deep = self._make(16)
        deep = pixels if pixels.dtype == np.uint16 else pixels.astype(np.uint16) * np.uint16(257)
        alpha = deep[:, :, 3:].astype(np.float32) / 65535
        weighted = np.rint(deep[:, :, :3] * alpha).astype(np.uint16)
        large_weighted = self._deep.run(weighted).astype(np.float32)
        large_alpha = _grey(self._deep.run(np.repeat(deep[:, :, 3:], 3, axis=2)))
        share = np.maximum(large_alpha.astype(np.float32) / 65535, 1 / 65535)
        colours = np.minimum(large_weighted / share, 65535)
        result = np.concatenate([np.rint(colours).astype(np.uint16), large_alpha], axis=2)
        if pixels.dtype == np.uint16:
            return result
        eight: Pixels = ((result.astype(np.uint32) + 128) // 257).astype(np.uint8)
        return eight

    def _fits_memory(self, frame: Frame) -> bool:
        output = self._upscaler.output_size.pixels * frame.channels * frame.bits // 8
        return frame.pixels.nbytes + 2 * output <= self._memory_limit

    def _on_disk(self, rgb: Rgb, progress: Callable[[float], None]) -> Rgb:
        if not isinstance(self._upscaler, NeuralUpscaler) or rgb.shape[2] != 3:
            raise Problem(
                tr("A picture of {size} does not fit into memory.",
                   size=self._upscaler.output_size),
                tr("Use RGB without alpha and a neural model, which works in tiles on disk, or a "
                   "smaller scale."),
            )  # fmt: skip
        size = self._upscaler.output_size
        out = disk_array((size.height, size.width, rgb.shape[2]), rgb.dtype)
        self._upscaler.run_into(rgb, out, progress)
        return out


def _check_size(size: Size) -> None:
    if size.pixels > LARGEST_OUTPUT_PIXELS:
        raise Problem(
            tr("The result would be {size}: more than {most:,} million pixels.",
               size=size, most=LARGEST_OUTPUT_PIXELS // 10**6),
            tr("Choose a smaller scale."),
        )  # fmt: skip


def _grey(rgb: Rgb) -> Pixels:
    """One channel of a picture whose channels are meant to be equal."""
    if np.array_equal(rgb[:, :, 0], rgb[:, :, 1]) and np.array_equal(rgb[:, :, 0], rgb[:, :, 2]):
        return rgb[:, :, :1]
    mean: Pixels = np.rint(rgb.mean(axis=2, keepdims=True)).astype(rgb.dtype)
    return mean
