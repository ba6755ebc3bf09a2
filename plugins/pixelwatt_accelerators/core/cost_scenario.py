"""The ``cost`` kind of a scenario: rent or own, per chip-hour, token and FLOP."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_accelerators.core import cost
from pixelwatt_accelerators.core.quantities import PRICE_BASES
from pixelwatt_accelerators.core.scenario import Scenario
from pixelwatt_accelerators.text import tr

_OWN_KEYS = ("capex_usd", "life_years", "interest", "power_kw", "usd_per_kwh")


def estimate_cost(
    scenario: Scenario,
    peak_flops: Callable[[], float],
    decoded_tokens_per_s: Callable[[], float | None],
) -> dict[str, Any]:
    """USD per chip-hour, per million tokens and per 1e18 FLOP; None for what is not asked.

    ``tokens_per_s`` is of all chips together; without it a [model] is decoded.
    """
    chips = scenario.chips()
    hourly = _usd_per_chip_hour(scenario)
    utilisation = scenario.given("cost", "utilisation", "", fraction=True)
    if utilisation is None:
        utilisation = scenario.default("utilisation", 1.0, "", "default: always busy")
    tokens = scenario.given("cost", "tokens_per_s", "tokens/s")
    if tokens is None:
        tokens = decoded_tokens_per_s()
    if tokens is None:
        scenario.notes.append(
            tr("Neither tokens_per_s nor a [model]: the cost of a token is not worked out.")
        )
    mfu = scenario.given("cost", "mfu", "", fraction=True)
    if mfu is None:
        mfu = scenario.given("workload", "mfu", "", fraction=True)
    if mfu is None:
        mfu = scenario.default("mfu", 1.0, "", "default: the bound at full utilisation")
    wants_flops = scenario.accelerator or scenario.raw("override", "peak_flops") is not None
    peak = peak_flops() if wants_flops else math.nan
    per_token = (
        math.nan
        if tokens is None
        else float(cost.usd_per_million_tokens(hourly * chips, tokens, utilisation))
    )
    per_flop = float(cost.usd_per_exaflop(hourly, peak, mfu))
    return {
        "usd_per_chip_hour": _plain(hourly),
        "usd_per_mtok": _plain(per_token),
        "usd_per_eflop": _plain(per_flop),
    }


def _plain(value: float) -> float | None:
    return None if math.isnan(value) else value


def _usd_per_chip_hour(scenario: Scenario) -> float:
    """A rent that is given, else ownership if a purchase is described, else the table's price."""
    rent = scenario.given("cost", "rent_usd_per_chip_hour", "USD/chip-hour")
    owns = any(scenario.raw("cost", key) is not None for key in _OWN_KEYS)
    if rent is not None:
        if owns:
            raise Problem(
                tr("{name}: both a rent and a purchase are given.", name=scenario.name),
                tr("Keep rent_usd_per_chip_hour, or capex_usd and its like."),
            )
        return rent
    return _owned(scenario) if owns else _table_price(scenario)


def _owned(scenario: Scenario) -> float:
    capex = scenario.given("cost", "capex_usd", "USD/chip")
    if capex is None:
        price = scenario.price("list") if scenario.accelerator else None
        capex = price.value if price else scenario.required("cost", "capex_usd", "USD/chip")
    life = scenario.given("cost", "life_years", "years")
    interest = scenario.given("cost", "interest", "", zero=True, fraction=True)
    power = scenario.given("cost", "power_kw", "kW")
    pue = scenario.given("cost", "pue", "")
    energy = scenario.given("cost", "usd_per_kwh", "USD/kWh", zero=True)
    space = scenario.given("cost", "colocation_usd_per_kw_month", "USD/kW/month", zero=True)
    opex = scenario.given("cost", "opex_usd_per_hour", "USD/h", zero=True)
    availability = scenario.given("cost", "availability", "", fraction=True)

    def settled(key: str, value: float | None, default: float, unit: str, reason: str) -> float:
        return scenario.default(key, default, unit, reason) if value is None else value

    if pue is not None and pue < 1:
        raise Problem(
            tr("{name}: cost.pue is {pue}.", name=scenario.name, pue=pue),
            tr("PUE is facility power over IT power, at least 1."),
        )
    if power is None:
        # The chip alone: hosts, network and fans come on top, so this is a lower bound.
        watts = scenario.chip_figure("tdp", "tdp_w", "W")
        power = watts / 1000
    return float(
        cost.own_usd_per_chip_hour(
            capex_usd=capex,
            life_years=settled("life_years", life, 4.0, "years", "default: four years"),
            interest=settled("interest", interest, 0.0, "", "default: no interest"),
            power_kw=power,
            pue=settled("pue", pue, 1.0, "", "default: no overhead"),
            usd_per_kwh=settled("usd_per_kwh", energy, 0.0, "USD/kWh", "default: not counted"),
            colocation_usd_per_kw_month=settled(
                "colocation_usd_per_kw_month", space, 0.0, "USD/kW/month", "default: not counted"
            ),
            opex_usd_per_hour=settled(
                "opex_usd_per_hour", opex, 0.0, "USD/h", "default: not counted"
            ),
            availability=settled("availability", availability, 1.0, "", "default: always up"),
        )
    )


def _table_price(scenario: Scenario) -> float:
    basis = scenario.raw("cost", "basis")
    hourly = [known for known in PRICE_BASES if known != "list"]
    if basis is not None and basis not in hourly:
        close = difflib.get_close_matches(str(basis), hourly, n=1, cutoff=0.5)
        raise Problem(
            tr("{name}: unknown price basis {basis}.", name=scenario.name, basis=repr(basis)),
            tr("Did you mean “{key}”?", key=close[0])
            if close
            else tr("Use one of {bases}.", bases=", ".join(hourly)),
        )
    for candidate in [basis] if basis else ["on_demand", "rent_3yr", "own_tco"]:
        price = scenario.price(candidate)
        if price is not None:
            return price.value
    scenario.note(
        "rent_usd_per_chip_hour", math.nan, "USD/chip-hour", "no price in the table", "undisclosed"
    )
    return math.nan
