"""Comparison sheets: several pictures of one scene side by side, labelled, in one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .export_pictures import on_white, to_eight_bits
from .frames import size_of
from .pipeline import as_rgb
from .resampling import enlarge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageFont import FreeTypeFont

    from .frames import Pixels, Rgb, Size

GAP = 8
_DARK, _LIGHT = (24, 26, 28), (238, 238, 236)
MOST_PIXELS = 400_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One picture of a sheet. ``caption`` stands below its title, such as its PSNR."""

    title: str
    pixels: Pixels
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """What of each picture is shown, in pixels of the first one, and how much enlarged."""

    left: int
    top: int
    width: int
    height: int
    zoom: int = 1


def grid(entries: Sequence[Entry], region: Region | None = None, columns: int | None = None) -> Rgb:
    """Pictures in rows, each with its title above. Smaller ones are enlarged by nearest.

    Raises `Problem` if the region lies outside or the sheet would be too large.
    """
    shown = _alike(entries, region)
    columns = columns or ceil(sqrt(len(shown)))
    rows = ceil(len(shown) / columns)
    width, height = shown[0].shape[1], shown[0].shape[0]
    font = _font(max(14, min(40, width // 24)))
    caption_rows = 2 if any(entry.caption for entry in entries) else 1
    header = caption_rows * (font.size + 6) + 6
    size = (GAP + columns * (width + GAP), GAP + rows * (int(header) + height + GAP))
    if size[0] * size[1] > MOST_PIXELS:
        raise Problem(
            tr("The sheet would be {width}×{height}.", width=size[0], height=size[1]),
            tr("Choose a region, or fewer pictures."),
        )
    sheet = Image.new("RGB", size, _DARK)
    draw = ImageDraw.Draw(sheet)
    for index, (entry, pixels) in enumerate(zip(entries, shown, strict=True)):
        x = GAP + (index % columns) * (width + GAP)
        y = GAP + (index // columns) * (int(header) + height + GAP)
        for line, text in enumerate((entry.title, entry.caption)):
            draw.text((x, y + line * (font.size + 6)), _fitting(text, font, width), _LIGHT, font)
        sheet.paste(Image.fromarray(pixels), (x, y + int(header)))
    return np.array(sheet)


def split(left: Entry, right: Entry, region: Region | None = None) -> Rgb:
    """The left half of one picture and the right half of another, with a line between."""
    first, second = _alike((left, right), region)
    width = first.shape[1]
    joined = first.copy()
    joined[:, width // 2 :] = second[:, width // 2 :]
    joined[:, max(0, width // 2 - 1) : width // 2 + 1] = _LIGHT
    picture = Image.fromarray(joined)
    draw = ImageDraw.Draw(picture)
    font = _font(max(14, min(40, width // 24)))
    for entry, x in ((left, GAP), (right, width // 2 + GAP)):
        text = _fitting(entry.title, font, width // 2 - 2 * GAP)
        box = draw.textbbox((x, GAP), text, font)
        draw.rectangle((box[0] - 4, box[1] - 4, box[2] + 4, box[3] + 4), fill=_DARK)
        draw.text((x, GAP), text, _LIGHT, font)
    return np.array(picture)


def _alike(entries: Sequence[Entry], region: Region | None) -> list[Rgb]:
    """8-bit RGB of one size: that of the largest picture, or of the region."""
    if not entries:
        raise Problem(tr("There is nothing to compare."), tr("Name two pictures or more."))
    pictures = [_eight_bit_rgb(entry.pixels) for entry in entries]
    largest: Size = max((size_of(each) for each in pictures), key=lambda size: size.pixels)
    pictures = [enlarge(each, largest, "nearest") for each in pictures]
    if region is None:
        return pictures
    if (
        min(region.left, region.top) < 0
        or min(region.width, region.height, region.zoom) < 1
        or region.left + region.width > largest.width
        or region.top + region.height > largest.height
    ):
        raise Problem(
            tr("The region does not lie inside {size}.", size=largest),
            tr("Give left, top, width and height in pixels."),
        )
    rows = slice(region.top, region.top + region.height)
    columns = slice(region.left, region.left + region.width)
    cut = [each[rows, columns] for each in pictures]
    return [
        np.ascontiguousarray(each.repeat(region.zoom, axis=0).repeat(region.zoom, axis=1))
        for each in cut
    ]


def _eight_bit_rgb(pixels: Pixels) -> Rgb:
    eight = to_eight_bits(pixels) if pixels.dtype == np.uint16 else pixels
    return on_white(eight) if eight.shape[2] == 4 else as_rgb(eight)


def _fitting(text: str, font: FreeTypeFont, width: int) -> str:
    """``text``, shortened with an ellipsis to ``width`` pixels."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text + "…"


@lru_cache(maxsize=8)
def _font(size: int) -> FreeTypeFont:
    from importlib.resources import files

    return ImageFont.truetype(
        str(files("pixelwatt_resources") / "fonts" / "PixelwattSansSC.otf"), size
    )
