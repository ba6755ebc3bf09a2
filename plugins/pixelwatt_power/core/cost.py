"""What watts come to in money, heat and a year."""

from __future__ import annotations

from dataclasses import dataclass

BTU_PER_HOUR_PER_WATT = 3.412142
"""1 BTU (IT) = 1055.05585262 J."""
DAYS_PER_YEAR = 365.0
AIR_HEAT_J_PER_M3_K = 1200.0
"""Density 1.2 kg/m3 times specific heat 1005 J/(kg K), at room temperature."""


@dataclass(frozen=True, slots=True)
class RunningCost:
    """Energy, money and heat of a load."""

    kwh_per_hour: float
    kwh_per_year: float
    money_per_hour: float
    money_per_year: float
    heat_btu_per_hour: float


def running_cost(watts: float, hours_per_day: float, price_per_kwh: float) -> RunningCost:
    """All of a load's power ends as heat in the room; money is in the price's currency."""
    kwh = watts / 1000.0
    yearly = kwh * hours_per_day * DAYS_PER_YEAR
    return RunningCost(
        kwh, yearly, kwh * price_per_kwh, yearly * price_per_kwh, watts * BTU_PER_HOUR_PER_WATT
    )


def room_warming_k_per_hour(watts: float, room_m3: float) -> float:
    """How fast a closed room's air would warm without losses; an upper bound."""
    return watts * 3600.0 / (room_m3 * AIR_HEAT_J_PER_M3_K)


@dataclass(frozen=True, slots=True)
class Fleet:
    """Many machines at once, with the building's overhead (PUE)."""

    megawatts: float
    gwh_per_year: float
    money_per_year: float


def fleet(watts: float, machines: int, pue: float, load: float, price_per_kwh: float) -> Fleet:
    """``load`` is the share of the year that the machines run."""
    power_w = watts * machines * pue
    kwh = power_w / 1000.0 * load * 24.0 * DAYS_PER_YEAR
    return Fleet(power_w / 1e6, kwh / 1e6, kwh * price_per_kwh)
