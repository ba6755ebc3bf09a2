"""The lines between the pictures of a split view, as numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from pixelwatt_upscaler.views.viewport import Box


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the screen along the axis that is divided."""

    start: float
    length: float

    def at(self, fraction: float) -> float:
        return self.start + fraction * self.length

    def fraction(self, along: float) -> float:
        return (along - self.start) / self.length


def visible_span(place: Box, pane: Box, *, horizontal: bool) -> Span:
    """The part of a picture at ``place`` that ``pane`` shows, along x, or y if horizontal."""
    if horizontal:
        start, end = max(place.y, pane.y), min(place.y + place.height, pane.y + pane.height)
    else:
        start, end = max(place.x, pane.x), min(place.x + place.width, pane.x + pane.width)
    return Span(start, max(end - start, 1.0))


@dataclass(slots=True)
class Dividers:
    """Fractions of the visible picture, in rising order; one of them is the keyboard's."""

    fractions: list[float] = field(default_factory=list)
    chosen: int = 0

    def spread(self, pictures: int) -> None:
        """Give each picture the same room."""
        self.fractions = [(i + 1) / pictures for i in range(pictures - 1)]
        self.chosen = 0

    def near(self, along: float, span: Span, reach: float) -> int | None:
        """The line within ``reach`` of a point, if there is one."""
        distances = [abs(span.at(fraction) - along) for fraction in self.fractions]
        if not distances or min(distances) > reach:
            return None
        return distances.index(min(distances))

    def move(self, index: int, fraction: float) -> None:
        """Move a line as far as its neighbours let it, and choose it."""
        lower = self.fractions[index - 1] if index > 0 else 0.0
        upper = self.fractions[index + 1] if index + 1 < len(self.fractions) else 1.0
        self.fractions[index] = min(max(fraction, lower), upper)
        self.chosen = index

    def nudge(self, by: float) -> None:
        if self.fractions:
            self.move(self.chosen, self.fractions[self.chosen] + by)

    def choose_next(self) -> None:
        if self.fractions:
            self.chosen = (self.chosen + 1) % len(self.fractions)

    def clips(self, pane: Box, span: Span, *, horizontal: bool) -> list[Box]:
        """The strip of the pane that each picture may paint."""
        end = pane.y + pane.height if horizontal else pane.x + pane.width
        begin = pane.y if horizontal else pane.x
        edges = [begin, *(span.at(fraction) for fraction in self.fractions), end]
        if horizontal:
            return [Box(pane.x, a, pane.width, max(b - a, 0)) for a, b in pairwise(edges)]
        return [Box(a, pane.y, max(b - a, 0), pane.height) for a, b in pairwise(edges)]
