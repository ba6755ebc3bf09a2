"""What a live engine was asked for and has not done yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frames import FrameSource
    from .live import Setup


@dataclass(slots=True)
class Orders:
    """One place for each kind of order: a newer one replaces the one before it."""

    open: Callable[[], FrameSource] | None = None
    play: bool = True
    setup: Setup | None = None
    seek_s: float | None = None
    steps: int = 0
    stop: bool = False

    @property
    def any(self) -> bool:
        return bool(self.open or self.setup or self.stop or self.steps) or self.seek_s is not None
