"""Enlarges whole frames of any kind: grey, colour or with alpha, 8 or 16 bits, of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from . import hardware, methods
from .frames import Size

if TYPE_CHECKING:
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
        check_output_size(output_size)
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

    def run(self, frame: Frame) -> Frame:
        """The frame, larger, with everything else that it carries."""
        self._check_memory(frame)
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

    def _check_memory(self, frame: Frame) -> None:
        output = self._upscaler.output_size.pixels * frame.channels * frame.bits // 8
        needed = frame.pixels.nbytes + 2 * output
        if needed > self._memory_limit:
            raise Problem(
                tr("A picture of {size} takes {needed:.1f} GB to make; {limit:.1f} GB are allowed.",
                   size=self._upscaler.output_size, needed=needed / 1e9,
                   limit=self._memory_limit / 1e9),
                tr("Write PNG or TIFF by a whole factor, which takes little memory, or choose a "
                   "smaller scale."),
            )  # fmt: skip


def check_output_size(size: Size) -> None:
    """Raise `Problem` for results that no format or patience holds."""
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
