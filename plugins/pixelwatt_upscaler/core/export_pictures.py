"""Writes pictures: whole or not at all, with profile and metadata, and says what was lost."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from pixelwatt.api import Problem, replacing
from pixelwatt_upscaler.text import tr

from .strip_writers import write_png, write_tiff
from .strips import Strips
from .xmp import MOST_BYTES_IN_JPEG

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Frame, Pixels

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp")

_LARGEST_SIDE = {".jpg": 65500, ".jpeg": 65500, ".webp": 16383}
STRIP_SUFFIXES = (".png", ".tif", ".tiff")
"""Formats that are written strip by strip, so that a picture of any size takes little memory."""


def check_writable(path: Path, size: tuple[int, int]) -> None:
    """Raise `Problem` before long work whose result could not be written."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise Problem(
            tr("“{suffix}” is no format that pictures are written in.", suffix=suffix or path.name),
            tr("Use one of {formats}.", formats=", ".join(SUFFIXES)),
        )
    if not path.parent.is_dir():
        raise Problem(tr("There is no folder {folder}.", folder=path.parent), tr("Make it first."))
    if path.is_dir():
        raise Problem(tr("{path} is a folder.", path=path), tr("Give the name of a file."))
    most = _LARGEST_SIDE.get(suffix)
    if most is not None and max(size) > most:
        raise Problem(
            tr("{width}×{height} is more than {format} can hold ({most} a side).",
               width=size[0], height=size[1], format=suffix[1:].upper(), most=most),
            tr("Write PNG or TIFF."),
        )  # fmt: skip


def save_picture(
    frame: Frame,
    path: Path,
    *,
    quality: int = 95,
    progress: Callable[[float], None] = lambda _fraction: None,
) -> tuple[str, ...]:
    """Write ``frame`` in the format of the name; what could not be kept, in sentences.

    Raises `Problem`; then nothing is left behind and a file of that name is as it was.
    """
    path = Path(path)
    check_writable(path, frame.size)
    suffix = path.suffix.lower()
    if suffix in STRIP_SUFFIXES:
        return save_strips(
            Strips.of(frame.pixels), path,
            icc=frame.icc, exif=frame.exif, xmp=frame.xmp, progress=progress,
        )  # fmt: skip
    try:
        with replacing(path) as temporary:
            return _save_eight_bits(frame, temporary, suffix, quality)
    except OSError as error:
        raise write_problem(path, error) from error


def save_strips(
    picture: Strips,
    path: Path,
    *,
    icc: bytes | None = None,
    exif: bytes | None = None,
    xmp: bytes | None = None,
    progress: Callable[[float], None] = lambda _fraction: None,
) -> tuple[str, ...]:
    """Like `save_picture` for PNG and TIFF, of a picture that need not be in memory whole."""
    path = Path(path)
    check_writable(path, picture.size)
    try:
        with replacing(path) as temporary, temporary.open("wb") as file:
            if path.suffix.lower() == ".png":
                write_png(file, picture, icc=icc, exif=exif, xmp=xmp, progress=progress)
                return ()
            kept = write_tiff(file, picture, icc=icc, exif=exif, xmp=xmp, progress=progress)
    except OSError as error:
        raise write_problem(path, error) from error
    return (
        ()
        if kept
        else (tr("TIFF was written without EXIF: it is damaged, or the file over 4 GB."),)
    )


def write_problem(path: Path, error: OSError) -> Problem:
    """What to tell when the system refuses to write a file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Problem(
            tr("The disk is full; {name} was not written.", name=path.name),
            tr("Free some space or write elsewhere; what was there before is untouched."),
        )
    if isinstance(error, PermissionError) or error.errno in (errno.EACCES, errno.EROFS):
        return Problem(
            tr("{path} may not be written.", path=path),
            tr("Choose a folder that you may write to."),
        )
    return Problem(
        tr("{path} cannot be written: {detail}.", path=path, detail=error.strerror or error),
        tr("Choose another name or folder."),
    )


def _save_eight_bits(frame: Frame, path: Path, suffix: str, quality: int) -> tuple[str, ...]:
    notes = []
    pixels = frame.pixels
    if pixels.dtype == np.uint16:
        pixels = to_eight_bits(pixels)
        notes.append(tr("{format} holds 8 bits; 16 were rounded.", format=suffix[1:].upper()))
    if pixels.shape[2] == 4 and suffix != ".webp":
        pixels = on_white(pixels)
        notes.append(tr("{format} holds no alpha; it was put on white.",
                        format=suffix[1:].upper()))  # fmt: skip
    options = _options(frame, suffix, quality)
    if frame.xmp and suffix in (".jpg", ".jpeg") and len(frame.xmp) > MOST_BYTES_IN_JPEG:
        del options["xmp"]
        notes.append(tr("JPEG was written without XMP: it is longer than JPEG can hold."))
    Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels).save(path, **options)
    return tuple(notes)


def _options(frame: Frame, suffix: str, quality: int) -> dict[str, Any]:
    if suffix == ".bmp":
        return {"format": "BMP"}
    options: dict[str, Any] = {"quality": quality}
    if frame.icc:
        options["icc_profile"] = frame.icc
    if frame.exif:
        options["exif"] = frame.exif
    if frame.xmp:
        options["xmp"] = frame.xmp
    if suffix == ".webp":
        return {**options, "format": "WEBP", "lossless": quality >= 100}
    # Full chroma: half of it would throw away what was just upscaled.
    return {**options, "format": "JPEG", "subsampling": 0}


def to_eight_bits(pixels: Pixels) -> Pixels:
    """Nearest 8-bit values of 16-bit ones: 65535 is 257 times 255."""
    rounded: Pixels = ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)
    return rounded


def on_white(pixels: Pixels) -> Pixels:
    """Straight-alpha pixels in front of white, without alpha."""
    top = float(np.iinfo(pixels.dtype).max)
    alpha = pixels[:, :, 3:].astype(np.float32) / top
    flat: Pixels = np.rint(pixels[:, :, :3] * alpha + top * (1 - alpha)).astype(pixels.dtype)
    return flat
