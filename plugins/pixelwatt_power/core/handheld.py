"""Hours from a handheld's battery, part by part; and the essay's two paragraphs together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Handheld:
    """A handheld's battery and what draws on it, in watt-hours and watts."""

    battery_wh: float
    raster_w: float
    model_w: float
    screen_w: float
    rest_w: float
    usable: float = 0.95
    """Share of the battery that can be used before the machine turns off."""

    @property
    def watts(self) -> float:
        return self.raster_w + self.model_w + self.screen_w + self.rest_w

    @property
    def hours(self) -> float | None:
        return self.battery_wh * self.usable / self.watts if self.watts > 0 else None


ESSAY_TOTAL_W = (10.0, 12.0)
ESSAY_HOURS = (4.0, 5.0)
ESSAY_RASTER_W = 5.0
ESSAY_MODEL_W = (5.0, 8.0)


def battery_needed_wh(
    watts: tuple[float, float] = ESSAY_TOTAL_W, hours: tuple[float, float] = ESSAY_HOURS
) -> tuple[float, float]:
    """Smallest and largest battery that the essay's watts and hours ask for."""
    return watts[0] * hours[0], watts[1] * hours[1]


def left_for_the_rest_w() -> tuple[float, float]:
    """What the essay's total leaves for screen, memory and all else; worst and best case.

    Its good news allows 10-12 W in all, of which 5 W raster; its bad news adds 5-8 W model.
    """
    worst = ESSAY_TOTAL_W[0] - ESSAY_RASTER_W - ESSAY_MODEL_W[1]
    best = ESSAY_TOTAL_W[1] - ESSAY_RASTER_W - ESSAY_MODEL_W[0]
    return worst, best
