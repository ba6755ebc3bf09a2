"""Draft at low resolution, keep what is good, enlarge only that on one's own machine.

The energy of a kept second is fps · J/frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

JOULES_PER_KWH = 3_600_000


@dataclass(frozen=True, slots=True)
class TwoStage:
    """Both ways to a finished minute. Unknown speed or energy stays None, never zero."""

    full_per_minute: Fraction
    draft_per_minute: Fraction
    energy_per_minute: Fraction | None
    machine_seconds_per_minute: float | None

    @property
    def two_stage_per_minute(self) -> Fraction | None:
        if self.energy_per_minute is None:
            return None
        return self.draft_per_minute + self.energy_per_minute

    @property
    def saving(self) -> Fraction:
        """What drafting saves before the energy is known."""
        return self.full_per_minute - self.draft_per_minute


def two_stage(
    full_per_second: Fraction,
    draft_per_second: Fraction,
    usable_rate: Fraction,
    fps: Fraction,
    machine_seconds_per_second: float | None,
    joules_per_frame: float | None,
    per_kwh: Fraction,
) -> TwoStage:
    """Compare generating at full resolution with drafting and enlarging what is kept.

    ``machine_seconds_per_second``: seconds of computing for a second of film.
    """
    frames = fps * 60
    energy = None
    if joules_per_frame is not None:
        energy = frames * Fraction(joules_per_frame) / JOULES_PER_KWH * per_kwh
    seconds = None if machine_seconds_per_second is None else 60 * machine_seconds_per_second
    return TwoStage(
        full_per_second * 60 / usable_rate, draft_per_second * 60 / usable_rate, energy, seconds
    )
