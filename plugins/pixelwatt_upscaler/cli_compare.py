"""The subcommand ``compare``; see docs/command-line.md."""

from __future__ import annotations

from math import isinf
from pathlib import Path
from typing import TYPE_CHECKING

from pixelwatt.api import UsageError
from pixelwatt_upscaler.text import tr

from .cli_output import print_json

if TYPE_CHECKING:
    import argparse

    from .core.metrics import Quality
    from .core.sheet import Region


def add_compare_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pictures", nargs="+", type=Path, metavar="PICTURE",
                        help=tr("Two or more; the first is the reference."))  # fmt: skip
    parser.add_argument("-o", "--to", dest="target", type=Path, required=True, metavar="SHEET",
                        help=tr("The file to write."))  # fmt: skip
    parser.add_argument(
        "--region",
        metavar="LEFT,TOP,WIDTH,HEIGHT",
        help=tr("Show only this part, in pixels of the largest picture."),
    )
    parser.add_argument(
        "--zoom",
        type=int,
        default=1,
        metavar="N",
        help=tr("Draw each pixel of the region N times as large."),
    )
    parser.add_argument(
        "--layout",
        choices=("grid", "split"),
        default="grid",
        help=tr("A grid, or two pictures split down the middle."),
    )
    parser.add_argument("--columns", type=int, metavar="N", help=tr("Columns of the grid."))
    parser.add_argument("--json", action="store_true", help=tr("Print what was done as JSON."))


def compare(args: argparse.Namespace) -> int:
    from .core import sheet
    from .core.export_pictures import check_writable, save_picture
    from .core.frames import Frame
    from .core.metrics import measure as judge
    from .core.pictures import read_picture

    if len(args.pictures) < 2:
        raise UsageError(tr("Comparing takes two pictures or more."))
    if args.layout == "split" and len(args.pictures) != 2:
        raise UsageError(tr("A split takes exactly two pictures."), tr("Use --layout grid."))
    region = _region(args.region, args.zoom)
    check_writable(args.target, (1, 1))
    reference, *others = [read_picture(path) for path in args.pictures]
    judged = [
        judge(reference.pixels, other.pixels) if other.size == reference.size else None
        for other in others
    ]
    captions = [tr("reference"), *(_caption(quality) for quality in judged)]
    entries = [
        sheet.Entry(path.name, frame.pixels, caption)
        for path, frame, caption in zip(args.pictures, (reference, *others), captions, strict=True)
    ]
    if args.layout == "split":
        drawn = sheet.split(entries[0], entries[1], region)
    else:
        drawn = sheet.grid(entries, region, args.columns)
    save_picture(Frame(drawn), args.target)
    if args.json:
        qualities = [None, *(each.to_json() if each else None for each in judged)]
        print_json({
            "output": str(args.target),
            "size": [drawn.shape[1], drawn.shape[0]],
            "pictures": [
                {"file": str(path), "quality": quality}
                for path, quality in zip(args.pictures, qualities, strict=True)
            ],
        })  # fmt: skip
    else:
        for entry in entries:
            print(f"{entry.title}: {entry.caption}")
    return 0


def _caption(quality: Quality | None) -> str:
    if quality is None:
        return tr("another size than the reference")
    if isinf(quality.psnr_db):
        return tr("equal to the reference")
    if quality.ssim is None:
        return f"PSNR {quality.psnr_db:.2f} dB"
    return f"PSNR {quality.psnr_db:.2f} dB, SSIM {quality.ssim:.4f}"


def _region(text: str | None, zoom: int) -> Region | None:
    from .core.sheet import Region

    if not 1 <= zoom <= 32:
        raise UsageError(tr("--zoom must be from 1 to 32."))
    if text is None:
        if zoom != 1:
            raise UsageError(tr("--zoom enlarges a --region."), tr("Give one."))
        return None
    try:
        left, top, width, height = (int(part) for part in text.split(","))
    except ValueError as error:
        raise UsageError(
            tr("“{text}” is no region.", text=text), tr("Write, for example, --region 10,20,64,64.")
        ) from error
    return Region(left, top, width, height, zoom)
