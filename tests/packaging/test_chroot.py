"""How a clean system is asked for; making one needs root and a mirror."""

from __future__ import annotations

from pathlib import Path

import pytest

import chroot
from project import PackagingError


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run; debootstrap makes the folders it always makes."""
    ran: list[list[str]] = []

    def run(command: list[str | Path]) -> None:
        ran.append([str(word) for word in command])
        (tmp_path / "base" / "etc" / "apt").mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(chroot, "run", run)
    monkeypatch.setattr(chroot, "SCRIPTS", tmp_path / "scripts")
    monkeypatch.setattr(chroot, "SOURCES", tmp_path / "debian.sources")
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "bookworm").touch()
    (tmp_path / "debian.sources").write_text("Types: deb\nURIs: http://mirror.invalid/debian\n")
    return ran


def test_debian_comes_from_this_machines_mirror(commands: list[list[str]], tmp_path: Path) -> None:
    chroot._bootstrap(chroot.System(), tmp_path / "base")
    wanted = [str(tmp_path / "base"), "http://mirror.invalid/debian"]
    assert commands == [["debootstrap", "--variant=minbase", "bookworm", *wanted]]


def test_a_release_that_debootstrap_does_not_know_is_made_like_any_ubuntu(
    commands: list[list[str]], tmp_path: Path
) -> None:
    system = chroot.System("noble", "http://mirror.invalid/ubuntu", Path("/keys.gpg"))
    chroot._bootstrap(system, tmp_path / "base")
    (command,) = commands
    assert "--keyring=/keys.gpg" in command
    assert command[-2:] == ["http://mirror.invalid/ubuntu", str(tmp_path / "scripts" / "gutsy")]
    sources = (tmp_path / "base" / "etc" / "apt" / "sources.list").read_text()
    assert sources == "deb http://mirror.invalid/ubuntu noble main universe\n"


def test_a_machine_without_a_mirror_says_so(commands: list[list[str]], tmp_path: Path) -> None:
    (tmp_path / "debian.sources").write_text("# nothing\n")
    with pytest.raises(PackagingError, match="names no mirror"):
        chroot._bootstrap(chroot.System(), tmp_path / "base")
