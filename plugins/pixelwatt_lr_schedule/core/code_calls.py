"""What calls in pasted code mean: schedules and their arguments, optimizers, the harmless."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core import hf_schedules
from pixelwatt_lr_schedule.core.code_values import trouble
from pixelwatt_lr_schedule.core.expression import Formula
from pixelwatt_lr_schedule.core.registry import TABLE, build, parameters
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr

OPTIMIZERS = frozenset({
    "SGD", "Adam", "AdamW", "Adamax", "RAdam", "NAdam", "RMSprop", "Adagrad", "Adadelta", "Lion",
    "LBFGS", "Adafactor", "ASGD", "Rprop", "sgd", "adam", "adamw", "lion", "adagrad", "rmsprop",
    "lamb", "adafactor", "novograd",
})  # fmt: skip
HARMLESS = frozenset({
    "parameters", "step", "zero_grad", "backward", "item", "step_update", "train", "eval", "print",
    "range", "enumerate", "len", "append", "compile", "fit", "init", "update", "chain", "Parameter",
    "zeros", "ones", "randn", "tensor", "Linear", "Sequential", "to", "cuda", "get_last_lr",
    "apply_updates", "clip_by_global_norm", "clip_grad_norm_", "clip_grad_norm", "Model", "Dense",
    "TrainingArguments", "Trainer", "state_dict", "model", "loss_fn", "criterion", "super",
    "DataLoader", "log", "int", "float", "min", "max", "list", "zip",
})  # fmt: skip

_TIMM_ONLY = {"t_in_epochs", "noise_range_t", "noise_pct", "noise_std", "noise_seed", "initialize"}
_NOT_LIBRARY = {"metric", "library", "explicit_epoch"}


def _library_of() -> dict[str, str]:
    """The library each callable belongs to, by the last part of its name."""
    known: dict[str, str] = {}
    for library in ("keras", "optax", "timm", "torch"):
        for name in TABLE[library]:
            if name != "constant":
                known[name.rsplit(".", 1)[-1]] = library
    return (
        known
        | dict.fromkeys(hf_schedules.FUNCTIONS, "transformers")
        | {"get_scheduler": "transformers"}
    )


LIBRARY_OF = _library_of()
SCHEDULES = frozenset(LIBRARY_OF)


@dataclass(frozen=True, slots=True)
class Optimizer:
    """An optimizer passed to a scheduler, known by its learning rate."""

    lr: float


def formula_spec(formula: Formula, base_lr: float) -> Spec:
    """A schedule that is a formula of the update times ``base_lr``."""
    variable = formula.variable if formula.variable in _VARIABLES else "k"
    constants = {k: v for k, v in formula.constants.items() if k in _names(formula.tree)}
    if base_lr == 1.0:
        return Spec("pixelwatt", "formula", {"lr": _in_k(formula, variable), **constants}, 1.0)
    return Spec("torch", "LambdaLR", {"lr_lambda": _in_k(formula, variable), **constants}, base_lr)


_VARIABLES = {"k", "step", "epoch", "count", "t"}


def _names(tree: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _in_k(formula: Formula, _variable: str) -> str:
    class ToK(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.AST:
            return ast.Name("k", ast.Load()) if node.id == formula.variable else node

    tree = ast.parse(formula.source, mode="eval")
    return ast.unparse(ast.fix_missing_locations(ToK().visit(tree))).strip()


def spec_of_call(
    node: ast.Call, path: str, args: list[Any], keywords: dict[str, Any], base_lr: float
) -> Spec:
    """The spec of a scheduler's call; ``base_lr`` is used if no optimizer is passed."""
    name = path.rsplit(".", 1)[-1]
    # PyTorch and Keras both have a ReduceLROnPlateau.
    library = "keras" if path.startswith(("keras.", "tf.")) else LIBRARY_OF[name]
    optimizer = next((a for a in [*args, *keywords.values()] if isinstance(a, Optimizer)), None)
    rate = optimizer.lr if optimizer else base_lr
    keywords = {k: v for k, v in keywords.items() if not isinstance(v, Optimizer)}
    keywords.pop("optimizer", None)
    keywords.pop("verbose", None)
    first_is_optimizer = library in {"torch", "timm", "transformers"} and name != "ChainedScheduler"
    if name == "get_scheduler":
        return _get_scheduler(node, args, keywords, rate)
    positional = args[1:] if first_is_optimizer and args else args
    if library == "transformers":
        order = [*hf_schedules.COMMON]
        if name == "get_wsd_schedule":
            order = ["num_warmup_steps", "num_decay_steps", "num_training_steps"]
        arguments = _bind(node, name, order, positional, keywords)
        common = {key: arguments.pop(key, None) for key in hf_schedules.COMMON}
        arguments.pop("last_epoch", None)
        params = {"name": hf_schedules.FUNCTIONS[name], **common,
                  "scheduler_specific_kwargs": arguments or None}  # fmt: skip
        return Spec("transformers", f"get_scheduler:{hf_schedules.FUNCTIONS[name]}", params, rate)
    return _library_call(node, library, name, positional, keywords, rate)


