"""Folders of the shell and of each plugin, and the autosave of documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from pixelwatt import api
from pixelwatt.background_writer import BackgroundWriter
from pixelwatt.storage_folders import Folders

AUTOSAVE_DELAY_MS = 3000
"""A crash loses at most 5 s: this, plus the time to write."""


class PluginStorage:
    """Implements `api.Storage` below the user's folders."""

    def __init__(
        self, folders: Folders, plugin: str, writer: BackgroundWriter, parent: QObject
    ) -> None:
        self._folders = folders
        self._plugin = plugin
        self._writer = writer
        self._parent = parent

    @property
    def data(self) -> Path:
        return _made(self._folders.data / self._plugin)

    @property
    def cache(self) -> Path:
        return _made(self._folders.cache / self._plugin)

    @property
    def documents(self) -> Path:
        return _made(self._folders.documents)

    def autosave(self, name: str, dump: Callable[[], str]) -> api.Autosave:
        return FileAutosave(self.data / "autosave" / name, dump, self._writer, self._parent)


class FileAutosave(QObject):
    """Implements `api.Autosave`: writes ``dump()`` to a file soon after `touch`.

    ``dump`` runs on the UI thread, the writing does not.
    """

    def __init__(
        self,
        path: Path,
        dump: Callable[[], str],
        writer: BackgroundWriter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._dump = dump
        self._writer = writer
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_DELAY_MS)
        self._timer.timeout.connect(self._write)

    def touch(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Write at once what `touch` announced, if anything waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._write()

    def restore(self) -> str | None:
        try:
            return self._path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def clear(self) -> None:
        self._timer.stop()
        self._writer.forget(self._path)
        self._path.unlink(missing_ok=True)

    def _write(self) -> None:
        self._writer.write(self._path, self._dump())


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
