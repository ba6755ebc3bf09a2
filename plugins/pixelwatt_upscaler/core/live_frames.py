"""A frame of the live view: everything made of it, ready to be painted."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter_ns
from typing import TYPE_CHECKING

import numpy as np

from .live_difference import DifferenceView, difference_map
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


def live_frame(result: Result, difference: DifferenceView | None, skipped: int) -> LiveFrame:
    pixels = {INPUT: eight_bits(result.input)}
    pixels |= {output.method: eight_bits(output.pixels) for output in result.outputs}
    if result.reference is not None:
        pixels[ORIGINAL] = eight_bits(result.reference)
    differences: dict[str, ScreenPicture] = {}
    if difference is not None:
        baseline = pixels.get(ORIGINAL)
        if baseline is None:
            baseline = eight_bits(enlarge(result.input, result.plan.output, "bilinear"))
        differences = {
            output.method: screen_picture(
                difference_map(pixels[output.method], baseline, difference)
            )
            for output in result.outputs
        }
    return LiveFrame(
        result=result,
        pixels=pixels,
        screens={key: screen_picture(each) for key, each in pixels.items()},
        differences=differences,
        skipped=skipped,
        ready_ns=perf_counter_ns(),
    )


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
