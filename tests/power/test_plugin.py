"""What the plugin declares can be had, and other plugins can add to it."""

from __future__ import annotations

import importlib
import json
import types

import pluggy
import pytest

from pixelwatt import hookspecs
from pixelwatt.api import Available, hookimpl
from pixelwatt_power import extensions, plugin
from pixelwatt_power.core.captures.open import CaptureReader, read_capture
from pixelwatt_power.core.captures.run import Run
from pixelwatt_power.core.sensors.discover import describe, diagnostics, discover
from pixelwatt_power.core.sensors.model import Probe


def references():
    yield from ((panel.id, panel.view) for panel in plugin.pixelwatt_panels())
    for command in plugin.pixelwatt_commands():
        yield command.id, command.run
        if command.checked:
            yield command.id, command.checked
    for opener in plugin.pixelwatt_openers():
        yield opener.id, opener.open
        yield opener.id, opener.sniff
    for exporter in plugin.pixelwatt_exporters():
        yield exporter.id, exporter.accepts
        yield exporter.id, exporter.write
    for command in plugin.pixelwatt_cli():
        yield command.name, command.add_arguments
        yield command.name, command.run
    for claim in plugin.pixelwatt_claims():
        yield claim.id, claim.check
        if claim.experiment:
            yield claim.id, claim.experiment
    yield from ((section.id, section.collect) for section in plugin.pixelwatt_diagnostics())


@pytest.mark.parametrize(("owner", "reference"), list(references()))
def test_every_reference_names_something_callable(owner, reference):
    module, _, name = reference.partition(":")
    assert callable(getattr(importlib.import_module(module), name)), owner


def test_the_doctor_has_a_line_for_each_sensor(monkeypatch, tmp_path):
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.probe_nvml", lambda _root: [])
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.SYSFS", tmp_path)
    assert diagnostics()


@pytest.fixture
def others(monkeypatch):
    """A stranger's plugin with one good and one bad implementation of each hook."""

    class Good:
        @hookimpl
        def pixelwatt_power_probes(self):
            return [Probe("wall", "Wall meter", "serial", Available("COM3"))]

        @hookimpl
        def pixelwatt_power_capture_readers(self):
            return [
                CaptureReader(
                    "mine", lambda source: source.head.startswith("MINE"),
                    lambda source: [Run(str(source.path), "mine")],
                )
            ]  # fmt: skip

    class Bad:
        @hookimpl
        def pixelwatt_power_probes(self):
            raise RuntimeError("broken")

        @hookimpl
        def pixelwatt_power_capture_readers(self):
            raise RuntimeError("broken")

    manager = pluggy.PluginManager("pixelwatt")
    manager.add_hookspecs(hookspecs)
    monkeypatch.setattr(extensions, "_manager", None)
    plugin.pixelwatt_addhooks(manager)
    for stranger in (Good(), Bad()):
        manager.register(stranger)
    manager.check_pending()
    return types.SimpleNamespace(manager=manager)


def test_other_plugins_add_sensors_and_captures(others, tmp_path, monkeypatch):
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.probe_nvml", lambda _root: [])
    found = [describe(probe) for probe in discover(tmp_path)]
    available = [sensor["name"] for sensor in found if sensor["available"]]
    assert available == ["Wall meter"]
    assert json.dumps(found)
    path = tmp_path / "a.mine"
    path.write_text("MINE\n")
    assert read_capture(path)[0].format == "mine"
