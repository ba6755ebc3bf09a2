"""Files opened before and commands used before, the newest first."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

_log = logging.getLogger(__name__)


class RecentList:
    """A short list of texts, kept in a JSON file."""

    def __init__(self, path: Path, write: Callable[[Path, str], None], *, length: int = 12) -> None:
        """``write(path, text)`` stores the file, without waiting for the disk."""
        self._path = path
        self._write = write
        self._length = length
        self._items = _read(path)[:length]

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(self._items)

    def add(self, item: str) -> None:
        if self._items[:1] == [item]:
            return
        self._items = [item, *(i for i in self._items if i != item)][: self._length]
        self._save()

    def remove(self, item: str) -> None:
        if item in self._items:
            self._items.remove(item)
            self._save()

    def clear(self) -> None:
        self._items = []
        self._save()

    def _save(self) -> None:
        self._write(self._path, json.dumps(self._items, ensure_ascii=False, indent=1))


def _read(path: Path) -> list[str]:
    try:
        stored = json.loads(path.read_text("utf-8"))
        return [item for item in stored if isinstance(item, str)]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        _log.warning("The list in %s cannot be read: %s", path, error)
        return []
