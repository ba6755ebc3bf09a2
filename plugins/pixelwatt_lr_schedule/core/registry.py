"""Every schedule by library and name, and the building of its curve from a spec."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core import (
    drawn,
    hf_schedules,
    keras_schedules,
    optax_schedules,
    other_schedules,
    plateau,
    timm_schedules,
    torch_composites,
    torch_cycles,
    torch_factors,
)
from pixelwatt_lr_schedule.core.expression import parse
from pixelwatt_lr_schedule.core.schedule import Curve, Refused, Schedule, Updates, Values, floats
from pixelwatt_lr_schedule.core.spec import LIBRARIES, Spec
from pixelwatt_lr_schedule.text import tr

Builder = Callable[..., Schedule]
"""Takes the base rate by position and the library's arguments by name."""


def _sequential(lr: float, /, **params: Any) -> Schedule:
    return torch_composites.sequential(lr, _torch_child, **params)


def _chained(lr: float, /, **params: Any) -> Schedule:
    return torch_composites.chained(lr, _torch_child, **params)


def _join(lr: float, /, **params: Any) -> Schedule:
    return optax_schedules.join_schedules(lr, _optax_child, **params)


def _torch_child(name: str, lr: float, params: dict[str, Any]) -> Schedule:
    return build(Spec("torch", name, params, lr))


def _optax_child(name: str, lr: float, params: dict[str, Any]) -> Schedule:
    return build(Spec("optax", name, params, lr))


def _constant(lr: float, /) -> Schedule:
    return torch_factors.constant_lr(lr, factor=1.0, total_iters=1)


def _keras_constant(lr: float, /) -> Schedule:
    return optax_schedules.constant_schedule(lr, value=lr)


def _formula(base: float, /, *, lr: str, **constants: Any) -> Schedule:
    curve = parse(lr, "k", {"base_lr": base, **constants})
    return Schedule(lambda k: curve(floats(k)))


TABLE: dict[str, dict[str, Builder]] = {
    "torch": {
        "constant": _constant,
        "LambdaLR": torch_factors.lambda_lr,
        "MultiplicativeLR": torch_factors.multiplicative_lr,
        "StepLR": torch_factors.step_lr,
        "MultiStepLR": torch_factors.multi_step_lr,
        "ConstantLR": torch_factors.constant_lr,
        "LinearLR": torch_factors.linear_lr,
        "ExponentialLR": torch_factors.exponential_lr,
        "PolynomialLR": torch_factors.polynomial_lr,
        "CosineAnnealingLR": torch_factors.cosine_annealing_lr,
        "CosineAnnealingWarmRestarts": torch_cycles.warm_restarts,
        "OneCycleLR": torch_cycles.one_cycle,
        "CyclicLR": torch_cycles.cyclic,
        "ReduceLROnPlateau": plateau.torch_plateau,
        "SequentialLR": _sequential,
        "ChainedScheduler": _chained,
    },
    "optax": {
        "constant_schedule": optax_schedules.constant_schedule,
        "polynomial_schedule": optax_schedules.polynomial_schedule,
        "linear_schedule": optax_schedules.linear_schedule,
        "piecewise_constant_schedule": optax_schedules.piecewise_constant_schedule,
        "piecewise_interpolate_schedule": optax_schedules.piecewise_interpolate_schedule,
        "exponential_decay": optax_schedules.exponential_decay,
        "cosine_decay_schedule": optax_schedules.cosine_decay_schedule,
        "warmup_constant_schedule": optax_schedules.warmup_constant_schedule,
        "warmup_cosine_decay_schedule": optax_schedules.warmup_cosine_decay_schedule,
        "warmup_exponential_decay_schedule": optax_schedules.warmup_exponential_decay_schedule,
        "cosine_onecycle_schedule": optax_schedules.cosine_onecycle_schedule,
        "linear_onecycle_schedule": optax_schedules.linear_onecycle_schedule,
        "sgdr_schedule": optax_schedules.sgdr_schedule,
        "join_schedules": _join,
        "contrib.reduce_on_plateau": plateau.optax_plateau,
    },
    "keras": {
        "constant": _keras_constant,
        "ExponentialDecay": keras_schedules.exponential_decay,
        "PiecewiseConstantDecay": keras_schedules.piecewise_constant_decay,
        "PolynomialDecay": keras_schedules.polynomial_decay,
        "InverseTimeDecay": keras_schedules.inverse_time_decay,
        "CosineDecay": keras_schedules.cosine_decay,
        "CosineDecayRestarts": keras_schedules.cosine_decay_restarts,
        "ReduceLROnPlateau": plateau.keras_plateau,
    },
    "transformers": {
        f"get_scheduler:{name}": hf_schedules.get_scheduler for name in hf_schedules.NAMES
    },
    "timm": {
        "CosineLRScheduler": timm_schedules.cosine,
        "PolyLRScheduler": timm_schedules.poly,
        "TanhLRScheduler": timm_schedules.tanh,
        "StepLRScheduler": timm_schedules.step,
        "MultiStepLRScheduler": timm_schedules.multi_step,
        "WSDLRScheduler": timm_schedules.wsd,
        "PlateauLRScheduler": plateau.timm_plateau,
    },
    "schedulefree": {
        "AdamWScheduleFree": other_schedules.schedule_free,
        "SGDScheduleFree": other_schedules.schedule_free,
    },
    "fastai": {
        "fit_one_cycle": other_schedules.fastai_one_cycle,
        "fit_flat_cos": other_schedules.fastai_flat_cosine,
        "fit_sgdr": other_schedules.fastai_sgdr,
        "LRFinder": other_schedules.range_test,
    },
    "pixelwatt": {
        "drawn": drawn.drawn,
        "formula": _formula,
        "noam": other_schedules.noam,
        "chebyshev": other_schedules.chebyshev,
        "noise_optimal": other_schedules.noise_optimal,
        "range_test": other_schedules.range_test,
    },
}


