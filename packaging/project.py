"""What every package needs to know of the project: names, version, date, places."""

from __future__ import annotations

import os
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"

APP_ID = "org.pixelwatt.Pixelwatt"
MAINTAINER = "The Pixelwatt authors <authors@pixelwatt.invalid>"

DOCUMENTS = (
    ("budget", "*.budget.toml", "Pixelwatt budget plan", "Pixelwatt 预算方案"),
    ("schedule", "*.schedule.toml", "Pixelwatt learning-rate schedule", "Pixelwatt 学习率计划"),
    ("comparison", "*.comparison.toml", "Pixelwatt comparison", "Pixelwatt 加速器对比"),
)
"""Our documents: MIME subtype, pattern, name in English and Chinese."""


class PackagingError(Exception):
    """What stops a build, in one line."""


@dataclass(frozen=True, slots=True)
class Project:
    """Read from pyproject.toml, so that a version is written down once."""

    name: str
    version: str
    summary: str
    homepage: str
    epoch: int
    """Seconds since 1970 that every file of every package carries."""
    quick: bool = False
    """Compress weakly: to try a package on a slow machine, never to publish it."""

    @property
    def date(self) -> datetime:
        return datetime.fromtimestamp(self.epoch, UTC)


def load(*, quick: bool = False) -> Project:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return Project(
        name=table["name"],
        version=table["version"],
        summary=table["description"],
        homepage=table["urls"]["Homepage"],
        epoch=source_date_epoch(),
        quick=quick,
    )


def source_date_epoch() -> int:
    """SOURCE_DATE_EPOCH where it is set, else the date of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not done.stdout.strip():
        raise PackagingError(
            "This is no git checkout: set SOURCE_DATE_EPOCH to the release's date."
        )
    return int(done.stdout)


def environment() -> dict[str, str]:
    """The environment in which the same sources give the same bytes."""
    return os.environ | {
        "SOURCE_DATE_EPOCH": str(source_date_epoch()),
        "PYTHONHASHSEED": "0",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def run(command: list[str | Path], **options: object) -> None:
    """Run a tool in that environment. Raises PackagingError if it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, env=environment(), check=False, **options)  # type: ignore[call-overload]
    if done.returncode != 0:
        raise PackagingError(f"'{' '.join(words[:3])} ...' failed; the lines above say why.")


def set_times(folder: Path, epoch: int) -> None:
    """Give every file, link and folder below ``folder`` the same time."""
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    os.utime(folder, (epoch, epoch))
