"""The multi-power law: the loss of LLM pre-training from its learning-rate schedule.

Luo et al., "A Multi-Power Law for Loss Curve Prediction Across Learning Rate Schedules"
(ICLR 2025, arXiv 2503.12811):

    L(t) = L0 + A (S_1(t) + S_W)^-alpha - B sum_k (lr_{k-1} - lr_k) G(lr_k^-gamma S_k(t)),
    G(x) = 1 - (C x + 1)^-beta,    S_k(t) = sum of lr from k to t,

where S_W is the warm-up's sum. Evaluated on segments of equal change, because only changes
of the rate contribute.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core.schedule import Values, floats


@dataclass(frozen=True, slots=True)
class PowerLaw:
    """Fitted constants; ``low`` and ``high`` bound the rates and updates it was fitted on."""

    l0: float
    a: float
    alpha: float
    b: float
    c: float
    beta: float
    gamma: float
    lowest_lr: float
    highest_lr: float
    fewest_updates: int
    most_updates: int
    warmup_sum: float

    def covers(self, lrs: Values) -> bool:
        """Whether a schedule lies within what the law was fitted on."""
        positive = lrs[lrs > 0]
        return bool(
            len(positive)
            and self.lowest_lr * 0.999 <= positive[len(positive) // 20 :].min()
            and positive.max() <= self.highest_lr * 1.001
            and self.fewest_updates <= len(lrs) <= self.most_updates
        )


def predict(law: PowerLaw, lrs: Values, at: Values, most_changes: int = 400) -> Values:
    """The loss after updates ``at`` (whole numbers below ``len(lrs)``) of ``lrs``."""
    total = np.cumsum(lrs)
    picked = at.astype(np.int64)
    base = law.l0 + law.a * np.power(total[picked] + law.warmup_sum, -law.alpha)
    marks = change_marks(lrs, most_changes)
    drops = lrs[marks[:-1]] - lrs[marks[1:]]
    useful = (drops != 0) & (lrs[marks[1:]] > 0)
    starts, drops = marks[1:][useful], drops[useful]
    if len(starts) == 0:
        return base
    since = total[picked][:, None] - total[starts][None, :] + lrs[starts][None, :]
    x = np.power(lrs[starts], -law.gamma)[None, :] * np.maximum(since, 0.0)
    gain = np.where(picked[:, None] >= starts[None, :], 1 - np.power(law.c * x + 1, -law.beta), 0)
    return floats(base - law.b * (gain @ drops))


def change_marks(lrs: Values, most: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Updates that cut the curve into pieces of like change; exact where it has few changes."""
    changed = np.flatnonzero(np.diff(lrs)) + 1
    if len(changed) <= most:
        return np.concatenate([[0], changed]).astype(np.int64)
    variation = np.cumsum(np.abs(np.diff(lrs)))
    wanted = np.linspace(0, variation[-1], most)
    marks = np.searchsorted(variation, wanted) + 1
    return np.unique(np.concatenate([[0], np.minimum(marks, len(lrs) - 1)])).astype(np.int64)
