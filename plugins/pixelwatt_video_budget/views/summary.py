"""The head of the panel: what the film costs at the chosen confidence, and what decides it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pixelwatt.api import Context
from pixelwatt.api_qt import tabular
from pixelwatt_video_budget.core.estimate import Estimate
from pixelwatt_video_budget.core.money import money_text
from pixelwatt_video_budget.core.plan import QUANTILES
from pixelwatt_video_budget.text import tr
from pixelwatt_video_budget.views.chart import Chart, tinted
from pixelwatt_video_budget.views.document import Document
from pixelwatt_video_budget.views.risk_curve import RiskCurve


class Summary(QWidget):
    """Budget, quantiles, risk curve, deciding shots, and the two assumptions behind them."""

    explain_asked = Signal()

    def __init__(self, context: Context, document: Document) -> None:
        super().__init__()
        self.document = document
        self.caption = QLabel()
        self.budget = QLabel("–")
        big = tabular(self.font())
        big.setPointSizeF(self.font().pointSizeF() * 2.3)
        big.setBold(True)
        self.budget.setFont(big)
        self.budget.setAccessibleName(tr("Budget"))
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        for label in (self.caption, self.detail):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.quantiles = {q: QLabel("–") for q in QUANTILES}
        self.confirm = QPushButton()
        self.confirm.setToolTip(
            tr("Stale and retired prices stay out of the totals until they are confirmed.")
        )
        self.confirm.clicked.connect(lambda: document.confirm_prices(document.waiting_prices()))
        self.confirm.hide()
        self.curve = RiskCurve(context)
        self.deciding = DecidingShots(context)
        self.confidence = _percent_spin(tr("Confidence of the budget"), 1, 99)
        self.correlation = _percent_spin(tr("Correlation between shots"), 0, 95)
        self.confidence.valueChanged.connect(self._edit_confidence)
        self.correlation.valueChanged.connect(self._edit_correlation)
        self._lay_out()
        document.plan_changed.connect(self._show_plan)
        document.estimate_changed.connect(self._show_estimate)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.caption)
        left.addWidget(self.budget)
        left.addLayout(self._quantile_grid())
        left.addSpacing(4)
        left.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.addRow(tr("Confidence"), self.confidence)
        form.addRow(tr("Correlation"), self.correlation)
        form.addRow(self.detail)
        self.correlation.setToolTip(
            tr("How far shots are lucky or unlucky together, because one model, one prompt "
               "style or one director decides. Above 0 the film is simulated.")
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(24)
        row.addLayout(left)
        row.addWidget(self.curve, 2)
        row.addWidget(self.deciding, 3)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addStretch(1)
        row.addLayout(right)

    def _quantile_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for column, (quantile, label) in enumerate(self.quantiles.items()):
            name = QLabel(f"P{quantile * 100:g}")
            name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            name.setToolTip(tr("Enough in {count} of 100 such films", count=f"{quantile * 100:g}"))
            label.setFont(tabular(label.font()))
            # Figures come and go without moving what stands beside them.
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance("$8,888.88"))
            label.setAccessibleName(f"P{quantile * 100:g}")
            grid.addWidget(name, 0, column)
            grid.addWidget(label, 1, column)
        return grid

    def resizeEvent(self, event: object) -> None:
        # The curve is the first to go where there is no room; figures stay.
        self.curve.setVisible(self.width() >= 900)
        self.deciding.setVisible(self.width() >= 560)

    def _edit_confidence(self, value: float) -> None:
        from decimal import Decimal

        self.document.change(tr("Confidence"), 1, confidence=Decimal(str(round(value))) / 100)

    def _edit_correlation(self, value: float) -> None:
        from decimal import Decimal

        self.document.change(tr("Correlation"), 2, correlation=Decimal(str(round(value))) / 100)

    def _show_plan(self) -> None:
        plan = self.document.plan
        for spin, value in (
            (self.confidence, plan.confidence),
            (self.correlation, plan.correlation),
        ):
            spin.blockSignals(True)
            spin.setValue(float(value) * 100)
            spin.blockSignals(False)

    def _show_estimate(self) -> None:
        result = self.document.estimate
        self.curve.show_estimate(result)
        self.deciding.show_estimate(result)
        waiting = len(self.document.waiting_prices())
        self.confirm.setText(tr("Confirm prices ({count})", count=waiting))
        self.confirm.setVisible(waiting > 0)
        if result is None:
            self.caption.setText(tr("Budget"))
            self.budget.setText("–")
            self.detail.setText(self.document.problem)
            return
        currency = result.plan.currency
        seconds = float(result.finished_seconds)
        self.caption.setText(
            tr("Budget at {confidence:.0%} confidence · {seconds:g} s of film",
               confidence=float(result.plan.confidence), seconds=seconds)
        )  # fmt: skip
        self.budget.setText(money_text(result.budget if result.known else None, currency))
        for quantile, label in self.quantiles.items():
            amount = result.cost.quantiles[quantile] if result.known else None
            label.setText(money_text(amount, currency))
        if result.known:
            self.detail.setText(_detail(result))
        else:
            self.detail.setText(tr("No shot is in the totals yet.") if result.shots else "")


def _detail(result: Estimate) -> str:
    currency = result.plan.currency
    mean = "∞" if result.cost.mean is None else money_text(result.cost.mean, currency)
    lines = [
        tr("Mean {mean} · {minute} a minute", mean=mean,
           minute=money_text(result.per_finished_minute, currency)),
        tr("{tries} tries at P90", tries=int(result.tries.quantiles[0.9])),
    ]  # fmt: skip
    return "\n".join(lines)


def _percent_spin(name: str, low: int, high: int) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(low, high)
    spin.setDecimals(0)
    spin.setSuffix(" %")
    spin.setSingleStep(5)
    spin.setKeyboardTracking(False)
    spin.setAccessibleName(name)
    return spin


class DecidingShots(Chart):
    """The three shots that decide the budget, as bars of their share."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("The shots that decide the budget"), QSize(320, 104))
        self._rows: list[tuple[str, float, str]] = []
        self._missing = 0

    def show_estimate(self, result: Estimate | None) -> None:
        self._rows, self._missing = [], 0
        if result is not None:
            currency = result.plan.currency
            self._missing = len(result.shots) - len(result.priced)
            for shot in result.deciding():
                assert shot.cost is not None
                high = money_text(shot.cost.quantiles[0.9], currency)
                self._rows.append((shot.priced.shot.name, shot.share, f"P90 {high}"))
        names = ", ".join(f"{name} {share:.0%}" for name, share, _ in self._rows)
        self.setAccessibleDescription(names)
        self.update()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        line = self.metrics.height()
        title = tr("Decided by")
        if self._missing:
            title += " · " + tr("outside the totals: {count}", count=self._missing)
        self.draw_text(painter, QRectF(area.left(), 4, area.width(), line), title, muted=True)
        top = line + 8.0
        height = max(min((area.height() - top) / 3, line + 8), line)
        for index, (name, share, amount) in enumerate(self._rows):
            row = QRectF(area.left(), top + index * height, area.width(), height - 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tinted(self.theme.accent, 0.28))
            bar = QRectF(row.left(), row.top(), max(row.width() * share, 2), row.height())
            painter.drawRoundedRect(bar, 3, 3)
            painter.setBrush(QColor(self.theme.accent))
            painter.drawRoundedRect(QRectF(row.left(), row.top(), 3, row.height()), 1.5, 1.5)
            figures = f"{share:.0%} · {amount}"
            width = self.metrics.horizontalAdvance(figures) + 8
            self.draw_text(painter, row.adjusted(10, 0, -width - 8, 0), name)
            self.draw_text(painter, row.adjusted(0, 0, -4, 0), figures, right=True)
