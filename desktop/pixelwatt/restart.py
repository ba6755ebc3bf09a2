"""End this program and start it again with further arguments."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QWidget


def restart(window: QWidget, arguments: Sequence[str] = ()) -> None:
    """Start anew once ``window`` has closed; a bundle is its own program, Python is not."""
    window.close()
    if getattr(sys, "frozen", False):
        QProcess.startDetached(sys.executable, list(arguments))
    else:
        QProcess.startDetached(sys.executable, ["-m", "pixelwatt", *arguments])
