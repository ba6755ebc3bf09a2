"""Colours of pictures with a profile, turned into sRGB for the screen only.

What is upscaled, scored, inspected and exported keeps the picture's own values; a screen that
takes them for sRGB would show a wide-gamut picture too dull.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageCms

if TYPE_CHECKING:
    from numpy.typing import NDArray


def for_screen(pixels: NDArray[np.uint8], icc: bytes | None) -> NDArray[np.uint8]:
    """RGB uint8 values of a profile as sRGB; unchanged without a profile for RGB."""
    transform = _transform(icc) if icc else None
    if transform is None:
        return pixels
    converted = ImageCms.applyTransform(Image.fromarray(np.ascontiguousarray(pixels)), transform)
    return np.asarray(converted, dtype=np.uint8)


@lru_cache(maxsize=4)
def _transform(icc: bytes) -> Any:
    """None for a profile that is damaged, not for RGB, or sRGB already."""
    try:
        profile = ImageCms.getOpenProfile(io.BytesIO(icc))
        if profile.profile.xcolor_space.strip() != "RGB":
            return None
        if "sRGB" in (profile.profile.profile_description or ""):
            return None
        return ImageCms.buildTransform(
            profile, ImageCms.createProfile("sRGB"), "RGB", "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        )  # fmt: skip
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
