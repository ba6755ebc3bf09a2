"""A plugin's wheel, read and checked before anything of it is unpacked.

Works on the zip alone: no code of the plugin runs, and neither pip nor the network is needed, so
that an installed program without a Python of its own takes plugins too.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import platform
import re
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from configparser import Error as ConfigError
from dataclasses import dataclass
from email.parser import HeaderParser
from importlib import metadata
from pathlib import Path, PurePosixPath

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.tags import sys_tags
from packaging.utils import (
    InvalidWheelFilename,
    NormalizedName,
    canonicalize_name,
    parse_wheel_filename,
)

from pixelwatt.api import Problem
from pixelwatt.plugin_host import GROUP

SECOND_QT = frozenset({"pyqt5", "pyqt6", "pyside2", "pyside6", "opencv-python"})
"""Distributions that bring a second Qt, or point the one we have at other plugins."""
QT_PACKAGES = frozenset({"PyQt5", "PyQt6", "PySide2", "PySide6", "shiboken6"})

MAX_UNPACKED_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class WheelInfo:
    """What a wheel says of itself."""

    name: NormalizedName
    version: str
    summary: str
    requires_python: str
    requires: tuple[str, ...]
    plugins: tuple[str, ...]
    """Names of its entry points in Pixelwatt's group."""
    top_level: frozenset[str]


def read_wheel(path: Path) -> WheelInfo:
    """Read a wheel's metadata. Raises Problem if it is no wheel, or not for this Python."""
    try:
        name, version, _build, tags = parse_wheel_filename(path.name)
    except InvalidWheelFilename as error:
        raise Problem(
            f"{path.name} is not a wheel ({error}).", "Choose a file that ends in .whl."
        ) from None
    if not tags & set(sys_tags()):
        raise Problem(
            f"{path.name} was built for another Python or system "
            f"(this is Python {platform.python_version()} on {platform.machine()}).",
            "Ask its author for a wheel for this one.",
        )
    try:
        with zipfile.ZipFile(path) as wheel:
            return _info(wheel, name, str(version))
    except (zipfile.BadZipFile, KeyError, OSError, UnicodeDecodeError, ConfigError) as error:
        raise Problem(
            f"{path.name} cannot be read as a wheel ({error}).", "Fetch it again."
        ) from None


def reasons_against(info: WheelInfo) -> list[str]:
    """Every reason this program cannot take the plugin, in words; empty when there is none."""
    return [*_not_a_plugin(info), *_other_python(info), *_second_qt(info), *_unmet_needs(info)]


def unpack(path: Path, target: Path) -> None:
    """Unpack a wheel into ``target``, each file checked against the wheel's own record.

    Raises Problem for a path that leads out of ``target``, a file whose hash differs or that the
    record does not name, and for a wheel that unpacks to more than 2 GB.
    """
    with zipfile.ZipFile(path) as wheel:
        if sum(entry.file_size for entry in wheel.infolist()) > MAX_UNPACKED_BYTES:
            raise Problem(f"{path.name} unpacks to more than 2 GB.", "It was not installed.")
        recorded = _recorded_hashes(wheel)
        for entry in wheel.infolist():
            if entry.is_dir():
                continue
            destination = _inside(target, entry.filename, path)
            content = wheel.read(entry)
            if not entry.filename.endswith((".dist-info/RECORD", "/RECORD.jws", "/RECORD.p7s")):
                _check_hash(entry.filename, content, recorded, path)
            destination.parent.mkdir(parents=True, exist_ok=True)
            destination.write_bytes(content)


