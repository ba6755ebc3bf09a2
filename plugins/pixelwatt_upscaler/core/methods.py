"""Every way to enlarge a picture behind one interface: fixed filters and neural models."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pixelwatt.api import UsageError, tr_noop
from pixelwatt_upscaler.text import tr

from . import model_catalogue
from .resampling import enlarge
from .upscaling import Family, Method, Notice, Placement, Upscaler

if TYPE_CHECKING:
    from .frames import Rgb, Size
    from .model_catalogue import ModelCard

__all__ = [
    "FILTER_METHODS", "Family", "Method", "Notice", "Placement", "Reach", "Upscaler", "cards_of",
    "create_upscaler", "default_method", "identity", "list_methods", "method", "own_scale", "reach",
]  # fmt: skip

FILTER_METHODS = (
    Method("nearest", tr_noop("Nearest"), Family.FILTER),
    Method("bilinear", tr_noop("Bilinear"), Family.FILTER),
    Method("bicubic", tr_noop("Bicubic"), Family.FILTER),
    Method("lanczos", tr_noop("Lanczos"), Family.FILTER),
)


FSR1 = Method(
    "fsr1",
    "FSR 1",
    Family.SPATIAL,
    None,
    tr_noop(
        "AMD's EASU and RCAS, here on the CPU, where they take far longer than on a GPU; "
        "meant for up to 2×"
    ),
)


def list_methods() -> tuple[Method, ...]:
    """All methods that can be chosen now: filters, FSR 1, shipped models, the user's models.

    Shipped models that differ in their scale only are one method.
    """
    return (*FILTER_METHODS, FSR1, *(_as_method(group) for group in _groups()))


def default_method() -> Method:
    """The first shipped model, or Lanczos where none is installed."""
    neural = [each for each in list_methods() if each.family is Family.NEURAL]
    return neural[0] if neural else FILTER_METHODS[-1]


def method(method_id: str) -> Method:
    """The method of an id, of a single model's id or of an ONNX file. Raises `UsageError`."""
    for candidate in list_methods():
        if candidate.id == method_id:
            return candidate
    return _as_method(cards_of(method_id))


def cards_of(method_id: str) -> tuple[ModelCard, ...]:
    """The models behind a neural method, one for each scale. Raises `UsageError`."""
    for group in _groups():
        if method_id == group[0].group:
            return group
    for group in _groups():
        for card in group:
            if method_id == card.id:
                return (card,)
        if method_id.lower() == group[0].family.lower():
            return group
    path = Path(method_id)
    if path.suffix.lower() == ".onnx" or path.exists():
        return (model_catalogue.user_card(path),)
    raise UsageError(
        tr("There is no method or model “{name}”.", name=method_id),
        tr("Known: {names}, or the path of an .onnx file.",
           names=", ".join(each.id for each in list_methods())),
    )  # fmt: skip


def own_scale(method_id: str) -> int | None:
    """The factor a method makes by itself; None for filters. Raises `Problem`, `UsageError`."""
    if method(method_id).family is not Family.NEURAL:
        return None
    first = cards_of(method_id)[0]
    return first.scale or model_catalogue.info_of(first).scale


def identity(method_id: str, factor: float) -> str:
    """What tells a method from all others: of a model its content and what is known of it.

    Raises `Problem`, `UsageError`.
    """
    chosen = method(method_id)
    if chosen.family is not Family.NEURAL:
        return chosen.id
    card = model_catalogue.nearest_scale(cards_of(method_id), factor)
    return f"{card.id} {model_catalogue.info_of(card)}"


FILTER_REACH = 8
"""Input rows that filters and FSR 1 see to each side, at any factor; Lanczos sees most, four."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a method sees, for pictures that are enlarged in parts."""

    rows: int
    multiple: int = 1
    """Parts must begin at multiples of this."""


def reach(method_id: str, factor: float) -> Reach:
    """Of a method at a factor. Raises `Problem`, `UsageError`."""
    if method(method_id).family is not Family.NEURAL:
        return Reach(FILTER_REACH)
    from .neural import HALO_IF_UNKNOWN

    info = model_catalogue.info_of(model_catalogue.nearest_scale(cards_of(method_id), factor))
    halo = HALO_IF_UNKNOWN if info.halo is None else info.halo
    # What a model makes is resampled where its scale is not the factor.
    return Reach(halo + (FILTER_REACH if info.scale != factor else 0), info.multiple)


def create_upscaler(
    method_id: str,
    input_size: Size,
    output_size: Size,
    *,
    provider: str = "auto",
    bits: int = 8,
    threads: int | None = None,
    notice: Notice = lambda _text: None,
) -> Upscaler:
    """Make ready to enlarge pictures of ``input_size`` to ``output_size``.

    A model whose scale is not the factor runs at the nearest trained scale and the rest is
    resampled. Takes up to seconds for a model: call it off the UI thread. Raises
    `pixelwatt.api.Problem` when the model cannot be used at all; a provider that fails is
    replaced by the CPU, which ``notice`` and the placement say.
    """
    chosen = method(method_id)
    if chosen.family is Family.FILTER:
        return FilterUpscaler(chosen, input_size, output_size)
    if chosen.family is Family.SPATIAL:
        return Fsr1Upscaler(chosen, input_size, output_size)
    from .neural import NeuralUpscaler

    factor = max(output_size.width / input_size.width, output_size.height / input_size.height)
    return NeuralUpscaler(
        chosen,
        model_catalogue.nearest_scale(cards_of(method_id), factor),
        input_size,
        output_size,
        provider=provider,
        bits=bits,
        threads=threads,
        notice=notice,
    )


@dataclass(frozen=True, slots=True)
class FilterUpscaler:
    """A fixed filter, run by OpenCV on the CPU."""

    method: Method
    input_size: Size
    output_size: Size

    @property
    def placement(self) -> Placement:
        return Placement("OpenCV")

    def run(self, rgb: Rgb) -> Rgb:
        result = enlarge(rgb, self.output_size, self.method.id)
        return result.copy() if result is rgb else result

    def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True, slots=True)
class Fsr1Upscaler:
    """FSR 1 at any factor, in NumPy on the CPU."""

    method: Method
    input_size: Size
    output_size: Size

    @property
    def placement(self) -> Placement:
        return Placement("NumPy")

    def run(self, rgb: Rgb) -> Rgb:
        from .fsr1 import fsr1

        return fsr1(rgb, self.output_size)

    def close(self) -> None:
        """Nothing is held."""


def _groups() -> list[tuple[ModelCard, ...]]:
    groups: dict[str, list[ModelCard]] = {}
    for card in model_catalogue.all_models():
        groups.setdefault(card.group, []).append(card)
    return [tuple(cards) for cards in groups.values()]


def _as_method(cards: tuple[ModelCard, ...]) -> Method:
    first = cards[0]
    kind = {"photo": tr("photo"), "render": tr("render")}.get(first.kind, first.kind)
    title = f"{first.family} {kind}".strip()
    if len(cards) == 1:
        return Method(
            first.group if first in model_catalogue.all_models() else str(first.path),
            f"{title} ×{first.scale}" if first.shipped and first.scale else first.title,
            Family.NEURAL, first.scale, str(first.path),
        )  # fmt: skip
    scales = ", ".join(f"×{card.scale}" for card in cards)
    return Method(first.group, title, Family.NEURAL, None, scales)
