"""Upscaling by ONNX models: whole or in tiles, on a GPU or the CPU, and never in silence."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

import cv2
import numpy as np

from pixelwatt_upscaler.text import tr

from . import model_memory, providers
from .frames import Size, size_of
from .hardware import memory_limit
from .loaded_model import LoadedModel, Runner
from .resampling import enlarge
from .sessions import OutOfMemory, ProviderFailed
from .tiles import run_tiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .frames import Rgb
    from .model_catalogue import ModelCard
    from .providers import Choice
    from .upscaling import Method, Notice, Placement

HALO_IF_UNKNOWN = 32
SMALLEST_TILE = 32
GPU_ACTIVATION_BYTES = 2 * 2**30
"""For a first tile on a GPU, whose free memory ONNX Runtime does not tell."""
CPU_ACTIVATION_BYTES = 2**30
"""For a whole picture on the CPU; the runtime takes a few times as much."""
CPU_MEMORY_SHARE = 0.1
"""Of `hardware.memory_limit` at most, on machines with little memory."""
TILE_SHARE = 0.25
"""Of the same memory, for a tile: small tiles are as fast, and the picture itself needs room."""
PROVIDERS_AGREE = 3 / 255
"""A provider whose probe differs more than this from the CPU's is warned of."""
_PROBE_SIDE = 64


class NeuralUpscaler:
    """Runs a model at its own scale and resamples the result to the output size."""

    def __init__(
        self,
        method: Method,
        card: ModelCard,
        input_size: Size,
        output_size: Size,
        *,
        provider: str = providers.AUTO,
        bits: int = 8,
        threads: int | None = None,
        notice: Notice = lambda _text: None,
        tile: int | None = None,
    ) -> None:
        self.method = method
        self.input_size = input_size
        self.output_size = output_size
        self._stage = Stage(
            LoadedModel(card), input_size, provider,
            bits=bits, threads=threads, notice=notice, tile=tile,
        )  # fmt: skip
        self._stage.prepare()

    @property
    def placement(self) -> Placement:
        return self._stage.placement

    def run(self, rgb: Rgb) -> Rgb:
        """Raises `Problem` when neither the provider nor the CPU can run the model."""
        return enlarge(self._stage.run(rgb), self.output_size, "lanczos")

    def close(self) -> None:
        self._stage.release()


