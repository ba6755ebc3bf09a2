"""Colour profiles: pictures are shown in sRGB, whatever space they are stored in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageCms

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from .frames import Frame


def in_srgb(frame: Frame) -> tuple[Frame, str]:
    """The frame converted to sRGB by its profile, and in words what was done.

    Alpha is kept. 16-bit pictures and damaged or CMYK profiles are left as they are.
    """
    if not frame.icc:
        return frame, tr("no profile, taken as sRGB")
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(frame.icc))
        name = ImageCms.getProfileDescription(profile).strip() or tr("unnamed profile")
        if frame.bits != 8 or frame.channels == 1:
            return frame, tr("{profile}, shown without conversion", profile=name)
        converted = ImageCms.profileToProfile(
            Image.fromarray(np.ascontiguousarray(frame.pixels[:, :, :3])),
            profile,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return frame, tr("unreadable profile, taken as sRGB")
    assert converted is not None
    pixels = np.array(converted)
    if frame.channels == 4:
        pixels = np.concatenate([pixels, frame.pixels[:, :, 3:]], axis=2)
    return frame.with_pixels(pixels), tr("{profile}, shown as sRGB", profile=name)
