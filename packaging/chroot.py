"""A clean minimal Debian or Ubuntu in a folder, in which packages are tried."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from project import BUILD, PackagingError, run

SCRIPTS = Path("/usr/share/debootstrap/scripts")
SOURCES = Path("/etc/apt/sources.list.d/debian.sources")


@dataclass(frozen=True, slots=True)
class System:
    """What is installed for a trial."""

    suite: str = "bookworm"
    mirror: str = ""
    """Where its packages are; empty for the mirror and the sources that this machine uses."""
    keyring: Path | None = None
    """The keys its packages are signed with; None for those debootstrap knows."""


@contextmanager
def clean(system: System) -> Iterator[Path]:
    """Yield a fresh minimal system, with /proc and /dev; the base is made once and kept."""
    base = BUILD / "chroot" / system.suite
    if not (base / "etc" / "debian_version").exists():
        shutil.rmtree(base, ignore_errors=True)
        _bootstrap(system, base)
    root = BUILD / "chroot" / "now"
    _discard(root)
    run(["cp", "-a", "--reflink=auto", base, root])
    (root / "etc" / "resolv.conf").write_bytes(Path("/etc/resolv.conf").read_bytes())
    run(["mount", "--bind", "/proc", root / "proc"])
    _devices(root / "dev")
    try:
        inside(root, "apt-get update --quiet=2")
        yield root
    finally:
        _discard(root)


def _bootstrap(system: System, base: Path) -> None:
    base.mkdir(parents=True)
    command: list[str | Path] = ["debootstrap", "--variant=minbase"]
    if system.keyring is not None:
        command.append(f"--keyring={system.keyring}")
    command += [system.suite, base, system.mirror or _own_mirror()]
    if not (SCRIPTS / system.suite).exists():
        # Every release of Ubuntu is made like its seventh; a Debian knows only those before it.
        command.append(SCRIPTS / "gutsy")
    run(command)
    copied = ["/etc/apt/apt.conf.d", "/etc/ssl/certs"]
    sources = base / "etc" / "apt" / "sources.list"
    if system.mirror:
        sources.write_text(f"deb {system.mirror} {system.suite} main universe\n")
    else:
        copied.append("/etc/apt/sources.list.d")
        sources.unlink(missing_ok=True)
    for name in copied:
        if Path(name).exists():
            shutil.copytree(name, base / name.lstrip("/"), dirs_exist_ok=True, symlinks=False)


def _own_mirror() -> str:
    found = re.search(r"^URIs:\s*(\S+)", SOURCES.read_text("utf-8"), re.M)
    if not found:
        raise PackagingError(f"{SOURCES} names no mirror.")
    return found[1]


def _devices(folder: Path) -> None:
    """A /dev of its own, with the least a program needs; without FUSE."""
    run(["mount", "-t", "tmpfs", "tmpfs", folder])
    for name, minor in (("null", 3), ("zero", 5), ("full", 7), ("random", 8), ("urandom", 9)):
        run(["mknod", "-m", "666", folder / name, "c", "1", str(minor)])
    (folder / "shm").mkdir(mode=0o1777)
    (folder / "fd").symlink_to("/proc/self/fd")


def inside(root: Path, command: str, *, expect: int = 0) -> str:
    """Run a shell command in the chroot and return what it printed."""
    environment = {
        "PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        **{k: v for k, v in os.environ.items() if k.lower().endswith("_proxy")},
    }
    done = subprocess.run(
        ["chroot", str(root), "sh", "-c", command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != expect:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise PackagingError(f"In the clean system, '{command}' gave {done.returncode}:\n{last}")
    return done.stdout + done.stderr


def _discard(root: Path) -> None:
    for name in ("proc", "dev"):
        mounted = root / name
        if os.path.ismount(mounted):
            run(["umount", mounted])
    # Never follow a mount that could not be taken away into this machine's /dev.
    if root.exists() and not any(os.path.ismount(root / name) for name in ("proc", "dev")):
        shutil.rmtree(root)
