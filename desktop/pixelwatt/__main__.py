"""``python -m pixelwatt`` and the ``pixelwatt`` command."""

from __future__ import annotations

import gc
import sys

from pixelwatt.version import program_version


def main() -> None:
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        print(f"pixelwatt {program_version()}")
        return
    # Nothing that starting makes is garbage; collecting begins with the work, in the command or
    # after the first paint.
    gc.disable()
    from pixelwatt import cli

    sys.exit(cli.run(arguments))


if __name__ == "__main__":
    main()
