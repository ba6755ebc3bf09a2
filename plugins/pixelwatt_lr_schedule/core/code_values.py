"""Constant values in pasted code: numbers, texts, lists and arithmetic on known names."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.text import tr

Environment = dict[str, Any]

_ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_NUMERIC_CALLS: dict[str, Callable[..., Any]] = {
    "int": int, "float": float, "round": round, "min": min, "max": max, "abs": abs, "len": len,
}  # fmt: skip
_MOST = 1e300


class NotConstant(Exception):
    """The expression is no constant; it may be a call the reader understands."""


def trouble(node: ast.AST, what: str) -> Problem:
    """A problem with its line, as every message about pasted code has."""
    line = getattr(node, "lineno", 1)
    return Problem(
        tr("Line {line}: {what}", line=line, what=what),
        tr("Paste the lines that make the optimizer and its scheduler; nothing is executed."),
    )


def dotted(node: ast.expr) -> str:
    """``torch.optim.SGD`` of a name or attribute; "" for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([node.id, *reversed(parts)])


def constant(node: ast.expr, names: Mapping[str, Any]) -> Any:
    """The value of a constant expression; raise `NotConstant` where it is none."""
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name) if name in names:
            return names[name]
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return [constant(item, names) for item in items]
        case ast.Dict(keys=keys, values=values):
            return {
                constant(key, names): constant(value, names)
                for key, value in zip(keys, values, strict=True)
                if key is not None
            }
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_number(constant(operand, names))
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(_number(constant(left, names)), _number(constant(right, names)))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            a, b = _number(constant(left, names)), _number(constant(right, names))
            try:
                return _bounded(_ARITHMETIC[type(op)](a, b))
            except (ArithmeticError, ValueError):
                raise NotConstant from None
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _NUMERIC_CALLS:
            values = [constant(arg, names) for arg in args]
            try:
                return _NUMERIC_CALLS[name](*values)
            except (TypeError, ValueError, ArithmeticError):
                raise NotConstant from None
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=keywords):
            return {k.arg: constant(k.value, names) for k in keywords if k.arg}
    raise NotConstant


def _number(value: Any) -> float | int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotConstant
    return value


def _bounded(value: Any) -> Any:
    if isinstance(value, int) and abs(value) > 1 << 200:
        raise NotConstant
    return value


def _power(base: float, exponent: float) -> float | int:
    if abs(exponent) > 1000 or abs(base) > _MOST:
        raise NotConstant
    try:
        result = base**exponent
    except (ArithmeticError, ValueError):
        raise NotConstant from None
    if not isinstance(result, int | float):
        raise NotConstant
    return result
