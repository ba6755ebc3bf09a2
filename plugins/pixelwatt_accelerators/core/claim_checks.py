"""The arithmetic behind the essay's claims; every number comes from the table.

Each check returns a verdict, the arithmetic in words that a reader can redo, and the pages
the figures were read on.
"""

from __future__ import annotations

import math

from pixelwatt.api import ClaimResult, Problem, Source, Verdict
from pixelwatt_accelerators.core.catalogue import Accelerator, Datum
from pixelwatt_accelerators.core.compare import Outcome, judge
from pixelwatt_accelerators.core.memory import TRAINING_BYTES_PER_PARAM
from pixelwatt_accelerators.core.table import shipped_catalogue
from pixelwatt_accelerators.core.units import from_base, number
from pixelwatt_accelerators.text import tr

SUPPORTED, CONTRADICTED, UNDECIDABLE = (
    Verdict.SUPPORTED,
    Verdict.CONTRADICTED,
    Verdict.UNDECIDABLE,
)


_POWER_SHARE = 0.20
"""Most that power and colocation make of the cost of ownership."""
_INFERENCEX = Source(
    "SemiAnalysis, InferenceX v2: NVIDIA Blackwell vs AMD vs Hopper",
    "https://github.com/SemiAnalysisAI/InferenceX-app/blob/77ca49a/packages/app/content/blog/"
    "inferencex-v2-nvidia-blackwell-vs-amd-vs-hopper.mdx",
    "2026-04-03",
)


def _chip(accelerator_id: str) -> Accelerator:
    return shipped_catalogue()[accelerator_id]


def _datum(accelerator: Accelerator, quantity: str) -> Datum:
    datum = accelerator.memory() if quantity == "memory" else accelerator.figures.get(quantity)
    if datum is None:
        raise Problem(
            tr("{id} has no figure {quantity}.", id=accelerator.id, quantity=quantity),
            tr("Restore the table."),
        )
    return datum


def _value(accelerator: Accelerator, quantity: str) -> float:
    value = _datum(accelerator, quantity).value
    if value is None:
        raise Problem(
            tr("{id} has no figure {quantity}.", id=accelerator.id, quantity=quantity),
            tr("Restore the table."),
        )
    return value


def _price(accelerator: Accelerator, basis: str) -> float:
    price = accelerator.price(basis)
    if price is None:
        raise Problem(
            tr("{id} has no price {basis}.", id=accelerator.id, basis=basis),
            tr("Restore the table."),
        )
    return price.value


def _sources(*figures: tuple[Accelerator, str]) -> tuple[Source, ...]:
    return tuple(
        dict.fromkeys(_datum(chip, quantity).source.as_source() for chip, quantity in figures)
    )


def _price_sources(*prices: tuple[Accelerator, str]) -> tuple[Source, ...]:
    found = (chip.price(basis) for chip, basis in prices)
    return tuple(dict.fromkeys(price.source.as_source() for price in found if price))


def _show(value: float, unit: str, digits: int = 4) -> str:
    return f"{number(from_base(value, unit), digits)} {unit}"


def memory_tie() -> ClaimResult:
    tpu, b200 = _chip("tpu_v7"), _chip("b200_sxm")
    first, second = _value(tpu, "memory"), _value(b200, "memory")
    text = tr(
        "Google prints 192 GiB = {tpu}; the B200 offers 180 GiB = {b200} (192 GB was its figure "
        "of 2024). {tpu_gb} / {b200_gb} = {ratio}: the TPU has {more} % more, no tie.",
        tpu=_show(first, "GB"), b200=_show(second, "GB"), tpu_gb=number(first / 1e9),
        b200_gb=number(second / 1e9), ratio=number(first / second),
        more=number(100 * (first / second - 1), 2),
    )  # fmt: skip
    verdict = CONTRADICTED if first != second else SUPPORTED
    return ClaimResult(verdict, text, _sources((tpu, "memory"), (b200, "memory"), (b200, "hbm")))


