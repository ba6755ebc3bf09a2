"""The spectrum of tiers, what each is made of, and putting shots into one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pixelwatt.api import Context, Status
from pixelwatt.api_qt import StatusBadge
from pixelwatt_video_budget.core.tiers import Tier, spectrum
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.spectrum_chart import SpectrumChart


class TiersPage(QWidget):
    """The chart above, the chosen tier below."""

    def __init__(
        self, context: Context, document: Document, chosen_rows: Callable[[], list[int]]
    ) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self.chosen_rows = chosen_rows
        self.chart = SpectrumChart(context)
        self.heading = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.zones = QLabel(
            tr("Each bar is the essay's low to high; as a lognormal range it means P10 to P90. "
               "Its high-risk zone is L3–L5, its safe zone L9–L10; L6–L8 lie in neither.")
        )  # fmt: skip
        self.zones.setWordWrap(True)
        self.zones.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.use = QPushButton(tr("Make the chosen shots this way"))
        self.use.clicked.connect(self._use)
        row = QHBoxLayout()
        row.addWidget(self.heading)
        row.addWidget(StatusBadge(context, Status.ESSAY))
        row.addStretch(1)
        row.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.chart, 1)
        layout.addWidget(self.zones)
        layout.addLayout(row)
        layout.addWidget(self.text)
        self.chart.chosen.connect(self._show_tier)
        self._show_tier(self.chart.tier)

    def refresh(self) -> None:
        self.chart.show_estimate(self.document.estimate)

    def _show_tier(self, tier_id: str) -> None:
        tier = spectrum().tiers[tier_id]
        language = self.context.language
        self.heading.setText(f"<b>{tier.id} {tier.name(language)}</b> · {tier.example(language)}")
        self.text.setText("\n".join(tier_lines(tier, language)))

    def _use(self) -> None:
        rows = set(self.chosen_rows())
        shots = [
            dataclasses.replace(shot, tier=self.chart.tier) if row in rows else shot
            for row, shot in enumerate(self.document.plan.shots)
        ]
        self.document.edit_shots(shots, tr("Set tier"))


def tier_lines(tier: Tier, language: str) -> list[str]:
    """What a tier is made of, how long it takes, and how its figures stand up."""
    high = "+" if tier.high is None else f" – ${tier.high:,}"
    lines = [
        tr("{range} per finished minute, made of {parts}",
           range=f"${tier.low:,}{high}",
           parts=", ".join(tier.components(language))),
        tr("Cycle for one minute: {cycle}. It is a delay and does not grow with the minutes.",
           cycle=cycle_text(tier)),
        tr("Risk of replacement: {risk}", risk=tier.risk(language)),
    ]  # fmt: skip
    if tier.check_note:
        lines.append(tr("Checked: {note}", note=tier.check_note))
    return lines


def cycle_text(tier: Tier) -> str:
    low, high = tier.cycle_low_days, tier.cycle_high_days
    if high is None:
        return tr("{low:g} working days or more", low=low)
    if high < 1:
        return tr("{minutes:.0f} minutes", minutes=low * 8 * 60)
    if low == high == 1:
        return tr("one working day")
    return tr("{low:g}–{high:g} working days", low=low, high=high)
