"""Latency against throughput: what a larger batch buys and costs on each accelerator."""

from __future__ import annotations

import numpy as np

from pixelwatt_accelerators.core import cost, inference
from pixelwatt_accelerators.core.arrays import FloatArray
from pixelwatt_accelerators.core.assessment import (
    BYTES_PER_PARAM,
    communication_seconds,
    usd_per_chip_hour,
)
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.uncertainty import Study

BATCHES = tuple(2.0**power for power in range(10))


def frontier(item: Study, batches: tuple[float, ...] = BATCHES) -> tuple[FloatArray, FloatArray]:
    """Tokens per second of a user and of a chip, each of shape ``(batches, accelerators)``.

    The replica stays as large as the comparison's own batch needs; a batch whose cache does
    not fit into it is NaN.
    """
    use, values = item.comparison.use, item.nominal_values()
    model = shipped_models()[use.model]
    counts = np.array(batches)[:, None]
    cache = use.context * model.kv_bytes_per_token(use.kv_bytes)
    weights = np.array([[model.read_params(batch)] for batch in batches])
    capacity = item.fleet.chips * item.fleet.hbm_bytes
    fits = item.fleet.weights + counts * cache <= capacity
    chips = np.where(fits, item.fleet.chips, np.nan)
    communication: FloatArray = np.zeros_like(chips)
    if use.communication:
        communication = communication_seconds(
            item.fleet, values, model, counts, use.scale_out_bytes_per_s
        )
    step = inference.decode(
        batch=counts, params=model.active, weights=weights * BYTES_PER_PARAM[use.precision],
        kv_bytes_per_sequence=cache, chips=chips,
        flops_per_s=values["flops"] * values["achievable"],
        hbm_bytes_per_s=values["hbm_bandwidth"] * values["hbm_efficiency"],
        communication_s=communication,
        attention_flops_per_sequence=use.context * model.decode_attention_flops_per_token,
    )  # fmt: skip
    return 1 / step.step_s, step.tokens_per_s / chips


def iso_cost_rate(item: Study, usd_per_mtok: float) -> FloatArray:
    """Tokens per second and chip at which each accelerator costs ``usd_per_mtok``."""
    hourly = usd_per_chip_hour(item.nominal_values(), item.comparison)
    used = item.comparison.money.utilisation
    return np.asarray(hourly * 1e6 / (usd_per_mtok * cost.SECONDS_PER_HOUR * used))