def bandwidth() -> ClaimResult:
    tpu, b200 = _chip("tpu_v7"), _chip("b200_sxm")
    first, second = _datum(tpu, "hbm_bandwidth"), _datum(b200, "hbm_bandwidth")
    (low, high), (other_low, other_high) = first.interval() or (0, 0), second.interval() or (0, 0)
    text = tr(
        "TPU v7 {low} to {high}, B200 {other_low} to {other_high} (HGX data sheet: 7.7): the "
        "intervals do not overlap, the B200 leads by {margin} %.",
        low=_show(low, "TB/s"), high=_show(high, "TB/s"), other_low=_show(other_low, "TB/s"),
        other_high=_show(other_high, "TB/s"),
        margin=number(100 * (_value(b200, "hbm_bandwidth") / _value(tpu, "hbm_bandwidth") - 1), 2),
    )  # fmt: skip
    verdict = judge(["tpu_v7", "b200_sxm"], [first, second], "higher")
    holds = verdict.outcome == Outcome.WINNER and verdict.winner == "b200_sxm"
    sources = _sources((tpu, "hbm_bandwidth"), (b200, "hbm_bandwidth"))
    return ClaimResult(SUPPORTED if holds else UNDECIDABLE, text, sources)


def rates_level() -> ClaimResult:
    tpu, b200 = _chip("tpu_v7"), _chip("b200_sxm")
    bf16 = _value(tpu, "bf16") / _value(b200, "bf16")
    fp8 = _value(tpu, "fp8") / _value(b200, "fp8")
    fp4 = _value(b200, "fp4")
    text = tr(
        "BF16 {bf16}, FP8 {fp8} times the B200: within 5 %. The table stops there: the B200 does "
        "{fp4} dense in FP4, twice its FP8, and Google publishes no FP4 rate for TPU v7. Where "
        "FP4 may be used, the row that is missing decides.",
        bf16=number(bf16), fp8=number(fp8), fp4=_show(fp4, "TFLOP/s"),
    )  # fmt: skip
    level = max(abs(bf16 - 1), abs(fp8 - 1)) < 0.05
    sources = _sources((tpu, "bf16"), (b200, "bf16"), (tpu, "fp8"), (b200, "fp4"))
    return ClaimResult(SUPPORTED if level else CONTRADICTED, text, sources)


def link() -> ClaimResult:
    tpu, b200 = _chip("tpu_v7"), _chip("b200_sxm")
    ratios = {
        quantity: _value(b200, quantity) / _value(tpu, quantity)
        for quantity in ("link_bidi", "link_uni", "link_pair")
    }
    text = tr(
        "Both printed figures count both directions: {bidi} x. One way in total {uni_b} against "
        "{uni_t}. One pair of chips: {pair_b} against {pair_t}, {pair} x, because the TPU's six "
        "links go to six neighbours and NVLink goes through a switch.",
        bidi=number(ratios["link_bidi"]), uni_b=_show(_value(b200, "link_uni"), "GB/s"),
        uni_t=_show(_value(tpu, "link_uni"), "GB/s"),
        pair_b=_show(_value(b200, "link_pair"), "GB/s"),
        pair_t=_show(_value(tpu, "link_pair"), "GB/s"), pair=number(ratios["link_pair"]),
    )  # fmt: skip
    verdict = SUPPORTED if min(ratios.values()) > 1 else CONTRADICTED
    return ClaimResult(
        verdict, text, _sources((tpu, "link_bidi"), (b200, "link_bidi"), (tpu, "link_pair"))
    )


def largest_cluster() -> ClaimResult:
    tpu, b200, rack = _chip("tpu_v7"), _chip("b200_sxm"), _chip("gb200_nvl72")
    own, other = _value(b200, "domain"), _value(rack, "domain")
    text = tr(
        "A TPU v7 pod has {pod} chips. The B200 (HGX) has a scale-up domain of {own}; {other} is "
        "the GB200 NVL72, another product with other rates (FP8 {rack_fp8} against {fp8}). The "
        "table mixes the two; the winner of the row stays the TPU.",
        pod=number(_value(tpu, "domain"), 5), own=number(own), other=number(other),
        rack_fp8=_show(_value(rack, "fp8"), "TFLOP/s"), fp8=_show(_value(b200, "fp8"), "TFLOP/s"),
    )  # fmt: skip
    verdict = SUPPORTED if own == other else CONTRADICTED
    return ClaimResult(verdict, text, _sources((tpu, "domain"), (b200, "domain"), (rack, "domain")))


