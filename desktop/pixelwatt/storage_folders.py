"""Where everything of this user is kept, known without Qt."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Folders:
    """Where everything of this user is kept. ``PIXELWATT_HOME`` puts all of it in one place."""

    config: Path
    data: Path
    cache: Path
    documents: Path
    logs: Path

    @classmethod
    def of_user(cls) -> Folders:
        home = os.environ.get("PIXELWATT_HOME")
        if home:
            root = Path(home)
            return cls(*(root / n for n in ("config", "data", "cache", "documents", "logs")))
        dirs = platformdirs.PlatformDirs("pixelwatt", appauthor=False)
        return cls(
            config=dirs.user_config_path,
            data=dirs.user_data_path,
            cache=dirs.user_cache_path,
            documents=dirs.user_documents_path / "Pixelwatt",
            logs=dirs.user_log_path,
        )
