"""Time: who waits for whom, when each shot is done, and what hurrying costs."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import SectionHeader
from pixelwatt_video_budget.core.plan import Schedule
from pixelwatt_video_budget.core.pricing import PricedShot
from pixelwatt_video_budget.core.schedule import (
    Stage,
    Work,
    duration_text,
    expected_seconds,
    frontier,
    gantt,
    stage_times,
    work_of,
)
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.time_charts import MOST_BARS, FrontierChart, GanttChart


class TimePage(QWidget):
    """Limits on the left, what follows from them on the right."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self.slots = _whole(tr("Machine slots"), 1, 1000)
        self.latency = _real(tr("Seconds for a try"), 1, 36_000, " s")
        self.limit = _real(tr("Requests a minute"), 0, 10_000, "")
        self.limit.setSpecialValueText(tr("no limit"))
        self.reviewers = _whole(tr("Reviewers"), 1, 1000)
        self.batch = _whole(tr("Tries a round"), 1, 16)
        self.stages = QLabel()
        self.stages.setWordWrap(True)
        self.tiers = QLabel()
        self.tiers.setWordWrap(True)
        self.gantt = GanttChart(context)
        self.frontier = FrontierChart(context)
        published = [reference.line() for reference in document.book.published("latency")]
        self.latency.setToolTip("\n".join([tr("Told by others:"), *published]))
        form = QFormLayout()
        for field in (self.slots, self.latency, self.limit, self.reviewers, self.batch):
            form.addRow(field.accessibleName(), field)
            field.valueChanged.connect(self._edit)
        left = QVBoxLayout()
        left.setSpacing(8)
        limits = QWidget()
        limits.setLayout(form)
        limits.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        form.setContentsMargins(0, 0, 0, 0)
        left.addWidget(limits)
        left.addWidget(self.stages)
        left.addWidget(self.tiers)
        left.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.gantt)
        scroll.setMinimumHeight(120)
        self._scroll = scroll
        right = QVBoxLayout()
        right.addWidget(SectionHeader(tr("When each shot is done, with its mean number of tries")))
        right.addWidget(scroll, 1)
        right.addWidget(self.frontier, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(24)
        layout.addLayout(left, 1)
        layout.addLayout(right, 3)
        document.plan_changed.connect(self._show_plan)
        self._show_plan()

    def _show_plan(self) -> None:
        schedule = self.document.plan.schedule
        values = (
            (self.slots, schedule.slots),
            (self.latency, float(schedule.latency_seconds)),
            (self.limit, float(schedule.requests_per_minute or 0)),
            (self.reviewers, schedule.reviewers),
            (self.batch, schedule.tries_per_round),
        )
        for field, value in values:
            field.blockSignals(True)
            field.setValue(value)  # type: ignore[arg-type]
            field.blockSignals(False)

    def _edit(self) -> None:
        limit = Decimal(str(self.limit.value()))
        schedule = Schedule(
            self.slots.value(), Decimal(str(self.latency.value())), limit or None,
            self.reviewers.value(), self.batch.value(), self.document.plan.schedule.hours_per_day,
        )  # fmt: skip
        self.document.edit(
            dataclasses.replace(self.document.plan, schedule=schedule), tr("Schedule"), 3
        )

    def refresh(self) -> None:
        result = self.document.estimate
        if result is None:
            return
        schedule, work = result.plan.schedule, work_of(result)
        self.stages.setText(_stage_text(work, schedule))
        delays = {
            shot.priced.tier.id: shot.priced.tier.cycle_high_days or shot.priced.tier.cycle_low_days
            for shot in result.shots
            if isinstance(shot.priced, PricedShot) and shot.priced.tier is not None
        }
        days = max(delays.values(), default=0)
        self.tiers.setVisible(bool(delays))
        self.tiers.setText(
            tr("Shots made by hand ({tiers}) take up to {days:g} working days beside this.",
               tiers=", ".join(sorted(delays)), days=days)
        )  # fmt: skip
        self.gantt.show_bars(gantt(work[:MOST_BARS], schedule))
        self._scroll.setMaximumHeight(max(self.gantt.minimumHeight() + 8, 120))
        points = frontier(work, schedule) if work else []
        self.frontier.show_points(points, schedule.tries_per_round, result.plan.currency)


def _stage_text(work: list[Work], schedule: Schedule) -> str:
    if not work:
        return tr("No shot is generated.")
    tries = sum(item.clips / item.p for item in work)
    review = sum(item.clips / item.p * item.review_seconds for item in work) / max(tries, 1e-9)
    times = stage_times(tries, review, schedule)
    names = {
        Stage.GENERATION: tr("Generating"),
        Stage.RATE_LIMIT: tr("Rate limit"),
        Stage.REVIEW: tr("Looking"),
    }
    lines = [tr("{tries:.0f} tries on average", tries=tries)]
    for stage, seconds in times.times.items():
        mark = " ← " + tr("the bottleneck") if stage is times.bottleneck else ""
        lines.append(f"{names[stage]} {duration_text(seconds)}{mark}")
    total = expected_seconds(work, schedule, schedule.tries_per_round)
    lines.append(
        tr("In rounds of {batch}: {time} until the last clip is kept", time=duration_text(total),
           batch=schedule.tries_per_round)
    )  # fmt: skip
    return "\n".join(lines)


def _whole(name: str, low: int, high: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(low, high)
    spin.setKeyboardTracking(False)
    spin.setAccessibleName(name)
    return spin


def _real(name: str, low: float, high: float, suffix: str) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(low, high)
    spin.setDecimals(0)
    spin.setSuffix(suffix)
    spin.setKeyboardTracking(False)
    spin.setAccessibleName(name)
    return spin
