"""``pixelwatt accelerators estimate``: one answer per kind of scenario.

Each function returns plain Python values, None where an input is unknown. The output keys
are a contract, documented in docs/accelerators.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_accelerators.core import inference, memory, roofline, training
from pixelwatt_accelerators.core.collective_scenario import estimate_collective
from pixelwatt_accelerators.core.models import LanguageModel, model_of
from pixelwatt_accelerators.core.scenario import Scenario
from pixelwatt_accelerators.text import tr

Answer = dict[str, Any]


def estimate(scenario: Scenario) -> Answer:
    """The answer to a scenario, with ``"inputs"``: every figure used and its source.

    ``"choices"`` says what was computed (precision, topology) and who chose it; ``"notes"`` what
    a reader should know besides.
    """
    answer = _KINDS[scenario.kind](scenario)
    answer = {**answer, "inputs": scenario.inputs}
    if scenario.choices:
        answer["choices"] = scenario.choices
    if scenario.notes:
        answer["notes"] = scenario.notes
    return answer


def plain(value: Any) -> float | None:
    """A JSON number, None for unknown."""
    number = float(value)
    return None if math.isnan(number) else number


def _preset(scenario: Scenario) -> LanguageModel | None:
    preset = scenario.raw("model", "preset")
    return None if preset is None else model_of(str(preset))


def _shape(scenario: Scenario, key: str, unit: str = "") -> float | None:
    """A number of [model], of its preset if it names one, or None."""
    given = scenario.given("model", key, unit)
    if given is not None:
        return given
    model = _preset(scenario)
    if model is None:
        return None
    value = float(getattr(model, "active" if key == "active_params" else key, 0.0))
    if not value:
        return None
    scenario.note(key, value, unit, model.name, "published", url=model.source)
    return value


def _params(scenario: Scenario) -> float:
    value = _shape(scenario, "params", "parameters")
    if value is None:
        return scenario.required("model", "params", "parameters")
    return value


def _bytes_per_param(scenario: Scenario) -> float:
    given = scenario.given("model", "bytes_per_param", "B")
    if given is not None:
        return given
    width = {"fp8": 1.0, "int8": 1.0, "fp4": 0.5}.get(scenario.precision(), 2.0)
    return scenario.default("bytes_per_param", width, "B", "default: width of the precision")


def _kv_bytes_per_sequence(scenario: Scenario) -> float:
    """The cache of one sequence, by the most direct of the three ways that is given."""
    per_sequence = scenario.given("model", "kv_bytes_per_sequence", "B", zero=True)
    if per_sequence is not None:
        return per_sequence
    context = scenario.required("workload", "context", "tokens")
    per_token = scenario.given("model", "kv_bytes_per_token", "B", zero=True)
    if per_token is None:
        element = scenario.given("model", "kv_bytes", "B")
        if element is None:
            element = scenario.default("kv_bytes", 2.0, "B", "default: a bf16 cache")
        model = _preset(scenario)
        shaped = ("kv_heads", "kv_lora_rank")
        if model is not None and all(scenario.raw("model", key) is None for key in shaped):
            per_token = model.kv_bytes_per_token(element)
            scenario.note("kv_bytes_per_token", per_token, "B", model.name, "published",
                          url=model.source, note=model.note)  # fmt: skip
        else:
            per_token = _kv_bytes_of_shape(scenario, element)
    return context * per_token


def _kv_bytes_of_shape(scenario: Scenario, element: float) -> float:
    """Cache of a token from the shape: key-value heads, or the latent of latent attention."""
    layers = _needed_shape(scenario, "layers")
    rank = scenario.given("model", "kv_lora_rank", "")
    if rank is None:
        heads = _needed_shape(scenario, "kv_heads")
        return float(
            memory.kv_bytes_per_token(layers, heads, _needed_shape(scenario, "head_dim"), element)
        )
    if scenario.raw("model", "kv_heads") is not None:
        raise Problem(
            tr("{name}: both kv_heads and kv_lora_rank are given.", name=scenario.name),
            tr("A latent cache is shared by all heads: leave kv_heads out."),
        )
    rope = scenario.required("model", "qk_rope_head_dim", "")
    return float(memory.latent_kv_bytes_per_token(layers, rank, rope, element))


def _peak_flops(scenario: Scenario) -> float:
    return scenario.chip_figure(scenario.precision(), "peak_flops", "FLOP/s")


def _hbm_bandwidth(scenario: Scenario) -> float:
    return scenario.chip_figure("hbm_bandwidth", "hbm_bytes_per_s", "B/s")


def decode_scenario(scenario: Scenario) -> Answer:
    chips = scenario.chips()
    params = _params(scenario)
    active = _shape(scenario, "active_params", "parameters") or params
    width = _bytes_per_param(scenario)
    batch = scenario.given("workload", "batch", "sequences")
    if batch is None:
        batch = scenario.default("batch", 1.0, "sequences", "default: one sequence")
    per_sequence = _kv_bytes_per_sequence(scenario)
    efficiency = scenario.given("workload", "hbm_efficiency", "", fraction=True) or 1.0
    read = _read_params(scenario, params, active, batch)
    result = inference.decode(
        batch=batch,
        params=active,
        weights=memory.weights_bytes(read, width),
        kv_bytes_per_sequence=per_sequence,
        chips=chips,
        flops_per_s=_peak_flops(scenario),
        hbm_bytes_per_s=_hbm_bandwidth(scenario) * efficiency,
        attention_flops_per_sequence=_latent_attention_flops(scenario),
    )
    scenario.warn_beyond_domain(chips)
    weights = float(memory.weights_bytes(params, width))
    hbm = scenario.chip_figure("memory", "hbm_bytes", "B")
    kv = batch * per_sequence
    known = not math.isnan(hbm)
    memory_bound = plain(result.memory_bound)
    largest = plain(memory.largest_batch(hbm, chips, weights, per_sequence or math.nan))
    return {
        "step_s": plain(result.step_s),
        "tokens_per_s": plain(result.tokens_per_s),
        "bound": None if memory_bound is None else "memory" if memory_bound else "compute",
        "weights_bytes": weights,
        "kv_bytes": kv,
        "fits": weights + kv <= chips * hbm if known else None,
        "max_batch": None if largest is None else int(largest),
    }


def _latent_attention_flops(scenario: Scenario) -> float:
    """Attention over one sequence's latent cache; 0 for key-value heads, where memory decides."""
    context = scenario.given("workload", "context", "tokens") or 0.0
    rank, heads = (scenario.raw("model", key) for key in ("kv_lora_rank", "heads"))
    model = _preset(scenario)
    if model is not None and rank is None:
        return context * model.decode_attention_flops_per_token if model.latent else 0.0
    if rank is None or not context:
        return 0.0
    if heads is None:
        scenario.notes.append(
            tr("No heads given: the arithmetic of attention over the latent cache is left out.")
        )
        return 0.0
    shape = LanguageModel(
        "", "", 0, int(_needed_shape(scenario, "layers")), 0, int(_needed_shape(scenario, "heads")),
        1, 0, 0, kv_lora_rank=int(_needed_shape(scenario, "kv_lora_rank")),
        qk_rope_head_dim=int(_needed_shape(scenario, "qk_rope_head_dim")),
    )  # fmt: skip
    return context * shape.decode_attention_flops_per_token


