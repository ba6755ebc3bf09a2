"""Reading pasted code: a syntax tree is walked, known calls become a spec, nothing is run.

Calls that do not matter to the learning rate (models, losses, loops) are on a short list;
every other unknown call is refused by name and line, because it might set the rate.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field, replace
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core import code_calls
from pixelwatt_lr_schedule.core.code_values import NotConstant, constant, dotted, trouble
from pixelwatt_lr_schedule.core.expression import Formula, formula_of
from pixelwatt_lr_schedule.core.spec import Spec
from pixelwatt_lr_schedule.text import tr

_LONGEST = 200_000
_STEP_NAMES = {
    "num_steps", "steps", "total_steps", "num_training_steps", "max_steps", "n_steps",
    "num_updates", "train_steps",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imported:
    """What the code makes, and what of it was passed over."""

    spec: Spec
    warnings: tuple[str, ...] = ()
    scheduler_first: bool = False
    """Whether a loop steps the scheduler before the optimizer."""


@dataclass(slots=True)
class Reader:
    """What is known so far while the statements are read from the top."""

    values: dict[str, Any] = field(default_factory=dict)
    optimizers: dict[str, float] = field(default_factory=dict)
    schedules: dict[str, Spec] = field(default_factory=dict)
    functions: dict[str, tuple[str, ast.expr]] = field(default_factory=dict)
    classes: dict[str, tuple[str, ast.expr]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    steps: int | None = None
    warnings: list[str] = field(default_factory=list)
    scheduler_first: bool = False


def read_code(text: str) -> Imported:
    """The schedule that ``text`` makes; raise `Problem` naming what is unknown, with its line."""
    if len(text) > _LONGEST:
        raise Problem(
            tr("The code is {count} characters long.", count=len(text)),
            tr("Paste only the lines that make the scheduler."),
        )
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise Problem(
            tr("Line {line} is not valid Python: {error}.", line=error.lineno or 1,
               error=error.msg),
            tr("Paste whole statements."),
        ) from None  # fmt: skip
    except (ValueError, RecursionError, MemoryError) as error:
        raise Problem(tr("The code cannot be read: {error}.", error=error), "") from None
    reader = Reader()
    try:
        for statement in tree.body:
            _statement(statement, reader)
    except RecursionError:
        raise Problem(tr("The code is nested too deeply."), "") from None
    made = {name: spec for name, spec in reader.schedules.items() if name not in reader.used}
    if not made:
        raise Problem(
            tr("The code makes no learning-rate schedule that is known here."),
            tr("Paste a scheduler of PyTorch, Optax, Keras, Hugging Face or timm."),
        )
    spec = list(made.values())[-1]
    if len(made) > 1:
        reader.warnings.append(
            tr("The code makes {count} schedules; the last is shown.", count=len(made))
        )
    metric = reader.values.get("metric")
    driven = spec.schedule.endswith(("lateau", "greedy", "PlateauLRScheduler"))
    if driven and isinstance(metric, list):
        spec = spec.with_params(metric=metric)
    steps = reader.steps or code_calls.natural_length(spec)
    return Imported(replace(spec, steps=steps), tuple(reader.warnings), reader.scheduler_first)


def _statement(node: ast.stmt, reader: Reader) -> None:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Pass() | ast.Assert() | ast.Global():
            return
        case ast.Assign(targets=[target], value=value):
            _assign(target, value, reader)
        case ast.AnnAssign(target=target, value=value) if value is not None:
            _assign(target, value, reader)
        case ast.FunctionDef():
            returned = _returned(node)
            if returned is not None and node.args.args:
                reader.functions[node.name] = (node.args.args[0].arg, returned)
        case ast.ClassDef():
            _class(node, reader)
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Expr(value=value):
            _evaluate(value, reader)
        case ast.For(target=_, iter=iterated, body=body, orelse=rest):
            _loop(iterated, reader)
            reader.scheduler_first |= _scheduler_first(body, reader)
            for inner in [*body, *rest]:
                _statement(inner, reader)
        case ast.If(body=body, orelse=rest):
            for inner in [*body, *rest]:
                _statement(inner, reader)
        case ast.While(body=body) | ast.With(body=body):
            for inner in body:
                _statement(inner, reader)
        case ast.AugAssign() | ast.Return() | ast.Break() | ast.Continue() | ast.AnnAssign():
            return
        case _:
            raise trouble(node, tr("{kind} is not read here.", kind=type(node).__name__))


def _loop(iterated: ast.expr, reader: Reader) -> None:
    if isinstance(iterated, ast.Call) and dotted(iterated.func) == "range" and iterated.args:
        try:
            count = constant(iterated.args[-1], reader.values)
        except NotConstant:
            return
        if isinstance(count, int) and 0 < count <= 100_000_000:
            reader.steps = count


def _scheduler_first(body: list[ast.stmt], reader: Reader) -> bool:
    """Whether the statements step a scheduler before they step an optimizer."""
    order = []
    for statement in body:
        for call in ast.walk(statement):
            if isinstance(call, ast.Call) and dotted(call.func).endswith(".step"):
                owner = dotted(call.func).removesuffix(".step")
                if owner in reader.schedules or owner in reader.optimizers:
                    order.append(owner in reader.schedules)
    return len(set(order)) == 2 and order[0]


def _assign(target: ast.expr, value: ast.expr, reader: Reader) -> None:
    name = target.id if isinstance(target, ast.Name) else ""
    if isinstance(target, ast.Tuple):
        _evaluate(value, reader)
        return
    try:
        known = constant(value, reader.values)
    except NotConstant:
        pass
    else:
        if name:
            reader.values[name] = known
            if name in _STEP_NAMES and isinstance(known, int) and known > 0:
                reader.steps = known
        return
    if isinstance(value, ast.Lambda) and value.args.args:
        reader.functions[name] = (value.args.args[0].arg, value.body)
        return
    made = _evaluate(value, reader)
    if isinstance(made, Spec):
        reader.schedules[name or f"@{node_line(value)}"] = made
    elif isinstance(made, float) and name:
        reader.optimizers[name] = made
    elif isinstance(made, list) and name:
        reader.values[name] = made


def node_line(node: ast.AST) -> int:
    return getattr(node, "lineno", 0)


def _evaluate(node: ast.expr, reader: Reader) -> Any:
    """A `Spec` for a schedule, a float for an optimizer's rate, None for what does not matter."""
    match node:
        case ast.Call(func=func):
            return _call(node, dotted(func), reader)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return [_argument(item, reader) for item in items]
        case ast.Name(id=name) if name in reader.schedules:
            reader.used.add(name)
            return reader.schedules[name]
        case ast.Await() | ast.Yield() | ast.YieldFrom() | ast.NamedExpr() | ast.ListComp():
            raise trouble(node, tr("{source} is not read here.", source=ast.unparse(node)[:60]))
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            _evaluate(child, reader)
    return None


