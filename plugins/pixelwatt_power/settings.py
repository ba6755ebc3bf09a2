"""What the user can set; a frozen dataclass each, made of `setting` fields."""

from __future__ import annotations

from dataclasses import dataclass

from pixelwatt.api import setting, tr_noop


@dataclass(frozen=True, slots=True)
class PowerSettings:
    """How sensors are asked, and what energy costs."""

    samples_per_second: float = setting(
        5.0,
        label=tr_noop("Samples per second"),
        help=tr_noop("How often each sensor is asked. More does not make slow sensors faster."),
        minimum=1.0,
        maximum=50.0,
    )
    measure_at_start: bool = setting(
        True,
        label=tr_noop("Measure while the panel is open"),
        help=tr_noop("Off: sensors are asked only after Measure is pressed."),
    )
    price_per_kwh: float = setting(
        0.30,
        label=tr_noop("Price of electricity per kWh"),
        minimum=0.0,
        maximum=10.0,
    )
    currency: str = setting("$", label=tr_noop("Currency"))
    hours_per_day: float = setting(
        3.0,
        label=tr_noop("Hours of use per day"),
        minimum=0.0,
        maximum=24.0,
        suffix=" h",
    )
