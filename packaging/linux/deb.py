"""The Debian package: dependencies computed from every shared object, lintian clean."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import bundle
import tools
from linux import deb_archive, desktop_files
from project import BUILD, DIST, MAINTAINER, PACKAGING, PackagingError, Project, run

LARGEST_PACKAGE = 110e6
LARGEST_INSTALLED = 400e6
"""Bytes; a person should have it in a minute, and a wheel's surprise should be noticed."""
OVERRIDES = PACKAGING / "linux" / "lintian-overrides"
RECOMMENDED = (
    "fonts-noto-cjk",
    "libgl1-mesa-dri",
    "libpipewire-0.3-0",  # the screen under Wayland
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "xdg-utils",  # the browser and the file manager
)
# A desktop with X11 alone must be able to install it: these are recommended, not needed.
WAYLAND = re.compile(r"libqwayland|/wayland-|libQt6Wayland|libQt6Wl")


def build(project: Project) -> Path:
    """Build ``dist/pixelwatt_VERSION_amd64.deb`` and return it."""
    tools.ensure("bundle", "deb")
    folder = bundle.build(project, "deb")
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    _place(folder, root)
    desktop_files.write(root, project)
    _documentation(root, project)
    control = BUILD / "deb-control"
    shutil.rmtree(control, ignore_errors=True)
    control.mkdir()
    (control / "control").write_text(_control(root, project), "utf-8")
    (control / "md5sums").write_text(_md5sums(root))
    DIST.mkdir(exist_ok=True)
    package = DIST / f"{project.name}_{project.version}_{_architecture()}.deb"
    filters = deb_archive.WEAK if project.quick else deb_archive.FILTERS[_architecture()]
    deb_archive.write(package, control, root, project.epoch, filters)
    if not project.quick:
        _within_budget(package, root)
    run(["dpkg-deb", "--info", package])
    run(["desktop-file-validate", *root.glob("usr/share/applications/*.desktop")])
    run(["appstreamcli", "validate", "--no-net", *root.glob("usr/share/metainfo/*.xml")])
    run(["lintian", "--fail-on", "error,warning", package])
    return package


def _within_budget(package: Path, root: Path) -> None:
    for what, size, largest in (
        ("to download", package.stat().st_size, LARGEST_PACKAGE),
        ("installed", _size(root), LARGEST_INSTALLED),
    ):
        if size > largest:
            raise PackagingError(
                f"{package.name} is {size / 1e6:.0f} MB {what}, more than {largest / 1e6:.0f}: "
                "see what grew with 'du', and leave out what nothing needs (pruning.py)."
            )


def _size(folder: Path) -> int:
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.stat().st_size for path in files)


def _place(folder: Path, root: Path) -> None:
    library = root / "usr" / "lib" / "pixelwatt"
    library.parent.mkdir(parents=True)
    shutil.copytree(folder, library, symlinks=True)
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        executable = path.is_dir() or path == library / "pixelwatt"
        path.chmod(0o755 if executable else 0o644)
    binary = root / "usr" / "bin" / "pixelwatt"
    binary.parent.mkdir(mode=0o755)
    binary.symlink_to("../lib/pixelwatt/pixelwatt")


def _documentation(root: Path, project: Project) -> None:
    folder = root / "usr" / "share" / "doc" / project.name
    folder.mkdir(parents=True)
    changelog = (
        f"{project.name} ({project.version}) unstable; urgency=medium\n\n"
        "  * See the release notes.\n\n"
        f" -- {MAINTAINER}  {project.date:%a, %d %b %Y %H:%M:%S +0000}\n"
    )
    (folder / "changelog.gz").write_bytes(gzip.compress(changelog.encode(), 9, mtime=0))
    shutil.copyfile(PACKAGING / "linux" / "copyright", folder / "copyright")
    overrides = root / "usr" / "share" / "lintian" / "overrides" / project.name
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(OVERRIDES, overrides)


def _control(root: Path, project: Project) -> str:
    fonts = "fonts-dejavu-core | fonts-freefont-ttf | fonts-noto-core"
    return (
        f"Package: {project.name}\n"
        f"Version: {project.version}\n"
        f"Architecture: {_architecture()}\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {_size(root) // 1024}\n"
        f"Depends: {_depends(root)}, fontconfig-config, {fonts}\n"
        f"Recommends: {', '.join(RECOMMENDED)}\n"
        "Section: graphics\n"
        "Priority: optional\n"
        f"Homepage: {project.homepage}\n"
        "Description: check what AI compute really buys, on your own machine\n"
        " Neural upscaling of pictures, video and camera beside the original; frames\n"
        " per watt and joules per frame; accelerators compared; video budgets with\n"
        " their risk; learning-rate schedules. Every number can be followed to its\n"
        " source.\n"
    )


def _depends(root: Path) -> str:
    """What dpkg-shlibdeps finds that the bundle needs of the system."""
    objects = [
        path
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink() and not WAYLAND.search(str(path))
        if path.name == "pixelwatt" or ".so" in path.name
        if path.read_bytes()[:4] == b"\x7fELF"
    ]
    private = sorted({f"-l{path.parent}" for path in objects})
    source = BUILD / "shlibdeps"
    (source / "debian").mkdir(parents=True, exist_ok=True)
    (source / "debian" / "control").write_text(
        "Source: pixelwatt\nMaintainer: x <x@x.invalid>\n\nPackage: pixelwatt\n"
        "Architecture: any\nDescription: x\n"
    )
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *private, *map(str, objects)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PackagingError(f"dpkg-shlibdeps: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout.strip().removeprefix("shlibs:Depends=")


def _md5sums(root: Path) -> str:
    files = sorted(p for p in (root / "usr").rglob("*") if p.is_file() and not p.is_symlink())
    return "".join(
        f"{hashlib.md5(p.read_bytes()).hexdigest()}  {p.relative_to(root)}\n" for p in files
    )


def _architecture() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
