"""The live engine and its judge as the panel owns them."""

from __future__ import annotations

import threading

from pixelwatt_upscaler.core.frames import Size
from pixelwatt_upscaler.core.live_orders import Setup
from pixelwatt_upscaler.core.methods import FilterUpscaler
from pixelwatt_upscaler.views import session as sessions
from pixelwatt_upscaler.views.session import LiveSession

from .live_sources import Still, picture

PATIENCE_S = 20.0


def test_a_step_that_outlasts_the_window_is_waited_for_at_the_end(qtbot, monkeypatch):
    began, may_end = threading.Event(), threading.Event()

    def run(_self, rgb):
        began.set()
        may_end.wait(PATIENCE_S)
        return rgb

    at_exit = []
    monkeypatch.setattr(FilterUpscaler, "run", run)
    monkeypatch.setattr(sessions, "JOIN_S", 0.01)
    monkeypatch.setattr(sessions.atexit, "register", lambda *call: at_exit.append(call))
    session = LiveSession(Setup())
    session.engine.open(lambda: Still(picture(Size(32, 24))))
    assert began.wait(PATIENCE_S)
    session.close()
    (stop, patience_s) = at_exit[0]
    assert stop == session.engine.stop
    may_end.set()
    assert stop(patience_s)
    assert session.judge.stop()
