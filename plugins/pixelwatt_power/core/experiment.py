"""A/B experiments: interleaved repeats, and what differs with its confidence interval.

The order is ABBA BAAB ..., so that drift (a warming card, a clock that settles) falls on both
set-ups alike; differences are taken within pairs. Source: Student's t for paired samples;
E. C. Fieller (1954) for the ratio of two differences.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, variance

MATCHED_WITHIN = 0.02
"""Frame rates closer than this count as matched."""

T_975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
)  # fmt: skip
"""Student's t at 97.5 % for 1 to 20 degrees of freedom (NIST, Engineering Statistics Handbook)."""


def order(pairs: int) -> str:
    """``"ABBAABBA..."`` mirrored pair by pair: ABBA BAAB ABBA ..."""
    mirrored = ["AB", "BA", "BA", "AB"]
    return "".join(mirrored[pair % 4] for pair in range(pairs))


@dataclass(frozen=True, slots=True)
class Trial:
    """One measured run of one set-up."""

    setup: str
    fps: float
    watts: float

    @property
    def joules_per_frame(self) -> float:
        return self.watts / self.fps


SCOPES = ("gpu", "cpu+gpu", "socket", "battery", "cpu")
"""In which order scopes are judged: the first that was read in every trial is the main one."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured run of one set-up, with the mean watts of every scope that was read."""

    setup: str
    fps: float
    watts: Mapping[str, float]


def scopes_of(measurements: Sequence[Measurement]) -> list[str]:
    """The scopes that every measurement has, the main one first; the CPU alone only by itself."""
    if not measurements:
        return []
    found = [scope for scope in SCOPES if all(scope in each.watts for each in measurements)]
    return [scope for scope in found if scope != "cpu" or len(found) == 1]


def trials_of(measurements: Sequence[Measurement], scope: str) -> list[Trial]:
    return [Trial(each.setup, each.fps, each.watts[scope]) for each in measurements]


@dataclass(frozen=True, slots=True)
class Difference:
    """B less A with its 95 % confidence interval; no interval from a single pair."""

    a: float
    b: float
    mean: float
    low: float | None
    high: float | None

    @property
    def certain(self) -> bool:
        """Whether the interval excludes no difference at all."""
        return self.low is not None and self.high is not None and self.low * self.high > 0


@dataclass(frozen=True, slots=True)
class Outcome:
    pairs: int
    fps: Difference
    watts: Difference
    joules_per_frame: Difference
    watts_per_fps: float | None
    """Watts for each frame per second more, where the frame rates certainly differ."""
    watts_per_fps_low: float | None
    watts_per_fps_high: float | None
    matched: bool


def evaluate(trials: Sequence[Trial]) -> Outcome | None:
    """What pairs of one A and one B in succession show; None before the first is complete."""
    pairs = [
        (first, second) if first.setup == "A" else (second, first)
        for first, second in zip(trials[::2], trials[1::2], strict=False)
        if {first.setup, second.setup} == {"A", "B"}
    ]
    if not pairs:
        return None
    fps = _difference([(a.fps, b.fps) for a, b in pairs])
    watts = _difference([(a.watts, b.watts) for a, b in pairs])
    energy = _difference([(a.joules_per_frame, b.joules_per_frame) for a, b in pairs])
    ratio = _ratio([b.watts - a.watts for a, b in pairs], [b.fps - a.fps for a, b in pairs])
    matched = abs(fps.mean) <= MATCHED_WITHIN * max(fps.a, fps.b)
    return Outcome(len(pairs), fps, watts, energy, *ratio, matched)


def t_quantile(degrees: int) -> float:
    """Student's t at 97.5 %; beyond 20 degrees by the expansion 1.96 + 2.4 / degrees."""
    return T_975[degrees - 1] if degrees <= len(T_975) else 1.96 + 2.4 / degrees


def _difference(pairs: Sequence[tuple[float, float]]) -> Difference:
    a, b = fmean(pair[0] for pair in pairs), fmean(pair[1] for pair in pairs)
    differences = [second - first for first, second in pairs]
    mean = fmean(differences)
    if len(pairs) < 2:
        return Difference(a, b, mean, None, None)
    half = t_quantile(len(pairs) - 1) * math.sqrt(variance(differences) / len(pairs))
    return Difference(a, b, mean, mean - half, mean + half)


def _ratio(
    above: Sequence[float], below: Sequence[float]
) -> tuple[float | None, float | None, float | None]:
    """Mean(above) / mean(below) by Fieller; nothing where the divisor may be zero."""
    count = len(below)
    if count < 2:
        return None, None, None
    top, bottom = fmean(above), fmean(below)
    scale = t_quantile(count - 1) ** 2 / count
    top_var, bottom_var = variance(above), variance(below)
    both = sum((x - top) * (y - bottom) for x, y in zip(above, below, strict=True)) / (count - 1)
    divisor = bottom**2 - scale * bottom_var
    if divisor <= 0:
        return None, None, None
    middle = top * bottom - scale * both
    spread = middle**2 - divisor * (top**2 - scale * top_var)
    root = math.sqrt(max(0.0, spread))
    return top / bottom, (middle - root) / divisor, (middle + root) / divisor
