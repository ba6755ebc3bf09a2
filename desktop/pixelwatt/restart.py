"""Start the program again, in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QProcess


def start_again(arguments: Sequence[str] = ()) -> None:
    """A bundle is its own program; elsewhere Python is, with our module."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "pixelwatt"]
    QProcess.startDetached(sys.executable, [*module, *arguments])
