"""A scatter plot as plain SVG that reads on light and dark pages."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 24, 56
INK, FAINT, ACCENT = "#6b7280", "#9ca3af55", "#2f7de1"


@dataclass(frozen=True, slots=True)
class Point:
    """One method: its milliseconds, its decibels, and ``ours``, ``measured`` or ``published``."""

    label: str
    milliseconds: float
    decibels: float
    kind: str


def scatter(points: Sequence[Point], x_title: str, y_title: str) -> str:
    """Quality over time, time on a logarithmic axis, every point labelled beside it."""
    low = math.floor(min(p.decibels for p in points) * 2) / 2
    high = math.ceil(max(p.decibels for p in points) * 2) / 2
    first = math.log10(min(p.milliseconds for p in points)) - 0.15
    last = math.log10(max(p.milliseconds for p in points)) + 0.25

    def x(milliseconds: float) -> float:
        return LEFT + (math.log10(milliseconds) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(decibels: float) -> float:
        return HEIGHT - BOTTOM - (decibels - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13">'
    ]
    for step in range(round((high - low) * 2) + 1):
        value = low + step / 2
        parts.append(_line(LEFT, y(value), WIDTH - RIGHT, y(value)))
        parts.append(_text(LEFT - 8, y(value) + 4, f"{value:.1f}", "end"))
    for value in (3, 10, 33, 90, 300, 1000, 3000):
        if first <= math.log10(value) <= last:
            parts.append(_line(x(value), TOP, x(value), HEIGHT - BOTTOM))
            parts.append(_text(x(value), HEIGHT - BOTTOM + 20, str(value), "middle"))
    parts.append(_text(WIDTH - RIGHT, HEIGHT - 12, x_title, "end"))
    parts.append(_text(8, 16, y_title, "start"))
    for point in points:
        parts += _mark(point, x(point.milliseconds), y(point.decibels))
    return "\n".join([*parts, "</svg>", ""])


def _mark(point: Point, x: float, y: float) -> list[str]:
    colour = ACCENT if point.kind == "ours" else INK
    fill = "none" if point.kind == "published" else colour
    weight = ' font-weight="bold"' if point.kind == "ours" else ""
    return [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{fill}" '
        f'stroke="{colour}" stroke-width="2"/>',
        f'<text x="{x + 9:.1f}" y="{y + 4:.1f}" fill="{colour}"{weight}>'
        f"{escape(point.label)}</text>",
    ]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{FAINT}"/>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{INK}" text-anchor="{anchor}">{escape(text)}</text>'
    )
