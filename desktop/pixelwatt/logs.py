"""The log file: what happened, for the person who has to find out why."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_BYTES = 1_000_000
LOG_FILES = 3


def start_logging(folder: Path) -> Path:
    """Log to ``folder/pixelwatt.log`` (three files of 1 MB at most) and return its path.

    Where the folder cannot be written, logging goes to stderr alone: a full disk must not
    keep the program from starting.
    """
    path = folder / "pixelwatt.log"
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
    )
    root.addHandler(handler)
    return path
