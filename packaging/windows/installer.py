"""setup.exe: embeddable CPython, the pinned win_amd64 wheels, our launcher, an NSIS installer."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

import licences
import sbom
import tools
from linux.desktop_files import render_icon
from project import (
    BUILD,
    DIST,
    PACKAGING,
    ROOT,
    PackagingError,
    Project,
    run,
    set_times,
)
from pyinstaller.pruning import keep

HERE = PACKAGING / "windows"
ICON_SIZES = (16, 32, 48, 256)
# The same rules as on Linux: what a program without Qml never loads, and what only builds use.
UNUSED = (
    "PySide6/qml", "PySide6/metatypes", "PySide6/typesystems", "PySide6/include", "PySide6/glue",
    "PySide6/doc", "PySide6/support", "PySide6/scripts", "PySide6/*.exe", "PySide6/Qt6Qml*",
    "PySide6/Qt6Quick*", "PySide6/Qt6Designer*", "PySide6/Qt6Help*", "PySide6/Qt6Sql*",
    "PySide6/QtQml*", "PySide6/QtQuick*", "PySide6/QtDesigner*", "PySide6/QtHelp*",
    "PySide6/QtSql*", "PySide6/Qt6Labs*", "PySide6/Qt6Lottie*", "PySide6/*UiTools*",
    "PySide6/pyside6qml*", "PySide6/resources", "PySide6/opengl32sw.dll",
    "PySide6/plugins/qmltooling", "PySide6/plugins/designer", "PySide6/plugins/sqldrivers",
    "PySide6/plugins/qmllint",
    "PySide6/plugins/platforminputcontexts", "onnx/backend/test", "onnxruntime/tools",
    "onnxruntime/transformers", "onnxruntime/quantization", "pyqtgraph/examples", "cv2/data",
    "cv2/opencv_videoio_ffmpeg*.dll", "numpy/*/tests", "numpy/f2py", "bin", "*.data",
)  # fmt: skip


def build(project: Project) -> Path:
    """Build ``dist/Pixelwatt-VERSION-setup.exe`` and return it.

    ``PIXELWATT_PYTHON_EMBED`` names the zip (or the unpacked folder) of an embeddable CPython for
    Windows, 3.11 to 3.13; the release workflow takes python.org's by its hash.
    """
    tools.ensure("windows")
    tree = BUILD / "windows" / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    minor = _python(tree / "python")
    _wheels(tree / "app", minor)
    _launcher(tree, project, minor)
    licences.write(tree / "app", tree / "licences")
    sbom.write(tree / "app", tree, project)
    _prune(tree / "app")
    set_times(tree, project.epoch)
    DIST.mkdir(exist_ok=True)
    package = DIST / f"Pixelwatt-{project.version}-setup.exe"
    _installer(tree, project, package)
    return package


def _python(target: Path) -> int:
    """Lay the embeddable CPython out and return its minor version, 11 for Python 3.11."""
    given = os.environ.get("PIXELWATT_PYTHON_EMBED")
    if not given:
        raise PackagingError(
            "Set PIXELWATT_PYTHON_EMBED to the zip of an embeddable CPython for Windows, 64 bit."
        )
    source = Path(given)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        with zipfile.ZipFile(source) as archive:
            archive.extractall(target)
    found = [re.fullmatch(r"python3(\d+)\.dll", path.name) for path in target.iterdir()]
    minors = [int(match[1]) for match in found if match]
    if len(minors) != 1:
        raise PackagingError(f"{source} holds no python3*.dll: it is no embeddable CPython.")
    # Where this Python looks for modules; without it, it would not find ours.
    short = f"python3{minors[0]}"
    (target / f"{short}._pth").write_bytes(f"{short}.zip\r\n.\r\n..\\app\r\n".encode())
    return minors[0]


def _wheels(target: Path, minor: int) -> None:
    """Unpack the pinned wheels for Windows, checked by hash, and our own."""
    wheels = BUILD / "windows" / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    download = [*pip, "download", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    download += ["--platform", "win_amd64", "--python-version", f"3.{minor}"]
    requirements = BUILD / "windows" / "requirements.txt"
    requirements.parent.mkdir(parents=True, exist_ok=True)
    pins = (ROOT / "requirements" / "package.txt").read_text("utf-8")
    requirements.write_text("\n".join(pins_for_windows(pins, minor)) + "\n", "utf-8")
    run([*download, "--implementation", "cp", "-d", wheels, "-r", requirements])
    run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", wheels, ROOT])
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(target)


def pins_for_windows(pins: str, minor: int) -> list[str]:
    """The pins whose markers hold on Windows (pip would judge them for this machine), one a line.

    What only builds packages is left out.
    """
    target = {
        "platform_machine": "AMD64",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "python_version": f"3.{minor}",
        "python_full_version": f"3.{minor}.0",
    }
    kept: list[str] = []
    for line in pins.replace("\\\n", " ").splitlines():
        pin, _, hashes = line.partition("--hash")
        if not pin.strip() or pin.strip().startswith("#"):
            continue
        requirement = Requirement(pin.strip())
        applies = requirement.marker is None or requirement.marker.evaluate(target)
        if applies and requirement.name not in licences.BUILD_ONLY:
            kept.append(f"{requirement.name}{requirement.specifier} --hash{hashes}")
    return kept


def _prune(target: Path) -> None:
    for pattern in UNUSED:
        for path in target.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    translations = [p for p in target.glob("PySide6/translations/*") if not keep(str(p), "")]
    for path in [*target.rglob("*.pyi"), *target.rglob("*.lib"), *translations]:
        path.unlink()


def _launcher(tree: Path, project: Project, minor: int) -> None:
    icon = BUILD / "windows" / "pixelwatt.ico"
    write_ico(icon)
    numbers = ",".join([*project.version.split("."), "0"])
    resource = BUILD / "windows" / "launcher.rc"
    resource.write_text(
        f'1 ICON "{icon}"\n1 VERSIONINFO\nFILEVERSION {numbers}\nPRODUCTVERSION {numbers}\nBEGIN\n'
        ' BLOCK "StringFileInfo" BEGIN BLOCK "040904b0" BEGIN\n'
        '  VALUE "CompanyName", "The Pixelwatt authors"\n'
        '  VALUE "FileDescription", "Pixelwatt"\n'
        f'  VALUE "FileVersion", "{project.version}"\n'
        '  VALUE "ProductName", "Pixelwatt"\n'
        f'  VALUE "ProductVersion", "{project.version}"\n'
        ' END END\n BLOCK "VarFileInfo" BEGIN VALUE "Translation", 0x409, 1200 END\nEND\n'
    )
    compiled = resource.with_suffix(".res")
    run(["x86_64-w64-mingw32-windres", resource, "-O", "coff", "-o", compiled])
    library = f'L"python3{minor}.dll"'
    command = ["x86_64-w64-mingw32-gcc", "-O2", "-Wall", "-Wextra", "-s", "-municode", "-mwindows"]
    command += ["-Wl,--no-insert-timestamp", "-Wl,--dynamicbase,--nxcompat,--high-entropy-va"]
    command += [f"-DPYTHON_DLL={library}", "-o", tree / "Pixelwatt.exe", HERE / "launcher.c"]
    run([*command, compiled])


def write_ico(path: Path) -> None:
    """Pack PNGs of the icon into Windows' container: a header, a directory, the pictures."""
    pictures = []
    for size in ICON_SIZES:
        png = path.with_name(f"icon-{size}.png")
        render_icon(png, size)
        pictures.append((size, png.read_bytes()))
    offset = 6 + 16 * len(pictures)
    directory = b""
    for size, data in pictures:
        side = size % 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    header = struct.pack("<HHH", 0, 1, len(pictures))
    path.write_bytes(header + directory + b"".join(data for _, data in pictures))


