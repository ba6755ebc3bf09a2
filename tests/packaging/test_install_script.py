"""The per-user installer's script, with a program of one line in place of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the .run installer is Linux's"
)
STARTS = "#!/bin/sh\nexit 0\n"
LACKS = "#!/bin/sh\necho 'pixelwatt: this system lacks libGL.so.1.' >&2\nexit 1\n"


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """What the archive unpacks to, beside a home and a prefix with a space in its name."""
    from linux import desktop_files
    from project import APP_ID

    folder = tmp_path / "unpacked"
    program = folder / "usr" / "lib" / "pixelwatt" / "pixelwatt"
    program.parent.mkdir(parents=True)
    program.write_text(STARTS)
    program.chmod(0o755)
    share = folder / "usr" / "share"
    for name in ("icons/a.png", "metainfo/b.xml", "man/man1/c.1.gz", f"mime/packages/{APP_ID}.xml"):
        (share / name).parent.mkdir(parents=True, exist_ok=True)
        (share / name).write_text(name)
    entry = share / "applications" / f"{APP_ID}.desktop"
    entry.parent.mkdir()
    entry.write_text(desktop_files.desktop_entry())
    script = (ROOT / "packaging" / "linux" / "install.sh").read_text("utf-8")
    install = folder / "install.sh"
    install.write_text(script.replace("@APP_ID@", APP_ID).replace("@VERSION@", "1"))
    return folder


def run(script: Path, folder: Path, prefix: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PREFIX": str(prefix), "HOME": str(prefix)}
    # Of this machine's tools, none that would look at the desktop's own databases.
    environment["PATH"] = "/usr/bin:/bin"
    return subprocess.run(
        ["sh", str(script)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def files(prefix: Path) -> list[str]:
    made_by_databases = ("mime/", "applications/mimeinfo.cache")
    return sorted(
        relative
        for path in prefix.rglob("*")
        if not path.is_dir()
        if (relative := path.relative_to(prefix).as_posix())
        and not relative.removeprefix("share/").startswith(made_by_databases)
    )


def test_install_and_remove(unpacked: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "my prefix"
    prefix.mkdir()
    done = run(unpacked / "install.sh", unpacked, prefix)
    assert done.returncode == 0, done.stderr
    assert "bin/pixelwatt" in files(prefix)
    assert subprocess.run([prefix / "bin" / "pixelwatt"], check=False).returncode == 0
    (entry,) = prefix.rglob("*.desktop")
    assert f'Exec="{prefix}/lib/pixelwatt/pixelwatt" %F' in entry.read_text("utf-8")
    # A second install replaces the first.
    assert run(unpacked / "install.sh", unpacked, prefix).returncode == 0
    (prefix / "share" / "icons" / "another.png").touch()
    removed = run(prefix / "lib" / "pixelwatt" / "uninstall.sh", tmp_path, prefix)
    assert removed.returncode == 0, removed.stderr
    assert files(prefix) == ["share/icons/another.png"]


def test_where_it_cannot_start_nothing_is_replaced(unpacked: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "prefix"
    prefix.mkdir()
    assert run(unpacked / "install.sh", unpacked, prefix).returncode == 0
    before = files(prefix)
    (unpacked / "usr" / "lib" / "pixelwatt" / "pixelwatt").write_text(LACKS)
    done = run(unpacked / "install.sh", unpacked, prefix)
    assert done.returncode == 1
    assert "lacks libGL.so.1" in done.stderr
    assert "nothing was installed" in done.stderr
    assert files(prefix) == before
    assert (prefix / "lib" / "pixelwatt" / "pixelwatt").read_text() == STARTS
