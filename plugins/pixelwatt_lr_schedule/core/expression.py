"""Formulas of the update index: a small, whitelisted part of Python, evaluated by numpy.

Nothing is compiled or executed: the formula is parsed to a syntax tree and each allowed node
is computed on arrays. Anything else is refused by name and position.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.schedule import Values, floats
from pixelwatt_lr_schedule.text import tr

_LONGEST = 200_000
_DEEPEST = 150
_LONGEST_TABLE = 5000

_BINARY: dict[type[ast.operator], Callable[[Values, Values], Values]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: np.true_divide,
    ast.FloorDiv: np.floor_divide,
    ast.Mod: np.mod,
    ast.Pow: np.power,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Values, Values], Values]] = {
    ast.Lt: np.less,
    ast.LtE: np.less_equal,
    ast.Gt: np.greater,
    ast.GtE: np.greater_equal,
    ast.Eq: np.equal,
    ast.NotEq: np.not_equal,
}
_UNARY: dict[str, Callable[[Values], Values]] = {
    "sqrt": np.sqrt,
    "exp": np.exp,
    "cos": np.cos,
    "sin": np.sin,
    "tanh": np.tanh,
    "floor": np.floor,
    "ceil": np.ceil,
    "abs": np.abs,
    "fabs": np.abs,
    "float": floats,
    "int": np.trunc,
    "log2": np.log2,
    "log10": np.log10,
}
_FOLDS: dict[str, Callable[[Values, Values], Values]] = {
    "min": np.minimum,
    "max": np.maximum,
    "minimum": np.minimum,
    "maximum": np.maximum,
}
FUNCTIONS = frozenset({*_UNARY, *_FOLDS, "log", "pow", "where", "power"})
_CONSTANTS = {"pi": np.pi, "e": np.e}
_UPDATE_NAMES = ("k", "step", "epoch", "t", "x", "n", "count", "current_step", "i")
"""What people call the update in a formula, when it is not the name asked for."""
_MODULES = frozenset({"math", "np", "numpy", "jnp", "ops", "torch", "tf"})


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed formula of one variable; calling it evaluates it on an array of updates."""

    source: str
    variable: str
    tree: ast.expr = field(repr=False)
    constants: Mapping[str, float] = field(default_factory=dict)

    def __call__(self, k: Values) -> Values:
        values: dict[str, Values] = {name: floats(v) for name, v in self.constants.items()}
        values[self.variable] = floats(k)
        with np.errstate(all="ignore"):
            return np.broadcast_to(floats(_value(self.tree, values)), np.shape(k)).copy()


def parse(
    source: str, variable: str = "k", constants: Mapping[str, float] | None = None
) -> Formula:
    """Parse a formula of ``variable``; raise `Problem` naming what is not allowed and where."""
    if len(source) > _LONGEST:
        raise Problem(
            tr("The formula is {count} characters long.", count=len(source)),
            tr("Use at most {count}.", count=_LONGEST),
        )
    try:
        tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Problem(
            tr("The formula {source} is not valid: {error}.", source=source[:80], error=error),
            tr("Write it as a Python expression of {variable}.", variable=variable),
        ) from None
    if isinstance(tree, ast.Lambda) and len(tree.args.args) == 1 and not tree.args.defaults:
        return formula_of(tree.body, tree.args.args[0].arg, constants)
    return formula_of(tree, variable, constants)


def formula_of(
    tree: ast.expr, variable: str, constants: Mapping[str, float] | None = None
) -> Formula:
    """Check a syntax tree and make it a `Formula`."""
    tree = _Tables().visit(tree)
    known = dict(constants or {})
    if variable not in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}:
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - set(known)
        variable = next((name for name in _UPDATE_NAMES if name in used), variable)
    _check(tree, {variable, *known}, 0)
    return Formula(ast.unparse(tree), variable, tree, known)


class _Tables(ast.NodeTransformer):
    """``jnp.take(jnp.array([...]), k)`` is ``[...][k]``."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(
                func=take, args=[ast.Call(func=array, args=[ast.List() as table]), index]
            ) if (function_name(take), function_name(array)) == ("take", "array"):
                return ast.copy_location(ast.Subscript(table, index, ast.Load()), node)
        return node


def function_name(node: ast.expr) -> str | None:
    """``cos`` for ``cos``, ``math.cos``, ``jnp.cos`` or ``keras.ops.cos``; None for others."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = node.value
        if isinstance(owner, ast.Attribute) and isinstance(owner.value, ast.Name):
            return node.attr if (owner.value.id, owner.attr) in {("keras", "ops")} else None
        if isinstance(owner, ast.Name) and owner.id in _MODULES:
            return node.attr
    return None


