"""Two plots as plain SVG that read on light and dark pages: points, and training curves."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 40, 56
INK, FAINT, ACCENT = "#6b7280", "#9ca3af", "#2f7de1"


@dataclass(frozen=True, slots=True)
class Point:
    """One method: its milliseconds, its decibels, and ``ours``, ``measured`` or ``published``."""

    label: str
    milliseconds: float
    decibels: float
    kind: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture that a mark or a label takes."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Axes:
    """Where values lie in the picture: x on a logarithmic axis, y on a linear one."""

    first: float
    last: float
    low: float
    high: float

    @classmethod
    def around(cls, xs: Sequence[float], ys: Sequence[float]) -> Axes:
        """Axes that hold all values, with room for labels on the right."""
        first, last = math.log10(min(xs)), math.log10(max(xs))
        room = (last - first) * 0.06
        low, high = math.floor(min(ys) * 2) / 2, math.ceil(max(ys) * 2) / 2
        return cls(first - room, last + 2 * room, low, high)

    def x(self, value: float) -> float:
        share = (math.log10(value) - self.first) / (self.last - self.first)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def frame(self, ticks: Sequence[int], x_title: str, y_title: str) -> list[str]:
        """The opening tag, the grid with its numbers and both titles."""
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            'font-family="sans-serif" font-size="13">'
        ]
        for step in range(round((self.high - self.low) * 2) + 1):
            value = self.low + step / 2
            parts.append(_line(LEFT, self.y(value), WIDTH - RIGHT, self.y(value)))
            parts.append(_text(LEFT - 8, self.y(value) + 4, f"{value:.1f}", "end"))
        for tick in ticks:
            if self.first <= math.log10(tick) <= self.last:
                parts.append(_line(self.x(tick), TOP, self.x(tick), HEIGHT - BOTTOM))
                parts.append(_text(self.x(tick), HEIGHT - BOTTOM + 20, f"{tick:,}", "middle"))
        parts.append(_text(WIDTH - RIGHT, HEIGHT - 12, x_title, "end"))
        parts.append(_text(8, 16, y_title, "start"))
        return parts


def scatter(points: Sequence[Point], x_title: str, y_title: str) -> str:
    """Quality over time, time on a logarithmic axis, every point labelled beside it."""
    axes = Axes.around([p.milliseconds for p in points], [p.decibels for p in points])
    parts = axes.frame((3, 10, 33, 90, 300, 1000, 3000), x_title, y_title)
    places = [(axes.x(point.milliseconds), axes.y(point.decibels)) for point in points]
    taken = [Box(x - 7, y - 7, x + 7, y + 7) for x, y in places]
    for point, (x, y) in zip(points, places, strict=True):
        label = free_place(point.label, x, y, taken)
        taken.append(label)
        parts += _mark(point, x, y, label)
    return "\n".join([*parts, "</svg>", ""])


def free_place(label: str, x: float, y: float, taken: Sequence[Box]) -> Box:
    """Where a mark's label meets no other mark or label: right or left of it, or moved down."""
    width = 7.5 * len(label)
    for down in range(0, 60, 4):
        for left in (x + 9, x - 9 - width):
            box = Box(left, y - 7 + down, left + width, y + 7 + down)
            if not any(box.meets(other) for other in taken):
                return box
    return Box(x + 9, y - 7, x + 9 + width, y + 7)


def curves(lines: dict[str, list[list[tuple[int, float]]]], x_title: str, y_title: str) -> str:
    """Curves of (step, decibels) over a logarithmic axis, each named at its end.

    A curve comes in parts, one for each phase of training; they are not joined.
    """
    everything = [point for line in lines.values() for part in line for point in part]
    axes = Axes.around([step for step, _ in everything], [value for _, value in everything])
    parts = axes.frame((300, 1000, 3000, 10_000, 30_000), x_title, y_title)
    for name, line in lines.items():
        for part in line:
            path = " ".join(f"{axes.x(step):.1f},{axes.y(value):.1f}" for step, value in part)
            parts.append(
                f'<polyline points="{path}" fill="none" stroke="{ACCENT}" stroke-width="2"/>'
            )
        x, y = axes.x(line[-1][-1][0]), axes.y(line[-1][-1][1])
        parts.append(f'<text x="{x + 6:.1f}" y="{y + 4:.1f}" fill="{INK}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _mark(point: Point, x: float, y: float, label: Box) -> list[str]:
    colour = ACCENT if point.kind == "ours" else INK
    fill = "none" if point.kind == "published" else colour
    weight = ' font-weight="bold"' if point.kind == "ours" else ""
    anchor, at = ("start", label.left) if label.left > x else ("end", label.right)
    return [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{fill}" '
        f'stroke="{colour}" stroke-width="2"/>',
        f'<text x="{at:.1f}" y="{label.bottom - 3:.1f}" fill="{colour}" '
        f'text-anchor="{anchor}"{weight}>{escape(point.label)}</text>',
    ]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{FAINT}" stroke-opacity="0.35"/>'
    )


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{INK}" text-anchor="{anchor}">{escape(text)}</text>'
    )