def _info(wheel: zipfile.ZipFile, name: NormalizedName, version: str) -> WheelInfo:
    folder = _dist_info(wheel)
    headers = HeaderParser().parsestr(wheel.read(f"{folder}/METADATA").decode("utf-8"))
    entry_points = ConfigParser(delimiters=("=",))
    entry_points.optionxform = str  # type: ignore[assignment,method-assign]
    if f"{folder}/entry_points.txt" in wheel.namelist():
        entry_points.read_string(wheel.read(f"{folder}/entry_points.txt").decode("utf-8"))
    return WheelInfo(
        name=name,
        version=version,
        summary=headers.get("Summary", ""),
        requires_python=headers.get("Requires-Python", ""),
        requires=tuple(headers.get_all("Requires-Dist", [])),
        plugins=tuple(entry_points[GROUP]) if entry_points.has_section(GROUP) else (),
        top_level=frozenset(_top_level(wheel, folder)),
    )


def _dist_info(wheel: zipfile.ZipFile) -> str:
    folders = {PurePosixPath(name).parts[0] for name in wheel.namelist() if "/" in name}
    found = [folder for folder in folders if folder.endswith(".dist-info")]
    if len(found) != 1:
        raise KeyError(f"it has {len(found)} .dist-info folders instead of one")
    return found[0]


def _top_level(wheel: zipfile.ZipFile, dist_info: str) -> Iterator[str]:
    data = dist_info.replace(".dist-info", ".data")
    for name in wheel.namelist():
        first = PurePosixPath(name).parts[0]
        if first not in (dist_info, data):
            yield first.partition(".")[0]


def _not_a_plugin(info: WheelInfo) -> Iterator[str]:
    if not info.plugins:
        yield f"it is not a Pixelwatt plugin (no entry point in {GROUP!r})"


def _other_python(info: WheelInfo) -> Iterator[str]:
    try:
        allowed = SpecifierSet(info.requires_python)
    except InvalidSpecifier:
        yield f"its Requires-Python {info.requires_python!r} cannot be understood"
        return
    if not allowed.contains(platform.python_version(), prereleases=True):
        yield f"it needs Python {info.requires_python} (this is {platform.python_version()})"


def _second_qt(info: WheelInfo) -> Iterator[str]:
    carried = info.top_level & QT_PACKAGES
    if carried:
        yield f"it carries a second Qt ({', '.join(sorted(carried))})"
    for requirement in _applicable(info):
        if canonicalize_name(requirement.name) in SECOND_QT:
            yield f"it needs {requirement.name}, a second Qt; PySide6-Essentials is already here"


def _unmet_needs(info: WheelInfo) -> Iterator[str]:
    for requirement in _applicable(info):
        if canonicalize_name(requirement.name) in SECOND_QT:
            continue
        try:
            here = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            yield f"it needs {requirement}, which is not in this program"
            continue
        if not requirement.specifier.contains(here, prereleases=True):
            yield f"it needs {requirement} (this program has {here})"


def _applicable(info: WheelInfo) -> Iterator[Requirement]:
    for text in info.requires:
        try:
            requirement = Requirement(text)
        except InvalidRequirement as error:
            raise Problem(f"{info.name} states a need that cannot be read: {error}.") from None
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement


def _inside(target: Path, name: str, wheel: Path) -> Path:
    destination = (target / name).resolve()
    if not destination.is_relative_to(target.resolve()) or re.match(r"^[A-Za-z]:|^/|\\", name):
        raise Problem(
            f"{wheel.name} holds a path that leads out of its folder: {name!r}.",
            "It was not installed; do not trust it.",
        )
    return destination


def _recorded_hashes(wheel: zipfile.ZipFile) -> dict[str, str]:
    text = wheel.read(f"{_dist_info(wheel)}/RECORD").decode("utf-8")
    return {row[0]: row[1] for row in csv.reader(io.StringIO(text)) if len(row) >= 2}


def _check_hash(name: str, content: bytes, recorded: dict[str, str], wheel: Path) -> None:
    algorithm, _, expected = recorded.get(name, "").partition("=")
    if algorithm not in ("sha256", "sha384", "sha512"):
        raise Problem(f"{wheel.name} does not record {name!r}.", "It was not installed.")
    digest = hashlib.new(algorithm, content).digest()
    if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != expected.rstrip("="):
        raise Problem(
            f"{name!r} in {wheel.name} is not what its record says.",
            "It was not installed; fetch it again.",
        )
