"""``*.schedule.toml``: the curves of a panel, readable and diffable, versioned."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from pixelwatt.api import Problem
from pixelwatt_lr_schedule.core.spec import Spec, from_mapping, to_mapping
from pixelwatt_lr_schedule.text import tr

VERSION = 1
SUFFIX = ".schedule.toml"


@dataclass(frozen=True, slots=True)
class Document:
    """The first curve is the one being edited; the rest are drawn behind it."""

    curves: tuple[Spec, ...]
    updates_per_epoch: int = 0
    tokens_per_update: int = 0


def dumps(document: Document) -> str:
    """The text of a document."""
    import tomli_w

    data: dict[str, Any] = {
        "version": VERSION,
        "updates_per_epoch": document.updates_per_epoch,
        "tokens_per_update": document.tokens_per_update,
        "curve": [_without_none(to_mapping(spec)) for spec in document.curves],
    }
    return tomli_w.dumps(data)


def _without_none(value: Any) -> Any:
    # TOML has no null; a missing argument is its default, which is what None means here.
    if isinstance(value, dict):
        return {str(k): _without_none(v) for k, v in value.items() if v is not None}
    if isinstance(value, list | tuple):
        return [_without_none(item) for item in value]
    return value


def loads(text: str) -> Document:
    """Read a document; raise `Problem` with what is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem(
            tr("The schedule file is not valid TOML: {error}.", error=error),
            tr("Mend that line, or open an older copy."),
        ) from None
    version = data.get("version", 1)
    if not isinstance(version, int) or version > VERSION:
        raise Problem(
            tr("The schedule file has version {version}; this program reads {known}.",
               version=version, known=VERSION),
            tr("Open it with a newer Pixelwatt."),
        )  # fmt: skip
    curves = data.get("curve")
    if not isinstance(curves, list) or not curves:
        raise Problem(tr("The schedule file has no curve."), tr("Give at least one [[curve]]."))
    return Document(
        tuple(from_mapping(curve) for curve in curves),
        _count(data, "updates_per_epoch"),
        _count(data, "tokens_per_update"),
    )


def _count(data: dict[str, Any], key: str) -> int:
    value = data.get(key, 0)
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