def _read_params(scenario: Scenario, params: float, active: float, batch: float) -> float:
    """Parameters a step reads: all, unless a mixture of experts leaves some untouched."""
    experts = _shape(scenario, "experts")
    per_token = _shape(scenario, "experts_per_token")
    if active > params:
        raise Problem(
            tr("{name}: model.active_params is above model.params.", name=scenario.name),
            tr("A token passes through some of the parameters, or all."),
        )
    if active == params:
        if experts or per_token:
            raise Problem(
                tr("{name}: model.active_params is missing.", name=scenario.name),
                tr("A mixture of experts needs it: what one token passes through."),
            )
        return params
    if not experts or not per_token:
        # Without the number of experts, the most that a batch can touch: no two tokens share any.
        scenario.notes.append(
            tr("No experts and experts_per_token: each sequence is taken to read its own experts.")
        )
        return min(params, batch * active)
    if per_token >= experts:
        raise Problem(
            tr("{name}: model.experts_per_token is not below model.experts.", name=scenario.name),
            tr("Each token picks some of the experts."),
        )
    model = LanguageModel(
        "", "", params, 0, 0, 0, 0, 0, 0, experts=int(experts),
        experts_per_token=int(per_token), active_params=active,
    )  # fmt: skip
    return float(model.read_params(batch))


def prefill_scenario(scenario: Scenario) -> Answer:
    chips = scenario.chips()
    active = _shape(scenario, "active_params", "parameters") or _params(scenario)
    sequences = scenario.given("workload", "batch", "sequences") or 1.0
    length = scenario.given("workload", "tokens", "tokens")
    if length is None:
        length = scenario.given("workload", "context", "tokens")
    if length is None:
        length = scenario.required("workload", "tokens", "tokens")
    flops = inference.prefill_flops(active, length * sequences)
    if _attention_wanted(scenario):
        flops += inference.prefill_attention_flops(
            _needed_shape(scenario, "layers"), _attention_width(scenario), length, sequences
        )
    seconds = inference.prefill_seconds(flops, chips, _peak_flops(scenario), _mfu(scenario))
    return {"seconds": plain(seconds), "flops": plain(flops)}


def _needed_shape(scenario: Scenario, key: str) -> float:
    value = _shape(scenario, key)
    return scenario.required("model", key, "") if value is None else value


