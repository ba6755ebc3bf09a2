"""Writes a .deb: an ar archive of two compressed tar archives (deb(5)).

`dpkg-deb` cannot be told of xz's filter for x86 code, which makes this package of native libraries
a tenth smaller; every dpkg reads it, for unpacking is liblzma's own.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from project import PackagingError

MEMBER_HEADER = "{name:<16}{time:<12}{owner:<6}{group:<6}{mode:<8}{size:<10}`\n"
# Two threads give the same bytes on every machine; one would lay the stream out differently.
COMPRESSION = ("--threads=2", "--block-size=128MiB", "--check=crc64")
FILTERS = {
    "amd64": ("--x86", "--lzma2=preset=9,dict=64MiB"),
    "arm64": ("--arm64", "--lzma2=preset=9,dict=64MiB,lc=2,lp=2"),
}
WEAK = ("-0",)


def write(
    package: Path, control: Path, data: Path, epoch: int, filters: tuple[str, ...] = WEAK
) -> None:
    """Write ``package`` from the folders of control files and of what is installed.

    ``filters`` are xz's for what is installed: one of `FILTERS`, or weak and fast.
    """
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": _compressed(_tar(control, epoch), WEAK),
        "data.tar.xz": _compressed(_tar(data, epoch), filters),
    }
    with package.open("wb") as file:
        file.write(b"!<arch>\n")
        for name, content in members.items():
            header = MEMBER_HEADER.format(
                name=name, time=epoch, owner=0, group=0, mode="100644", size=len(content)
            )
            file.write(header.encode("ascii") + content + b"\n" * (len(content) % 2))


def _tar(folder: Path, epoch: int) -> bytes:
    """A tar archive of ``folder``: sorted, owned by root, of one time, whatever the umask was."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path in [folder, *sorted(folder.rglob("*"))]:
            relative = path.relative_to(folder).as_posix()
            entry = archive.gettarinfo(path, "./" if relative == "." else f"./{relative}")
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = epoch
            entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
            if entry.issym():
                entry.mode = 0o777
            if entry.isreg():
                with path.open("rb") as file:
                    archive.addfile(entry, file)
            else:
                archive.addfile(entry)
    return stream.getvalue()


def _compressed(content: bytes, filters: tuple[str, ...]) -> bytes:
    command = ["xz", "--stdout", "--compress", "--format=xz", *COMPRESSION, *filters]
    done = subprocess.run(command, input=content, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise PackagingError("xz failed; the lines above say why.")
    return done.stdout
