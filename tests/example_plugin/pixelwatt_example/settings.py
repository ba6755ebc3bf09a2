"""What the user can set."""

from __future__ import annotations

from dataclasses import dataclass

from pixelwatt.api import setting, tr_noop


@dataclass(frozen=True, slots=True)
class PixelSettings:
    """The page "Pixel counter" of the settings dialog."""

    digits: int = setting(
        2,
        label=tr_noop("Digits after the point"),
        help=tr_noop("Of the megapixels shown in the panel"),
        minimum=0,
        maximum=6,
    )