def tdp() -> ClaimResult:
    tpu, b200 = _chip("tpu_v7"), _chip("b200_sxm")
    first = _datum(tpu, "tdp")
    low, high = first.interval() or (0.0, 0.0)
    text = tr(
        "Google publishes no TDP. Estimates run from {low} to {high} W (best derivation {value} "
        "W); the B200's {b200} W lie inside that interval, so the row cannot be decided.",
        low=number(low), high=number(high), value=number(_value(tpu, "tdp")),
        b200=number(_value(b200, "tdp")),
    )  # fmt: skip
    verdict = judge(["tpu_v7", "b200_sxm"], [first, _datum(b200, "tdp")], "lower")
    decided = verdict.outcome == Outcome.WINNER
    return ClaimResult(
        (SUPPORTED if verdict.winner == "tpu_v7" else CONTRADICTED) if decided else UNDECIDABLE,
        text,
        _sources((tpu, "tdp"), (b200, "tdp")),
    )


def process() -> ClaimResult:
    tpu, b200 = _chip("tpu_v7"), _chip("b200_sxm")
    text = tr(
        "Google publishes no process for TPU v7; pages print 3 nm and 5 nm. The B200 is {b200}. "
        "And a process is no result: it decides nothing that the other rows do not show.",
        b200=b200.text("process"),
    )
    return ClaimResult(UNDECIDABLE, text, _sources((tpu, "process"), (b200, "process")))


def rack_memory() -> ClaimResult:
    rack = _chip("gb200_nvl72")
    per_gpu, gpus = _value(rack, "hbm"), _value(rack, "chips")
    product = per_gpu * gpus
    exact = _value(rack, "hbm_exact") * gpus
    text = tr(
        "{gpus} x {per_gpu} = {product}, as NVIDIA prints today; 13.5 TB stood in the data sheet "
        "of 2024. By the essay's own 192 GB it would be 72 x 192 = 13.8 TB. Counted in bytes, "
        "nvidia-smi shows {exact}.",
        gpus=number(gpus), per_gpu=_show(per_gpu, "GB"), product=_show(product, "TB"),
        exact=_show(exact, "TB"),
    )  # fmt: skip
    holds = abs(product - 13.5e12) < 0.05e12
    sources = _sources((rack, "hbm"), (rack, "hbm_exact"), (rack, "system_hbm"))
    return ClaimResult(SUPPORTED if holds else CONTRADICTED, text, sources)


def one_card() -> ClaimResult:
    rack = _chip("gb200_nvl72")
    local, remote = _value(rack, "hbm_bandwidth"), _value(rack, "link_uni")
    text = tr(
        "A GPU reads its own memory at {local} and another's over NVLink at {remote} one way: "
        "{ratio} times slower. A program that treats the rack as one card runs at the slower rate.",
        local=_show(local, "TB/s"), remote=_show(remote, "TB/s"), ratio=number(local / remote, 2),
    )  # fmt: skip
    verdict = CONTRADICTED if local / remote > 2 else SUPPORTED
    return ClaimResult(verdict, text, _sources((rack, "hbm_bandwidth"), (rack, "link_uni")))


def ten_terabytes() -> ClaimResult:
    rack = _chip("gb200_nvl72")
    capacity = _value(rack, "system_hbm")
    room = capacity - 10e12
    text = tr(
        "10 TB of weights leave {room} of {capacity} for caches and activations: they fit. That is "
        "serving; trained with Adam at {each} bytes a parameter the rack holds only {params} "
        "billion parameters.",
        room=_show(room, "TB"), capacity=_show(capacity, "TB"),
        each=number(TRAINING_BYTES_PER_PARAM),
        params=number(capacity / TRAINING_BYTES_PER_PARAM / 1e9, 3),
    )  # fmt: skip
    verdict = SUPPORTED if room > 0 else CONTRADICTED
    return ClaimResult(verdict, text, _sources((rack, "system_hbm")))


