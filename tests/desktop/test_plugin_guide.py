"""The guide, followed to the letter from an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pixelwatt.plugin_host import State

GUIDE = Path(__file__).parents[2] / "docs" / "plugin-guide.md"
FILE = re.compile(r"^```(?:toml|python)\n# ([\w./]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TREE = re.compile(r"^pixelwatt-megapixels/\n((?: +\S+\n)+)", re.MULTILINE)


def files_of_the_guide() -> dict[str, str]:
    return dict(FILE.findall(GUIDE.read_text("utf-8")))


@pytest.fixture(scope="module")
def site(tmp_path_factory, install_plugin):
    """A folder with the guide's plugin installed by pip, from nothing but its pages."""
    source = tmp_path_factory.mktemp("pixelwatt-megapixels")
    for name, text in files_of_the_guide().items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text(text, "utf-8")
    return install_plugin(source)


def test_every_file_it_lists_is_given_whole():
    (tree,) = TREE.findall(GUIDE.read_text("utf-8"))
    assert tree.split() == list(files_of_the_guide())


def test_it_loads_and_says_what_it_is(host):
    (plugin,) = host.plugins
    assert (plugin.name, plugin.state) == ("megapixels", State.LOADED)
    assert plugin.summary == "How many megapixels a picture has."


def test_its_panel_and_its_command(host, qtbot, context, monkeypatch):
    (panel,) = host.collect("pixelwatt_panels")
    (command,) = host.collect("pixelwatt_commands")
    view = host.resolve(panel.item.view)(context)
    qtbot.addWidget(view)
    assert view.result.text() == "2.07"
    monkeypatch.setattr(context, "show_panel", {panel.item.id: view}.__getitem__, raising=False)
    host.resolve(command.item.run)(context)
    assert view.result.text() == "33.18"


def test_its_subcommand(site):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(site), *sys.path])}
    command = [sys.executable, "-m", "pixelwatt", "megapixels", "3840"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("8.29\n", "", 0)
