"""The uncertain inputs of a comparison: each with bounds, status and the law it enters by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from pixelwatt.api import tr_noop
from pixelwatt_accelerators.core import arrays
from pixelwatt_accelerators.core.arrays import FloatArray
from pixelwatt_accelerators.core.catalogue import ASSUMED_SPREAD, Accelerator, FigureStatus
from pixelwatt_accelerators.core.document import COMPUTED_BASIS, Comparison, Money
from pixelwatt_accelerators.core.table import shipped_catalogue

Law = Literal["affine", "reciprocal"]
"""Whether a metric is a straight line in the input or in its reciprocal, other inputs held."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input: arrays of shape ``(accelerators,)``, or of shape ``(1,)`` where all share it.

    ``statuses`` has one entry per element and says what the value and its bounds rest on.
    """

    id: str
    title: str
    dimension: str
    law: Law
    low: FloatArray
    value: FloatArray
    high: FloatArray
    statuses: tuple[FigureStatus, ...]

    @property
    def shared(self) -> bool:
        return len(self.statuses) == 1


@cache
def _ratios(numerator: str, denominator: str) -> tuple[float, float, float]:
    """Lowest, median and highest ratio of two figures where our table has both."""
    rows = list(shipped_catalogue().accelerators.values())
    ratio = arrays.column(rows, numerator) / arrays.column(rows, denominator)
    known = ratio[~np.isnan(ratio)]
    return float(known.min()), float(np.median(known)), float(known.max())


def achievable_fraction(
    accelerators: Sequence[Accelerator], precision: str
) -> tuple[FloatArray, FloatArray, FloatArray, tuple[FigureStatus, ...]]:
    """Best measured matrix product over peak: low, value, high, statuses.

    Where it was not measured, the median of those that were, bounded by their extremes.
    """
    measured_as = "fp8" if precision in ("fp8", "fp4", "int8") else "bf16"
    measured = arrays.column(accelerators, f"matmul_{measured_as}") / arrays.column(
        accelerators, measured_as
    )
    lowest, median, highest = _ratios(f"matmul_{measured_as}", measured_as)
    unknown = np.isnan(measured)
    statuses = tuple(
        FigureStatus.ESTIMATED if missing else FigureStatus.MEASURED for missing in unknown
    )
    low = np.where(unknown, lowest, measured)
    high = np.where(unknown, highest, measured)
    return low, np.where(unknown, median, measured), high, statuses


def all_in_watts(
    accelerators: Sequence[Accelerator],
) -> tuple[FloatArray, FloatArray, FloatArray, tuple[FigureStatus, ...]]:
    """Provisioned power of one chip with its share of host, network and cooling.

    Where nobody published it, TDP times the table's median ratio, bounded by its extremes.
    """
    low, high = arrays.bounds(accelerators, "all_in_power")
    value = arrays.column(accelerators, "all_in_power")
    tdp = arrays.column(accelerators, "tdp")
    tdp_low, tdp_high = arrays.bounds(accelerators, "tdp")
    least, median, most = _ratios("all_in_power", "tdp")
    unknown = np.isnan(value)
    return (
        np.where(unknown, tdp_low * least, low),
        np.where(unknown, tdp * median, value),
        np.where(unknown, tdp_high * most, high),
        tuple(FigureStatus.ESTIMATED for _ in accelerators),
    )


def _figure(
    accelerators: Sequence[Accelerator], name: str, quantity: str, title: str, dimension: str,
    law: Law,
) -> Input:  # fmt: skip
    low, high = arrays.bounds(accelerators, quantity)
    statuses = []
    for accelerator in accelerators:
        datum = arrays.datum_for(accelerator, quantity)
        statuses.append(datum.status if datum else FigureStatus.UNDISCLOSED)
    value = arrays.column(accelerators, quantity)
    return Input(name, title, dimension, law, low, value, high, tuple(statuses))


def _shared(
    name: str, title: str, dimension: str, law: Law, value: float, low: float, high: float
) -> Input:
    return Input(
        name, title, dimension, law, np.array([low]), np.array([value]), np.array([high]),
        (FigureStatus.USER,),
    )  # fmt: skip


def _share(name: str, title: str, value: float, law: Law = "reciprocal") -> Input:
    return _shared(name, title, "share", law, value, value * 0.8, min(1.0, value * 1.2))


def _prices(
    accelerators: Sequence[Accelerator], money: Money
) -> tuple[FloatArray, FloatArray, FloatArray, tuple[FigureStatus, ...]]:
    """Price of the chosen basis, in USD per chip-hour or, for a computed basis, per chip."""
    basis = "list" if money.basis == COMPUTED_BASIS else money.basis
    low, value, high = (np.full(len(accelerators), np.nan) for _ in range(3))
    statuses: list[FigureStatus] = []
    for index, accelerator in enumerate(accelerators):
        unit = "USD/chip" if basis == "list" else ""
        fitting = accelerator.prices_of(basis, unit)
        shared = accelerator.purchase_price() if basis == "list" else None
        if not fitting and shared is not None:
            fitting = [shared]
        if not fitting:
            if basis == "list":
                value[index] = money.capex_usd
                low[index], high[index] = 0.75 * money.capex_usd, 1.25 * money.capex_usd
                statuses.append(FigureStatus.USER)
            else:
                statuses.append(FigureStatus.UNDISCLOSED)
            continue
        # The cheapest is taken; what other providers ask is the upper bound.
        amounts = [price.value for price in fitting]
        cheapest = min(fitting, key=lambda price: price.value)
        spread = ASSUMED_SPREAD.get(cheapest.status, 0.0)
        value[index] = cheapest.value
        low[index] = cheapest.value * (1 - spread)
        high[index] = max(max(amounts), cheapest.value * (1 + spread))
        statuses.append(cheapest.status)
    return low, value, high, tuple(statuses)


def gather(accelerators: Sequence[Accelerator], comparison: Comparison) -> dict[str, Input]:
    """All uncertain inputs by id. Unknown figures are NaN in all three arrays."""
    use, money = comparison.use, comparison.money
    fraction = achievable_fraction(accelerators, use.precision)
    power = all_in_watts(accelerators)
    price = _prices(accelerators, money)
    computed = money.basis == COMPUTED_BASIS
    price_title = tr_noop("Purchase price") if computed else tr_noop("Price of a chip-hour")
    price_dimension = "purchase_price" if computed else "hourly_price"
    figures = [
        _figure(accelerators, "flops", use.precision, tr_noop("Peak rate"), "flops", "reciprocal"),
        _figure(accelerators, "hbm_bandwidth", "hbm_bandwidth", tr_noop("Memory bandwidth"),
                "bandwidth", "reciprocal"),
        _figure(accelerators, "link_uni", "link_uni", tr_noop("Link, one direction"),
                "bandwidth", "reciprocal"),
        _figure(accelerators, "link_pair", "link_pair", tr_noop("Link of one pair, one way"),
                "bandwidth", "reciprocal"),
        _figure(accelerators, "tdp", "tdp", tr_noop("Thermal design power"), "power", "affine"),
        Input("achievable", tr_noop("Achievable share of peak"), "share", "reciprocal",
              *fraction[:3], fraction[3]),
        Input("all_in_w", tr_noop("Provisioned power, all in"), "power", "affine",
              *power[:3], power[3]),
        Input("price", price_title, price_dimension, "affine", *price[:3], price[3]),
    ]  # fmt: skip
    if computed:
        figures += [
            _shared("pue", "PUE", "ratio", "affine", money.pue, max(1.0, money.pue - 0.15),
                    money.pue + 0.15),
            _shared("usd_per_kwh", tr_noop("Electricity price"), "energy_price", "affine",
                    money.usd_per_kwh, 0.6 * money.usd_per_kwh, 1.6 * money.usd_per_kwh),
            _shared("life_years", tr_noop("Years in service"), "years", "reciprocal",
                    money.life_years, max(1.0, money.life_years - 2), money.life_years + 1),
        ]  # fmt: skip
    return {**{item.id: item for item in figures}, **assumed(comparison)}


def assumed(comparison: Comparison) -> dict[str, Input]:
    """The inputs that are nobody's figure but the user's assumption, shared by all."""
    use = comparison.use
    shares = [
        _share("mfu", tr_noop("Model FLOPs utilisation"), use.mfu),
        _share("hbm_efficiency", tr_noop("Achieved share of memory bandwidth"), use.hbm_efficiency),
        _share("utilisation", tr_noop("Hours in use"), comparison.money.utilisation),
    ]
    return {item.id: item for item in shares}
