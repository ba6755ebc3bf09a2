"""What a person meets in an installed program: the first start, a crash, a newer version.

Each scene is played by the probe plugin inside the program (`pixelwatt_probe.scenes`) in a clean
system; here it is judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from project import PackagingError

Inside = Callable[..., str]
"""Runs a shell command in the clean system: ``inside(command, expect=0)`` gives what it printed."""

PATIENCE_S = 60
SEGMENTATION_FAULT = 139
"""128 + SIGSEGV, as a shell tells it."""
HOME = "/root/scene"
OPENED = "/tmp/opened"
OPENER = "/usr/local/bin/xdg-open"
# What every desktop has in some form; this one writes down what it is given.
XDG_OPEN = f"""#!/bin/sh
{{ echo "$1"; echo "library path: $LD_LIBRARY_PATH$QT_PLUGIN_PATH"; }} > {OPENED}
"""


def first_start(inside: Inside, program: str) -> None:
    """The welcome of a program that was never started: language, findings, demo."""
    seen = _played(inside, program, "first_start")
    if not {"English", "简体中文"} <= set(seen["languages"]):
        raise PackagingError(f"The welcome offers the languages {seen['languages']}")
    found = " ".join(seen["found"])
    for wanted in ("ONNX Runtime", "FFmpeg", "Power sensors"):
        if wanted not in found:
            raise PackagingError(f"The welcome does not say that {wanted} was found: {found}")
    if not seen["opened"].endswith("demo.mp4"):
        raise PackagingError(f"The button {seen['button']!r} opens {seen['opened']!r}")
    print(
        f"first start: {seen['title']!r}, {len(seen['found'])} lines on this machine, "
        f"{seen['button']!r} shows the upscaled demo"
    )


def crash(inside: Inside, program: str) -> None:
    """A crash leaves its stacks; the next start offers them and a start without plugins."""
    _run(inside, program, "crash", expect=SEGMENTATION_FAULT)
    # Without an X server's end to take it along, the program that is started again lives on.
    seen = _played(inside, program, "after_crash", display=False)
    if "Segmentation fault" not in seen["report"] or "scenes.py" not in seen["report"]:
        raise PackagingError(f"The crash report does not say where it was: {seen['report']!r}")
    log = f"{HOME}/logs/pixelwatt.log"
    inside(
        f"for second in $(seq {PATIENCE_S}); do "
        f"test $(grep -c 'The window is up' {log}) -ge 3 && exit 0; sleep 1; done; exit 1"
    )
    listing = json.loads(inside(f"PIXELWATT_HOME={HOME} {program} --safe-mode plugins list --json"))
    states = {plugin["state"] for plugin in listing["plugins"]}
    if states != {"disabled"}:
        raise PackagingError(f"Without plugins, their states are {states}")
    print(f"after a crash: {seen['notice']!r} {seen['actions']}, and it started without plugins")


def no_network(inside: Inside, program: str) -> None:
    """A start reaches for no network, and needs none."""
    trace = "/tmp/trace"
    inside(
        f"PIXELWATT_HOME={HOME} PIXELWATT_QUIT_AFTER=5 "
        f"strace -f -qq -e trace=%network -o {trace} xvfb-run -a {program}"
    )
    calls = inside(f"cat {trace}")
    if "AF_UNIX" not in calls:
        raise PackagingError(f"The trace of a start does not even show the X server: {calls[:200]}")
    reached = sorted(set(re.findall(r"\w+\([^\n]*AF_INET6?\b[^\n]*", calls)))
    if reached:
        raise PackagingError(f"At its start the program uses the network: {reached[:3]}")
    inside(f"PIXELWATT_HOME={HOME} PIXELWATT_QUIT_AFTER=3 unshare -n xvfb-run -a {program}")
    print("network: no socket of the internet was opened at a start, and none is needed")


def updates(inside: Inside, program: str) -> None:
    """Looking for a newer version opens a page in the system's own program, and nothing else."""
    inside(
        f"cat > /usr/local/bin/xdg-open <<'END'\n{XDG_OPEN}END\nchmod 755 /usr/local/bin/xdg-open"
    )
    seen = _played(inside, program, "updates")
    opened = inside(f"cat {OPENED}; rm {OPENED} {OPENER}").splitlines()
    if not re.fullmatch(r"https://\S+/releases", opened[0]):
        raise PackagingError(f"Help > Look for a newer version opens {opened[0]!r}")
    if opened[1].strip() != "library path:":
        raise PackagingError(f"A browser would be given our libraries: {opened[1]}")
    if any("could not be opened" in notice for notice in seen["notices"]):
        raise PackagingError(f"The page is said not to open: {seen['notices']}")
    print(f"newer versions: {opened[0]} is opened in the system's browser")


def _played(inside: Inside, program: str, scene: str, *, display: bool = True) -> dict[str, Any]:
    printed = _run(inside, program, scene, display=display)
    lines = [line for line in printed.splitlines() if line.startswith("{")]
    if not lines:
        raise PackagingError(f"The scene {scene!r} was not over in {PATIENCE_S} s: {printed}")
    seen: dict[str, Any] = json.loads(lines[-1])
    return seen


def _run(inside: Inside, program: str, scene: str, *, expect: int = 0, display: bool = True) -> str:
    home = f"PIXELWATT_HOME={HOME} PIXELWATT_QUIT_AFTER={PATIENCE_S} PIXELWATT_PROBE_SCENE={scene}"
    start = f"xvfb-run -a {program}" if display else f"QT_QPA_PLATFORM=offscreen {program}"
    return inside(f"{home} {start}", expect=expect)
