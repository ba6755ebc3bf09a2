"""A model ready for sessions of any provider and shape."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from pixelwatt_upscaler.text import tr

from . import planes
from .frames import Size
from .graph_cost import at_size
from .model_catalogue import info_of
from .model_file import parse, read_bytes
from .model_info import Layout, ModelInfo
from .onnx_graph import with_leaky_relu, with_pixels
from .providers import CPU, Choice
from .sessions import BoundSession, ProviderFailed, SessionKey, default_threads

if TYPE_CHECKING:
    from pathlib import Path

    import onnx
    from numpy.typing import NDArray

    from .frames import Rgb
    from .model_catalogue import ModelCard

    Array = NDArray[Any]


class LoadedModel:
    """The graph of a model with everything that is known of it. Raises `Problem` when made."""

    def __init__(self, card: ModelCard) -> None:
        self.card = card
        self.info: ModelInfo = info_of(card)
        self._graph = _graph(card.path, self.info.sha256)

    def padded(self, size: Size) -> Size:
        """The smallest size the network takes that holds ``size``, if it has a free size."""
        multiple = self.info.multiple
        return Size(*(-(-side // multiple) * multiple for side in size))

    def runner(self, choice: Choice, size: Size, bits: int, threads: int | None) -> Runner:
        """A session for pictures of exactly ``size``. Raises `OutOfMemory`, `ProviderFailed`."""
        on_cpu = choice.provider.id == CPU
        info = self.info
        if on_cpu:
            model, dtype = self._graph, info.dtype
            shape = _tensor_shape(info.layout, info.channels, size)
            larger = _tensor_shape(
                info.layout, info.channels, Size(size.width * info.scale, size.height * info.scale)
            )
            form = "planes"
        else:
            model, dtype = with_pixels(self._graph, info, bits), f"uint{bits}"
            shape = (1, size.height, size.width, 3)
            larger = (1, size.height * info.scale, size.width * info.scale, 3)
            # The conversion inside the graph follows what is known of the model, or was corrected.
            form = f"pixels{bits}:{info.value_range}:{info.layout}:{info.channels}:{info.scale}"
        key = SessionKey(f"{info.sha256}:{form}", choice.title, shape, threads or default_threads())
        fixed = at_size(model, shape).SerializeToString()
        return Runner(info, BoundSession(fixed, key, choice, larger, dtype), on_cpu)


class Runner:
    """Turns RGB pictures of one size into larger ones."""

    def __init__(self, info: ModelInfo, session: BoundSession, on_cpu: bool) -> None:
        self._info = info
        self._session = session
        self._on_cpu = on_cpu
        self._planes = planes.Planes(info)
        self.placement = session.placement

    def run(self, rgb: Rgb) -> Rgb:
        """Raises `OutOfMemory` or `ProviderFailed`, also for values that are no numbers."""
        session = self._session
        if not self._on_cpu:
            session.input[0] = rgb
            pixels: Rgb = session.run()[0].copy()
            return pixels
        planes.to_network(rgb, self._info, session.input)
        tensor = session.run()
        if tensor.dtype != np.uint8 and not _all_finite(tensor):
            raise ProviderFailed(
                tr("The model returned values that are no numbers (NaN or infinite)."),
                tr("Choose another model, or its 32-bit version."),
            )
        return self._planes.from_network(tensor, rgb)

    def close(self) -> None:
        self._planes.close()


def _all_finite(tensor: Array) -> bool:
    """A sum is NaN or infinite as soon as one value is; it costs a hundredth of the network."""
    with np.errstate(all="ignore"):
        return bool(np.isfinite(np.sum(tensor, dtype=np.float32)))


def _tensor_shape(layout: Layout, channels: int, size: Size) -> tuple[int, ...]:
    if layout is Layout.NCHW:
        return (1, channels, size.height, size.width)
    return (1, size.height, size.width, channels)


@lru_cache(maxsize=16)
def _graph(path: Path, digest: str) -> onnx.ModelProto:
    """The parsed graph; ``digest`` tells versions of a file apart."""
    return with_leaky_relu(parse(read_bytes(path), path.name))
