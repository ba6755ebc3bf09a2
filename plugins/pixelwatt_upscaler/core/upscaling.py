"""What every way to enlarge a picture has in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from .frames import Rgb, Size


class Family(StrEnum):
    FILTER = "filter"
    """A fixed resampling filter."""
    SPATIAL = "spatial"
    """An edge-aware filter without learned weights, such as FSR 1."""
    NEURAL = "neural"


@dataclass(frozen=True, slots=True)
class Method:
    """One entry of the method list. ``id`` is what settings and ``--model`` take."""

    id: str
    title: str
    """For filters a text to translate; for models the name on the card."""
    family: Family
    scale: int | None = None
    """The factor a model was trained for; None runs at any factor by itself."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a method really runs."""

    provider: str
    """``"CPU"``, ``"CUDA"``, ... or ``"OpenCV"``."""
    nodes: int = 0
    nodes_on_provider: int = 0
    reason: str = ""
    """Why it is not where it was wanted: "CPU, because ..."; empty if it is."""

    operators: tuple[tuple[str, str], ...] = ()
    """Each provider that runs some nodes, and which: ``("CPU", "Resize, Conv ×2")``."""
    overlaps: bool = False
    """Whether the provider copies the pictures of one frame while it computes another."""

    @property
    def summary(self) -> str:
        """One line for the heads-up display."""
        if self.reason:
            return tr("{provider}, because {reason}", provider=self.provider, reason=self.reason)
        if self.nodes and self.nodes_on_provider < self.nodes:
            return tr(
                "{provider} ({placed} of {all} nodes)",
                provider=self.provider,
                placed=self.nodes_on_provider,
                all=self.nodes,
            )
        return self.provider


Notice = Callable[[str], None]
"""Takes a sentence a person should see, such as a fallback; called on the running thread."""


class Upscaler(Protocol):
    """Turns pictures of one size into pictures of another. Used on one thread at a time."""

    @property
    def method(self) -> Method: ...
    @property
    def input_size(self) -> Size: ...
    @property
    def output_size(self) -> Size: ...
    @property
    def placement(self) -> Placement:
        """May change after a `run` that had to fall back."""

    def run(self, rgb: Rgb) -> Rgb:
        """Height x width x 3, uint8 or uint16, to the output size in the same type.

        The result is the caller's to keep. Raises `pixelwatt.api.Problem`.
        """

    def close(self) -> None: ...
