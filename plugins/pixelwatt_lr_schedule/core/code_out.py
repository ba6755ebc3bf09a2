"""Code that makes a schedule, in the dialect of PyTorch, Optax, Keras, Hugging Face or timm.

Where the library has the schedule, its own class is written with its own arguments; else the
curve is written as a function of the update. Every text says which update a value belongs to.
"""

from __future__ import annotations

import ast
import pprint
from collections.abc import Callable
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.lowering import formula
from pixelwatt_lr_schedule.core.registry import build, lookup
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr

DIALECTS = {
    "pytorch": "PyTorch",
    "optax": "Optax",
    "keras": "Keras",
    "hf": "Hugging Face",
    "timm": "timm",
}
_OWN_LIBRARY = {
    "pytorch": "torch", "optax": "optax", "keras": "keras", "hf": "transformers", "timm": "timm",
}  # fmt: skip
_METRIC_DRIVEN = {
    "ReduceLROnPlateau", "contrib.reduce_on_plateau", "PlateauLRScheduler",
    "get_scheduler:greedy", "get_scheduler:reduce_lr_on_plateau",
}  # fmt: skip
_JAX = {"cos": "jnp.cos", "sin": "jnp.sin", "sqrt": "jnp.sqrt", "exp": "jnp.exp",
        "tanh": "jnp.tanh", "floor": "jnp.floor", "ceil": "jnp.ceil", "log": "jnp.log",
        "min": "jnp.minimum", "max": "jnp.maximum", "abs": "jnp.abs"}  # fmt: skip
_KERAS = {name: text.replace("jnp", "ops") for name, text in _JAX.items()}
_MATH = {name: f"math.{name}" for name in ("cos", "sin", "sqrt", "exp", "tanh", "floor", "ceil",
                                           "log")}  # fmt: skip


def export(spec: Spec, dialect: str, num_processes: int = 1) -> str:
    """The code of ``spec`` in ``dialect``.

    ``num_processes`` is for schedulers prepared by Accelerate, which steps them once per
    process and update: the curve is read at ``k // num_processes``.
    """
    if dialect not in DIALECTS:
        raise Problem(
            tr("{dialect} is not a dialect.", dialect=dialect),
            tr("Use one of {names}.", names=", ".join(DIALECTS)),
        )
    build(spec)
    name, _ = lookup(spec.library, spec.schedule)
    own = spec.library == _OWN_LIBRARY[dialect] or (dialect == "hf" and spec.library == "torch")
    if own and num_processes == 1 and name not in _METRIC_DRIVEN and name != "constant":
        text = _NATIVE[spec.library](spec, name)
    elif name in _METRIC_DRIVEN and own:
        text = _metric_driven(spec, name, dialect)
    else:
        text = _GENERIC[dialect](spec, num_processes)
    return _header(spec, name, dialect, own) + text


