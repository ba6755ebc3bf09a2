from __future__ import annotations

from pixelwatt.api import Available, Unavailable
from pixelwatt_upscaler.core import diagnostics


def test_what_is_missing_comes_with_a_remedy():
    items = [*diagnostics.inference(), *diagnostics.media()]
    names = [item.name for item in items]
    assert "ONNX Runtime" in names
    assert "CPU" in names
    assert "FFmpeg" in names
    for item in items:
        assert isinstance(item.state, Available) or item.state.remedy


def test_the_cpu_is_always_available():
    state = {item.name: item.state for item in diagnostics.inference()}
    assert isinstance(state["CPU"], Available)


def test_several_runtimes_are_reported(monkeypatch):
    class Installed:
        def __init__(self, name):
            self.metadata = {"Name": name}

    monkeypatch.setattr(
        "importlib.metadata.distributions",
        lambda: [Installed("onnxruntime"), Installed("onnxruntime-gpu"), Installed("numpy")],
    )
    state = {item.name: item.state for item in diagnostics.inference()}["ONNX Runtime"]
    assert isinstance(state, Unavailable)
    assert "onnxruntime-gpu" in state.reason
