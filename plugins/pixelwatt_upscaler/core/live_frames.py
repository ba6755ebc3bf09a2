"""A frame of the live view: everything made of it, ready to be painted."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter_ns
from typing import TYPE_CHECKING

import numpy as np

from .live_difference import DifferenceKind, DifferenceView, difference_map, temporal_map
from .live_pictures import ScreenPicture, screen_picture
from .resampling import enlarge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from .frames import Rgb
    from .pipeline import Result

INPUT = "input"
ORIGINAL = "original"


@dataclass(frozen=True, slots=True, eq=False)
class LiveFrame:
    """Pictures by key: ``"input"``, each method's id, and ``"original"`` if it can judge."""

    result: Result
    pixels: Mapping[str, NDArray[np.uint8]]
    """8-bit RGB, for the pixel inspector."""
    screens: Mapping[str, ScreenPicture]
    differences: Mapping[str, ScreenPicture]
    """A map for each method while the difference view is on."""
    skipped: int
    """Frames passed over just before this one."""
    ready_ns: int

    @property
    def time_s(self) -> float | None:
        return self.result.frame.timestamp_s


def live_frame(
    result: Result,
    difference: DifferenceView | None,
    skipped: int,
    before: LiveFrame | None = None,
) -> LiveFrame:
    """Make ready what will be painted; ``before`` is the frame shown before, if any."""
    pixels = {INPUT: eight_bits(result.input)}
    pixels |= {output.method: eight_bits(output.pixels) for output in result.outputs}
    if result.reference is not None:
        pixels[ORIGINAL] = eight_bits(result.reference)
    return LiveFrame(
        result=result,
        pixels=pixels,
        screens={key: screen_picture(each) for key, each in pixels.items()},
        differences=_differences(result, pixels, difference, before) if difference else {},
        skipped=skipped,
        ready_ns=perf_counter_ns(),
    )


def _differences(
    result: Result,
    pixels: Mapping[str, NDArray[np.uint8]],
    view: DifferenceView,
    before: LiveFrame | None,
) -> dict[str, ScreenPicture]:
    """A map for each method against the original, or without one against bilinear."""
    baseline = _baseline(result, pixels)
    maps: dict[str, ScreenPicture] = {}
    for output in result.outputs:
        now = pixels[output.method]
        if view.kind is DifferenceKind.TEMPORAL:
            then = before.pixels.get(output.method) if before is not None else None
            if before is None or then is None or then.shape != now.shape:
                # Without a frame before, nothing has changed yet.
                then, baseline_then = now, baseline
            else:
                baseline_then = _baseline(before.result, before.pixels)
            coloured = temporal_map((then, now), (baseline_then, baseline), view)
        else:
            coloured = difference_map(now, baseline, view)
        maps[output.method] = screen_picture(coloured)
    return maps


def _baseline(result: Result, pixels: Mapping[str, NDArray[np.uint8]]) -> NDArray[np.uint8]:
    original = pixels.get(ORIGINAL)
    if original is not None:
        return original
    return eight_bits(enlarge(result.input, result.plan.output, "bilinear"))


def made_alike(one: LiveFrame, other: LiveFrame) -> bool:
    """Whether two frames were made by the same methods at the same sizes."""

    def methods(frame: LiveFrame) -> list[str]:
        return [output.method for output in frame.result.outputs]

    return one.result.plan == other.result.plan and methods(one) == methods(other)


def eight_bits(rgb: Rgb) -> NDArray[np.uint8]:
    """16-bit values rounded to the nearest of 8 bits; 8-bit pictures as they are."""
    if rgb.dtype == np.uint8:
        return rgb
    # 65535 = 255 * 257, so this is exact at both ends and rounds to nearest between.
    return ((rgb.astype(np.uint32) + 128) // 257).astype(np.uint8)
