"""What a chip-hour costs, bought or rented, and what that makes of a token or a FLOP."""

from __future__ import annotations

import numpy as np

from pixelwatt_accelerators.core.arrays import FloatArray, Number

HOURS_PER_YEAR = 8760.0
HOURS_PER_MONTH = HOURS_PER_YEAR / 12
SECONDS_PER_HOUR = 3600.0


def capital_recovery_factor(interest: Number, years: Number) -> FloatArray:
    """Share of a purchase paid each year to have it paid off with interest after ``years``.

    ``r (1 + r)**n / ((1 + r)**n - 1)``; without interest ``1 / n``.
    """
    rate = np.asarray(interest, dtype=np.float64)
    life = np.asarray(years, dtype=np.float64)
    growth = (1 + rate) ** life
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(rate == 0, 1 / life, rate * growth / (growth - 1))


def own_usd_per_chip_hour(
    *,
    capex_usd: Number,
    life_years: Number,
    interest: Number,
    power_kw: Number,
    pue: Number,
    usd_per_kwh: Number,
    colocation_usd_per_kw_month: Number = 0.0,
    opex_usd_per_hour: Number = 0.0,
    availability: Number = 1.0,
) -> FloatArray:
    """All costs of an owned chip in an hour in which it can be used.

    ``power_kw`` is drawn at the server; PUE scales the energy, not the colocation, which is
    paid per provisioned kW.
    """
    capital = capex_usd * capital_recovery_factor(interest, life_years) / HOURS_PER_YEAR
    energy = power_kw * np.asarray(pue) * usd_per_kwh
    space = power_kw * np.asarray(colocation_usd_per_kw_month) / HOURS_PER_MONTH
    return np.asarray((capital + energy + space + opex_usd_per_hour) / availability)


def usd_per_million_tokens(
    usd_per_hour: Number, tokens_per_s: Number, utilisation: Number = 1.0
) -> FloatArray:
    """``usd_per_hour`` and ``tokens_per_s`` of the same set of chips."""
    tokens_per_hour = SECONDS_PER_HOUR * np.asarray(tokens_per_s) * utilisation
    return np.asarray(usd_per_hour * 1e6 / tokens_per_hour)


def usd_per_exaflop(usd_per_chip_hour: Number, flops_per_s: Number, mfu: Number) -> FloatArray:
    """USD for 1e18 model FLOPs on chips of ``flops_per_s`` run at ``mfu``."""
    return np.asarray(usd_per_chip_hour * 1e18 / (SECONDS_PER_HOUR * np.asarray(flops_per_s) * mfu))
