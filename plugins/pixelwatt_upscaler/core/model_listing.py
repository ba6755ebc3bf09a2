"""The documents that ``pixelwatt models`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import methods, model_corrections, model_memory
from .upscaling import Family

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .model_catalogue import ModelCard


def describe_all() -> list[dict[str, Any]]:
    """Every method, with what the cards say of the models behind it."""
    return [_described(method) for method in methods.list_methods()]


def describe_file(path: Path) -> dict[str, Any]:
    """What was found in an ONNX file, and corrected. Raises `pixelwatt.api.Problem`."""
    info = model_memory.inspected(path)
    found = model_memory.as_found(info)
    corrected = [
        field
        for field in model_corrections.CORRECTABLE
        if getattr(info, field) != getattr(found, field)
    ]
    return {"file": str(path), **info.to_json(), "half": info.half, "corrected": corrected}


def correct_file(path: Path, assignments: Sequence[str]) -> None:
    """Correct what was found in a file by ``field=value``; none forgets all corrections.

    Raises `pixelwatt.api.UsageError` for a value that cannot be, `Problem` for the file.
    """
    corrections = model_corrections.read_all(assignments)
    model_memory.correct(model_memory.inspected(path), **corrections)


def _described(method: methods.Method) -> dict[str, Any]:
    cards = methods.cards_of(method.id) if method.family is Family.NEURAL else ()
    return {
        "id": method.id,
        "title": method.title,
        "family": str(method.family),
        "scales": [card.scale for card in cards if card.scale],
        "models": [_card(card) for card in cards],
    }


def _card(card: ModelCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "file": str(card.path),
        "shipped": card.shipped,
        "family": card.family,
        "kind": card.kind or None,
        "scale": card.scale,
        "channels": card.channels or None,
        "parameters": card.parameters,
        "macs_per_output_pixel": card.macs_per_output_pixel,
        "licence": card.licence or None,
        "training": card.training,
        "quality": card.quality,
    }
