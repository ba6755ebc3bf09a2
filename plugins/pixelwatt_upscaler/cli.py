"""The subcommands ``upscale``, ``measure`` and ``models``; see docs/command-line.md."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from pixelwatt.api import UsageError
from pixelwatt_upscaler.text import tr

from .cli_output import end_progress_line, print_json, progress_line

if TYPE_CHECKING:
    import argparse

    from .core.conversion import Settings


def add_upscale_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="INPUT", help=tr("A picture or a video."))
    parser.add_argument("-o", "--to", dest="target", type=Path, required=True, metavar="OUTPUT",
                        help=tr("The file to write; its name decides the format."))  # fmt: skip
    add_method_arguments(parser)
    parser.add_argument("--json", action="store_true", help=tr("Print what was done as JSON."))


def add_method_arguments(parser: argparse.ArgumentParser) -> None:
    """What `upscale` and `batch` have in common."""
    parser.add_argument(
        "--model",
        metavar="NAME|FILE.onnx",
        help=tr("A method or model of `pixelwatt models`, or an ONNX file."),
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--scale", metavar="S", help=tr("Enlarge by this factor, such as 2 or 1.5."))
    size.add_argument(
        "--preset",
        metavar="NAME",
        help=tr("Take the input down to this preset's render size first."),
    )
    parser.add_argument(
        "--output", choices=("1080p", "1440p", "4k"), help=tr("Fit the result into this size.")
    )
    parser.add_argument(
        "--degradation",
        choices=("area", "bicubic", "point"),
        default="area",
        help=tr("How a preset takes the input down."),
    )
    parser.add_argument(
        "--provider",
        default="auto",
        metavar="NAME",
        help=tr("auto, cpu, cuda, webgpu and so on; cuda:1 is the second device."),
    )
    parser.add_argument("--threads", type=int, metavar="N", help=tr("Threads on the CPU."))
    parser.add_argument(
        "--codec",
        default="auto",
        metavar="NAME",
        help=tr("h264, hevc, av1, vp9, prores, ffv1 or an encoder's name."),
    )
    parser.add_argument(
        "--quality",
        type=int,
        default=95,
        metavar="1-100",
        help=tr("Of JPEG and WebP; WebP of 100 is lossless."),
    )
    parser.add_argument(
        "--memory-limit",
        type=float,
        metavar="GB",
        help=tr("For decoding one picture; else half the memory."),
    )


def upscale(args: argparse.Namespace) -> int:
    from .core.conversion import convert

    report = convert(args.input, args.target, settings_of(args), progress_line())
    end_progress_line()
    if args.json:
        print_json(report.to_json())
        return 0
    plan = report.plan
    print(
        tr("{target}: {input} → {output}, {method} on {placement}, {ms:.1f} ms a frame",
           target=report.target, input=plan.input, output=plan.output, method=report.method,
           placement=report.placement.summary, ms=report.upscale_ms)
    )  # fmt: skip
    for note in report.notes:
        print(f"  {note}", file=sys.stderr)
    return 0


def settings_of(args: argparse.Namespace) -> Settings:
    """Raises `UsageError` for arguments that cannot be meant."""
    from .core import methods
    from .core.conversion import Settings
    from .core.presets import LARGEST_FACTOR, OUTPUTS, preset
    from .core.providers import choose
    from .core.resampling import Degradation

    method = args.model or methods.default_method().id
    methods.method(method)
    choose(args.provider)
    factor = _factor(args.scale, LARGEST_FACTOR) if args.scale else None
    if args.preset:
        factor = preset(args.preset).factor
    if args.scale and args.output:
        raise UsageError(
            tr("--scale and --output both say how large the result is."),
            tr("Give one of them, or --preset with --output."),
        )
    if args.threads is not None and args.threads < 1:
        raise UsageError(tr("--threads must be at least 1."))
    if not 1 <= args.quality <= 100:
        raise UsageError(tr("--quality must be from 1 to 100."))
    limit = args.memory_limit
    return Settings(
        method=method,
        factor=factor,
        output=OUTPUTS[args.output] if args.output else None,
        take_down=bool(args.preset),
        degradation=Degradation(args.degradation),
        provider=args.provider,
        threads=args.threads,
        codec=args.codec,
        quality=args.quality,
        memory_limit=int(limit * 1e9) if limit else None,
    )


def _factor(text: str, largest: int) -> Fraction:
    try:
        factor = Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise UsageError(
            tr("“{text}” is no scale.", text=text), tr("Write, for example, --scale 2 or 1.5.")
        ) from error
    if not 1 <= factor <= largest:
        raise UsageError(
            tr("A scale of {scale} is not possible.", scale=text),
            tr("It must be from 1 to {largest}.", largest=largest),
        )
    return factor


def add_measure_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reference", type=Path, metavar="REFERENCE", help=tr("What is right."))
    parser.add_argument("test", type=Path, metavar="TEST", help=tr("What is judged."))
    parser.add_argument("--border", type=int, default=0, metavar="N",
                        help=tr("Leave out N pixels on each side."))  # fmt: skip
    parser.add_argument("--json", action="store_true", help=tr("Print the numbers as JSON."))


def measure(args: argparse.Namespace) -> int:
    from .core.metrics import measure as compare
    from .core.pictures import read_picture

    if args.border < 0:
        raise UsageError(tr("--border cannot be negative."))
    reference, test = read_picture(args.reference), read_picture(args.test)
    quality = compare(reference.pixels, test.pixels, args.border)
    if args.json:
        print_json(quality.to_json())
        return 0
    unknown = tr("unknown: the pictures are smaller than 11×11")
    for title, decibels, structure in (
        (tr("RGB"), quality.psnr_db, quality.ssim),
        (tr("Luma"), quality.psnr_y_db, quality.ssim_y),
    ):
        similarity = unknown if structure is None else f"{structure:.4f}"
        print(f"{title}: PSNR {decibels:.2f} dB, SSIM {similarity}")
    return 0


def add_models_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.onnx",
                        help=tr("Say what this model is instead of listing all."))  # fmt: skip
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--correct", action="append", metavar="FIELD=VALUE", default=[],
                        help=tr("Overrule what was found in the file, such as "
                                "value_range=0..255; remembered for this model."))  # fmt: skip
    change.add_argument("--as-found", action="store_true",
                        help=tr("Forget what was corrected of the file."))  # fmt: skip
    parser.add_argument("--json", action="store_true", help=tr("Print as JSON."))
    parser.add_argument("--probe", type=Path, help="==SUPPRESS==")


def models(args: argparse.Namespace) -> int:
    from .core.model_listing import correct_file, describe_all, describe_file

    if args.probe:
        from .core.model_probe import main as probe

        return probe(str(args.probe))
    if (args.correct or args.as_found) and not args.file:
        raise UsageError(tr("There is no model to correct."), tr("Give the name of its ONNX file."))
    if args.file:
        if args.correct or args.as_found:
            correct_file(args.file, args.correct)
        found = describe_file(args.file)
        if args.json:
            print_json(found)
        else:
            for name, value in found.items():
                print(f"{name}: {value}")
        return 0
    listed = describe_all()
    if args.json:
        print_json({"methods": listed})
        return 0
    for entry in listed:
        scale = "×" + ", ×".join(map(str, entry["scales"])) if entry["scales"] else tr("any factor")
        print(f"{entry['id']:<16} {entry['family']:<8} {scale:<14} {entry['title']}")
    return 0
