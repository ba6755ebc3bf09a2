"""The usable rate at which AI stops being cheaper than each tier, people included."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import make_copyable, tabular
from pixelwatt_video_budget.core.breakeven import break_even
from pixelwatt_video_budget.core.estimate import Estimate
from pixelwatt_video_budget.core.pricing import PricedShot
from pixelwatt_video_budget.core.tiers import spectrum
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.chart import Chart, Scale, short_money
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.table_heads import align_heads


class BreakEvenChart(Chart):
    """Cost of an AI minute against the usable rate, with the tiers' low ends as levels."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Cost of a minute against the usable rate"), QSize(480, 280))
        self._pass, self._people, self._rate = 0.0, 0.0, 0.0

    def show_costs(self, pass_per_minute: float, people: float, rate: float) -> None:
        self._pass, self._people, self._rate = pass_per_minute, people, rate
        self.update()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        if self._pass <= 0:
            self.draw_text(painter, area, tr("No shot is generated."), muted=True, centre=True)
            return
        line = self.metrics.height()
        plot = area.adjusted(56, line + 6, -160, -line - 8)
        x = Scale(0.0005, 1.0, plot.left(), plot.right(), log=True)
        low = max(self._pass / 2, 1.0)
        y = Scale(low, 1_000_000, plot.bottom(), plot.top(), log=True)
        title = tr("A finished minute, by usable rate")
        self.draw_text(painter, QRectF(area.left(), 0, area.width(), line), title, muted=True)
        for tick in y.ticks(6):
            self.grid_line(painter, plot.left(), y(tick), plot.right(), y(tick))
            rect = QRectF(area.left(), y(tick) - line / 2, 50, line)
            self.draw_text(painter, rect, short_money(tick), muted=True, right=True)
        for tick in x.ticks(5):
            rect = QRectF(x(tick) - 40, plot.bottom() + 4, 80, line)
            text = f"{tick * 100:g} %"
            self.draw_text(painter, rect, text, muted=True, centre=True)
        lowest_label = plot.bottom() + line
        for tier in spectrum().tiers.values():
            level = float(tier.low)
            if tier.id in {"L1", "L4", "L9"} or not low < level < 1_000_000:
                continue
            painter.setPen(QPen(QColor(self.theme.native), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plot.left(), y(level)), QPointF(plot.right(), y(level)))
            label = min(y(level) - line / 2, lowest_label - line)
            lowest_label = label
            rect = QRectF(plot.right() + 6, label, 152, line)
            name = f"{tier.id} {tier.name(self.context.language)}"
            self.draw_text(painter, rect, name, muted=True)
        painter.setClipRect(plot)
        for people, colour, width in (
            (0.0, self.theme.native, 1.5),
            (self._people, self.theme.accent, 2.5),
        ):
            painter.setPen(QPen(QColor(colour), width))
            rates = [x.value(plot.left() + k / 160 * plot.width()) for k in range(161)]
            curve = [QPointF(x(rate), y(people + self._pass / rate)) for rate in rates]
            painter.drawPolyline(curve)
        if self._rate > 0:
            here = QPointF(x(self._rate), y(self._people + self._pass / self._rate))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent))
            painter.drawEllipse(here, 5, 5)
            rect = QRectF(here.x() - 168, here.y() - line - 4, 160, line)
            self.draw_text(painter, rect, tr("your film"), right=True)
        painter.setClipping(False)


class BreakEvenPage(QWidget):
    """People's cost above; chart and table below."""

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.document = document
        self.people = QDoubleSpinBox()
        self.people.setRange(0, 1_000_000)
        self.people.setDecimals(0)
        self.people.setValue(400)
        self.people.setPrefix("$ ")
        self.people.setKeyboardTracking(False)
        self.people.setAccessibleName(tr("People, for a finished minute"))
        self.people.valueChanged.connect(self.refresh)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(tr("People, for a finished minute"), self.people)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.note = QLabel(
            tr("On compute and review alone the break-even rate is tiny and misleads: prompting, "
               "editing and mending cost the same at any rate. It also supposes that the tier's "
               "quality is met.")
        )  # fmt: skip
        self.note.setWordWrap(True)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.chart = BreakEvenChart(context)
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [tr("Tier"), tr("With people, low end"), tr("With people, high end"),
             tr("Compute alone, low end"), tr("Compute alone, high end")]
        )  # fmt: skip
        self.table.setFont(tabular(self.table.font()))
        self.table.setAccessibleName(tr("Break-even usable rates"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAlternatingRowColors(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        align_heads(self.table)
        make_copyable(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addLayout(form)
        layout.addWidget(self.text)
        layout.addWidget(self.chart, 3)
        layout.addWidget(self.table, 2)
        layout.addWidget(self.note)

    def refresh(self) -> None:
        result = self.document.estimate
        costs = None if result is None else pass_costs(result)
        if costs is None:
            self.chart.show_costs(0, 0, 0)
            self.table.setRowCount(0)
            self.text.setText("")
            return
        pass_per_minute, rate = costs
        people = self.people.value()
        self.chart.show_costs(pass_per_minute, people, rate)
        tiers = list(spectrum().tiers.values())[2:]
        self.table.setRowCount(len(tiers))
        for row, tier in enumerate(tiers):
            found = break_even(pass_per_minute, people, tier)
            texts = [
                f"{tier.id} {tier.name(self.document.context.language)}",
                _rate_text(found.with_people_at_low),
                _rate_text(found.with_people_at_high, tier.open_ended),
                _rate_text(found.compute_at_low),
                _rate_text(found.compute_at_high, tier.open_ended),
            ]
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        l3 = break_even(pass_per_minute, people, spectrum().tiers["L3"]).with_people_at_low
        self.text.setText(
            tr("One pass over a minute costs {cost} with review; your film keeps {rate:.0%}. "
               "Against the cheapest motion graphics (L3) AI pays above a usable rate of {even}.",
               cost=f"${pass_per_minute:,.2f}", rate=rate, even=_rate_text(l3))
        )  # fmt: skip


def pass_costs(result: Estimate) -> tuple[float, float] | None:
    """Cost of one pass over a generated minute, and the usable rate the film has on average."""
    cost = seconds = tries = clips = 0.0
    for shot in result.shots:
        priced = shot.priced
        if not isinstance(priced, PricedShot) or not priced.needs or shot.tries is None:
            continue
        cost += sum(need.clips * float(need.cost) for need in priced.needs)
        seconds += float(priced.shot.finished_seconds)
        clips += priced.clips
        mean = shot.tries.mean
        tries += float(shot.tries.quantiles[0.5] if mean is None else mean)
    if not seconds or not tries or cost <= 0:
        return None
    return cost / seconds * 60, min(clips / tries, 1.0)


def _rate_text(rate: float | None, unknown: bool = False) -> str:
    if rate is None:
        return tr("no end known") if unknown else tr("never")
    return f"{rate * 100:.2g} %" if rate < 0.1 else f"{rate * 100:.0f} %"
