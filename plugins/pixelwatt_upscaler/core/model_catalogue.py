"""The models there are: those that ship with Pixelwatt and those the user added."""

from __future__ import annotations

import shutil
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixelwatt.api import Problem, replacing
from pixelwatt_upscaler.text import tr

from . import folders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model_info import ModelInfo

USER_FAMILY = "user"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What is said of a model by those who made it; ``<id>.toml`` beside ``<id>.onnx``."""

    id: str
    path: Path
    title: str
    family: str
    kind: str = ""
    """``photo`` or ``render``: what it was trained on."""
    scale: int | None = None
    channels: str = ""
    parameters: int | None = None
    macs_per_output_pixel: float | None = None
    licence: str = ""
    training: dict[str, Any] = field(default_factory=dict, hash=False)
    quality: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def shipped(self) -> bool:
        return self.family != USER_FAMILY

    @property
    def group(self) -> str:
        """Models of one group differ in their scale only."""
        if not self.shipped:
            return self.id
        return "-".join(part.lower() for part in (self.family, self.kind) if part)


def shipped_folder() -> Path:
    return Path(str(files("pixelwatt_resources"))) / "models"


def all_models() -> tuple[ModelCard, ...]:
    """Shipped models first; a card that cannot be read is left out."""
    return (*shipped_models(), *user_models())


@lru_cache(maxsize=1)
def shipped_models() -> tuple[ModelCard, ...]:
    return _cards_in(shipped_folder())


def user_models() -> tuple[ModelCard, ...]:
    return tuple(user_card(path) for path in sorted(folders.models().glob("*.onnx")))


def user_card(path: Path) -> ModelCard:
    """A card for a file that has none."""
    return ModelCard(path.stem, path, path.stem, USER_FAMILY)


def add_user_model(path: Path) -> ModelCard:
    """Try a user's model and keep a copy of it, unless it is there already.

    Raises `Problem` if it cannot upscale.
    """
    from .model_file import sha256
    from .model_memory import inspected

    digest = inspected(path).sha256
    for card in user_models():
        with suppress(OSError):
            if sha256(card.path.read_bytes()) == digest:
                return card
    taken = {card.id for card in all_models()}
    target = folders.models() / path.name
    if target.exists() or path.stem in taken:
        number = 2
        while (folders.models() / f"{path.stem}-{number}.onnx").exists():
            number += 1
        target = folders.models() / f"{path.stem}-{number}.onnx"
    try:
        with replacing(target) as temporary:
            shutil.copyfile(path, temporary)
    except OSError as error:
        raise Problem(
            tr("{name} cannot be kept: {detail}.", name=path.name, detail=error.strerror or error),
            tr("Free some space on the disk."),
        ) from error
    return user_card(target)


def info_of(card: ModelCard) -> ModelInfo:
    """What the file itself says. Raises `Problem`."""
    if card.shipped:
        return _shipped_info(card.path)
    from .model_memory import inspected

    return inspected(card.path)


@lru_cache(maxsize=64)
def _shipped_info(path: Path) -> ModelInfo:
    from .model_file import read_bytes
    from .onnx_model import inspect

    return inspect(read_bytes(path), path.name)


def nearest_scale(cards: Sequence[ModelCard], factor: float) -> ModelCard:
    """The model to run for ``factor``: nearest by ratio, the larger of two equally near.

    What is left over is resampled. No model is run on its own output, because none was trained
    for that and it would sharpen its own artefacts.
    """

    def distance(card: ModelCard) -> tuple[float, int]:
        scale = card.scale or 1
        return abs(log(scale / factor)), -scale

    return min(cards, key=distance)


def _cards_in(folder: Path) -> tuple[ModelCard, ...]:
    if not folder.is_dir():
        return ()
    cards = []
    for path in sorted(folder.glob("*.onnx")):
        try:
            cards.append(read_card(path))
        except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError):
            cards.append(ModelCard(path.stem, path, path.stem, path.stem))
    order = {"M": 0, "M-fast": 1, "L": 2, "K": 3}
    return tuple(
        sorted(cards, key=lambda card: (order.get(card.family, 9), card.kind, card.scale or 0))
    )


def read_card(path: Path) -> ModelCard:
    """The card of a model file. Raises `OSError`, `KeyError`, `ValueError` or a TOML error."""
    with path.with_suffix(".toml").open("rb") as file:
        card = tomllib.load(file)
    model = card["model"]
    return ModelCard(
        id=path.stem,
        path=path,
        title=str(model["title"]),
        family=str(model["family"]),
        kind=str(model.get("kind", "")),
        scale=int(model["scale"]),
        channels=str(model.get("channels", "")),
        parameters=model.get("parameters"),
        macs_per_output_pixel=model.get("macs_per_output_pixel"),
        licence=_licence(card),
        training=dict(card.get("training", {})),
        quality=dict(card.get("quality", {})),
    )


def _licence(card: dict[str, Any]) -> str:
    licence = card.get("licence", "")
    return str(licence.get("weights", "") if isinstance(licence, dict) else licence)
