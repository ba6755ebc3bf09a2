"""Rules about how a schedule is set up and driven."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from pixelwatt_lr_schedule.core.lint_subject import Finding, Subject, Weight
from pixelwatt_lr_schedule.text import tr


def length(subject: Subject) -> int:
    """The length of the run its arguments name; 0 if they name none."""
    named = [
        subject.params.get(key)
        for key in ("num_training_steps", "total_steps", "T_max", "t_initial", "decay_steps")
    ]
    return max((int(v) for v in named if isinstance(v, int | float) and v < 1e12), default=0)


def horizon(subject: Subject) -> int:
    """The last update at which the schedule still has something planned."""
    known = [length(subject)]
    if subject.schedule.knots:
        known.append(min(max(subject.schedule.knots), 10**12))
    cyclic = {"CosineAnnealingWarmRestarts", "CyclicLR", "CosineDecayRestarts", "StepLR"}
    if subject.name in cyclic:
        return 0
    return max(known, default=0)


def interval(subject: Subject) -> Iterator[Finding]:
    training, planned = subject.training, horizon(subject)
    if training.interval == "epoch" and training.epochs and planned > 2 * training.epochs:
        yield Finding(
            "interval-epoch", Weight.WARNING, training.epochs,
            tr("The scheduler is stepped once per epoch, {epochs} times in all, but is planned "
               "for {planned} steps: it never gets past {share} of its way.",
               epochs=training.epochs, planned=planned,
               share=f"{training.epochs / planned:.1%}"),
            tr('Step it every update (interval "step"), or give its lengths in epochs.'),
        )  # fmt: skip
    elif (
        training.interval == "step"
        and training.updates_per_epoch > 1
        and 0 < length(subject) <= training.epochs
    ):
        yield Finding(
            "interval-step", Weight.WARNING, planned,
            tr("The scheduler is stepped every update but planned for {planned} steps, the "
               "number of epochs: it is over in epoch {epoch} of {epochs}.", planned=planned,
               epoch=math.ceil(planned / training.updates_per_epoch), epochs=training.epochs),
            tr("Multiply its lengths by the updates per epoch, {count}.",
               count=training.updates_per_epoch),
        )  # fmt: skip


def step_order(subject: Subject) -> Iterator[Finding]:
    if subject.training.scheduler_first and subject.spec.library in {"torch", "transformers"}:
        yield Finding(
            "step-order", Weight.WARNING, 0,
            tr("The loop steps the scheduler before the optimizer: the rate of update 0, {value}, "
               "is skipped.", value=f"{subject.lrs[0]:.4g}"),
            tr("Call optimizer.step() first, then scheduler.step()."),
        )  # fmt: skip


def too_long(subject: Subject) -> Iterator[Finding]:
    warmup = warmup_length(subject.params)
    if warmup >= subject.spec.steps and warmup > 0:
        yield Finding(
            "warmup-exceeds-run", Weight.WARNING, subject.spec.steps - 1,
            tr("The warm-up of {warmup} updates is not over when the run of {steps} ends.",
               warmup=warmup, steps=subject.spec.steps),
            tr("Shorten the warm-up; 1 to 10 % of the run is common."),
        )  # fmt: skip
        return
    planned = horizon(subject)
    fixed = subject.params.get("num_training_steps") or subject.params.get("T_max")
    if isinstance(fixed, int) and fixed > 1.1 * subject.spec.steps and planned >= fixed:
        yield Finding(
            "longer-than-run", Weight.WARNING, subject.spec.steps - 1,
            tr("The schedule is planned for {planned} updates, the run has {steps}: the decay "
               "stops at {value}.", planned=fixed, steps=subject.spec.steps,
               value=f"{subject.lrs[-1]:.4g}"),
            tr("Give the scheduler the number of optimizer updates of the run."),
        )  # fmt: skip


def warmup_length(params: Mapping[str, Any]) -> int:
    """The warm-up's updates by whatever name they go; 0 if there are none."""
    for key in ("num_warmup_steps", "warmup_steps", "warmup_t"):
        value = params.get(key)
        if isinstance(value, int | float) and value:
            return int(value)
    schedulers = params.get("schedulers")
    milestones = params.get("milestones")
    if isinstance(schedulers, list) and milestones and schedulers:
        first = schedulers[0]
        if isinstance(first, Mapping) and first.get("name") == "LinearLR":
            return int(milestones[0])
    return 0


