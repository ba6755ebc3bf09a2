from __future__ import annotations

import stat
import sys

import pytest

from pixelwatt.background_writer import BackgroundWriter
from pixelwatt.files import replacing, write_atomic


def test_a_new_file_is_whole(tmp_path):
    write_atomic(tmp_path / "new.txt", "text 文")
    assert (tmp_path / "new.txt").read_text("utf-8") == "text 文"


def test_a_failure_keeps_the_old_file_and_leaves_nothing(tmp_path):
    path = tmp_path / "kept.bin"
    path.write_bytes(b"old")

    def fail_while_writing():
        with replacing(path) as temporary:
            temporary.write_bytes(b"half")
            raise RuntimeError("disk full")

    with pytest.raises(RuntimeError):
        fail_while_writing()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_modes_follow_the_old_file_or_the_umask(tmp_path):
    path = tmp_path / "shared.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_atomic(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    write_atomic(tmp_path / "fresh.txt", "new")
    assert stat.S_IMODE((tmp_path / "fresh.txt").stat().st_mode) & 0o400


def test_the_background_writer_keeps_the_newest(tmp_path):
    writer = BackgroundWriter()
    for number in range(100):
        writer.write(tmp_path / "folder" / "a.txt", str(number))
    writer.write(tmp_path / "b.txt", "b")
    writer.close()
    assert (tmp_path / "folder" / "a.txt").read_text() == "99"
    assert (tmp_path / "b.txt").read_text() == "b"
    with pytest.raises(RuntimeError):
        writer.write(tmp_path / "late.txt", "")


def test_the_background_writer_survives_what_cannot_be_written(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    writer = BackgroundWriter()
    writer.write(tmp_path / "file" / "below.txt", "impossible")
    writer.close()
    assert "Could not write" in caplog.text
