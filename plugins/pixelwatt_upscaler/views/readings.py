"""What the heads-up line and the pictures' labels say of a frame."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pixelwatt_upscaler.core.live_difference import DifferenceView
from pixelwatt_upscaler.core.live_frames import INPUT, ORIGINAL
from pixelwatt_upscaler.core.methods import Family
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.choices import known_methods, plain, reference_text
from pixelwatt_upscaler.views.heads_up import Reading
from pixelwatt_upscaler.views.layers import Layer, Mode, layer

if TYPE_CHECKING:
    from pixelwatt.api import Theme
    from pixelwatt_upscaler.core.frames import SourceInfo
    from pixelwatt_upscaler.core.live_clock import LiveStatistics
    from pixelwatt_upscaler.core.live_frames import LiveFrame
    from pixelwatt_upscaler.core.live_judge import Score, Scores
    from pixelwatt_upscaler.core.pipeline import Output
    from pixelwatt_upscaler.core.upscaling import Placement
    from pixelwatt_upscaler.preferences import UpscalerPreferences

UNKNOWN = "–"


def headline(frame: LiveFrame) -> Output | None:
    """The output the heads-up line is about: the first of a model, else the first."""
    known = known_methods()
    outputs = frame.result.outputs
    models = (
        each
        for each in outputs
        if each.method in known and known[each.method].family is Family.NEURAL
    )
    return next(models, outputs[0] if outputs else None)


def title_of(method_id: str) -> str:
    method = known_methods().get(method_id)
    return tr(method.title) if method else method_id


def colours(frame: LiveFrame, theme: Theme) -> dict[str, str]:
    """One colour for each picture, the same in every part of the panel."""
    main = headline(frame)
    result = {INPUT: theme.muted, ORIGINAL: theme.native}
    series = iter(theme.series * 4)
    for output in frame.result.outputs:
        ours = main is not None and output.method == main.method
        result[output.method] = theme.accent if ours else next(series)
    return result


def layers_of(
    frame: LiveFrame, preferences: UpscalerPreferences, theme: Theme, scores: Scores | None
) -> tuple[Layer, ...]:
    """The pictures of a frame in their order: input, methods, original."""
    palette = colours(frame, theme)
    if preferences.mode == Mode.DIFFERENCE and frame.differences:
        return tuple(
            layer(
                key, title_of(key), difference_title(preferences), palette[key],
                frame.pixels[key], screen,
            )
            for key, screen in frame.differences.items()
        )  # fmt: skip
    plan = frame.result.plan
    result: list[Layer] = []
    taken_down = plan.input != plan.source
    if preferences.show_input or not frame.result.outputs:
        title = tr("Rendered") if taken_down else tr("Source")
        result.append(_layer(frame, INPUT, title, plain(plan.input), palette))
    for output in frame.result.outputs:
        detail = _method_detail(output, scores)
        result.append(_layer(frame, output.method, title_of(output.method), detail, palette))
    if ORIGINAL in frame.pixels and preferences.show_original:
        result.append(_layer(frame, ORIGINAL, tr("Original"), plain(plan.output), palette))
    return tuple(result)


def difference_title(preferences: UpscalerPreferences) -> str:
    return {
        "absolute": tr("absolute difference"),
        "signed": tr("signed difference"),
        "ssim": tr("loss of structure (SSIM)"),
        "flip": tr("FLIP of the middle"),
        "temporal": tr("change that the original has not"),
    }[preferences.difference]


def difference_view(preferences: UpscalerPreferences) -> DifferenceView:
    from pixelwatt_upscaler.core.live_difference import DifferenceKind

    return DifferenceView(DifferenceKind(preferences.difference), preferences.difference_scale)


def readings_of(
    frame: LiveFrame,
    info: SourceInfo,
    statistics: LiveStatistics,
    scores: Scores | None,
    preferences: UpscalerPreferences,
    theme: Theme,
    *,
    reduced: bool,
) -> tuple[Reading, ...]:
    """The heads-up line for the frame on screen; what is not known is a dash, never 0."""
    plan = frame.result.plan
    main = headline(frame)
    result = [
        Reading(
            tr("Upscaled"),
            f"{plain(plan.input)} → {plain(plan.output)}",
            tip=tr("Factor {factor}", factor=f"{plan.factor:.4g}"),
        )
    ]
    if main is not None:
        milliseconds = statistics.median_ms.get(main.method)
        score = scores.by_method.get(main.method) if scores else None
        moving = not info.still
        result += [
            Reading(tr("Method"), title_of(main.method), colour=theme.accent),
            Reading(tr("Runs on"), main.placement.summary, tip=placement_text(main.placement)),
            Reading(
                tr("Time per frame"),
                figure(milliseconds, "ms"),
                "888.8 ms",
                tip=tr("Median of the last second, upscaling alone"),
            ),
        ]
        if moving:
            result += [
                Reading(tr("Presented"), figure(statistics.presented_fps, "fps"), "88.8 fps"),
                Reading(
                    tr("Skipped"),
                    f"{statistics.skipped}",
                    "8888",
                    tip=tr("Frames of the source that came too late to be shown"),
                ),
            ]
        if info.live:
            result.append(Reading(tr("Latency"), figure(statistics.latency_ms, "ms"), "888 ms"))
        if plan.has_reference:
            result += [
                Reading(
                    tr("PSNR"),
                    decibels(score),
                    "88.88 dB",
                    tip=tr("Of R, G and B against the original; a fifth of a core is spent on it"),
                ),
                Reading(tr("SSIM"), similarity(score.ssim if score else None), "0.8888"),
            ]
    reference = reference_text(plan, preferences)
    if reduced:
        reference += tr("; output reduced to what this machine sustains")
    result.append(Reading(tr("Reference"), reference, tip=reference, stretch=True))
    return tuple(result)


def placement_text(placement: Placement) -> str:
    """Where each kind of node runs, under the line that sums it up."""
    lines = [f"{provider}: {kinds}" for provider, kinds in placement.operators]
    return "\n".join((placement.summary, *lines))


def judged(frame: LiveFrame, scores: Scores | None) -> bool:
    """Whether PSNR and SSIM of a frame are known, or there is nothing to score it by."""
    return (scores is not None and scores.quick) or not frame.result.plan.has_reference


def _layer(frame: LiveFrame, key: str, title: str, detail: str, palette: dict[str, str]) -> Layer:
    return layer(key, title, detail, palette[key], frame.pixels[key], frame.screens[key])


def _method_detail(output: Output, scores: Scores | None) -> str:
    score = scores.by_method.get(output.method) if scores else None
    return decibels(score) if score else ""


def decibels(score: Score | None) -> str:
    if score is None:
        return UNKNOWN
    return tr("identical") if math.isinf(score.psnr_db) else f"{score.psnr_db:.2f} dB"


def similarity(value: float | None) -> str:
    return UNKNOWN if value is None else f"{value:.4f}"


def figure(value: float | None, unit: str) -> str:
    if value is None:
        return UNKNOWN
    digits = 2 if value < 9.995 else 1
    return f"{value:.{digits}f} {unit}"