def ten_trillion() -> ClaimResult:
    tpu, rack = _chip("tpu_v7"), _chip("gb200_nvl72")
    needed = 10e12 * TRAINING_BYTES_PER_PARAM
    chips = needed / _value(tpu, "memory")
    racks = needed / _value(rack, "system_hbm")
    text = tr(
        "Weights, gradients and Adam's state are 10^13 x {each} B = {needed}: {chips} TPU v7, "
        "within one pod of {pod}; or {racks} NVL72 racks, joined by a slower scale-out network. "
        "So the pod avoids that network; no published run of either at that size says what it "
        "gains, or at what cost.",
        each=number(TRAINING_BYTES_PER_PARAM), needed=_show(needed, "TB"),
        chips=number(math.ceil(chips)), pod=number(_value(tpu, "domain"), 5),
        racks=number(math.ceil(racks)),
    )  # fmt: skip
    return ClaimResult(UNDECIDABLE, text, _sources((tpu, "domain"), (rack, "system_hbm")))


def cheaper() -> ClaimResult:
    tpu, b200, rack = _chip("tpu_v7"), _chip("b200_sxm"), _chip("gb200_nvl72")
    own = [1 - _price(tpu, "own_tco") / _price(chip, "own_tco") for chip in (b200, rack)]
    rent = [1 - _price(tpu, "rent_3yr") / _price(chip, "rent_3yr") for chip in (b200, rack)]
    tpu_rate = _price(tpu, "rent_3yr") / (_value(tpu, "fp8") / 1e15)
    b200_rate = _price(b200, "rent_3yr") / (_value(b200, "fp8") / 1e15)
    b200_fp4 = _price(b200, "rent_3yr") / (_value(b200, "fp4") / 1e15)
    text = tr(
        "Per chip-hour by SemiAnalysis' estimates: against the B200 {own} % less owned, {rent} % "
        "less on three years' rent; against the GB200 {own_rack} % and {rent_rack} %. Per FP8 "
        "PFLOP-hour ${tpu_rate} against ${b200_rate}. But against the B200's FP4 (${b200_fp4}) the "
        "TPU is {dearer} % dearer.",
        own=number(100 * own[0], 2), rent=number(100 * rent[0], 2),
        own_rack=number(100 * own[1], 2), rent_rack=number(100 * rent[1], 2),
        tpu_rate=number(tpu_rate, 3), b200_rate=number(b200_rate, 3),
        b200_fp4=number(b200_fp4, 3), dearer=number(100 * (tpu_rate / b200_fp4 - 1), 2),
    )  # fmt: skip
    within = all(0.295 <= saving <= 0.505 for saving in (*own, *rent))
    sources = _price_sources(
        (tpu, "own_tco"), (tpu, "rent_3yr"), (b200, "own_tco"), (b200, "rent_3yr")
    )
    return ClaimResult(SUPPORTED if within else CONTRADICTED, text, sources)


def performance_per_watt() -> ClaimResult:
    tpu = _chip("tpu_v7")
    own = _value(tpu, "fp8") / _value(tpu, "tdp")
    rivals = {
        name: own / (_value(_chip(chip_id), "fp8") / _value(_chip(chip_id), "tdp"))
        for name, chip_id in (
            ("b200", "b200_sxm"), ("gb200", "gb200_nvl72"), ("gb300", "gb300_nvl72"))
    }  # fmt: skip
    b200 = _chip("b200_sxm")
    needed_watts = _value(tpu, "fp8") / (1.5 * _value(b200, "fp8") / _value(b200, "tdp"))
    essay = [4614 / 900 / (4500 / watts) for watts in (1000, 1200)]
    text = tr(
        "Peak FP8 over TDP, with {watts} W estimated for TPU v7: {b200} x the B200, {gb200} x the "
        "GB200, {gb300} x the GB300. 1.5 x would need a TDP of at most {needed} W. The essay's own "
        "table gives {low} to {high} x. In FP4 the B200 does {fp4} TFLOP/s per W, TPU v7 in its "
        "fastest published format {own}. And power with colocation is under {part} % of a chip's "
        "cost by InferenceX, so that even 1.5 x would lower the whole by {saved} % at most.",
        watts=number(_value(tpu, "tdp")), b200=number(rivals["b200"], 3),
        gb200=number(rivals["gb200"], 3), gb300=number(rivals["gb300"], 3),
        needed=number(needed_watts, 3), low=number(essay[0], 3), high=number(essay[1], 3),
        fp4=number(_value(b200, "fp4") / _value(b200, "tdp") / 1e12, 2),
        own=number(own / 1e12, 2), part=number(100 * _POWER_SHARE),
        saved=number(100 * _POWER_SHARE * (1 - 1 / 1.5), 2),
    )  # fmt: skip
    verdict = SUPPORTED if max(rivals.values()) >= 1.45 else CONTRADICTED
    sources = _sources((tpu, "tdp"), (tpu, "fp8"), (b200, "tdp"), (b200, "fp4"))
    return ClaimResult(verdict, text, (*sources, _INFERENCEX))


