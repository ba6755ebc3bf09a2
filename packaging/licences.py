"""The licence of everything bundled, as files beside the program."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from project import PACKAGING, ROOT, PackagingError

# Wheels without a licence text inside, and the text that applies.
WITHOUT_TEXT = {
    "PySide6_Essentials": "LGPL-3.0.txt",
    "shiboken6": "LGPL-3.0.txt",
    "flatbuffers": "Apache-2.0.txt",
}
LISTING = """
import json
from importlib.metadata import distributions
rows = []
for d in distributions():
    texts = [str(d.locate_file(f)) for f in d.files or ()
             if f.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS"))
             and ".dist-info" in str(f) and f.suffix != ".pyc"]
    declared = d.metadata.get("License-Expression") or d.metadata.get("License") or ""
    classifiers = [c.rpartition(" :: ")[2] for c in d.metadata.get_all("Classifier") or ()
                   if c.startswith("License ::")]
    first = declared.splitlines()[0] if declared else "; ".join(classifiers)
    rows.append([d.name, d.version, first, texts])
print(json.dumps(sorted(rows, key=lambda row: row[0].lower())))
"""
BUILD_ONLY = {
    "altgraph",
    "editables",
    "hatchling",
    "pathspec",
    "pip",
    "pyinstaller",
    "pyinstaller-hooks-contrib",
    "setuptools",
    "trove-classifiers",
}


@dataclass(frozen=True, slots=True)
class Distribution:
    """A bundled Python distribution and the licence texts its wheel carries."""

    name: str
    version: str
    declared: str
    texts: tuple[str, ...]


def bundled(python: Path) -> list[Distribution]:
    """What the release environment of ``python`` holds, less what only builds."""
    done = subprocess.run([str(python), "-c", LISTING], capture_output=True, text=True, check=True)
    rows = [Distribution(n, v, d, tuple(t)) for n, v, d, t in json.loads(done.stdout)]
    return [row for row in rows if row.name.lower() not in BUILD_ONLY]


def write(python: Path, folder: Path) -> None:
    """Write every bundled distribution's licence texts, and the notice on Qt, to ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = []
    for entry in bundled(python):
        lines.append(f"{entry.name} {entry.version}: {entry.declared or 'see its text'}")
        texts = entry.texts
        if not texts and entry.name not in WITHOUT_TEXT:
            texts = _texts_of_known_licence(entry.name, entry.declared)
        for number, text in enumerate(texts):
            source = Path(text)
            shutil.copyfile(source, folder / f"{entry.name}-{number}-{source.name}")
    for text in sorted((PACKAGING / "licences").iterdir()):
        shutil.copyfile(text, folder / text.name)
    shutil.copyfile(ROOT / "LICENSE", folder / "Pixelwatt-LICENSE")
    (folder / "BUNDLED.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _texts_of_known_licence(name: str, declared: str) -> tuple[str, ...]:
    known = {"Apache": "Apache-2.0.txt", "LGPL": "LGPL-3.0.txt", "MIT": "MIT.txt", "BSD": "BSD.txt"}
    for word, text in known.items():
        if word in declared:
            return (str(PACKAGING / "licences" / text),)
    raise PackagingError(f"No licence text is known for {name} ({declared or 'nothing declared'}).")
