"""Run the benchmarks and print their tables; ``--write`` keeps them in docs/benchmarks.md.

Each ``bench_*.py`` beside this file has ``run() -> list[tuple[str, str]]``: what was measured, and
the figure with its unit; ``TITLE`` where its name says too little. Each runs in a process of its
own, so that none pays for another's imports. Figures of speed are ratios against a peer of the same
run wherever there is one, because machines differ.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
REPORT = HERE.parents[1] / "docs" / "benchmarks.md"
BY_HAND = "<!-- what follows is kept by hand -->\n"


def main() -> int:
    names = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}")
    parser.add_argument(
        "--write", action="store_true", help="keep the tables in docs/benchmarks.md"
    )
    parser.add_argument("--one", choices=names, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        module = load(args.one)
        title = getattr(module, "TITLE", args.one.replace("_", " ").capitalize())
        print(json.dumps([title, module.run()]))
        return 0
    unknown = set(args.names) - set(names)
    if unknown:
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    tables, failed = [], 0
    for name in args.names or names:
        command = [sys.executable, str(Path(__file__)), "--one", name]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            print(f"{name} failed; the lines above say why.", file=sys.stderr)
            failed = 1
            continue
        title, rows = json.loads(done.stdout.splitlines()[-1])
        print(f"\n## {title}\n\n{as_table(rows)}", flush=True)
        tables.append(f"## {title}\n\n`python3 dev.py bench {name}`\n\n{as_table(rows)}\n")
    if args.write:
        _, mark, by_hand = REPORT.read_text("utf-8").partition(BY_HAND)
        REPORT.write_text(f"{heading()}\n" + "\n".join(tables) + "\n" + mark + by_hand, "utf-8")
    return failed


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_{name}", HERE / f"bench_{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def as_table(rows: list[tuple[str, str]]) -> str:
    return "\n".join(["| what | figure |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])


def heading() -> str:
    return (
        "# Benchmarks\n\n"
        f"Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} processors "
        f"({platform.machine()}, {platform.system()}), Python {platform.python_version()}, "
        "by `python3 dev.py bench --write`. Your machine gives other figures; the ratios should "
        "hold.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
