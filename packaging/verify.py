"""Install each package in a clean minimal system, start it, look at its pixels, remove it.

Needs root, and a mirror of the system (for Debian the one this machine uses). Nothing of this
machine's Python or libraries is in the chroot: what a package forgot shows here. Nor is FUSE, until
a step adds it.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import zipfile
from functools import partial
from pathlib import Path

import bundle
import scenes
import tools
from chroot import System, clean, inside
from project import PACKAGING, ROOT, PackagingError, run
from windows import wine

FEWEST_COLOURS = 200
"""A window with a picture in it has thousands; a blank or broken one a handful."""


def verify(target: str, package: Path, system: System) -> None:
    """Raises PackagingError with the step that failed."""
    if target == "windows":
        wine.verify(package)
        return
    if os.geteuid() != 0:
        raise PackagingError("Verifying makes a chroot, which needs root.")
    tools.ensure("verify")
    with clean(system) as root:
        copy = root / "tmp" / package.name
        shutil.copyfile(package, copy)
        copy.chmod(0o755)
        {"deb": _deb, "appimage": _appimage, "run": _selfextract}[target](root, package.name)
    print(f"{package.name}: installed, started, looked at and removed in a clean {system.suite}")


def _deb(root: Path, name: str) -> None:
    tried_with = "xvfb xauth strace"
    inside(
        root, f"apt-get install --yes --quiet=2 --no-install-recommends /tmp/{name} {tried_with}"
    )
    _try_program(root, "pixelwatt")
    _try_plugins(root, "pixelwatt")
    _try_scenes(root, "pixelwatt")
    everywhere = "find / -xdev -iname '*pixelwatt*' -not -path '/root/*' -not -path '/tmp/*'"
    inside(root, "apt-get purge --yes --quiet=2 pixelwatt")
    left = inside(root, f"{everywhere} -not -path '/var/log/*' -not -path '/var/cache/*'").split()
    if left:
        raise PackagingError(f"Removing the package left {left}")


def _appimage(root: Path, name: str) -> None:
    told = inside(root, f"/tmp/{name} --screenshot /tmp/x.png", expect=1)
    if "lacks" not in told or "apt-get install" not in told:
        raise PackagingError(f"On a bare system the AppImage does not say what is missing: {told}")
    _install_desktop_libraries(root)
    cache = root / "root" / ".cache" / "pixelwatt-appimage"
    if len(list(cache.iterdir())) != 1:
        raise PackagingError("Without FUSE the AppImage did not unpack itself into the cache.")
    _try_program(root, f"/tmp/{name}")
    if len(list(cache.iterdir())) != 1:
        raise PackagingError("The AppImage unpacked itself a second time.")
    shutil.rmtree(cache)
    run(["mknod", "-m", "666", root / "dev" / "fuse", "c", "10", "229"])
    inside(root, f"/tmp/{name} --version")
    if cache.exists():
        raise PackagingError("With FUSE the AppImage unpacks itself instead of being mounted.")
    _try_window(root, f"/tmp/{name}")
    if inside(root, "grep Pixelwatt /proc/mounts || true"):
        raise PackagingError("The AppImage stays mounted after its program has ended.")


def _selfextract(root: Path, name: str) -> None:
    told = inside(root, f"PREFIX=/opt/own /tmp/{name} --quiet", expect=1)
    if "lacks" not in told or "apt-get install" not in told:
        raise PackagingError(f"On a bare system the installer does not say what is missing: {told}")
    _install_desktop_libraries(root)
    inside(root, f"PREFIX=/opt/own /tmp/{name} --quiet")
    _try_program(root, "/opt/own/bin/pixelwatt")
    inside(root, "/opt/own/lib/pixelwatt/uninstall.sh")
    left = inside(root, "find /opt/own -type f").split()
    if left:
        raise PackagingError(f"The uninstaller left {left}")


def _install_desktop_libraries(root: Path) -> None:
    # What any desktop has, and a minimal system lacks.
    packages = "libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon-x11-0 libdbus-1-3 "
    packages += "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libx11-6 libstdc++6 "
    packages += "libwayland-cursor0 libwayland-egl1 libxcb-image0 libxcb-render-util0 libx11-xcb1 "
    inside(
        root,
        "apt-get install --yes --quiet=2 --no-install-recommends "
        f"{packages} fonts-dejavu-core xvfb xauth",
    )


def _try_program(root: Path, program: str) -> None:
    version = inside(root, f"{program} --version")
    if not re.search(r"pixelwatt \d+\.\d+", version):
        raise PackagingError(f"{program} --version printed {version!r}")
    inside(root, f"{program} doctor --json")
    _try_window(root, program)


def _try_window(root: Path, program: str) -> None:
    inside(root, f"xvfb-run -a {program} --screenshot /tmp/shown.png --size 1280x800")
    colours = _colours(root / "tmp" / "shown.png")
    if colours < FEWEST_COLOURS:
        raise PackagingError(f"The window shows only {colours} colours: it is blank or broken.")
    inside(root, f"PIXELWATT_QUIT_AFTER=2 xvfb-run -a {program}")


def _try_plugins(root: Path, program: str) -> None:
    """The example plugin's own wheel in the installed program, and what it must withstand."""
    for source in (ROOT / "tests" / "example_plugin", PACKAGING / "probe"):
        wheel = bundle.wheel(Path(sys.executable), source)
        shutil.copyfile(wheel, root / "tmp" / wheel.name)
        inside(root, f"{program} plugins install /tmp/{wheel.name}")
    if "8" not in inside(root, f"{program} pixels 2x4"):
        raise PackagingError("The example plugin does not answer in the installed program.")
    inside(root, f"xvfb-run -a {program} --screenshot /tmp/example.png --panel example_pixels")
    _plant_numpy(root)
    print(inside(root, f"SVT_LOG=0 {program} probe"), end="")
    wheel = _wheel_with_unmet_needs(root / "tmp")
    told = inside(root, f"{program} plugins install /tmp/{wheel.name}", expect=1)
    if "numpy>=99" not in told or "scipy" not in told:
        raise PackagingError(f"A plugin that cannot work is refused with {told!r}")
    listing = inside(root, f"{program} --safe-mode plugins list")
    if "example" in listing:
        raise PackagingError("Safe mode loads plugins.")
    for name in ("pixelwatt-example", "pixelwatt-probe"):
        inside(root, f"{program} plugins remove {name}")


