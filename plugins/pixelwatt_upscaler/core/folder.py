"""A folder of pictures as a source: turned over by hand, or played like a film."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from .colour import in_srgb
from .frames import ClosingSource, Frame, SourceInfo
from .pictures import SUFFIXES, read_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAME_RATE = 1.0
"""Pictures a second when a folder is played."""


class FolderSource(ClosingSource):
    """The pictures of a folder in the order of their names, numbers counted as numbers.

    A picture that cannot be read is passed over and named in ``skipped``; only a folder without
    any readable one raises `Problem`.
    """

    def __init__(self, folder: Path, rate: float = FRAME_RATE) -> None:
        self.folder = Path(folder)
        self.skipped: list[str] = []
        self._rate = rate
        self._paths = pictures_in(self.folder)
        self._next = 0
        self._ahead: Frame | None = None
        self._ahead = self.read()
        if self._ahead is None:
            raise Problem(
                tr("There is no picture in {folder} that can be read.", folder=self.folder),
                tr("Choose a folder with PNG, JPEG, WebP, TIFF or BMP files."),
            )
        self._first = self._ahead

    @property
    def info(self) -> SourceInfo:
        notes = (tr("Passed over: {names}.", names=", ".join(self.skipped)),) * bool(self.skipped)
        return SourceInfo(
            title=self.folder.name,
            size=self._first.size,
            frame_rate=self._rate,
            duration_s=len(self._paths) / self._rate,
            frames=len(self._paths),
            seekable=True,
            bits=self._first.bits,
            channels=self._first.channels,
            detail=tr("{count} pictures", count=len(self._paths)),
            notes=notes,
        )

    def read(self) -> Frame | None:
        if self._ahead is not None:
            frame, self._ahead = self._ahead, None
            return frame
        while self._next < len(self._paths):
            index = self._next
            self._next += 1
            try:
                stored = read_picture(self._paths[index])
            except Problem:
                if self._paths[index].name not in self.skipped:
                    self.skipped.append(self._paths[index].name)
                continue
            shown, _ = in_srgb(stored)
            return Frame(
                shown.pixels,
                timestamp_s=index / self._rate,
                index=index,
                icc=shown.icc,
                duration_s=1 / self._rate,
            )
        return None

    def seek(self, seconds: float) -> None:
        self._ahead = None
        self._next = min(max(int(seconds * self._rate + 1e-6), 0), len(self._paths))


def pictures_in(folder: Path) -> Sequence[Path]:
    """Files with a picture's name, frame2 before frame10. Raises `Problem` if unreadable."""
    try:
        found = [
            path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file()
        ]
    except OSError as error:
        raise Problem(
            tr("{path} cannot be listed: {detail}.", path=folder, detail=error.strerror or error),
            tr("Check the name and the permissions."),
        ) from error
    return sorted(found, key=_by_number)


def _by_number(path: Path) -> tuple[tuple[int, int, str], ...]:
    parts: list[tuple[int, int, str]] = []
    digits = letters = ""
    for letter in path.name.lower() + "\0":
        if letter.isdecimal():
            if letters:
                parts.append((1, 0, letters))
                letters = ""
            digits += letter
        else:
            if digits:
                parts.append((0, int(digits), ""))
                digits = ""
            letters += letter
    parts.append((1, 0, letters))
    return tuple(parts)