def _installer(tree: Path, project: Project, package: Path) -> None:
    associate, dissociate = file_types()
    defines = {
        "VERSION": project.version,
        "TREE": tree,
        "OUT": package,
        "ICON": BUILD / "windows" / "pixelwatt.ico",
        "LICENCE": ROOT / "LICENSE",
        "ASSOCIATE": associate,
        "DISSOCIATE": dissociate,
    }
    options = [f"-D{key}={value}" for key, value in defines.items()]
    options += ["-DQUICK"] if project.quick else []
    run(
        ["makensis", "-V2", "-XTarget amd64-unicode", *options, HERE / "pixelwatt.nsi"],
        stdout=subprocess.DEVNULL,
    )


def file_types() -> tuple[Path, Path]:
    """NSIS lines that register our documents.

    Windows knows only the last suffix, so our documents, ``*.budget.toml``, are offered in
    "Open with" of ``.toml`` rather than claimed: other programs' TOML files stay theirs.
    """
    associate = [
        r'WriteRegStr HKCU "Software\Classes\Pixelwatt.document" "" "Pixelwatt document"',
        r'WriteRegStr HKCU "Software\Classes\Pixelwatt.document\DefaultIcon" "" '
        '"$INSTDIR\\${EXE},0"',
        r'WriteRegStr HKCU "Software\Classes\Pixelwatt.document\shell\open\command" "" '
        '\'"$INSTDIR\\${EXE}" "%1"\'',
        r'WriteRegStr HKCU "Software\Classes\.toml\OpenWithProgids" "Pixelwatt.document" ""',
        r'WriteRegStr HKCU "Software\Classes\Applications\${EXE}\shell\open\command" "" '
        '\'"$INSTDIR\\${EXE}" "%1"\'',
        r'WriteRegStr HKCU "Software\Classes\Applications\${EXE}\SupportedTypes" ".toml" ""',
    ]
    dissociate = [
        r'DeleteRegKey HKCU "Software\Classes\Pixelwatt.document"',
        r'DeleteRegValue HKCU "Software\Classes\.toml\OpenWithProgids" "Pixelwatt.document"',
        r'DeleteRegKey HKCU "Software\Classes\Applications\${EXE}"',
    ]
    folder = BUILD / "windows"
    paths = folder / "associate.nsh", folder / "dissociate.nsh"
    for path, lines in zip(paths, (associate, dissociate), strict=True):
        path.write_text("\n".join(lines) + "\n")
    return paths
