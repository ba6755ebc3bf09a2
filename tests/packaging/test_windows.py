"""What goes into setup.exe: the pins that hold on Windows, the file types, the icon."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

PINS = """
# a comment
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:aa \\
    --hash=sha256:ab
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:bb
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:cc
macholib==1.16.4 ; sys_platform == 'darwin' \\
    --hash=sha256:dd
opentimelineio==0.18.1 ; platform_machine == 'AMD64' or platform_machine == 'x86_64' \\
    --hash=sha256:ee
pyinstaller==6.22.3 \\
    --hash=sha256:ff
"""


def test_pins_for_windows() -> None:
    from windows.installer import pins_for_windows

    lines = [" ".join(line.split()) for line in pins_for_windows(PINS, 11)]
    assert lines == [
        "numpy==2.4.6 --hash=sha256:aa --hash=sha256:ab",
        "colorama==0.4.6 --hash=sha256:cc",
        "opentimelineio==0.18.1 --hash=sha256:ee",
    ]
    assert pins_for_windows(PINS, 13)[0].startswith("numpy==2.5.5")


def test_what_is_registered_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from windows import installer

    (tmp_path / "windows").mkdir()
    monkeypatch.setattr(installer, "BUILD", tmp_path)
    associate, dissociate = (path.read_text("utf-8") for path in installer.file_types())
    assert "Pixelwatt.document" in associate
    keys = {line.split('"')[1] for line in associate.splitlines()}
    removed = {line.split('"')[1] for line in dissociate.splitlines()}
    # Each key that is written lies below one that the uninstaller deletes, or is a value it does.
    assert [key for key in keys if not any(key.startswith(root) for root in removed)] == []


def test_the_icon_holds_each_size_as_png(tmp_path: Path, qapp: object) -> None:
    from windows.installer import ICON_SIZES, write_ico

    path = tmp_path / "pixelwatt.ico"
    write_ico(path)
    content = path.read_bytes()
    assert struct.unpack("<HHH", content[:6]) == (0, 1, len(ICON_SIZES))
    for number, size in enumerate(ICON_SIZES):
        entry = struct.unpack("<BBBBHHII", content[6 + 16 * number : 22 + 16 * number])
        length, offset = entry[6:]
        assert entry[:2] == (size % 256, size % 256)
        picture = content[offset : offset + length]
        assert picture.startswith(b"\x89PNG\r\n")
        assert struct.unpack(">II", picture[16:24]) == (size, size)
