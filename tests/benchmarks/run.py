"""Run the benchmarks and print their tables; ``--write`` keeps these in docs/benchmarks.md.

Tables of benchmarks that were not run stay there as they are, and so does what is kept by hand.

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
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
REPORT = HERE.parents[1] / "docs" / "benchmarks.md"
BY_HAND = "<!-- what follows is kept by hand -->\n"
NAME = re.compile(r"`python3 dev\.py bench (\w+)`")


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
    tables: dict[str, str] = {}
    failed = 0
    for name in args.names or names:
        command = [sys.executable, str(Path(__file__)), "--one", name]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            print(f"{name} failed; the lines above say why.", file=sys.stderr)
            failed = 1
            continue
        title, rows = json.loads(done.stdout.splitlines()[-1])
        print(f"\n## {title}\n\n{as_table(rows)}", flush=True)
        tables[name] = f"## {title}\n\n{command_of(name)}, {conditions()}.\n\n{as_table(rows)}\n"
    if args.write:
        REPORT.write_text(with_tables(REPORT.read_text("utf-8"), tables), "utf-8")
    return failed


def with_tables(report: str, tables: dict[str, str]) -> str:
    """The report with these sections, by name of the benchmark, in place of its old ones."""
    generated, mark, by_hand = report.partition(BY_HAND)
    heading, *kept = generated.split("\n## ")
    sections = {
        named.group(1): f"## {one.rstrip()}\n" for one in kept if (named := NAME.search(one))
    }
    sections |= tables
    body = "\n".join(sections[name] for name in sorted(sections))
    return f"{heading.rstrip()}\n\n{body}\n{mark}{by_hand}"


def command_of(name: str) -> str:
    return f"`python3 dev.py bench {name}`"


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


def conditions() -> str:
    return (
        f"{datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} processors ({platform.machine()}, "
        f"{platform.system()}), Python {platform.python_version()}"
    )


if __name__ == "__main__":
    sys.exit(main())
