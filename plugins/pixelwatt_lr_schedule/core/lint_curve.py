"""Rules that read the curve itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pixelwatt_lr_schedule.core.lint_subject import Finding, Subject, Weight
from pixelwatt_lr_schedule.text import tr

_CYCLIC = {
    "CosineAnnealingWarmRestarts", "CyclicLR", "CosineDecayRestarts", "sgdr_schedule", "drawn",
    "fit_sgdr", "chebyshev", "LambdaLR", "MultiplicativeLR", "formula", "join_schedules",
    "get_scheduler:cosine_with_restarts", "get_scheduler:greedy", "ChainedScheduler",
}  # fmt: skip
_REACHES_FLOOR = {
    "LinearLR", "PolynomialLR", "CosineAnnealingLR", "OneCycleLR", "polynomial_schedule",
    "linear_schedule", "cosine_decay_schedule", "warmup_cosine_decay_schedule",
    "cosine_onecycle_schedule", "linear_onecycle_schedule", "PolynomialDecay", "CosineDecay",
    "get_scheduler:linear", "get_scheduler:cosine", "get_scheduler:polynomial",
    "get_scheduler:cosine_with_min_lr", "get_scheduler:warmup_stable_decay", "WSDLRScheduler",
    "CosineLRScheduler", "PolyLRScheduler", "TanhLRScheduler", "SequentialLR", "fit_flat_cos",
    "fit_one_cycle",
}  # fmt: skip


def not_finite(subject: Subject) -> Iterator[Finding]:
    wrong = np.flatnonzero(~np.isfinite(subject.lrs) | (subject.lrs < 0))
    if len(wrong):
        k = int(wrong[0])
        yield Finding(
            "invalid-value", Weight.ERROR, k,
            tr("The learning rate of update {update} is {value}.", update=k, value=subject.lrs[k]),
            tr("Check the arguments that shape this stretch."),
        )  # fmt: skip


def zero_first(subject: Subject) -> Iterator[Finding]:
    if subject.lrs[0] == 0 and len(subject.lrs) > 1 and (subject.lrs > 0).any():
        first = int(np.flatnonzero(subject.lrs > 0)[0])
        yield Finding(
            "zero-first-update", Weight.WARNING, 0,
            tr("The learning rate of update 0 is 0: it computes gradients and changes nothing. "
               "The first update that learns is {first}.", first=first),
            tr("Start the warm-up above 0, or accept one idle update."),
        )  # fmt: skip


def peak_missed(subject: Subject) -> Iterator[Finding]:
    peak, top = subject.peak, float(np.max(subject.lrs))
    if peak is None or peak <= 0 or not np.isfinite(top) or top >= peak * (1 - 1e-6):
        return
    k = int(np.argmax(subject.lrs))
    yield Finding(
        "peak-not-sampled", Weight.WARNING, k,
        tr("The peak {peak} is never used: the highest rate is {top} at update {update}.",
           peak=f"{peak:.6g}", top=f"{top:.6g}", update=k),
        _peak_remedy(subject),
    )  # fmt: skip


def _peak_remedy(subject: Subject) -> str:
    if subject.name == "OneCycleLR":
        return tr("Choose pct_start * total_steps - 1 as a whole number of updates.")
    if subject.spec.library == "timm":
        return tr("Set warmup_prefix=True, so that the warm-up comes before the decay.")
    return tr("Let the warm-up end inside the run, on a whole update.")


def minimum_late(subject: Subject) -> Iterator[Finding]:
    if subject.name not in _REACHES_FLOOR or subject.after is None or len(subject.lrs) < 3:
        return
    last, before = float(subject.lrs[-1]), float(subject.lrs[-2])
    top = float(np.max(subject.lrs))
    low = min(subject.after, float(np.min(subject.lrs)))
    falls = before > last > subject.after
    if not falls or subject.after > low or top <= 0 or last - low < 1e-9 * top:
        return
    settled = subject.schedule.lr(np.asarray([len(subject.lrs) + 1], dtype=np.int64))[0]
    if settled < subject.after:
        return
    share = (last - low) / top
    if share < 0.002:
        return
    yield Finding(
        "minimum-after-end", Weight.WARNING if share >= 0.01 else Weight.NOTE,
        len(subject.lrs) - 1,
        tr("The lowest rate {low} would come at update {next}, one after the last; the last "
           "update still uses {last}, {share} of the peak.", low=f"{low:.4g}",
           next=len(subject.lrs), last=f"{last:.4g}", share=f"{share:.1%}"),
        tr("Shorten the decay by one update if the last one should use the minimum."),
    )  # fmt: skip


def rises_again(subject: Subject) -> Iterator[Finding]:
    if subject.name in _CYCLIC or len(subject.lrs) < 3:
        return
    if subject.spec.library == "timm" and subject.params.get("cycle_limit", 1) > 1:
        return
    lrs = subject.lrs
    top = int(np.argmax(lrs))
    falling = lrs[top:]
    lowest = top + int(np.argmin(falling))
    rise = np.flatnonzero(np.diff(lrs[lowest:]) > 1e-12 * max(float(lrs[top]), 1e-300))
    if lowest <= top or not len(rise):
        return
    k = lowest + int(rise[0]) + 1
    yield Finding(
        "rises-after-end", Weight.WARNING, k,
        tr("The learning rate rises again from update {update}: the schedule was made for "
           "{length} updates and repeats after them.", update=k, length=lowest),
        tr("Make it as long as the run, or stop stepping it at its end."),
    )  # fmt: skip


def stuck(subject: Subject) -> Iterator[Finding]:
    zero = subject.params.get("total_iters") == 0 and subject.name in {"LinearLR", "ConstantLR"}
    held = subject.params.get("transition_steps", 1) in {0} and subject.name.startswith(
        ("linear", "poly", "expo")
    )
    if not (zero or held):
        return
    what = "total_iters=0" if zero else "transition_steps=0"
    yield Finding(
        "zero-length", Weight.WARNING, 0,
        tr("{what} keeps the starting value {value} for ever; the end value is never used.",
           what=what, value=f"{subject.lrs[0]:.6g}"),
        tr("Leave the schedule out where its length is 0."),
    )  # fmt: skip


def raises(subject: Subject) -> Iterator[Finding]:
    ends, refusal = subject.schedule.ends, subject.schedule.refusal
    if ends is None or refusal is None:
        return
    if subject.spec.steps > ends:
        yield Finding(
            "raises", Weight.ERROR, ends,
            tr("After {count} updates: {refusal}", count=ends, refusal=refusal),
            tr("Make the schedule as long as the run, and step it once per update."),
        )  # fmt: skip
    elif subject.name == "OneCycleLR" and subject.spec.steps == ends and len(subject.lrs) > 1:
        yield Finding(
            "one-extra-step", Weight.WARNING, ends - 1,
            tr("Update {update} is one past total_steps: its rate {value} rises again.",
               update=ends - 1, value=f"{subject.lrs[-1]:.4g}"),
            tr("Set total_steps to the number of updates."),
        )  # fmt: skip
    elif subject.name == "OneCycleLR" and subject.spec.steps < ends - 1:
        yield Finding(
            "ends-early", Weight.WARNING, subject.spec.steps - 1,
            tr("The run ends at update {update} of a 1cycle of {total}: its final rates are "
               "never used.", update=subject.spec.steps - 1, total=ends - 1),
            tr("Set total_steps to the number of updates."),
        )  # fmt: skip


def range_test(subject: Subject) -> Iterator[Finding]:
    if subject.name not in {"LRFinder", "range_test"}:
        return
    planned = int(subject.params.get("num_it", 100))
    if subject.spec.steps != planned:
        yield Finding(
            "range-test-length", Weight.WARNING, min(planned, subject.spec.steps) - 1,
            tr("The range test is planned for {planned} updates and runs {steps}.",
               planned=planned, steps=subject.spec.steps),
            tr("Run exactly num_it updates."),
        )  # fmt: skip
