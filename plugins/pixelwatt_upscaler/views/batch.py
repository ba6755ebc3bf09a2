"""A folder's pictures and videos upscaled one after another, as a job that can be paused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from pixelwatt.api import Level, NoticeAction
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.export import settings_of

if TYPE_CHECKING:
    from pixelwatt.api import Context, Progress
    from pixelwatt_upscaler.core.batch import BatchProgress, Gate, Outcome
    from pixelwatt_upscaler.core.conversion import Settings
    from pixelwatt_upscaler.views.panel import UpscalerPanel


def choose_folders(panel: UpscalerPanel) -> None:
    """Ask where from and where to, then begin."""
    source = QFileDialog.getExistingDirectory(panel, tr("Upscale the files of this folder"))
    if not source:
        return
    target = QFileDialog.getExistingDirectory(panel, tr("Put the results into this folder"))
    if target:
        start(panel, Path(source), Path(target))


def start(panel: UpscalerPanel, source: Path, target: Path) -> None:
    """Upscale everything in ``source`` as the panel is set; one bad file stops no other."""
    from pixelwatt_upscaler.core.batch import Gate, run, tasks_of

    settings = settings_of(panel)
    gate = Gate()
    context = panel.context

    def work(progress: Progress) -> list[Outcome]:
        def tell(state: BatchProgress) -> None:
            progress.check()
            words = tr("{done} of {total}: {text}", done=state.done, total=state.total,
                       text=state.text)  # fmt: skip
            progress.report(state.fraction, words)

        return run(tasks_of([source], target), settings, tell, gate=gate)

    def done(outcomes: list[Outcome]) -> None:
        _tell_outcome(context, outcomes, target)

    context.jobs.start(tr("Upscale the files of {folder}", folder=source.name), work, done=done)
    _offer_pause(context, gate, settings)


def _offer_pause(context: Context, gate: Gate, settings: Settings) -> None:
    def pause() -> None:
        gate.pause()
        resume = NoticeAction(tr("Go on"), gate.resume)
        context.notify(tr("The batch is paused."), actions=[resume])

    text = tr("The batch runs with {method}; progress is in the job list.", method=settings.method)
    context.notify(text, actions=[NoticeAction(tr("Pause"), pause)])


def _tell_outcome(context: Context, outcomes: list[Outcome], target: Path) -> None:
    failed = [each for each in outcomes if each.problem is not None]
    made = sum(each.report is not None for each in outcomes)
    skipped = sum(each.skipped for each in outcomes)
    text = tr(
        "{made} files written to {folder}, {skipped} were there already, {failed} failed.",
        made=made,
        folder=target.name,
        skipped=skipped,
        failed=len(failed),
    )
    detail = "\n".join(f"{each.task.source.name}: {each.problem}" for each in failed)
    context.notify(text, level=Level.WARNING if failed else Level.INFO, detail=detail)
