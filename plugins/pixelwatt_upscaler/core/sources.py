"""Opens whatever a person gives as a source of frames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pixelwatt.api import Problem
from pixelwatt_upscaler.text import tr

from . import pictures, video
from .picture_source import PictureSource

if TYPE_CHECKING:
    from .frames import FrameSource

PICTURE_PATTERNS = tuple(f"*{suffix}" for suffix in pictures.SUFFIXES)
VIDEO_PATTERNS = tuple(f"*{suffix}" for suffix in video.SUFFIXES)

_PICTURE_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"BM")


def is_picture(path: Path) -> bool:
    """Whether a file is a still picture, by its content first and its name second."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        head = b""
    if head.startswith(_PICTURE_MAGIC) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return True
    return path.suffix.lower() in pictures.SUFFIXES


def open_source(path: Path) -> FrameSource:
    """Open a picture, a video or a folder of pictures. Raises `pixelwatt.api.Problem`."""
    path = Path(path)
    if not path.exists():
        raise Problem(
            tr("There is no file {path}.", path=path), tr("Check the name and the folder.")
        )
    if path.is_dir():
        from .folder import FolderSource

        return FolderSource(path)
    if is_picture(path):
        return PictureSource(path)
    return video.VideoSource(path)
