"""Runs every look of `looks` and prints what fails, one line each."""

from __future__ import annotations

import argparse
import sys

from pixelwatt_probe.looks import LOOKS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", choices=sorted(LOOKS), help="only this one")


def run(args: argparse.Namespace) -> int:
    failures = 0
    for name, look in LOOKS.items():
        if args.only not in (None, name):
            continue
        try:
            print(f"{name}: {look()}")
        except Exception as error:
            failures += 1
            print(f"{name} fails: {type(error).__name__}: {error}", file=sys.stderr)
    return 1 if failures else 0
