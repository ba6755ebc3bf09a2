"""What nobody caught: logged, told, kept in a file, and asked about at the next start."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from pixelwatt.ui_text import tr

_log = logging.getLogger("pixelwatt.uncaught")

Reporter = Callable[[str, BaseException], None]


class CrashWatch:
    """Catches what reaches the interpreter's last resort, and knows whether the last run ended.

    While the program runs, a marker lies in ``folder``; an orderly end takes it away. A crash of
    native code leaves its Python stacks in the same file, by `faulthandler`.
    """

    def __init__(self, folder: Path, report: Reporter) -> None:
        self._marker = folder / "running"
        self._report = report
        self._file: TextIO | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._had_faulthandler = False
        self.crashed_before = False
        self.last_stacks = ""

    def install(self) -> None:
        self._look_back()
        try:
            self._marker.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._marker.open("w", encoding="utf-8")
            self._had_faulthandler = faulthandler.is_enabled()
            faulthandler.enable(self._file)
        except OSError:
            _log.warning("No crash report can be kept in %s", self._marker.parent)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def uninstall(self) -> None:
        sys.excepthook, threading.excepthook = self._before
        if self._file is not None:
            faulthandler.disable()
            if self._had_faulthandler:
                faulthandler.enable()
            self._file.close()
            self._file = None
            self._marker.unlink(missing_ok=True)

    def _look_back(self) -> None:
        try:
            self.last_stacks = self._marker.read_text("utf-8", errors="replace")
        except OSError:
            return
        # Two windows at once are no crash, but the marker cannot tell; only stacks are proof.
        self.crashed_before = bool(self.last_stacks.strip())
        if self.crashed_before:
            kept = self._marker.with_name("last_crash.txt")
            kept.write_text(self.last_stacks, encoding="utf-8")
            _log.error("The last run crashed; its stacks are in %s", kept)

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        _log.error("Uncaught", exc_info=(kind, error, trace))
        self._report(tr("Something went wrong."), error)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            _log.error("Uncaught in %s", args.thread, exc_info=args.exc_value)
            self._report(tr("Something went wrong."), args.exc_value)
