"""Adding a user's own ONNX model to the methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.model_dialog import ModelDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pixelwatt.api import Context, Progress
    from pixelwatt_upscaler.core.model_catalogue import ModelCard
    from pixelwatt_upscaler.core.model_info import ModelInfo
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


def show_model(panel: UpscalerPanel, model_id: str) -> None:
    """Open what was found about a user's model; what is corrected takes effect at once."""
    from pixelwatt_upscaler.core import model_memory
    from pixelwatt_upscaler.core.model_catalogue import user_models

    card = next((card for card in user_models() if card.id == model_id), None)
    if card is None:
        return

    def look(_progress: Progress) -> ModelInfo:
        return model_memory.inspected(card.path)

    def show(present: ModelInfo) -> None:
        found = model_memory.as_found(present)
        dialog = ModelDialog(card.title, found, present, panel)
        dialog.corrected.connect(lambda fields: _correct(panel, found, fields))
        dialog.open()

    panel.context.jobs.start(tr("Look at {name}", name=card.path.name), look, done=show)


def _correct(panel: UpscalerPanel, found: ModelInfo, fields: dict[str, object]) -> None:
    def write(_progress: Progress) -> None:
        from pixelwatt_upscaler.core import model_memory

        model_memory.correct(found, **fields)

    panel.context.jobs.start(
        tr("Remember what was corrected"), write, done=lambda _nothing: panel.remake()
    )


def _add(panel: UpscalerPanel, path: Path) -> None:
    def work(_progress: Progress) -> ModelCard:
        from pixelwatt_upscaler.core.model_catalogue import add_user_model

        return add_user_model(path)

    def done(card: ModelCard) -> None:
        panel.add_method(card.id)
        panel.context.notify(tr("{name} was added and runs beside the others.", name=card.title))

    panel.context.jobs.start(tr("Look at {name}", name=path.name), work, done=done)
