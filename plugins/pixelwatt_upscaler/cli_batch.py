"""The subcommand ``batch``; see docs/command-line.md."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .cli import add_method_arguments, settings_of
from .cli_output import end_progress_line, paced, print_json, show_progress

if TYPE_CHECKING:
    import argparse


def add_batch_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help=tr("Files, and folders that are searched for pictures and videos."),
    )
    parser.add_argument(
        "-o",
        "--to",
        dest="folder",
        type=Path,
        required=True,
        metavar="FOLDER",
        help=tr("Where the results go; the folders' shape is kept."),
    )
    add_method_arguments(parser)
    parser.add_argument("--suffix", default="", help=tr("Put behind each name, such as _x2."))
    parser.add_argument(
        "--format",
        choices=("png", "jpg", "webp", "tif"),
        help=tr("Write pictures in this format instead of their own."),
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help=tr("Make files that exist again; else they are skipped."),
    )
    parser.add_argument("--json", action="store_true", help=tr("Print what was done as JSON."))


def batch(args: argparse.Namespace) -> int:
    from .core import batch as queue

    settings = settings_of(args)
    missing = [path for path in args.inputs if not path.exists()]
    if missing:
        raise Problem(
            tr("There is no file {path}.", path=missing[0]), tr("Check the name and the folder.")
        )
    ending = f".{args.format}" if args.format else ""
    tasks = queue.tasks_of(args.inputs, args.folder, args.suffix, ending)
    due = paced()

    def tell(progress: queue.BatchProgress) -> None:
        if due():
            text = f"{progress.done}/{progress.total} {progress.text}"
            show_progress(progress.fraction, text, progress.remaining_s)

    outcomes = queue.run(tasks, settings, tell, overwrite=args.overwrite)
    end_progress_line()
    failed = [outcome for outcome in outcomes if outcome.problem]
    if args.json:
        print_json({"tasks": [outcome.to_json() for outcome in outcomes]})
    else:
        for outcome in outcomes:
            state = outcome.to_json()["state"]
            print(f"{state:<8}{outcome.task.source} → {outcome.task.target}")
    for outcome in failed:
        print(f"{outcome.task.source}: {outcome.problem}", file=sys.stderr)
    return 1 if failed else 0
