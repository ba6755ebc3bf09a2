"""Planners: hours from a handheld's battery, and what video memory upscaling saves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import SectionHeader, tabular
from pixelwatt_power.core import handheld, textures
from pixelwatt_power.core.handheld import Handheld
from pixelwatt_power.core.number_text import plain, signed
from pixelwatt_power.core.sensors.battery import battery_capacity_wh
from pixelwatt_power.core.textures import GIB, Resolution, TextureSet
from pixelwatt_power.text import tr
from pixelwatt_power.views.bars import Bar, Bars, Part
from pixelwatt_power.views.forms import decimal_field, whole_field

RESOLUTIONS = {
    "240p": Resolution(426, 240), "360p": Resolution(640, 360), "540p": Resolution(960, 540),
    "720p": Resolution(1280, 720), "800p": Resolution(1280, 800), "1080p": Resolution(1920, 1080),
    "1440p": Resolution(2560, 1440), "4K": Resolution(3840, 2160),
}  # fmt: skip
SIZES = (1024, 2048, 4096, 8192)


class PlannersPage(QScrollArea):
    """Two planners side by side, or one above the other where it is narrow."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(32)
        self.handheld = HandheldPlanner(context)
        self.memory = MemoryPlanner(context)
        layout.addWidget(self.handheld, 1)
        layout.addWidget(self.memory, 1)
        self.setWidget(body)


