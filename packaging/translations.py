"""Texts of every package, from their literals in the source to compiled translations.

``python3 dev.py translate`` calls `main`: each package's ``tr("...")`` and ``tr_noop("...")``
literals are read from its syntax trees, merged into ``<package>_<language>.ts`` and compiled
to ``.qm``. With ``--check`` nothing is written and whatever is missing, stale or wrong is
printed, one line each.
"""

from __future__ import annotations

import argparse
import ast
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("zh_CN",)
MARKERS = ("tr", "tr_noop", "_tr")


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose name is its translation context."""

    name: str
    source: Path
    translations: Path

    def ts(self, language: str) -> Path:
        return self.translations / f"{self.name}_{language}.ts"

    def qm(self, language: str) -> Path:
        return self.ts(language).with_suffix(".qm")


@dataclass(slots=True)
class Text:
    """A literal, where it stands, and its translation so far."""

    source: str
    places: list[str] = field(default_factory=list)
    translation: str = ""
    vanished: bool = False


def packages(root: Path = ROOT) -> list[Package]:
    """The shell, whose translations lie with the resources, and each plugin with its own."""
    shell = Package(
        "pixelwatt",
        root / "desktop" / "pixelwatt",
        root / "resources" / "pixelwatt_resources" / "translations",
    )
    plugins = [
        Package(folder.name, folder, folder / "data" / "translations")
        for folder in sorted((root / "plugins").iterdir())
        if (folder / "__init__.py").is_file()
    ]
    return [shell, *plugins]


# -- From the source ------------------------------------------------------------------------


def extract(package: Package) -> dict[str, Text]:
    """Every marked literal of a package, in the order of its files and lines."""
    texts: dict[str, Text] = {}
    for path in sorted(package.source.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        for line, literal in marked_literals(tree, path):
            place = f"{path.relative_to(package.source).as_posix()}:{line}"
            texts.setdefault(literal, Text(literal)).places.append(place)
    if summary := plugin_summary(package):
        texts.setdefault(summary, Text(summary)).places.append("__init__.py:1")
    return texts


def plugin_summary(package: Package) -> str:
    """What the Plugins page says of a plugin: the first line of what its package says itself."""
    path = package.source / "__init__.py"
    if package.name == "pixelwatt" or not path.is_file():
        return ""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").partition("\n")[0]


def marked_literals(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each marked literal; a text that is not literal cannot be translated."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name not in MARKERS:
            continue
        argument = node.args[0]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield node.lineno, argument.value
        elif isinstance(argument, ast.JoinedStr):
            raise SyntaxError(f"{path}:{node.lineno}: an f-string cannot be translated; use fields")


def fields(text: str) -> set[str]:
    """Names between braces: ``{"percent"}`` of ``"{percent:.1f} %"``."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


# -- The .ts files --------------------------------------------------------------------------


def read_ts(path: Path) -> dict[str, Text]:
    if not path.is_file():
        return {}
    texts = {}
    for message in ET.parse(path).getroot().iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None:
            continue
        vanished = translation.get("type") in ("vanished", "obsolete")
        texts[source] = Text(source, [], translation.text or "", vanished)
    return texts


def merge(found: dict[str, Text], stored: dict[str, Text]) -> list[Text]:
    """Found texts with their stored translations, then the translated ones that vanished."""
    for source, text in found.items():
        if source in stored:
            text.translation = stored[source].translation
    vanished = [
        Text(source, [], text.translation, vanished=True)
        for source, text in stored.items()
        if source not in found and text.translation
    ]
    return [*found.values(), *vanished]


def render_ts(package: Package, language: str, texts: list[Text]) -> str:
    """The file as text; places name the file only, so that moved lines make no difference."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = package.name
    for text in texts:
        message = ET.SubElement(context, "message")
        for file in dict.fromkeys(place.rpartition(":")[0] for place in text.places):
            ET.SubElement(message, "location", filename=file)
        ET.SubElement(message, "source").text = text.source
        translation = ET.SubElement(message, "translation")
        translation.text = text.translation or None
        if text.vanished:
            translation.set("type", "vanished")
        elif not text.translation:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


# -- The .qm files --------------------------------------------------------------------------


def lrelease() -> Path:
    """Qt's compiler of translations, as PySide6 Essentials brings it."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise SystemExit("translate: PySide6 is missing; run this with the project's environment")
    return Path(spec.origin).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")


def compile_ts(ts: str) -> bytes:
    """The ``.qm`` of a ``.ts``; untranslated texts are left out and show in English."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "texts.ts", Path(folder) / "texts.qm"
        source.write_text(ts, encoding="utf-8")
        command = [str(lrelease()), "-silent", "-nounfinished", str(source), "-qm", str(target)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0 or not target.is_file():
            raise SystemExit(f"translate: lrelease failed: {done.stderr or done.stdout}")
        return target.read_bytes()


# -- Both -----------------------------------------------------------------------------------


def problems(package: Package, language: str) -> list[str]:
    """What is wrong with a package's translations, one line each; empty when all is well."""
    ts_path = package.ts(language)
    texts = merge(extract(package), read_ts(ts_path))
    if not texts and not ts_path.exists():
        return []
    lines = []
    for text in texts:
        if text.vanished:
            continue
        where = text.places[0]
        if not text.translation:
            lines.append(f"{package.name} {language}: {where}: not translated: {text.source!r}")
        elif fields(text.translation) != fields(text.source):
            lines.append(
                f"{package.name} {language}: {where}: fields differ: "
                f"{text.source!r} and {text.translation!r}"
            )
    wanted = render_ts(package, language, texts)
    if not ts_path.is_file() or ts_path.read_text(encoding="utf-8") != wanted:
        lines.append(f"{package.name} {language}: {ts_path.name} is stale; run dev.py translate")
    elif not package.qm(language).is_file() or package.qm(language).read_bytes() != compile_ts(
        wanted
    ):
        lines.append(f"{package.name} {language}: the .qm is stale; run dev.py translate")
    return lines


def update(package: Package, language: str) -> str:
    """Write a package's ``.ts`` and ``.qm``; return a line that says how far it is."""
    texts = merge(extract(package), read_ts(package.ts(language)))
    if not texts:
        return f"{package.name} {language}: no texts"
    package.translations.mkdir(parents=True, exist_ok=True)
    ts = render_ts(package, language, texts)
    package.ts(language).write_text(ts, encoding="utf-8")
    package.qm(language).write_bytes(compile_ts(ts))
    living = [text for text in texts if not text.vanished]
    done = sum(bool(text.translation) for text in living)
    return f"{package.name} {language}: {done} of {len(living)} translated"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dev.py translate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, print what is wrong")
    parser.add_argument("packages", nargs="*", help="names of packages; all when none is given")
    options = parser.parse_args(arguments)
    chosen = [p for p in packages() if not options.packages or p.name in options.packages]
    if not options.check:
        for package in chosen:
            for language in LANGUAGES:
                print(update(package, language))
        return 0
    lines = [line for p in chosen for language in LANGUAGES for line in problems(p, language)]
    print("\n".join(lines) or "Every text is translated.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
