"""The per-user installer: one file to run, no rights needed, removed by its own script."""

from __future__ import annotations

import shutil
from pathlib import Path

import bundle
import tools
from linux import appimage
from project import APP_ID, BUILD, DIST, PACKAGING, Project, run, set_times


def build(project: Project) -> Path:
    """Build ``dist/pixelwatt-VERSION-x86_64.run`` and return it."""
    tools.ensure("bundle", "appimage", "run")
    program = BUILD / "bundle" / "appimage" / "pixelwatt"
    if not program.exists():
        program = bundle.build(project, "appimage")
    content = BUILD / "run-content"
    shutil.rmtree(content, ignore_errors=True)
    content.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(appimage.app_dir(program, project), content, symlinks=True)
    script = (PACKAGING / "linux" / "install.sh").read_text("utf-8")
    install = content / "install.sh"
    install.write_text(script.replace("@APP_ID@", APP_ID).replace("@VERSION@", project.version))
    install.chmod(0o755)
    set_times(content, project.epoch)
    DIST.mkdir(exist_ok=True)
    package = DIST / f"pixelwatt-{project.version}-x86_64.run"
    order = "--sort=name --owner=0 --group=0 --numeric-owner"
    date = f"{project.date:%Y-%m-%d %H:%M:%S +0000}"
    level = "1" if project.quick else "9"
    # gzip, for a small system has no xz: it would fail before it can say anything of use. Its
    # option n, beside the level, keeps the time of day out of the file.
    command: list[str | Path] = ["makeself", "--gzip", "--complevel", f"{level}n", "--sha256"]
    command += ["--nox11"]
    command += ["--quiet", "--tar-extra", order]
    command += ["--packaging-date", date, content, package]
    run([*command, f"Pixelwatt {project.version}", "./install.sh"])
    return package
