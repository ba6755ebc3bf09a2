"""One FFmpeg, one OpenBLAS and one libavif for all, where the wheels carry one each (80 MB).

The wheels of OpenCV, PyAV, NumPy and Pillow are made to stand alone; in one folder OpenCV is
linked to what the other three carry. Nothing is taken on trust: every function that OpenCV
uses of a library, with its version, must be in the one that takes its place.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from project import PACKAGING, PackagingError, run

OPENCV = "cv2/cv2.abi3.so"
CARRIED = "opencv_python_headless.libs"
SHARED = {
    "libavcodec": "av.libs",
    "libavformat": "av.libs",
    "libavutil": "av.libs",
    "libswscale": "av.libs",
    "libavif": "pillow.libs",
}
"""What OpenCV takes from another wheel's folder."""
SHIM = "libblas_of_numpy.so"
SEARCHED = ("av.libs", "pillow.libs", "numpy.libs", CARRIED)


def share(internal: Path) -> None:
    """Relink OpenCV in the frozen program's ``internal`` folder; delete what nobody needs then.

    Raises PackagingError where the wheels do not fit each other any more.
    """
    opencv = internal / OPENCV
    carried = internal / CARRIED
    used = undefined(opencv)
    replaced: dict[str, str] = {}
    for library, folder in SHARED.items():
        for old in sorted(carried.glob(f"{library}-*.so*")):
            new = _only(internal / folder, f"{library}-*.so*")
            require_same_interface(old, new, used & defined(old))
            replaced[old.name] = new.name
    for old in sorted(carried.glob("libopenblas*.so*")):
        shim = _blas_shim(_only(internal / "numpy.libs", "libscipy_openblas64_*.so*"), carried)
        _require_all(old, shim, used & defined(old))
        replaced[old.name] = shim.name
    for before, after in replaced.items():
        # One at a time: patchelf 0.14 mixes the names up when it changes several at once.
        run(["patchelf", "--replace-needed", before, after, opencv])
    path = ":".join(f"$ORIGIN/../{folder}" for folder in SEARCHED)
    run(["patchelf", "--force-rpath", "--set-rpath", path, opencv])
    _delete_unneeded(opencv, carried)


def require_same_interface(old: Path, new: Path, used: frozenset[str]) -> None:
    """Raise PackagingError unless ``new`` is of the same major version and has what is used."""
    if major(old.name) != major(new.name):
        raise PackagingError(
            f"{old.name} and {new.name} are different interfaces: give PyAV, Pillow and OpenCV "
            "bounds in pyproject.toml within which their wheels carry the same."
        )
    _require_all(old, new, used)


def major(name: str) -> str:
    """The interface's number in a library's name, ``62`` in ``libavcodec-5e6b.so.62.28.102``."""
    found = re.search(r"\.so\.(\d+)", name)
    return found[1] if found else ""


def undefined(library: Path) -> frozenset[str]:
    """What a library takes from others, as ``name`` or ``name@VERSION``."""
    return _symbols(library, "--undefined-only")


def defined(library: Path) -> frozenset[str]:
    """What a library offers, as ``name`` or ``name@VERSION``."""
    return _symbols(library, "--defined-only")


def needed(library: Path) -> list[str]:
    """The names of the libraries that one is linked to."""
    command = ["readelf", "--wide", "--dynamic", str(library)]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.+)\]", listing)


def _require_all(old: Path, new: Path, used: frozenset[str]) -> None:
    lacking = sorted(used - defined(new))
    if lacking:
        raise PackagingError(f"{new.name} cannot replace {old.name}: it lacks {lacking[:3]}.")


def _symbols(library: Path, which: str) -> frozenset[str]:
    command = ["nm", "--dynamic", "--with-symbol-versions", "--format=posix", which, str(library)]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return frozenset(line.split()[0].replace("@@", "@") for line in listing.splitlines() if line)


def _blas_shim(openblas: Path, target: Path) -> Path:
    shim = target / SHIM
    command = ["gcc", "-std=gnu11", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC", "-s"]
    command += [f"-Wl,-soname,{SHIM},--build-id=none,-z,relro,-z,now"]
    command += ["-Wl,-rpath,$ORIGIN/../numpy.libs", "-Wl,--no-undefined", "-o", shim]
    run([*command, PACKAGING / "linux" / "blas_shim.c", openblas])
    return shim


def _delete_unneeded(opencv: Path, carried: Path) -> None:
    reached: set[str] = set()
    waiting = needed(opencv)
    while waiting:
        name = waiting.pop()
        if name not in reached and (carried / name).exists():
            reached.add(name)
            waiting += needed(carried / name)
    for path in sorted(carried.iterdir()):
        if path.name not in reached:
            path.unlink()


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise PackagingError(f"Expected one {pattern} in {folder}, found {len(found)}.")
    return found[0]
