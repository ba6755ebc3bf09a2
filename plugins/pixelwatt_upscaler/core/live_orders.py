"""What a live engine is asked for: how frames are made, and what it has not done yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .pipeline import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import Frame, FrameSource
    from .live_difference import DifferenceView


@dataclass(frozen=True, slots=True)
class Setup:
    """How frames are made; a new one takes effect with the next frame."""

    request: Request = field(default_factory=Request)
    methods: tuple[str, ...] = ("bicubic",)
    provider: str = "auto"
    difference: DifferenceView | None = None
    revision: int = 0
    """Another number makes all methods anew: what is known of a model has changed."""


@dataclass(slots=True)
class Orders:
    """One place for each kind of order: a newer one replaces the one before it."""

    open: Callable[[], FrameSource] | None = None
    play: bool = True
    setup: Setup | None = None
    seek_s: float | None = None
    steps: int = 0
    retry: tuple[Frame, Exception] | None = None
    """A frame that failed while others were in work, to be made without what fails on it."""
    stop: bool = False

    @property
    def any(self) -> bool:
        asked = self.open or self.setup or self.stop or self.steps or self.retry
        return bool(asked) or self.seek_s is not None
