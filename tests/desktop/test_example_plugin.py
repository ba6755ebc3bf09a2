"""The third party: a plugin with its own pyproject, installed as anyone's would be."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pixelwatt import hookspecs
from pixelwatt.claims import check_all
from pixelwatt.doctor import examine
from pixelwatt.plugin_host import State

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "example_plugin"
HOOKS = {name for name in vars(hookspecs) if name.startswith("pixelwatt_")}


@pytest.fixture(scope="module")
def site(install_plugin):
    """A folder with the example plugin installed by pip, as in any environment."""
    return install_plugin(EXAMPLE)


def run(site, *arguments):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(site), *sys.path])}
    command = [sys.executable, "-m", "pixelwatt", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_it_loads_and_says_who_it_is(host):
    (plugin,) = host.plugins
    assert plugin.state is State.LOADED
    assert (plugin.name, plugin.distribution, plugin.version) == (
        "example",
        "pixelwatt-example",
        "1.0",
    )
    assert plugin.package == "pixelwatt_example"


def test_every_contribution_names_code_that_exists(host):
    for hook in HOOKS - {"pixelwatt_activate", "pixelwatt_deactivate", "pixelwatt_addhooks"}:
        for contributed in host.collect(hook):
            item = contributed.item
            for field in item.__dataclass_fields__.values():
                value = getattr(item, field.name)
                if field.type == "Reference" and value:
                    assert callable(host.resolve(value)), value
    assert all(plugin.state is State.LOADED for plugin in host.plugins)


def test_its_claim_and_its_diagnosis(host):
    assert [c.verdict for c in check_all(host)] == ["supported"]
    assert [s.id for s in examine(host)][-1] == "example"


def test_its_panel_counts(host, qtbot, context):
    (panel,) = host.collect("pixelwatt_panels")
    (page,) = host.collect("pixelwatt_settings")
    context.settings.register(page.item)
    view = host.resolve(panel.item.view)(context)
    qtbot.addWidget(view)
    view.show_size(3840, 2160)
    assert "8,294,400" in view.result.text()


def test_its_service_comes_and_goes(host, context):
    host.call("pixelwatt_activate", context=context)
    assert context.services.get("example.pixels")(4, 5) == 20
    host.call("pixelwatt_deactivate")
    assert context.services.get("example.pixels") is None


def test_its_subcommand(site):
    done = run(site, "pixels", "1920x1080", "--json")
    assert json.loads(done.stdout) == {"width": 1920, "height": 1080, "pixels": 2_073_600}
    failed = run(site, "pixels", "big")
    assert failed.returncode == 1
    assert "Write it as WIDTHxHEIGHT" in failed.stderr


def test_the_example_uses_every_hook_but_the_one_for_extension_points():
    tree = ast.parse((EXAMPLE / "pixelwatt_example" / "plugin.py").read_text("utf-8"))
    used = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert used == HOOKS - {"pixelwatt_addhooks"}


@pytest.mark.parametrize("hook", sorted(HOOKS))
def test_every_hook_is_in_the_guide_and_in_a_test(hook):
    assert hook in (ROOT / "docs" / "plugin-guide.md").read_text("utf-8")
    tests = "".join(p.read_text("utf-8") for p in (ROOT / "tests" / "desktop").glob("test_*.py"))
    assert hook in tests or hook in (EXAMPLE / "pixelwatt_example" / "plugin.py").read_text("utf-8")
