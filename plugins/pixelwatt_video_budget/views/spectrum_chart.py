"""The essay's ten tiers on a log scale of cost per finished minute, with one's own film on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter

from pixelwatt.api import Context
from pixelwatt_video_budget.core.estimate import Estimate
from pixelwatt_video_budget.core.price_book import shipped_book
from pixelwatt_video_budget.core.tiers import Tier, spectrum
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.chart import Chart, Scale, short_money, tinted

_LOW, _HIGH = 5.0, 10_000_000.0


class SpectrumChart(Chart):
    """Ten rows; click one to read about it."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("Cost per finished minute, all tiers"), QSize(640, 320))
        self.setMinimumHeight(264)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tier = "L2"
        self._film: tuple[float, float] | None = None
        self._film_text = ""

    def show_estimate(self, result: Estimate | None) -> None:
        """Mark the film's P50 to P90 per finished minute (in US dollars)."""
        self._film = None
        if result is not None and result.finished_seconds and result.plan.currency == "USD":
            per_minute = 60 / float(result.finished_seconds)
            low = float(result.cost.quantiles[0.5]) * per_minute
            high = float(result.cost.quantiles[0.9]) * per_minute
            if low > 0:
                self._film = (low, max(high, low * 1.02))
                self._film_text = tr("your film {low}–{high} a minute", low=short_money(low),
                                     high=short_money(high))  # fmt: skip
        self.update()

    def _rows(self, area: QRectF) -> list[tuple[Tier, QRectF]]:
        top = self.metrics.height() * 2.2
        tiers = list(spectrum().tiers.values())
        height = (area.height() - top - self.metrics.height() * 1.6) / len(tiers)
        return [
            (tier, QRectF(area.left(), top + index * height, area.width(), height))
            for index, tier in enumerate(tiers)
        ]

    def paint(self, painter: QPainter, area: QRectF) -> None:
        area = area.adjusted(8, 0, -8, 0)
        line = self.metrics.height()
        names = min(area.width() * 0.3, 208.0)
        risk = min(area.width() * 0.24, 168.0)
        plot = QRectF(area.left() + names, 0, area.width() - names - risk - 8, area.height())
        scale = Scale(_LOW, _HIGH, plot.left(), plot.right(), log=True)
        rows = self._rows(area)
        bottom = rows[-1][1].bottom()
        for tick in scale.ticks(8):
            self.grid_line(painter, scale(tick), rows[0][1].top(), scale(tick), bottom)
            rect = QRectF(scale(tick) - 32, bottom + 2, 64, line)
            self.draw_text(painter, rect, short_money(tick), muted=True, centre=True)
        head = QRectF(plot.right() + 8, rows[0][1].top() - line - 2, risk, line)
        self.draw_text(painter, head, tr("Risk of replacement"), muted=True)
        if self._film is not None:
            self._paint_film(painter, scale, rows[0][1].top(), bottom, plot)
        language = self.context.language
        self._paint_published(painter, scale, rows[1][1])
        for tier, row in rows:
            if tier.id == self.tier:
                painter.fillRect(row.adjusted(-8, 1, 8, -1), tinted(self.theme.native, 0.12))
            label = QRectF(row.left(), row.top(), names - 8, row.height())
            self.draw_text(painter, label, f"{tier.id}  {tier.name(language)}")
            self._paint_bar(painter, tier, row, scale)
            words = QRectF(plot.right() + 8, row.top(), risk, row.height())
            self.draw_text(painter, words, tier.risk(language), muted=True)

    def _paint_film(
        self, painter: QPainter, scale: Scale, top: float, bottom: float, plot: QRectF
    ) -> None:
        assert self._film is not None
        low, high = scale(self._film[0]), scale(self._film[1])
        band = QRectF(low, top, max(high - low, 3.0), bottom - top)
        painter.fillRect(band, tinted(self.theme.accent, 0.22))
        self.marker_line(painter, low, top, low, bottom, self.theme.accent)
        width = self.metrics.horizontalAdvance(self._film_text) + 8
        left = min(max(band.center().x() - width / 2, 0), plot.right() - width)
        painter.setPen(QColor(self.theme.accent))
        rect = QRectF(left, top - self.metrics.height() - 4, width, self.metrics.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._film_text)

    def _paint_published(self, painter: QPainter, scale: Scale, row: QRectF) -> None:
        """Whole AI productions with a published cost, as dots below the bar of L2."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.series[0]))
        costs = [
            float(case.values["usd_per_finished_minute"])
            for case in shipped_book().published("reference_case")
        ]
        for cost in costs:
            painter.drawEllipse(QPointF(scale(cost), row.bottom() - 4), 2.5, 2.5)
        text = tr("published AI films {low}–{high}", low=short_money(round(min(costs))),
                  high=short_money(round(max(costs))))  # fmt: skip
        width = self.metrics.horizontalAdvance(text) + 8
        left = scale(1500) + self.metrics.horizontalAdvance("$500–$1.5k") + 24
        if left + width < scale.end:
            self.draw_text(painter, QRectF(left, row.top(), width, row.height()), text, muted=True)

    def _paint_bar(self, painter: QPainter, tier: Tier, row: QRectF, scale: Scale) -> None:
        low = float(tier.low)
        colour = QColor(self.theme.native)
        height = min(row.height() * 0.5, 16.0)
        top = row.center().y() - height / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if tier.high is not None:
            bar = QRectF(scale(low), top, scale(float(tier.high)) - scale(low), height)
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, 3, 3)
            text, end = f"{short_money(low)}–{short_money(float(tier.high))}", bar.right()
        else:
            # No upper end is known: the bar fades out instead of ending somewhere.
            bar = QRectF(scale(low), top, scale.end - scale(low), height)
            fade = QLinearGradient(bar.topLeft(), bar.topRight())
            fade.setColorAt(0, colour)
            fade.setColorAt(1, tinted(colour.name(), 0.0))
            painter.setBrush(fade)
            painter.drawRect(bar)
            text, end = f"{short_money(low)}+", bar.left()
        width = self.metrics.horizontalAdvance(text) + 8
        right_side = tier.high is not None and end + width + 4 < scale.end
        left = end + 6 if right_side else bar.left() - width - 2
        self.draw_text(
            painter, QRectF(left, row.top(), width, row.height()), text, right=not right_side
        )

    def choose(self, tier_id: str) -> None:
        self.tier = tier_id
        self.update()
        self.chosen.emit(tier_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for tier, row in self._rows(QRectF(self.rect())):
            if row.top() <= event.position().y() < row.bottom():
                self.choose(tier.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = list(spectrum().tiers)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        at = names.index(self.tier) + step
        self.choose(names[min(max(at, 0), len(names) - 1)])
