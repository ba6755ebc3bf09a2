"""Remembers what was found about each model, by its hash, and what the user corrected."""

from __future__ import annotations

import dataclasses
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Problem, write_atomic
from pixelwatt_upscaler.text import tr

from . import folders
from .model_corrections import CORRECTABLE
from .model_file import parse, read_bytes, sha256
from .model_info import Layout, ModelInfo, ValueRange
from .model_probe import inspect_apart

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1
"""Raised when `ModelInfo` or the way to find it changes, so that old notes are made anew."""


def inspected(path: Path) -> ModelInfo:
    """What is known of a user's model; inspected apart the first time. Raises `Problem`."""
    data = read_bytes(path)
    parse(data, path.name)
    digest = sha256(data)
    notes = _notes(digest)
    found = None
    with suppress(KeyError, TypeError, ValueError):
        found = ModelInfo.from_json(notes["info"])
    if found is None:
        found = inspect_apart(path)
        _write(digest, {"info": found.to_json(), "corrections": notes.get("corrections", {})})
    return _corrected(found, notes.get("corrections", {}))


def as_found(info: ModelInfo) -> ModelInfo:
    """What was found about a model before anybody corrected it."""
    with suppress(KeyError, TypeError, ValueError):
        return ModelInfo.from_json(_notes(info.sha256)["info"])
    return info


def correct(info: ModelInfo, **corrections: Any) -> ModelInfo:
    """Overrule what was found, for this model on this machine. Raises `Problem`.

    ``corrections`` are fields of `CORRECTABLE`; none at all forgets earlier ones.
    """
    unknown = set(corrections) - set(CORRECTABLE)
    if unknown:
        raise Problem(tr("{names} cannot be corrected.", names=", ".join(sorted(unknown))))
    notes = _notes(info.sha256)
    notes.setdefault("info", info.to_json())
    notes["corrections"] = corrections
    _write(info.sha256, notes)
    return _corrected(ModelInfo.from_json(notes["info"]), corrections)


def remember_agreement(digest: str, provider: str, largest_error: float) -> None:
    """Note how far a provider's output was from the CPU's (1.0 is the whole range)."""
    notes = _notes(digest)
    notes.setdefault("agreement", {})[provider] = largest_error
    _write(digest, notes)


def agreement(digest: str, provider: str) -> float | None:
    value = _notes(digest).get("agreement", {}).get(provider)
    return float(value) if isinstance(value, int | float) else None


def _corrected(info: ModelInfo, corrections: dict[str, Any]) -> ModelInfo:
    values = {key: value for key, value in corrections.items() if key in CORRECTABLE}
    with suppress(ValueError):
        if "value_range" in values:
            values["value_range"] = ValueRange(values["value_range"])
        if "layout" in values:
            values["layout"] = Layout(values["layout"])
        return dataclasses.replace(info, **values)
    return info


def _notes(digest: str) -> dict[str, Any]:
    try:
        text = (folders.model_notes() / f"{digest}.json").read_text("utf-8")
        notes = json.loads(text)
    except (OSError, ValueError):
        return {}
    if not isinstance(notes, dict) or notes.get("version") != VERSION:
        return {}
    return notes


def _write(digest: str, notes: dict[str, Any]) -> None:
    # A full or read-only disk only means that the model is inspected again next time.
    with suppress(OSError):
        text = json.dumps({"version": VERSION, **notes}, indent=1)
        write_atomic(folders.model_notes() / f"{digest}.json", text)
