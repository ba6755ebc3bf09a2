"""From what the user prefers to what the engine is told, and to words for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pixelwatt_upscaler.core.live_difference import DifferenceKind, DifferenceView
from pixelwatt_upscaler.core.live_orders import Setup
from pixelwatt_upscaler.core.methods import Method, default_method, list_methods
from pixelwatt_upscaler.core.model_catalogue import shipped_models
from pixelwatt_upscaler.core.pipeline import Plan, Request
from pixelwatt_upscaler.core.presets import OUTPUTS, preset
from pixelwatt_upscaler.core.resampling import Degradation
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.layers import Mode

if TYPE_CHECKING:
    from pixelwatt_upscaler.core.frames import Size
    from pixelwatt_upscaler.preferences import UpscalerPreferences


def chosen_methods(preferences: UpscalerPreferences) -> tuple[str, ...]:
    """The methods to run: those remembered that still exist, else the fastest model."""
    known = known_methods()
    wanted = [name for name in preferences.methods.split(",") if name in known]
    if wanted:
        return tuple(dict.fromkeys(wanted))
    return (fastest_model(),)


def fastest_model() -> str:
    """The shipped model of least work for each pixel: what plays fluently on most machines."""
    cards = [card for card in shipped_models() if card.macs_per_output_pixel]
    if not cards:
        return default_method().id
    return min(cards, key=lambda card: card.macs_per_output_pixel or 0).group


def request_for(preferences: UpscalerPreferences, automatic: Size | None) -> Request:
    """``automatic`` is the size to use while the output is left to the machine."""
    take_down = preferences.taken_down != "none"
    box = automatic if preferences.output == "auto" else OUTPUTS.get(preferences.output)
    return Request(
        factor=preset(preferences.preset).factor,
        output=box,
        take_down=take_down,
        degradation=Degradation(preferences.taken_down) if take_down else Degradation.AREA,
    )


def setup_for(preferences: UpscalerPreferences, automatic: Size | None, revision: int = 0) -> Setup:
    difference = None
    if preferences.mode == Mode.DIFFERENCE:
        difference = DifferenceView(
            DifferenceKind(preferences.difference), preferences.difference_scale
        )
    return Setup(
        request=request_for(preferences, automatic),
        methods=chosen_methods(preferences),
        provider=preferences.provider,
        difference=difference,
        revision=revision,
    )


@lru_cache(maxsize=1)
def known_methods() -> dict[str, Method]:
    """All methods by their id. Kept, because every frame asks and the answer lies on the disk."""
    return {method.id: method for method in list_methods()}


def reference_text(plan: Plan, preferences: UpscalerPreferences) -> str:
    """What the picture is judged by, and how the input was made from it."""
    if plan.has_reference:
        how = {
            "point": tr("point-sampled"),
            "area": tr("area-averaged"),
            "bicubic": tr("bicubic"),
        }[preferences.taken_down]
        if plan.input == plan.output:
            return tr("original, {size}", size=plain(plan.output))
        return tr(
            "original, {reference}; taken down to {render}, {how}",
            reference=plain(plan.output),
            render=plain(plan.input),
            how=how,
        )
    if preferences.taken_down == "none":
        return tr("none: the source is upscaled as it is")
    return plan.note or tr("none: the source is smaller than the output")


def plain(size: Size) -> str:
    """``1920 × 1080``."""
    return f"{size.width} × {size.height}"