class Stage:
    """One model on pictures of one size; picks tile and provider, and falls back in the open."""

    def __init__(
        self,
        model: LoadedModel,
        size: Size,
        provider: str,
        *,
        bits: int,
        threads: int | None,
        notice: Notice,
        tile: int | None,
    ) -> None:
        self._model = model
        self._size = size
        self._bits = bits
        self._threads = threads
        self._notice = notice
        self._choices = providers.choose(provider)
        self._reason = _why_cpu(provider, self._choices)
        self._tile = self._first_tile(tile)
        self._runner: Runner | None = None
        if model.info.halo is None and self._tile != self._padded():
            notice(tr("This model looks at the whole picture: tiles of {size} may show seams.",
                      size=self._tile))  # fmt: skip

    @property
    def scale(self) -> int:
        return self._model.info.scale

    @property
    def output_size(self) -> Size:
        return Size(self._size.width * self.scale, self._size.height * self.scale)

    @property
    def placement(self) -> Placement:
        placement = self.prepare().placement
        if self._reason and not placement.reason:
            return replace(placement, reason=self._reason)
        return placement

    def run(self, rgb: Rgb) -> Rgb:
        while True:
            try:
                return self._attempt(self.prepare(), rgb)
            except OutOfMemory as problem:
                self._shrink_tile(problem)
            except ProviderFailed as problem:
                self._next_provider(problem)

    def prepare(self) -> Runner:
        """Make the session if there is none, on the first provider that takes the model."""
        while self._runner is None:
            choice = self._choices[0]
            try:
                runner = self._model.runner(choice, self._tile, self._bits, self._threads)
                if choice.provider.id != providers.CPU:
                    self._check_agreement(choice)
                self._runner = runner
            except OutOfMemory as problem:
                self._shrink_tile(problem)
            except ProviderFailed as problem:
                self._next_provider(problem)
        return self._runner

    def release(self) -> None:
        if self._runner is not None:
            self._runner.close()
            self._runner = None

    def _attempt(self, runner: Runner, rgb: Rgb) -> Rgb:
        padded, whole = self._padded(), size_of(rgb)
        extended = _extended(rgb, padded)
        if padded == self._tile:
            larger = runner.run(extended)
        else:
            larger = run_tiled(
                extended, self._tile, self._halo, self.scale, runner.run,
                multiple=self._model.info.multiple,
            )  # fmt: skip
        return np.ascontiguousarray(larger[: whole.height * self.scale, : whole.width * self.scale])

    @property
    def _halo(self) -> int:
        info = self._model.info
        halo = HALO_IF_UNKNOWN if info.halo is None else info.halo
        if info.fixed_size is not None:
            halo = min(halo, (min(info.fixed_size) - 1) // 4)
        return halo

    def _padded(self) -> Size:
        padded = self._model.padded(self._size)
        fixed = self._model.info.fixed_size
        if fixed is None:
            return padded
        return Size(max(padded.width, fixed[0]), max(padded.height, fixed[1]))

    def _first_tile(self, wanted: int | None) -> Size:
        info = self._model.info
        if info.fixed_size is not None:
            return Size(*info.fixed_size)
        padded = self._padded()
        if wanted is not None:
            return self._tile_of(wanted, padded)
        on_cpu = self._choices[0].provider.id == providers.CPU
        for_cpu = min(CPU_ACTIVATION_BYTES, memory_limit() * CPU_MEMORY_SHARE)
        budget = for_cpu if on_cpu else GPU_ACTIVATION_BYTES
        most = budget / max(1, info.bytes_per_input_pixel or 1)
        if padded.pixels <= most:
            return padded
        return self._tile_of(int(sqrt(most * TILE_SHARE)), padded)

    def _tile_of(self, side: int, padded: Size) -> Size:
        multiple = self._model.info.multiple
        least = 2 * self._halo + multiple
        side = max(side, least, SMALLEST_TILE)
        side = -(-side // multiple) * multiple
        return Size(min(side, padded.width), min(side, padded.height))

    def _shrink_tile(self, problem: OutOfMemory) -> None:
        smaller = self._tile
        if self._model.info.fixed_size is None:
            smaller = self._tile_of(max(self._tile) // 2, self._padded())
        if smaller == self._tile:
            self._next_provider(ProviderFailed(problem.what, problem.remedy))
            return
        self._notice(
            tr("Not enough memory for tiles of {old}; going on with {new}.",
               old=self._tile, new=smaller)
        )  # fmt: skip
        self.release()
        self._tile = smaller

    def _next_provider(self, problem: ProviderFailed) -> None:
        failed = self._choices[0]
        self.release()
        if len(self._choices) == 1:
            raise problem
        self._choices = self._choices[1:]
        self._reason = f"{failed.title}: {problem.what}".rstrip(".")
        self._tile = self._first_tile(None)
        self._notice(
            tr("{failed} failed, going on with {next}: {why}",
               failed=failed.title, next=self._choices[0].title, why=problem.what)
        )  # fmt: skip

    def _check_agreement(self, choice: Choice) -> None:
        """Compare the provider with the CPU on a small picture, once for each model."""
        info = self._model.info
        if model_memory.agreement(info.sha256, choice.title) is not None:
            return
        side = Size(*info.fixed_size) if info.fixed_size else self._model.padded(
            Size(_PROBE_SIDE, _PROBE_SIDE)
        )  # fmt: skip
        picture = _probe_picture(side)
        cpu = providers.choose(providers.CPU)[0]
        runners = [self._model.runner(each, side, 8, self._threads) for each in (choice, cpu)]
        ours, expected = (runner.run(picture) for runner in runners)
        error = float(np.abs(ours.astype(np.float32) - expected).max()) / 255
        model_memory.remember_agreement(info.sha256, choice.title, error)
        if error > PROVIDERS_AGREE:
            self._notice(
                tr("{provider} differs from the CPU by up to {levels} of 255 levels with this "
                   "model; its pictures may be wrong.",
                   provider=choice.title, levels=round(error * 255))
            )  # fmt: skip


def _probe_picture(size: Size) -> Rgb:
    """Smooth above, noise below: rounding to fewer bits shows where a network is most at work."""
    random = np.random.default_rng(7)
    coarse = random.integers(0, 256, (8, 8, 3), np.uint8)
    picture = np.asarray(cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    half = size.height // 2
    picture[half:] = random.integers(0, 256, (size.height - half, size.width, 3), np.uint8)
    return picture


def _why_cpu(wanted: str, choices: Sequence[Choice]) -> str:
    if wanted == providers.AUTO and choices[0].provider.id == providers.CPU:
        return tr("no GPU provider is installed")
    return ""


def _extended(rgb: Rgb, size: Size) -> Rgb:
    """Repeat the last rows and columns by reflection up to ``size``."""
    current = size_of(rgb)
    if current == size:
        return rgb
    bottom, right = size.height - current.height, size.width - current.width
    reflect = bottom < current.height and right < current.width
    border = cv2.BORDER_REFLECT_101 if reflect else cv2.BORDER_REPLICATE
    extended: Rgb = cv2.copyMakeBorder(rgb, 0, bottom, 0, right, border)
    return extended
