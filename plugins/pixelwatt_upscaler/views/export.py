"""What goes out of the panel: pictures, comparison sheets, videos, and the clipboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from pixelwatt.api import Level, Problem, replacing
from pixelwatt_upscaler.text import tr
from pixelwatt_upscaler.views.choices import fastest_model, request_for
from pixelwatt_upscaler.views.layers import Layer
from pixelwatt_upscaler.views.readings import headline, title_of
from pixelwatt_upscaler.views.viewport import grid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pixelwatt.api import Context, Progress
    from pixelwatt_upscaler.core.conversion import Report, Settings
    from pixelwatt_upscaler.core.frames import Size
    from pixelwatt_upscaler.views.panel import UpscalerPanel

PANEL = "upscaler"
CAPTION = 44
"""Height of the line over each picture of a sheet, in its pixels."""
GAP = 8
VIDEO_SUFFIXES = (".mp4", ".mkv", ".mov", ".webm")


def has_picture(context: Context) -> bool:
    panel: UpscalerPanel | None = context.panel(PANEL)
    return panel is not None and panel.frame is not None and headline(panel.frame) is not None


def has_comparison(context: Context) -> bool:
    panel: UpscalerPanel | None = context.panel(PANEL)
    return panel is not None and len(panel.canvas.layers) > 1


def has_video(context: Context) -> bool:
    panel: UpscalerPanel | None = context.panel(PANEL)
    return panel is not None and panel.path is not None and not (panel.info and panel.info.still)


def write_picture(context: Context, path: Path) -> None:
    """Write what the first method makes of the picture on screen.

    A picture file is upscaled anew from the file, so that its depth, its transparency and its
    profile are kept; a frame of a film or of a camera is written as it is shown, in sRGB.
    """
    panel: UpscalerPanel = context.show_panel(PANEL)
    frame = panel.frame
    output = headline(frame) if frame is not None else None
    if frame is None or output is None:
        raise Problem(tr("There is no upscaled picture."), tr("Open a picture first."))
    source = panel.path if panel.info is not None and panel.info.still else None
    settings = settings_of(panel)
    quality = settings.quality
    shown = replace(frame.result.frame.with_pixels(output.pixels), icc=None)

    def work(progress: Progress) -> tuple[str, ...]:
        from pixelwatt_upscaler.core.conversion import convert
        from pixelwatt_upscaler.core.export_pictures import save_picture

        def tell(fraction: float | None, text: str = "") -> None:
            progress.check()
            progress.report(fraction, text)

        if source is not None:
            return convert(source, path, settings, tell).notes
        return save_picture(shown, path, quality=quality, progress=tell)

    def done(losses: tuple[str, ...]) -> None:
        context.notify(tr("{name} is written.", name=path.name), detail=" ".join(losses))

    context.jobs.start(tr("Write {name}", name=path.name), work, done=done)


def write_comparison(context: Context, path: Path) -> None:
    """Write all pictures on screen as one labelled sheet, each at the output's full size."""
    panel: UpscalerPanel = context.show_panel(PANEL)
    if panel.frame is None:
        raise Problem(tr("There is nothing to compare yet."), tr("Open a picture first."))
    layers, size = panel.canvas.layers, panel.frame.result.plan.output
    caption = panel.heads_up.text()

    def work(progress: Progress) -> None:
        sheet = comparison_sheet(layers, size, caption)
        progress.check()
        with replacing(path) as temporary:
            if not sheet.save(str(temporary)):
                raise Problem(
                    tr("{name} cannot be written in that format.", name=path.name),
                    tr("Use a name that ends in .png, .jpg or .webp."),
                )

    def done(_nothing: None) -> None:
        context.notify(tr("{name} is written.", name=path.name))

    context.jobs.start(tr("Write {name}", name=path.name), work, done=done)


