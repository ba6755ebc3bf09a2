"""What the linter's rules look at, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pixelwatt_lr_schedule.core.schedule import Schedule, Values
from pixelwatt_lr_schedule.core.spec import Spec


class Weight(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One message. ``update`` is the update it concerns, None if it concerns the whole."""

    rule: str
    weight: Weight
    update: int | None
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Training:
    """How the training loop drives the schedule, as far as it is known."""

    interval: str = "step"
    """``"step"`` or ``"epoch"``: what one step of the scheduler is."""
    updates_per_epoch: int = 0
    epochs: int = 0
    num_processes: int = 1
    gradient_accumulation: int = 1
    resume_at: int = 0
    scheduler_first: bool = False
    """Whether the loop steps the scheduler before the optimizer."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A spec, its curve and its values; ``after`` is the value one past the last update."""

    spec: Spec
    name: str
    params: dict[str, Any]
    schedule: Schedule
    lrs: Values
    after: float | None
    training: Training

    @property
    def peak(self) -> float | None:
        """The highest rate the arguments announce; None where they announce none."""
        if self.name == "OneCycleLR" or (
            self.name == "CyclicLR" and self.params.get("mode") != "exp_range"
        ):
            return float(self.params["max_lr"])
        if self.spec.library == "optax" and "peak_value" in self.params:
            return float(self.params["peak_value"])
        if self.name == "CosineDecay":
            target = self.params.get("warmup_target")
            return float(self.params["initial_learning_rate"] if target is None else target)
        if self.spec.library in {"transformers", "timm"} and self.name not in _FREE:
            return self.spec.base_lr
        if self.name in {"CosineAnnealingLR", "CosineAnnealingWarmRestarts", "SequentialLR"}:
            return self.spec.base_lr
        return None


_FREE = {
    "get_scheduler:greedy", "get_scheduler:reduce_lr_on_plateau", "PlateauLRScheduler",
}  # fmt: skip
