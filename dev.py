#!/usr/bin/env python3
"""Pixelwatt's workbench: run, test, lint, bench, package, translate, train, evaluate, pin.

Standard library only. The first call makes ``.venv`` from the pinned requirements with the
Python that runs this file (3.11 to 3.13); later calls start at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = ROOT / "requirements"

sys.path.insert(0, str(ROOT / "desktop"))
SUPPORTED = ((3, 11), (3, 12), (3, 13))

# Which extras of pyproject.toml each file of pins holds besides the dependencies.
PINNED = {
    "run": ("install", "timeline"),
    "test": ("install", "timeline", "test"),
    "package": ("install", "timeline", "package"),
}

# An environment made for testing runs the program too.
INCLUDED_IN = {"run": ("run", "test", "train"), "test": ("test", "train"), "train": ("train",)}

USAGE = """usage: python3 dev.py COMMAND [ARGS]

  run [ARGS]           start Pixelwatt with ARGS
  test [PYTEST ARGS]   linters and the whole test suite; with arguments, only pytest with them
  lint                 ruff, mypy and import-linter
  bench [NAMES]        benchmarks of tests/benchmarks, printed as tables
  package [TARGET]     installers: deb, appimage, run, windows, all
  translate            collect texts for translation and compile the translations
  train [ARGS]         train our models (installs PyTorch into the environment)
  evaluate [ARGS]      measure models by the published protocol
  pin                  resolve pyproject.toml into requirements/*.txt
"""


class DevError(Exception):
    """What stops a command, in one line, with what to do about it."""


def main(argv: Sequence[str]) -> int:
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "run": run,
        "test": test,
        "lint": lambda _args: lint(),
        "bench": bench,
        "package": package,
        "translate": translate,
        "train": lambda args: training("train", args),
        "evaluate": lambda args: training("evaluate", args),
        "pin": lambda _args: pin(),
    }
    if not argv or argv[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0 if argv else 2
    if argv[0] not in commands:
        print(f"dev.py: there is no command {argv[0]!r}.\n\n{USAGE}", end="", file=sys.stderr)
        return 2
    try:
        check_python()
        return commands[argv[0]](argv[1:])
    except DevError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# -- commands ----------------------------------------------------------------------------


def run(args: Sequence[str]) -> int:
    ensure("run")
    return start([PYTHON, "-m", "pixelwatt", *args])


def test(args: Sequence[str]) -> int:
    ensure("test")
    if not args:
        failed = lint()
        if failed:
            return failed
    with display() as environment, tempfile.TemporaryDirectory() as home:
        environment["PIXELWATT_HOME"] = home
        parallel = [] if any(arg.startswith("-n") for arg in args) else ["-n", "auto"]
        return call([PYTHON, "-m", "pytest", *parallel, "--dist", "loadfile", *args], environment)


def lint() -> int:
    ensure("test")
    checks: list[list[str | Path]] = [
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [PYTHON, "-m", "mypy"],
        [BIN / "lint-imports", "--no-cache"],
    ]
    # All of them run, so that one call shows everything there is to mend.
    return max(call(check) for check in checks)


def bench(args: Sequence[str]) -> int:
    ensure("test")
    with display() as environment:
        return call([PYTHON, ROOT / "tests" / "benchmarks" / "run.py", *args], environment)


def package(args: Sequence[str]) -> int:
    ensure("test")
    return call([PYTHON, ROOT / "packaging" / "build.py", *args])


def translate(args: Sequence[str]) -> int:
    ensure("test")
    return call([PYTHON, ROOT / "packaging" / "translations.py", *args])


def training(module: str, args: Sequence[str]) -> int:
    ensure("train")
    return call([PYTHON, "-m", f"training.{module}", *args])


def pin() -> int:
    """Rewrite the pinned requirements; uv resolves for every platform and Python at once."""
    ensure("test")
    call([PYTHON, "-m", "pip", "install", "--quiet", "uv"])
    options = ["--universal", "--generate-hashes", "--python-version", "3.11"]
    options += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--native-tls"]
    for name, extras in PINNED.items():
        chosen = [word for extra in extras for word in ("--extra", extra)]
        output = REQUIREMENTS / f"{name}.txt"
        command = [BIN / "uv", "pip", "compile", "pyproject.toml", *chosen, *options]
        failed = call([*command, "--quiet", "--upgrade", "-o", output.relative_to(ROOT)])
        if failed:
            return failed
    return 0


# -- environment -------------------------------------------------------------------------


def check_python() -> None:
    if sys.version_info[:2] not in SUPPORTED:
        found = ".".join(map(str, sys.version_info[:2]))
        raise DevError(
            f"Pixelwatt runs on Python 3.11, 3.12 and 3.13; this is {found}. "
            "Start dev.py with one of those, for example 'python3.12 dev.py run'."
        )


def ensure(purpose: str) -> None:
    """Make the environment for ``run``, ``test`` or ``train``, unless it is there already."""
    if PYTHON.exists() and any(is_current(made) for made in INCLUDED_IN[purpose]):
        return
    ensure_system_libraries()
    if not PYTHON.exists() or not same_python():
        make_venv()
    requirements = REQUIREMENTS / f"{'run' if purpose == 'run' else 'test'}.txt"
    say(f"installing what Pixelwatt needs ({requirements.name})")
    pip("install", "--require-hashes", "-r", str(requirements))
    # Editable, so that our own plugins register by the entry points anyone's use.
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    if purpose == "train":
        say("installing PyTorch")
        pip("install", "-r", str(ROOT / "training" / "requirements.txt"))
    stamp_of(purpose).write_text(fingerprint(purpose))


def is_current(purpose: str) -> bool:
    stamp = stamp_of(purpose)
    return stamp.exists() and stamp.read_text() == fingerprint(purpose)


def stamp_of(purpose: str) -> Path:
    return VENV / f"pixelwatt-{purpose}"


def fingerprint(purpose: str) -> str:
    digest = hashlib.sha256(sys.version.encode())
    files = [REQUIREMENTS / "run.txt", REQUIREMENTS / "test.txt", ROOT / "pyproject.toml"]
    if purpose == "train":
        files.append(ROOT / "training" / "requirements.txt")
    for file in files:
        digest.update(file.read_bytes())
    # A moved checkout has a broken editable install.
    digest.update(str(ROOT).encode())
    return digest.hexdigest()


def same_python() -> bool:
    query = [PYTHON, "-c", "import sys; print(sys.version)"]
    result = subprocess.run(query, capture_output=True, text=True, check=False)
    return result.returncode == 0 and result.stdout.strip() == sys.version


def make_venv() -> None:
    say(f"making {VENV.name} with Python {sys.version.split()[0]}")
    if VENV.exists():
        shutil.rmtree(VENV)
    if not has_ensurepip():
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        install_debian_packages([package], "making a virtual environment")
    failed = call([Path(sys.executable), "-m", "venv", VENV])
    if failed:
        raise DevError("the virtual environment could not be made; the lines above say why.")


def has_ensurepip() -> bool:
    # Debian splits it from python3; without it 'python3 -m venv' fails half-way.
    probe = [sys.executable, "-c", "import ensurepip"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def ensure_system_libraries() -> None:
    from pixelwatt.system_libraries import missing_libraries

    missing = missing_libraries()
    if missing:
        install_debian_packages([library.package for library in missing], "Qt")


def install_debian_packages(packages: Sequence[str], purpose: str) -> None:
    """Install Debian packages where that is allowed; else raise with the exact line to type."""
    from pixelwatt.system_libraries import apt_line, is_debian_like

    names = " ".join(packages)
    if not is_debian_like():
        raise DevError(f"{purpose} needs what Debian calls: {names}. Install your system's own.")
    if os.geteuid() != 0:
        raise DevError(f"{purpose} needs system packages. Type: {apt_line(packages)}")
    say(f"installing {names}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    if call(install, environment) and (
        call(["apt-get", "update", "--quiet"], environment) or call(install, environment)
    ):
        raise DevError(f"apt-get could not install {names}; the lines above say why.")


def pip(*args: str) -> None:
    command = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", *args]
    if call(command):
        raise DevError("pip failed; the lines above say why. Run the same command to go on.")


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Yield an environment with a display: the present one, or an Xvfb for as long as needed."""
    environment = dict(os.environ)
    has_display = "DISPLAY" in environment or "WAYLAND_DISPLAY" in environment
    if not sys.platform.startswith("linux") or has_display:
        yield environment
        return
    if shutil.which("Xvfb") is None:
        install_debian_packages(["xvfb", "xauth", "dbus"], "testing without a display")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise DevError("Xvfb did not start; type 'Xvfb :99' to see why.")
        environment["DISPLAY"] = f":{number}"
        # On this display of its own, the end-to-end tests may open real windows.
        environment["PIXELWATT_TEST_WINDOWS"] = "xcb"
        yield environment
    finally:
        server.terminate()
        server.wait()


# -- processes ---------------------------------------------------------------------------


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], environment: dict[str, str] | None = None) -> int:
    return subprocess.call([str(word) for word in command], cwd=ROOT, env=environment)


def start(command: Sequence[str | Path]) -> int:
    """Become ``command``, where the system can; its working directory stays the user's."""
    words = [str(word) for word in command]
    if os.name == "nt":
        return subprocess.call(words)
    return os.execv(words[0], words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
