"""Adding a user's own ONNX model to the methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from pixelwatt_upscaler.text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pixelwatt.api import Context, Progress
    from pixelwatt_upscaler.core.model_catalogue import ModelCard
    from pixelwatt_upscaler.views.panel import UpscalerPanel

PANEL = "upscaler"


def open_models(context: Context, paths: Sequence[Path]) -> None:
    """Try each model off the UI thread; those that can upscale join the comparison."""
    panel: UpscalerPanel = context.show_panel(PANEL)
    for path in paths:
        _add(panel, path)


def choose_model(panel: UpscalerPanel) -> None:
    from pathlib import Path

    name, _filter = QFileDialog.getOpenFileName(
        panel, tr("Add an ONNX model"), "", tr("ONNX models ({patterns})", patterns="*.onnx")
    )
    if name:
        _add(panel, Path(name))


def _add(panel: UpscalerPanel, path: Path) -> None:
    def work(_progress: Progress) -> ModelCard:
        from pixelwatt_upscaler.core.model_catalogue import add_user_model

        return add_user_model(path)

    def done(card: ModelCard) -> None:
        panel.add_method(card.id)
        panel.context.notify(tr("{name} was added and runs beside the others.", name=card.title))

    panel.context.jobs.start(tr("Look at {name}", name=path.name), work, done=done)