def lookup(library: str, name: str) -> tuple[str, Builder]:
    """The canonical name and the builder; raise `Problem` with the nearest names."""
    if library not in TABLE:
        raise Problem(
            tr("The library {name} is not known.", name=library),
            tr("Use one of {names}.", names=", ".join(k for k in LIBRARIES if k in TABLE)),
        )
    names = TABLE[library]
    bare = name.rsplit(".", 1)[-1]
    if library == "transformers":
        bare = hf_schedules.FUNCTIONS.get(bare, bare)
    candidates = (name, bare, f"get_scheduler:{bare}", f"contrib.{bare}")
    for candidate in candidates:
        if candidate in names:
            return candidate, names[candidate]
    if library == "transformers":
        raise Refused(LIBRARIES[library], "ValueError", f"'{bare}' is not a valid SchedulerType")
    near = difflib.get_close_matches(bare, names, n=3, cutoff=0.3) or sorted(names)
    raise Problem(
        tr("{library} has no schedule {name}.", library=LIBRARIES[library], name=name),
        tr("Did you mean {names}?", names=", ".join(near)),
    )


def build(spec: Spec) -> Schedule:
    """The curve of a spec; raise `Refused` as its library would, or `Problem`."""
    name, builder = lookup(spec.library, spec.schedule)
    params = dict(spec.params)
    if spec.library == "transformers" and spec.schedule in hf_schedules.FUNCTIONS:
        _check_fresh(params.pop("last_epoch", -1))
        params = hf_schedules.as_get_scheduler(params)
    if spec.library == "transformers":
        params.setdefault("name", name.removeprefix("get_scheduler:"))
    if spec.library == "torch" and name not in _KEEP_LAST_EPOCH:
        _check_fresh(params.pop("last_epoch", -1))
    library = LIBRARIES[spec.library]
    try:
        bound = inspect.signature(builder).bind(spec.base_lr, **params)
    except TypeError as error:
        raise Refused(library, "TypeError", f"{spec.schedule}: {error}") from None
    try:
        with np.errstate(all="ignore"):
            schedule = builder(*bound.args, **bound.kwargs)
    except Problem:
        raise
    except ZeroDivisionError as error:
        raise Refused(library, "ZeroDivisionError", str(error)) from None
    except (TypeError, ValueError, KeyError, IndexError, OverflowError, AttributeError) as error:
        # Arguments of a kind the library could not use either, such as a text for a number.
        raise Refused(library, type(error).__name__, str(error)) from None
    momentum = _quiet(schedule.momentum) if schedule.momentum else None
    return replace(schedule, lr=_quiet(schedule.lr), momentum=momentum)


_KEEP_LAST_EPOCH = {"SequentialLR", "ChainedScheduler", "ReduceLROnPlateau"}


def _check_fresh(last_epoch: object) -> None:
    """Every PyTorch scheduler takes ``last_epoch``; an optimizer just made resumes none."""
    if last_epoch != -1:
        message = (
            "param 'initial_lr' is not specified in param_groups[0] when resuming scheduler "
            "with last_epoch >= 0."
        )
        raise Refused(LIBRARIES["torch"], "KeyError", message)


def _quiet(curve: Curve) -> Curve:
    """Rates beyond what floating point holds are inf or nan, as the libraries' own become.

    `sampling.sample` says at which update; a warning from numpy's loops would say it twice.
    """

    def read(k: Updates) -> Values:
        with np.errstate(all="ignore"):
            return floats(curve(k))

    return read


def parameters(library: str, name: str) -> dict[str, Any]:
    """The arguments a schedule takes and their defaults (``inspect.Parameter.empty`` if none)."""
    _, builder = lookup(library, name)
    return {
        parameter.name: parameter.default
        for parameter in inspect.signature(builder).parameters.values()
        if parameter.kind is parameter.KEYWORD_ONLY
    }
