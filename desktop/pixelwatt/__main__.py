"""``python -m pixelwatt`` and the ``pixelwatt`` command."""

from __future__ import annotations

import sys

from pixelwatt import cli


def main() -> None:
    sys.exit(cli.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
