"""A comparison as a small TOML file (``*.comparison.toml``) that people can read and diff."""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from pixelwatt.api import Problem
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.quantities import PRECISIONS, PRICE_BASES
from pixelwatt_accelerators.text import tr

SCHEMA = 1
COMPUTED_BASIS = "computed"
"""Ownership worked out from purchase price, power and interest instead of a quoted rate."""
MONEY_BASES = (*(basis for basis in PRICE_BASES if basis != "list"), COMPUTED_BASIS)
TOPOLOGIES = ("own", "ring", "ring_bidi", "switch", "mesh", "torus", "torus_uni", "torus_open")
"""``torus_uni`` sends one way round only, ``torus_open`` has no wraparound."""
METRICS = ("usd_per_mtok", "joules_per_token", "tokens_per_s_per_mw", "tokens_per_s_per_chip",
           "usd_per_eflop", "training_days", "training_usd")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Show:
    """How the table is shown; none of it changes a figure."""

    memory_unit: Literal["GB", "GiB"] = "GB"
    link: Literal["uni", "bidi", "pair"] = "bidi"
    sparsity: Literal["dense", "sparse"] = "dense"
    hidden_rows: tuple[str, ...] = ()
    pinned: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """What the accelerators are to do."""

    model: str = "llama31_70b"
    precision: str = "fp8"
    kv_bytes: float = 1.0
    batch: float = 32.0
    context: float = 8192.0
    prompt: float = 4096.0
    wanted_per_user_s: float = 0.0
    """Tokens a second that each user is to get; 0 asks for none."""
    chips: int = 0
    """Per replica; 0 takes the smallest power of two that holds model and cache."""
    communication: bool = True
    topology: str = "own"
    """How a replica's chips are joined: each accelerator's own way, or one of `TOPOLOGIES`."""
    scale_out_bytes_per_s: float = 0.0
    """One chip's share of the network between domains; 0 keeps replicas within a domain."""
    training_tokens: float = 15e12
    training_chips: int = 1024
    mfu: float = 0.40
    hbm_efficiency: float = 0.80


@dataclass(frozen=True, slots=True)
class Money:
    basis: str = "rent_3yr"
    capex_usd: float = 40_000.0
    """Used where the table has no purchase price and the basis is `COMPUTED_BASIS`."""
    life_years: float = 5.0
    interest: float = 0.10
    pue: float = 1.2
    usd_per_kwh: float = 0.08
    colocation_usd_per_kw_month: float = 130.0
    utilisation: float = 0.60


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything a user chose; figures themselves stay in the tables."""

    chips: tuple[str, ...] = ("tpu_v7", "b200_sxm")
    metric: str = "usd_per_mtok"
    show: Show = field(default_factory=Show)
    use: Use = field(default_factory=Use)
    money: Money = field(default_factory=Money)
    answers: dict[str, str] = field(default_factory=dict)


def dumps(comparison: Comparison) -> str:
    import tomli_w

    document = {"schema": SCHEMA, **_plain(dataclasses.asdict(comparison))}
    return tomli_w.dumps(document)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return list(value) if isinstance(value, tuple) else value


def loads(text: str, name: str) -> Comparison:
    """Read a document; what it leaves out keeps its default.

    :raises Problem: naming file, key and remedy.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem(
            tr("{name} is not TOML: {error}.", name=name, error=error), tr("Correct that line.")
        ) from error
    schema = document.pop("schema", SCHEMA)
    if schema != SCHEMA:
        raise Problem(
            tr("{name}: schema is {found}.", name=name, found=schema),
            tr("It was written by a newer version; update Pixelwatt."),
        )
    comparison = _build(Comparison, document, name)
    _check(comparison, name)
    return comparison


T = TypeVar("T")
_PARTS: dict[str, type[Any]] = {"show": Show, "use": Use, "money": Money}


def _build(kind: type[T], table: dict[str, Any], place: str) -> T:
    fields = {f.name: f for f in dataclasses.fields(kind)}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    default = kind()
    for key, value in table.items():
        if key not in fields:
            close = difflib.get_close_matches(key, fields, n=1, cutoff=0.5)
            raise Problem(
                tr("{place}: unknown key “{key}”.", place=place, key=key),
                tr("Did you mean “{key}”?", key=close[0])
                if close
                else tr("Known keys: {keys}.", keys=", ".join(fields)),
            )
        if key in _PARTS and kind is Comparison:
            if not isinstance(value, dict):
                raise Problem(
                    tr("{name}: {key} is not a table.", name=place, key=key),
                    tr("Write [{key}].", key=key),
                )
            values[key] = _build(_PARTS[key], value, f"{place}: [{key}]")
        else:
            values[key] = _converted(getattr(default, key), value, f"{place}: {key}")
    return kind(**values)


def _converted(default: Any, value: Any, place: str) -> Any:
    """``value`` in the type of ``default``."""
    if isinstance(default, bool):
        fits = isinstance(value, bool)
    elif isinstance(default, float | int):
        fits = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e30
        value = type(default)(value) if fits else value
    elif isinstance(default, tuple):
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        value = tuple(value) if fits else value
    elif isinstance(default, dict):
        fits = isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    else:
        fits = isinstance(value, str)
    if not fits:
        raise Problem(
            tr("{place} is {value}.", place=place, value=repr(value)),
            tr("Write it like {example}.", example=repr(default)),
        )
    return value


_POSITIVE_USE = ("kv_bytes", "batch", "context", "prompt", "training_tokens", "training_chips",
                 "mfu", "hbm_efficiency")  # fmt: skip
_POSITIVE_MONEY = ("capex_usd", "life_years", "pue", "utilisation")


def _check(comparison: Comparison, name: str) -> None:
    choices: list[tuple[str, object, tuple[str, ...]]] = [
        ("metric", comparison.metric, METRICS),
        ("show.memory_unit", comparison.show.memory_unit, ("GB", "GiB")),
        ("show.link", comparison.show.link, ("uni", "bidi", "pair")),
        ("show.sparsity", comparison.show.sparsity, ("dense", "sparse")),
        ("use.precision", comparison.use.precision, PRECISIONS),
        ("use.topology", comparison.use.topology, TOPOLOGIES),
        ("use.model", comparison.use.model, tuple(shipped_models())),
        ("money.basis", comparison.money.basis, MONEY_BASES),
    ]
    for key, value, allowed in choices:
        if value not in allowed:
            raise Problem(
                tr("{name}: {key} is {value}.", name=name, key=key, value=repr(value)),
                tr("Use one of {choices}.", choices=", ".join(allowed)),
            )
    for key in ("chips", "scale_out_bytes_per_s", "wanted_per_user_s"):
        if getattr(comparison.use, key) < 0:
            raise Problem(
                tr("{place} is below zero.", place=f"{name}: use.{key}"),
                tr("Write 0 to leave it open."),
            )
    for part, keys in ((comparison.use, _POSITIVE_USE), (comparison.money, _POSITIVE_MONEY)):
        for key in keys:
            if getattr(part, key) <= 0:
                raise Problem(
                    tr("{place} is {value}.", place=f"{name}: {key}", value=getattr(part, key)),
                    tr("It must be above zero."),
                )
