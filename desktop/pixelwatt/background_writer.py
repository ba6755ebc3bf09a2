"""Whole files written by a thread of their own: flushing to disk can take longer than a frame."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from pixelwatt.files import write_atomic

_log = logging.getLogger(__name__)


class BackgroundWriter:
    """Writes the newest text given for each path; older ones not yet written are skipped."""

    def __init__(self) -> None:
        self._pending: dict[Path, str] = {}
        self._changed = threading.Condition()
        self._closing = False
        self._thread: threading.Thread | None = None

    def write(self, path: Path, text: str) -> None:
        """Replace ``path`` by ``text`` soon. Creates the folder; a failure is logged."""
        with self._changed:
            if self._closing:
                raise RuntimeError("The writer is closed.")
            self._pending[path] = text
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()
            self._changed.notify()

    def forget(self, path: Path) -> None:
        """Drop what is waiting for ``path``, if it is not being written already."""
        with self._changed:
            self._pending.pop(path, None)

    def close(self, timeout_s: float = 5.0) -> None:
        """Write what is waiting and stop."""
        with self._changed:
            self._closing = True
            self._changed.notify()
            thread = self._thread
        if thread is not None:
            thread.join(timeout_s)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._pending or self._closing)
                if not self._pending:
                    return
                path, text = self._pending.popitem()
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_atomic(path, text)
            except OSError:
                _log.exception("Could not write %s", path)
