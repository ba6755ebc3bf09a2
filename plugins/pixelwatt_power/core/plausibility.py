"""Which readings cannot be true. What is dropped is counted and shown."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from pixelwatt_power.text import tr

if TYPE_CHECKING:
    from pixelwatt_power.core.sensors.model import SensorInfo

HEADROOM = 1.5
"""Short excursions above a power limit are real; half as much again is not."""
MOST_WATTS = 3000.0
FROZEN_UPDATES = 20
FROZEN_AT_LEAST_S = 3.0


class Reason(StrEnum):
    NOT_A_NUMBER = "not_a_number"
    ZERO = "zero"
    NEGATIVE = "negative"
    TOO_HIGH = "too_high"
    FROZEN = "frozen"
    RESET = "reset"
    CLOCK = "clock"


def explain(reason: Reason) -> str:
    return {
        Reason.NOT_A_NUMBER: tr("not a number"),
        Reason.ZERO: tr("0 W, which a running sensor never reads"),
        Reason.NEGATIVE: tr("negative"),
        Reason.TOO_HIGH: tr("above 1.5 times the power limit"),
        Reason.FROZEN: tr("the counter stands still"),
        Reason.RESET: tr("the counter started again"),
        Reason.CLOCK: tr("the clock did not advance"),
    }[reason]


@dataclass(slots=True)
class Gate:
    """Lets plausible power through: 0 < W <= 1.5 times the limit, or 3 kW without one."""

    info: SensorInfo
    dropped: Counter[Reason] = field(default_factory=Counter)
    frozen: bool = False

    def accepts(self, watts: float) -> bool:
        reason = self._objection(watts)
        if reason is None:
            self.frozen = False
            return True
        self.count(reason)
        return False

    def count(self, reason: Reason) -> None:
        self.dropped[reason] += 1

    def standing(self, seconds: float) -> None:
        """Told how long a counter has not moved; too long means it gives no data."""
        patience = max(FROZEN_AT_LEAST_S, FROZEN_UPDATES * self.info.update_s)
        if seconds > patience and not self.frozen:
            self.frozen = True
            self.count(Reason.FROZEN)

    @property
    def total(self) -> int:
        return sum(self.dropped.values())

    def _objection(self, watts: float) -> Reason | None:
        limit = self.info.limit_w
        most = HEADROOM * limit if limit else MOST_WATTS
        if not math.isfinite(watts):
            return Reason.NOT_A_NUMBER
        if watts == 0:
            return Reason.ZERO
        if watts < 0:
            return Reason.NEGATIVE
        return Reason.TOO_HIGH if watts > most else None