def _header(spec: Spec, name: str, dialect: str, own: bool) -> str:
    lines = [f"# {spec.title}, {spec.steps} updates.",
             "# Values are those read before update k, counted from 0."]  # fmt: skip
    if build(spec).momentum is not None and not own:
        lines.append("# Momentum is scheduled too; this code sets the learning rate only.")
    if name in _METRIC_DRIVEN and not own:
        lines.append("# The metric's drops are written as fixed updates.")
    if dialect == "keras" and not own:
        lines.append("# Keras computes in float32.")
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (f"{_key(key)}: {_value(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return pprint.pformat(value, width=10_000)


def _key(key: Any) -> str:
    return str(key) if isinstance(key, str) and key.lstrip("-").isdigit() else repr(key)


def _arguments(params: dict[str, Any], first: str = "") -> str:
    shown = [f"{key}={_value(value)}" for key, value in params.items() if value is not None]
    return ", ".join([first, *shown] if first else shown)


def _torch_optimizer(lr: float) -> str:
    return f"optimizer = torch.optim.SGD(model.parameters(), lr={lr!r}, momentum=0.9)\n"


def _torch_loop(steps: int, call: str = "scheduler.step()") -> str:
    return f"\nfor update in range({steps}):\n    optimizer.step()\n    {call}\n"


def _torch_call(params: dict[str, Any], name: str, made: list[str]) -> str:
    """Lines that make a scheduler's children are added to ``made``; the call is returned."""
    arguments = dict(params)
    if "schedulers" in arguments:
        children = []
        for child in arguments.pop("schedulers"):
            inner = {k: v for k, v in child.items() if k not in {"name", "schedule", "params"}}
            inner |= child.get("params", {})
            call = _torch_call(inner, child.get("name") or child.get("schedule"), made)
            made.append(f"part_{len(made) + 1} = {call}")
            children.append(f"part_{len(made)}")
        listed = f"[{', '.join(children)}]"
        if name == "ChainedScheduler":
            return f"lr_scheduler.ChainedScheduler({listed})"
        rest = _arguments(arguments)
        return f"lr_scheduler.SequentialLR(optimizer, {listed}, {rest})"
    if "lr_lambda" in arguments:
        text = dialect_text(_inline(arguments), _MATH)
        return f"lr_scheduler.{name}(optimizer, lambda k: {text})"
    arguments.pop("explicit_epoch", None)
    if "scale_fn" in arguments and arguments["scale_fn"] is not None:
        text = dialect_text(arguments.pop("scale_fn"), _MATH, "x")
        return f"lr_scheduler.{name}(optimizer, {_arguments(arguments)}, scale_fn=lambda x: {text})"
    return f"lr_scheduler.{name}({_arguments(arguments, 'optimizer')})"


def _inline(arguments: dict[str, Any]) -> str:
    from pixelwatt_lr_schedule.core.lowering_torch import RULES

    text = RULES["LambdaLR"](1.0, arguments)
    assert text is not None
    return text.removeprefix("1 * ")


def _native_torch(spec: Spec, name: str) -> str:
    made: list[str] = []
    call = _torch_call(dict(spec.params), name, made)
    children = "".join(f"{line}\n" for line in made)
    return (
        "import math\n\nimport torch\nfrom torch.optim import lr_scheduler\n\n"
        f"{_torch_optimizer(spec.base_lr)}{children}scheduler = {call}\n{_torch_loop(spec.steps)}"
    )


def _native_optax(spec: Spec, name: str) -> str:
    def call(name: str, params: dict[str, Any]) -> str:
        arguments = dict(params)
        if "schedules" in arguments:
            parts = []
            for child in arguments.pop("schedules"):
                inner = {k: v for k, v in child.items() if k not in {"name", "schedule", "params"}}
                inner |= child.get("params", {})
                parts.append(call(child.get("name") or child.get("schedule"), inner))
            return f"optax.join_schedules([{', '.join(parts)}], {_arguments(arguments)})"
        return f"optax.{name}({_arguments(arguments)})"

    return (
        f"import optax\n\nschedule = {call(name, dict(spec.params))}\n"
        f"optimizer = optax.sgd(learning_rate=schedule)\n{_steps(spec)}"
    )


def _steps(spec: Spec) -> str:
    return f"num_steps = {spec.steps}\n"


def _native_keras(spec: Spec, name: str) -> str:
    return (
        "import keras\n\n"
        f"schedule = keras.optimizers.schedules.{name}({_arguments(dict(spec.params))})\n"
        f"optimizer = keras.optimizers.SGD(learning_rate=schedule)\n{_steps(spec)}"
    )


def _native_hf(spec: Spec, name: str) -> str:
    params = {"name": name.removeprefix("get_scheduler:"), **spec.params}
    first = f"{params.pop('name')!r}, optimizer=optimizer"
    return (
        "import torch\nfrom transformers import get_scheduler\n\n"
        f"{_torch_optimizer(spec.base_lr)}"
        f"scheduler = get_scheduler({_arguments(params, first)})\n{_torch_loop(spec.steps)}"
    )


def _native_timm(spec: Spec, name: str) -> str:
    params = {**spec.params, "t_in_epochs": False}
    return (
        f"import torch\nfrom timm.scheduler import {name}\n\n"
        f"{_torch_optimizer(spec.base_lr)}"
        f"scheduler = {name}({_arguments(params, 'optimizer')})\n"
        f"{_torch_loop(spec.steps, 'scheduler.step_update(update + 1)')}"
    )


def _metric_driven(spec: Spec, name: str, dialect: str) -> str:
    params = {k: v for k, v in spec.params.items() if k != "metric"}
    metric = f"metric = {_value(list(spec.params.get('metric') or []))}\n"
    if spec.library == "optax":
        return (
            f"import optax\n\n{metric}optimizer = optax.chain(optax.sgd(learning_rate="
            f"{spec.base_lr!r}), optax.contrib.reduce_on_plateau({_arguments(params)}))\n"
            f"{_steps(spec)}"
        )
    if spec.library == "keras":
        return (
            f"import keras\n\n{metric}optimizer = keras.optimizers.SGD(learning_rate="
            f"{spec.base_lr!r})\nscheduler = keras.callbacks.ReduceLROnPlateau("
            f"{_arguments(params)})\n{_steps(spec)}"
        )
    head = f"{metric}{_torch_optimizer(spec.base_lr)}"
    if spec.library == "transformers":
        first = f"{name.removeprefix('get_scheduler:')!r}, optimizer=optimizer"
        params.pop("name", None)
        made = f"from transformers import get_scheduler\n\n{head}"
        made += f"scheduler = get_scheduler({_arguments(params, first)})\n"
    elif spec.library == "timm":
        made = f"from timm.scheduler import {name}\n\n{head}"
        made += f"scheduler = {name}({_arguments(params, 'optimizer')})\n"
        loop = _torch_loop(
            spec.steps, _while_measured("scheduler.step(update + 1, metric[update])")
        )
        return f"import torch\n{made}{loop}"
    else:
        made = f"from torch.optim import lr_scheduler\n\n{head}"
        made += f"scheduler = lr_scheduler.{name}({_arguments(params, 'optimizer')})\n"
    loop = _torch_loop(spec.steps, _while_measured("scheduler.step(metric[update])"))
    return f"import torch\n{made}{loop}"


def _while_measured(step: str) -> str:
    """Beyond the metric's end nothing steps the scheduler, and its last rate holds."""
    return f"if update < len(metric):\n        {step}"


def dialect_text(text: str, names: dict[str, str], variable: str = "k") -> str:
    """A formula in the spelling of a dialect: ``cos`` becomes ``math.cos`` or ``jnp.cos``."""
    tree = ast.parse(text, mode="eval")
    arrays = names is _JAX or names is _KERAS
    renamed = _Renamer(names, arrays, variable).visit(tree)
    return ast.unparse(ast.fix_missing_locations(renamed))


class _Renamer(ast.NodeTransformer):
    def __init__(self, names: dict[str, str], arrays: bool, variable: str) -> None:
        self.names, self.arrays, self.variable = names, arrays, variable
        self.module = names["cos"].split(".")[0]

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in self.names:
            name = self.names[node.func.id]
            if self.arrays and node.func.id in {"min", "max"}:
                folded = node.args[0]
                for other in node.args[1:]:
                    folded = ast.Call(_dotted(name), [folded, other], [])
                return folded
            return ast.Call(_dotted(name), node.args, [])
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return _dotted("math.pi") if node.id == "pi" else node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        if not self.arrays:
            return node
        return ast.Call(_dotted(f"{self.module}.where"), [node.test, node.body, node.orelse], [])

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if not self.arrays:
            index: ast.expr = ast.Call(ast.Name("int", ast.Load()), [node.slice], [])
            return ast.Subscript(node.value, index, ast.Load())
        take = ast.Call(_dotted(f"{self.module}.array"), [node.value], [])
        return ast.Call(_dotted(f"{self.module}.take"), [take, node.slice], [])


def _dotted(name: str) -> ast.expr:
    parts = name.split(".")
    node: ast.expr = ast.Name(parts[0], ast.Load())
    for part in parts[1:]:
        node = ast.Attribute(node, part, ast.Load())
    return node


def _per_process(text: str, num_processes: int) -> str:
    import re

    return re.sub(r"\bk\b", f"(k // {num_processes})", text) if num_processes > 1 else text


def _generic_torch(spec: Spec, num_processes: int) -> str:
    text = dialect_text(_per_process(formula(spec), num_processes), _MATH)
    return (
        "import math\n\nimport torch\nfrom torch.optim import lr_scheduler\n\n"
        f"{_torch_optimizer(1.0)}"
        f"scheduler = lr_scheduler.LambdaLR(optimizer, lambda k: {text})\n"
        f"{_torch_loop(spec.steps)}"
    )


def _generic_optax(spec: Spec, num_processes: int) -> str:
    text = dialect_text(_per_process(formula(spec), num_processes), _JAX)
    return (
        "import math\n\nimport jax.numpy as jnp\nimport optax\n\n\n"
        f"def schedule(k):\n    return {text}\n\n\n"
        f"optimizer = optax.sgd(learning_rate=schedule)\n{_steps(spec)}"
    )


def _generic_keras(spec: Spec, num_processes: int) -> str:
    text = dialect_text(_per_process(formula(spec), num_processes), _KERAS)
    return (
        "import math\n\nimport keras\nfrom keras import ops\n\n\n"
        "class Schedule(keras.optimizers.schedules.LearningRateSchedule):\n"
        "    def __call__(self, step):\n"
        '        k = ops.cast(step, "float32")\n'
        f"        return {text}\n\n    def get_config(self):\n        return {{}}\n\n\n"
        f"schedule = Schedule()\noptimizer = keras.optimizers.SGD(learning_rate=schedule)\n"
        f"{_steps(spec)}"
    )


def _generic_timm(spec: Spec, num_processes: int) -> str:
    text = dialect_text(_per_process(formula(spec), num_processes), _MATH)
    return (
        "import math\n\nimport torch\nfrom timm.scheduler.scheduler import Scheduler\n\n\n"
        "class Schedule(Scheduler):\n    def _get_lr(self, k):\n"
        f"        return [base * ({text}) for base in self.base_values]\n\n\n"
        f"{_torch_optimizer(1.0)}"
        'scheduler = Schedule(optimizer, param_group_field="lr", t_in_epochs=False)\n'
        "scheduler.step_update(0)\n"
        f"{_torch_loop(spec.steps, 'scheduler.step_update(update + 1)')}"
    )


_NATIVE: dict[str, Callable[[Spec, str], str]] = {
    "torch": _native_torch,
    "optax": _native_optax,
    "keras": _native_keras,
    "transformers": _native_hf,
    "timm": _native_timm,
}
_GENERIC: dict[str, Callable[[Spec, int], str]] = {
    "pytorch": _generic_torch,
    "optax": _generic_optax,
    "keras": _generic_keras,
    "hf": _generic_torch,
    "timm": _generic_timm,
}