def _argument(node: ast.expr, reader: Reader) -> Any:
    try:
        return constant(node, reader.values)
    except NotConstant:
        pass
    if isinstance(node, ast.Lambda) and node.args.args:
        return formula_of(node.body, node.args.args[0].arg, _numbers(reader))
    if isinstance(node, ast.Name):
        if node.id in reader.functions:
            variable, body = reader.functions[node.id]
            return formula_of(body, variable, _numbers(reader))
        if node.id in reader.optimizers:
            return code_calls.Optimizer(reader.optimizers[node.id])
    return _evaluate(node, reader)


def _numbers(reader: Reader) -> dict[str, float]:
    return {
        name: float(value)
        for name, value in reader.values.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }


def _call(node: ast.Call, name: str, reader: Reader) -> Any:
    last = name.rsplit(".", 1)[-1] if name else _method(node.func)
    if last in reader.classes:
        variable, body = reader.classes[last]
        lr = formula_of(body, variable, _numbers(reader))
        base = _base_of(node, reader)
        return code_calls.formula_spec(lr, base)
    if last in code_calls.SCHEDULES:
        args = [_argument(arg, reader) for arg in node.args if not isinstance(arg, ast.Starred)]
        keywords: dict[str, Any] = {}
        for keyword in node.keywords:
            if keyword.arg is None:
                unpacked = _argument(keyword.value, reader)
                keywords |= unpacked if isinstance(unpacked, dict) else {}
            else:
                keywords[keyword.arg] = _argument(keyword.value, reader)
        return code_calls.spec_of_call(node, name or last, args, keywords, next(
            iter(reversed(reader.optimizers.values())), 0.1))  # fmt: skip
    if last in code_calls.OPTIMIZERS:
        return _optimizer(node, last, reader)
    if last in code_calls.HARMLESS or re.match(r"(nn|torch\.nn|keras\.layers)\.", name):
        for arg in [*node.args, *(keyword.value for keyword in node.keywords)]:
            inner = arg.value if isinstance(arg, ast.Starred) else arg
            made = _evaluate(inner, reader)
            if isinstance(made, Spec) and not isinstance(inner, ast.Name):
                reader.schedules[f"@{node_line(inner)}"] = made
        return None
    shown = name or ast.unparse(node.func)[:60]
    raise trouble(node, tr("{name}() is not known here.", name=shown))