def write_video(context: Context, path: Path) -> None:
    """Upscale the whole file with the first method, sound and timestamps carried over."""
    from pixelwatt_upscaler.core.conversion import convert

    panel: UpscalerPanel = context.show_panel(PANEL)
    if panel.path is None:
        raise Problem(tr("There is no video file open."), tr("Open a video file first."))
    source, settings = panel.path, settings_of(panel)

    def work(progress: Progress) -> Report:
        def tell(fraction: float | None, text: str) -> None:
            progress.check()
            progress.report(fraction, text)

        return convert(source, path, settings, tell)

    def done(_report: Report) -> None:
        context.notify(tr("{name} is written.", name=path.name))

    title = tr("Upscale {name} with {method}", name=source.name, method=title_of(settings.method))
    context.jobs.start(title, work, done=done)


def settings_of(panel: UpscalerPanel) -> Settings:
    """What the panel does now, for whole files: its first method and its sizes."""
    from pixelwatt_upscaler.core.conversion import Settings

    output = headline(panel.frame) if panel.frame is not None else None
    request = request_for(panel.preferences, None)
    return Settings(
        method=output.method if output is not None else fastest_model(),
        factor=request.factor,
        output=request.output,
        take_down=request.take_down,
        degradation=request.degradation,
        provider=panel.preferences.provider,
        codec=panel.preferences.codec,
        quality=panel.preferences.quality,
    )


def copy_picture(panel: UpscalerPanel) -> None:
    """Put what the first method made onto the clipboard, pixel by pixel."""
    output = headline(panel.frame) if panel.frame is not None else None
    layer = next(
        (each for each in panel.canvas.layers if output and each.key == output.method), None
    )
    if layer is None:
        _nothing_to_copy(panel)
        return
    QGuiApplication.clipboard().setImage(layer.images[0].copy())
    panel.context.notify(tr("The upscaled picture is on the clipboard."))


def copy_view(panel: UpscalerPanel) -> None:
    """Put the comparison as it is on screen onto the clipboard."""
    if not panel.canvas.layers:
        _nothing_to_copy(panel)
        return
    QGuiApplication.clipboard().setPixmap(panel.canvas.grab())
    panel.context.notify(tr("The comparison is on the clipboard as it is on screen."))


def comparison_sheet(layers: Sequence[Layer], size: Size, caption: str) -> QImage:
    """All pictures at one size in a grid, each under its name, over one line of readings."""
    cell_height = size.height + CAPTION
    columns = _columns(len(layers), size.width / cell_height)
    rows = -(-len(layers) // columns)
    width = columns * size.width + (columns + 1) * GAP
    height = rows * (cell_height + GAP) + GAP + CAPTION
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    if sheet.isNull():
        raise Problem(
            tr("A sheet of {width} × {height} pixels does not fit into memory.",
               width=width, height=height),
            tr("Compare fewer pictures, or choose a smaller output size."),
        )  # fmt: skip
    sheet.fill(QColor(16, 18, 22))
    with QPainter(sheet) as painter:
        font = painter.font()
        font.setPixelSize(22)
        painter.setFont(font)
        for index, layer in enumerate(layers):
            left = GAP + (index % columns) * (size.width + GAP)
            top = GAP + (index // columns) * (cell_height + GAP)
            _draw_caption(painter, layer, left, top, size.width)
            target = QRectF(left, top + CAPTION, size.width, size.height)
            painter.drawImage(target, layer.images[0])
        painter.setPen(QColor(200, 204, 212))
        foot = QRectF(GAP, height - CAPTION, width - 2 * GAP, CAPTION)
        text = painter.fontMetrics().elidedText(
            caption, Qt.TextElideMode.ElideRight, int(foot.width())
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return sheet


def _columns(count: int, aspect: float) -> int:
    """Columns that bring the sheet near the shape of a screen."""
    return len({pane.x for pane in grid(count, 1600.0, 900.0, aspect, 0.0)})


def _draw_caption(painter: QPainter, layer: Layer, left: float, top: float, width: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(layer.colour))
    painter.drawEllipse(QPointF(left + 10, top + CAPTION / 2), 7, 7)
    painter.setPen(QColor(255, 255, 255))
    words = f"{layer.title}   {layer.detail}"
    room = QRectF(left + 28, top, width - 28, CAPTION)
    text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _nothing_to_copy(panel: UpscalerPanel) -> None:
    panel.context.notify(
        tr("There is nothing to copy yet."),
        level=Level.WARNING,
        detail=tr("Open a picture or a video first."),
    )
