"""Where the upscaler keeps what outlives a run, also without a window."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def models() -> Path:
    """Models that the user added."""
    return _made(platformdirs.user_data_path("pixelwatt", appauthor=False) / "models")


def model_notes() -> Path:
    """What was found out about models, and corrected by the user, by hash."""
    return _made(platformdirs.user_data_path("pixelwatt", appauthor=False) / "model-notes")


def scratch() -> Path:
    """Large temporary files, such as pictures that do not fit into memory."""
    return _made(platformdirs.user_cache_path("pixelwatt", appauthor=False) / "scratch")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
