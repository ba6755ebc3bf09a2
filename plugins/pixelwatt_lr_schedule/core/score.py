"""Every score of one schedule: exact loss on a noisy quadratic, bound, LLM loss, averaging."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixelwatt_lr_schedule.core import averaging, power_law, quadratic
from pixelwatt_lr_schedule.core.convex_bound import Bound, bound
from pixelwatt_lr_schedule.core.fitted import LLAMA_25M
from pixelwatt_lr_schedule.core.quadratic import Tuned
from pixelwatt_lr_schedule.core.sampling import sample
from pixelwatt_lr_schedule.core.schedule import Values
from pixelwatt_lr_schedule.core.spec import Spec

_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Score:
    """``predicted_loss`` is None outside what the power law was fitted on."""

    updates: int
    quadratic: Tuned
    convex: Bound
    predicted_loss: float | None
    average_half_life: int
    weight_decay: float

    @property
    def best_base_lr(self) -> float:
        """The factor on the schedule's rates that is best on the noisy quadratic."""
        return self.quadratic.scale


def score(spec: Spec, weight_decay: float = 0.1) -> Score:
    """All scores of ``spec``."""
    return score_values(sample(spec).lrs[:_MOST], weight_decay)


def score_values(lrs: Values, weight_decay: float = 0.1) -> Score:
    """All scores of a curve given by its values, which must be finite and not negative."""
    used = np.nan_to_num(np.maximum(lrs, 0.0))
    predicted = None
    if LLAMA_25M.covers(used):
        last = np.array([len(used) - 1])
        predicted = float(power_law.predict(LLAMA_25M, used, last)[0])
    return Score(
        len(used),
        quadratic.tune(used),
        bound(used),
        predicted,
        averaging.half_life(used, weight_decay),
        weight_decay,
    )
