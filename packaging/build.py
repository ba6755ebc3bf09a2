"""``python3 dev.py package [deb|appimage|run|windows|all] [--check-reproducible] [--verify]``."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import project
from chroot import System
from linux import appimage, deb, selfextract
from project import DIST, PackagingError, Project
from windows import installer

TARGETS: dict[str, Callable[[Project], Path]] = {
    "deb": deb.build,
    "appimage": appimage.build,
    "run": selfextract.build,
    "windows": installer.build,
}
MADE = {
    "deb": "pixelwatt_*.deb",
    "appimage": "Pixelwatt-*.AppImage",
    "run": "pixelwatt-*.run",
    "windows": "Pixelwatt-*-setup.exe",
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
        "--verify-only",
        action="store_true",
        help="verify what is in dist/, without building it",
    )
    parser.add_argument(
        "--suite", default="bookworm", help="a system to verify in: bookworm, noble"
    )
    parser.add_argument("--mirror", default="", help="where its packages are, if not Debian's")
    parser.add_argument("--keyring", type=Path, help="the keys its packages are signed with")
    parser.add_argument(
        "--quick", action="store_true", help="compress weakly: to try a package, not to publish it"
    )
    args = parser.parse_args()
    try:
        described = project.load(quick=args.quick)
        for name in TARGETS if args.target == "all" else [args.target]:
            package = _built(name) if args.verify_only else TARGETS[name](described)
            print(f"{package}  {package.stat().st_size / 1e6:.1f} MB  sha256 {_digest(package)}")
            if args.check_reproducible and not args.verify_only:
                _build_again(name, package, described)
            if args.verify or args.verify_only:
                from verify import verify

                verify(name, package, System(args.suite, args.mirror, args.keyring))
    except PackagingError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    return 0


def _built(name: str) -> Path:
    found = sorted(DIST.glob(MADE[name]))
    if len(found) != 1:
        raise PackagingError(f"Expected one {MADE[name]} in {DIST}, found {len(found)}.")
    return found[0]


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
