"""Quality presets with their true numbers, and the sizes they lead to.

The modes are those of NVIDIA DLSS: DLAA 1x, Quality 1.5x, Balanced 58 % of each side,
Performance 2x, Ultra Performance 3x. DLSS has no mode beyond 3x; 6x and 9x are custom.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pixelwatt.api import UsageError, tr_noop
from pixelwatt_upscaler.text import tr

from .frames import Size


@dataclass(frozen=True, slots=True)
class Preset:
    """How much smaller than the output a picture is rendered."""

    id: str
    title: str
    factor: Fraction
    """Linear: output width divided by render width."""

    @property
    def linear_share(self) -> float:
        """Render width divided by output width."""
        return float(1 / self.factor)

    @property
    def pixel_share(self) -> float:
        """Rendered pixels divided by output pixels: the square of the linear share."""
        return float(1 / self.factor**2)

    def render_size(self, output: Size) -> Size:
        return render_size(output, self.factor)


PRESETS = (
    Preset("dlaa", tr_noop("DLAA"), Fraction(1)),
    Preset("quality", tr_noop("Quality"), Fraction(3, 2)),
    Preset("balanced", tr_noop("Balanced"), Fraction(50, 29)),
    Preset("performance", tr_noop("Performance"), Fraction(2)),
    Preset("ultra-performance", tr_noop("Ultra Performance"), Fraction(3)),
    Preset("custom-6x", tr_noop("Custom 6×"), Fraction(6)),
    Preset("custom-9x", tr_noop("Custom 9×"), Fraction(9)),
)

OUTPUTS = {"1080p": Size(1920, 1080), "1440p": Size(2560, 1440), "4k": Size(3840, 2160)}

LARGEST_FACTOR = 16


def preset(preset_id: str) -> Preset:
    for candidate in PRESETS:
        if candidate.id == preset_id.lower():
            return candidate
    raise UsageError(
        tr("There is no preset “{name}”.", name=preset_id),
        tr("Presets: {names}.", names=", ".join(each.id for each in PRESETS)),
    )


def scaled(size: Size, factor: Fraction) -> Size:
    """``size`` times ``factor``; each side rounded half up, at least 1."""
    return Size(*(max(1, _round_half_up(side * factor)) for side in size))


def render_size(output: Size, factor: Fraction) -> Size:
    """The size to render at: each side of ``output / factor`` rounded half up, at least 1.

    3840 / 9 = 426.67 gives 427; 1080 x 0.58 = 626.4 gives 626. The upscaled picture always has
    exactly the output size, so the true factor of a rounded side differs a little.
    """
    return scaled(output, 1 / factor)


def fit(size: Size, box: Size) -> Size:
    """The largest size of ``size``'s shape inside ``box``, sides rounded half up."""
    return scaled(size, min(Fraction(box.width, size.width), Fraction(box.height, size.height)))


def _round_half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))
