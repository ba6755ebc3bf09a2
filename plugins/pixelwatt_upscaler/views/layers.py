"""Pictures as the canvas draws them: QImages over the engine's buffers, never copies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from pixelwatt_upscaler.core.frames import Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pixelwatt_upscaler.core.live_pictures import ScreenPicture


class Mode(StrEnum):
    """How the pictures are laid against each other."""

    SPLIT = "split"
    SPLIT_HORIZONTAL = "split_horizontal"
    ROW = "row"
    GRID = "grid"
    FLICKER = "flicker"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One picture of the comparison with what is written on it."""

    key: str
    title: str
    detail: str
    colour: str
    """``#rrggbb``: what this picture is, in every part of the panel."""
    pixels: NDArray[np.uint8]
    """RGB values for the inspector, of the picture's own size."""
    images: tuple[QImage, ...]
    """Levels of detail, each half of the one before."""
    screen: ScreenPicture
    """Owns the memory that ``images`` look into."""

    @property
    def size(self) -> Size:
        return Size(self.images[0].width(), self.images[0].height())

    def image_for(self, scale: float) -> QImage:
        """The smallest level that still has a pixel for each of ``scale`` times our width."""
        image = self.images[0]
        for smaller in self.images[1:]:
            if smaller.width() < image.width() and smaller.width() >= self.size.width * scale:
                image = smaller
        return image


def layer(
    key: str,
    title: str,
    detail: str,
    colour: str,
    pixels: NDArray[np.uint8],
    screen: ScreenPicture,
) -> Layer:
    images = tuple(
        QImage(
            level.data, level.shape[1], level.shape[0], level.strides[0],
            QImage.Format.Format_RGB32,
        )
        for level in screen.levels
    )  # fmt: skip
    return Layer(key, title, detail, colour, pixels, images, screen)
