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
MOST_SEQUENCES = 1024
"""Batches up to this one are looked through for the largest that is fast enough."""


def frontier(item: Study, batches: tuple[float, ...] = BATCHES) -> tuple[FloatArray, FloatArray]:
    """Tokens per second of a user and of a chip, each of shape ``(batches, accelerators)``.

    The replica stays as large as the comparison's own batch needs; a batch whose cache does
    not fit into it is NaN.
    """
    chips, step = _decode(item, np.array(batches)[:, None])
    return 1 / step.step_s, step.tokens_per_s / chips


def largest_batch_at(item: Study, tokens_per_user_s: float) -> FloatArray:
    """Most sequences with which each user still gets that rate, of shape ``(accelerators,)``.

    0 where not even one does, NaN where the rate is unknown; never more than fit into the
    replica, nor more than `MOST_SEQUENCES`.
    """
    counts = np.arange(1.0, MOST_SEQUENCES + 1)[:, None]
    _, step = _decode(item, counts)
    with np.errstate(invalid="ignore"):
        quick = 1 / step.step_s >= tokens_per_user_s
    # A step never gets shorter as the batch grows, so the quick ones come first.
    return np.where(np.isnan(step.step_s[0]), np.nan, quick.sum(axis=0))


def _decode(item: Study, counts: FloatArray) -> tuple[FloatArray, inference.Decode]:
    """Chips (NaN where a batch does not fit) and the step of every batch, broadcast."""
    use, values = item.comparison.use, item.nominal_values()
    model = shipped_models()[use.model]
    cache = use.context * model.kv_bytes_per_token(use.kv_bytes)
    capacity = item.fleet.chips * item.fleet.hbm_bytes
    fits = item.fleet.weights + counts * cache <= capacity
    chips = np.where(fits, item.fleet.chips, np.nan)
    communication: FloatArray = np.zeros_like(chips)
    if use.communication:
        communication = communication_seconds(
            item.fleet, values, model, counts, use.scale_out_bytes_per_s
        )
    weights = model.read_params(counts) * BYTES_PER_PARAM[use.precision]
    step = inference.decode(
        batch=counts, params=model.active, weights=weights,
        kv_bytes_per_sequence=cache, chips=chips,
        flops_per_s=values["flops"] * values["achievable"],
        hbm_bytes_per_s=values["hbm_bandwidth"] * values["hbm_efficiency"],
        communication_s=communication,
        attention_flops_per_sequence=use.context * model.decode_attention_flops_per_token,
    )  # fmt: skip
    return chips, step


def iso_cost_of(usd_per_mtok: FloatArray) -> float:
    """A round cost (1, 2 or 5 times a power of ten) near the median; NaN if none is known."""
    known = usd_per_mtok[~np.isnan(usd_per_mtok)]
    if not known.size:
        return float("nan")
    middle = float(np.median(known))
    decade = 10.0 ** np.floor(np.log10(middle))
    steps = decade * np.array([1.0, 2.0, 5.0, 10.0])
    return float(steps[np.argmin(np.abs(np.log(steps / middle)))])


def iso_cost_rate(item: Study, usd_per_mtok: float) -> FloatArray:
    """Tokens per second and chip at which each accelerator costs ``usd_per_mtok``."""
    hourly = usd_per_chip_hour(item.nominal_values(), item.comparison)
    used = item.comparison.money.utilisation
    return np.asarray(hourly * 1e6 / (usd_per_mtok * cost.SECONDS_PER_HOUR * used))
