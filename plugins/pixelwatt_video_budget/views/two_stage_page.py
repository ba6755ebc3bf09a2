"""Two stages: draft small, enlarge what is kept on this machine; priced by its speed and joules."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import SectionHeader, tabular
from pixelwatt_video_budget.core.billing import PerSecond
from pixelwatt_video_budget.core.money import money_text, unit_price_text
from pixelwatt_video_budget.core.plan import Upscale
from pixelwatt_video_budget.core.price_rows import PriceRow
from pixelwatt_video_budget.core.two_stage import TwoStage, two_stage
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document

_DRAFT = "google-veo-3.1-fast-generate-001-720p-on"
_FULL = "google-veo-3.1-fast-generate-001-2160p-on"


class TwoStagePage(QWidget):
    """Assumptions on the left, both ways side by side on the right."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.context = context
        self.document = document
        rows = [
            row for row in document.book.rows.values()
            if isinstance(row.billing, PerSecond) and row.currency == "USD" and not row.retired
        ]  # fmt: skip
        self.rows: dict[str, PriceRow] = {row.id: row for row in rows}
        self.draft = self._row_box(tr("Draft with"))
        self.full = self._row_box(tr("Instead of"))
        self.rate = _spin(tr("Usable rate"), 1, 100, " %", 20, 0)
        self.fps = _spin(tr("Frames a second"), 1, 240, "", 24, 0)
        self.speed = _spin(tr("Enlarging, frames a second"), 0, 10_000, "", 0, 1)
        self.joules = _spin(tr("Joules a frame"), 0, 100_000, " J", 0, 2)
        self.energy = _spin(tr("Electricity, a kWh"), 0, 10, "", 0.30, 2)
        for field in (self.speed, self.joules):
            field.setSpecialValueText(tr("unknown"))
        self.measure = QPushButton(tr("Take from the upscaler and the power meter"))
        self.measure.clicked.connect(self.take_services)
        self.found = QLabel()
        self.found.setWordWrap(True)
        self._lay_out()
        for box in (self.draft, self.full):
            box.activated.connect(lambda _index: self._edit())
        for field in (self.fps, self.speed, self.joules, self.energy):
            field.valueChanged.connect(self._edit)
        self.rate.valueChanged.connect(self.refresh)
        document.plan_changed.connect(self._show_plan)
        self._show_plan()

    def _row_box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(40)
        for row in self.rows.values():
            box.addItem(f"{row.title()} · {unit_price_text(row.price)}/s", row.id)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for field in (self.draft, self.full, self.rate, self.fps, self.speed, self.joules,
                      self.energy):  # fmt: skip
            form.addRow(field.accessibleName(), field)
        self.results = {
            key: QLabel("–") for key in ("full", "draft", "power", "total", "saving", "time")
        }
        big = tabular(self.font())
        big.setPointSizeF(self.font().pointSizeF() * 1.4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        names = {
            "full": tr("All at full resolution"), "draft": tr("Drafts"),
            "power": tr("Enlarging the kept minute"), "total": tr("Both stages"),
            "saving": tr("Saved"), "time": tr("Machine time for a minute"),
        }  # fmt: skip
        for index, (key, label) in enumerate(self.results.items()):
            label.setFont(big)
            label.setAccessibleName(names[key])
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(names[key]), index, 0)
            grid.addWidget(label, index, 1)
        grid.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addLayout(form)
        layout.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.found)
        layout.addWidget(SectionHeader(tr("For one finished minute, on average")))
        layout.addLayout(grid)
        layout.addStretch(1)

    def _show_plan(self) -> None:
        upscale = self.document.plan.upscale
        self.draft.setCurrentIndex(max(self.draft.findData(upscale.draft or _DRAFT), 0))
        self.full.setCurrentIndex(max(self.full.findData(upscale.full or _FULL), 0))
        values = (
            (self.fps, upscale.fps),
            (self.speed, upscale.frames_per_second),
            (self.joules, upscale.joules_per_frame),
            (self.energy, upscale.per_kwh),
        )
        for field, value in values:
            field.blockSignals(True)
            field.setValue(float(value or 0))
            field.blockSignals(False)
        self.refresh()

    def _edit(self) -> None:
        def known(field: QDoubleSpinBox) -> Decimal | None:
            return Decimal(str(field.value())) if field.value() > 0 else None

        upscale = Upscale(
            str(self.draft.currentData()), str(self.full.currentData()),
            Decimal(str(self.fps.value())), known(self.speed), known(self.joules),
            Decimal(str(round(self.energy.value(), 4))),
        )  # fmt: skip
        self.document.edit(
            dataclasses.replace(self.document.plan, upscale=upscale), tr("Two stages"), 4
        )

    def take_services(self) -> None:
        """Ask the upscaler for its speed and the power meter for joules a frame."""
        speed = _ask(self.context.services.get("upscaler.speed"))
        joules = _ask(self.context.services.get("power.joules_per_frame"))
        lines = []
        if speed:
            lines.append(tr("The upscaler computes {speed:.3g} s for a second.", speed=speed))
            self.speed.setValue(self.fps.value() / speed)
        else:
            lines.append(tr("The upscaler shows no video at present."))
        if joules:
            lines.append(tr("The power meter saw {joules:.3g} J a frame.", joules=joules))
            self.joules.setValue(joules)
        else:
            lines.append(tr("The power meter has no figure at present."))
        self.found.setText(" ".join(lines))

    def refresh(self) -> None:
        draft = self.rows.get(str(self.draft.currentData()))
        full = self.rows.get(str(self.full.currentData()))
        if draft is None or full is None:
            return
        speed = self.speed.value()
        result = two_stage(
            Fraction(full.price), Fraction(draft.price),
            Fraction(round(self.rate.value()), 100), Fraction(round(self.fps.value())),
            self.fps.value() / speed if speed > 0 else None,
            self.joules.value() if self.joules.value() > 0 else None,
            Fraction(Decimal(str(round(self.energy.value(), 4)))),
        )  # fmt: skip
        for key, text in _texts(result).items():
            self.results[key].setText(text)


def _texts(result: TwoStage) -> dict[str, str]:
    energy, total = result.energy_per_minute, result.two_stage_per_minute
    unknown = tr("unknown")
    power = unknown
    if energy is not None:
        power = f"${float(energy):.4f}" if energy < Fraction(1, 100) else money_text(energy, "USD")
    seconds = result.machine_seconds_per_minute
    return {
        "full": money_text(result.full_per_minute, "USD"),
        "draft": money_text(result.draft_per_minute, "USD"),
        "power": power,
        "total": unknown if total is None else money_text(total, "USD"),
        "saving": tr("{amount} before electricity", amount=money_text(result.saving, "USD"))
        if total is None else money_text(result.full_per_minute - total, "USD"),
        "time": unknown if seconds is None else tr("{value:.1f} min", value=seconds / 60),
    }  # fmt: skip


def _ask(service: Callable[[], Any] | None) -> float | None:
    """The figure a service offers: a number, or a number with its bound."""
    value = service() if callable(service) else service
    if isinstance(value, tuple | list):
        value = value[0] if value else None
    value = getattr(value, "value", value)
    return float(value) if isinstance(value, int | float) and value > 0 else None


def _spin(
    name: str, low: float, high: float, suffix: str, value: float, decimals: int
) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(low, high)
    spin.setDecimals(decimals)
    spin.setSuffix(suffix)
    spin.setValue(value)
    spin.setKeyboardTracking(False)
    spin.setMaximumWidth(160)
    spin.setAccessibleName(name)
    return spin
