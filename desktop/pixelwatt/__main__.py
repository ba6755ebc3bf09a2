"""``python -m pixelwatt`` and the ``pixelwatt`` command."""

from __future__ import annotations

import sys

from pixelwatt.version import program_version


def main() -> None:
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        print(f"pixelwatt {program_version()}")
        return
    from pixelwatt import cli

    sys.exit(cli.run(arguments))


if __name__ == "__main__":
    main()
