"""The licence of everything bundled, as files beside the program."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib.metadata import Distribution as Metadata
from importlib.metadata import distributions
from pathlib import Path

from project import PACKAGING, ROOT, PackagingError

# Wheels without a licence text inside, and the text that applies.
WITHOUT_TEXT = {
    "PySide6_Essentials": "LGPL-3.0.txt",
    "shiboken6": "LGPL-3.0.txt",
    "flatbuffers": "Apache-2.0.txt",
}
TEXT_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
BUILD_ONLY = {
    "altgraph",
    "editables",
    "hatchling",
    "macholib",
    "pathspec",
    "pefile",
    "pip",
    "pyinstaller",
    "pyinstaller-hooks-contrib",
    "pywin32-ctypes",
    "setuptools",
    "trove-classifiers",
}
"""What the environment holds in order to build; it is not in the packages."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A bundled Python distribution and the licence texts its wheel carries."""

    name: str
    version: str
    declared: str
    texts: tuple[Path, ...]


def bundled(packages: Path) -> list[Distribution]:
    """What the folder ``packages`` (a site-packages) holds, less what only builds."""
    rows = [_described(found) for found in distributions(path=[str(packages)])]
    rows = [row for row in rows if row.name.lower() not in BUILD_ONLY]
    return sorted(rows, key=lambda row: row.name.lower())


def write(packages: Path, folder: Path) -> None:
    """Write every bundled distribution's licence texts, and the notice on Qt, to ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = []
    for entry in bundled(packages):
        lines.append(f"{entry.name} {entry.version}: {entry.declared or 'see its text'}")
        texts = entry.texts
        if not texts and entry.name not in WITHOUT_TEXT:
            texts = _texts_of_known_licence(entry.name, entry.declared)
        for number, text in enumerate(texts):
            shutil.copyfile(text, folder / f"{entry.name}-{number}-{text.name}")
    for text in sorted((PACKAGING / "licences").iterdir()):
        shutil.copyfile(text, folder / text.name)
    shutil.copyfile(ROOT / "LICENSE", folder / "Pixelwatt-LICENSE")
    (folder / "BUNDLED.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _described(found: Metadata) -> Distribution:
    texts = tuple(
        Path(str(found.locate_file(file)))
        for file in found.files or ()
        if file.name.upper().startswith(TEXT_NAMES)
        and ".dist-info" in str(file)
        and file.suffix != ".pyc"
    )
    declared = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    classifiers = [
        classifier.rpartition(" :: ")[2]
        for classifier in found.metadata.get_all("Classifier") or ()
        if classifier.startswith("License ::")
    ]
    first = declared.splitlines()[0] if declared else "; ".join(classifiers)
    return Distribution(found.name, found.version, first, texts)


def _texts_of_known_licence(name: str, declared: str) -> tuple[Path, ...]:
    known = {"Apache": "Apache-2.0.txt", "LGPL": "LGPL-3.0.txt", "MIT": "MIT.txt", "BSD": "BSD.txt"}
    for word, text in known.items():
        if word in declared:
            return (PACKAGING / "licences" / text,)
    raise PackagingError(f"No licence text is known for {name} ({declared or 'nothing declared'}).")
