"""The near bank: an old tree's leaves, reeds and grass, all moving in one wind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.demo.canvas import Canvas, Polygon, stroke

LEAF_TONES = ("#0a0f22", "#101a2c", "#1b2a34", "#37423a", "#7a5a3a")
"""From the shaded inside of the crown to the leaves that catch the sun."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf: where it hangs, how large, how it points and how it answers the wind."""

    x: float
    y: float
    size: float
    angle: float
    start: float
    tone: int


def wind(phase: float, x: float, start: float = 0.0) -> float:
    """How far things bend at ``x``: two gusts travelling across, in -1..1."""
    slow = np.sin(2 * np.pi * (phase - x / 1500 + start * 0.15))
    quick = np.sin(2 * np.pi * (4 * phase - x / 420 + start))
    return float(0.65 * slow + 0.35 * quick)


def boughs() -> list[Polygon]:
    """The tree's boughs as curves from the right edge, thick to thin."""
    curves = []
    for x, y, reach, drop, width in (
        (1300, 40, 330, 96, 17),
        (1300, 96, 250, 150, 13),
        (1300, -6, 420, 30, 12),
        (1300, 160, 180, 150, 11),
    ):
        along = np.linspace(0, 1, 24)
        bend = np.sin(along * 7) * 7
        curve = np.stack([x - reach * along, y + drop * along**1.7 + bend], axis=1)
        curves.append(stroke(curve, width * (1 - 0.9 * along) + 0.7))
    return curves


def grow_leaves() -> list[Leaf]:
    """Leaves in clusters along the boughs; the same ones every time."""
    rng = np.random.default_rng(8)
    leaves = []
    for x, y, reach, drop in (
        (1300, 40, 330, 96),
        (1300, 96, 250, 150),
        (1300, -6, 420, 30),
        (1300, 160, 180, 150),
    ):
        for _ in range(40):
            along = rng.beta(2.0, 1.3)
            centre = np.array([x - reach * along, y + drop * along**1.7 + np.sin(along * 7) * 7])
            for _ in range(int(rng.integers(9, 19))):
                place = centre + rng.normal(0, (19, 13), 2)
                lit = np.clip(
                    (centre[1] - place[1]) / 26 + 0.45 - place[0] / 5200 + rng.normal(0, 0.25),
                    0,
                    0.999,
                )
                leaves.append(
                    Leaf(
                        float(place[0]),
                        float(place[1]),
                        float(rng.uniform(5.5, 12.5)),
                        float(rng.uniform(0.15, 2.6)),
                        float(rng.random()),
                        int(lit * len(LEAF_TONES)),
                    )
                )
    return leaves


_BLADE = np.array(
    [
        [0, 0],
        [0.2, 0.17],
        [0.5, 0.23],
        [0.8, 0.13],
        [1, 0],
        [0.8, -0.13],
        [0.5, -0.23],
        [0.2, -0.17],
    ]
)


def leaf_outline(leaf: Leaf, phase: float) -> Polygon:
    """The leaf's outline as the wind holds it."""
    force = wind(phase, leaf.x, leaf.start)
    angle = leaf.angle + 0.34 * force
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    place = np.array([leaf.x + 5.5 * force, leaf.y + 2.2 * force])
    return place + leaf.size * _BLADE @ turn


def paint_tree(canvas: Canvas, leaves: list[Leaf], camera: float, phase: float) -> None:
    """Boughs between the leaves in shade and the leaves in light."""
    shift = np.array([-camera * 1.15 + 4, 0.0])
    for tone, colour in enumerate(LEAF_TONES):
        shapes = [leaf_outline(leaf, phase) + shift for leaf in leaves if leaf.tone == tone]
        canvas.fill(shapes, colour)
        if tone == 1:
            canvas.fill([bough + shift for bough in boughs()], "#0b0d1d")


def blades(
    seed: int, count: int, base: float, height: tuple[float, float], camera: float, phase: float
) -> list[Polygon]:
    """Blades of grass as tapered curves, rooted along a gently uneven bank."""
    rng = np.random.default_rng(seed)
    along = np.linspace(0, 1, 6)
    shapes = []
    for _ in range(count):
        x = rng.uniform(-60, 1340)
        tall, lean, start = rng.uniform(*height), rng.normal(0, 0.22), rng.random()
        root = base + 10 * np.sin(x / 170) + 6 * np.sin(x / 61 + 2)
        tip = lean * tall + tall * 0.20 * wind(phase, x, start)
        curve = np.stack(
            [x - camera + tip * along**2, root - tall * along * (1 - 0.10 * along)], axis=1
        )
        shapes.append(stroke(curve, (1 - along) * rng.uniform(1.6, 3.4) + 0.25))
    return shapes


def paint_bank(canvas: Canvas, camera: float, phase: float) -> None:
    """Three depths of grass and reeds along the bottom, the nearest the darkest."""
    for seed, count, base, height, colour, pace in (
        (31, 520, 716.0, (26.0, 74.0), "#2a2440", 1.25),
        (32, 560, 724.0, (22.0, 64.0), "#171a30", 1.45),
        (33, 620, 734.0, (18.0, 56.0), "#0a0d1f", 1.7),
    ):
        canvas.fill(blades(seed, count, base, height, camera * pace, phase), colour)
    canvas.fill(_reeds(camera * 1.5, phase), "#0c0e20")


def _reeds(camera: float, phase: float) -> list[Polygon]:
    rng = np.random.default_rng(44)
    along = np.linspace(0, 1, 10)
    shapes = []
    for _ in range(26):
        x = rng.choice([rng.normal(120, 70), rng.normal(1090, 90)])
        tall, start = rng.uniform(80, 150), rng.random()
        tip = rng.normal(0, 10) + 13 * wind(phase, x, start)
        curve = np.stack([x - camera + tip * along**2, 730 - tall * along], axis=1)
        shapes.append(stroke(curve, 2.2 - 1.5 * along))
        shapes.append(stroke(curve[6:9], np.array([3.0, 5.2, 3.2])))
    return shapes
