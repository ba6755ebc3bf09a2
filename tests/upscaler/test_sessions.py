"""Sessions of providers that compile models, with a runtime that stands for theirs."""

from __future__ import annotations

import importlib.util
import json
import tomllib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from pixelwatt.api import Available, Unavailable
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
    for module in (sessions, providers):
        monkeypatch.setattr(module, "is_plugin", lambda _provider: False)
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


def test_a_plug_in_is_never_taken_for_built_in(monkeypatch):
    """Registered, it is listed with the built-in ones, and takes no node if asked for like one."""
    monkeypatch.setattr(providers, "_built_in", lambda: frozenset({"CPUExecutionProvider"}))
    monkeypatch.setattr(
        providers.onnxruntime, "get_available_providers",
        lambda: ["OpenVINOExecutionProvider", "CPUExecutionProvider"],
    )  # fmt: skip
    assert providers.is_plugin(provider("openvino"))
    assert not providers.is_plugin(provider("cuda"))


def test_openvino_as_a_plug_in_is_told_its_own_properties(monkeypatch, tmp_path):
    monkeypatch.setattr(providers, "is_plugin", lambda _provider: True)
    openvino = provider("openvino")
    plain = json.loads(providers.options_of(openvino, {})["load_config"])
    assert plain["CPU"] == {"INFERENCE_PRECISION_HINT": "f32"}
    cached = providers.options_of(openvino, providers.cache_options(openvino, tmp_path))
    config = json.loads(cached["load_config"])
    assert config["CPU"] == {"INFERENCE_PRECISION_HINT": "f32", "CACHE_DIR": str(tmp_path)}
    assert config["GPU"] == {"CACHE_DIR": str(tmp_path)}


@pytest.mark.parametrize(
    ("kinds", "first", "automatic"),
    [(("CPU", "NPU", "GPU"), "GPU", True), (("CPU",), "CPU", False), (("CPU", "NPU"), "NPU", True)],
)
def test_a_plug_in_takes_a_card_before_the_cpu_and_the_cpu_only_when_asked(
    monkeypatch, kinds, first, automatic
):
    openvino = provider("openvino")
    found = [
        SimpleNamespace(
            ep_name=openvino.name,
            device=SimpleNamespace(type=SimpleNamespace(name=kind), vendor="Intel", metadata={}),
        )
        for kind in kinds
    ]
    monkeypatch.setattr(providers.onnxruntime, "get_ep_devices", lambda: found)
    monkeypatch.setattr(providers, "_register_plugins", dict)
    monkeypatch.setattr(
        providers, "state", lambda each: Available() if each is openvino else Unavailable("", "")
    )
    assert providers.device_kind(Choice(openvino)) == first
    chosen = [each.provider.id for each in providers.choose("auto")]
    assert chosen == (["openvino", "cpu"] if automatic else ["cpu"])
    assert providers.choose("openvino")[0].provider is openvino


def test_every_extra_of_a_provider_brings_the_package_that_is_looked_for():
    """An extra whose package nothing looks for would install a provider that is never used."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    packages = {each.id: each.package for each in providers.PROVIDERS}
    for name in ("cuda", "directml", "webgpu", "tensorrt-rtx", "openvino"):
        (requirement,) = extras[name]
        assert requirement.startswith(packages[name]), name


@pytest.mark.skipif(
    importlib.util.find_spec("onnxruntime_ep_openvino") is None,
    reason="the plug-in provider OpenVINO is not installed; pip install pixelwatt[openvino]",
)
def test_openvino_itself_makes_what_the_cpu_makes():
    from pixelwatt_upscaler.core.frames import Size
    from pixelwatt_upscaler.core.methods import create_upscaler

    picture = np.random.default_rng(5).integers(0, 256, (64, 96, 3), np.uint8)
    made = {}
    for name in ("cpu", "openvino"):
        upscaler = create_upscaler("m-fast-photo", Size(96, 64), Size(192, 128), provider=name)
        made[name] = upscaler.run(picture).astype(int)
        assert upscaler.placement.provider.lower().startswith(name)
        upscaler.close()
    assert np.abs(made["cpu"] - made["openvino"]).max() <= 2