def _refuse(node: ast.AST, what: str) -> Problem:
    column = getattr(node, "col_offset", 0) + 1
    line = getattr(node, "lineno", 1)
    return Problem(
        tr("{what} in line {line}, column {column} is not allowed in a formula.",
           what=what, line=line, column=column),
        tr("Use numbers, the update index, + - * / // % **, comparisons and {functions}.",
           functions=", ".join(sorted(FUNCTIONS))),
    )  # fmt: skip


def _check(node: ast.expr, names: set[str], depth: int) -> None:
    if depth > _DEEPEST:
        raise _refuse(node, tr("Nesting this deep"))
    children: list[ast.expr]
    match node:
        case ast.Constant(value=bool() | int() | float()):
            return
        case ast.Name(id=name) if name in names or name in _CONSTANTS:
            return
        case ast.Attribute() if function_name(node) in _CONSTANTS:
            return
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            children = [left, right]
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() | ast.Not(), operand=operand):
            children = [operand]
        case ast.BoolOp(values=values):
            children = list(values)
        case ast.Compare(left=left, ops=ops, comparators=others) if all(
            type(op) in _COMPARE for op in ops
        ):
            children = [left, *others]
        case ast.IfExp(test=test, body=body, orelse=orelse):
            children = [test, body, orelse]
        case ast.Subscript(value=ast.List(elts=entries), slice=index):
            if not 0 < len(entries) <= _LONGEST_TABLE:
                raise _refuse(node, tr("A table of {count} values", count=len(entries)))
            children = [*entries, index]
        case ast.Call(func=func, args=args, keywords=[]):
            name = function_name(func) or ""
            if name not in FUNCTIONS:
                raise _refuse(node, tr("The call {name}()", name=ast.unparse(func)[:60]))
            if not _arity_fits(name, len(args)):
                raise _refuse(node, tr("{name}() with {count} arguments",
                                       name=name, count=len(args)))  # fmt: skip
            children = list(args)
        case ast.Name(id=name):
            raise _refuse(node, tr("The name {name}", name=name))
        case _:
            raise _refuse(node, tr("{source}", source=ast.unparse(node)[:60]))
    for child in children:
        _check(child, names, depth + 1)


def _arity_fits(name: str, count: int) -> bool:
    if name in _FOLDS:
        return count >= 2
    if name == "where":
        return count == 3
    if name in {"pow", "power"}:
        return count == 2
    if name == "log":
        return count in {1, 2}
    return count == 1


def _value(node: ast.expr, names: Mapping[str, Values]) -> Values:
    match node:
        case ast.Constant(value=bool() | int() | float() as value):
            return floats(value)
        case ast.Name(id=name):
            return names[name] if name in names else floats(_CONSTANTS[name])
        case ast.Attribute():
            return floats(_CONSTANTS[function_name(node) or ""])
        case ast.BinOp(left=left, op=op, right=right):
            return floats(_BINARY[type(op)](_value(left, names), _value(right, names)))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, names)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return floats(_value(operand, names) == 0)
        case ast.UnaryOp(operand=operand):
            return _value(operand, names)
        case ast.BoolOp(op=op, values=values):
            parts = [_value(part, names) != 0 for part in values]
            fold = np.logical_and if isinstance(op, ast.And) else np.logical_or
            return floats(fold.reduce(np.broadcast_arrays(*parts)))
        case ast.Compare(left=left, ops=ops, comparators=others):
            operands = [_value(part, names) for part in (left, *others)]
            parts = [
                _COMPARE[type(op)](a, b) != 0
                for op, a, b in zip(ops, operands, operands[1:], strict=False)
            ]
            return floats(np.logical_and.reduce(np.broadcast_arrays(*parts)))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return floats(
                np.where(_value(test, names) != 0, _value(body, names), _value(orelse, names))
            )
        case ast.Subscript(value=ast.List(elts=entries), slice=index):
            table = floats([float(_value(entry, names)) for entry in entries])
            at = np.clip(_value(index, names), 0, len(table) - 1)
            return table[np.nan_to_num(at).astype(np.int64)]
        case ast.Call(func=func, args=args):
            return _call(function_name(func) or "", [_value(part, names) for part in args])
    raise AssertionError("only checked trees are evaluated")


def _call(name: str, arguments: list[Values]) -> Values:
    if name in _UNARY:
        return floats(_UNARY[name](arguments[0]))
    if name in _FOLDS:
        result = arguments[0]
        for argument in arguments[1:]:
            result = floats(_FOLDS[name](result, argument))
        return result
    if name == "where":
        return floats(np.where(arguments[0] != 0, arguments[1], arguments[2]))
    if name == "log":
        quotient = np.log(arguments[0])
        return floats(quotient / np.log(arguments[1]) if len(arguments) == 2 else quotient)
    return floats(np.power(arguments[0], arguments[1]))
