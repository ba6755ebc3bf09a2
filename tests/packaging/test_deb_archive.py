"""The .deb's bytes: sorted, owned by root, the same again whatever the machine's habits."""

from __future__ import annotations

import io
import lzma
import os
import shutil
import tarfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("xz") is None, reason="xz is not installed")
EPOCH = 1_700_000_000


def tree(folder: Path) -> tuple[Path, Path]:
    control, data = folder / "control", folder / "data"
    (data / "usr" / "lib" / "x").mkdir(parents=True)
    control.mkdir()
    (control / "control").write_text("Package: x\n")
    for name in ("b", "a", "c"):
        (data / "usr" / "lib" / "x" / name).write_text(name * 1000)
    (data / "usr" / "lib" / "x" / "a").chmod(0o755)
    (data / "usr" / "lib" / "link").symlink_to("x/a")
    return control, data


def built(folder: Path, name: str) -> bytes:
    from linux import deb_archive

    path = folder / name
    deb_archive.write(path, folder / "control", folder / "data", EPOCH)
    return path.read_bytes()


def members(archive: bytes) -> dict[str, bytes]:
    """Parse ar: a header of 60 bytes before each member, which ends on an even byte."""
    assert archive[:8] == b"!<arch>\n"
    found, place = {}, 8
    while place < len(archive):
        header = archive[place : place + 60]
        assert header[58:] == b"`\n"
        size = int(header[48:58])
        found[header[:16].decode().strip()] = archive[place + 60 : place + 60 + size]
        place += 60 + size + size % 2
    return found


def test_layout(tmp_path: Path) -> None:
    tree(tmp_path)
    parts = members(built(tmp_path, "x.deb"))
    # dpkg wants them in this order.
    assert list(parts) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    assert parts["debian-binary"] == b"2.0\n"
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(parts["data.tar.xz"]))) as archive:
        entries = archive.getmembers()
    names = [entry.name for entry in entries]
    assert names == [".", "./usr", "./usr/lib", "./usr/lib/link", "./usr/lib/x"] + [
        f"./usr/lib/x/{name}" for name in "abc"
    ]
    assert {(e.uid, e.gid, e.uname, e.gname, e.mtime) for e in entries} == {
        (0, 0, "root", "root", EPOCH)
    }
    modes = {entry.name: entry.mode for entry in entries}
    assert modes["./usr/lib/x"] == 0o755
    assert modes["./usr/lib/x/a"] == 0o755
    assert modes["./usr/lib/x/b"] == 0o644


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    tree(first)
    before = os.umask(0o077)
    try:
        tree(second)
    finally:
        os.umask(before)
    os.utime(second / "data" / "usr" / "lib" / "x" / "b", (1, 1))
    assert built(first, "x.deb") == built(second, "x.deb")


def test_the_filter_for_code_can_be_undone(tmp_path: Path) -> None:
    from linux import deb_archive

    tree(tmp_path)
    code = bytes(range(256)) * 200 + b"\xe8\x01\x02\x00\x00" * 500
    (tmp_path / "data" / "usr" / "lib" / "x" / "code.so").write_bytes(code)
    path = tmp_path / "x.deb"
    filters = deb_archive.FILTERS["amd64"]
    deb_archive.write(path, tmp_path / "control", tmp_path / "data", EPOCH, filters)
    data = lzma.decompress(members(path.read_bytes())["data.tar.xz"])
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        member = archive.extractfile("./usr/lib/x/code.so")
        assert member is not None
        assert member.read() == code
