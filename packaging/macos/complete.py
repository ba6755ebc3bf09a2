"""What Pixelwatt.app needs before it is signed: licences, bill of materials, all plugins."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import bundle
import licences
import project
import sbom


def main() -> int:
    contents = Path(sys.argv[1]) / "Contents"
    packages = Path(sysconfig.get_path("purelib"))
    try:
        licences.write(packages, contents / "Resources" / "licences")
        sbom.write(packages, contents / "Resources", project.load())
        bundle.require_plugins(contents / "MacOS" / "pixelwatt")
    except project.PackagingError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
