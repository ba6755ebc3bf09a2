"""The claims' experiments on the picture that the panel shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixelwatt.api import ClaimResult, Level, Problem
from pixelwatt_upscaler.core.presets import preset
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.choices import fastest_model
from pixelwatt_upscaler.views.readings import headline

if TYPE_CHECKING:
    from collections.abc import Callable

    from pixelwatt.api import Context, Progress
    from pixelwatt_upscaler.core.frames import Frame
    from pixelwatt_upscaler.views.panel import UpscalerPanel

    Finished = Callable[[ClaimResult], None]

PANEL = "upscaler"


def restored_detail(context: Context, finished: Finished) -> None:
    """What share of the lost detail the first method brings back."""
    panel, frame, method = _in_view(context)
    if frame is None:
        return
    factor, provider = preset(panel.preferences.preset).factor, panel.preferences.provider

    def work(_progress: Progress) -> ClaimResult:
        from pixelwatt_upscaler.core import live_experiments

        return live_experiments.restored_detail(frame, method, factor, provider)

    context.jobs.start(tr("Experiment: restored detail"), work, done=finished)


def nine_times_against_two(context: Context, finished: Finished) -> None:
    """Whether a ninth of each side, upscaled, beats half of each side, stretched."""
    panel, frame, method = _in_view(context)
    if frame is None:
        return
    provider = panel.preferences.provider

    def work(progress: Progress) -> ClaimResult:
        from pixelwatt_upscaler.core import live_experiments

        return live_experiments.nine_times_against_two(frame, method, provider, progress.check)

    context.jobs.start(tr("Experiment: 240p to 4K against 1080p"), work, done=finished)


def _in_view(context: Context) -> tuple[UpscalerPanel, Frame | None, str]:
    """The panel, the frame on screen and the method to try; without a frame, a notice."""
    panel: UpscalerPanel = context.show_panel(PANEL)
    if panel.frame is None:
        problem = Problem(
            tr("The panel shows no picture yet."), tr("Open one, then run the experiment again.")
        )
        context.notify(problem.what, level=Level.WARNING, detail=problem.remedy)
        return panel, None, ""
    main = headline(panel.frame)
    return panel, panel.frame.result.frame, main.method if main else fastest_model()
