"""The roofline: roofs of every precision, the achievable one dashed, and where the work lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pixelwatt_accelerators.core import arrays, roofline
from pixelwatt_accelerators.core.assessment import BYTES_PER_PARAM
from pixelwatt_accelerators.core.models import shipped_models
from pixelwatt_accelerators.core.units import number
from pixelwatt_accelerators.text import tr
from pixelwatt_accelerators.views.markers import Markers
from pixelwatt_accelerators.views.plots import Framing, drawable, gridless_plot, opaque
from pixelwatt_accelerators.views.section import Section
from pixelwatt_accelerators.views.store import SERIES
from pixelwatt_accelerators.views.use_controls import UseControls, note, side_column
from pixelwatt_accelerators.views.words import short_name

if TYPE_CHECKING:
    from pixelwatt.api import Context
    from pixelwatt_accelerators.core.arrays import FloatArray
    from pixelwatt_accelerators.views.store import Store

LOW, HIGH = 1.0, 1e5
"""Range of arithmetic intensity, FLOP per byte."""
_TERA = 1e12
_FURTHER = ("bf16", "fp8", "fp4")
_CLOSE = 0.15
"""Decades within which one name stands for two roofs of the same rate, half that for others."""


class RooflineSection(Section):
    def __init__(self, store: Store, context: Context) -> None:
        super().__init__(store, context, tr("Roofline"))
        self.plot = gridless_plot(
            context, x=tr("Arithmetic intensity"), x_unit="FLOP/B",
            y=tr("Rate of one chip"), y_unit="TFLOP/s", name=tr("Roofline"),
        )  # fmt: skip
        self.plot.setLogMode(True, True)
        self.others = self.plot.line("grid", width=1.0)
        self.roofs = [self.plot.line(colour, width=2.5) for colour in SERIES]
        self.further = [self.plot.line(colour, width=1.0) for colour in SERIES]
        self.achievable = [self.plot.line(colour, width=1.5, dashed=True) for colour in SERIES]
        self.dots = [Markers(self.plot, colour, 9) for colour in SERIES]
        self._names = [self.plot.label("", 0.0, 0.0, c, anchor=(1.0, 0.5)) for c in SERIES]
        self._rate_names = {
            (slot, rate): self.plot.label(rate.upper(), 0.0, 0.0, colour, anchor=(1.0, 1.0))
            for slot, colour in enumerate(SERIES)
            for rate in _FURTHER
        }
        for label in self._names:
            opaque(self.plot, label)
        self._roofs_of: object = None
        self._rates_named: list[tuple[str, float]] = []
        self._reached: list[tuple[float, float]] = []
        """Achievable rate and bandwidth of each chosen accelerator, on whose roof the dots lie."""
        work = (tr("attention"), tr("decode"), tr("prefill"))
        self._lines = [self.plot.guide(0.0, colour="muted", text=text) for text in work]
        self._lines[1].label.setPosition(0.88)  # attention and decode often lie close
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.plot, 1)
        column.addWidget(
            note(
                tr(
                    "Solid: peak of the chosen precision; thin: its other precisions; dashed: the "
                    "best measured matrix product and reached bandwidth; grey: all others."
                )
            )
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(left, 1)
        layout.addWidget(side_column(UseControls(store)))
        self.plot.setXRange(np.log10(LOW), np.log10(HIGH), padding=0.01)
        self._framing = Framing(self.plot, margin=0.02)

    def intensities(self) -> dict[str, float]:
        """FLOP per byte of the three kinds of work."""
        use = self.store.comparison.use
        model = shipped_models()[use.model]
        width = BYTES_PER_PARAM[use.precision]
        weights = model.read_params(use.batch) * width
        per_token = model.kv_bytes_per_token(use.kv_bytes)
        return {
            "attention": float(
                roofline.attention_intensity(model.decode_attention_flops_per_token, per_token)
            ),
            "decode": float(
                roofline.decode_intensity(use.batch, model.active, weights, per_token * use.context)
            ),
            "prefill": float(
                roofline.prefill_intensity(
                    use.prompt, model.active, model.params * width, per_token
                )
            ),
        }

    @Slot()
    def refresh(self) -> None:
        use = self.store.comparison.use
        key = (
            self.store.comparison.chips,
            use.precision,
            use.hbm_efficiency,
            id(self.store.catalogue),
        )
        if key != self._roofs_of:
            self._roofs_of = key
            self._draw_roofs()
        intensities = self.intensities()
        for line, value in zip(self._lines, intensities.values(), strict=True):
            line.setValue(np.log10(value))
        work = np.array(list(intensities.values()))
        for dots, (flops, bandwidth) in zip(self.dots, self._reached, strict=False):
            heights = roofline.attainable(work, flops, bandwidth) / _TERA
            dots.show_spots(np.log10(work), np.log10(heights))

    def _draw_roofs(self) -> None:
        """All that depends on accelerators and precision; the work only moves the dots."""
        use = self.store.comparison.use
        everything = self.store.everything
        flops = arrays.column(everything, use.precision)
        bandwidth = arrays.column(everything, "hbm_bandwidth")
        self._draw_others(flops, bandwidth)
        for label in (*self._names, *self._rate_names.values()):
            label.setVisible(False)
        self._reached = []
        self._rates_named = []
        positions = {a.id: index for index, a in enumerate(everything)}
        share = self.store.full_study.inputs["achievable"].value
        chosen = self.store.chosen
        for slot in range(len(SERIES)):
            if slot >= len(chosen):
                for curves in (self.roofs, self.further, self.achievable):
                    curves[slot].setData([], [])
                self.dots[slot].show_spots(np.empty(0), np.empty(0))
                continue
            index = positions[chosen[slot].id]
            reached = (flops[index] * share[index], bandwidth[index] * use.hbm_efficiency)
            self._reached.append(reached)
            self.roofs[slot].setData(*drawable(*_roof(flops[index], bandwidth[index])))
            self.achievable[slot].setData(*drawable(*_roof(*reached)))
            self._draw_further(slot, bandwidth[index])
            self._label(slot, flops[index], bandwidth[index])
        self._frame(flops, bandwidth)

    def _frame(self, flops: FloatArray, bandwidth: FloatArray) -> None:
        """From the slowest memory's rate at the left end to the highest roof that is drawn."""
        peaks = [a.value(rate) or np.nan for a in self.store.chosen for rate in _FURTHER]
        heights = np.array([*(LOW * bandwidth), *flops, *peaks]) / _TERA
        known = heights[np.isfinite(heights)]
        if known.size:
            ends = np.array([known.min(), known.max()])
            self._framing.fit(np.log10(np.array([LOW, HIGH])), np.log10(ends))

    def _draw_others(self, flops: FloatArray, bandwidth: FloatArray) -> None:
        chosen = set(self.store.comparison.chips)
        rest = [i for i, a in enumerate(self.store.everything) if a.id not in chosen]
        roofs = [
            _roof(flops[i], bandwidth[i]) for i in rest if not np.isnan(flops[i] * bandwidth[i])
        ]
        x = [np.append(points, np.nan) for points, _ in roofs]
        y = [np.append(heights, np.nan) for _, heights in roofs]
        self.others.setData(np.concatenate([*x, []]), np.concatenate([*y, []]), connect="finite")

    def _draw_further(self, slot: int, bandwidth: float) -> None:
        accelerator = self.store.chosen[slot]
        precision = self.store.comparison.use.precision
        x, y = [], []
        for rate in _FURTHER:
            peak = accelerator.value(rate)
            if peak is None or rate == precision:
                continue
            ridge = max(LOW, peak / bandwidth)
            x += [ridge, HIGH, np.nan]
            y += [peak / _TERA, peak / _TERA, np.nan]
            self._name_rate(slot, rate, peak, below=peak < (accelerator.value(precision) or 0))
        self.further[slot].setData(np.array(x), np.array(y), connect="finite")

    def _name_rate(self, slot: int, rate: str, peak: float, *, below: bool) -> None:
        """Name a thin roof at its end, away from the chosen one; one name for several close by."""
        height = float(np.log10(peak / _TERA))
        for other, at in self._rates_named:
            if abs(at - height) < (_CLOSE if other == rate else _CLOSE / 2):
                return
        self._rates_named.append((rate, height))
        label = self._rate_names[slot, rate]
        label.setAnchor((1.0, 0.0) if below else (1.0, 1.0))
        label.setPos(np.log10(HIGH), height)
        label.setVisible(True)

    def _label(self, slot: int, flops: float, bandwidth: float) -> None:
        if np.isnan(flops * bandwidth):
            return
        name = short_name(self.store.chosen[slot])
        precision = self.store.comparison.use.precision.upper()
        ridge = float(roofline.ridge(flops, bandwidth))
        text = tr(
            "{name} {precision}, ridge {ridge} FLOP/B",
            name=name, precision=precision, ridge=number(ridge, 3),
        )  # fmt: skip
        # At the lower right no roof and no dot ever is.
        label = self._names[slot]
        label.setText(text)
        label.setPos(np.log10(HIGH), np.log10(LOW) + 0.3 * slot)
        label.setVisible(True)


def _roof(flops: float, bandwidth: float) -> tuple[FloatArray, FloatArray]:
    """The three corners of a roof; between them it is straight on logarithmic axes."""
    corner = float(np.clip(roofline.ridge(flops, bandwidth), LOW, HIGH))
    points = np.array([LOW, corner, HIGH])
    return points, roofline.attainable(points, flops, bandwidth) / _TERA
