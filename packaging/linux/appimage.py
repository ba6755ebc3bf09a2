"""The AppImage: our static runtime, then the program as a squashfs image."""

from __future__ import annotations

import shutil
from pathlib import Path

import bundle
import tools
from linux import desktop_files
from project import APP_ID, BUILD, DIST, PACKAGING, Project, run, set_times

# Smaller blocks start faster (2.4 s against 3.7 s) for 8 % more bytes.
BLOCK = "128K"
STATIC_LIBRARIES = (
    "-lsquashfuse_ll",
    "-lsquashfuse",
    "-lfuse3",
    "-lzstd",
    "-llzma",
    "-llz4",
    "-lz",
)


def build(project: Project) -> Path:
    """Build ``dist/Pixelwatt-VERSION-x86_64.AppImage`` and return it."""
    tools.ensure("bundle", "appimage")
    folder = app_dir(bundle.build(project, "appimage"), project)
    image = BUILD / "image.squashfs"
    command = ["mksquashfs", folder, image, "-quiet", "-no-progress", "-noappend", "-root-owned"]
    level = "1" if project.quick else "19"
    command += ["-comp", "zstd", "-Xcompression-level", level, "-b", BLOCK, "-no-xattrs"]
    run(command)
    DIST.mkdir(exist_ok=True)
    package = DIST / f"Pixelwatt-{project.version}-x86_64.AppImage"
    package.write_bytes(_marked(runtime().read_bytes()) + image.read_bytes())
    package.chmod(0o755)
    return package


def app_dir(program: Path, project: Project) -> Path:
    """Lay the frozen program out as the AppImage specification asks."""
    folder = BUILD / "AppDir"
    shutil.rmtree(folder, ignore_errors=True)
    desktop_files.write(folder, project)
    shutil.copytree(program, folder / "usr" / "lib" / "pixelwatt", symlinks=True)
    shutil.copyfile(
        folder / "usr" / "share" / "applications" / f"{APP_ID}.desktop",
        folder / f"{APP_ID}.desktop",
    )
    icon = folder / "usr/share/icons/hicolor/256x256/apps" / f"{APP_ID}.png"
    shutil.copyfile(icon, folder / icon.name)
    (folder / ".DirIcon").symlink_to(icon.name)
    (folder / "AppRun").symlink_to("usr/lib/pixelwatt/pixelwatt")
    set_times(folder, project.epoch)
    return folder


def runtime() -> Path:
    """Compile the static runtime."""
    program = BUILD / "appimage-runtime"
    source = PACKAGING / "linux" / "appimage_runtime.c"
    command = [
        "gcc",
        "-std=gnu11",
        "-O2",
        "-Wall",
        "-Wextra",
        "-static",
        "-s",
        "-Wl,--build-id=none",
    ]
    command += ["-D_FILE_OFFSET_BITS=64", "-I/usr/include/fuse3", "-o", program, source]
    run([*command, *STATIC_LIBRARIES, "-lpthread", "-ldl"])
    return program


def _marked(program: bytes) -> bytes:
    # The specification's magic bytes, in the padding of the ELF identification.
    return program[:8] + b"AI\x02" + program[11:]