def _method(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else ""


def _base_of(node: ast.Call, reader: Reader) -> float:
    for arg in node.args:
        if isinstance(arg, ast.Name) and arg.id in reader.optimizers:
            return reader.optimizers[arg.id]
    return 1.0


def _optimizer(node: ast.Call, name: str, reader: Reader) -> float | None:
    default = 0.01 if name in {"SGD", "sgd"} else 1e-3
    rate: Any = default
    positional = node.args[1] if len(node.args) > 1 else None
    if name.islower() and node.args:
        positional = node.args[0]
    for keyword in node.keywords:
        if keyword.arg in {"lr", "learning_rate"}:
            positional = keyword.value
        elif keyword.arg:
            _evaluate(keyword.value, reader)
    for arg in node.args:
        if arg is not positional and not isinstance(arg, ast.Starred):
            _evaluate(arg, reader)
    if positional is not None:
        direct = isinstance(positional, ast.Name) and (
            positional.id in reader.schedules or positional.id in reader.functions
        )
        rate = _argument(positional, reader)
        if isinstance(rate, Spec) or not isinstance(rate, int | float):
            made = rate if isinstance(rate, Spec) else None
            if made is None and isinstance(rate, Formula):
                made = code_calls.formula_spec(rate, 1.0)
            if made is not None:
                key = f"@{node_line(node)}"
                if direct and isinstance(positional, ast.Name):
                    reader.used.discard(positional.id)
                    key = positional.id
                reader.schedules[key] = made
            rate = default
    return float(rate)


def _returned(node: ast.FunctionDef) -> ast.expr | None:
    """What a function of one return statement gives, local names replaced by their values."""
    local: dict[str, ast.expr] = {}
    for statement in node.body:
        match statement:
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                local[name] = _Substitute(local).visit(_copy(value))
            case ast.Return(value=value) if value is not None:
                result: ast.expr = _Substitute(local).visit(_copy(value))
                return result
            case _:
                return None
    return None


def _copy(node: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(node), mode="eval").body


class _Substitute(ast.NodeTransformer):
    def __init__(self, local: dict[str, ast.expr]) -> None:
        self.local = local

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self.local.get(node.id, node)


def _class(node: ast.ClassDef, reader: Reader) -> None:
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and item.name in {"__call__", "_get_lr"}:
            variable = item.args.args[1].arg if len(item.args.args) > 1 else "k"
            returned = _returned(item)
            if returned is None:
                continue
            match returned:
                case ast.ListComp(elt=element):
                    returned = _Substitute({"base": ast.Constant(1.0)}).visit(_copy(element))
            reader.classes[node.name] = (variable, _plain_casts(returned))


def _plain_casts(node: ast.expr) -> ast.expr:
    """``ops.cast(step, "float32")`` is ``step`` to a formula."""

    class Casts(ast.NodeTransformer):
        def visit_Call(self, call: ast.Call) -> ast.AST:
            self.generic_visit(call)
            if dotted(call.func).rsplit(".", 1)[-1] == "cast" and call.args:
                return call.args[0]
            return call

    result: ast.expr = Casts().visit(_copy(node))
    return result
