"""The essay's claims that depend on a workload: they are put through the model of this plugin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pixelwatt.api import ClaimResult, Source, Verdict
from pixelwatt_accelerators.core.document import Comparison, Use
from pixelwatt_accelerators.core.table import shipped_catalogue
from pixelwatt_accelerators.core.uncertainty import Study, intervals, study
from pixelwatt_accelerators.core.units import number
from pixelwatt_accelerators.text import tr

_INDEPENDENT_TEST = Source(
    "provide.ai: FP8 serving of Qwen3-32B and a 480B mixture of experts on Ironwood and B200",
    "https://provide.ai/?p=67422",
    "2026",
)
_PAIR = ("tpu_v7", "b200_sxm")


def _study(model: str, precision: str = "fp8") -> Study:
    use = replace(Use(), model=model, precision=precision)
    catalogue = shipped_catalogue()
    return study([catalogue[chip] for chip in _PAIR], Comparison(use=use))


def _figure_sources(*quantities: str) -> tuple[Source, ...]:
    catalogue = shipped_catalogue()
    found = (catalogue[chip].figures.get(quantity) for chip in _PAIR for quantity in quantities)
    return tuple(dict.fromkeys(datum.source.as_source() for datum in found if datum is not None))


def power_quota() -> ClaimResult:
    """Tokens per second and megawatt, with the interval of each."""
    item = _study("llama31_70b")
    metric = item.nominal()["tokens_per_s_per_mw"]
    low, high = intervals(item, "tokens_per_s_per_mw")
    overlap = bool(low[0] <= high[1] and low[1] <= high[0])
    text = tr(
        "Llama 3.1 70B in FP8, 32 sequences of 8,192 tokens, at provisioned site power: TPU v7 "
        "{tpu} ({tpu_low} to {tpu_high}) thousand tokens/s per MW, B200 {gpu} ({gpu_low} to "
        "{gpu_high}). TPU v7's power is an estimate; as long as nobody measures it at the wall, "
        "the intervals overlap.",
        tpu=number(metric[0] / 1e3, 3), tpu_low=number(low[0] / 1e3, 3),
        tpu_high=number(high[0] / 1e3, 3), gpu=number(metric[1] / 1e3, 3),
        gpu_low=number(low[1] / 1e3, 3), gpu_high=number(high[1] / 1e3, 3),
    )  # fmt: skip
    if overlap:
        verdict = Verdict.UNDECIDABLE
    else:
        verdict = Verdict.SUPPORTED if low[0] > high[1] else Verdict.CONTRADICTED
    return ClaimResult(verdict, text, _figure_sources("tdp", "all_in_power", "hbm_bandwidth"))


def serves_cheaper() -> ClaimResult:
    """USD per million tokens in FP8, and against FP4 where the B200 may use it."""
    dense = _study("qwen3_32b").nominal()["usd_per_mtok"]
    sparse = _study("qwen3_235b").nominal()["usd_per_mtok"]
    fp4 = _study("qwen3_235b", "fp4").nominal()["usd_per_mtok"]
    text = tr(
        "By the decode bound and three years' rent, USD per million tokens, TPU v7 against B200: "
        "Qwen3 32B {dense_tpu} / {dense_gpu}, Qwen3 235B-A22B {moe_tpu} / {moe_gpu}; in FP4 the "
        "B200 comes to {fp4_gpu} and TPU v7 publishes no rate. A bound is not a measurement: an "
        "independent FP8 test has Ironwood ahead on Qwen3 32B and the B200 about 80 % ahead on a "
        "480B mixture of experts.",
        dense_tpu=number(float(dense[0]), 3), dense_gpu=number(float(dense[1]), 3),
        moe_tpu=number(float(sparse[0]), 3), moe_gpu=number(float(sparse[1]), 3),
        fp4_gpu=number(float(fp4[1]), 3),
    )  # fmt: skip
    always = all(bool(metric[0] < metric[1]) for metric in (dense, sparse)) and not np.isnan(fp4[0])
    verdict = Verdict.SUPPORTED if always else Verdict.UNDECIDABLE
    return ClaimResult(verdict, text, (*_figure_sources("hbm_bandwidth"), _INDEPENDENT_TEST))


def scales_better() -> ClaimResult:
    catalogue = shipped_catalogue()
    pod = catalogue["tpu_v7"].value("domain") or 0.0
    rack = catalogue["gb200_nvl72"].value("domain") or 0.0
    text = tr(
        "One scale-up domain holds {pod} TPU v7 or {rack} GB200: a job as large as a pod stays "
        "within one on the one side and is spread over {racks} racks on the other. How much that "
        "costs was not measured side by side: Ironwood is not in MLPerf Training 6.0.",
        pod=number(pod, 5), rack=number(rack), racks=number(pod / rack, 3),
    )  # fmt: skip
    return ClaimResult(Verdict.UNDECIDABLE, text, (*_figure_sources("domain"), _INDEPENDENT_TEST))
