"""``python3 dev.py package [deb|appimage|run|windows|all] [--check-reproducible] [--verify]``."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import project
from linux import appimage, deb, selfextract
from project import PackagingError, Project
from windows import installer

TARGETS: dict[str, Callable[[Project], Path]] = {
    "deb": deb.build,
    "appimage": appimage.build,
    "run": selfextract.build,
    "windows": installer.build,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("target", nargs="?", default="deb", choices=[*TARGETS, "all"])
    parser.add_argument(
        "--check-reproducible", action="store_true", help="build twice and compare the bytes"
    )
    parser.add_argument(
        "--verify", action="store_true", help="install and start it in a clean system (root)"
    )
    parser.add_argument(
        "--quick", action="store_true", help="compress weakly: to try a package, not to publish it"
    )
    args = parser.parse_args()
    try:
        described = project.load(quick=args.quick)
        for name in TARGETS if args.target == "all" else [args.target]:
            package = TARGETS[name](described)
            print(f"{package}  {package.stat().st_size / 1e6:.1f} MB  sha256 {_digest(package)}")
            if args.check_reproducible:
                _build_again(name, package, described)
            if args.verify:
                from verify import verify

                verify(name, package)
    except PackagingError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    return 0


def _build_again(name: str, package: Path, described: Project) -> None:
    first = _digest(package)
    package.rename(package.with_name(f"first-{package.name}"))
    again = TARGETS[name](described)
    if _digest(again) != first:
        raise PackagingError(f"{package.name} differs when built again; compare it with first-*.")
    package.with_name(f"first-{package.name}").unlink()
    print(f"{package.name} is the same byte for byte when built again")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
