"""Hugging Face, timm, fastai, schedule-free and our own schedules as formulas of ``k``."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from pixelwatt_lr_schedule.core.formula_text import choose, half_cosine, line, number

Params = dict[str, Any]


def _hf(name: str) -> Any:
    def lower(b: float, p: Params) -> str | None:
        kwargs = dict(p["scheduler_specific_kwargs"] or {})
        lowered: str | None = _HF[name](b, p["num_warmup_steps"], p["num_training_steps"], kwargs)
        return lowered

    return lower


def _rise(b: float, w: int, after: str) -> str:
    return choose([(w, f"{number(b)} * k / {w}")], after) if w > 0 else after


def _hf_linear(b: float, w: int, n: int, _kw: Params) -> str:
    return _rise(b, w, f"{number(b)} * max(0, ({n} - k) / {max(1, n - w)})")


def _turns(w: int, n: int, cycles: float) -> str:
    return f"{number(2 * cycles)} * (k - {w}) / {max(1, n - w)}"


def _hf_cosine(b: float, w: int, n: int, kw: Params) -> str:
    return _rise(b, w, f"max(0, {half_cosine(b, 0.0, _turns(w, n, kw.get('num_cycles', 0.5)))})")


def _hf_restarts(b: float, w: int, n: int, kw: Params) -> str:
    turn = f"({number(kw.get('num_cycles', 1))} * (k - {w}) / {max(1, n - w)}) % 1"
    ends = w + max(1, n - w)
    return _rise(b, w, choose([(ends, half_cosine(b, 0.0, turn))], "0"))


def _hf_polynomial(b: float, w: int, n: int, kw: Params) -> str | None:
    if n == w:
        return None
    end = kw.get("lr_end", 1e-7)
    left = f"max(0, 1 - (k - {w}) / {n - w})"
    fall = f"({number(b - end)} * {left} ** {number(kw.get('power', 1.0))} + {number(end)})"
    return _rise(b, w, fall)


def _hf_inverse_sqrt(b: float, w: int, _n: int, kw: Params) -> str:
    scale = kw.get("timescale") or w or 10_000
    return _rise(b, w, f"{number(b)} / sqrt((k + {number(scale - w)}) / {number(scale)})")


def _rate(b: float, kw: Params) -> float:
    low = kw.get("min_lr")
    return float(low / b if low is not None else kw["min_lr_rate"])


def _hf_min_lr(b: float, w: int, n: int, kw: Params) -> str:
    fall = half_cosine(b, b * _rate(b, kw), _turns(w, n, kw.get("num_cycles", 0.5)))
    return _rise(b, w, f"max(0, {fall})")


def _hf_warmup_min_lr(b: float, w: int, n: int, kw: Params) -> str:
    position = f"{number(2 * kw.get('num_cycles', 0.5))} * (k - {w} + 1) / {max(1, n - w)}"
    fall = f"max(0, {half_cosine(b, b * _rate(b, kw), position)})"
    start = kw.get("warmup_lr_rate")
    if start is None:
        rise = f"{number(b)} * (k + 1) / {max(1, w)}"
    else:
        rise = line(b * start, b, f"k / {max(1, w - 1)}")
    return choose([(w, rise)], fall) if w > 0 else fall


def _shape(name: str, start: float, end: float, position: str, turns: float = 1.0) -> str:
    if name == "linear":
        return line(start, end, position)
    if name == "cosine":
        return half_cosine(start, end, f"{number(turns)} * ({position})")
    return f"({number(end)} + {number(start - end)} * (1 - sqrt({position})))"


def _hf_wsd(b: float, w: int, n: int | None, kw: Params) -> str:
    decay = kw["num_decay_steps"]
    stable = kw.get("num_stable_steps")
    stable = (n or 0) - w - decay if stable is None else stable
    low = b * kw.get("min_lr_ratio", 0.0)
    decay_from = w + stable
    pieces = []
    if w > 0:
        kind = kw.get("warmup_type", "linear")
        if kind == "1-sqrt":
            rise = f"({number(low)} + {number(b - low)} * (1 - sqrt(1 - k / {w})))"
        else:
            rise = _shape(kind, low, b, f"k / {w}")
        pieces.append((w, rise))
    pieces.append((decay_from, number(b)))
    position, turns = f"(k - {decay_from}) / {max(1, decay)}", 2 * kw.get("num_cycles", 0.5)
    fall = _shape(kw.get("decay_type", "cosine"), b, low, position, turns)
    pieces.append((decay_from + decay, f"max(0, {fall})"))
    return choose(pieces, number(low))


_HF: dict[str, Any] = {
    "linear": _hf_linear,
    "cosine": _hf_cosine,
    "cosine_with_restarts": _hf_restarts,
    "polynomial": _hf_polynomial,
    "constant": lambda b, w, n, kw: number(b),
    "constant_with_warmup": lambda b, w, n, kw: _rise(b, w, number(b)),
    "inverse_sqrt": _hf_inverse_sqrt,
    "cosine_with_min_lr": _hf_min_lr,
    "cosine_warmup_with_min_lr": _hf_warmup_min_lr,
    "warmup_stable_decay": _hf_wsd,
}
HF_RULES = {f"get_scheduler:{name}": _hf(name) for name in _HF}


def _timm(b: float, p: Params, after: str, prefix: bool, meets: float | None = None) -> str:
    w, start = p["warmup_t"], p["warmup_lr_init"]
    if not w:
        return choose([(1, number(b))], after)
    if prefix:
        after = re.sub(r"\bk\b", f"(k - {w})", after)
    return choose([(w, line(start, b if meets is None else meets, f"k / {w}"))], after)


def _timm_cycles(b: float, p: Params, shape: Any) -> str | None:
    if p["cycle_mul"] != 1 or p.get("k_decay", 1.0) != 1:
        return None
    n, low = p["t_initial"], p["lr_min"]
    pieces = [
        (n * (i + 1), shape(b * p["cycle_decay"] ** i, low, f"(k - {n * i}) / {n}"))
        for i in range(p["cycle_limit"])
    ]
    return choose(pieces, number(low)) if len(pieces) <= 40 else None


def _timm_cosine(b: float, p: Params) -> str | None:
    after = _timm_cycles(b, p, half_cosine)
    return after and _timm(b, p, after, p["warmup_prefix"])


def _timm_poly(b: float, p: Params) -> str | None:
    def shape(top: float, low: float, position: str) -> str:
        return f"({number(low)} + {number(top - low)} * (1 - {position}) ** {number(p['power'])})"

    after = _timm_cycles(b, p, shape)
    return after and _timm(b, p, after, p["warmup_prefix"])


def _timm_tanh(b: float, p: Params) -> str | None:
    if p["warmup_t"] and not p["warmup_prefix"]:
        return None

    def shape(top: float, low: float, position: str) -> str:
        inner = f"{number(p['lb'])} + {number(p['ub'] - p['lb'])} * {position}"
        return f"({number(low)} + {number((top - low) / 2)} * (1 - tanh({inner})))"

    after = _timm_cycles(b, p, shape)
    return after and _timm(b, p, after, p["warmup_prefix"])


def _timm_step(b: float, p: Params) -> str:
    after = f"{number(b)} * {number(p['decay_rate'])} ** (k // {number(p['decay_t'])})"
    return _timm(b, p, after, p["warmup_prefix"])


def _timm_multi_step(b: float, p: Params) -> str:
    marks = sorted(int(m) - 1 for m in p["decay_t"])
    levels = [b * p["decay_rate"] ** i for i in range(len(marks) + 1)]
    pieces = [(m, number(level)) for m, level in zip(marks, levels, strict=False)]
    return _timm(b, p, choose(pieces, number(levels[-1])), p["warmup_prefix"])


def _noam(b: float, p: Params) -> str:
    scale = b * p["factor"] * p["d_model"] ** -0.5
    w = p["warmup_steps"]
    return f"{number(scale)} * min((k + 1) ** -0.5, (k + 1) * {number(float(w) ** -1.5)})"


def _drawn(_b: float, p: Params) -> str:
    points, shapes = [(int(u), float(v)) for u, v in p["points"]], list(p["shapes"])
    pieces = []
    for i, ((at, start), (until, end)) in enumerate(pairwise(points)):
        shape = shapes[i] if i < len(shapes) else "linear"
        if until == at:
            continue
        position = f"(k - {at}) / {until - at}"
        if shape == "hold":
            text = number(start)
        elif shape == "exponential":
            text = f"{number(start)} * {number(end / start)} ** ({position})"
        else:
            text = _shape(shape, start, end, position)
        pieces.append((until, text))
    if points[0][0] > 0:
        pieces.insert(0, (points[0][0], number(points[0][1])))
    return choose(pieces, number(points[-1][1]))


def _range_test(_b: float, p: Params) -> str:
    shift = 1 if p["convention"] == "lightning" else 0
    position = f"(k + {shift}) / {p['num_it']}"
    if p["mode"] == "linear":
        rise = line(p["start_lr"], p["end_lr"], position)
    else:
        rise = f"{number(p['start_lr'])} * {number(p['end_lr'] / p['start_lr'])} ** ({position})"
    return choose([(1, number(p["start_lr"]))], rise) if shift else rise


def _formula(b: float, p: Params) -> str:
    text = str(p["lr"])
    for name, value in {"base_lr": b, **{k: v for k, v in p.items() if k != "lr"}}.items():
        text = re.sub(rf"\b{re.escape(name)}\b", f"({number(value)})", text)
    return text


def _schedule_free(b: float, p: Params) -> str:
    top, w = p["lr"] if p["lr"] is not None else b, p["warmup_steps"]
    return f"{number(top)} * min(1, (k + 1) / {w})" if w > 0 else number(top)


TIMM_RULES = {
    "CosineLRScheduler": _timm_cosine,
    "PolyLRScheduler": _timm_poly,
    "TanhLRScheduler": _timm_tanh,
    "StepLRScheduler": _timm_step,
    "MultiStepLRScheduler": _timm_multi_step,
}
OTHER_RULES = {
    "noam": _noam,
    "drawn": _drawn,
    "formula": _formula,
    "range_test": _range_test,
    "LRFinder": _range_test,
    "AdamWScheduleFree": _schedule_free,
    "SGDScheduleFree": _schedule_free,
}
