"""``pixelwatt plugins``: list, install and remove what the user added to the program."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pixelwatt import plugin_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    listing = actions.add_parser("list", help="say what is loaded, disabled, failed")
    listing.add_argument("--json", action="store_true", help="print one JSON document")
    install = actions.add_parser("install", help=plugin_folder.WARNING)
    install.add_argument("path", type=Path, help="a wheel, or the folder of an unpacked one")
    remove = actions.add_parser("remove", help="delete an installed plugin")
    remove.add_argument("name", help="the distribution's name")


def run(args: argparse.Namespace) -> int:
    if args.action == "install":
        print(plugin_folder.WARNING, file=sys.stderr)
        plugin = plugin_folder.install(args.path)
        print(f"{plugin.name} {plugin.version} is installed and loads at the next start.")
    elif args.action == "remove":
        plugin_folder.remove(args.name)
        print(f"{args.name} is removed.")
    else:
        _list(args)
    return 0


def _list(args: argparse.Namespace) -> None:
    rows = [
        {
            "name": plugin.name,
            "distribution": plugin.distribution,
            "version": plugin.version,
            "state": str(plugin.state),
            "failure": plugin.failure.summary if plugin.failure else None,
        }
        for plugin in args.host.plugins
    ]
    if args.json:
        print(json.dumps({"plugins": rows}, ensure_ascii=False, indent=2))
        return
    for row in rows:
        failure = f": {row['failure']}" if row["failure"] else ""
        print(f"{row['name']} ({row['distribution']} {row['version']}) {row['state']}{failure}")