def cannot_be_bought() -> ClaimResult:
    tpus = [a for a in shipped_catalogue().accelerators.values() if a.vendor == "Google"]
    listed = sum(a.price("list") is not None for a in tpus)
    text = tr(
        "{listed} of the {total} TPUs in the table has a purchase price, so none is on open sale. "
        "Since the essay, purchases through a special-purpose company for Anthropic and machines "
        "on Meta's own sites for 2027 were reported, not confirmed with terms.",
        listed=listed, total=len(tpus),
    )  # fmt: skip
    verdict = UNDECIDABLE if not listed else CONTRADICTED
    sources = _price_sources((_chip("tpu_v7"), "rent_3yr"), (_chip("tpu_v7"), "own_tco"))
    return ClaimResult(verdict, text, sources)


def rubin() -> ClaimResult:
    rubin_rack, b200 = _chip("vr200_nvl72"), _chip("b200_sxm")
    ratio = _value(rubin_rack, "hbm_bandwidth") / _value(b200, "hbm_bandwidth")
    text = tr(
        "Announced for Vera Rubin: HBM4 at {rubin} against {b200} now, {ratio} x. It is sold as "
        "VR200; announced, not measured.",
        rubin=_show(_value(rubin_rack, "hbm_bandwidth"), "TB/s"),
        b200=_show(_value(b200, "hbm_bandwidth"), "TB/s"), ratio=number(ratio, 3),
    )  # fmt: skip
    verdict = SUPPORTED if ratio >= 2 else CONTRADICTED
    sources = _sources((rubin_rack, "hbm_bandwidth"), (b200, "hbm_bandwidth"))
    return ClaimResult(verdict, text, sources)


def next_tpu() -> ClaimResult:
    training, serving = _chip("tpu_8t"), _chip("tpu_8i")
    text = tr(
        "Announced on {date}: two chips, {training} for training (pods of {pod}) and {serving} for "
        "inference ({memory} of memory). Neither is called Jade.",
        date=training.text("release"), training=training.name, serving=serving.name,
        pod=number(_value(training, "domain"), 5), memory=_show(_value(serving, "hbm"), "GB"),
    )  # fmt: skip
    return ClaimResult(CONTRADICTED, text, _sources((training, "release"), (serving, "release")))


def earlier_tpus() -> ClaimResult:
    v5p, v6e = _chip("tpu_v5p"), _chip("tpu_v6e")
    h100, h200 = _chip("h100_sxm"), _chip("h200_sxm")
    text = tr(
        "Dense BF16: v5p {v5p} against H100 {h100}; v6e {v6e} against H200 {h200}.",
        v5p=_show(_value(v5p, "bf16"), "TFLOP/s"), h100=_show(_value(h100, "bf16"), "TFLOP/s"),
        v6e=_show(_value(v6e, "bf16"), "TFLOP/s"), h200=_show(_value(h200, "bf16"), "TFLOP/s"),
    )  # fmt: skip
    behind = _value(v5p, "bf16") < _value(h100, "bf16") and _value(v6e, "bf16") < _value(
        h200, "bf16"
    )
    sources = _sources((v5p, "bf16"), (v6e, "bf16"), (h100, "bf16"), (h200, "bf16"))
    return ClaimResult(SUPPORTED if behind else CONTRADICTED, text, sources)


def nim() -> ClaimResult:
    text = tr(
        "NVIDIA spells NIM out as NVIDIA Inference Microservices. Gemini's weights are not "
        "published; Google's open models are called Gemma."
    )
    source = Source("NVIDIA NIM for Developers", "https://developer.nvidia.com/nim", "2026")
    return ClaimResult(CONTRADICTED, text, (source,))
