"""Sessions of providers that compile models, with a runtime that stands for theirs."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from pixelwatt.api import Available
from pixelwatt_upscaler.core import providers, sessions
from pixelwatt_upscaler.core.providers import PROVIDERS, Choice
from pixelwatt_upscaler.core.sessions import ProviderFailed, SessionKey

KEY = SessionKey("abc:pixels8", "TensorRT", (1, 8, 8, 3), 2)


def provider(wanted):
    return next(each for each in PROVIDERS if each.id == wanted)


class Runtime:
    """Notes what sessions are asked for; refuses options of the names in ``refuses``."""

    __version__ = "1.31.1"

    def __init__(self, refuses=()):
        self.refuses = refuses
        self.asked = []

    def SessionOptions(self):
        return SimpleNamespace(add_session_config_entry=lambda *_entry: None)

    def InferenceSession(self, _model, _options, providers):
        self.asked.append(providers)
        options = providers[0][1] if isinstance(providers[0], tuple) else {}
        if set(options) & set(self.refuses):
            raise RuntimeError("unknown option")
        return SimpleNamespace(options=options)

    def get_ep_devices(self):
        return []


@pytest.fixture
def runtime(monkeypatch):
    made = Runtime()
    monkeypatch.setattr(sessions, "onnxruntime", made)
    monkeypatch.setattr(sessions, "state", lambda _provider: Available())
    monkeypatch.setattr(sessions, "is_plugin", lambda _provider: False)
    return made


def test_what_a_provider_compiles_is_kept_by_model_runtime_and_shape(runtime):
    choice = Choice(provider("tensorrt"))
    folders = set()
    for key in (KEY, replace(KEY, network="other"), replace(KEY, shape=(1, 16, 8, 3)),
                replace(KEY, provider="TensorRT 1")):  # fmt: skip
        options = sessions._new_session(b"", key, choice).options
        assert options["trt_engine_cache_enable"] == options["trt_timing_cache_enable"] == "1"
        assert options["trt_engine_cache_path"] == options["trt_timing_cache_path"]
        folders.add(options["trt_engine_cache_path"])
    runtime.__version__ = "1.32.0"
    folders.add(sessions._new_session(b"", KEY, choice).options["trt_engine_cache_path"])
    assert len(folders) == 5


def test_a_provider_that_refuses_the_cache_does_without(runtime):
    runtime.refuses = ("cache_dir",)
    session = sessions._new_session(b"", KEY, Choice(provider("openvino"), 1))
    assert session.options == {"device_id": "1"}
    assert len(runtime.asked) == 2


def test_a_provider_that_fails_all_the_same_is_a_problem(runtime):
    runtime.refuses = ("ModelFormat",)
    with pytest.raises(ProviderFailed, match="unknown option"):
        sessions._new_session(b"", KEY, Choice(provider("coreml")))


def test_a_provider_that_compiles_nothing_gets_no_cache(tmp_path):
    assert not providers.compiles(provider("cpu"))
    assert providers.cache_options(provider("cuda"), tmp_path) == {}
