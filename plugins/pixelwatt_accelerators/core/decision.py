"""Seven questions to a recommendation: hard constraints first, then the ranking.

Every accelerator that drops out is reported with the answer that eliminated it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pixelwatt.api import tr_noop
from pixelwatt_accelerators.core.arrays import FloatArray
from pixelwatt_accelerators.core.catalogue import Accelerator, FigureStatus
from pixelwatt_accelerators.core.document import Comparison, Use
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.quantities import PRECISIONS
from pixelwatt_accelerators.core.uncertainty import Study, study
from pixelwatt_accelerators.core.units import number, usd, with_unit
from pixelwatt_accelerators.core.verdicts import Lead, lead, missing
from pixelwatt_accelerators.text import tr

SOLD_TO_RENT_ONLY = frozenset({"Google", "AWS"})
"""Makers whose chips are offered as a service; reports of single sales are not an offer."""
IN_GOOGLE_CLOUD = frozenset({"Google", "NVIDIA"})
RUNS_CUDA = frozenset({"NVIDIA"})


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    title: str
    options: tuple[tuple[str, str], ...]
    """Answer and its text; the first is the default."""


def questions() -> list[Question]:
    """The seven, in the order in which they are asked."""
    usual = Use().model
    # The first option is the default answer, so the default model comes first.
    listed = sorted(shipped_models().values(), key=lambda model: model.id != usual)
    models = tuple((model.id, model.name) for model in listed)
    return [
        Question(
            "purpose",
            tr_noop("Serve a model or train one?"),
            (("serve", tr_noop("Serve")), ("train", tr_noop("Train"))),
        ),
        Question("model", tr_noop("Which model is nearest to yours?"), models),
        Question(
            "precision",
            tr_noop("What is the lowest precision you accept?"),
            tuple((name, name.upper()) for name in ("fp8", "bf16", "fp4")),
        ),
        Question(
            "rate",
            tr_noop("How fast must a user's tokens come?"),
            (
                ("0", tr_noop("no limit")),
                ("20", tr_noop("at least 20 a second")),
                ("50", tr_noop("at least 50 a second")),
                ("100", tr_noop("at least 100 a second")),
            ),
        ),
        Question(
            "place",
            tr_noop("Where may it stand?"),
            (
                ("cloud", tr_noop("any cloud")),
                ("gcp", tr_noop("Google Cloud only")),
                ("own", tr_noop("on your own site")),
            ),
        ),
        Question(
            "cuda",
            tr_noop("Do you depend on CUDA kernels of your own?"),
            (("no", tr_noop("no")), ("yes", tr_noop("yes"))),
        ),
        Question(
            "cap",
            tr_noop("Is there a limit of power or price?"),
            (
                ("none", tr_noop("none")),
                ("700W", tr_noop("700 W a chip")),
                ("1000W", tr_noop("1,000 W a chip")),
                ("2USD", tr_noop("$2 a chip-hour")),
                ("4USD", tr_noop("$4 a chip-hour")),
            ),
        ),
    ]


@dataclass(frozen=True, slots=True)
class Preset:
    """Answers as the essay's own guide gives them, and whom it then recommends."""

    id: str
    title: str
    answers: Mapping[str, str]
    vendor: str


ESSAY_PRESETS = (
    Preset(
        "essay_tpu",
        tr_noop("The essay's case for TPU v7"),
        {"purpose": "serve", "place": "gcp", "cuda": "no", "precision": "fp8"},
        "Google",
    ),
    Preset(
        "essay_nvidia",
        tr_noop("The essay's case for Blackwell"),
        {"purpose": "serve", "place": "own", "cuda": "yes", "precision": "fp8"},
        "NVIDIA",
    ),
)


@dataclass(frozen=True, slots=True)
class Elimination:
    accelerator_id: str
    question: str
    """Id of the question whose answer did it; ``"availability"`` if it cannot be had yet."""
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    metric: str
    ranking: tuple[tuple[str, float], ...]
    eliminated: tuple[Elimination, ...]
    unknown: dict[str, tuple[str, ...]]
    """Left over, but undisclosed in figures the ranking needs: their titles, untranslated."""
    verdict: Lead


def answered(answers: Mapping[str, str]) -> dict[str, str]:
    """All seven answers, defaults where one is missing or no longer offered."""
    complete = {}
    for question in questions():
        offered = [value for value, _ in question.options]
        given = answers.get(question.id, "")
        complete[question.id] = given if given in offered else offered[0]
    return complete


