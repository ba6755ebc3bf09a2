"""Latency against throughput: what a larger batch buys and costs on each accelerator."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pixelwatt_accelerators.core import cost
from pixelwatt_accelerators.core.arrays import FloatArray
from pixelwatt_accelerators.core.assessment import Fleet, assess, usd_per_chip_hour
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.uncertainty import Study

BATCHES = tuple(2.0**power for power in range(10))


def frontier(item: Study, batches: tuple[float, ...] = BATCHES) -> tuple[FloatArray, FloatArray]:
    """Tokens per second of a user and of a chip, each of shape ``(batches, accelerators)``.

    The replica stays as large as the comparison's own batch needs; a batch whose cache does
    not fit into it is NaN.
    """
    use = item.comparison.use
    per_token = shipped_models()[use.model].kv_bytes_per_token(use.kv_bytes)
    values = item.nominal_values()
    user_rates, chip_rates = [], []
    for batch in batches:
        kv = batch * use.context * per_token
        capacity = item.fleet.chips * item.fleet.hbm_bytes
        chips = np.where(item.fleet.weights + kv <= capacity, item.fleet.chips, np.nan)
        fleet: Fleet = replace(item.fleet, kv_bytes=kv, chips=chips)
        comparison = replace(item.comparison, use=replace(use, batch=batch))
        metrics = assess(fleet, values, comparison)
        user_rates.append(metrics["tokens_per_user_s"])
        chip_rates.append(metrics["tokens_per_s_per_chip"])
    return np.array(user_rates), np.array(chip_rates)


def iso_cost_rate(item: Study, usd_per_mtok: float) -> FloatArray:
    """Tokens per second and chip at which each accelerator costs ``usd_per_mtok``."""
    hourly = usd_per_chip_hour(item.nominal_values(), item.comparison)
    used = item.comparison.money.utilisation
    return np.asarray(hourly * 1e6 / (usd_per_mtok * cost.SECONDS_PER_HOUR * used))
