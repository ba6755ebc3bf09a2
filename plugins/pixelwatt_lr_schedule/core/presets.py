"""The essay's five phases of a life as a schedule, and phase bands for any schedule."""

from __future__ import annotations

from dataclasses import dataclass

from pixelwatt.api import tr_noop
from pixelwatt_lr_schedule.core.spec import Spec


@dataclass(frozen=True, slots=True)
class Phase:
    """A band over the updates ``[start, end)``."""

    title: str
    start: int
    end: int
    says: str


PHASES = (
    (tr_noop("Sampling"), 0.0, 0.1,
     tr_noop("Tiny steps while the lowest features form; a large rate here would diverge.")),
    (tr_noop("Warm-up"), 0.1, 0.25,
     tr_noop("The rate rises exponentially to its peak: each day can overturn the last.")),
    (tr_noop("Decay"), 0.25, 0.6,
     tr_noop("Shrinking steps settle what was found; they also fix it.")),
    (tr_noop("Stagnation"), 0.6, 0.75,
     tr_noop("A rate near zero: loss no longer falls, and no wall can be crossed.")),
    (tr_noop("Restart"), 0.75, 1.0,
     tr_noop("The rate is raised again on purpose: short pain for a way out.")),
)  # fmt: skip


def essay(steps: int = 1000, peak: float = 0.1) -> Spec:
    """Five phases: tiny, exponential warm-up, cosine decay, near zero, cosine restart."""
    at = [round(steps * share) for share in (0.0, 0.1, 0.25, 0.6, 0.75, 1.0)]
    tiny, low = peak * 0.01, peak * 0.005
    points = [[at[0], tiny], [at[1], tiny], [at[2], peak], [at[3], low], [at[4], low],
              [at[4], peak * 0.7], [at[5], low]]  # fmt: skip
    shapes = ["hold", "exponential", "cosine", "hold", "hold", "cosine"]
    return Spec("pixelwatt", "drawn", {"points": points, "shapes": shapes}, peak, steps)


def cosine(steps: int = 1000, peak: float = 0.1) -> Spec:
    """The schedule the essay's is compared with."""
    return Spec("torch", "CosineAnnealingLR", {"T_max": steps, "eta_min": 0.0}, peak, steps)


def phases(steps: int) -> list[Phase]:
    """The essay's bands on a run of ``steps`` updates."""
    return [Phase(title, round(a * steps), round(b * steps), says) for title, a, b, says in PHASES]
