"""What travels through the upscaler: frames of pixels, and the sources that give them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from time import perf_counter_ns
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self, TypeAlias

if TYPE_CHECKING:
    from types import TracebackType

    import numpy as np
    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[Any]
    """Height x width x channels; uint8 or uint16; channels in the order R, G, B, A."""
    Rgb: TypeAlias = NDArray[Any]
    """Pixels with exactly three channels."""
    Plane: TypeAlias = NDArray[np.float32]
    """Height x width of one quantity, such as luma."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int

    @property
    def pixels(self) -> int:
        return self.width * self.height

    def __str__(self) -> str:
        return f"{self.width}×{self.height}"


def size_of(pixels: Pixels) -> Size:
    return Size(pixels.shape[1], pixels.shape[0])


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture of a source. Its pixels are shared, so nobody writes into them.

    ``pixels`` is height x width x 1 (grey), 3 (RGB) or 4 (RGB with straight alpha), uint8 or
    uint16 over the full range of the type.
    """

    pixels: Pixels
    timestamp_s: float | None = None
    """When it is due, in seconds from the source's start; None for a still picture."""
    index: int = 0
    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    captured_ns: int | None = None
    """When it was captured or decoded, by ``time.perf_counter_ns``."""
    duration_s: float | None = None

    @property
    def size(self) -> Size:
        return size_of(self.pixels)

    @property
    def channels(self) -> int:
        return int(self.pixels.shape[2])

    @property
    def bits(self) -> int:
        return int(self.pixels.dtype.itemsize) * 8

    def with_pixels(self, pixels: Pixels) -> Frame:
        return replace(self, pixels=pixels)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """What is known of a source; None is unknown, never zero."""

    title: str
    size: Size
    frame_rate: float | None = None
    """Mean frames per second; a source with a variable rate still has a mean."""
    duration_s: float | None = None
    frames: int | None = None
    still: bool = False
    """One picture, or pictures that wait to be turned over."""
    live: bool = False
    """Cannot be paused without losing frames: a camera or a screen."""
    seekable: bool = False
    bits: int = 8
    channels: int = 3
    has_audio: bool = False
    detail: str = ""
    """The format in words: codec, colour matrix and range, and so on."""
    notes: tuple[str, ...] = field(default=())
    """What a person should know: repaired timestamps, interlacing, a guess."""


class FrameSource(Protocol):
    """Gives frames one by one. Used on one thread only, the one that opened it or another.

    ``read`` raises `pixelwatt.api.Problem` if the source breaks (an unplugged camera, a
    damaged file); what was read before stays valid.
    """

    @property
    def info(self) -> SourceInfo: ...

    def read(self) -> Frame | None:
        """The next frame, or None after the last."""

    def seek(self, seconds: float) -> None:
        """Make the frame that is shown at ``seconds`` the next one; no-op if not seekable."""

    def close(self) -> None: ...


class ClosingSource:
    """Lets a source be used in a ``with`` block."""

    def close(self) -> None:
        """Release what the source holds; may be called twice."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class FrameStamps:
    """Numbers the frames of what comes live, and says when each came since the first reading."""

    def __init__(self) -> None:
        self._count = 0
        self._started_ns = perf_counter_ns()

    def frame(self, pixels: Pixels, captured_ns: int) -> Frame:
        """The next frame; ``captured_ns`` by ``time.perf_counter_ns``."""
        index, self._count = self._count, self._count + 1
        seconds = (captured_ns - self._started_ns) / 1e9
        return Frame(pixels, timestamp_s=seconds, index=index, captured_ns=captured_ns)
