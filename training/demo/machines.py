"""Turbines, pylons with their wires, and a night train on its viaduct."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from training.demo.canvas import Canvas, Polygon, box, disc, stroke
from training.demo.landscape import HORIZON

TURBINES = (
    (566.0, 428.0, 92.0, 9, 0.05),
    (642.0, 433.0, 68.0, 9, 0.41),
    (698.0, 437.0, 50.0, 12, 0.77),
    (498.0, 436.0, 56.0, 12, 0.2),
)
"""x, y of the foot, height, thirds of a turn in the loop, where the blades start."""

PYLONS = (
    (1072.0, 452.0, 178.0),
    (936.0, 450.0, 112.0),
    (838.0, 452.0, 74.0),
    (770.0, 454.0, 52.0),
    (722.0, 456.0, 38.0),
    (688.0, 457.0, 29.0),
)
"""x, y of the foot, height; from the nearest to the farthest."""

DECK = 440.0
"""The viaduct's track, in design units from the top."""


def turbine(x: float, foot: float, height: float, turn: float) -> list[Polygon]:
    """A tower with a nacelle and three tapered blades turned by ``turn`` radians."""
    hub = np.array([x, foot - height])
    tower = np.array(
        [
            [x - height * 0.022, foot],
            [x - height * 0.010, hub[1]],
            [x + height * 0.010, hub[1]],
            [x + height * 0.022, foot],
        ]
    )
    along = np.array([0.0, 0.06, 0.2, 0.5, 0.85, 1.0])
    chord = np.array([0.020, 0.030, 0.052, 0.034, 0.018, 0.004])
    blades = []
    for third in range(3):
        angle = turn + third * 2 * np.pi / 3
        spine = hub + np.outer(along * height * 0.62, [np.cos(angle), np.sin(angle)])
        blades.append(stroke(spine, chord * height * 0.62))
    return [tower, disc(float(hub[0]), float(hub[1]), height * 0.024, 20), *blades]


def paint_turbines(canvas: Canvas, camera: float, phase: float) -> None:
    """The wind farm: pale blades against the sky, far ones hazier."""
    for x, foot, height, thirds, start in sorted(TURBINES, key=lambda t: t[2]):
        shift = -camera * height / 260
        turn = 2 * np.pi / 3 * (thirds * phase + start * 3)
        shape = turbine(x + shift, foot, height, turn)
        canvas.fill(shape, "#f7e3d4" if height > 80 else "#e0b9ae", 0.97)


def pylon(x: float, foot: float, height: float) -> list[Polygon]:
    """A lattice mast: two legs, cross-bracing and three arms, all thin strokes."""
    width = max(height * 0.008, 0.45)
    half = np.interp(np.linspace(0, 1, 9), [0, 0.62, 1], [0.115, 0.034, 0.010]) * height
    levels = foot - np.linspace(0, 1, 9) ** 0.9 * height
    left = np.stack([x - half, levels], axis=1)
    right = np.stack([x + half, levels], axis=1)
    parts = [stroke(left, width * 1.5), stroke(right, width * 1.5)]
    for low in range(8):
        parts.append(stroke(np.array([left[low], right[low + 1]]), width))
        parts.append(stroke(np.array([right[low], left[low + 1]]), width))
    for reach, level in arms(height):
        y = foot - level
        parts.append(stroke(np.array([[x - reach, y], [x + reach, y]]), width * 1.6))
        parts.append(stroke(np.array([[x - reach, y], [x, y - height * 0.045]]), width))
        parts.append(stroke(np.array([[x + reach, y], [x, y - height * 0.045]]), width))
        for side in (-reach, reach):
            hang = np.array([[x + side, y], [x + side, y + height * 0.034]])
            parts.append(stroke(hang, width * 1.8))
    return parts


def arms(height: float) -> list[tuple[float, float]]:
    """Reach and level of the three cross-arms of a pylon."""
    return [
        (height * reach, height * level)
        for reach, level in ((0.165, 0.66), (0.215, 0.78), (0.15, 0.90))
    ]


def wires(camera: float) -> list[Polygon]:
    """Catenaries from arm to arm along the line of pylons, and off the right edge."""
    stands = [(1330.0, 452.0, 300.0), *PYLONS]
    parts = []
    along = np.linspace(0, 1, 40)
    for near, far in itertools.pairwise(stands):
        for arm in range(3):
            for side in (-1, 1):
                ends = [_wire_end(stand, arm, side, camera) for stand in (near, far)]
                curve = np.outer(1 - along, ends[0]) + np.outer(along, ends[1])
                curve[:, 1] += 4 * along * (1 - along) * 0.11 * abs(ends[0][0] - ends[1][0])
                pen = np.interp(along, [0, 1], [near[2], far[2]]) * 0.0046
                parts.append(stroke(curve, np.clip(pen, 0.26, 1.2)))
    return parts


def _wire_end(
    stand: tuple[float, float, float], arm: int, side: int, camera: float
) -> tuple[float, float]:
    x, foot, height = stand
    reach, level = arms(height)[arm]
    return x - camera * height / 300 + side * reach, foot - level + height * 0.034


