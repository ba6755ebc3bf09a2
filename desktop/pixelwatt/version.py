"""Which Pixelwatt this is. Imports next to nothing: ``pixelwatt --version`` is this alone."""

from __future__ import annotations


def program_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("pixelwatt")
    except PackageNotFoundError:
        return "unknown"
