"""Execution providers of ONNX Runtime: which there are, in which order, and how to get more."""

from __future__ import annotations

import importlib
import importlib.util
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import onnxruntime

from pixelwatt.api import Available, Unavailable, UsageError
from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CPU = "cpu"
AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Provider:
    """One of ONNX Runtime's execution providers. ``id`` is what ``--provider`` takes."""

    id: str
    title: str
    name: str
    """ONNX Runtime's own name."""
    package: str
    """What to install to have it."""
    plugin_module: str = ""
    """The package that brings it as a plug-in beside plain onnxruntime; empty if built in."""
    automatic: bool = True
    """Whether "auto" takes it; TensorRT builds engines for minutes, so it must be asked for."""
    concurrent: bool = False
    """Whether two threads may run one session, each on a stream of its own. DirectML forbids it;
    of the others nothing is documented."""


PROVIDERS = (
    Provider(
        "tensorrt-rtx", "TensorRT RTX", "NvTensorRTRTXExecutionProvider",
        "onnxruntime-ep-nv-tensorrt-rtx", "onnxruntime_ep_nv_tensorrt_rtx", concurrent=True,
    ),
    Provider("cuda", "CUDA", "CUDAExecutionProvider", "onnxruntime-gpu", concurrent=True),
    Provider("migraphx", "MIGraphX", "MIGraphXExecutionProvider", "onnxruntime-migraphx"),
    Provider("directml", "DirectML", "DmlExecutionProvider", "onnxruntime-directml"),
    Provider("coreml", "Core ML", "CoreMLExecutionProvider", "onnxruntime"),
    Provider(
        "webgpu", "WebGPU", "WebGpuExecutionProvider",
        "onnxruntime-ep-webgpu", "onnxruntime_ep_webgpu",
    ),
    Provider(
        "openvino", "OpenVINO", "OpenVINOExecutionProvider",
        "onnxruntime-ep-openvino", "onnxruntime_ep_openvino",
    ),
    Provider("tensorrt", "TensorRT", "TensorrtExecutionProvider", "onnxruntime-gpu",
             automatic=False, concurrent=True),
    Provider(CPU, "CPU", "CPUExecutionProvider", "onnxruntime"),
)  # fmt: skip
"""In the order in which "auto" prefers them."""

_OPTIONS: Mapping[str, dict[str, str]] = {
    # Shapes are fixed, so the search for the fastest convolution pays.
    "cuda": {
        "cudnn_conv_algo_search": "EXHAUSTIVE",
        "arena_extend_strategy": "kSameAsRequested",
        "cudnn_conv_use_max_workspace": "1",
    },
    "coreml": {"ModelFormat": "MLProgram", "RequireStaticInputShapes": "1"},
}


_CACHE_FOLDER_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "tensorrt": ("trt_engine_cache_path", "trt_timing_cache_path"),
    "tensorrt-rtx": ("nv_runtime_cache_path",),
    "openvino": ("cache_dir",),
    "coreml": ("ModelCacheDirectory",),
}
"""Of providers that compile a model: where they may keep the result (ONNX Runtime's documents)."""
_CACHE_SWITCHES: Mapping[str, tuple[str, ...]] = {
    "tensorrt": ("trt_engine_cache_enable", "trt_timing_cache_enable"),
}


_KINDS = ("GPU", "NPU", "CPU")
"""Kinds of devices, as ONNX Runtime names them, in the order in which they are preferred."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A provider and the number of the device, as ``--provider cuda:1`` names them."""

    provider: Provider
    device: int | None = None

    @property
    def title(self) -> str:
        return (
            self.provider.title if self.device is None else f"{self.provider.title} {self.device}"
        )


def state(provider: Provider) -> Available | Unavailable:
    """Whether the provider can be asked for here; whether it runs only a session can tell."""
    if provider.name in _built_in():
        return Available(tr("built into ONNX Runtime {version}", version=onnxruntime.__version__))
    if provider.plugin_module and importlib.util.find_spec(provider.plugin_module):
        failure = _register_plugins().get(provider.id)
        if failure:
            return Unavailable(failure, tr("Update the graphics driver."))
        if devices(provider):
            names = ", ".join(
                f"{each.device.vendor} {each.device.type.name}" for each in devices(provider)
            )
            return Available(tr("plug-in, devices: {names}", names=names))
        return Unavailable(
            tr("its plug-in finds no device"), tr("Install the graphics driver (Vulkan on Linux).")
        )
    return Unavailable(
        tr("not part of this ONNX Runtime"),
        tr("Install {package} where the hardware is there.", package=provider.package),
    )


def devices(provider: Provider) -> list[Any]:
    """ONNX Runtime's devices of a plug-in provider: GPUs, then NPUs, and the CPU last."""
    _register_plugins()
    found = [each for each in onnxruntime.get_ep_devices() if each.ep_name == provider.name]
    return sorted(found, key=lambda each: _KINDS.index(each.device.type.name))


