"""A panel over sources made by the test."""

from __future__ import annotations

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