def processes(subject: Subject) -> Iterator[Finding]:
    count = subject.training.num_processes
    if count > 1:
        end = max(1, subject.spec.steps // count)
        yield Finding(
            "stepped-per-process", Weight.WARNING, end,
            tr("A scheduler prepared by Accelerate is stepped once per process: with {count} "
               "processes it is over after {end} of {steps} updates.", count=count, end=end,
               steps=subject.spec.steps),
            tr("Multiply its lengths by the number of processes, or export it for {count} "
               "processes.", count=count),
        )  # fmt: skip


def accumulation(subject: Subject) -> Iterator[Finding]:
    count = subject.training.gradient_accumulation
    total = subject.training.updates_per_epoch * subject.training.epochs
    planned = horizon(subject)
    if count > 1 and total and planned >= total:
        updates = total // count
        yield Finding(
            "accumulation", Weight.WARNING, updates,
            tr("Gradients are accumulated over {count} batches, so the run has {updates} updates, "
               "not {total}: the schedule is planned for {planned}.", count=count,
               updates=updates, total=total, planned=planned),
            tr("Count optimizer updates, not batches."),
        )  # fmt: skip


def resume(subject: Subject) -> Iterator[Finding]:
    last = subject.params.get("last_epoch", -1)
    if last not in {-1, None} and subject.spec.library == "torch":
        yield Finding(
            "resume-last-epoch", Weight.WARNING, 0,
            tr("last_epoch={last} does not resume {name}: it starts at {value} again "
               "(pytorch#162591).", last=last, name=subject.name, value=f"{subject.lrs[0]:.4g}"),
            tr("Save and load the state_dict of optimizer and scheduler."),
        )  # fmt: skip
    at = subject.training.resume_at
    if 0 < at < len(subject.lrs) and subject.lrs[0] != subject.lrs[at]:
        yield Finding(
            "resume-jump", Weight.NOTE, at,
            tr("Resumed without the scheduler's state, update {at} would use {first} instead "
               "of {right}.", at=at, first=f"{subject.lrs[0]:.4g}",
               right=f"{subject.lrs[at]:.4g}"),
            tr("Load the scheduler's state_dict with the checkpoint."),
        )  # fmt: skip


def sequence(subject: Subject) -> Iterator[Finding]:
    if subject.name not in {"SequentialLR", "join_schedules"}:
        return
    key, children = ("milestones", "schedulers")
    if subject.name == "join_schedules":
        key, children = ("boundaries", "schedules")
    marks = [int(m) for m in subject.params.get(key, [])]
    if marks != sorted(set(marks)):
        yield Finding(
            "unsorted-milestones", Weight.WARNING, marks[0] if marks else None,
            tr("The milestones {marks} are not rising; the library accepts them silently and "
               "skips or repeats pieces.", marks=marks),
            tr("Sort them, each once."),
        )  # fmt: skip
    nested = [
        c for c in subject.params.get(children, [])
        if isinstance(c, Mapping) and c.get("name") == "SequentialLR"
    ]  # fmt: skip
    if nested and subject.name == "SequentialLR":
        inner = nested[0].get("milestones") or [0]
        yield Finding(
            "nested-sequential", Weight.WARNING, max(0, int(inner[0]) - 1),
            tr("A SequentialLR inside a SequentialLR runs one step ahead (pytorch#196243): its "
               "milestone {mark} acts one update early.", mark=inner[0]),
            tr("Put all pieces into one SequentialLR."),
        )  # fmt: skip
    if 0 in marks:
        yield Finding(
            "milestone-zero", Weight.NOTE, 0,
            tr("Milestone 0 skips the first schedule altogether."), tr("Leave it out."),
        )  # fmt: skip


_SETS_RATE = {"CosineAnnealingWarmRestarts", "OneCycleLR", "CyclicLR", "LambdaLR"}


def chain(subject: Subject) -> Iterator[Finding]:
    if subject.name != "ChainedScheduler":
        return
    children = [c for c in subject.params.get("schedulers", []) if isinstance(c, Mapping)]
    for index, child in enumerate(children):
        if index and child.get("name") in _SETS_RATE:
            yield Finding(
                "chain-overwrites", Weight.WARNING, 0,
                tr("{name} sets the rate itself and undoes the schedulers before it in the chain "
                   "(pytorch#129565).", name=child["name"]),
                tr("Use SequentialLR, or one LambdaLR for the product."),
            )  # fmt: skip
        elif child.get("name") in _SETS_RATE and len(children) > 1:
            yield Finding(
                "chain-overwrites", Weight.WARNING, 1,
                tr("{name} sets the rate anew at each step: what the others do lasts for one "
                   "update only (pytorch#129565).", name=child["name"]),
                tr("Use SequentialLR, or one LambdaLR for the product."),
            )  # fmt: skip
        elif child.get("eta_min") and len(children) > 1:
            yield Finding(
                "chain-not-product", Weight.WARNING, 1,
                tr("With eta_min above 0 the chain is not the product of its schedulers."),
                tr("Use one LambdaLR for the product."),
            )  # fmt: skip


def restart_logarithm(subject: Subject) -> Iterator[Finding]:
    if subject.name == "CosineAnnealingWarmRestarts" and subject.params.get("explicit_epoch"):
        first, grow = subject.params["T_0"], subject.params.get("T_mult", 1)
    elif subject.spec.library == "timm" and subject.params.get("cycle_mul", 1.0) != 1.0:
        first, grow = subject.params["t_initial"], subject.params["cycle_mul"]
    else:
        return
    if grow == 1:
        return
    at = float(first)
    for n in range(1, 40):
        argument = at / first * (grow - 1) + 1
        if at > len(subject.lrs) - 1:
            return
        if float(at).is_integer() and math.floor(math.log(argument, grow)) < n:
            k = int(at) + (
                int(subject.params.get("warmup_t", 0)) if subject.params.get("warmup_prefix") else 0
            )
            yield Finding(
                "restart-rounding", Weight.WARNING, min(k, len(subject.lrs) - 1),
                tr("The restart at update {update} uses the minimum instead of the peak: "
                   "log({argument}, {grow}) is rounded below {n}.", update=k,
                   argument=f"{argument:.0f}", grow=grow, n=n),
                tr("Use a cycle multiplier of 2, or step without an explicit epoch."),
            )  # fmt: skip
            return
        at = at + first * grow**n


def ignored_arguments(subject: Subject) -> Iterator[Finding]:
    params = subject.params
    if subject.name == "CosineDecay" and params.get("warmup_steps") and (
        params.get("warmup_target") is None
    ):  # fmt: skip
        yield Finding(
            "warmup-ignored", Weight.WARNING, 0,
            tr("Keras ignores warmup_steps={steps} without warmup_target: there is no warm-up.",
               steps=params["warmup_steps"]),
            tr("Give warmup_target, the peak."),
        )  # fmt: skip
    if subject.name == "CosineAnnealingLR" and params.get("eta_min", 0) > subject.spec.base_lr:
        yield Finding(
            "minimum-above-base", Weight.WARNING, 0,
            tr("eta_min {minimum} is above the base rate {base}: the rate rises.",
               minimum=params["eta_min"], base=subject.spec.base_lr),
            tr("eta_min is an absolute rate; choose it below the base."),
        )  # fmt: skip


def plateau(subject: Subject) -> Iterator[Finding]:
    metric = subject.params.get("metric")
    if metric is None:
        metric = (subject.params.get("scheduler_specific_kwargs") or {}).get("metric")
    if "lateau" not in subject.name and not subject.name.endswith("on_plateau"):
        return
    if isinstance(metric, list) and any(
        value is None or (isinstance(value, float) and math.isnan(value)) for value in metric
    ):
        k = next(i for i, v in enumerate(metric) if v is None or math.isnan(v))
        yield Finding(
            "metric-nan", Weight.WARNING, k,
            tr("The metric of epoch {epoch} is not a number; it counts as no improvement.",
               epoch=k),
            tr("Look for the cause before lowering the rate."),
        )  # fmt: skip
    drops = np.flatnonzero(np.diff(subject.lrs) < 0)
    patience = subject.params.get("patience", subject.params.get("patience_t", 10))
    exceeds = subject.spec.library in {"torch", "transformers", "timm"}
    if len(drops) and exceeds:
        yield Finding(
            "plateau-patience", Weight.NOTE, int(drops[0]) + 1,
            tr("patience={patience} means {count} epochs without improvement here: the rate falls "
               "at epoch {epoch}. Keras and Optax fall one epoch earlier.", patience=patience,
               count=patience + 1, epoch=int(drops[0]) + 1),
            tr("Use one less if you moved the setting from Keras."),
        )  # fmt: skip