def device_kind(choice: Choice) -> str:
    """``"CPU"``, ``"GPU"`` or ``"NPU"`` of a plug-in provider; empty where nothing is said."""
    found = devices(choice.provider) if is_plugin(choice.provider) else []
    number = choice.device or 0
    return str(found[number].device.type.name) if number < len(found) else ""


def device_names(provider: Provider) -> list[tuple[int, str]]:
    """Number and name of each device, where a provider has more than one to choose from."""
    found = devices(provider)
    if provider.id == CPU or len(found) < 2:
        return []
    return [
        (number, str(each.device.metadata.get("Description") or each.device.vendor))
        for number, each in enumerate(found)
    ]


def choose(wanted: str) -> list[Choice]:
    """The providers to try in order for ``--provider``; the CPU is always last.

    Raises `UsageError` for a name that no provider has.
    """
    if wanted == AUTO:
        found = [
            Choice(provider)
            for provider in PROVIDERS
            if provider.automatic
            and provider.id != CPU
            and isinstance(state(provider), Available)
            # On the same CPU, ONNX Runtime's own provider is as fast and needs no compilation.
            and device_kind(Choice(provider)) != "CPU"
        ]
        return [*found, Choice(_by_id(CPU))]
    name, _, number = wanted.partition(":")
    if number and not number.isdigit():
        raise UsageError(
            tr("“{wanted}” names no device.", wanted=wanted), tr("Write, for example, cuda:1.")
        )
    chosen = Choice(_by_id(name), int(number) if number else None)
    return [chosen] if chosen.provider.id == CPU else [chosen, Choice(_by_id(CPU))]


def cache_options(provider: Provider, folder: Path) -> dict[str, str]:
    """Options that let a provider keep in ``folder`` what it compiled; empty if it does not."""
    if provider.id == "openvino" and is_plugin(provider):
        return _openvino_plugin(folder)
    paths = dict.fromkeys(_CACHE_FOLDER_OPTIONS.get(provider.id, ()), str(folder))
    return paths | dict.fromkeys(_CACHE_SWITCHES.get(provider.id, ()), "1")


def compiles(provider: Provider) -> bool:
    """Whether the provider compiles a model and can keep the result."""
    return provider.id in _CACHE_FOLDER_OPTIONS


def options_of(provider: Provider, further: Mapping[str, str]) -> dict[str, str]:
    """What a provider is always told, with ``further`` options."""
    always = _OPTIONS.get(provider.id, {})
    if provider.id == "openvino" and is_plugin(provider):
        always = _openvino_plugin()
    return {**always, **further}


def _openvino_plugin(cache: Path | None = None) -> dict[str, str]:
    """The plug-in takes OpenVINO's own properties, and none of the built-in provider's options.

    On processors with bfloat16 it would round to that, and be off by up to 9 of 255 levels.
    """
    kept = {"CACHE_DIR": str(cache)} if cache is not None else {}
    on_cpu = {"INFERENCE_PRECISION_HINT": "f32", **kept}
    return {"load_config": json.dumps({"CPU": on_cpu, "GPU": kept, "NPU": kept})}


def session_arguments(choice: Choice, further: Mapping[str, str] | None = None) -> list[Any]:
    """The ``providers=`` argument of an InferenceSession, with ``further`` options."""
    options = options_of(choice.provider, further or {})
    if choice.device is not None:
        options["device_id"] = str(choice.device)
    return [(choice.provider.name, options)] if options else [choice.provider.name]


def title_of(name: str) -> str:
    """What we call the provider that ONNX Runtime calls ``name``."""
    return next((each.title for each in PROVIDERS if each.name == name), name)


def is_plugin(provider: Provider) -> bool:
    """Whether the provider comes as a plug-in and is not built in."""
    return bool(provider.plugin_module) and provider.name not in _built_in()


def _by_id(provider_id: str) -> Provider:
    for provider in PROVIDERS:
        if provider.id == provider_id:
            return provider
    raise UsageError(
        tr("There is no provider “{name}”.", name=provider_id),
        tr("Providers: {names}.", names=", ".join((AUTO, *(each.id for each in PROVIDERS)))),
    )


@lru_cache(maxsize=1)
def _built_in() -> frozenset[str]:
    """ONNX Runtime's names of the providers it has without plug-ins."""
    # A plug-in is listed too once it is registered, but takes no node when asked for like that.
    return frozenset(onnxruntime.get_available_providers())


@lru_cache(maxsize=1)
def _register_plugins() -> dict[str, str]:
    """Load the plug-in providers that are installed, once; what failed and why, by id."""
    _built_in()
    failures: dict[str, str] = {}
    for provider in PROVIDERS:
        if not provider.plugin_module or not importlib.util.find_spec(provider.plugin_module):
            continue
        try:
            module = importlib.import_module(provider.plugin_module)
            onnxruntime.register_execution_provider_library(
                provider.name, module.get_library_path()
            )
        except Exception as error:  # a foreign package and a native library: anything can happen
            failures[provider.id] = str(error).splitlines()[0] if str(error) else repr(error)
    return failures
