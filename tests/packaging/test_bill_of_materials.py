"""The bill of materials and the licence texts, on a bundle of a few files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

ELF = b"\x7fELF" + bytes(60)


def wheel_of(packages: Path, name: str, headers: str = "", texts: tuple[str, ...] = ()) -> Path:
    info = packages / f"{name}-1.0.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{headers}")
    for text in texts:
        (info / "licenses" / text).write_text(f"{name}: {text}")
    record = [f"{info.name}/METADATA,,", *(f"{info.name}/licenses/{text},," for text in texts)]
    (info / "RECORD").write_text("\n".join(record) + "\n")
    return info


@pytest.fixture
def bundle(tmp_path: Path) -> tuple[Path, Path]:
    packages, folder = tmp_path / "site-packages", tmp_path / "bundle"
    (folder / "_internal" / "av.libs").mkdir(parents=True)
    (folder / "_internal" / "av.libs" / "libx264-d6533a8d.so.165").write_bytes(ELF)
    (folder / "pixelwatt").write_bytes(ELF)
    (folder / "read me.txt").write_text("not a program")
    info = wheel_of(packages, "av", "License-Expression: BSD-3-Clause\n", ("LICENSE.txt",))
    (info / "sboms").mkdir()
    inside = {"components": [{"type": "library", "name": "openssl", "version": "3", "x": 1}]}
    (info / "sboms" / "auditwheel.cdx.json").write_text(json.dumps(inside))
    wheel_of(packages, "pyinstaller", "License: GPL\n")
    return packages, folder


def test_bill(bundle: tuple[Path, Path]) -> None:
    import sbom
    from project import Project

    packages, folder = bundle
    described = Project("pixelwatt", "1.2.3", "", "", 1_700_000_000)
    sbom.write(packages, folder, described)
    text = (folder / "sbom.cdx.json").read_text("utf-8")
    bill = json.loads(text)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    parts = {(part["type"], part["name"]): part for part in bill["components"]}
    assert parts["library", "av"]["purl"] == "pkg:pypi/av@1.0"
    assert parts["library", "openssl"]["version"] == "3"
    assert parts["library", "x264"]["licenses"] == [{"expression": "GPL-2.0-or-later"}]
    assert ("library", "pyinstaller") not in parts  # it builds, and is not in the bundle
    assert ("file", "read me.txt") not in parts
    digest = parts["file", "pixelwatt"]["hashes"][0]["content"]
    assert digest == hashlib.sha256(ELF).hexdigest()
    sbom.write(packages, folder, described)
    assert (folder / "sbom.cdx.json").read_text("utf-8") == text


def test_licence_texts(bundle: tuple[Path, Path], tmp_path: Path) -> None:
    import licences
    from project import PackagingError

    packages, _folder = bundle
    wheel_of(packages, "textless", "License: MIT License\n")
    target = tmp_path / "licences"
    licences.write(packages, target)
    names = {path.name for path in target.iterdir()}
    assert {"av-0-LICENSE.txt", "textless-0-MIT.txt", "Pixelwatt-LICENSE"} <= names
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "QT-NOTICE.txt"} <= names
    assert "av 1.0: BSD-3-Clause" in (target / "BUNDLED.txt").read_text("utf-8")
    wheel_of(packages, "unknown", "License: All mine\n")
    with pytest.raises(PackagingError, match="No licence text is known for unknown"):
        licences.write(packages, target)


def test_the_notice_names_what_obliges_us() -> None:
    from project import PACKAGING

    notice = (PACKAGING / "licences" / "QT-NOTICE.txt").read_text("utf-8")
    for word in ("LGPL", "x264", "x265", "replace", "download.qt.io", "ffmpeg.org", "icu.py"):
        assert word in notice


def test_the_version_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import tomllib

    import project

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    described = project.load()
    table = tomllib.loads((project.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert described.version == table["version"]
    assert f"{described.date:%Y-%m-%d}" == "2023-11-14"
