"""PyTorch schedulers as formulas of ``k``."""

from __future__ import annotations

import re
from typing import Any

from pixelwatt_lr_schedule.core.formula_text import choose, half_cosine, line, number

Params = dict[str, Any]


def _constant(b: float, p: Params) -> str:
    if p["total_iters"] <= 0:
        return number(b * p["factor"])
    return choose([(p["total_iters"], number(b * p["factor"]))], number(b))


def _linear(b: float, p: Params) -> str:
    n = p["total_iters"]
    if n <= 0:
        return number(b * p["start_factor"])
    return line(b * p["start_factor"], b * p["end_factor"], f"min(k, {n}) / {n}")


def _step(b: float, p: Params) -> str | None:
    size = p["step_size"]
    return f"{number(b)} * {number(p['gamma'])} ** (k // {number(size)})" if size > 0 else None


def _multi_step(b: float, p: Params) -> str:
    marks = sorted(int(m) for m in p["milestones"] if m >= 0)
    levels = [b * p["gamma"] ** i for i in range(len(marks) + 1)]
    pieces = [(mark, number(level)) for mark, level in zip(marks, levels, strict=False)]
    return choose(pieces, number(levels[-1]))


def _polynomial(b: float, p: Params) -> str:
    n = p["total_iters"]
    if n <= 0:
        return number(b)
    return f"{number(b)} * (1 - min(k, {n}) / {n}) ** {number(p['power'])}"


def _cosine(b: float, p: Params) -> str | None:
    return half_cosine(b, p["eta_min"], f"k / {number(p['T_max'])}") if p["T_max"] else None


def _restarts(b: float, p: Params) -> str | None:
    if p.get("explicit_epoch"):
        return None
    first, grow, low = p["T_0"], p["T_mult"], p["eta_min"]
    if grow == 1:
        return half_cosine(b, low, f"(k % {first}) / {first}")
    pieces, at, length = [], 0, first
    while at + length < 10**9:
        pieces.append((at + length, half_cosine(b, low, f"(k - {at}) / {length}")))
        at, length = at + length, length * grow
    return choose(pieces, half_cosine(b, low, f"(k - {at}) / {length}"))


def _one_cycle(_b: float, p: Params) -> str | None:
    total = p["total_steps"] or p["epochs"] * p["steps_per_epoch"]
    top = p["max_lr"]
    initial = top / p["div_factor"]
    ends = [float(p["pct_start"] * total) - 1, float(total - 1)]
    pairs = [(initial, top), (top, initial / p["final_div_factor"])]
    if p["three_phase"]:
        ends = [ends[0], float(2 * p["pct_start"] * total) - 2, ends[1]]
        pairs = [(initial, top), (top, initial), (initial, initial / p["final_div_factor"])]
    starts = [0.0, *ends[:-1]]
    if ends != sorted(ends):
        return None
    shape = line if p["anneal_strategy"] == "linear" else half_cosine
    texts = [
        shape(a, z, f"(k - {number(s)}) / {number(e - s)}")
        for (a, z), s, e in zip(pairs, starts, ends, strict=True)
        if e != s
    ]
    if len(texts) != len(pairs):
        return None
    text = texts[-1]
    for end, piece in reversed(list(zip(ends[:-1], texts, strict=False))):
        text = f"({piece} if k <= {number(end)} else {text})"
    return text


def _cyclic(_b: float, p: Params) -> str | None:
    if p["scale_fn"] is not None:
        return None
    up = float(p["step_size_up"])
    total = up + float(p["step_size_down"] if p["step_size_down"] is not None else up)
    ratio = up / total
    x = f"(k / {number(total)} - floor(k / {number(total)}))"
    rise = f"({x} / {number(ratio)} if {x} <= {number(ratio)} else ({x} - 1) / {number(ratio - 1)})"
    scale = {
        "triangular": "1",
        "triangular2": f"0.5 ** floor(k / {number(total)})",
        "exp_range": f"{number(p['gamma'])} ** k",
    }[p["mode"]]
    return f"{number(p['base_lr'])} + {number(p['max_lr'] - p['base_lr'])} * {rise} * {scale}"


def _lambda(b: float, p: Params) -> str:
    text = p["lr_lambda"]
    for name, value in p.items():
        if name != "lr_lambda":
            text = re.sub(rf"\b{re.escape(name)}\b", f"({number(value)})", text)
    return f"{number(b)} * ({text})"


RULES = {
    "constant": lambda b, p: number(b),
    "ConstantLR": _constant,
    "LinearLR": _linear,
    "StepLR": _step,
    "MultiStepLR": _multi_step,
    "ExponentialLR": lambda b, p: f"{number(b)} * {number(p['gamma'])} ** k",
    "PolynomialLR": _polynomial,
    "CosineAnnealingLR": _cosine,
    "CosineAnnealingWarmRestarts": _restarts,
    "OneCycleLR": _one_cycle,
    "CyclicLR": _cyclic,
    "LambdaLR": _lambda,
}