def decide(
    accelerators: Sequence[Accelerator], comparison: Comparison, answers: Mapping[str, str]
) -> Decision:
    """Eliminate by hard constraints, then rank by cost."""
    complete = answered(answers)
    serving = complete["purpose"] == "serve"
    precision = complete["precision"]
    assert precision in PRECISIONS
    use = replace(comparison.use, model=complete["model"], precision=precision, chips=0)
    situation = replace(comparison, use=use)
    everything = study(accelerators, situation)
    metrics = everything.nominal()
    eliminated = []
    remaining = []
    for index, accelerator in enumerate(accelerators):
        found = _obstacle(accelerator, index, complete, everything, metrics)
        if found is None:
            remaining.append(accelerator)
        else:
            eliminated.append(Elimination(accelerator.id, *found))
    metric = "usd_per_mtok" if serving else "training_usd"
    rest = study(remaining, situation)
    verdict = lead(rest, metric) if remaining else Lead(
        None, None, math.nan, math.nan, math.nan, math.nan, None, ()
    )  # fmt: skip
    values: FloatArray = rest.nominal()[metric] if remaining else np.array([])
    known = [
        (accelerator.id, float(value))
        for accelerator, value in zip(remaining, values, strict=True)
        if not math.isnan(value)
    ]
    unknown = {
        accelerator.id: missing(rest, metric, index)
        for index, accelerator in enumerate(remaining)
        if math.isnan(values[index])
    }
    ranking = tuple(sorted(known, key=lambda entry: entry[1]))
    return Decision(metric, ranking, tuple(eliminated), unknown, verdict)


def _obstacle(
    accelerator: Accelerator,
    index: int,
    answers: Mapping[str, str],
    everything: Study,
    metrics: Mapping[str, FloatArray],
) -> tuple[str, str] | None:
    """The first question, in the order of hardness, whose answer rules this one out."""
    release = accelerator.figures.get("release")
    if release is not None and release.status == FigureStatus.ANNOUNCED:
        return "availability", tr("announced ({date}), not to be had yet", date=release.text)
    if answers["cuda"] == "yes" and accelerator.vendor not in RUNS_CUDA:
        return "cuda", tr("runs no CUDA")
    if answers["place"] == "own" and accelerator.vendor in SOLD_TO_RENT_ONLY:
        return "place", tr("is offered to rent only")
    if answers["place"] == "gcp" and accelerator.vendor not in IN_GOOGLE_CLOUD:
        return "place", tr("is not offered in Google Cloud")
    precision = accelerator.figures.get(answers["precision"])
    if precision is not None and precision.status == FigureStatus.NOT_SUPPORTED:
        return "precision", tr("does not compute in {name}", name=answers["precision"].upper())
    if answers["purpose"] == "serve":
        obstacle = _too_small_or_slow(index, answers, everything, metrics)
        if obstacle is not None:
            return obstacle
    return _over_the_cap(accelerator, index, answers["cap"], everything)


def _too_small_or_slow(
    index: int, answers: Mapping[str, str], everything: Study, metrics: Mapping[str, FloatArray]
) -> tuple[str, str] | None:
    fleet = everything.fleet
    if not math.isnan(fleet.hbm_bytes[index]) and math.isnan(fleet.chips[index]):
        needed = with_unit(fleet.weights + fleet.kv_bytes, "bytes", 3)
        return "model", tr("{needed} do not fit its scale-up domain", needed=needed)
    rate = float(metrics["tokens_per_user_s"][index])
    if not math.isnan(rate) and rate < float(answers["rate"]):
        return "rate", tr("gives {rate} tokens a second", rate=number(rate, 3))
    return None


def _over_the_cap(
    accelerator: Accelerator, index: int, cap: str, everything: Study
) -> tuple[str, str] | None:
    if cap.endswith("W"):
        watts = accelerator.value("tdp")
        if watts is not None and watts > float(cap.removesuffix("W")):
            return "cap", tr("draws {watts} W", watts=number(watts))
    if cap.endswith("USD"):
        price = float(everything.nominal()["usd_per_chip_hour"][index])
        if not math.isnan(price) and price > float(cap.removesuffix("USD")):
            return "cap", tr("costs {price} a chip-hour", price=usd(price))
    return None
