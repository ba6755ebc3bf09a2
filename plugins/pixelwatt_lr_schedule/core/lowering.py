"""Any schedule as one formula of the update ``k``: what generic exports are made from."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core import lowering_optax, lowering_torch, lowering_trainers
from pixelwatt_lr_schedule.core.formula_text import choose, shifted
from pixelwatt_lr_schedule.core.formula_text import steps as step_text
from pixelwatt_lr_schedule.core.registry import build, lookup
from pixelwatt_lr_schedule.core.sampling import read_all
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr

Lower = Callable[[float, dict[str, Any]], str | None]
_LONGEST_TABLE = 5000

_RULES: dict[str, Mapping[str, Lower]] = {
    "torch": lowering_torch.RULES,
    "optax": lowering_optax.OPTAX_RULES,
    "keras": lowering_optax.KERAS_RULES,
    "transformers": lowering_trainers.HF_RULES,
    "timm": lowering_trainers.TIMM_RULES,
    "schedulefree": lowering_trainers.OTHER_RULES,
    "fastai": lowering_trainers.OTHER_RULES,
    "pixelwatt": lowering_trainers.OTHER_RULES,
}


def complete(spec: Spec) -> tuple[str, dict[str, Any]]:
    """The schedule's name and all its arguments, defaults filled in."""
    name, builder = lookup(spec.library, spec.schedule)
    signature = inspect.signature(builder)
    defaults = {
        p.name: p.default
        for p in signature.parameters.values()
        if p.kind is p.KEYWORD_ONLY and p.default is not p.empty
    }
    return name, {**defaults, **spec.params}


def formula(spec: Spec) -> str:
    """The learning rate of ``spec`` as a formula of ``k``; raise `Problem` if there is none."""
    schedule = build(spec)
    name, params = complete(spec)
    rule = _RULES[spec.library].get(name)
    if rule is not None:
        text = rule(spec.base_lr, params)
        if text is not None:
            return text
    if spec.library in {"torch", "optax"} and name in {"SequentialLR", "join_schedules"}:
        text = _pieces(spec, name, params)
        if text is not None:
            return text
    count = min(spec.steps, schedule.ends or spec.steps)
    values = read_all(schedule.lr, count)
    if count > _LONGEST_TABLE and int(np.count_nonzero(np.diff(values))) > 40:
        raise Problem(
            tr("{title} has no formula, and {count} values are too many for a table in code.",
               title=spec.title, count=count),
            tr("Export it as CSV, or shorten it to {most} updates.", most=_LONGEST_TABLE),
        )  # fmt: skip
    return step_text(values)


def _pieces(spec: Spec, name: str, params: dict[str, Any]) -> str | None:
    """A sequence of schedules, where each piece is itself a formula counted from its start."""
    children = params["schedulers" if name == "SequentialLR" else "schedules"]
    marks = [int(m) for m in params["milestones" if name == "SequentialLR" else "boundaries"]]
    if (
        sorted(set(marks)) != marks
        or params.get("last_epoch", -1) != -1
        or min(marks, default=1) < 1
    ):
        return None
    texts = []
    for child in children:
        inner = {k: v for k, v in child.items() if k not in {"name", "schedule", "params"}}
        inner |= child.get("params", {})
        child_name = child.get("name") or child.get("schedule")
        if child_name in {"SequentialLR", "ChainedScheduler", "MultiplicativeLR", "OneCycleLR",
                          "CyclicLR"} or inner.get("total_iters", 1) <= 0:  # fmt: skip
            return None
        texts.append(formula(Spec(spec.library, child_name, inner, spec.base_lr, spec.steps)))
    starts = [0, *marks]
    moved = [shifted(text, start) for text, start in zip(texts, starts, strict=True)]
    return choose(list(zip(marks, moved, strict=False)), moved[-1])
