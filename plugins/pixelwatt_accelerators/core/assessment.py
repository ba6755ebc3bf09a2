"""A comparison's numbers: what each accelerator delivers, costs and draws for one use.

`assess` is one pass of array arithmetic. Its inputs are arrays that broadcast against
``(accelerators,)``: the nominal figures, a corner of their intervals, or ``(samples,
accelerators)`` draws of them. NaN in, NaN out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pixelwatt_accelerators.core import arrays, collectives, cost, energy, inference, memory
from pixelwatt_accelerators.core.arrays import FloatArray
from pixelwatt_accelerators.core.catalogue import Accelerator
from pixelwatt_accelerators.core.collective_scenario import topology_kind
from pixelwatt_accelerators.core.document import COMPUTED_BASIS, Comparison
from pixelwatt_accelerators.core.models import LanguageModel, shipped_models
from pixelwatt_accelerators.core.training import SECONDS_PER_DAY, training_flops

BYTES_PER_PARAM = {"bf16": 2.0, "fp16": 2.0, "fp8": 1.0, "int8": 1.0, "fp4": 0.5}

Values = Mapping[str, FloatArray]
Assessed = dict[str, FloatArray]


@dataclass(frozen=True, slots=True)
class Fleet:
    """What of the accelerators is taken as certain: capacity, domain, topology.

    ``chips`` is the size of a replica, NaN where no number within the scale-up domain holds
    model and cache, or where the capacity is unknown.
    """

    hbm_bytes: FloatArray
    domain: FloatArray
    topologies: tuple[str, ...]
    dimensions: tuple[int, ...]
    chips: FloatArray
    weights: float
    kv_bytes: float


def fleet_of(accelerators: Sequence[Accelerator], comparison: Comparison) -> Fleet:
    use = comparison.use
    model = shipped_models()[use.model]
    hbm = arrays.column(accelerators, "memory")
    domain = arrays.column(accelerators, "domain")
    weights = model.params * BYTES_PER_PARAM[use.precision]
    kv = use.batch * use.context * model.kv_bytes_per_token(use.kv_bytes)
    needed = memory.chips_needed(hbm, weights + kv)
    if use.chips:
        chips = np.where(use.chips >= (weights + kv) / hbm, float(use.chips), np.nan)
    else:
        chips = needed
    chips = np.where(chips <= domain, chips, np.nan)
    words = [accelerator.text("topology") for accelerator in accelerators]
    return Fleet(
        hbm, domain, tuple(topology_kind(text) for text in words),
        tuple(2 if "2D" in text else 3 for text in words), chips, weights, kv,
    )  # fmt: skip


def torus_shape(chips: int, dimensions: int) -> list[int]:
    """Sides of a slice of ``chips`` (a power of two) as near to a cube as TPU slices come."""
    sides = [1] * dimensions
    while np.prod(sides) < chips:
        sides[sides.index(min(sides))] *= 2
    return sides


def communication_seconds(
    fleet: Fleet, values: Values, model: LanguageModel, tokens: float, bytes_per_element: float
) -> FloatArray:
    """Tensor-parallel all-reduces of one forward pass: two a layer."""
    size = collectives.tensor_parallel_bytes(tokens, model.hidden, bytes_per_element)
    uni, pair = np.broadcast_arrays(values["link_uni"], values["link_pair"])
    seconds = np.full(np.broadcast_shapes(uni.shape, fleet.chips.shape), np.nan)
    for index, (kind, chips) in enumerate(zip(fleet.topologies, fleet.chips, strict=True)):
        if np.isnan(chips):
            continue
        ranks = int(chips)
        if ranks == 1:
            once: FloatArray = np.zeros(())
        elif kind == "torus":
            shape = torus_shape(ranks, fleet.dimensions[index])
            wraps = all(
                collectives.has_wraparound(side, fleet.dimensions[index])
                for side in shape
                if side > 1
            )
            once = collectives.torus("all_reduce", size, shape, pair[..., index], wraparound=wraps)
        elif kind == "mesh":
            once = collectives.mesh("all_reduce", size, ranks, pair[..., index])
        elif kind == "switch":
            once = collectives.switch("all_reduce", size, ranks, uni[..., index])
        else:
            once = collectives.ring("all_reduce", size, ranks, uni[..., index])
        seconds[..., index] = once
    return seconds * collectives.ALL_REDUCES_PER_LAYER * model.layers


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
        communication = communication_seconds(fleet, values, model, use.batch, 2.0)
        prefill_communication = communication_seconds(fleet, values, model, use.prompt, 2.0)
    step = inference.decode(
        batch=use.batch, params=model.active, weights=model.read_params(use.batch) * width,
        kv_bytes_per_sequence=fleet.kv_bytes / use.batch, chips=fleet.chips,
        flops_per_s=achievable, hbm_bytes_per_s=bandwidth, communication_s=communication,
    )  # fmt: skip
    prompt_flops = inference.prefill_flops(
        model.active, use.prompt
    ) + inference.prefill_attention_flops(model.layers, model.heads, model.head_dim, use.prompt)
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
