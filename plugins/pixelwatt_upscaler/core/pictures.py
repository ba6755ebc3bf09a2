"""Still pictures read from disk: 8 and 16 bits, grey, alpha, orientation and colour profile."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import psutil
from PIL import Image, UnidentifiedImageError

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from . import xmp
from .exif import ORIENTATION, kept
from .frames import Frame, Size
from .strip_readers import StoredStrips, in_order, open_png, open_tiff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .frames import Pixels

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp")

# Pillow's own limit is a warning at 89 million pixels; ours depends on the memory there is.
Image.MAX_IMAGE_PIXELS = None
# Of damage both write on the terminal besides; it is told as a `Problem`, in one line.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

_TIFF_BITS_PER_SAMPLE = 258


def default_memory_limit() -> int:
    """Bytes one picture may take while it is decoded: half of the machine's memory."""
    return int(psutil.virtual_memory().total // 2)


def read_picture(
    path: Path, *, memory_limit: int | None = None, least: Size | None = None
) -> Frame:
    """Decode a picture whole, upright, with its profile. Raises `Problem`.

    A JPEG may be decoded at a half, a fourth or an eighth of its sides, if these stay as they are
    stored at least as large as ``least``.
    """
    path = Path(path)
    with reading(path), Image.open(path) as image:
        if least is not None:
            image.draft(image.mode, least)
        _check_memory(path, image, memory_limit or default_memory_limit())
        icc = image.info.get("icc_profile")
        exif = image.getexif()
        orientation = int(exif.get(ORIENTATION, 1))
        deep = _has_sixteen_bits(path, image)
        pixels = _decoded_deep(path) if deep else _decoded(path, image)
        pixels = upright_pixels(pixels, orientation)
        packet = xmp.kept(xmp.stored_in(image))
        return Frame(pixels, icc=icc or None, exif=kept(exif), xmp=packet)


def jpeg_size(path: Path) -> tuple[Size, Size] | None:
    """Sides of a JPEG as they are stored and upright; None for other files. Raises `Problem`."""
    with reading(path), Image.open(path) as image:
        if image.format != "JPEG":
            return None
        stored = Size(*image.size)
        turned = image.getexif().get(ORIENTATION, 1) in (5, 6, 7, 8)
        return stored, Size(stored.height, stored.width) if turned else stored


def stored_strips(path: Path) -> StoredStrips | None:
    """A picture that can be read strip by strip; None if it must be decoded whole.

    Raises `Problem`; so do its strips while they are read.
    """
    path = Path(path)
    opener = {".png": open_png, ".tif": open_tiff, ".tiff": open_tiff}.get(path.suffix.lower())
    if opener is None:
        return None
    with reading(path):
        stored = opener(path)
    if stored is None:
        return None
    pieces = _told(path, stored.picture.pieces)
    return replace(stored, picture=replace(stored.picture, pieces=pieces))


def _told(path: Path, pieces: Iterable[Pixels]) -> Iterator[Pixels]:
    with reading(path):
        yield from pieces


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the file in the block into a `Problem`."""
    try:
        yield
    except Problem:
        raise
    except FileNotFoundError as error:
        raise Problem(
            tr("There is no file {path}.", path=path), tr("Check the name and the folder.")
        ) from error
    except PermissionError as error:
        raise Problem(
            tr("{path} may not be read.", path=path),
            tr("Ask its owner for permission to read it, or copy it elsewhere."),
        ) from error
    except IsADirectoryError as error:
        raise Problem(
            tr("{path} is a folder.", path=path), tr("Choose a picture in it.")
        ) from error
    except UnidentifiedImageError as error:
        raise Problem(
            tr("{name} is not a picture that can be read.", name=path.name),
            tr("Use PNG, JPEG, WebP, TIFF or BMP."),
        ) from error
    except MemoryError as error:
        raise Problem(
            tr("There is not enough memory to open {name}.", name=path.name),
            tr("Close other programs or use a smaller picture."),
        ) from error
    except (OSError, SyntaxError, ValueError, KeyError, IndexError, EOFError) as error:
        # Pillow reports damaged data as any of these, depending on the format.
        raise Problem(
            tr("{name} is damaged or cut short: {detail}.", name=path.name, detail=error),
            tr("Copy or download the file again."),
        ) from error
    except Exception as error:  # zlib.error, struct.error, cv2.error: damaged data as well
        raise Problem(
            tr("{name} cannot be decoded: {detail}.", name=path.name, detail=error),
            tr("Copy or download the file again."),
        ) from error


def picture_from_bytes(data: bytes, name: str = "") -> Frame:
    """Decode a picture that came from the clipboard or a test. Raises `Problem`."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            return Frame(_decoded(Path(name), image), icc=image.info.get("icc_profile") or None)
    except Exception as error:
        raise Problem(
            tr("The clipboard holds no picture that can be read."), tr("Copy the picture again.")
        ) from error


def _check_memory(path: Path, image: Image.Image, limit: int) -> None:
    # Pillow keeps 4 bytes a pixel for colour; the array that leaves it is another 3 to 8.
    needed = image.width * image.height * 8
    if needed > limit:
        raise Problem(
            tr(
                "{name} is {width}×{height} and would need {needed:.1f} GB to decode; "
                "{limit:.1f} GB are allowed.",
                name=path.name,
                width=image.width,
                height=image.height,
                needed=needed / 1e9,
                limit=limit / 1e9,
            ),
            tr("Raise the memory limit or cut the picture into parts."),
        )


def _has_sixteen_bits(path: Path, image: Image.Image) -> bool:
    # Pillow quietly reads 16-bit colour PNG as 8 bits, so the header is asked.
    if image.format == "PNG":
        with path.open("rb") as file:
            head = file.read(25)
        return len(head) == 25 and head[24] == 16
    if image.format == "TIFF":
        bits = getattr(image, "tag_v2", {}).get(_TIFF_BITS_PER_SAMPLE, (8,))
        return bool(max(bits if isinstance(bits, tuple) else (bits,)) == 16)
    return bool(image.mode.startswith("I;16"))


def _decoded(path: Path, image: Image.Image) -> Pixels:
    if image.mode == "F":
        raise Problem(
            tr("{name} holds floating-point values of unknown range.", name=path.name),
            tr("Convert it to 16-bit PNG or TIFF first."),
        )
    image.load()
    transparent = "transparency" in image.info
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or transparent:
        plain = image.convert("RGBA")
    elif image.mode in ("1", "L"):
        plain = image.convert("L")
    elif image.mode in ("I", "I;16"):
        grey: Pixels = np.clip(np.asarray(image), 0, 65535).astype(np.uint16)
        return grey[:, :, None]
    else:
        plain = image.convert("RGB")
    pixels: Pixels = np.array(plain)
    return pixels[:, :, None] if pixels.ndim == 2 else pixels


def _decoded_deep(path: Path) -> Pixels:
    data = np.fromfile(path, np.uint8)
    return in_order(cv2.imdecode(data, cv2.IMREAD_UNCHANGED | cv2.IMREAD_IGNORE_ORIENTATION))


def upright_pixels(pixels: Pixels, orientation: int) -> Pixels:
    """Undo an EXIF orientation (1 to 8, as TIFF 6.0 and EXIF 2.32 define it)."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.transpose(1, 0, 2)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)
