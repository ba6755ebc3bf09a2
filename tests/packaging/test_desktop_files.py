"""What a Linux desktop reads: every document has its MIME type, its opener and its name."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ElementTree
from configparser import ConfigParser
from pathlib import Path

import pytest

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def described() -> object:
    from project import Project

    return Project(
        "pixelwatt", "1.2.3", "To check & compare", "https://example.org/", 1_700_000_000
    )


def test_every_document_has_a_type_and_opens_in_the_program(described: object) -> None:
    from linux import desktop_files
    from project import DOCUMENTS

    entry = ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(desktop_files.desktop_entry())
    opens = entry["Desktop Entry"]["MimeType"].split(";")
    root = ElementTree.fromstring(desktop_files.mime_types())
    globs = {
        element.attrib["type"]: element.find(f"{MIME}glob").attrib["pattern"]  # type: ignore[union-attr]
        for element in root
    }
    wanted = {f"application/x-pixelwatt-{kind}": pattern for kind, pattern, *_ in DOCUMENTS}
    assert globs == wanted
    assert set(wanted) <= set(opens)
    metainfo = desktop_files.metainfo(described)  # type: ignore[arg-type]
    provided = {e.text for e in ElementTree.fromstring(metainfo).iter("mediatype")}
    assert provided == set(wanted)


def test_the_documents_are_those_that_the_plugins_open(installed_plugins: object) -> None:
    """An association with a suffix that no plugin opens would show an error on double click."""
    from pixelwatt.plugin_host import PluginHost
    from project import DOCUMENTS

    host = PluginHost()
    host.load()
    opened = {p for found in host.collect("pixelwatt_openers") for p in found.item.patterns}
    assert {pattern for _kind, pattern, *_names in DOCUMENTS} <= opened


def test_metainfo_says_version_and_date(described: object) -> None:
    from linux import desktop_files

    root = ElementTree.fromstring(desktop_files.metainfo(described))  # type: ignore[arg-type]
    release = root.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "2023-11-14"}
    summaries = [element.text for element in root.findall("summary")]
    assert summaries[0] == "To check & compare"
    assert len(summaries) == 2


def test_the_man_page_has_every_command(described: object) -> None:
    from linux import desktop_files

    page = desktop_files.man_page(described)  # type: ignore[arg-type]
    for command in ("doctor", "plugins", "claims", "upscale", "video-budget"):
        assert f".B pixelwatt {command}" in page


def test_written_twice_they_are_the_same(described: object, tmp_path: Path, qapp: object) -> None:
    from linux import desktop_files

    for name in ("first", "second"):
        desktop_files.write(tmp_path / name, described)  # type: ignore[arg-type]
    first = sorted(p for p in (tmp_path / "first").rglob("*") if p.is_file())
    assert len(first) > 10
    for path in first:
        other = tmp_path / "second" / path.relative_to(tmp_path / "first")
        assert path.read_bytes() == other.read_bytes(), path.name
    (manual,) = (tmp_path / "first").rglob("*.1.gz")
    assert gzip.decompress(manual.read_bytes()).startswith(b".TH PIXELWATT 1 2023-11-14")


def test_windows_belong_to_the_entry_that_is_installed() -> None:
    from pixelwatt.app import DESKTOP_ENTRY
    from project import APP_ID

    assert DESKTOP_ENTRY == APP_ID
