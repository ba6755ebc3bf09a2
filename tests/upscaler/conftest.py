"""A panel over sources made by the test, and a Wayland desktop that shares its screen."""

from __future__ import annotations

import shutil
import subprocess

import pytest


@pytest.fixture
def make_panel(qtbot, context, monkeypatch):
    """Builds the panel over a clip of the test's instead of the demo.

    The output has the source's size whatever this machine sustains, unless the test says else.
    """
    from pixelwatt_upscaler import plugin
    from pixelwatt_upscaler.preferences import UpscalerPreferences
    from pixelwatt_upscaler.views import sources
    from pixelwatt_upscaler.views.panel import UpscalerPanel

    context.settings.register(plugin.pixelwatt_settings()[0])
    made = []

    def make(source=None, **preferences):
        monkeypatch.setattr(sources, "demo_clip", lambda: None)
        chosen = {"methods": "bicubic", "output": "source", **preferences}
        context.settings.put(UpscalerPreferences(**chosen))
        panel = UpscalerPanel(context)
        qtbot.addWidget(panel)
        context.panels["upscaler"] = panel
        panel.resize(900, 640)
        panel.show()
        made.append(panel)
        if source is not None:
            panel.open(lambda: source, "test")
            qtbot.waitUntil(panel.content_ready, timeout=20_000)
        return panel

    yield make
    for panel in made:
        panel.close()


@pytest.fixture
def watcher():
    """A live engine, and a listener that waits for what it says."""
    from pixelwatt_upscaler.core.live import LiveEngine
    from pixelwatt_upscaler.core.live_orders import Setup

    from .live_watcher import Watcher

    watcher = Watcher()
    watcher.engine = LiveEngine(watcher, Setup(methods=("bilinear",)))
    yield watcher
    assert watcher.engine.stop(), "the engine did not stop"


BUS = """
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""It starts no services: this machine may have a portal of its own."""


@pytest.fixture
def session_bus(monkeypatch, tmp_path):
    """A private session bus of a Wayland desktop without a portal; gives its address."""
    if not shutil.which("dbus-daemon"):
        pytest.skip("dbus-daemon is not installed")
    address = f"unix:path={tmp_path / 'bus'}"
    config = tmp_path / "bus.conf"
    config.write_text(BUS.format(address=address))
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert daemon.stdout.readline().startswith("unix:")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-of-the-test")
        yield address
    finally:
        daemon.kill()
        daemon.wait()
        daemon.stdout.close()


@pytest.fixture
def portal(session_bus):
    """That desktop with a portal, which grants what it is asked for unless the test says else."""
    from .fake_portal import FakePortal

    made = FakePortal(session_bus)
    yield made
    made.stop()
