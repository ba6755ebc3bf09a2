"""What the probe tells of an installed program is judged: each thing that could be wrong, is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import scenes
from project import PackagingError

WELCOME: dict[str, Any] = {
    "title": "Welcome to Pixelwatt",
    "languages": ["System", "English", "简体中文"],
    "found": ["Power sensors", "ONNX Runtime: 1.32.0", "FFmpeg: 8.1.2"],
    "button": "Watch the demo",
    "opened": "/usr/lib/pixelwatt/demo/demo.mp4",
}
AFTER_CRASH: dict[str, Any] = {
    "notice": "Pixelwatt did not end well last time.",
    "actions": ["Read the report", "Restart without plugins"],
    "report": 'Fatal Python error: Segmentation fault\n  File "scenes.py", line 70 in crash',
}
SAFE = json.dumps({"plugins": [{"name": "power", "state": "disabled"}]})
LOADED = json.dumps({"plugins": [{"name": "power", "state": "loaded"}]})
PAGE = "https://example.org/pixelwatt/releases"
UNIX = 'connect(3, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X99"}, 20) = 0\n'
INTERNET = "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 9\n"


def system(answers: dict[str, str]) -> Callable[..., str]:
    """A clean system that answers a command by the first word of ``answers`` that is in it."""

    def inside(command: str, *, expect: int = 0) -> str:
        return next((text for word, text in answers.items() if word in command), "")

    return inside


def test_a_welcome_as_it_should_be(capsys: pytest.CaptureFixture[str]) -> None:
    scenes.first_start(system({"first_start": f"log\n{json.dumps(WELCOME)}\n"}), "pixelwatt")
    assert "'Watch the demo' shows the upscaled demo" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"languages": ["System", "English"]}, "languages"),
        ({"found": ["Power sensors"]}, "does not say that ONNX Runtime was found"),
        ({"opened": ""}, "'Watch the demo' opens ''"),
    ],
)
def test_a_welcome_that_lacks_something(change: dict[str, Any], told: str) -> None:
    answer = json.dumps(WELCOME | change)
    with pytest.raises(PackagingError, match=told):
        scenes.first_start(system({"first_start": answer}), "pixelwatt")


def test_a_scene_that_does_not_end() -> None:
    with pytest.raises(PackagingError, match="not over in"):
        scenes.first_start(system({"first_start": "only a warning"}), "pixelwatt")


def test_a_crash_that_is_told_at_the_next_start(capsys: pytest.CaptureFixture[str]) -> None:
    answers = {"after_crash": json.dumps(AFTER_CRASH), "plugins list": SAFE}
    scenes.crash(system(answers), "pixelwatt")
    assert "started without plugins" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("report", "listing", "told"),
    [
        ("Fatal Python error: Aborted", SAFE, "does not say where it was"),
        (AFTER_CRASH["report"], LOADED, "their states are {'loaded'}"),
    ],
)
def test_a_crash_that_is_not_told(report: str, listing: str, told: str) -> None:
    answers = {
        "after_crash": json.dumps(AFTER_CRASH | {"report": report}),
        "plugins list": listing,
    }
    with pytest.raises(PackagingError, match=told):
        scenes.crash(system(answers), "pixelwatt")


def test_a_start_without_the_network(capsys: pytest.CaptureFixture[str]) -> None:
    scenes.no_network(system({"cat /tmp/trace": UNIX}), "pixelwatt")
    assert "no socket of the internet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("trace", "told"),
    [(UNIX + INTERNET, r"uses the network: .*AF_INET"), ("", "does not even show the X server")],
)
def test_a_start_that_uses_the_network_or_was_not_traced(trace: str, told: str) -> None:
    with pytest.raises(PackagingError, match=told):
        scenes.no_network(system({"cat /tmp/trace": trace}), "pixelwatt")


@pytest.mark.parametrize(
    ("opened", "notices", "told"),
    [
        (f"{PAGE}\nlibrary path:\n", [], ""),
        (f"{PAGE}\nlibrary path: /usr/lib/pixelwatt/_internal\n", [], "given our libraries"),
        ("file:///root\nlibrary path:\n", [], "opens 'file:///root'"),
        (f"{PAGE}\nlibrary path:\n", ["The page could not be opened."], "said not to open"),
    ],
)
def test_where_newer_versions_are_looked_for(opened: str, notices: list[str], told: str) -> None:
    # The command that writes the opener names the same file; it is answered first.
    answers = {"cat >": "", "SCENE=updates": json.dumps({"notices": notices}), "cat /tmp/": opened}
    if not told:
        scenes.updates(system(answers), "pixelwatt")
        return
    with pytest.raises(PackagingError, match=told):
        scenes.updates(system(answers), "pixelwatt")
