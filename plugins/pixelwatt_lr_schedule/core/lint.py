"""The linter: what people get wrong with schedules, each finding tied to an update.

The rules come from issue threads of the libraries; `docs/lr-schedule.md` lists them with
their sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from pixelwatt_lr_schedule.core import lint_curve, lint_setup
from pixelwatt_lr_schedule.core.lint_subject import Finding, Subject, Training, Weight
from pixelwatt_lr_schedule.core.registry import build, lookup
from pixelwatt_lr_schedule.core.sampling import read_all
from pixelwatt_lr_schedule.core.schedule import Refused
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr

__all__ = ["Finding", "Training", "Weight", "lint"]
_MOST_READ = 2_000_000


def lint(spec: Spec, training: Training | None = None) -> list[Finding]:
    """All findings, the worst first, then by update."""
    try:
        schedule = build(spec)
    except Refused as refusal:
        return [Finding("refused", Weight.ERROR, 0, str(refusal), tr("Change that argument."))]
    name, _ = lookup(spec.library, spec.schedule)
    steps = min(spec.steps, _MOST_READ)
    ends = schedule.ends
    count = steps if ends is None else min(steps, ends)
    try:
        lrs = read_all(schedule.lr, count)
        after = _after(schedule.lr, count, ends)
    except Refused as refusal:
        return [Finding("refused", Weight.ERROR, None, str(refusal), tr("Change that argument."))]
    subject = Subject(spec, name, dict(spec.params), schedule, lrs, after, training or Training())
    findings = [finding for rule in _RULES for finding in rule(subject)]
    order = {Weight.ERROR: 0, Weight.WARNING: 1, Weight.NOTE: 2}
    return sorted(findings, key=lambda f: (order[f.weight], f.update or 0))


def _after(lr: Callable[[Any], Any], count: int, ends: int | None) -> float | None:
    """The value one past the last update, where the library gives one."""
    if ends is not None and count >= ends:
        return None
    return float(lr(np.asarray([count], dtype=np.int64))[0])


_RULES: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    lint_setup.interval,
    lint_setup.step_order,
    lint_setup.too_long,
    lint_setup.processes,
    lint_setup.accumulation,
    lint_setup.resume,
    lint_setup.sequence,
    lint_setup.chain,
    lint_setup.restart_logarithm,
    lint_setup.ignored_arguments,
    lint_setup.plateau,
    lint_curve.not_finite,
    lint_curve.zero_first,
    lint_curve.peak_missed,
    lint_curve.minimum_late,
    lint_curve.rises_again,
    lint_curve.stuck,
    lint_curve.raises,
    lint_curve.range_test,
)


def training_from(data: Mapping[str, Any]) -> Training:
    """How the schedule is driven, from a spec file's ``training`` or its own keys."""
    source = data.get("training", data)
    if not isinstance(source, Mapping):
        return Training()
    names = {
        "interval": str, "updates_per_epoch": int, "epochs": int, "num_processes": int,
        "gradient_accumulation": int, "resume_at": int, "scheduler_first": bool,
    }  # fmt: skip
    found: dict[str, Any] = {}
    for name, kind in names.items():
        value = source.get(name)
        if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
            found[name] = value
    return Training(**found)
