"""Optax and Keras schedules as formulas of ``k`` (Keras without its float32 rounding)."""

from __future__ import annotations

from typing import Any

from pixelwatt_lr_schedule.core.formula_text import choose, half_cosine, line, number, shifted

Params = dict[str, Any]


def _polynomial(_b: float, p: Params) -> str:
    n, begin = p["transition_steps"], max(0, p.get("transition_begin", 0))
    if n <= 0:
        return number(p["init_value"])
    position = f"min(max(k - {begin}, 0), {n}) / {n}"
    if p.get("power", 1) == 1:
        return line(p["init_value"], p["end_value"], position)
    span = number(p["init_value"] - p["end_value"])
    return f"({span} * (1 - {position}) ** {number(p['power'])} + {number(p['end_value'])})"


def _piecewise(_b: float, p: Params) -> str:
    value, pieces = p["init_value"], []
    for mark, scale in sorted((int(m), s) for m, s in (p["boundaries_and_scales"] or {}).items()):
        pieces.append((mark, number(value)))
        value *= scale
    return choose(pieces, number(value))


def _exponential(_b: float, p: Params) -> str:
    n, begin = p["transition_steps"], max(0, p.get("transition_begin", 0))
    if n <= 0 or p["decay_rate"] == 0:
        return number(p["init_value"])
    after = f"max(k - {begin}, 0)"
    position = f"({after} // {n})" if p.get("staircase") else f"({after} / {n})"
    text = f"{number(p['init_value'])} * {number(p['decay_rate'])} ** {position}"
    if p.get("end_value") is None:
        return f"({text})"
    clip = "max" if p["decay_rate"] < 1 else "min"
    return f"{clip}({text}, {number(p['end_value'])})"


def _cosine(_b: float, p: Params) -> str:
    n, top = p["decay_steps"], p["init_value"]
    position, exponent = f"min(k, {n}) / {n}", p.get("exponent", 1.0)
    if exponent == 1:
        return half_cosine(top, top * p.get("alpha", 0.0), position)
    alpha = p.get("alpha", 0.0)
    falling = f"(0.5 * (1 + cos(pi * {position}))) ** {number(exponent)}"
    return f"({number(top * (1 - alpha))} * {falling} + {number(top * alpha)})"


def _warmup(fall: str, p: Params) -> str:
    w = p["warmup_steps"]
    if w <= 0:
        return fall if w == 0 else shifted(fall, w)
    return choose([(w, line(p["init_value"], p["peak_value"], f"k / {w}"))], shifted(fall, w))


def _warmup_cosine(b: float, p: Params) -> str:
    top = p["peak_value"]
    alpha = p.get("end_value", 0.0) / top if top else 0.0
    inner = {
        "init_value": top, "decay_steps": p["decay_steps"] - p["warmup_steps"], "alpha": alpha,
        "exponent": p.get("exponent", 1.0),
    }  # fmt: skip
    return _warmup(_cosine(b, inner), p)


def _sgdr(b: float, p: Params) -> str:
    texts, marks, at = [], [], 0
    for cycle in p["cosine_kwargs"]:
        texts.append(shifted(_warmup_cosine(b, dict(cycle)), at))
        at += cycle["decay_steps"]
        marks.append(at)
    return choose(list(zip(marks[:-1], texts, strict=False)), texts[-1])


def _interpolate(linear: bool, first: float, marks: dict[int, float]) -> str:
    shape = line if linear else half_cosine
    at, value, pieces = 0, first, []
    for mark, scale in sorted(marks.items()):
        if mark > at:
            pieces.append((mark, shape(value, value * scale, f"(k - {at}) / {mark - at}")))
        at, value = max(at, mark), value * scale
    return choose(pieces, number(value))


def _cosine_onecycle(_b: float, p: Params) -> str:
    n, div = p["transition_steps"], p["div_factor"]
    marks = {int(p["pct_start"] * n): div, int(n): 1.0 / (div * p["final_div_factor"])}
    return _interpolate(False, p["peak_value"] / div, marks)


