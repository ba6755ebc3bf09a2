"""``pixelwatt pixels 1920x1080 [--json]``."""

from __future__ import annotations

import argparse
import json

from pixelwatt_example.core import parse_size, pixels


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("size", help="WIDTHxHEIGHT")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(args: argparse.Namespace) -> int:
    width, height = parse_size(args.size)
    count = pixels(width, height)
    print(json.dumps({"width": width, "height": height, "pixels": count}) if args.json else count)
    return 0