class HandheldPlanner(QWidget):
    """Battery and watts to hours."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        form = _form()
        capacity = battery_capacity_wh() or 50.0
        self.battery = decimal_field(form, tr("Battery"), round(capacity, 1), "Wh", 1, 500, 0.5)
        self.raster = decimal_field(form, tr("Rasterising"), 5, "W", 0, 100, 0.5)
        self.model = decimal_field(form, tr("Upscaling model"), 6.5, "W", 0, 100, 0.5)
        self.backlight = decimal_field(form, tr("Screen"), 2, "W", 0, 50, 0.5)
        self.rest = decimal_field(form, tr("Memory, radio, all else"), 3, "W", 0, 100, 0.5)
        self.result = _result()
        self.bars = Bars(context, tr("Where the watts go"))
        self.verdict = _text()
        layout = _column(self, tr("Handheld: hours from the battery"), form)
        for widget in (self.result, self.bars, self.verdict):
            layout.addWidget(widget)
        layout.addStretch(1)
        for field in (self.battery, self.raster, self.model, self.backlight, self.rest):
            field.valueChanged.connect(lambda _value: self._reckon())
        self._reckon()

    def _reckon(self) -> None:
        plan = Handheld(
            self.battery.value(), self.raster.value(), self.model.value(), self.backlight.value(),
            self.rest.value(),
        )  # fmt: skip
        hours = plan.hours
        self.result.setText(
            tr("{hours} h at {watts} W", hours=plain(hours, 2) if hours else tr("unknown"),
               watts=f"{plan.watts:.1f}")
        )  # fmt: skip
        parts = (
            (tr("Rasterising"), plan.raster_w, "native"),
            (tr("Upscaling model"), plan.model_w, "accent"),
            (tr("Screen"), plan.screen_w, "power"),
            (tr("Memory, radio, all else"), plan.rest_w, "series3"),
        )
        self.bars.set_bars(
            [Bar(name, (Part(watts, colour),), f"{watts:.1f} W") for name, watts, colour in parts]
        )
        low, high = handheld.battery_needed_wh()
        worst, best = handheld.left_for_the_rest_w()
        self.verdict.setText(
            tr(
                "The essay's good news, 10–12 W for 4–5 h, asks for {low} to {high} Wh. Its bad "
                "news gives the model 5–8 W beside 5 W of raster: of the 10–12 W that leaves "
                "{worst} to {best} W for screen, memory and all else. Both cannot hold.",
                low=f"{low:.0f}",
                high=f"{high:.0f}",
                worst=signed(worst, digits=1),
                best=signed(best, digits=1),
            )
        )  # fmt: skip


class MemoryPlanner(QWidget):
    """Textures and render targets, four ways."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        form = _form()
        self.materials = whole_field(form, tr("Materials"), 400, "", 1, 20_000, 50)
        self.texture_size = QComboBox()
        for size in SIZES:
            self.texture_size.addItem(f"{size} × {size}", size)
        self.texture_size.setCurrentIndex(SIZES.index(4096))
        form.addRow(tr("Texture size"), self.texture_size)
        self.formats = QComboBox()
        for title, names in (
            (tr("BC7 colour, BC5 normals, BC1 rest"), ("BC7", "BC5", "BC1")),
            (tr("BC7 throughout"), ("BC7", "BC7", "BC7")),
            (tr("BC1 colour, BC5 normals"), ("BC1", "BC5")),
            (tr("Uncompressed RGBA8"), ("RGBA8", "RGBA8", "RGBA8")),
        ):
            self.formats.addItem(title, names)
        form.addRow(tr("Compression"), self.formats)
        self.rendered, self.shown = QComboBox(), QComboBox()
        for box, chosen, title in (
            (self.rendered, "720p", tr("Rendered at")), (self.shown, "4K", tr("Shown at")),
        ):  # fmt: skip
            box.addItems(list(RESOLUTIONS))
            box.setCurrentText(chosen)
            form.addRow(title, box)
        self.ratio = decimal_field(form, tr("Neural compression over block"), 4, "×", 1, 32, 0.5)
        for box, name in (
            (self.texture_size, tr("Texture size")), (self.formats, tr("Compression")),
            (self.rendered, tr("Rendered at")), (self.shown, tr("Shown at")),
        ):  # fmt: skip
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(lambda _index: self._reckon())
        self.result = _result()
        self.bars = Bars(context, tr("Video memory"))
        self.verdict = _text()
        layout = _column(self, tr("Video memory: what a lower resolution saves"), form)
        for widget in (self.result, self.bars, self.verdict):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.materials.valueChanged.connect(lambda _value: self._reckon())
        self.ratio.valueChanged.connect(lambda _value: self._reckon())
        self._reckon()

    def _reckon(self) -> None:
        formats = tuple(self.formats.currentData())
        scene = TextureSet(self.materials.value(), int(self.texture_size.currentData()), formats)
        render = RESOLUTIONS[self.rendered.currentText()]
        display = RESOLUTIONS[self.shown.currentText()]
        plan = textures.plan(scene, render, display, neural_ratio=self.ratio.value())
        saved = 1 - plan.upscaled.total / plan.native.total
        self.result.setText(
            tr("Upscaling saves {percent} % of the memory", percent=f"{100 * saved:.1f}")
        )
        estimated = True
        self.bars.set_bars(
            [
                _memory_bar(tr("Native"), plan.native, "native"),
                _memory_bar(tr("Upscaled, textures kept sharp"), plan.upscaled, "accent"),
                _memory_bar(tr("Upscaled, finest mips dropped"), plan.upscaled_blurred, "accent"),
                _memory_bar(
                    tr("Upscaled, neural textures"), plan.upscaled_neural, "accent", estimated
                ),
            ]
        )
        self.verdict.setText(
            tr(
                "Mip bias log2(render / display) = {bias}. With it, textures stay as large as "
                "native ones and only the render targets (amber) shrink; without it, textures "
                "shrink and blur. The neural ratio is yours to set: no game states one yet.",
                bias=signed(plan.bias),
            )
        )


def _memory_bar(title: str, memory: textures.Memory, colour: str, estimated: bool = False) -> Bar:
    parts = (
        Part(memory.textures / GIB, colour, estimated),
        Part(memory.render_targets / GIB, "power"),
    )
    return Bar(title, parts, f"{memory.total / GIB:.2f} GiB")


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setVerticalSpacing(8)
    form.setHorizontalSpacing(16)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def _column(owner: QWidget, title: str, form: QFormLayout) -> QVBoxLayout:
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(SectionHeader(title))
    layout.addLayout(form)
    return layout


def _result() -> QLabel:
    label = QLabel()
    font = tabular(label.font())
    font.setPointSizeF(font.pointSizeF() * 1.6)
    label.setFont(font)
    label.setWordWrap(True)
    return label


def _text() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
