"""A schedule as data: the library, the name there, its arguments, base rate and length."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.text import tr

LIBRARIES = {
    "torch": "PyTorch",
    "optax": "Optax",
    "keras": "Keras",
    "transformers": "Hugging Face",
    "timm": "timm",
    "fastai": "fastai",
    "lightning": "Lightning",
    "schedulefree": "Schedule-Free",
    "pixelwatt": "Pixelwatt",
}
_ALIASES = {
    "pytorch": "torch", "hf": "transformers", "huggingface": "transformers", "tf": "keras",
    "tensorflow": "keras", "schedule-free": "schedulefree", "schedule_free": "schedulefree",
}  # fmt: skip
MOST_UPDATES = 100_000_000


@dataclass(frozen=True, slots=True)
class Spec:
    """What one curve is. ``base_lr`` is the optimizer's own rate; ``steps`` how many updates."""

    library: str
    schedule: str
    params: Mapping[str, Any] = field(default_factory=dict)
    base_lr: float = 0.1
    steps: int = 1000

    def with_params(self, **changes: Any) -> Spec:
        return replace(self, params={**self.params, **changes})

    @property
    def title(self) -> str:
        """For people: ``"PyTorch OneCycleLR"``."""
        name = self.schedule.removeprefix("get_scheduler:")
        return f"{LIBRARIES.get(self.library, self.library)} {name}"


def library_id(name: str) -> str:
    """The identifier of a library however it is called."""
    lowered = name.strip().lower()
    return _ALIASES.get(lowered, lowered)


def from_mapping(data: object) -> Spec:
    """Read a spec from parsed JSON or TOML; raise `Problem` naming the key that is wrong."""
    if not isinstance(data, Mapping):
        raise Problem(
            tr("The schedule is not an object with named fields."),
            tr("Write library, schedule, params, base_lr and steps."),
        )
    missing = [key for key in ("library", "schedule") if not isinstance(data.get(key), str)]
    if missing:
        raise Problem(
            tr("The schedule has no {key}.", key=missing[0]),
            tr("Write library, schedule, params, base_lr and steps."),
        )
    params = data.get("params") or {}
    if not isinstance(params, Mapping):
        raise Problem(tr("params is not an object with named fields."),
                      tr("Write each argument by its name."))  # fmt: skip
    base = data.get("base_lr", 0.1)
    steps = data.get("steps", 1000)
    if isinstance(base, bool) or not isinstance(base, int | float) or not abs(base) < 1e300:
        raise Problem(tr("base_lr is {value}, not a number.", value=base),
                      tr("Give the optimizer's learning rate."))  # fmt: skip
    if isinstance(steps, bool) or not isinstance(steps, int) or not 0 < steps <= MOST_UPDATES:
        raise Problem(
            tr("steps is {value}.", value=steps),
            tr("Give a whole number of updates from 1 to {most}.", most=MOST_UPDATES),
        )
    return Spec(library_id(data["library"]), data["schedule"], dict(params), float(base), steps)


def from_json(text: str) -> Spec:
    """Read a spec from the text of a JSON file."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem(
            tr("The file is not valid JSON: {error}.", error=error),
            tr("Write library, schedule, params, base_lr and steps."),
        ) from None
    return from_mapping(data)


def to_mapping(spec: Spec) -> dict[str, Any]:
    """The spec as JSON or TOML holds it."""
    return {
        "library": spec.library,
        "schedule": spec.schedule,
        "params": dict(spec.params),
        "base_lr": spec.base_lr,
        "steps": spec.steps,
    }