def _bind(
    node: ast.Call, name: str, order: list[str], args: list[Any], keywords: dict[str, Any]
) -> dict[str, Any]:
    if len(args) > len(order):
        raise trouble(node, tr("{name}() takes fewer arguments than it is given.", name=name))
    return {**dict(zip(order, args, strict=False)), **keywords}


def _get_scheduler(node: ast.Call, args: list[Any], keywords: dict[str, Any], rate: float) -> Spec:
    order = ["name", "optimizer", *hf_schedules.COMMON, "scheduler_specific_kwargs"]
    arguments = _bind(node, "get_scheduler", order, args, keywords)
    arguments.pop("optimizer", None)
    name = arguments.get("name")
    if not isinstance(name, str):
        raise trouble(node, tr("get_scheduler() needs the schedule's name as a text."))
    return Spec("transformers", f"get_scheduler:{name}", arguments, rate)


def _library_call(
    node: ast.Call, library: str, name: str, args: list[Any], keywords: dict[str, Any], rate: float
) -> Spec:
    full = "contrib.reduce_on_plateau" if name == "reduce_on_plateau" else name
    composite = {"SequentialLR": "schedulers", "ChainedScheduler": "schedulers",
                 "join_schedules": "schedules"}.get(name)  # fmt: skip
    if composite:
        order = {"SequentialLR": ["schedulers", "milestones", "last_epoch"],
                 "ChainedScheduler": ["schedulers"],
                 "join_schedules": ["schedules", "boundaries"]}[name]  # fmt: skip
    else:
        order = [p for p in parameters(library, full) if p not in _NOT_LIBRARY]
    arguments = _bind(node, name, order, args, keywords)
    if composite:
        children = arguments.get(composite)
        if not isinstance(children, list) or not all(isinstance(c, Spec) for c in children):
            raise trouble(node, tr("{name}() needs a list of schedules made before.", name=name))
        arguments[composite] = [_child(node, child, library) for child in children]
        rate = children[0].base_lr if children and library == "torch" else rate
    else:
        arguments.pop("last_epoch", None)
    if library == "timm":
        arguments = {k: v for k, v in arguments.items() if k not in _TIMM_ONLY}
    for key, value in list(arguments.items()):
        if isinstance(value, Formula):
            constants = {k: v for k, v in value.constants.items() if k in _names(value.tree)}
            arguments[key] = _in_k(value, "k") if key != "scale_fn" else value.source
            arguments |= constants
        elif isinstance(value, dict):
            arguments[key] = {str(k): v for k, v in value.items()}
    spec = Spec(library, full, arguments, rate)
    if not any(key in arguments for key in ("metric",)) and "lateau" in full:
        return spec
    try:
        build(spec)
    except Problem as error:
        raise trouble(node, str(error)) from None
    return spec


def _child(node: ast.Call, child: Spec, library: str) -> dict[str, Any]:
    if child.library == "pixelwatt" and library == "torch":
        return {"name": "LambdaLR", "lr_lambda": child.params["lr"]}
    if child.library != library:
        raise trouble(node, tr("schedules of two libraries are joined."))
    return {"name": child.schedule, **child.params}


def natural_length(spec: Spec) -> int:
    """How many updates show the whole of a schedule: to its last bend, or 1000."""
    metric = spec.params.get("metric")
    if isinstance(metric, list) and metric:
        return len(metric)
    try:
        schedule = build(spec)
    except Problem:
        return 1000
    if schedule.ends is not None:
        return max(1, schedule.ends - 1)
    last = max((k for k in schedule.knots if k <= 10_000_000), default=0)
    if schedule.period:
        last = max(last, 4 * schedule.period)
    return max(10, last) if last else 1000
