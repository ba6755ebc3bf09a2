"""Compile the upscaler's shaders for every graphics API that Qt draws with.

    .venv/bin/python packaging/shaders.py

Qt's compiler, qsb, comes with PySide6-Addons, which the program itself does not need: the release
that fits the installed PySide6 is fetched into a folder that is deleted afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import PySide6

SHADERS = (
    Path(__file__).resolve().parents[1] / "plugins" / "pixelwatt_upscaler" / "views" / "shaders"
)
# OpenGL ES 2 and OpenGL from 2.1, Direct3D 11 and 12, Metal; SPIR-V for Vulkan is always in.
VARIANTS = ("--glsl", "100 es,120,150", "--hlsl", "50", "--msl", "12")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        compiler, environment = _compiler(Path(folder))
        for source in sorted((*SHADERS.glob("*.vert"), *SHADERS.glob("*.frag"))):
            target = source.with_name(f"{source.name}.qsb")
            command = [compiler, *VARIANTS, "-o", target, source]
            subprocess.run(command, env=environment, check=True)
            print(f"{target.name}: {target.stat().st_size} bytes")
    return 0


def _compiler(folder: Path) -> tuple[Path, dict[str, str]]:
    wanted = f"PySide6-Addons=={PySide6.__version__}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", folder, wanted]
    subprocess.run(pip, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith("PySide6/qsb") or "Qt6ShaderTools" in name:
                archive.extract(name, folder)
    (compiler,) = (folder / "PySide6").glob("qsb*")
    compiler.chmod(0o755)
    installed = Path(PySide6.__file__).parent
    libraries = (folder / "PySide6" / "Qt" / "lib", installed / "Qt" / "lib", installed)
    paths = os.pathsep.join(map(str, libraries))
    # Where each system's loader looks for libraries.
    names = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH")
    extended = {
        name: os.pathsep.join(filter(None, (paths, os.environ.get(name)))) for name in names
    }
    return compiler, os.environ | extended


if __name__ == "__main__":
    sys.exit(main())
