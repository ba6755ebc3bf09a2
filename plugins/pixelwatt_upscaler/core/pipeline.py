"""From a source's frame to what is shown: take down, upscale, and keep the reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from time import perf_counter
from typing import TYPE_CHECKING

from pixelwatt_upscaler.text import tr

from .methods import Notice, Placement, Upscaler, create_upscaler
from .presets import fit, render_size, scaled
from .resampling import Degradation, degrade

if TYPE_CHECKING:
    from .frames import Frame, Pixels, Rgb, Size


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked for."""

    factor: Fraction = Fraction(2)
    output: Size | None = None
    """A box to fit the result into; None: the source's size (taken down) or times the factor."""
    take_down: bool = True
    """Shrink the source to the render size first, so that the original is the reference."""
    degradation: Degradation = Degradation.AREA


@dataclass(frozen=True, slots=True)
class Plan:
    """The sizes a `Request` leads to for one source size."""

    source: Size
    input: Size
    """What the upscaler gets."""
    output: Size
    has_reference: bool
    """Whether the source is at least as large as the output, so that it can judge it."""
    note: str = ""

    @property
    def factor(self) -> float:
        return self.output.width / self.input.width


def plan(source: Size, request: Request) -> Plan:
    """Fix the sizes. With ``take_down`` a source smaller than the render size is used as it is."""
    if not request.take_down:
        output = fit(source, request.output) if request.output else scaled(source, request.factor)
        return Plan(source, source, output, has_reference=False)
    output = fit(source, request.output) if request.output else source
    render = render_size(output, request.factor)
    has_reference = source.width >= output.width and source.height >= output.height
    if source.width < render.width or source.height < render.height:
        note = tr(
            "The source ({source}) is smaller than the render size ({render}); "
            "it is used as it is.",
            source=source,
            render=render,
        )
        return Plan(source, source, output, has_reference=False, note=note)
    return Plan(source, render, output, has_reference)


@dataclass(frozen=True, slots=True, eq=False)
class Output:
    """What one method made of the input."""

    method: str
    pixels: Rgb
    upscale_ms: float
    placement: Placement


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """A frame with everything made of it."""

    frame: Frame
    plan: Plan
    original: Rgb
    """The frame as RGB, at its own size."""
    input: Rgb
    """What the methods got."""
    reference: Rgb | None
    """The original at the output size, if the source is large enough; else None."""
    outputs: tuple[Output, ...]
    degrade_ms: float


@dataclass(slots=True)
class Pipeline:
    """Runs one or more methods on frames, and rebuilds them when the frame size changes."""

    request: Request
    methods: tuple[str, ...]
    provider: str = "auto"
    notice: Notice = field(default=lambda _text: None)
    _upscalers: list[Upscaler] = field(default_factory=list, init=False)
    _plan: Plan | None = field(default=None, init=False)
    _bits: int = field(default=8, init=False)

    def process(self, frame: Frame) -> Result:
        """Upscale a frame with every method. Raises `pixelwatt.api.Problem`."""
        planned = self._prepare(frame)
        original = as_rgb(frame.pixels)
        started = perf_counter()
        small = degrade(original, planned.input, self.request.degradation)
        degrade_ms = (perf_counter() - started) * 1000
        outputs = tuple(_run(upscaler, small) for upscaler in self._upscalers)
        reference = degrade(original, planned.output, Degradation.AREA)
        return Result(
            frame=frame,
            plan=planned,
            original=original,
            input=small,
            reference=reference if planned.has_reference else None,
            outputs=outputs,
            degrade_ms=degrade_ms,
        )

    def close(self) -> None:
        for upscaler in self._upscalers:
            upscaler.close()
        self._upscalers.clear()
        self._plan = None

    def _prepare(self, frame: Frame) -> Plan:
        if self._plan is not None and self._plan.source == frame.size and self._bits == frame.bits:
            return self._plan
        self.close()
        planned = plan(frame.size, self.request)
        for method_id in self.methods:
            self._upscalers.append(
                create_upscaler(
                    method_id,
                    planned.input,
                    planned.output,
                    provider=self.provider,
                    bits=frame.bits,
                    notice=self.notice,
                )
            )
        self._plan, self._bits = planned, frame.bits
        return planned


def as_rgb(pixels: Pixels) -> Rgb:
    """Three channels of any picture: grey repeated, alpha left out."""
    import numpy as np

    if pixels.shape[2] == 3:
        return pixels
    if pixels.shape[2] == 1:
        return np.repeat(pixels, 3, axis=2)
    return np.ascontiguousarray(pixels[:, :, :3])


def _run(upscaler: Upscaler, rgb: Rgb) -> Output:
    started = perf_counter()
    pixels = upscaler.run(rgb)
    elapsed = (perf_counter() - started) * 1000
    return Output(upscaler.method.id, pixels, elapsed, upscaler.placement)
