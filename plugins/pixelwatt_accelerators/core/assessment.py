"""A comparison's numbers: what each accelerator delivers, costs and draws for one use.

`assess` is one pass of array arithmetic. Its inputs are arrays that broadcast against
``(accelerators,)``: the nominal figures, a corner of their intervals, or ``(samples,
accelerators)`` draws of them. NaN in, NaN out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from pixelwatt_accelerators.core import arrays, collectives, cost, energy, inference, memory
from pixelwatt_accelerators.core.arrays import FloatArray, Number
from pixelwatt_accelerators.core.catalogue import Accelerator
from pixelwatt_accelerators.core.collective_scenario import topology_kind
from pixelwatt_accelerators.core.document import COMPUTED_BASIS, Comparison
from pixelwatt_accelerators.core.models import LanguageModel, shipped_models
from pixelwatt_accelerators.core.training import SECONDS_PER_DAY, training_flops

BYTES_PER_PARAM = {"bf16": 2.0, "fp16": 2.0, "fp8": 1.0, "int8": 1.0, "fp4": 0.5}

_ACTIVATION_BYTES = 2.0
"""Activations travel in 16 bit, whatever the weights are."""

Values = Mapping[str, FloatArray]
Assessed = dict[str, FloatArray]


@dataclass(frozen=True, slots=True)
class Roster:
    """What of the accelerators no slider changes, as columns."""

    hbm_bytes: FloatArray
    domain: FloatArray
    topologies: tuple[str, ...]
    dimensions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fleet:
    """A replica of each accelerator: how many chips, what they hold, how they are joined.

    ``chips`` is NaN where no number within the scale-up domain holds model and cache, or where
    the capacity is unknown. An all-reduce of ``S`` bytes takes
    ``max(S x reduce_share / link, S x beyond_share / scale-out, reduce_floor_s)``: in a hierarchy
    the slowest level sets the pace. ``by_pair`` says whose link is a pair's.
    """

    hbm_bytes: FloatArray
    chips: FloatArray
    weights: float
    kv_bytes: float
    reduce_share: FloatArray
    reduce_floor_s: FloatArray
    by_pair: npt.NDArray[np.bool_]
    beyond_share: FloatArray
    """0 within a scale-up domain; NaN chips stay NaN."""


def roster_of(accelerators: Sequence[Accelerator]) -> Roster:
    words = [accelerator.text("topology") for accelerator in accelerators]
    return Roster(
        arrays.column(accelerators, "memory"),
        arrays.column(accelerators, "domain"),
        tuple(topology_kind(text) for text in words),
        tuple(2 if "2D" in text else 3 for text in words),
    )


def fleet_of(roster: Roster, comparison: Comparison) -> Fleet:
    use = comparison.use
    model = shipped_models()[use.model]
    weights = model.params * BYTES_PER_PARAM[use.precision]
    kv = use.batch * use.context * model.kv_bytes_per_token(use.kv_bytes)
    hbm = roster.hbm_bytes
    if use.chips:
        chips = np.where(use.chips >= (weights + kv) / hbm, float(use.chips), np.nan)
    else:
        chips = memory.chips_needed(hbm, weights + kv)
    if use.scale_out_bytes_per_s:
        chips = np.where(np.isnan(roster.domain), np.nan, chips)
    else:
        chips = np.where(chips <= roster.domain, chips, np.nan)
    kinds = roster.topologies if use.topology == "own" else (use.topology,) * len(chips)
    inside = np.minimum(chips, roster.domain)
    costs = np.array(
        [
            _all_reduce(kind, count, sides)
            for kind, count, sides in zip(kinds, inside, roster.dimensions, strict=True)
        ]
    ).reshape(-1, 2)
    by_pair = np.array([kind != "switch" for kind in kinds])
    with np.errstate(invalid="ignore"):
        groups = np.ceil(chips / inside)
    beyond = 2 * (groups - 1) / groups
    return Fleet(hbm, chips, weights, kv, costs[:, 0], costs[:, 1], by_pair, beyond)


def torus_shape(chips: int, dimensions: int) -> list[int]:
    """Sides of a slice of ``chips`` (a power of two) as near to a cube as TPU slices come."""
    sides = [1] * dimensions
    while np.prod(sides) < chips:
        sides[sides.index(min(sides))] *= 2
    return sides


@cache
def _all_reduce(kind: str, chips: float, dimensions: int) -> tuple[float, float]:
    """Seconds per byte on links of 1 B/s, and the least seconds whatever the size."""
    if np.isnan(chips):
        return np.nan, np.nan
    ranks = int(chips)
    if ranks == 1:
        return 0.0, 0.0
    if kind.startswith("torus"):
        shape = torus_shape(ranks, dimensions)
        wraps = kind != "torus_open" and all(
            collectives.has_wraparound(side, dimensions) for side in shape if side > 1
        )
        both = kind != "torus_uni"
        transfer = collectives.torus(
            "all_reduce", 1.0, shape, 1.0, wraparound=wraps, both_ways=both, hop_latency_s=0.0
        )
        hops = collectives.torus("all_reduce", 0.0, shape, 1.0, wraparound=wraps, both_ways=both)
        return float(transfer), float(hops)
    if kind == "mesh":
        return float(collectives.mesh("all_reduce", 1.0, ranks, 1.0)), 0.0
    if kind == "switch":
        return float(collectives.switch("all_reduce", 1.0, ranks, 1.0)), 0.0
    both = kind == "ring_bidi"
    return float(collectives.ring("all_reduce", 1.0, ranks, 1.0, both_ways=both)), 0.0


def communication_seconds(
    fleet: Fleet, values: Values, model: LanguageModel, tokens: Number, scale_out: float
) -> FloatArray:
    """Tensor-parallel all-reduces of one forward pass: two a layer."""
    size = collectives.tensor_parallel_bytes(tokens, model.hidden, _ACTIVATION_BYTES)
    link = np.where(fleet.by_pair, values["link_pair"], values["link_uni"])
    # One chip alone needs no link, so an undisclosed one does not matter to it.
    transfer = np.where(fleet.reduce_share == 0, 0.0, size * fleet.reduce_share / link)
    beyond = size * fleet.beyond_share / scale_out if scale_out else 0.0
    once = np.maximum(np.maximum(transfer, beyond), fleet.reduce_floor_s)
    return np.asarray(once * collectives.ALL_REDUCES_PER_LAYER * model.layers)


def assess(fleet: Fleet, values: Values, comparison: Comparison) -> Assessed:
    """All metrics of all accelerators for one set of input values."""
    use = comparison.use
    model = shipped_models()[use.model]
    width = BYTES_PER_PARAM[use.precision]
    flops, bandwidth = values["flops"], values["hbm_bandwidth"] * values["hbm_efficiency"]
    achievable = flops * values["achievable"]
    communication: FloatArray = np.zeros_like(fleet.chips)
    prefill_communication = communication
    if use.communication:
        scale_out = use.scale_out_bytes_per_s
        communication = communication_seconds(fleet, values, model, use.batch, scale_out)
        prefill_communication = communication_seconds(fleet, values, model, use.prompt, scale_out)
    step = inference.decode(
        batch=use.batch, params=model.active, weights=model.read_params(use.batch) * width,
        kv_bytes_per_sequence=fleet.kv_bytes / use.batch, chips=fleet.chips,
        flops_per_s=achievable, hbm_bytes_per_s=bandwidth, communication_s=communication,
        attention_flops_per_sequence=use.context * model.decode_attention_flops_per_token,
    )  # fmt: skip
    prompt_flops = inference.prefill_flops(
        model.active, use.prompt
    ) + inference.prefill_attention_flops(model.layers, model.attention_width, use.prompt)
    prefill = inference.prefill_seconds(prompt_flops, fleet.chips, flops, values["mfu"])
    per_chip = step.tokens_per_s / fleet.chips
    hourly = usd_per_chip_hour(values, comparison)
    train_flops = training_flops(model.active, use.training_tokens)
    train_seconds = train_flops / (use.training_chips * flops * values["mfu"])
    return {
        "chips": fleet.chips,
        "step_s": step.step_s,
        "kv_s": step.kv_s,
        "weights_s": step.weights_s,
        "compute_s": step.compute_s,
        "communication_s": communication,
        "tokens_per_s": step.tokens_per_s,
        "tokens_per_user_s": 1 / step.step_s,
        "tokens_per_s_per_chip": per_chip,
        "prefill_s": prefill + prefill_communication,
        "ttft_s": prefill + prefill_communication + step.step_s,
        "usd_per_chip_hour": hourly,
        "usd_per_mtok": cost.usd_per_million_tokens(hourly, per_chip, values["utilisation"]),
        "usd_per_eflop": cost.usd_per_exaflop(hourly, flops, values["mfu"]),
        "peak_per_watt": energy.flops_per_watt(flops, values["tdp"]),
        "achievable_per_watt": energy.flops_per_watt(achievable, values["tdp"]),
        "tokens_per_s_per_mw": energy.tokens_per_s_per_megawatt(per_chip, values["all_in_w"]),
        "joules_per_token": energy.joules_per_token(values["tdp"], per_chip),
        "training_days": train_seconds / SECONDS_PER_DAY,
        "training_usd": hourly * use.training_chips * train_seconds / cost.SECONDS_PER_HOUR,
    }


def usd_per_chip_hour(values: Values, comparison: Comparison) -> FloatArray:
    """The quoted rate, or ownership worked out where the basis says so."""
    money = comparison.money
    if money.basis == COMPUTED_BASIS:
        # The all-in figure is utility power: it has the site's overhead (PUE) in it already,
        # so the server's share is what PUE scales.
        return cost.own_usd_per_chip_hour(
            capex_usd=values["price"],
            life_years=values["life_years"],
            interest=money.interest,
            power_kw=values["all_in_w"] / 1000 / money.pue,
            pue=values["pue"],
            usd_per_kwh=values["usd_per_kwh"],
            colocation_usd_per_kw_month=money.colocation_usd_per_kw_month,
        )
    return np.asarray(values["price"])


LOWER_IS_BETTER = frozenset(
    {"usd_per_mtok", "usd_per_eflop", "joules_per_token", "training_days", "training_usd",
     "step_s", "ttft_s", "prefill_s", "usd_per_chip_hour"}
)  # fmt: skip
