"""Runs one network on one provider at one fixed shape, with buffers made once.

ONNX Runtime falls back to the CPU in silence, so where each node went is read back from the
session and told.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import numpy as np
import onnxruntime

from pixelwatt.api import Problem, Unavailable
from pixelwatt_upscaler.text import tr

from . import folders
from .hardware import physical_cores
from .onnx_model import first_line
from .providers import (
    CPU,
    Choice,
    cache_options,
    compiles,
    device_kind,
    devices,
    is_plugin,
    options_of,
    session_arguments,
    state,
    title_of,
)
from .upscaling import Placement

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Array = NDArray[Any]


class OutOfMemory(Problem):
    """The provider has not enough memory for this shape."""


class ProviderFailed(Problem):
    """The provider cannot load or run the network."""


@dataclass(frozen=True, slots=True)
class SessionKey:
    """What makes two sessions interchangeable."""

    network: str
    """Hash of the model and how it was rewritten."""
    provider: str
    shape: tuple[int, ...]
    threads: int


_sessions: WeakValueDictionary[SessionKey, Any] = WeakValueDictionary()
_lock = threading.Lock()


class BoundSession:
    """An inference session with its input and output buffers.

    Write into ``input``, call `run`, read ``output``; it is overwritten by the next run.
    """

    def __init__(
        self,
        model: bytes,
        key: SessionKey,
        choice: Choice,
        output_shape: tuple[int, ...],
        dtype: str,
    ) -> None:
        self._session = _shared_session(model, key, choice)
        self._on_cpu = choice.provider.id == CPU
        self.placement = placement_of(self._session, choice)
        self.input: Array = np.zeros(key.shape, dtype)
        self.output: Array = np.zeros(output_shape, dtype)
        self._binding = self._session.io_binding()
        self._input_name = self._session.get_inputs()[0].name
        self._bind_input()
        output = onnxruntime.OrtValue.ortvalue_from_numpy(self.output)
        self._binding.bind_ortvalue_output(self._session.get_outputs()[0].name, output)

    def run(self) -> Array:
        """Raises `OutOfMemory` or `ProviderFailed`."""
        if not self._on_cpu:
            # A host buffer is copied to the device when it is bound, not when the session runs.
            self._bind_input()
        try:
            self._session.run_with_iobinding(self._binding)
        except Exception as error:  # ONNX Runtime's exceptions share no base but Exception
            raise failure(error) from error
        return self.output

    def _bind_input(self) -> None:
        value = onnxruntime.OrtValue.ortvalue_from_numpy(self.input)
        self._binding.bind_ortvalue_input(self._input_name, value)


def failure(error: Exception) -> Problem:
    """Tell lack of memory from everything else that a provider can fail with."""
    text = str(error).lower()
    out_of_memory = isinstance(error, MemoryError) or any(
        sign in text
        for sign in ("bad_alloc", "out of memory", "failed to allocate", "bad allocation",
                     "cuda_error_out_of_memory", "e_outofmemory", "not enough memory")
    )  # fmt: skip
    if out_of_memory:
        return OutOfMemory(
            tr("There is not enough memory for this picture."), tr("Use smaller tiles.")
        )
    return ProviderFailed(
        tr("ONNX Runtime failed: {detail}", detail=first_line(error)),
        tr("Choose another provider or model."),
    )


def placement_of(session: Any, choice: Choice) -> Placement:
    """Which of the session's nodes run on the chosen provider, as ONNX Runtime recorded it."""
    counts: dict[str, Counter[str]] = {}
    for part in session.get_provider_graph_assignment_info():
        counts.setdefault(part.ep_name, Counter()).update(node.op_type for node in part.get_nodes())
    total = sum(each.total() for each in counts.values())
    placed = counts[choice.provider.name].total() if choice.provider.name in counts else 0
    operators = tuple(
        (title_of(name), ", ".join(f"{kind} ×{n}" if n > 1 else kind for kind, n in each.items()))
        for name, each in counts.items()
    )
    if placed == 0 and total:
        reason = tr("{provider} took none of the model's nodes", provider=choice.title)
        return Placement("CPU", total, total, reason, operators)
    concurrent = choice.provider.concurrent
    where = f"{choice.title} ({kind})" if (kind := device_kind(choice)) else choice.title
    return Placement(where, total, placed, operators=operators, overlaps=concurrent)


def _shared_session(model: bytes, key: SessionKey, choice: Choice) -> Any:
    with _lock:
        session = _sessions.get(key)
        if session is None:
            session = _sessions[key] = _new_session(model, key, choice)
        return session


def _new_session(model: bytes, key: SessionKey, choice: Choice) -> Any:
    available = state(choice.provider)
    if isinstance(available, Unavailable):
        # ONNX Runtime would warn on the console at best and run on the CPU.
        raise ProviderFailed(available.reason, available.remedy)
    if compiles(choice.provider):
        # A provider that refuses the cache, or finds it damaged, does without.
        with suppress(Exception):
            return _created(model, key, choice, cache_options(choice.provider, _cache(key)))
    try:
        return _created(model, key, choice, {})
    except Exception as error:  # ONNX Runtime's exceptions share no base but Exception
        raise failure(error) from error


def _created(model: bytes, key: SessionKey, choice: Choice, further: dict[str, str]) -> Any:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = key.threads
    options.add_session_config_entry("session.record_ep_graph_assignment_info", "1")
    # Spinning threads would take the cores from the window's own.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    if is_plugin(choice.provider):
        found = devices(choice.provider)
        device = found[choice.device or 0]
        options.add_provider_for_devices([device], options_of(choice.provider, further))
        return onnxruntime.InferenceSession(model, options)
    arguments = session_arguments(choice, further)
    return onnxruntime.InferenceSession(model, options, providers=arguments)


def _cache(key: SessionKey) -> Path:
    """A folder for each model, runtime, device and shape: what is compiled fits no other."""
    hardware = [
        (each.ep_name, each.device.vendor, each.device.device_id)
        for each in onnxruntime.get_ep_devices()
    ]
    parts = (key.network, key.provider, key.shape, onnxruntime.__version__, hardware)
    folder = folders.engines() / hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
    folder.mkdir(exist_ok=True)
    return folder


def default_threads() -> int:
    return physical_cores()