def _try_scenes(root: Path, program: str) -> None:
    """What a person meets, in a home of its own where nothing was started yet."""
    wheel = bundle.wheel(Path(sys.executable), PACKAGING / "probe")
    inside(root, f"PIXELWATT_HOME={scenes.HOME} {program} plugins install /tmp/{wheel.name}")
    for scene in (scenes.first_start, scenes.crash, scenes.no_network, scenes.updates):
        scene(partial(inside, root), program)


def _plant_numpy(root: Path) -> None:
    """Put a numpy beside the user's plugins; the probe says whose it gets."""
    (plugin,) = (root / "root" / ".local").rglob("pixelwatt_probe")
    planted = plugin.parent.parent / "planted" / "numpy"
    planted.mkdir(parents=True)
    (planted / "__init__.py").write_text("raise ImportError('a planted numpy was imported')\n")


def _wheel_with_unmet_needs(folder: Path) -> Path:
    path = folder / "demanding-1-py3-none-any.whl"
    info = "demanding-1.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(
            f"{info}/METADATA",
            "Metadata-Version: 2.1\nName: demanding\nVersion: 1\n"
            "Requires-Dist: numpy>=99\nRequires-Dist: scipy\n",
        )
        wheel.writestr(f"{info}/entry_points.txt", "[pixelwatt.plugins]\ndemanding = demanding\n")
        wheel.writestr(f"{info}/RECORD", "")
    return path


def _colours(picture: Path) -> int:
    from PIL import Image

    with Image.open(picture) as image:
        return len(image.convert("RGB").getcolors(maxcolors=1 << 24) or ())