def _attention_width(scenario: Scenario) -> float:
    """Heads x head size; of a preset what its attention has."""
    model = _preset(scenario)
    given = [scenario.raw("model", key) for key in ("heads", "head_dim")]
    if model is not None and given == [None, None]:
        scenario.note("attention_width", model.attention_width, "", model.name, "published",
                      url=model.source)  # fmt: skip
        return model.attention_width
    return _needed_shape(scenario, "heads") * _needed_shape(scenario, "head_dim")


def _attention_wanted(scenario: Scenario) -> bool:
    wanted = scenario.raw("workload", "attention")
    if wanted not in (None, True, False):
        raise Problem(
            tr("{name}: workload.attention is neither true nor false.", name=scenario.name),
            tr("Write attention = true to count the FLOPs of attention."),
        )
    return bool(wanted)


def _mfu(scenario: Scenario) -> float:
    mfu = scenario.given("workload", "mfu", "", fraction=True)
    if mfu is not None:
        return mfu
    return scenario.default("mfu", 1.0, "", "default: the bound at full utilisation")


def training_scenario(scenario: Scenario) -> Answer:
    """Time from a utilisation, or the utilisation from a measured iteration."""
    chips = scenario.chips()
    peak = _peak_flops(scenario)
    batch = scenario.given("workload", "batch", "sequences")
    sequence = scenario.given("workload", "sequence", "tokens")
    if sequence is None:
        sequence = scenario.given("workload", "context", "tokens")
    tokens = scenario.given("workload", "tokens", "tokens")
    iteration_tokens = batch * sequence if batch and sequence else tokens
    measured = scenario.given("workload", "seconds_per_iteration", "s")
    if measured is not None and scenario.raw("workload", "mfu") is not None:
        scenario.notes.append(
            tr("mfu is not used: seconds_per_iteration says what the utilisation is.")
        )
    if measured is None:
        total = tokens if tokens is not None else iteration_tokens
        if total is None:
            total = scenario.required("workload", "tokens", "tokens")
        flops = _training_flops(scenario, total, sequence)
        mfu = _mfu(scenario)
        seconds = float(training.training_seconds(flops, chips, peak, mfu))
    else:
        if iteration_tokens is None:
            iteration_tokens = scenario.required("workload", "tokens", "tokens")
        iteration_flops = _training_flops(scenario, iteration_tokens, sequence)
        mfu = float(training.model_flops_utilisation(iteration_flops, chips, peak, measured))
        iterations = (tokens or iteration_tokens) / iteration_tokens
        flops, seconds = iteration_flops * iterations, measured * iterations
    return {
        "seconds": plain(seconds),
        "days": plain(seconds / training.SECONDS_PER_DAY),
        "flops": plain(flops),
        "mfu": plain(mfu),
    }


def _training_flops(scenario: Scenario, tokens: float, sequence: float | None) -> float:
    """``6 P T``; on request with attention, in Megatron's count where the whole shape is given."""
    if not _attention_wanted(scenario):
        active = _shape(scenario, "active_params", "parameters") or _params(scenario)
        return float(training.training_flops(active, tokens))
    if sequence is None:
        sequence = scenario.required("workload", "context", "tokens")
    layers = _needed_shape(scenario, "layers")
    if _shape(scenario, "params", "parameters") is None:
        hidden = _needed_shape(scenario, "hidden")
        vocabulary = _needed_shape(scenario, "vocabulary")
        return float(
            training.transformer_iteration_flops(
                batch=tokens / sequence, layers=layers, sequence=sequence,
                hidden=hidden, vocabulary=vocabulary,
            )
        )  # fmt: skip
    active = _shape(scenario, "active_params", "parameters") or _params(scenario)
    headed = _preset(scenario) or scenario.raw("model", "head_dim") is not None
    width = _attention_width(scenario) if headed else _needed_shape(scenario, "hidden")
    attention = training.attention_training_flops(layers, width, sequence, tokens)
    return float(training.training_flops(active, tokens) + attention)


def roofline_scenario(scenario: Scenario) -> Answer:
    peak, bandwidth = _peak_flops(scenario), _hbm_bandwidth(scenario)
    return {"ridge_flops_per_byte": plain(roofline.ridge(peak, bandwidth))}


def _cost(scenario: Scenario) -> Answer:
    from pixelwatt_accelerators.core.cost_scenario import estimate_cost

    def tokens_per_s() -> float | None:
        if scenario.raw("model", "params") is None and _preset(scenario) is None:
            return None
        value: float | None = decode_scenario(scenario)["tokens_per_s"]
        return value

    return estimate_cost(scenario, lambda: _peak_flops(scenario), tokens_per_s)


_KINDS: dict[str, Callable[[Scenario], Answer]] = {
    "decode": decode_scenario,
    "prefill": prefill_scenario,
    "training": training_scenario,
    "collective": estimate_collective,
    "roofline": roofline_scenario,
    "cost": _cost,
}
