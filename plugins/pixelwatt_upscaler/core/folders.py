"""Where the upscaler keeps what outlives a run, also without a window.

``PIXELWATT_HOME`` moves all of it, as it moves everything that the shell keeps.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def models() -> Path:
    """Models that the user added."""
    return _made(_data() / "models")


def model_notes() -> Path:
    """What was found out about models, and corrected by the user, by hash."""
    return _made(_data() / "model-notes")


def engines() -> Path:
    """What providers compiled for a model, which takes them seconds to minutes."""
    return _made(
        _home("cache", platformdirs.user_cache_path("pixelwatt", appauthor=False)) / "engines"
    )


def _data() -> Path:
    return _home("data", platformdirs.user_data_path("pixelwatt", appauthor=False))


def _home(kind: str, usual: Path) -> Path:
    home = os.environ.get("PIXELWATT_HOME")
    return Path(home) / kind / "pixelwatt_upscaler" if home else usual / "pixelwatt_upscaler"


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