def paint_power_line(canvas: Canvas, camera: float) -> None:
    """Wires first, then the masts, the far ones in the haze."""
    canvas.fill(wires(camera), "#1a1436", 0.9)
    for x, foot, height in reversed(PYLONS):
        haze = float(np.clip(height / 110, 0.45, 1.0))
        canvas.fill(pylon(x - camera * height / 300, foot, height), "#1d1638", haze)


@dataclass(frozen=True, slots=True)
class Train:
    """Carriages that cross the picture once in the loop."""

    carriages: int = 5
    length: float = 168.0
    gap: float = 5.0
    path: float = 3600.0
    start: float = 1130.0

    def left(self, phase: float) -> float:
        """Where the train's left end is."""
        return (self.start + self.path * phase) % self.path - 1200.0


TRAIN = Train()


def paint_viaduct(canvas: Canvas, camera: float) -> None:
    """Deck, parapet, arches and the masts of the overhead line."""
    shift = -camera * 0.55
    pitch = 74.0
    arches = []
    for index in range(-2, 20):
        middle = index * pitch + shift
        angle = np.linspace(np.pi, 2 * np.pi, 24)
        arch = np.stack([middle + 27 * np.cos(angle), 470 + 18 * np.sin(angle)], axis=1)
        arches.append(np.concatenate([arch, [[middle + 27, 480], [middle - 27, 480]]]))
    wall = canvas.coverage([box(-10, DECK, 1290, HORIZON + 1)])
    wall *= 1 - canvas.coverage(arches)
    canvas.paint(wall, "#2b1f47")
    canvas.fill([box(-10, DECK - 0.6, 1290, DECK + 1.4)], "#8a5a72")
    masts = [box(x + shift, DECK - 38, x + shift + 1.2, DECK) for x in range(-40, 1360, 111)]
    masts += [box(x + shift, DECK - 36, x + shift + 13, DECK - 35.2) for x in range(-40, 1360, 111)]
    masts.append(box(-10, DECK - 31.5, 1290, DECK - 31.0))
    canvas.fill(masts, "#241a40", 0.95)


def paint_train(canvas: Canvas, phase: float) -> None:
    """Dark carriages, lit windows, a headlamp with its beam."""
    left = TRAIN.left(phase)
    bodies: list[Polygon] = []
    stripes: list[Polygon] = []
    windows: list[Polygon] = []
    dim: list[Polygon] = []
    for index in range(TRAIN.carriages):
        start = left + index * (TRAIN.length + TRAIN.gap)
        end = start + TRAIN.length
        leading = index == TRAIN.carriages - 1
        nose = 26.0 if leading else 2.0
        bodies.append(
            np.array(
                [
                    [start, DECK - 27],
                    [end - nose, DECK - 27],
                    [end - nose * 0.35, DECK - 19],
                    [end, DECK - 6],
                    [end, DECK - 2],
                    [start, DECK - 2],
                ]
            )
        )
        stripes.append(box(start, DECK - 8.4, end - nose * 0.1, DECK - 6.6))
        for number in range(int((TRAIN.length - nose - 10) // 11)):
            x = start + 7 + number * 11
            lit = windows if (number * 7 + index * 5) % 9 else dim
            lit.append(box(x, DECK - 22.5, x + 7.6, DECK - 13))
        bodies += [disc(start + at, DECK - 2, 2.4, 16) for at in (16, 27, 141, 152)]
    canvas.fill(bodies, "#17122e")
    canvas.fill(stripes, "#e0635a")
    canvas.fill(windows, "#ffdf9e")
    canvas.fill(dim, "#8f6a58")
    head = left + TRAIN.carriages * (TRAIN.length + TRAIN.gap) - TRAIN.gap
    canvas.fill([disc(head - 3, DECK - 8, 2.2, 20)], "#ffffff")
    x, y = canvas.columns() - head, canvas.rows() - (DECK - 8)
    beam = np.exp(-((y / (3 + np.abs(x) * 0.09)) ** 2)) * np.exp(-np.abs(x) / 70) * (x > -4)
    canvas.glow((0.30 * beam).astype(np.float32), "#ffe2ae")


def paint_birds(canvas: Canvas, phase: float) -> None:
    """A skein that crosses once in the loop; wings beat a whole number of times."""
    rng = np.random.default_rng(21)
    birds = []
    lead = np.array([-160 + 1640 * ((phase + 0.60) % 1), 326 - 22 * np.sin(2 * np.pi * phase)])
    for index in range(11):
        side = -1 if index % 2 else 1
        rank = (index + 1) // 2
        place = lead + np.array([-19.0 * rank, side * 8.5 * rank]) + rng.normal(0, 2.2, 2)
        lift = np.sin(2 * np.pi * (12 * phase + rng.random()))
        span = 7.2 - 0.3 * rank
        tip, elbow = -2.6 * lift, -2.9 - 1.6 * lift
        wing = np.array(
            [[-span, tip], [-span * 0.45, elbow], [0, 0], [span * 0.45, elbow], [span, tip]]
        )
        birds.append(stroke(place + wing, np.array([0.3, 1.1, 1.9, 1.1, 0.3])))
    canvas.fill(birds, "#241a40", 0.92)