def _linear_onecycle(_b: float, p: Params) -> str:
    n, div = p["transition_steps"], p["div_factor"]
    marks = {
        int(p["pct_start"] * n): div,
        int(p["pct_final"] * n): 1.0 / div,
        n: 1.0 / p["final_div_factor"],
    }
    return _interpolate(True, p["peak_value"] / div, marks)


def _piecewise_interpolate(_b: float, p: Params) -> str:
    marks = {int(m): float(s) for m, s in (p["boundaries_and_scales"] or {}).items()}
    return _interpolate(p["interpolate_type"] == "linear", p["init_value"], marks)


def _keras_exponential(_b: float, p: Params) -> str:
    n = number(p["decay_steps"])
    position = f"(k // {n})" if p["staircase"] else f"(k / {n})"
    return f"{number(p['initial_learning_rate'])} * {number(p['decay_rate'])} ** {position}"


def _keras_inverse_time(_b: float, p: Params) -> str:
    n = number(p["decay_steps"])
    position = f"(k // {n})" if p["staircase"] else f"(k / {n})"
    return f"{number(p['initial_learning_rate'])} / (1 + {number(p['decay_rate'])} * {position})"


def _keras_piecewise(_b: float, p: Params) -> str | None:
    marks, values = list(p["boundaries"]), p["values"]
    if sorted(marks) != marks:
        return None
    pieces = [(int(m) + 1, number(v)) for m, v in zip(marks, values, strict=False)]
    return choose(pieces, number(values[-1]))


def _keras_polynomial(_b: float, p: Params) -> str:
    n = number(p["decay_steps"])
    position = f"k / ({n} * max(1, ceil(k / {n})))" if p["cycle"] else f"min(k, {n}) / {n}"
    first, end = p["initial_learning_rate"], p["end_learning_rate"]
    return f"({number(first - end)} * (1 - {position}) ** {number(p['power'])} + {number(end)})"


def _keras_cosine(b: float, p: Params) -> str:
    first = p["initial_learning_rate"]
    inner = {"decay_steps": p["decay_steps"], "alpha": p["alpha"]}
    if p["warmup_target"] is None:
        return _cosine(b, {**inner, "init_value": first})
    warmed = {"warmup_steps": p["warmup_steps"], "init_value": first,
              "peak_value": p["warmup_target"]}  # fmt: skip
    return _warmup(_cosine(b, {**inner, "init_value": p["warmup_target"]}), warmed)


def _keras_restarts(_b: float, p: Params) -> str | None:
    first, n = p["initial_learning_rate"], p["first_decay_steps"]
    if p["t_mul"] == 1:
        low = first * p["alpha"]
        height = f"{number(p['m_mul'])} ** (k // {number(n)})"
        wave = f"(1 + cos(pi * (k % {number(n)}) / {number(n)}))"
        return f"({number(low)} + {number((first - low) / 2)} * {height} * {wave})"
    return None


OPTAX_RULES = {
    "constant_schedule": lambda b, p: number(p["value"]),
    "polynomial_schedule": _polynomial,
    "linear_schedule": _polynomial,
    "piecewise_constant_schedule": _piecewise,
    "piecewise_interpolate_schedule": _piecewise_interpolate,
    "exponential_decay": _exponential,
    "cosine_decay_schedule": _cosine,
    "warmup_constant_schedule": lambda b, p: _polynomial(
        b,
        {
            "init_value": p["init_value"],
            "end_value": p["peak_value"],
            "transition_steps": p["warmup_steps"],
        },
    ),
    "warmup_cosine_decay_schedule": _warmup_cosine,
    "warmup_exponential_decay_schedule": lambda b, p: _warmup(
        _exponential(b, {**p, "init_value": p["peak_value"]}), p
    ),
    "sgdr_schedule": _sgdr,
    "cosine_onecycle_schedule": _cosine_onecycle,
    "linear_onecycle_schedule": _linear_onecycle,
}

KERAS_RULES = {
    "constant": lambda b, p: number(b),
    "ExponentialDecay": _keras_exponential,
    "InverseTimeDecay": _keras_inverse_time,
    "PiecewiseConstantDecay": _keras_piecewise,
    "PolynomialDecay": _keras_polynomial,
    "CosineDecay": _keras_cosine,
    "CosineDecayRestarts": _keras_restarts,
}
